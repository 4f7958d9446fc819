// Builds the product when its sources are newer: `node apps/demo/build.mjs`. Written so that an old Node can read it, as start.mjs is.
import childProcess from 'child_process';
import fs from 'fs';
import path from 'path';
import url from 'url';

const file = url.fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(file), '../..');
export const dist = path.join(root, 'dist');
const stamp = path.join(dist, 'built');
const INPUTS = ['apps', 'libs', 'migrations', '.swcrc', 'package-lock.json'];

function newest(place) {
  const found = fs.statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  // of the folder itself too, or a file that was taken away would go unnoticed
  return Math.max(found.mtimeMs, ...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
}

export function isBuilt() {
  if (!fs.existsSync(stamp)) return false;
  return Math.max(...INPUTS.map((name) => newest(path.join(root, name)))) < fs.statSync(stamp).mtimeMs;
}

/** Answers with a sentence that says what is wrong, if anything is. */
export function build() {
  try {
    fs.rmSync(dist, { recursive: true, force: true });
    fs.mkdirSync(dist);
  } catch (error) {
    return 'The folder ' + dist + ' cannot be written (' + error.code + '); build as the owner of the project first: npm start.';
  }
  const built = childProcess.spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) return 'The product could not be built; the reason stands above.';
  fs.writeFileSync(stamp, '');
  return undefined;
}

if (process.argv[1] === file && !isBuilt()) {
  const wrong = build();
  if (wrong) {
    process.stderr.write(wrong + '\n');
    process.exit(1);
  }
}
