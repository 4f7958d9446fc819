import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const MINUTES = 60_000;
const run = promisify(execFile);
const root = path.join(__dirname, '../..');

test(
  'npm run bench, at its smallest: everybody answers the same, and every figure has its aim beside it',
  async () => {
    await run(process.execPath, [path.join('apps', 'demo', 'build.mjs')], { cwd: root });
    const program = path.join('dist', 'apps', 'bench', 'main.js');
    const { stdout } = await run(process.execPath, [program, '--smallest'], { cwd: root });
    const lines = stdout.split('\n');
    for (const what of ['household map', 'work list', 'measure with three grounds']) {
      const at = lines.findIndex((line) => line.startsWith(what));
      expect(lines.slice(at + 1, at + 4).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
        'product',
        'rights and log off',
        'bare node and one statement',
      ]);
      expect(lines[at + 4]).toMatch(/of the limit, rights and log on +\d\.\d\d +(NOT )?as aimed: at least 0\.[34]0$/);
    }
    expect(stdout).toMatch(/api from start to first answer, median +[\d.]+ s .*at most 2\.5 s/);
    expect(stdout).toMatch(/memory of the api +\d+ MB .*at most 300/);
  },
  5 * MINUTES,
);
