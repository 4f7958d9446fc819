import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { auditServer } from 'graphql-http';
import { getIntrospectionQuery, parse, validate } from 'graphql';
import { DataSource } from 'typeorm';
import { newId, REFUSALS } from '@doorbraak/kernel';
import { createApi } from '../apps/api/app';
import { EXAMPLES } from '../apps/api/examples';
import { printed } from '../apps/api/schema';
import { repository } from './reference';
import { OpenWorld, type Town } from './world';

jest.setTimeout(60_000);

let world: OpenWorld;
let town: Town;
let token: string;
let production: NestExpressApplication;

beforeAll(async () => {
  world = await OpenWorld.open();
  town = await world.town('GM0001');
  token = await world.issuer.token(town.admin.subject);
  production = await createApi({ ...world.configuration, NODE_ENV: 'production' });
  await production.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await production.close();
  await world.close();
});

type Told = { status: number; text: string; errors: { message: string; extensions: Record<string, unknown> }[]; data?: unknown };

const ANONYMOUS = {};

async function send(body: string, headers: Record<string, string> = {}, address = world.address): Promise<Told> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(headers === ANONYMOUS ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  const { errors = [], data } = (text.startsWith('{') ? JSON.parse(text) : {}) as Partial<Told>;
  return { status: response.status, text, errors, data };
}
const ask = (query: string, variables?: unknown) => send(JSON.stringify({ query, variables }));
const codes = ({ errors }: Told) => errors.map(({ extensions }) => extensions['code']);

const repeated = (times: number, text: (i: number) => string) => Array.from({ length: times }, (_, i) => text(i)).join(' ');
const nested = (levels: number) => `{ law(key: "wmo") { ${'provisions { law { '.repeat(levels)} key ${'} } '.repeat(levels)} } }`;

describe('a question that is too large is refused before anything of it runs', () => {
  test.each<[string, string]>([
    ['16 aliases', `{ ${repeated(16, (i) => `a${i}: me { person }`)} }`],
    ['aliases hidden in a fragment', `{ me { ...f } } fragment f on Me { ${repeated(16, (i) => `a${i}: person`)} }`],
    [
      'aliases in fragments that use each other twice',
      `{ me { ...f0 } } ${repeated(30, (i) => `fragment f${i} on Me { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on Me { a: person }`,
    ],
  ])('%s', async (_, query) => {
    const told = await ask(query);
    expect(told.status).toBe(400);
    expect(codes(told)).toContain('QUERY_TOO_LARGE');
    expect(told.text.length).toBeLessThan(20_000);
    expect(told.text).not.toMatch(/call stack|node_modules/);
    expect(told.data).toBeUndefined();
  });

  test('8 levels of lists in lists, of which each could hold another law', async () => {
    expect(codes(await ask(nested(3)))).toEqual(['QUERY_TOO_LARGE']);
  });

  test('6 levels are answered', async () => {
    const told = await ask(nested(2));
    expect([told.status, codes(told)]).toEqual([200, []]);
  });

  test('a body above 256 kB, before it is read', async () => {
    const told = await ask('{ me { person } }', { words: 'x'.repeat(257 * 1024) });
    expect([told.status, codes(told)]).toEqual([413, ['QUERY_TOO_LARGE']]);
  });
});

test('what is no JSON is not repeated', async () => {
  const told = await send('{"query": "123456782');
  expect([told.status, told.data]).toEqual([400, undefined]);
  expect(told.text).not.toContain('123456782');
});

describe('what an error tells', () => {
  test('a stable code, Dutch and English, and where', async () => {
    const told = await ask('mutation ($key: ID!) { addAgency(key: $key, input: { type: "", name: "" }) { __typename } }', {
      key: 'no id',
    });
    for (const { extensions } of told.errors) {
      expect(extensions).toMatchObject({ code: 'BAD_INPUT', ...REFUSALS.BAD_INPUT });
      expect(extensions['problems']).toEqual([
        { path: 'key', code: 'ID_INVALID', ...REFUSALS.ID_INVALID },
        { path: 'input.type', code: 'REQUIRED', ...REFUSALS.REQUIRED },
        { path: 'input.name', code: 'REQUIRED', ...REFUSALS.REQUIRED },
      ]);
    }
    expect(told.errors).toMatchObject([{ path: ['addAgency'] }]);
  });

  test('an argument beside the key is judged with it', async () => {
    const told = await ask('mutation { addFixteam(key: "no id", name: " ") { __typename } }');
    expect(told.errors[0]!.extensions['problems']).toMatchObject([{ path: 'name', code: 'REQUIRED' }, { path: 'key' }]);
  });

  test.each([
    ['a text for a number', 'seen', '999999990'],
    ['a number for a text', 'reason', 999999990],
    ['an object for an id', 'person', { bsn: '999999990' }],
  ])('of %s where it was, and not what it was', async (_, field, value) => {
    const input = { household: newId(), person: newId(), seen: 1, [field]: value };
    const asked = 'mutation ($key: ID!, $input: AssignInput!) { assignLead(key: $key, input: $input) { __typename } }';
    const told = await ask(asked, { key: newId(), input });
    expect(told.errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', problems: [{ path: `input.${field}`, code: 'BAD_INPUT', ...REFUSALS.BAD_INPUT }] },
    ]);
    expect(told.text).not.toContain('999999990');
  });

  test.each(['seen: "999999990"', 'seen: 1, reason: 999999990', 'seen: 1, how: "999999990"'])(
    'a question that is wrong is not repeated: %s',
    async (wrong) => {
      const told = await ask(
        `mutation { assignLead(key: "k", input: { household: "h", person: "p", ${wrong} }) { __typename } }`,
      );
      expect(new Set(codes(told))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
      expect(told.text).not.toContain('999999990');
    },
  );

  test('of a word that is not in a list where it was, and not the word', async () => {
    const asked = 'query ($role: ProvisionRole) { provisionsInForce(on: "2026-01-01", first: 1, role: $role) { nodes { key } } }';
    const told = await ask(asked, { role: '999999990' });
    expect(told.errors).toMatchObject([{ extensions: { problems: [{ path: 'role' }] } }]);
    expect(told.text).not.toContain('999999990');
  });

  test('no names of what there is', async () => {
    const told = await ask('{ housholds(first: 1) { nodes { id } } }');
    expect(codes(told)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(told.text).not.toMatch(/did you mean|households/i);
  });

  test('of what we did not foresee a number, and nothing of the inside', async () => {
    await world.db.superuser.query('revoke select on fixteam from doorbraak_app');
    const told = await ask('{ fixteams { id name } }');
    await world.db.superuser.query('grant select on fixteam to doorbraak_app');
    expect(told.errors).toMatchObject([{ message: expect.stringMatching(/^INTERNAL [\w-]{36}$/), path: ['fixteams'] }]);
    expect(Object.keys(told.errors[0]!.extensions).sort()).toEqual(['code', 'en', 'nl', 'number']);
    expect(told.text).not.toMatch(/permission|doorbraak_app|select|node_modules/);
    expect((await ask('{ fixteams { id name } }')).errors).toEqual([]);
  });

  test('a read of which the log could not be written is not answered', async () => {
    await world.db.superuser.query('revoke insert on audit_log from doorbraak_app');
    const told = await ask('{ accounts { subject } }');
    await world.db.superuser.query('grant insert on audit_log to doorbraak_app');
    expect(codes(told)).toEqual(['INTERNAL']);
    expect(told.text).not.toContain(town.admin.subject);
  });
});

describe('the schema', () => {
  test('is the one that is committed', () => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    expect(printed(schema)).toBe(readFileSync(path.join(repository, 'schema.graphql'), 'utf8'));
  });

  test('can be asked in production by who is known, and in development by everybody', async () => {
    const query = JSON.stringify({ query: getIntrospectionQuery() });
    const address = await production.getUrl();
    expect(codes(await send(query, {}, address))).toEqual([]);
    const refused = await send(query, ANONYMOUS, address);
    expect([refused.status, codes(refused)]).toEqual([401, ['NOT_SIGNED_IN']]);
    expect(refused.text).not.toContain('__Schema');
    expect(
      codes(
        await send(JSON.stringify({ query: '{ ...f } fragment f on Query { __type(name: "Me") { name } }' }), ANONYMOUS, address),
      ),
    ).toEqual(['NOT_SIGNED_IN']);
    expect(codes(await send(query, ANONYMOUS))).toEqual([]);
  });
});

describe('the playground', () => {
  const page = (address: string, where: string) => fetch(`${address}${where}`, { headers: { accept: 'text/html,*/*;q=0.8' } });

  test('is a page of our own, for browsers, that needs no network', async () => {
    const response = await page(world.address, '/graphql');
    expect(response.status).toBe(200);
    const text = await response.text();
    const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, file]) => file!)
      .filter((file) => file !== '/playground/');
    expect(named.length).toBeGreaterThan(5);
    for (const file of named)
      expect([file, (await page(world.address, new URL(file, 'http://x/playground/').pathname)).status]).toEqual([file, 200]);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'self'`);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(await (await page(world.address, '/playground/start.js')).text()).toContain('ProvisionsInForce');
  });

  test('is not there in production', async () => {
    const address = await production.getUrl();
    expect((await page(address, '/playground/start.js')).status).toBe(404);
    expect(await (await page(address, '/graphql')).text()).not.toContain('Altair');
  });

  test.each(EXAMPLES)('its example "$name" can be asked', ({ query }) => {
    expect(validate(world.app.get(GraphQLSchemaHost).schema, parse(query))).toEqual([]);
  });
});

test('GraphQL over HTTP as the specification says: no errors in its audit', async () => {
  const results = await auditServer({
    url: `${world.address}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
  });
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status === 'error')).toEqual([]);
});

test('what the application acknowledges has reached the disk', async () => {
  expect(await world.app.get(DataSource).query('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
});
