import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { newId } from '@doorbraak/kernel';
import { KEYS, testDatabase, type TestDatabase } from '../../test/database';
import { roleUrl } from '../../migrations/migrate';
import { startWorker, type RunningWorker } from './app';
import { JOBS } from './jobs';

// The queue is asked every two seconds.
jest.setTimeout(30_000);

let db: TestDatabase;
let address: string;
let queue: PgBoss;
let worker: RunningWorker | undefined;
const towns = [newId(), newId()];

beforeAll(async () => {
  db = await testDatabase();
  address = roleUrl(db.url, 'doorbraak_worker', KEYS.masterKey);
  queue = new PgBoss({ connectionString: address, max: 1, migrate: false, schedule: false, supervise: false });
  queue.on('error', () => undefined); // a connection that the end of this test takes away
  await queue.start();
  for (const [i, town] of towns.entries())
    await db.superuser.query(
      `insert into municipality (id, code, name, kind, demo_today) values ($1, $2, 'town', 'DEMO', '1999-01-01')`,
      [town, `GM000${i}`],
    );
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await queue.stop();
  await pause(1100); // pg-boss looks once more, after a second, whether its workers have stopped
  await db.drop();
});

async function givenKeys(days: number[]): Promise<void> {
  await db.superuser.query('delete from idempotency_key');
  await db.superuser.query(
    `insert into idempotency_key (municipality_id, person_id, key, act, payload_mac, recorded_at)
     select town, gen_random_uuid(), gen_random_uuid(), 'act', days::text, clock_timestamp() - make_interval(days => days)
     from unnest($1::uuid[]) town, unnest($2::int[]) days`,
    [towns, days],
  );
}

async function agesLeft(): Promise<number[]> {
  const { rows } = await db.superuser.query<{ days: string }>('select payload_mac as days from idempotency_key');
  return rows.map(({ days }) => Number(days)).sort((a, b) => a - b);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

const stateOf = async (job: string | null) => (await queue.getJobById('purge-idempotency-keys', job!))?.state;

test('old idempotency keys of every tenant go, on real time, and young ones stay', async () => {
  await givenKeys([0, 29, 31, 400]);
  worker = await startWorker({ WORKER_DATABASE_URL: address });
  const job = await queue.send('purge-idempotency-keys', {});
  await until(async () => (await stateOf(job)) === 'completed');
  expect(await agesLeft()).toEqual([0, 0, 29, 29]);
});

test('a job that runs is finished before the worker has stopped, and nothing stays connected', async () => {
  await givenKeys([31]);
  await db.superuser.query('begin; lock table idempotency_key');
  worker = await startWorker({ WORKER_DATABASE_URL: address });
  const job = await queue.send('purge-idempotency-keys', {});
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%purge_idempotency_keys%' and datname = current_database()`;
  await until(async () => (await queue.getDb().executeSql(waiting, [])).rows.length > 0);
  const stopped = worker.stop();
  worker = undefined;
  await db.superuser.query('commit');
  await stopped;
  expect(await stateOf(job)).toBe('completed');
  expect(await agesLeft()).toEqual([]);
  const connected = `select application_name from pg_stat_activity where usename = 'doorbraak_worker' and datname = current_database()`;
  expect((await db.superuser.query(connected)).rowCount).toBe(1); // the queue of this test
});

test('every job has its time and its queue, and carries nothing', async () => {
  worker = await startWorker({ WORKER_DATABASE_URL: address });
  const { rows } = await db.superuser.query('select name, cron, data from pgboss.schedule order by name');
  expect(rows).toEqual(JOBS.map(({ name, cron }) => ({ name, cron, data: null })));
});

test('the worker can read no table of a tenant, make nothing, and purge no key that may still be used', async () => {
  const { rows } = await db.superuser.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('reference_entry')`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const pool = queue.getDb();
  for (const { name } of rows) await expect(pool.executeSql(`select from ${name}`, [])).rejects.toMatchObject({ code: '42501' });
  await expect(pool.executeSql('create table pgboss.other (id int)', [])).rejects.toMatchObject({ code: '42501' });
  await expect(pool.executeSql('select gate.purge_idempotency_keys(6)', [])).rejects.toMatchObject({ code: '22023' });
});

test('a database that does not answer is one sentence without its address', async () => {
  const start = startWorker({ WORKER_DATABASE_URL: 'postgresql://doorbraak_worker:secret@127.0.0.1:1/doorbraak' });
  await expect(start).rejects.toThrow('The database of WORKER_DATABASE_URL does not let us in (ECONNREFUSED).');
});
