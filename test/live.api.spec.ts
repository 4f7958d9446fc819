import { Client } from 'pg';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import request from 'supertest';
import { newId, type Id } from '@doorbraak/kernel';
import { Notices } from '@doorbraak/platform';
import { createApi } from '../apps/api/app';
import { sealedCookie } from '../libs/access/sign-in.cookies';
import { Follower, type Change } from './follower';
import { act } from './household';
import { PlanTown } from './plan';
import { OpenWorld, type Someone } from './world';

jest.setTimeout(60_000);

let world: OpenWorld;
let here: PlanTown;
const open: Follower[] = [];
const listeners: Client[] = [];

beforeAll(async () => (here = await PlanTown.open((world = await OpenWorld.open()))));
afterEach(async () => {
  open.splice(0).forEach((follower) => follower.close());
  for (const listener of listeners.splice(0)) await listener.end();
});
afterAll(() => here.close());

const keep = (follower: Follower): Follower => {
  open.push(follower);
  return follower;
};
const tokenOf = (who: Someone) => here.world.issuer.token(who.subject);
const follow = async (who: Someone, address = here.world.address): Promise<Follower> =>
  keep(await Follower.of(address, await tokenOf(who)));
const stranger = async (headers: Record<string, string> = {}): Promise<Follower> => {
  const follower = await Follower.open(here.world.address, headers);
  if (typeof follower === 'number') throw new Error(`turned away with ${follower}`);
  return keep(follower);
};
/** The cookie of a session that lasts so many seconds, as signing in gives it. */
async function session({ subject }: Someone, seconds = 60): Promise<string> {
  const { DOORBRAAK_MASTER_KEY: masterKey, PUBLIC_URL: publicUrl } = here.world.configuration;
  const cookie = sealedCookie({ masterKey, publicUrl, name: 'session', path: '/', seconds, sameSite: 'strict' });
  const app = express().get('/', async (_request, response) => {
    await cookie.set(response, { issuer: here.world.issuer.url, subject });
    response.end();
  });
  const answer = await request(app).get('/');
  return answer.get('Set-Cookie')![0]!.split(';')[0]!;
}
const ORIGIN = () => new URL(here.world.configuration.PUBLIC_URL).origin;

const household = () => here.household;
const goal = (words = 'een doel') => here.do(here.people.lead, 'addGoal', { words });
const kinds = (changes: Change[]) => changes.map(({ kind }) => kind);
const acts = (changes: Change[]) => changes.map(({ act }) => act);

/** Asks an agency again and gives the id and version of its position. */
async function askPosition(which: 'wmo' | 'wlz'): Promise<{ position: Id; seen: number }> {
  const { rows } = await here.world.db.superuser.query<{ id: Id; version: number }>(
    'select id, version from agency_position where involvement_id = $1',
    [here.involvements[which]],
  );
  if (rows[0]) return { position: rows[0].id, seen: rows[0].version };
  const key = newId();
  await here.do(here.people.lead, 'askPosition', { involvement: here.involvements[which], clockDays: 5, seen: null }, key);
  return { position: key, seen: 1 };
}
async function answer(which: 'wmo' | 'wlz', asked: { position: Id; seen: number }) {
  const done = await here.do(here.people[which], 'answerPosition', { ...asked, answer: 'AGREES' });
  expect(done.reasons).toBeUndefined();
  return done;
}

describe('what is told', () => {
  test('an agency answers, and the professional is told without asking: plan, household and day', async () => {
    const asked = await askPosition('wmo');
    const { lead, wmo } = here.people;
    const [mine, theirs] = await Promise.all([follow(lead), follow(wmo)]);
    const [plan, map, day, own] = [mine.plan(here.plan), mine.household(household()), mine.myDay(), theirs.plan(here.plan)];
    for (const id of [plan, map, day]) await mine.changes(id, 1);
    await theirs.changes(own, 1);

    await answer('wmo', asked);
    const { version } = await here.one('plan', here.plan);
    const change = {
      kind: 'CHANGED',
      household: household(),
      act: 'answerPosition',
      subject: here.plan,
      part: asked.position,
      version,
      mine: false,
    };
    for (const id of [plan, map, day]) expect((await mine.changes(id, 2)).slice(1)).toEqual([change]);
    expect((await theirs.changes(own, 2)).slice(1)).toEqual([{ ...change, mine: true }]);
  });

  test('it begins with the version that is there, and holds ids and the name of the act, never what was written', async () => {
    const mine = await follow(here.people.lead);
    const id = mine.plan(here.plan);
    const { version } = await here.one('plan', here.plan);
    expect(await mine.changes(id, 1)).toEqual([
      { kind: 'BEGUN', household: household(), act: null, subject: here.plan, part: null, version, mine: false },
    ]);
    await goal('geheime woorden');
    const changes = await mine.changes(id, 2);
    expect(changes[1]).toMatchObject({ act: 'addGoal', version: Number(version) + 1, mine: true });
    expect(JSON.stringify(mine.messages)).not.toContain('geheim');
  });

  test('what was refused or rolled back is not told, and what is sent twice is told once', async () => {
    const mine = await follow(here.people.lead);
    const id = mine.plan(here.plan);
    await mine.changes(id, 1);
    const { position } = await askPosition('wmo');
    const stale = await here.do(here.people.wmo, 'answerPosition', { position, seen: 99, answer: 'AGREES' });
    expect(stale.reasons[0]?.code).toBe('CHANGED_MEANWHILE');
    const key = newId();
    for (let i = 0; i < 2; i++) await here.do(here.people.lead, 'addGoal', { words: 'tweemaal' }, key);
    await goal();
    expect(acts(await mine.changes(id, 3))).toEqual([null, 'addGoal', 'addGoal']);
  });

  test('an agency is told of its own rows, and nothing when others act', async () => {
    const [one, other] = [await askPosition('wmo'), await askPosition('wlz')];
    const theirs = await follow(here.people.wmo);
    const ids = [theirs.plan(here.plan), theirs.household(household()), theirs.myDay()];
    for (const id of ids) await theirs.changes(id, 1);
    await answer('wlz', other);
    await goal();
    await act(here.people.lead, 'addProblem', { household: household(), type: 'DEBT.RENT_ARREARS', personIds: [here.member] });
    await answer('wmo', one);
    for (const id of ids) expect(acts(await theirs.changes(id, 2))).toEqual([null, 'answerPosition']);
    await theirs.quiet();
    for (const id of ids) expect(theirs.told(id)).toHaveLength(2);
  });

  test('what the log keeps from somebody is not told either', async () => {
    const { lead, legal, peter } = here.people;
    const [mine, adviser] = await Promise.all([follow(lead), follow(legal)]);
    const [one, two] = [mine.household(household()), adviser.household(household())];
    await Promise.all([mine.changes(one, 1), adviser.changes(two, 1)]);
    const { data, errors } = await peter.ask<{ done: { __typename: string } }>(
      'mutation ($key: ID!, $input: ObjectToStatisticsInput!) { done: objectToStatistics(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { household: household(), reason: 'omdat het kan' } },
    );
    expect([errors, data?.done.__typename]).toEqual([undefined, 'Household']);
    await goal();
    // the household says this to who may read what it shares (K8); an adviser may not
    expect(acts(await mine.changes(one, 3))).toEqual([null, 'objectToStatistics', 'addGoal']);
    expect(acts(await adviser.changes(two, 2))).toEqual([null, 'addGoal']);
  });

  test('my day follows a household that comes, and tells when one goes', async () => {
    const { lead, outsider } = here.people;
    const theirs = await follow(outsider);
    const id = theirs.myDay();
    expect(await theirs.changes(id, 1)).toMatchObject([{ kind: 'BEGUN', household: null }]);
    await goal(); // of somebody else's household
    const { version } = await act(lead, 'createHousehold', { code: `P-${newId().slice(-4)}` }, newId());
    const one = await act(outsider, 'createHousehold', { code: 'P-day' }, newId());
    expect((await theirs.changes(id, 2))[1]).toMatchObject({ household: one.id, act: 'createHousehold', mine: true });
    await act(outsider, 'recordOwnWords', { household: one.id, seen: version, words: 'rust' });
    expect((await theirs.changes(id, 3))[2]).toMatchObject({ household: one.id, act: 'recordOwnWords' });
    await act(outsider, 'assignLead', { household: one.id, person: lead.person, seen: version + 1, reason: 'overdracht' });
    expect((await theirs.changes(id, 4))[3]).toEqual({
      ...{ kind: 'CHANGED', household: null, act: null, subject: null, part: null, version: null },
      mine: true,
    });
    await act(lead, 'recordOwnWords', { household: one.id, seen: version + 2, words: 'onrust' });
    await theirs.quiet();
    expect(theirs.told(id)).toHaveLength(4);
  });
});

describe('who is told', () => {
  const ALL = [
    ...['lead', 'deputy', 'holder', 'small', 'legal', 'economic', 'societal'],
    ...['wmo', 'wlz', 'mentor', 'outsider', 'peter', 'elsewhere'],
  ] as (keyof PlanTown['people'])[];

  test('who may read it, and nobody else; what is not for somebody answers like what does not exist', async () => {
    const sees: Record<string, string[]> = {};
    for (const name of ALL) {
      const who = here.people[name];
      const { data } = await who.ask<{ household: object | null; plan: object | null }>(
        'query ($household: ID!, $plan: ID!) { household(id: $household) { id } plan(id: $plan) { id } }',
        { household: household(), plan: here.plan },
      );
      const theirs = await follow(who);
      for (const [what, answer, id, nothing] of [
        ['household', data.household, theirs.household(household()), theirs.household(newId())],
        ['plan', data.plan, theirs.plan(here.plan), theirs.plan(newId())],
      ] as const) {
        expect([name, what, await theirs.ended(nothing)]).toEqual([name, what, []]);
        if (answer) expect([name, what, kinds(await theirs.changes(id, 1))]).toEqual([name, what, ['BEGUN']]);
        else expect([name, what, await theirs.ended(id)]).toEqual([name, what, []]);
        const of = (one: string) =>
          JSON.stringify(theirs.messages.filter((message) => message.id === one)).replaceAll(`"${one}"`, '');
        if (!answer) expect(of(id)).toBe(of(nothing));
        if (answer) (sees[what] ??= []).push(name);
      }
    }
    const whole = ['lead', 'deputy', 'holder', 'small', 'legal', 'economic', 'societal'];
    expect(sees).toEqual({
      household: [...whole, 'wmo', 'wlz', 'mentor', 'peter'],
      plan: [...whole, 'wmo', 'wlz', 'peter'],
    });
  });

  test('a role that it is not for is refused at the door, and the log keeps that', async () => {
    const theirs = await follow(here.town.admin);
    const id = theirs.household(household());
    await theirs.ended(id);
    expect([theirs.errors(id), theirs.told(id)]).toEqual([['NOT_ALLOWED'], []]);
  });

  test('to follow leaves one line, in vain as well; being told leaves none, because the act has one', async () => {
    const { lead, outsider } = here.people;
    const since = newId();
    const [mine, theirs] = await Promise.all([follow(lead), follow(outsider)]);
    const [id, none] = [mine.household(household()), theirs.household(household())];
    await Promise.all([mine.changes(id, 1), theirs.ended(none)]);
    await goal();
    await mine.changes(id, 2);
    const { rows } = await here.world.db.superuser.query(
      'select person_id, act, outcome, classes, household_ids from audit_log where id > $1 order by act, person_id',
      [since],
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ act: 'addGoal', outcome: 'DONE' });
    expect(rows.slice(1)).toEqual(
      expect.arrayContaining([
        { person_id: lead.person, act: 'followHousehold', outcome: 'READ', classes: ['K1'], household_ids: [household()] },
        { person_id: outsider.person, act: 'followHousehold', outcome: 'NOT_FOUND', classes: [], household_ids: [] },
      ]),
    );
  });

  test('another municipality hears nothing', async () => {
    const theirs = await follow(here.people.elsewhere);
    const id = theirs.myDay();
    await theirs.changes(id, 1);
    await goal();
    await theirs.quiet();
    expect(kinds(theirs.told(id))).toEqual(['BEGUN']);
  });

  test('a relation that ends while somebody follows: it ends quietly, and what came after is not told', async () => {
    const { lead, societal } = here.people;
    const { rows } = await here.world.db.superuser.query<{ id: Id }>('select id from asked where person_id = $1', [
      societal.person,
    ]);
    const theirs = await follow(societal);
    const ids = [theirs.plan(here.plan), theirs.household(household())];
    const day = theirs.myDay();
    for (const id of [...ids, day]) await theirs.changes(id, 1);
    const done = await here.do(lead, 'endAsking', { asking: rows[0]!.id });
    expect(done.reasons).toBeUndefined();
    await goal();
    for (const id of ids) expect(kinds(await theirs.ended(id))).toEqual(['BEGUN']);
    expect((await theirs.changes(day, 2))[1]).toMatchObject({ kind: 'CHANGED', household: null, act: null });
    // the socket goes on
    expect(await theirs.ended(theirs.plan(here.plan))).toEqual([]);
  });

  test('an agency whose involvement ended is told nothing more', async () => {
    const theirs = await follow(here.people.mentor);
    const id = theirs.household(household());
    await theirs.changes(id, 1);
    await here.world.db.superuser.query(`update involvement set to_on = '2025-03-01' where id = $1`, [here.involvements.mentor]);
    await goal();
    expect(kinds(await theirs.ended(id))).toEqual(['BEGUN']);
  });
});

describe('whose socket it is', () => {
  test('nobody: closed with 4401', async () => {
    for (const [authorization, reason] of [
      [undefined, 'NOT_SIGNED_IN'],
      ['Bearer a.b.c', 'TOKEN_INVALID'],
      ['nonsense', 'TOKEN_INVALID'],
      [{ token: 1 }, 'TOKEN_INVALID'],
      [`Bearer ${await here.world.issuer.token('somebody-unknown')}`, 'UNKNOWN_ACCOUNT'],
    ]) {
      const follower = await stranger();
      follower.introduce(authorization);
      expect([authorization, await follower.closed]).toEqual([authorization, { code: 4401, reason }]);
    }
  });

  test('who asks before saying who he is: 4401; who says nothing: 4408; who speaks another protocol: 4406', async () => {
    const early = await stranger();
    early.household(household());
    expect((await early.closed).code).toBe(4401);
    expect((await (await stranger()).closed).code).toBe(4408);
    const other = keep((await Follower.open(here.world.address, {}, 'graphql-transport-ws')) as Follower);
    other.send({ type: 'connection_init' });
    other.send({ type: 'connection_init' });
    expect([4401, 4429]).toContain((await other.closed).code);
  });

  test('a browser: the session counts on our own pages only', async () => {
    const cookie = await session(here.people.lead);
    const mine = keep(await Follower.of(here.world.address, undefined, { cookie, origin: ORIGIN() }));
    expect(kinds(await mine.changes(mine.household(household()), 1))).toEqual(['BEGUN']);
    for (const headers of [
      { cookie, origin: 'http://elsewhere.example' },
      { cookie, origin: 'http://127.0.0.1:2' },
      { cookie, origin: 'null' },
      { cookie, origin: ORIGIN(), 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[])
      expect([headers, await Follower.open(here.world.address, headers)]).toEqual([headers, 403]);
    // a foreign page with a token is a foreign page
    expect(await Follower.open(here.world.address, { origin: 'http://elsewhere.example' })).toBe(403);
    // without an Origin it is no browser, and a cookie alone says nothing
    const program = await stranger({ cookie });
    program.introduce();
    expect(await program.closed).toEqual({ code: 4401, reason: 'NOT_SIGNED_IN' });
  });

  test('there is no socket anywhere else', async () => {
    const { address } = here.world;
    const follower = await Follower.open(`${address}/elsewhere`);
    expect(follower).toBe(404);
  });

  test('an expired session closes it, while it is open', async () => {
    const cookie = await session(here.people.lead, 2);
    const mine = keep(await Follower.of(here.world.address, undefined, { cookie, origin: ORIGIN() }));
    const id = mine.household(household());
    await mine.changes(id, 1);
    expect(await mine.closed).toEqual({ code: 4401, reason: 'NOT_SIGNED_IN' });
    const over = await stranger({ cookie, origin: ORIGIN() });
    over.introduce();
    expect((await over.closed).code).toBe(4401);
    const response = await fetch(`${here.world.address}/graphql`, {
      method: 'POST',
      headers: { cookie, origin: ORIGIN(), 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { person } }' }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] });
  });

  test('an account that is taken away: told nothing from that moment, and closed within ten seconds', async () => {
    const { economic } = here.people;
    const theirs = await follow(economic);
    const id = theirs.household(household());
    await theirs.changes(id, 1);
    const begun = Date.now();
    const { rows } = await here.world.db.superuser.query<{ id: Id; version: number }>(
      'select id, version from account where person_id = $1',
      [economic.person],
    );
    await here.town.admin.ask(
      'mutation ($key: ID!, $account: ID!, $seen: Int!) { disableAccount(key: $key, account: $account, seen: $seen) { __typename } }',
      { key: newId(), account: rows[0]!.id, seen: rows[0]!.version },
    );
    await goal();
    expect(await theirs.closed).toEqual({ code: 4401, reason: 'UNKNOWN_ACCOUNT' });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(kinds(theirs.told(id))).toEqual(['BEGUN']);
  });
});

describe('how much', () => {
  test('twenty subscriptions on a socket; one more is refused and the others go on', async () => {
    const mine = await follow(here.people.lead);
    const ids = Array.from({ length: 20 }, () => mine.household(household()));
    for (const id of ids) await mine.changes(id, 1);
    const more = mine.household(household());
    await mine.until(({ id }) => id === more, 'an answer');
    expect(mine.errors(more)).toEqual(['QUERY_TOO_LARGE']);
    await goal();
    for (const id of ids) expect(acts(await mine.changes(id, 2))).toEqual([null, 'addGoal']);
    mine.send({ type: 'complete', id: ids[0] });
    expect(kinds(await mine.changes(mine.household(household()), 1))).toEqual(['BEGUN']);
  });

  test('twenty sockets of one person; one more is closed, and there is room again when one leaves', async () => {
    const { deputy } = here.people;
    const all = [];
    for (let i = 0; i < 20; i++) all.push(await follow(deputy));
    const more = await stranger();
    more.introduce(`Bearer ${await tokenOf(deputy)}`);
    expect(await more.closed).toEqual({ code: 4429, reason: 'QUERY_TOO_LARGE' });
    all[0]!.close();
    await all[0]!.closed;
    await all[1]!.quiet();
    const again = await follow(deputy);
    expect(kinds(await again.changes(again.household(household()), 1))).toEqual(['BEGUN']);
  });

  test('a long message, a flood of them, or no message of the protocol closes it', async () => {
    const long = await follow(here.people.lead);
    long.ask(`subscription { myDayChanged { kind } } # ${'x'.repeat(20_000)}`);
    expect((await long.closed).code).toBe(1009);
    const flood = await follow(here.people.lead);
    for (let i = 0; i < 250; i++) flood.send({ type: 'ping' });
    expect((await flood.closed).code).toBe(4429);
    const nonsense = await follow(here.people.lead);
    nonsense.socket.send('{"type":"subscribe"}');
    expect((await nonsense.closed).code).toBe(4400);
  });

  test('many sockets of which nobody knows whose they are: the rest is turned away, and they are closed', async () => {
    const all = await Promise.all(Array.from({ length: 210 }, () => Follower.open(here.world.address)));
    const [inside, away] = [all.filter((one) => typeof one !== 'number'), all.filter((one) => typeof one === 'number')];
    expect([inside.length, new Set(away)]).toEqual([200, new Set([503])]);
    expect(new Set((await Promise.all(inside.map((one) => one.closed))).map(({ code }) => code))).toEqual(new Set([4408]));
    await follow(here.people.lead);
  });

  test('who reads slower than others act is told once to look again', async () => {
    const { db, app } = world;
    const mine = await follow(here.people.lead);
    const id = mine.household(household());
    await mine.changes(id, 1);
    const acting = new Client({ connectionString: db.url });
    await acting.connect();
    listeners.push(acting);
    await db.superuser.query('begin; lock table household in access exclusive mode'); // so that nobody's rights can be asked
    const notice = { tenant: here.town.municipality, households: [household()], act: 'addGoal', by: newId(), subject: newId() };
    for (let i = 0; i < 120; i++)
      await app.get(Notices).tell(acting as never, { ...notice, line: newId(), part: null, version: null });
    await mine.quiet();
    await db.superuser.query('rollback');
    expect(kinds(await mine.changes(id, 2))).toEqual(['BEGUN', 'RESYNC']);
    await goal();
    expect(acts(await mine.changes(id, 3))).toEqual([null, null, 'addGoal']);
  });
});

describe('one way to ask', () => {
  test('a question or an act over the socket is refused and not done', async () => {
    const mine = await follow(here.people.lead);
    const key = newId();
    for (const [query, variables] of [
      ['{ me { person } }', {}],
      [
        'mutation ($key: ID!, $input: AddGoalInput!) { addGoal(key: $key, input: $input) { __typename } }',
        { key, input: { plan: here.plan, words: 'x' } },
      ],
    ] as const) {
      const id = mine.ask(query, variables);
      await mine.until((one) => one.id === id, 'an answer');
      expect(mine.errors(id)).toEqual(['WRONG_TRANSPORT']);
    }
    expect((await here.world.db.superuser.query('select from goal where id = $1', [key])).rowCount).toBe(0);
  });

  test('to follow over HTTP is refused', async () => {
    const { data, errors } = await here.people.lead.ask('subscription { myDayChanged { kind } }');
    expect([data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([undefined, ['WRONG_TRANSPORT']]);
  });

  test.each<[string, string, object, string]>([
    ['too many words', `subscription { myDayChanged { ${'kind '.repeat(3100)} } }`, {}, 'QUERY_TOO_LARGE'],
    [
      'too many names',
      `subscription { myDayChanged { ${Array.from({ length: 16 }, (_, i) => `a${i}: kind`).join(' ')} } }`,
      {},
      'QUERY_TOO_LARGE',
    ],
    [
      'too deep variables',
      'subscription { myDayChanged { kind } }',
      { a: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown },
      'QUERY_TOO_LARGE',
    ],
    ['a field that is not there', 'subscription { myDayChanged { kinds } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['two at once', 'subscription { myDayChanged { kind } a: myDayChanged { kind } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['no language at all', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an id that is none', 'subscription { householdChanged(household: "123456782") { kind } }', {}, 'BAD_INPUT'],
  ])('%s', async (_what, query, variables, code) => {
    const mine = await follow(here.people.lead);
    const id = mine.ask(query, variables);
    await mine.until((one) => one.id === id, 'an answer');
    expect(new Set(mine.errors(id))).toEqual(new Set([code]));
    expect(JSON.stringify(mine.messages)).not.toMatch(/Did you mean|123456782|node_modules/);
  });
});

describe('between processes', () => {
  let other: NestExpressApplication;
  let there: string;
  let stopped = false;
  beforeAll(async () => {
    other = await createApi(here.world.configuration);
    await other.listen(0, '127.0.0.1');
    there = await other.getUrl();
  });
  afterAll(() => stopped || other.close());

  const listening = async () => {
    const { rows } = await here.world.db.superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'doorbraak notices'`,
    );
    return rows[0]!.n;
  };

  test('what is done at one is told at the other', async () => {
    const mine = await follow(here.people.lead, there);
    const id = mine.household(household());
    await mine.changes(id, 1);
    await goal();
    expect(acts(await mine.changes(id, 2))).toEqual([null, 'addGoal']);
  });

  test('each has one connection for this, and when it is killed everybody is told to look again, and then told again', async () => {
    const [mine, theirs] = [await follow(here.people.lead), await follow(here.people.lead, there)];
    const [one, two] = [mine.household(household()), theirs.household(household())];
    await Promise.all([mine.changes(one, 1), theirs.changes(two, 1)]);
    const { rowCount } = await here.world.db.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'doorbraak notices'`,
    );
    expect(rowCount).toBe(2);
    expect(kinds(await mine.changes(one, 2))).toEqual(['BEGUN', 'RESYNC']);
    expect(kinds(await theirs.changes(two, 2))).toEqual(['BEGUN', 'RESYNC']);
    await goal();
    expect(acts(await mine.changes(one, 3))[2]).toBe('addGoal');
    expect(acts(await theirs.changes(two, 3))[2]).toBe('addGoal');
  });

  test('whoever else listens at the database learns nothing but that something was done, and nobody else can tell something', async () => {
    const listener = new Client({ connectionString: here.world.configuration.DATABASE_URL });
    await listener.connect();
    listeners.push(listener);
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen doorbraak_done');
    const mine = await follow(here.people.lead);
    const id = mine.household(household());
    await mine.changes(id, 1);
    const forged = { tenant: here.town.municipality, households: [household()], act: 'decidePlan', line: newId(), by: newId() };
    await listener.query('select pg_notify($1, $2)', ['doorbraak_done', JSON.stringify(forged)]);
    await listener.query('select pg_notify($1, $2)', ['doorbraak_done', 'd1.notice.a.b.c']);
    await goal();
    expect(acts(await mine.changes(id, 2))).toEqual([null, 'addGoal']);
    await listener.query('select 1');
    expect(heard).toHaveLength(3);
    expect(heard[2]).toMatch(/^d1\.notice\.[\w.-]+$/);
    expect(Buffer.from(heard[2]!.split('.')[4]!, 'base64url').toString()).not.toContain(household());
  });

  test('an act on more households than one notice carries is told to each', async () => {
    const heard: string[] = [];
    const app = other;
    const stop = await app.get(Notices).hear((one) => one !== 'RESYNC' && heard.push(...one.households));
    const many = Array.from({ length: 250 }, () => newId());
    const tx = { query: (sql: string, parameters: unknown[]) => here.world.db.superuser.query(sql, parameters) };
    const notice = {
      tenant: newId(),
      act: 'handOverAll',
      line: newId(),
      by: newId(),
      subject: newId(),
      part: null,
      version: null,
    };
    await app.get(Notices).tell(tx as never, { ...notice, households: many });
    while (heard.length < 250) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(new Set(heard)).toEqual(new Set(many));
    stop();
  });

  test('asked to stop: sockets are closed with 1001, also one that does not answer, in little time', async () => {
    const mine = await follow(here.people.lead, there);
    const deaf = await follow(here.people.lead, there);
    await mine.changes(mine.household(household()), 1);
    (deaf.socket as unknown as { _socket: { pause(): void } })._socket.pause();
    const before = await listening();
    const begun = Date.now();
    stopped = true;
    await other.close();
    expect(await mine.closed).toEqual({ code: 1001, reason: 'GOING_AWAY' });
    expect(Date.now() - begun).toBeLessThan(3000);
    expect(await listening()).toBe(before - 1);
  });
});
