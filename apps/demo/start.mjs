// Runs a program of the built product: `node apps/demo/start.mjs main --fresh`. It builds first when the sources are newer.
// Written so that an old Node can read it as far as the sentence about its age: no node: imports, no newer syntax.
import fs from 'fs';
import path from 'path';
import url from 'url';
import { build, isBuilt, dist } from './build.mjs';

const root = path.resolve(path.dirname(url.fileURLToPath(import.meta.url)), '../..');

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

if (!isBuilt()) {
  const wrong = build();
  if (wrong) refuse(wrong);
}
// One line per request is for those who operate the product; here it would hide the addresses.
if (!process.env.LOG_LEVEL) process.env.LOG_LEVEL = 'warn';
const program = path.join(dist, 'apps', 'demo', process.argv[2] + '.js');
process.argv.splice(1, 2, program);
import(url.pathToFileURL(program).href);
