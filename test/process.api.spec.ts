import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { found } from '@doorbraak/directory';
import { newId, type Id } from '@doorbraak/kernel';
import type { Configuration } from '@doorbraak/platform';
import { testDatabase, type TestDatabase } from './database';
import { Program } from './program';
import { TestIssuer } from './world';

/** The api as it runs in production: built, in a process of its own, which is stopped and killed. */
jest.setTimeout(60_000);

const SUBJECT = 'somebody-1b7c';
/** Nothing of these may be found in a log. */
const MARKERS = ['123456782', 'Jansen', 'schuldhulp', SUBJECT, 'Bearer', 'geheim'];

let db: TestDatabase;
let issuer: TestIssuer;
let municipality: Id;
let token: string;
let api: Api | undefined;

const environment = (configuration: Configuration, changed: Record<string, string> = {}) => ({
  PATH: process.env['PATH'],
  ...Object.fromEntries(Object.entries(configuration).map(([name, value]) => [name, String(value)])),
  OIDC_ISSUER: issuer.url,
  OIDC_AUDIENCE: 'doorbraak-api',
  PORT: '0',
  NODE_ENV: 'production',
  LOG_LEVEL: 'trace',
  DATABASE_POOL: '8',
  ...changed,
});

class Api {
  private constructor(
    private readonly program: Program,
    readonly address: string,
  ) {}

  static async start(): Promise<Api> {
    let address = '';
    const program = await Program.start('api', environment(db.configuration), (line) => {
      const port = /"port":(\d+),"msg":"the api listens"/.exec(line)?.[1];
      address = `http://127.0.0.1:${port}`;
      return port !== undefined;
    });
    return new Api(program, address);
  }

  get lines(): string[] {
    return this.program.lines;
  }

  get ended(): Promise<unknown[]> {
    return this.program.ended;
  }

  async ask(query: string, variables: unknown = {}, headers: Record<string, string> = {}, search = '') {
    const response = await fetch(`${this.address}/graphql${search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as { data?: Record<string, unknown>; errors?: unknown[] }) };
  }

  kill(signal?: NodeJS.Signals): Promise<unknown[]> {
    return this.program.kill(signal);
  }
}

beforeAll(async () => {
  [db, issuer] = await Promise.all([testDatabase(), TestIssuer.start()]);
  const founding = { municipality: { code: 'GM0001', name: 'Demodorp', kind: 'DEMO' }, fixteam: 'Noord' } as const;
  const administrator = { issuer: issuer.url, subject: SUBJECT, label: 'Jansen' };
  ({ municipality } = await found(db.superuser, { ...founding, administrator }));
  token = await issuer.token(SUBJECT);
});
afterEach(async () => {
  await api?.kill();
  api = undefined;
});
afterAll(async () => {
  await db.drop();
});

const ADD = 'mutation ($key: ID!, $name: String!) { addFixteam(key: $key, name: $name) { __typename } }';

describe('a start that cannot go on says so in one sentence and serves nothing:', () => {
  const refusal = (configuration: Configuration, changed?: Record<string, string>) => {
    const env = environment(configuration, changed);
    const { status, stdout, stderr } = spawnSync(process.execPath, [Program.path('api')], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { status, said: stderr.trim(), serves: stdout.includes('the api listens') };
  };

  test('another master key than that of the database', () => {
    expect(refusal(db.configuration, { DOORBRAAK_MASTER_KEY: 'c3'.repeat(32) })).toEqual({
      status: 1,
      said: 'DOORBRAAK_MASTER_KEY is not the key of this database; look for the right key. Nothing was started.',
      serves: false,
    });
  });

  test('another context key than that of the database', () => {
    expect(refusal(db.configuration, { DOORBRAAK_CONTEXT_KEY: 'c3'.repeat(32) })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^DOORBRAAK_CONTEXT_KEY is not .*\.$/),
    });
  });

  test('a database that may lose what it acknowledged', async () => {
    const name = new URL(db.url).pathname.slice(1);
    await db.superuser.query(`alter database ${name} set synchronous_commit = off`);
    expect(refusal(db.configuration)).toEqual({
      status: 1,
      said: 'synchronous_commit is off in this database, so what was acknowledged could be lost; turn it on. Nothing was started.',
      serves: false,
    });
    await db.superuser.query(`alter database ${name} reset synchronous_commit`);
  });

  test('nobody who could sign in, and how to make the first', async () => {
    const empty = await testDatabase();
    expect(refusal(empty.configuration)).toEqual({
      status: 1,
      said: 'Nobody can sign in yet, because there is no account. Make the first administrator: npm run found -- --help',
      serves: false,
    });
    await empty.drop();
  });
});

test('left in development it listens on its own machine only', async () => {
  let host: string | undefined;
  const program = await Program.start('api', { ...environment(db.configuration), NODE_ENV: 'development' }, (line) => {
    host = /"host":"([^"]+)".*"msg":"the api listens"/.exec(line)?.[1];
    return host !== undefined;
  });
  await program.kill('SIGTERM');
  expect(host).toBe('127.0.0.1');
});

test('a log line says what kind of request it was, and nothing of what was in it', async () => {
  api = await Api.start();
  const address = api.address;
  await api.ask('query Jansen123456782 { me { person } }', { words: 'schuldhulp' }, { 'x-note': 'geheim' }, '?name=Jansen');
  await api.ask(ADD, { key: newId(), name: 'Jansen 123456782' });
  await api.ask(ADD, { key: 'Jansen', name: '123456782' });
  await api.ask('query ($day: LocalDate!) { provisionsInForce(on: $day, first: 1) { nodes { key } } }', { day: '123456782' });
  await api.ask('{ me { Jansen(bsn: "123456782") } }');
  await db.superuser.query('revoke select on fixteam from doorbraak_app');
  await api.ask('{ fixteams { name } }', { name: 'Jansen' });
  await db.superuser.query('grant select on fixteam to doorbraak_app');
  await db.superuser.query(`alter table fixteam add constraint short check (name <> 'Jansen geheim')`);
  await api.ask(ADD, { key: newId(), name: 'Jansen geheim' });
  await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"bsn": "123456782',
  });
  await fetch(`${address}/Jansen/123456782?bsn=123456782`, { headers: { accept: 'application/json' } });
  await fetch(`${address}/sign-in/callback?code=geheim&state=Jansen`);
  await fetch(`${address}/graphql`, { headers: { authorization: 'Bearer geheim', cookie: 'session=geheim' } });
  await api.kill('SIGTERM');

  const lines = api.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter(({ msg }) => msg === 'request')).toContainEqual(
    expect.objectContaining({ method: 'GET', path: 'elsewhere', status: 404 }),
  );
  expect(lines.filter(({ msg }) => msg === 'unforeseen')).toHaveLength(2);
  expect(lines.filter(({ msg }) => msg === 'graphql').map(({ acts }) => acts)).toContainEqual(['readMe']);
  for (const line of api.lines) for (const marker of MARKERS) expect(line).not.toContain(marker);
});

test('asked to stop, it answers what is running, takes nothing new, and ends well', async () => {
  api = await Api.start();
  const address = api.address;
  await api.ask('{ me { person } }');
  await db.superuser.query('begin; lock table fixteam in access exclusive mode');
  const running = Array.from({ length: 6 }, () => api!.ask('{ fixteams { name } }'));
  const waiting = `select count(*)::int as n from pg_locks where not granted and relation = 'fixteam'::regclass`;
  while ((await db.superuser.query<{ n: number }>(waiting)).rows[0]!.n < 6) await pause(20);
  void api.kill('SIGTERM');
  while (
    await fetch(`${address}/health/live`).then(
      () => true,
      () => false,
    )
  )
    await pause(20);
  await db.superuser.query('rollback');
  for (const { status, errors } of await Promise.all(running)) expect([status, errors]).toEqual([200, undefined]);
  expect(await api.ended).toEqual([0, null]);
});

test('killed while eight people write: what was acknowledged is there once, and the rest once after a retry', async () => {
  api = await Api.start();
  const acknowledged: Id[] = [];
  const unknown: Id[] = [];
  const write = async () => {
    for (;;) {
      const key = newId();
      try {
        const { data } = await api!.ask(ADD, { key, name: `team ${key}` });
        if (!data) throw new Error('no answer');
        acknowledged.push(key);
      } catch {
        unknown.push(key);
        return;
      }
    }
  };
  const clients = Array.from({ length: 8 }, write);
  while (acknowledged.length < 60) await pause(5);
  await api.kill();
  await Promise.all(clients);
  expect(unknown).toHaveLength(8);

  /** Per key: how often it is there, and how often the log says that it was done. */
  const counted = async (keys: Id[]) => {
    const { rows } = await db.superuser.query<{ rows: number; logged: number }>(
      `select (select count(*)::int from fixteam where municipality_id = $1 and id = key) as rows,
              (select count(*)::int from audit_log where municipality_id = $1 and subject_id = key and outcome = 'DONE') as logged
       from unnest($2::uuid[]) key`,
      [municipality, keys],
    );
    return rows;
  };
  const done = { rows: 1, logged: 1 };
  expect(await counted(acknowledged)).toEqual(acknowledged.map(() => done));
  for (const count of await counted(unknown)) expect([{ rows: 0, logged: 0 }, done]).toContainEqual(count);

  api = await Api.start();
  for (const key of [...unknown, ...acknowledged.slice(0, 8)])
    expect(await api.ask(ADD, { key, name: `team ${key}` })).toMatchObject({
      data: { addFixteam: { __typename: 'DirectoryDone' } },
    });
  expect(await counted([...acknowledged, ...unknown])).toEqual([...acknowledged, ...unknown].map(() => done));
});
