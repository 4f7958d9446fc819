// Nest 12 and several of its neighbours ship ES modules only; jest on Node 20 reads them after they are turned into CommonJS.
// The list of such packages is read from disk, so that a new dependency needs no line here.
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, 'node_modules');
const names = fs
  .readdirSync(root)
  .flatMap((n) => (n.startsWith('@') ? fs.readdirSync(path.join(root, n)).map((m) => `${n}/${m}`) : [n]));
const esm = names.filter((n) => {
  const file = path.join(root, n, 'package.json');
  return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).type === 'module';
});
const swc = JSON.parse(fs.readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
const jsc = { ...swc.jsc, baseUrl: __dirname };

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // A hook starts a whole product; on a busy machine that takes a while. Nothing here is a measurement.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/order.cjs',
  globalSetup: '<rootDir>/test/setup.ts',
  setupFilesAfterEnv: ['<rootDir>/test/heard.ts'],
  globalTeardown: '<rootDir>/test/teardown.ts',
  testMatch: ['<rootDir>/{apps,libs,test,migrations}/**/*.spec.ts'],
  // What takes long and has a smaller one beside it that `npm test` runs; their scripts set LONG.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env['LONG'] ? [] : ['\\.long\\.spec\\.ts$'])],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' }, jsc }] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(${esm.join('|')})/)`],
  // The demo's OpenID provider warns at length, at import already, that it is made for demos; our own code prints nothing.
  silent: true,
  workerIdleMemoryLimit: '1GB',
};
