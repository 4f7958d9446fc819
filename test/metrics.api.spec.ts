import { newId } from '@doorbraak/kernel';
import { Metrics } from '@doorbraak/platform';
import { createApi } from '../apps/api/app';
import { OpenWorld, type Town } from './world';

let world: OpenWorld;
let town: Town;
let token: string;
let port: number;

beforeAll(async () => {
  world = await OpenWorld.open();
  town = await world.town('GM0001');
  token = await world.issuer.token(town.admin.subject);
  port = await world.app.get(Metrics).listen(0);
});
afterAll(() => world.close());

const figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const ask = (query: string, address = world.address) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });

/** The value of one line, by its name and labels in the order in which they are written. */
const valueOf = (text: string, line: string) => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

test('an operation counts once, under the name of the schema, with its time, its statements and how it ended', async () => {
  const before = await figures();
  await ask('query Jansen123456782 { me { person } }');
  await ask('{ me { person } fixteams { id } }');
  await ask(`mutation { addFixteam(key: "${newId()}", name: "") { __typename } }`);
  const after = await figures();
  const more = (line: string) => (valueOf(after, line) ?? 0) - (valueOf(before, line) ?? 0);
  expect(more('doorbraak_graphql_seconds_count{act="readMe",outcome="answered"}')).toBe(1);
  expect(more('doorbraak_graphql_seconds_count{act="several",outcome="answered"}')).toBe(1);
  expect(more('doorbraak_graphql_seconds_count{act="addFixteam",outcome="refused"}')).toBe(1);
  expect(more('doorbraak_request_seconds_count{path="/graphql",status="200"}')).toBe(3);
  expect(more('doorbraak_database_statements_count')).toBe(3);
  // only the teams are asked: begin, the context, the list, commit
  expect(more('doorbraak_database_statements_sum')).toBe(4);
  expect(more('doorbraak_database_seconds_sum')).toBeGreaterThan(0);
  expect(valueOf(after, 'doorbraak_database_connections{state="waiting"}')).toBe(0);
  expect(valueOf(after, 'doorbraak_sockets{state="open"}')).toBe(0);
  expect(valueOf(after, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
});

test('nothing that somebody typed, and nobody, is in the figures', async () => {
  await fetch(`${world.address}/households/Jansen?name=123456782`);
  await ask(`mutation { addFixteam(key: "${newId()}", name: "Jansenteam") { __typename } }`);
  await ask('query ($day: LocalDate!) { Jansen123456782 }');
  const text = await figures();
  expect(text).toContain('path="elsewhere"');
  for (const secret of ['Jansen', '123456782', town.admin.subject, town.municipality]) expect(text).not.toContain(secret);
});

test('the port of the figures answers nothing else, and the port of people has no figures', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/graphql`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  const page = await fetch(`${world.address}/metrics`, { headers: { accept: 'application/json' } });
  expect(page.status).toBe(404);
});

test('in development an answer says where its time went, in production it does not', async () => {
  const { headers } = await ask('{ fixteams { id } }');
  const told = /^database;dur=([\d.]+);desc="(\d+) statements", total;dur=([\d.]+)$/.exec(headers.get('server-timing') ?? '');
  expect(told).not.toBeNull();
  const [database, statements, total] = told!.slice(1).map(Number) as [number, number, number];
  expect(statements).toBe(4);
  expect(database).toBeLessThanOrEqual(total);

  const production = await createApi({ ...world.configuration, NODE_ENV: 'production' });
  await production.listen(0, '127.0.0.1');
  const answer = await ask('{ me { person } }', await production.getUrl());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('server-timing')).toBeNull();
  await production.close();
});

test('a job that fails counts as failed, and still fails', async () => {
  const metrics = new Metrics();
  const own = await metrics.listen(0);
  await metrics.job('purge', () => Promise.resolve());
  await expect(metrics.job('purge', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const text = await (await fetch(`http://127.0.0.1:${own}/metrics`)).text();
  expect(valueOf(text, 'doorbraak_job_seconds_count{job="purge",outcome="done"}')).toBe(1);
  expect(valueOf(text, 'doorbraak_job_seconds_count{job="purge",outcome="failed"}')).toBe(1);
  await metrics.onModuleDestroy();
});
