import { CannotStart } from '@doorbraak/kernel';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { erasePostgres, startPostgres } from './postgres';

const root = path.join(__dirname, '..', '..');
const temporary: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-postgres-'));
  temporary.push(folder);
  return folder;
};
afterAll(() => temporary.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
jest.setTimeout(60_000);

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}
const postmasterOf = (folder: string) => Number(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
const childrenOf = (parent: number) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent);
      } catch {
        return false;
      }
    })
    .map(Number);

/** Children leave by themselves once their parent is gone, so one that is gone already is no fault of the test. */
function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

test('a second start keeps the data, on the same port and with Dutch sorting', async () => {
  const folder = newFolder();
  const first = await startPostgres({ folder, fast: true });
  await ask(first.url, `create table kept as select * from (values ('ijs'), ('IJmuiden'), ('ëlan'), ('eland')) as words(word)`);
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');

  const second = await startPostgres({ folder, fast: true });
  expect(second.port).toBe(first.port);
  expect((await ask<{ word: string }>(second.url, 'select word from kept order by word')).map((row) => row.word)).toEqual([
    'ëlan',
    'eland',
    'IJmuiden',
    'ijs',
  ]);
  await second.stop();
});

test('the password is random, readable by the owner only, and asked for', async () => {
  const folder = newFolder();
  const server = await startPostgres({ folder, fast: true });
  expect(statSync(path.join(folder, 'password')).mode & 0o777).toBe(0o600);
  await expect(ask(`postgres://postgres:guess@127.0.0.1:${server.port}/postgres`, 'select 1')).rejects.toThrow('password');
  expect(await ask(server.url, 'show password_encryption')).toEqual([{ password_encryption: 'scram-sha-256' }]);
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await server.stop();
});

test('kill -9 of node leaves a server that the next start takes over', async () => {
  const folder = newFolder();
  const built = newFolder();
  execFileSync('node', [path.join(root, 'node_modules/@swc/cli/bin/swc.js'), 'apps/demo', 'libs', '-d', built, '--quiet'], {
    cwd: root,
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(built, 'node_modules'));
  const start = `require('./apps/demo/postgres.js').startPostgres({ folder: ${JSON.stringify(folder)}, fast: true })
    .then(() => process.kill(process.pid, 'SIGKILL'))`;
  const node = spawn('node', ['-e', start], { cwd: built, stdio: 'inherit' });
  await new Promise((resolve) => node.once('exit', resolve));
  expect(node.signalCode).toBe('SIGKILL');
  const orphan = postmasterOf(folder);

  const server = await startPostgres({ folder, fast: true });
  expect(postmasterOf(folder)).toBe(orphan);
  await server.stop();
  await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test.each(['the postmaster', 'the postmaster and its children'])(
  'after kill -9 of %s the next start loses nothing',
  async (victims) => {
    const folder = newFolder();
    const before = await startPostgres({ folder });
    await ask(before.url, 'create table kept as select generate_series(1, 1000) as n');
    const postmaster = postmasterOf(folder);
    const children = childrenOf(postmaster);
    expect(children.length).toBeGreaterThan(0);
    killAll([postmaster, ...(victims === 'the postmaster' ? [] : children)]);

    const after = await startPostgres({ folder });
    expect(await ask(after.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await after.stop();
  },
);

test('stopping a server that was killed is no error, and erasing one leaves nothing of it', async () => {
  const folder = newFolder();
  const killed = await startPostgres({ folder, fast: true });
  const postmaster = postmasterOf(folder);
  killAll([postmaster, ...childrenOf(postmaster)]);
  await killed.stop();

  const kept = await startPostgres({ folder, fast: true });
  await ask(kept.url, 'create table kept (n int)');
  await erasePostgres(folder);
  await expect(ask(kept.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  const fresh = await startPostgres({ folder, fast: true });
  await expect(ask(fresh.url, 'select from kept')).rejects.toThrow('"kept"');
  await fresh.stop();
});

test('a process id that after a restart of the machine belongs to another process does not stand in the way', async () => {
  const folder = newFolder();
  const before = await startPostgres({ folder, fast: true });
  const file = path.join(folder, 'data', 'postmaster.pid');
  const lines = readFileSync(file, 'utf8');
  await before.stop();
  const stranger = spawn('sleep', ['60']);
  writeFileSync(file, lines.replace(/^\d+/, String(stranger.pid)));

  const after = await startPostgres({ folder, fast: true });
  await after.stop();
  stranger.kill();
});

test('an interrupted first start is done again', async () => {
  const folder = newFolder();
  mkdirSync(path.join(folder, 'data.new'));
  writeFileSync(path.join(folder, 'data.new', 'PG_VERSION'), '18\n');
  const server = await startPostgres({ folder, fast: true });
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('it works in a folder that others may not enter', async () => {
  const folder = newFolder();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const server = await startPostgres({ folder: path.join(folder, 'project', '.data', 'postgres'), fast: true });
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a folder that cannot be written gets one clear sentence', async () => {
  const file = path.join(newFolder(), 'file');
  writeFileSync(file, '');
  const start = startPostgres({ folder: path.join(file, 'postgres'), fast: true });
  await expect(start).rejects.toThrow(CannotStart);
  await expect(start).rejects.toThrow(/^The folder .* cannot be written; .*\.$/);
});

test('a port that another program holds gets one clear sentence', async () => {
  const holder = await startPostgres({ folder: newFolder(), fast: true });
  await expect(startPostgres({ folder: newFolder(), port: holder.port, fast: true })).rejects.toThrow(CannotStart);
  await holder.stop();
});
