import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Browser } from '../../test/browser';
import { householdOf } from './case.acting';
import { caseFile, type CaseName } from './case.file';
import { PROOFS } from './case.prover';
import { inCase, PEOPLE } from './people';

// The demo as somebody starts it, in a folder of its own; it builds the product when needed, so the first start takes longest.
jest.setTimeout(180_000);

const programs = path.join(__dirname, 'start.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-start-'));
const environment = (settings: Record<string, string>) => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings });
const port = async () => {
  const server = await listen();
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
};
const listen = async (): Promise<Server> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

/** Each test in a browser begins with all of them. */
const PLAYED: CaseName[] = ['yearly'];

interface Demo {
  address: string;
  process: ChildProcess;
  end(signal: NodeJS.Signals): Promise<number | null>;
}
const demos: Demo[] = [];

async function start(at: number, place = folder, cases = 'none', ...options: string[]): Promise<Demo> {
  const settings = environment({ PORT: String(at), DEMO_CASES: cases });
  const demo = spawn('node', [programs, 'main', ...options], { cwd: place, env: settings });
  let said = '';
  demo.stdout.on('data', (text) => (said += text));
  demo.stderr.on('data', (text) => (said += text));
  const gone = new Promise<number | null>((resolve) => demo.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    demo.stdout.on('data', () => said.includes('Stop with Ctrl-C') && resolve());
    void gone.then(() => reject(new Error(said)));
  });
  const end = (signal: NodeJS.Signals) => {
    demo.kill(signal);
    return gone;
  };
  demos.push({ address: `http://localhost:${at}`, process: demo, end });
  return demos.at(-1)!;
}
/** Runs a program that ends by itself. */
function run(program: string, options: string[] = [], settings: Record<string, string> = {}, cwd = folder) {
  const { status, stdout, stderr } = spawnSync('node', [programs, program, ...options], {
    cwd,
    env: environment(settings),
    encoding: 'utf8',
    timeout: 60_000, // one that does not end by itself fails instead of hanging
  });
  return { status, stdout, stderr };
}
const postgresIn = (place: string) =>
  Number(readFileSync(path.join(place, '.data/postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
const ask = async <T>(address: string, token: string, query: string) => {
  const headers = { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: T }).data;
};
const whoIs = async (address: string, token: string) =>
  (await ask<{ me: { person: string; roles: string[] } }>(address, token, '{ me { person roles isDemo } }')).me;
const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

beforeAll(() => {
  run('token'); // builds
});
afterAll(async () => {
  await Promise.all(demos.map((demo) => demo.end('SIGTERM')));
  rmSync(folder, { recursive: true, force: true });
});

test('from nothing to signed in, stopped in order, killed, and started over', async () => {
  const free = await port();
  let demo = await start(free);
  expect(await (await fetch(`${demo.address}/health/ready`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(demo.address)).text()).toContain('<title>Doorbraak</title>');
  const home = await (await fetch(`${demo.address}/demo`)).text();
  PEOPLE.forEach(({ key }) => expect(home).toContain(`npm run token -- ${key}<`));

  const lead = run('token', ['lead']).stdout;
  const first = await whoIs(demo.address, lead);
  expect(first).toMatchObject({ roles: ['LEAD_PROFESSIONAL'], isDemo: true });
  const browser = new Browser();
  const back = await browser.submit(await browser.go(`${demo.address}/sign-in`), { person: 'coordinator' });
  expect([back.status, (await browser.refresh(back)).url]).toEqual([200, `${demo.address}/`]);

  const second = run('main', [], { PORT: String(await port()) });
  expect(second).toEqual({ status: 1, stdout: '', stderr: `Doorbraak runs already at ${demo.address}; nothing was changed.\n` });
  expect(await whoIs(demo.address, lead)).toEqual(first);

  expect(await demo.end('SIGINT')).toBe(0);
  expect(existsSync(path.join(folder, '.data/postgres/data/postmaster.pid'))).toBe(false);
  expect(run('token', ['lead']).stderr).toBe('The demo is not running; start it with npm start.\n');

  // on another port its issuer has another address, and everybody is still who they were
  demo = await start(await port());
  expect(await whoIs(demo.address, run('token', ['lead']).stdout)).toEqual(first);
  await demo.end('SIGKILL');
  process.kill(postgresIn(folder), 'SIGKILL');

  demo = await start(free);
  expect(await whoIs(demo.address, run('token', ['lead']).stdout)).toEqual(first);
  process.kill(postgresIn(folder), 'SIGKILL');
  expect(await demo.end('SIGTERM')).toBe(0);

  demo = await start(free, folder, 'none', '--fresh');
  const anew = await whoIs(demo.address, run('token', ['lead']).stdout);
  expect(anew.roles).toEqual(first.roles);
  expect(anew.person).not.toBe(first.person);
  expect(await demo.end('SIGTERM')).toBe(0);
});

test('the other cases are played while the demo runs; what a kill cut off is completed by the next start', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'doorbraak-played-'));
  const note = () => JSON.parse(readFileSync(path.join(place, '.data/running.json'), 'utf8')) as { playing: boolean };
  const cut = await start(await port(), place, PLAYED.join());
  expect(note()).toMatchObject({ playing: true });
  await new Promise((resolve) => setTimeout(resolve, 1500)); // in the midst of one
  await cut.end('SIGKILL');
  const demo = await start(await port(), place, PLAYED.join());
  while (note().playing) await new Promise((resolve) => setTimeout(resolve, 250));
  for (const name of PLAYED) {
    const { code, lead } = caseFile(name).household;
    const token = run('token', [inCase(name, lead).key], {}, place).stdout;
    const query = `{ household(id: "${householdOf(code)}") { plan { status } changes { since } } }`;
    expect(await ask(demo.address, token, query)).toEqual({
      household: { plan: { status: 'DECIDED' }, changes: { since: expect.any(String) } },
    });
  }
  const cases = (...options: string[]) => run('cases', options, {}, place);
  const lines = PROOFS.yearly.length;
  const [first] = PROOFS.yearly;
  expect(cases('yearly')).toMatchObject({ status: 0, stdout: expect.stringContaining(`${lines} van / of ${lines} getoond`) });
  const missing = `${lines - 1} van / of ${lines} getoond / shown; niet / not: ${first!.key}\n`;
  expect(cases('yearly', '--break', '1')).toMatchObject({ status: 1, stdout: expect.stringContaining(missing) });
  expect(cases('yearly', '--list').stdout.split('\n')).toHaveLength(2 * lines + 2);
  for (const wrong of [['nobody'], ['--break', '1'], ['yearly', '--break', 'nothing'], ['--loud']])
    expect(cases(...wrong)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('npm run cases [--') });
  expect(await demo.end('SIGTERM')).toBe(0);
  expect(cases('yearly')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm start') });
  rmSync(place, { recursive: true, force: true });
});

describe('what stands in the way gets one sentence, and nothing is started', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'doorbraak-refused-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const refused = async (sentence: RegExp, settings: Record<string, string>, options: string[] = [], cwd = place) => {
    const { status, stdout, stderr } = run('main', options, settings, cwd);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 });
    expect(stderr).toMatch(sentence);
    expect(existsSync(path.join(cwd, '.data/postgres'))).toBe(false);
    if (settings['PORT']) expect(await answers(`http://127.0.0.1:${settings['PORT']}`)).toBe(false);
  };

  test('a port that is taken', async () => {
    const other = await listen();
    const { port: taken } = other.address() as AddressInfo;
    const { status, stderr } = run('main', [], { PORT: String(taken) }, place);
    expect([status, stderr]).toEqual([
      1,
      `Port ${taken} is taken by another program; choose another one, for instance PORT=${taken + 1} npm start.\n`,
    ]);
    expect(existsSync(path.join(place, '.data'))).toBe(false);
    other.close();
  });

  test('production, where whoever reaches the demo would be anybody', () =>
    refused(/^The demo does not run in production/, { NODE_ENV: 'production' }));

  test.each(['abc', '0', '65536', '3000.5'])('a port that is none: %s', (none) =>
    refused(/^PORT must be a number from 1 to 65535, for instance PORT=3000 npm start\.\n$/, { PORT: none }),
  );

  test('a case that is none', () =>
    refused(/^DEMO_CASES knows peter, .*, or none; nobody is no case\.\n$/, { DEMO_CASES: 'yearly,nobody' }));

  test.each(['4190', '6000'])('a port at which browsers open no page: %s', (port) => {
    const { status, stdout, stderr } = run('main', [], { PORT: port }, place);
    expect({ status, stdout, stderr }).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: `Browsers open no page at port ${port}; choose another one, for instance PORT=3000 npm start.\n`,
    });
    expect(existsSync(path.join(place, '.data'))).toBe(false);
  });

  test('a database that does not answer, or is no address, without repeating the password', async () => {
    const free = String(await port());
    await refused(/^The database of DATABASE_URL cannot be reached \(ECONNREFUSED\)/, {
      PORT: free,
      DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x',
    });
    await refused(/^The database of DATABASE_URL cannot be reached (?!.*secret)/, { PORT: free, DATABASE_URL: 'secret' });
  });

  test('starting over with a database that is not ours to erase', async () =>
    refused(
      /^--fresh erases the built-in database only/,
      { PORT: String(await port()), DATABASE_URL: 'postgres://127.0.0.1:1/x' },
      ['--fresh'],
    ));

  test('a folder that cannot be written', async () => {
    const blocked = mkdtempSync(path.join(place, 'blocked-'));
    writeFileSync(path.join(blocked, '.data'), 'not a folder');
    await refused(/^The folder .*\.data cannot be written/, { PORT: String(await port()) }, [], blocked);
  });

  test('a Node that is too old', () => {
    const pretend = (version: string) => {
      const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); import(${JSON.stringify(`file://${programs}`)})`;
      return spawnSync('node', ['-e', code], { cwd: place, env: environment({}), encoding: 'utf8' });
    };
    for (const version of ['12.22.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])
      expect(pretend(version)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(`^Doorbraak needs Node 20\\.19.* this is Node ${version};.*\n$`),
      });
  });
});

test('an unknown person gets the list of people', () => {
  const { status, stdout, stderr } = run('token', ['somebody']);
  expect([status, stdout]).toEqual([1, '']);
  PEOPLE.forEach(({ key }) => expect(stderr).toContain(`  ${key} `));
});
