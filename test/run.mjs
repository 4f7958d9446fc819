// `npm test`: everything that the repository says about itself, proven in one go; `npm run lint` is its first half.
// Each check of the first half counts as one. The last line is `N passed, N failed`; whatever could not run has failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installed = (name) => path.join('node_modules', '.bin', name);
const say = (text) => process.stdout.write(text);

const tsc = path.join('node_modules', 'typescript7', 'bin', 'tsc');
const CHECKS = {
  formatting: [installed('prettier'), '--check', '--log-level', 'warn', '.'],
  rules: [installed('eslint'), '.'],
  types: [tsc, '--noEmit', '-p', '.'],
  'types of the client': [tsc, '--noEmit', '-p', path.join('apps', 'web')],
  'types of its tests': [tsc, '--noEmit', '-p', path.join('test', 'web')],
  rooms: [installed('depcruise'), 'apps', 'libs', 'migrations', 'test'],
  'lock file': ['npm', 'ci', '--dry-run'],
};

/** Runs a program to its end; what it says goes where it is told. */
function run([program, ...args], stdio) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    let said = '';
    child.stdout?.on('data', (text) => (said += text));
    child.stderr?.on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ isRight: false, said: `${said}${error.message}\n` }));
    child.on('close', (code) => resolve({ isRight: code === 0, said }));
  });
}

async function check([name, command]) {
  const { isRight, said } = await run(command, 'pipe');
  say(isRight ? `right  ${name}\n` : `WRONG  ${name}: ${command.join(' ')}\n${said}\n`);
  return isRight ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest() {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-jest-'));
  const file = path.join(folder, 'results.json');
  try {
    const { isRight } = await run([installed('jest'), '--maxWorkers=2', '--json', `--outputFile=${file}`], 'inherit');
    const results = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot be loaded holds no tests that could fail, and a test that is not run proves nothing.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + results.numPendingTests + results.numTodoTests;
    return { passed: results.numPassedTests, failed: isRight ? failed : Math.max(1, failed) };
  } catch (error) {
    say(`WRONG  tests: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The client is typed by the schema.
await run(['node', path.join('apps', 'web', 'schema.types.mjs')], 'inherit');
const outcomes = await Promise.all(Object.entries(CHECKS).map(check));
if (!process.argv.includes('--lint')) outcomes.push(await jest());
const sum = (what) => outcomes.reduce((total, outcome) => total + outcome[what], 0);
say(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
