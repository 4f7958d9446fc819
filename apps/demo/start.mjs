// Runs a program of the built product: `node apps/demo/start.mjs main --fresh`. It builds first when the sources are newer.
// Written so that an old Node can read it as far as the sentence about its age: no node: imports, no newer syntax.
import childProcess from 'child_process';
import fs from 'fs';
import path from 'path';
import url from 'url';

const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), '../..');
const sources = ['apps', 'libs', 'migrations'];
const dist = path.join(root, 'dist');
const stamp = path.join(dist, 'built');

function refuse(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}

// The first versions that can require() a package which exists as ES module only, as NestJS 12 does.
const [major, minor] = process.versions.node.split('.').map(Number);
if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  refuse(
    'Doorbraak needs Node 20.19, Node 22.12 or newer, and this is Node ' +
      process.versions.node +
      '; install a newer one from nodejs.org.',
  );
}
if (process.env.NODE_ENV === 'production') {
  refuse('The demo does not run in production, because whoever reaches it can be anybody in it; see docker/README.md.');
}
if (!fs.existsSync(path.join(root, 'node_modules', '@swc', 'cli'))) {
  refuse('The packages are not installed yet; run npm ci first.');
}

function newest(place) {
  const found = fs.statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  // of the folder itself too, or a file that was taken away would go unnoticed
  return Math.max(found.mtimeMs, ...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
}

function isBuilt() {
  if (!fs.existsSync(stamp)) return false;
  const inputs = [...sources, '.swcrc', 'package-lock.json'].map((name) => newest(path.join(root, name)));
  return Math.max(...inputs) < fs.statSync(stamp).mtimeMs;
}

function build() {
  try {
    fs.rmSync(dist, { recursive: true, force: true });
    fs.mkdirSync(dist);
  } catch (error) {
    refuse('The folder ' + dist + ' cannot be written (' + error.code + '); build as the owner of the project first: npm start.');
  }
  const built = childProcess.spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) refuse('The product could not be built; the reason stands above.');
  fs.writeFileSync(stamp, '');
}

if (!isBuilt()) build();
// One line per request is for those who operate the product; here it would hide the addresses.
if (!process.env.LOG_LEVEL) process.env.LOG_LEVEL = 'warn';
const program = path.join(dist, 'apps', 'demo', process.argv[2] + '.js');
process.argv.splice(1, 2, program);
import(url.pathToFileURL(program).href);
