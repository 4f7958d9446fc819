import { AbstractLogger, DataSource } from 'typeorm';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { newId } from '@doorbraak/kernel';
import { createApi } from '../apps/api/app';
import { Fixture } from './access.fixture';
import { Follower } from './follower';
import { OpenWorld } from './world';

jest.setTimeout(120_000);

/*
 * What is tried on a GraphQL api, one row each (`npm run attack:graphql` prints them). What is seen must be what is expected to the
 * letter; besides, no answer to any of them may show something of the inside, and none may be a 500.
 */
let world: OpenWorld;
let fixture: Fixture;
let production: NestExpressApplication;
let token: string;
const statements: string[] = [];
class Listener extends AbstractLogger {
  override logQuery(query: string): void {
    statements.push(query);
  }
  protected writeLog(): void {
    // statements are all this listens to
  }
}

beforeAll(async () => {
  world = await OpenWorld.open();
  fixture = await Fixture.build(world);
  token = await world.issuer.token(lead().subject);
  world.app.get(DataSource).logger = new Listener('all');
  production = await createApi({ ...world.configuration, NODE_ENV: 'production' });
  await production.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await production.close();
  await world.close();
});
const lead = () => fixture.reader('lead, assigned').who;

const INSIDE =
  /node_modules|call stack|\bat \S+ \(|doorbraak_|pg_|permission denied|relation "|SELECT|\/work\/|postgres|typeorm|Did you mean/;
interface Told {
  status: number;
  text: string;
  codes: string[];
  data: unknown;
}
/** Every answer goes through here. */
async function heard(response: Response): Promise<Told> {
  const text = await response.text();
  if (INSIDE.test(text)) throw new Error(`an answer shows something of the inside: ${text.slice(0, 500)}`);
  if (response.status >= 500) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  const { errors = [], data } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    errors?: { extensions: { code: string } }[];
    data?: unknown;
  };
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions.code), data: data ?? null };
}
async function send(body: string, headers: Record<string, string> = {}, address = world.address): Promise<Told> {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers };
  return heard(await fetch(`${address}/graphql`, { method: 'POST', headers: all, body }));
}
const ask = (query: string, variables?: unknown, headers?: Record<string, string>) =>
  send(JSON.stringify({ query, variables }), headers);
const nobody = async (query: string, address: string) =>
  heard(
    await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  );
const seen = ({ status, codes }: Told) => [status, ...new Set(codes)].join(' ');
const isDone = async () => {
  const { rows } = await world.db.superuser.query(`select from agency where name = 'aangevallen'`);
  return rows.length > 0 ? 'done' : 'not done';
};
const ACT = (key = newId()) =>
  `mutation { addAgency(key: "${key}", input: { type: "GEM_WMO", name: "aangevallen" }) { __typename } }`;
const repeated = (times: number, text: (i: number) => string) => Array.from({ length: times }, (_, i) => text(i)).join(' ');
const laws = (levels: number) =>
  `{ law(key: "wmo2015") { ${'provisions { law { '.repeat(levels)} key ${'} } '.repeat(levels)} } }`;

type Attack = [number: number, what: string, expected: string, go: () => Promise<string>];
const ATTACKS: Attack[] = [
  [
    1,
    'the schema, in production',
    'nobody: 401 NOT_SIGNED_IN; somebody known: 200',
    async () => {
      const address = await production.getUrl();
      const query = '{ __schema { types { name } } }';
      return `nobody: ${seen(await nobody(query, address))}; somebody known: ${seen(await send(JSON.stringify({ query }), {}, address))}`;
    },
  ],
  [2, 'a field that nearly is one', '400 GRAPHQL_VALIDATION_FAILED', async () => seen(await ask('{ housholds { id } }'))],
  [3, '13 levels', '400 QUERY_TOO_LARGE', async () => seen(await ask(laws(6)))],
  [
    4,
    'a hundred thousand rows',
    '200 BAD_INPUT, LIMIT_PAGE',
    async () => {
      const told = await ask('{ workList(first: 100000) { nodes { id } } }');
      return `${seen(told)}${told.text.includes('LIMIT_PAGE') ? ', LIMIT_PAGE' : ''}`;
    },
  ],
  [
    5,
    'a thousand households tried in one question',
    '400 QUERY_TOO_LARGE',
    async () => seen(await ask(`{ ${repeated(1000, (i) => `a${i}: household(id: "${newId()}") { id }`)} }`)),
  ],
  [
    6,
    '101 aliases of __typename',
    '400 QUERY_TOO_LARGE',
    async () => seen(await ask(`{ ${repeated(101, (i) => `a${i}: __typename`)} }`)),
  ],
  [
    7,
    'an array of questions',
    '400, not done',
    async () => {
      const { status } = await send(JSON.stringify([{ query: ACT() }, { query: ACT() }]));
      return `${status}, ${await isDone()}`;
    },
  ],
  [
    8,
    '500 unknown directives',
    '400 QUERY_TOO_LARGE, short',
    async () => {
      const told = await ask(`{ me { person ${repeated(500, () => '@nothing')} } }`);
      return `${told.status} ${told.codes.find((code) => code === 'QUERY_TOO_LARGE')}, ${told.text.length < 20_000 ? 'short' : told.text.length}`;
    },
  ],
  [
    9,
    'a field repeated 20,000 times',
    '400 QUERY_TOO_LARGE',
    async () => seen(await ask(`{ me { ${repeated(20_000, () => 'today')} } }`)),
  ],
  [
    10,
    'fragments in a circle',
    '400 GRAPHQL_VALIDATION_FAILED',
    async () => seen(await ask('{ me { ...a } } fragment a on Me { ...b } fragment b on Me { ...a }')),
  ],
  [11, '5,000 levels', '400 QUERY_TOO_LARGE', async () => seen(await ask(laws(2500)))],
  [
    12,
    'a variable of 5 MB',
    '413 QUERY_TOO_LARGE',
    async () => seen(await ask('{ me { person } }', { a: 'x'.repeat(5_000_000) })),
  ],
  [
    13,
    'variables of 20,000 levels',
    '400 QUERY_TOO_LARGE',
    async () => seen(await send(`{"query":"{ me { person } }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`)),
  ],
  [
    14,
    'an error of the database, with a BSN in the question',
    '200 INTERNAL, without the BSN',
    async () => {
      await world.db.superuser.query('revoke select on fixteam from doorbraak_app');
      const told = await ask('query ($s: String) { workList(first: 1, search: $s) { nodes { id } } fixteams { id } }', {
        s: '999999990',
      });
      await world.db.superuser.query('grant select on fixteam to doorbraak_app');
      return `${seen(told)}, ${told.text.includes('999999990') ? 'with' : 'without'} the BSN`;
    },
  ],
  [
    15,
    'a server that was left in development',
    'a playground in development: 200; in production: 404',
    async () => {
      const page = async (address: string) => (await fetch(`${address}/playground/start.js`)).status;
      return `a playground in development: ${await page(world.address)}; in production: ${await page(await production.getUrl())}`;
    },
  ],
  [16, 'a syntax error', '400 GRAPHQL_PARSE_FAILED', async () => seen(await ask('{ me { '))],
  [
    17,
    'an act by GET',
    '405, not done',
    async () => {
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'apollo-require-preflight': 'yes' };
      const { status } = await heard(await fetch(`${world.address}/graphql?query=${encodeURIComponent(ACT())}`, { headers }));
      return `${status}, ${await isDone()}`;
    },
  ],
  [
    18,
    'a form, plain text and a plain GET of another site',
    'refused 3 times, not done',
    async () => {
      const form = await send(new URLSearchParams({ query: ACT() }).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
      const text = await send(JSON.stringify({ query: ACT() }), { 'content-type': 'text/plain' });
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const get = await heard(
        await fetch(`${world.address}/graphql?query=${encodeURIComponent('{ me { person } }')}`, { headers }),
      );
      const refused = [form, text, get].filter(({ status, data }) => status >= 400 && data === null);
      return `refused ${refused.length} times, ${await isDone()}`;
    },
  ],
  [
    19,
    'a file inside a question',
    'refused, not done',
    async () => {
      const body = new FormData();
      body.set('operations', JSON.stringify({ query: ACT() }));
      body.set('map', '{}');
      const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'yes' };
      const { status } = await heard(await fetch(`${world.address}/graphql`, { method: 'POST', headers, body }));
      return `${status >= 400 ? 'refused' : status}, ${await isDone()}`;
    },
  ],
  [
    20,
    'a socket of nobody, of another site, and to the household of others',
    '4401, 403, nothing told',
    async () => {
      const stranger = await Follower.open(world.address);
      if (typeof stranger === 'number') return `${stranger}`;
      stranger.introduce();
      const foreign = await Follower.open(world.address, { origin: 'http://elsewhere.example' });
      const other = await world.town('GM9811');
      const { subject } = await world.invite(other, 'lead-elsewhere', ['LEAD_PROFESSIONAL']);
      const known = await Follower.of(world.address, await world.issuer.token(subject));
      const id = known.household(fixture.household);
      const told = await known.ended(id);
      known.close();
      return `${(await stranger.closed).code}, ${typeof foreign === 'number' ? foreign : 'open'}, ${told.length === 0 ? 'nothing told' : JSON.stringify(told)}`;
    },
  ],
  [
    22,
    'a household with everything in it: statements',
    'one per room, and five around them',
    async () => {
      statements.length = 0;
      const told = await ask(
        'query ($id: ID!) { household(id: $id) { problems { id } involvements { id } unlock { smallest { size } } plan { id scenarios { totals { totalCents } } } } }',
        { id: fixture.household },
      );
      if (seen(told) !== '200') return seen(told);
      const around = statements.filter((sql) => /^\s*(START|COMMIT|select gate\.|insert into audit_log)/.test(sql));
      return statements.length - around.length <= 3 && around.length === 5
        ? 'one per room, and five around them'
        : statements.join('\n');
    },
  ],
  [
    23,
    'a statement that does not end',
    'cut off after 5s',
    async () =>
      `cut off after ${(await world.app.get(DataSource).query<[{ statement_timeout: string }]>('show statement_timeout'))[0].statement_timeout}`,
  ],
  [
    24,
    'wildcards and patterns in a search',
    'nothing found with any of them',
    async () => {
      const { rows: households } = await world.db.superuser.query<{ code: string }>('select code from household');
      const nearly = households.map(({ code }) => `_${code.slice(1)}`);
      const all = [...nearly, '%', '%%%', '.*', '(a+)+$', '\\', "'", '*'];
      const found = [];
      for (const search of all) {
        const told = await ask('query ($s: String) { workList(first: 100, search: $s) { nodes { id } } }', { s: search });
        const { nodes } = (told.data as { workList: { nodes: unknown[] } } | null)?.workList ?? { nodes: [told.codes] };
        if (nodes.length > 0) found.push(search);
      }
      return found.length === 0 ? 'nothing found with any of them' : found.join(' ');
    },
  ],
  [
    25,
    'marks that turn text around, in the name of an operation',
    '400 GRAPHQL_PARSE_FAILED',
    async () => seen(await ask('query a\u202Eb { me { person } }')),
  ],
  [
    26,
    'somebody else’s household beside one that is not there',
    'the same answer to the letter',
    async () => {
      const other = await world.town('GM9812');
      const their = await world.issuer.token(other.admin.subject);
      const answer = async (id: string) => {
        const told = await ask(
          'query ($id: ID!) { household(id: $id) { id code } }',
          { id },
          { authorization: `Bearer ${their}` },
        );
        return `${told.status} ${told.text.replaceAll(id, 'x')}`;
      };
      const [there, not] = [await answer(fixture.household), await answer(newId())];
      return there === not ? 'the same answer to the letter' : `${there} | ${not}`;
    },
  ],
  [
    27,
    'one act ten times in a question',
    'done once',
    async () => {
      const key = newId();
      const one = `addAgency(key: "${key}", input: { type: "GEM_WMO", name: "tien keer" }) { __typename }`;
      await ask(`mutation { ${repeated(10, (i) => `a${i}: ${one}`)} }`);
      const { rows } = await world.db.superuser.query(`select from agency where name = 'tien keer'`);
      return rows.length <= 1 ? 'done once' : `done ${rows.length} times`;
    },
  ],
  [
    28,
    'a cost hidden in fragments, variables and what a variable is otherwise',
    '400 QUERY_TOO_LARGE, 400 QUERY_TOO_LARGE, 400 BAD_USER_INPUT, 200 NOT_ALLOWED, 400 QUERY_TOO_LARGE',
    async () => {
      const fields =
        'measures { positions { escalations { id rung onDay outcome outcomeOn outcomeWords body clockDays dueOn version } } }';
      const pages = (first: string) => repeated(15, (i) => `q${i}: myQuestions(first: ${first}) { nodes { ${fields} } }`);
      const told = [
        await ask(`{ ...f } fragment f on Query { ${pages('100')} }`),
        await ask(`query ($first: Int!) { ${pages('$first')} }`, { first: 100 }),
        await ask(`query ($first: Int! = 100) { ${pages('$first')} }`, { first: 'x' }),
        await ask(`query ($first: Int! = 100) { ${pages('$first')} }`, { first: 1 }),
        await ask(`query ($first: Int! = 100) { ${pages('$first')} }`),
      ];
      return told.map(seen).join(', ');
    },
  ],
  [
    29,
    'a token without signature, of another key, for another api, and one that is over',
    '401 TOKEN_INVALID 4 times',
    async () => {
      const claims = { iss: world.issuer.url, sub: lead().subject, aud: 'doorbraak-api' };
      const now = Math.floor(Date.now() / 1000);
      const { privateKey } = await generateKeyPair('ES256');
      const of = (more: object) =>
        new SignJWT({ ...claims, exp: now + 600, ...more }).setProtectedHeader({ alg: 'ES256', kid: 'test' });
      const tokens = [
        new UnsecuredJWT({ ...claims, exp: now + 600 }).encode(),
        await of({}).sign(privateKey),
        await of({ aud: 'elsewhere' }).sign(privateKey),
        await of({ exp: now - 600 }).sign(privateKey),
      ];
      const told = [];
      for (const bad of tokens) told.push(seen(await ask('{ me { person } }', {}, { authorization: `Bearer ${bad}` })));
      return `${[...new Set(told)].join(', ')} ${told.length} times`;
    },
  ],
  [
    30,
    'headers that say who and where somebody is',
    'nobody',
    async () => {
      const spoof = {
        'x-forwarded-for': '127.0.0.1',
        'x-user-id': lead().subject,
        'x-forwarded-user': lead().subject,
        forwarded: 'for=127.0.0.1',
      };
      const told = await heard(
        await fetch(`${world.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...spoof },
          body: JSON.stringify({ query: '{ me { person } }' }),
        }),
      );
      return told.codes.includes('NOT_SIGNED_IN') ? 'nobody' : told.text;
    },
  ],
];
/** 21 (a list of documents that may be asked) does not apply: liaisons ask what they need, within the limits. */

const rows: string[][] = [['', 'what is tried', 'what is seen', 'as expected']];
afterAll(() => {
  if (!process.env['TABLE']) return;
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  process.stdout.write(rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n') + '\n');
});
test.each(ATTACKS)('%i %s: %s', async (nr, what, expected, go) => {
  const came = await go().catch((error: Error) => error.message);
  rows.push([String(nr), what, came, came === expected ? 'yes' : 'NO']);
  expect(came).toBe(expected);
});
