import { Client } from 'pg';
import { grantsOf, type Role } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import { signContext } from '@doorbraak/platform';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';
import { pseudonymOf } from './fact.service';
import { periodOf } from './outcome.rules';

jest.setTimeout(120_000);

let here: PlanTown;
let coordinator: Someone;
let otherTeam: Someone;
beforeAll(async () => {
  here = await PlanTown.open();
  const zuid = newId();
  await here.town.admin.ask('mutation ($key: ID!) { addFixteam(key: $key, name: "Demo-Zuid") { __typename } }', { key: zuid });
  otherTeam = await here.world.invite(here.town, 'lead-zuid', ['LEAD_PROFESSIONAL'], { fixteam: zuid });
  coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
});
afterAll(() => here.close());

/** Every reason why not; none = it was done. What is not a refusal is thrown. */
async function why(who: Someone, name: string, input: object, key = newId()): Promise<string[]> {
  const answer = await who.ask<Record<string, { reasons?: { code: string; about: string | null }[] }>>(
    `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) {
       __typename ... on OutcomeRefused { reasons { code about } } } }`,
    { key, input: name.endsWith('Statistics') ? { household: here.household, ...input } : { plan: here.plan, ...input } },
  );
  if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
  return (answer.data[name].reasons ?? []).map(({ code, about }) => `${code} ${about ?? ''}`.trim());
}

const REVIEW = 'id months heldOn byPerson scores { domain score } domainsMissing contactsPerMonth hours words closes reported';
const PERIOD = `id kind fromOn toOn known totals { totalCents byPayer { payer cents } unpricedCount }
  costLines { id cents note } unpriced { id item note }`;
const BOTTLENECK = 'id provision problemId problemType obstacle kind';
const EXPERIENCE = 'id personId onDay voice respect treatment words how';
const GONE = 'withdrawnOn withdrawnReason';
const CAME = `reviews { ${REVIEW} } reviewsDue { months dueOn state } realised { ${PERIOD} } experienceAsked
  expectedAndRealised { horizonMonths rows { payer expectedAsNowCents expectedBreakthroughCents realisedBeforeCents realisedAfterCents } }
  experiences { ${EXPERIENCE} } bottlenecks { ${BOTTLENECK} signal { id status } }
  outcomeWithdrawn { reviews { id ${GONE} scores { score } } periods { id ${GONE} costLines { id } } costLines { id ${GONE} }
    unpriced { id ${GONE} } bottlenecks { id ${GONE} } experiences { id words ${GONE} } }`;
type Row = { id: Id } & Record<string, unknown>;
type Came = {
  reviews: Row[];
  reviewsDue: { months: number; dueOn: string; state: string }[];
  realised: Row[];
  experienceAsked: boolean;
  expectedAndRealised: { horizonMonths: number; rows: Record<string, unknown>[] } | null;
  experiences: Row[] | null;
  bottlenecks: Row[];
  outcomeWithdrawn: Record<'reviews' | 'periods' | 'costLines' | 'unpriced' | 'bottlenecks' | 'experiences', Row[]> | null;
};
async function came(who: Someone): Promise<Came | null> {
  const { data, errors } = await who.ask<{ plan: Came | null }>(`query ($id: ID!) { plan(id: $id) { ${CAME} } }`, {
    id: here.plan,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.plan;
}
const due = async () => (await came(here.people.lead))!.reviewsDue.map(({ months, state }) => `${months} ${state}`);

/** The inbox as nobody of the product can read it. */
const inbox = async () =>
  (
    await here.world.db.superuser.query<{
      id: Id;
      kind: string;
      pseudonym: string;
      fixteam_id: Id;
      half_year: string;
      content: Record<string, unknown>;
    }>('select id, kind, pseudonym, fixteam_id, half_year, content from report_fact order by ctid')
  ).rows;
const kinds = async () => (await inbox()).map(({ kind }) => kind);

/** Plain SQL as the role of the application, with the context that the api signs for this person. */
async function asApp(who: Someone, role: Role, sql: string, parameters: unknown[] = []): Promise<unknown[] | string> {
  const client = new Client({ connectionString: here.world.configuration.DATABASE_URL });
  await client.connect();
  try {
    const { municipality } = here.town;
    const { payload, mac } = signContext(
      {
        person: who.person,
        home: municipality,
        tenants: [municipality],
        agency: null,
        today: PLAN_DAY,
        grants: grantsOf([role]),
      },
      here.world.configuration.DOORBRAAK_CONTEXT_KEY,
    );
    await client.query('begin');
    await client.query('select gate.begin_context($1, $2)', [payload, mac]);
    const { rows } = await client.query<Record<string, unknown>>(sql, parameters);
    return rows;
  } catch (error) {
    return String((error as Error).message);
  } finally {
    await client.end();
  }
}

const scores = [
  { domain: 'HOUSING', score: 2 },
  { domain: 'MENTAL_HEALTH', score: 2 },
];
const review = (months: number, heldOn: string, more = {}) => ({ months, heldOn, scores, ...more });
const ids = {
  ...{ first: newId(1), again: newId(2), three: newId(3), last: newId(4) },
  ...{ unknown: newId(5), before: newId(6), after: newId(7), knot: newId(8), mine: newId(9) },
};

test('of a plan that is open nothing came yet', async () => {
  const { lead } = here.people;
  expect(await why(lead, 'recordReview', review(0, PLAN_DAY))).toEqual([`PLAN_STILL_OPEN ${here.plan}`]);
  expect(await why(lead, 'adjustFact', { reason: 'x' })).toEqual([`PLAN_STILL_OPEN ${here.plan}`]);
  expect(await came(lead)).toMatchObject({ reviews: [], reviewsDue: [], experienceAsked: false });
  await here.decided(PLAN_DAY);
  expect(await due()).toEqual(['0 DUE', '3 COMING', '6 COMING', '12 COMING']);
});

test('what has no form of a review is refused before anything is read', async () => {
  const { lead } = here.people;
  for (const [more, code] of [
    [{ months: 4 }, 'REVIEW_MONTHS'],
    [{ scores: [{ domain: 'HOUSING', score: 6 }] }, 'SCORE_RANGE'],
    [{ scores: [{ domain: 'HOUSING', score: 0 }] }, 'SCORE_RANGE'],
    [{ hours: '1,5' }, 'DECIMAL_INVALID'],
    [{ contactsPerMonth: '-1' }, 'DECIMAL_INVALID'],
  ] as const)
    await expect(why(lead, 'recordReview', { ...review(0, PLAN_DAY), ...more })).rejects.toThrow(code);
});

test('the first review says how it stood; held once, and anew when it was a mistake', async () => {
  const { lead, deputy } = here.people;
  for (const [input, reason] of [
    [review(0, '2025-10-28'), 'DATE_FUTURE heldOn'],
    [review(3, PLAN_DAY), 'REVIEW_TOO_EARLY heldOn'],
    [review(0, '2025-09-25'), 'REVIEW_TOO_EARLY heldOn'],
    [review(0, PLAN_DAY, { scores: [] }), 'REQUIRED scores'],
    [review(0, PLAN_DAY, { scores: [{ domain: 'LUCK', score: 1 }] }), 'DOMAIN_UNKNOWN LUCK'],
    [review(0, PLAN_DAY, { scores: [...scores, scores[0]] }), 'DOMAIN_TWICE HOUSING'],
    [review(0, PLAN_DAY, { closes: true }), 'CLOSES_ONLY_AT_TWELVE closes'],
  ] as const)
    expect((await why(lead, 'recordReview', input))[0]).toBe(reason);
  expect(await why(lead, 'recordReview', review(0, PLAN_DAY, { contactsPerMonth: '6' }), ids.first)).toEqual([]);
  expect(await why(deputy, 'recordReview', review(0, PLAN_DAY))).toEqual(['REVIEW_HELD_ALREADY']);
  expect(await why(lead, 'withdrawFromOutcome', { entry: ids.first, reason: 'vergist' })).toEqual([]);
  expect(await why(lead, 'withdrawFromOutcome', { entry: ids.first, reason: 'vergist' })).toEqual([
    `WITHDRAWN_ALREADY ${ids.first}`,
  ]);
  expect(await due()).toEqual(['0 DUE', '3 COMING', '6 COMING', '12 COMING']);
  expect(await why(deputy, 'recordReview', review(0, PLAN_DAY, { contactsPerMonth: '6.0', hours: '12' }), ids.again)).toEqual([]);
  const { reviews, outcomeWithdrawn } = (await came(lead))!;
  expect(reviews).toEqual([
    {
      ...{ id: ids.again, months: 0, heldOn: PLAN_DAY, byPerson: deputy.person, scores, domainsMissing: [] },
      ...{ contactsPerMonth: '6.0', hours: '12', words: null, closes: false, reported: false },
    },
  ]);
  expect(outcomeWithdrawn!.reviews).toEqual([
    { id: ids.first, withdrawnOn: PLAN_DAY, withdrawnReason: 'vergist', scores: [{ score: 2 }, { score: 2 }] },
  ]);
  expect(await here.one('plan', here.plan)).toMatchObject({ version: 1, status: 'DECIDED' });
});

test('what the twelve months before cost, or that nobody knows: then there are no amounts and no nothing', async () => {
  const { lead } = here.people;
  expect(await why(lead, 'recordRealised', { kind: 'BEFORE', known: false }, ids.unknown)).toEqual([]);
  expect(await why(lead, 'recordRealised', { kind: 'BEFORE', known: true })).toEqual(['ENTERED_ALREADY']);
  expect(await why(lead, 'recordRealised', { kind: 'AFTER', known: true })).toEqual(['PERIOD_NOT_OVER 2026-10-26']);
  const cost = { unitCost: 'WMO_GUIDANCE_PLUS', quantity: '10', payer: 'WMO', oneOff: false, note: 'begeleiding' };
  expect(await why(lead, 'addRealisedCost', { ...cost, period: ids.unknown })).toEqual([`PERIOD_NOT_KNOWN ${ids.unknown}`]);
  const item = newId();
  const unpriced = { period: ids.unknown, item: 'LEAD_HOURS', note: 'uren' };
  expect(await why(lead, 'addRealisedUnpriced', { ...unpriced, item: 'LUCK' })).toEqual(['UNPRICED_ITEM_UNKNOWN LUCK']);
  expect(await why(lead, 'addRealisedUnpriced', { ...unpriced, period: here.plan })).toEqual([`PERIOD_UNKNOWN ${here.plan}`]);
  expect(await why(lead, 'addRealisedUnpriced', unpriced, item)).toEqual([]);
  expect((await came(lead))!.realised).toEqual([
    {
      ...{ id: ids.unknown, kind: 'BEFORE', fromOn: '2024-10-27', toOn: '2025-10-26', known: false, totals: null, costLines: [] },
      unpriced: [{ id: item, item: 'LEAD_HOURS', note: 'uren' }],
    },
  ]);
  expect((await came(lead))!.expectedAndRealised!.rows).toMatchObject([{ payer: 'WMO', realisedBeforeCents: null }]);

  const away = (entry: Id) => why(lead, 'withdrawFromOutcome', { entry, reason: 'toch bekend' });
  expect(await away(ids.unknown)).toEqual([`ENTRY_IN_USE ${item}`]);
  expect([await away(item), await away(ids.unknown)]).toEqual([[], []]);
  expect(await why(lead, 'recordRealised', { kind: 'BEFORE', known: true }, ids.before)).toEqual([]);
  const [line, wrong] = [newId(), newId()];
  const at = { ...cost, period: ids.before };
  for (const [more, reason] of [
    [{ period: ids.unknown }, `PERIOD_UNKNOWN ${ids.unknown}`],
    [{ unitCost: 'LUCK' }, 'UNIT_COST_UNKNOWN LUCK'],
    [{ payer: 'WLZ' }, 'PAYER_DIFFERS_FROM_PRICE WLZ'],
    [{ unitCost: 'FACE_VALUE_EUR', payer: 'LUCK' }, 'PAYER_UNKNOWN LUCK'],
    [{ quantity: 'ten' }, 'DECIMAL_INVALID quantity'],
    [{ quantity: '0' }, 'QUANTITY_ZERO quantity'],
  ] as const)
    expect(await why(lead, 'addRealisedCost', { ...at, ...more })).toEqual([reason]);
  expect(await why(lead, 'addRealisedCost', at, line)).toEqual([]);
  expect(await why(lead, 'addRealisedCost', { ...at, note: 'dubbel' }, wrong)).toEqual([]);
  expect(await away(wrong)).toEqual([]);
  const { realised, expectedAndRealised, outcomeWithdrawn } = (await came(lead))!;
  expect(realised).toMatchObject([
    {
      id: ids.before,
      totals: { totalCents: '85200', byPayer: [{ payer: 'WMO', cents: '85200' }], unpricedCount: 0 },
      costLines: [{ id: line, cents: '85200', note: 'begeleiding' }],
    },
  ]);
  expect(expectedAndRealised).toEqual({
    horizonMonths: 12,
    rows: [
      {
        ...{ payer: 'WMO', expectedAsNowCents: '886080', expectedBreakthroughCents: '664560' },
        ...{ realisedBeforeCents: '85200', realisedAfterCents: null },
      },
    ],
  });
  expect(outcomeWithdrawn).toMatchObject({
    periods: [{ id: ids.unknown }],
    costLines: [{ id: wrong }],
    unpriced: [{ id: item }],
  });

  const { superuser } = here.world.db;
  await superuser.query('begin');
  for (const day of ['2023-02-28', '2023-03-01', '2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2025-03-01'])
    for (const kind of ['BEFORE', 'AFTER'] as const) {
      const { fromOn, toOn } = periodOf(kind, day);
      const set = 'update realised_period set kind = $2, from_on = $3, to_on = $4 where id = $1';
      await superuser.query(set, [ids.unknown, kind, fromOn, toOn]);
    }
  await superuser.query('rollback');
});

test('a list of realised costs ends somewhere', async () => {
  const { lead } = here.people;
  const line = { owner_kind: 'REALISED', owner_id: ids.before, unit_cost: 'POLICE_HOUR', price_cents: 1, price_year: 2025 };
  const row = { ...line, quantity: 1, one_off: true, payer: 'JUSTICE', note: 'full', cents: 1 };
  const item = { owner_kind: 'REALISED', owner_id: ids.before, item: 'LEAD_HOURS', note: 'full' };
  for (let n = 1; n < 100; n++) await here.row('cost_line', row);
  for (let n = 0; n < 100; n++) await here.row('unpriced_item', item);
  const cost = { unitCost: 'POLICE_HOUR', quantity: '1', payer: 'JUSTICE', oneOff: true, note: 'x', period: ids.before };
  const unpriced = { item: 'LEAD_HOURS', note: 'x', period: ids.before };
  expect(await why(lead, 'addRealisedCost', cost)).toEqual(['LIST_FULL']);
  expect(await why(lead, 'addRealisedUnpriced', unpriced)).toEqual(['LIST_FULL']);
  for (const table of ['cost_line', 'unpriced_item'])
    await here.world.db.superuser.query(`delete from ${table} where note = 'full'`);
  const [a, b] = [newId(), newId()];
  expect([await why(lead, 'addRealisedCost', cost, a), await why(lead, 'addRealisedUnpriced', unpriced, b)]).toEqual([[], []]);
  for (const entry of [a, b]) expect(await why(lead, 'withdrawFromOutcome', { entry, reason: 'proef' })).toEqual([]);
});

describe('how it was felt', () => {
  const experience = (more = {}) => ({
    ...{ person: here.member, onDay: '2025-11-03', voice: 4, respect: 5, treatment: 4, how: 'ON_SCREEN' },
    ...{ words: 'Ze luisterden nu wel.', ...more },
  });
  const reading = 'select voice, respect, treatment, words from experience';

  test('is said by oneself, or aloud to a professional who then cannot read it', async () => {
    const { lead, peter, wmo } = here.people;
    await here.setClock('2025-11-02');
    expect((await came(peter))!.experienceAsked).toBe(false);
    await here.setClock('2025-11-03');
    expect([(await came(peter))!.experienceAsked, (await came(lead))!.experienceAsked]).toEqual([true, true]);
    for (const [who, more, reasons] of [
      [peter, { person: lead.person }, [`EXPERIENCE_IS_OWN ${lead.person}`]],
      [peter, { how: 'ALOUD' }, ['ON_SCREEN_IS_OWN ALOUD']],
      [lead, {}, ['ON_SCREEN_IS_OWN ON_SCREEN']],
      [lead, { how: 'ALOUD', person: lead.person }, [`MEMBER_UNKNOWN ${lead.person}`]],
      [peter, { onDay: '2025-11-04' }, ['DATE_FUTURE onDay']],
      [peter, { onDay: '2025-10-26' }, ['RANGE_INVERTED onDay']],
    ] as const)
      expect(await why(who, 'giveExperience', experience(more))).toEqual(reasons);
    await expect(why(peter, 'giveExperience', experience({ voice: 6 }))).rejects.toThrow('SCORE_RANGE');
    await expect(why(wmo, 'giveExperience', experience())).rejects.toThrow('NOT_ALLOWED');
    expect(await why(peter, 'giveExperience', experience(), ids.mine)).toEqual([]);
    expect(await why(peter, 'giveExperience', experience())).toEqual(['ENTERED_ALREADY']);
    const aloud = experience({ how: 'ALOUD', onDay: '2025-11-02', words: null });
    expect(await why(lead, 'giveExperience', aloud)).toEqual([]);
    expect(await why(lead, 'giveExperience', aloud)).toEqual(['ENTERED_ALREADY']);
  });

  test('is read by who said it and by nobody whom it rates, also with plain SQL', async () => {
    const { lead, peter, small } = here.people;
    const shown = (await came(peter))!;
    expect(shown.experiences).toMatchObject([
      { onDay: '2025-11-02', how: 'ALOUD', words: null },
      { id: ids.mine, voice: 4, respect: 5, treatment: 4, words: 'Ze luisterden nu wel.', how: 'ON_SCREEN' },
    ]);
    expect(shown.experienceAsked).toBe(false);
    for (const who of [lead, small, coordinator]) {
      const theirs = (await came(who))!;
      expect([theirs.experiences, theirs.outcomeWithdrawn!.experiences, theirs.experienceAsked]).toEqual([null, null, true]);
    }
    expect(await asApp(lead, 'LEAD_PROFESSIONAL', 'select count(*)::int as n from review')).toEqual([{ n: 2 }]);
    expect(await asApp(lead, 'LEAD_PROFESSIONAL', reading)).toEqual([]);
    expect(await asApp(lead, 'LEAD_PROFESSIONAL', 'update experience set voice = 5')).toEqual([]);
    const own = (await asApp(peter, 'HOUSEHOLD_MEMBER', reading)) as { words: string | null }[];
    expect(own).toHaveLength(2);
    expect(own.flatMap(({ words }) => words ?? [])).toEqual([expect.stringMatching(/^d1\./)]);
    expect(await here.one('experience', ids.mine)).toMatchObject({ voice: 4, words: expect.not.stringContaining('luisterden') });
  });

  test('is taken back by who said it, who takes back nothing else', async () => {
    const { lead, peter } = here.people;
    const away = (who: Someone, entry: Id) => why(who, 'withdrawFromOutcome', { entry, reason: 'toch niet' });
    expect(await away(lead, ids.mine)).toEqual([`ENTRY_UNKNOWN ${ids.mine}`]);
    expect(await away(peter, ids.again)).toEqual([`EXPERIENCE_IS_OWN ${ids.again}`]);
    const { id } = (await came(peter))!.experiences![0]!;
    expect(await away(peter, id)).toEqual([]);
    const { experiences, outcomeWithdrawn } = (await came(peter))!;
    expect(experiences!.map((one) => one.id)).toEqual([ids.mine]);
    expect(outcomeWithdrawn!.experiences).toMatchObject([{ id, withdrawnReason: 'toch niet' }]);
  });

  test('what was written down wrongly is taken back unseen, by who wrote it', async () => {
    const { lead, deputy } = here.people;
    const typo = newId();
    expect(await why(lead, 'giveExperience', experience({ how: 'ALOUD', onDay: '2025-10-30', words: null }), typo)).toEqual([]);
    const away = (who: Someone) => why(who, 'withdrawFromOutcome', { entry: typo, reason: 'typefout' });
    expect(await away(deputy)).toEqual([`ENTRY_UNKNOWN ${typo}`]);
    expect(await away(lead)).toEqual([]);
    expect(await away(lead)).toEqual([`ENTRY_UNKNOWN ${typo}`]);
    expect(await here.one('experience', typo)).toMatchObject({
      withdrawn_by: lead.person,
      withdrawn_reason: 'typefout',
      voice: 4,
    });
  });

  test('that it was said is told to who wrote it down and to the household, and to no other professional', async () => {
    const { lead, deputy, peter, legal } = here.people;
    const said = newId();
    expect(await why(peter, 'giveExperience', experience({ onDay: '2025-11-01' }), said)).toEqual([]);
    // Nobody learns it from a refusal either, and of one day the own words count.
    expect(await why(lead, 'giveExperience', experience({ onDay: '2025-11-01', how: 'ALOUD', voice: 1, words: null }))).toEqual(
      [],
    );
    const mean = () => asApp(lead, 'LEAD_PROFESSIONAL', 'select answers, voice::text from gate.experience_of($1)', [here.plan]);
    expect(await mean()).toEqual([{ answers: 2, voice: expect.stringMatching(/^4\.0+$/) }]);
    expect(await why(peter, 'withdrawFromOutcome', { entry: said, reason: 'toch anders' })).toEqual([]);
    expect(await mean()).toEqual([{ answers: 2, voice: expect.stringMatching(/^2\.50+$/) }]);
    for (const { id } of (await came(peter))!.experiences!.filter((one) => one['onDay'] === '2025-11-01'))
      expect(await why(peter, 'withdrawFromOutcome', { entry: id, reason: 'zei ik niet' })).toEqual([]);
    expect(await why(peter, 'objectToStatistics', { reason: 'proef' })).toEqual([]);
    await here.world.db.superuser.query('delete from statistics_act');
    type Lines = {
      whoLooked: { act: string; outcome: string; who: Id }[] | null;
      changes: { acts: { act: string; byLabel: string | null }[] };
    };
    const log = async (who: Someone) => {
      const { data } = await who.ask<{ household: Lines }>(
        'query ($id: ID!) { household(id: $id) { whoLooked(first: 100) { act outcome who } changes { acts { act byLabel } } } }',
        { id: here.household },
      );
      const { whoLooked, changes } = data.household;
      const acts = (lines: { act: string }[]) => [...new Set(lines.map(({ act }) => act))].sort();
      const looked = (by: Someone) => acts((whoLooked ?? []).filter((one) => one.who === by.person && one.outcome === 'DONE'));
      return {
        looked,
        changed: acts(changes?.acts.filter(({ byLabel }) => byLabel === null) ?? []),
        all: acts(changes?.acts ?? []),
      };
    };
    const quiet = ['giveExperience', 'withdrawFromOutcome'];
    expect((await log(peter)).looked(peter)).toEqual([quiet[0], 'objectToStatistics', quiet[1]]);
    expect((await log(peter)).looked(lead)).toContain('giveExperience');
    for (const who of [lead, deputy])
      expect([(await log(who)).looked(peter), (await log(who)).changed]).toEqual(Array(2).fill(['objectToStatistics']));
    expect((await log(legal)).changed).toEqual([]);
    expect((await log(lead)).looked(lead)).toContain('giveExperience'); // what was said aloud to this one
    expect((await log(deputy)).looked(lead)).not.toContain('giveExperience');
    for (const who of [lead, deputy]) expect((await log(who)).all).not.toContain('giveExperience');
  });
});

test('which rule stood in the way, on which problem, and the signal that it was reported under', async () => {
  const { lead, peter } = here.people;
  const knot = {
    provision: 'wmo2015:2.3.5:6',
    problem: here.problem,
    obstacle: 'Drie betalers wachten op elkaar.',
    kind: 'SOLVE',
  };
  expect(await why(lead, 'addBottleneck', { ...knot, provision: 'luck', problem: here.plan })).toEqual([
    'PROVISION_UNKNOWN luck',
    `PROBLEM_UNKNOWN ${here.plan}`,
  ]);
  expect(await why(lead, 'addBottleneck', knot, ids.knot)).toEqual([]);
  const shown = { id: ids.knot, problemId: here.problem, problemType: 'SYSTEM.BETWEEN_TWO_LAWS', kind: 'SOLVE', signal: null };
  expect((await came(lead))!.bottlenecks).toMatchObject([shown]);
  expect((await came(coordinator))!.bottlenecks).toMatchObject([{ ...shown, problemId: null, problemType: null }]);
  const signal = newId();
  const raised = await lead.ask<{ raiseSignal: { __typename: string } }>(
    'mutation ($key: ID!, $input: RaiseSignalInput!) { raiseSignal(key: $key, input: $input) { __typename } }',
    {
      key: signal,
      input: {
        ...{ plan: here.plan, bottleneck: ids.knot, owner: 'ministerie van VWS', occurrencesPerYear: 30 },
        ...{ about: 'Wie tussen twee wetten valt, wacht op beide.', asked: 'Laat een van beide eerst betalen.' },
      },
    },
  );
  expect(raised.data.raiseSignal.__typename).toBe('PolicySignal');
  expect((await came(lead))!.bottlenecks).toMatchObject([{ id: ids.knot, signal: { id: signal, status: 'SENT' } }]);
  expect((await came(peter))!.bottlenecks).toMatchObject([{ id: ids.knot, obstacle: knot.obstacle }]);

  const wrong = newId();
  expect(await why(lead, 'addBottleneck', { ...knot, kind: 'FIX' }, wrong)).toEqual([]);
  expect(await why(lead, 'withdrawFromOutcome', { entry: wrong, reason: 'vergist' })).toEqual([]);
  expect(await came(lead)).toMatchObject({ bottlenecks: [{ id: ids.knot }], outcomeWithdrawn: { bottlenecks: [{ id: wrong }] } });
  const row = { plan_id: here.plan, problem_id: here.problem, problem_type: 'SYSTEM.BETWEEN_TWO_LAWS', provision: 'wlz:3.2.1:1' };
  for (let n = 1; n < 100; n++) await here.row('bottleneck', { ...row, obstacle: 'full', kind: 'FIX' });
  expect(await why(lead, 'addBottleneck', knot)).toEqual(['LIST_FULL']);
  await here.world.db.superuser.query(`delete from bottleneck where obstacle = 'full'`);
  const again = newId();
  expect(await why(lead, 'addBottleneck', knot, again)).toEqual([]);
  expect(await why(lead, 'withdrawFromOutcome', { entry: again, reason: 'dubbel' })).toEqual([]);
});

test('to others it is not there, and an agency of the plan sees nothing of it', async () => {
  const { outsider, elsewhere, wmo, mentor } = here.people;
  const acts: [string, object][] = [
    ['recordReview', review(3, PLAN_DAY)],
    ['recordRealised', { kind: 'BEFORE', known: false }],
    ['addRealisedCost', { period: ids.before, unitCost: 'x', quantity: '1', payer: 'WMO', oneOff: true, note: 'x' }],
    ['addRealisedUnpriced', { period: ids.before, item: 'LEAD_HOURS', note: 'x' }],
    ['addBottleneck', { provision: 'x', problem: here.problem, obstacle: 'x', kind: 'FIX' }],
    ['withdrawFromOutcome', { entry: ids.again, reason: 'x' }],
    ['correctReview', { review: ids.again, scores, reason: 'x' }],
    ['adjustFact', { reason: 'x' }],
    ['objectToStatistics', { reason: 'x' }],
    ['eraseFromStatistics', { reason: 'x' }],
  ];
  for (const [name, input] of acts) {
    for (const who of [outsider, otherTeam, elsewhere])
      expect([name, await why(who, name, input)]).toEqual([name, ['NOT_FOUND']]);
    for (const who of [wmo, mentor]) await expect(why(who, name, input)).rejects.toThrow('NOT_ALLOWED');
  }
  for (const who of [outsider, otherTeam, elsewhere, mentor]) expect(await came(who)).toBeNull();
  const nothing = { reviews: [], reviewsDue: [], realised: [], expectedAndRealised: null, bottlenecks: [] };
  expect(await came(wmo)).toMatchObject({ ...nothing, outcomeWithdrawn: null, experiences: null });
});

test('reviews go in order of their days, whenever they are entered', async () => {
  const { lead, deputy } = here.people;
  await here.setClock('2026-04-27');
  expect(await due()).toEqual(['0 HELD', '3 OVERDUE', '6 DUE', '12 COMING']);
  expect(await why(deputy, 'recordReview', review(6, '2026-04-01', { hours: '7.5' }))).toEqual([]);
  expect(await why(lead, 'recordReview', review(3, '2026-04-02'))).toEqual(['REVIEW_ORDER heldOn']);
  const half = { scores: [{ domain: 'HOUSING', score: 3 }], words: 'rustiger' };
  expect(await why(lead, 'recordReview', review(3, '2026-01-27', half), ids.three)).toEqual([]);
  expect((await came(lead))!.reviews).toMatchObject([
    { months: 0, domainsMissing: [] },
    { months: 3, domainsMissing: ['MENTAL_HEALTH'], words: 'rustiger', hours: null },
    { months: 6, domainsMissing: [], hours: '7.5' },
  ]);
  expect(await due()).toEqual(['0 HELD', '3 HELD', '6 HELD', '12 COMING']);
});

const last = () => review(12, '2026-10-27', { closes: true, contactsPerMonth: '2', scores: [{ domain: 'HOUSING', score: 4 }] });

test('the last review needs to know of both periods what they cost, or that nobody knows', async () => {
  const { lead } = here.people;
  await here.setClock('2026-10-27');
  expect(await why(lead, 'recordReview', last())).toEqual(['REALISED_MISSING AFTER']);
  expect(await why(lead, 'recordRealised', { kind: 'AFTER', known: true }, ids.after)).toEqual([]);
  const cost = { unitCost: 'POLICE_HOUR', quantity: '9', payer: 'JUSTICE', oneOff: false, note: 'bezoek', period: ids.after };
  expect(await why(lead, 'addRealisedCost', cost)).toEqual([]);
  for (const [name, what] of [
    ['eraseFromStatistics', 'NOTHING_REPORTED'],
    ['adjustFact', 'NOTHING_REPORTED'],
  ] as const)
    expect(await why(lead, name, { reason: 'x' })).toEqual([what]);
});

test('a fact that cannot be handed over undoes the review: both are there, or neither', async () => {
  const { lead } = here.people;
  const { superuser } = here.world.db;
  await superuser.query('revoke insert on report_fact from doorbraak_app');
  await expect(why(lead, 'recordReview', last(), ids.last)).rejects.toThrow('INTERNAL');
  await superuser.query('grant insert on report_fact to doorbraak_app');
  await superuser.query(`create function full_up() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`);
  await superuser.query('create trigger full_up after insert on report_fact for each row execute function full_up()');
  await expect(why(lead, 'recordReview', last(), ids.last)).rejects.toThrow('INTERNAL');
  await superuser.query('drop trigger full_up on report_fact');
  expect([await kinds(), (await came(lead))!.reviews.map(({ months }) => months)]).toEqual([[], [0, 3, 6]]);
  const { rows } = await superuser.query(`select from review_score where review_id = $1`, [ids.last]);
  expect(rows).toEqual([]);
});

test('closing hands over one fact, also when it is sent twice, and nothing in it leads to the household', async () => {
  const { lead, peter } = here.people;
  const { lead: _, ...town } = { lead, ...here.town };
  await here.row('commitment', {
    ...{ plan_id: here.plan, person_id: here.member, what: 'geheim', due_on: PLAN_DAY, certainty: 'CERTAIN', kept_on: PLAN_DAY },
  });
  for (let twice = 0; twice < 2; twice++) expect(await why(lead, 'recordReview', last(), ids.last)).toEqual([]);
  const facts = await inbox();
  expect(facts).toHaveLength(1);
  const [fact] = facts;
  expect(fact).toEqual({
    id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/), // random: one that rises would tell an order
    kind: 'FACT',
    pseudonym: pseudonymOf(here.world.configuration.DOORBRAAK_MASTER_KEY, town.municipality, here.household),
    fixteam_id: town.fixteam,
    half_year: '2026H2',
    content: {
      shape: 1,
      costKnown: { before: true, after: true },
      payers: [
        { payer: 'JUSTICE', beforeCents: '0', afterCents: '63000', measuresCents: '0' },
        { payer: 'WMO', beforeCents: '85200', afterCents: '0', measuresCents: '664560' },
      ],
      unpriced: { before: 0, after: 0 },
      scores: [
        { domain: 'HOUSING', before: 2, after: 4 },
        { domain: 'MENTAL_HEALTH', before: 2, after: null },
      ],
      contactsPerMonth: { before: '6.0', after: '2' },
      agencies: { before: 3, after: 3 },
      hours: { known: '7.5', reviewsWithout: 2 },
      commitments: { kept: 1, late: 0, broken: 0, all: 1 },
      obstacles: [{ provision: 'wmo2015:2.3.5:6', kind: 'SOLVE' }],
      experience: { answers: 1, voice: '4.00', respect: '5.00', treatment: '4.00' },
    },
  });
  const text = JSON.stringify(fact);
  const named = [here.household, here.plan, here.member, here.problem, ids.last, ids.knot, lead.person, peter.person, 'P-1'];
  expect(named.filter((one) => text.includes(one))).toEqual([]);
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|geheim|Peter|luisterden/);
  expect((await came(lead))!.reviews.at(-1)).toMatchObject({ id: ids.last, closes: true, reported: true });
  expect(await due()).toEqual(['0 HELD', '3 HELD', '6 HELD', '12 HELD']);
});

test('a pseudonym is the same for a household, and another in another municipality or under another key', () => {
  const [key, other] = ['11', '22'].map((two) => two.repeat(32)) as [string, string];
  const of = (master: string, municipality: string) => pseudonymOf(master, municipality, here.household);
  expect(of(key, 'here')).toBe(of(key, 'here'));
  expect(new Set([of(key, 'here'), of(key, 'there'), of(other, 'here'), pseudonymOf(key, 'here', here.plan)]).size).toBe(4);
});

test('what is closed stays closed: it takes a correction, which is handed over beside it', async () => {
  const { lead } = here.people;
  expect(await why(lead, 'recordReview', review(12, '2026-10-27'))).toEqual(['PLAN_REVIEWED']);
  expect(await why(lead, 'withdrawFromOutcome', { entry: ids.last, reason: 'x' })).toEqual([`REVIEW_CLOSED ${ids.last}`]);
  const { costLines } = (await came(lead))!.realised.find(({ id }) => id === ids.after) as unknown as { costLines: Row[] };
  const away = (entry: Id) => why(lead, 'withdrawFromOutcome', { entry, reason: 'verkeerd' });
  expect([await away(costLines[0]!.id), await away(ids.after)]).toEqual([[], []]);
  expect(await why(lead, 'adjustFact', { reason: 'verkeerde periode' })).toEqual(['REALISED_MISSING AFTER']);
  expect(await why(lead, 'recordRealised', { kind: 'AFTER', known: false })).toEqual([]);
  expect(await why(lead, 'adjustFact', { reason: 'verkeerde periode' })).toEqual([]);
  const [fact, adjustment, ...more] = await inbox();
  expect(more).toEqual([]);
  expect(adjustment).toMatchObject({ kind: 'ADJUSTMENT', pseudonym: fact!.pseudonym, half_year: '2026H2' });
  expect(adjustment!.content).toEqual({
    ...fact!.content,
    costKnown: { before: true, after: false },
    payers: [{ payer: 'WMO', beforeCents: '85200', afterCents: null, measuresCents: '664560' }],
  });
  // a score that was typed wrongly in the last review, and hours that were forgotten
  const corrected = newId();
  const right = {
    review: ids.last,
    scores: [{ domain: 'HOUSING', score: 5 }],
    contactsPerMonth: '2',
    hours: '3',
    reason: 'typefout',
  };
  for (const [more, reason] of [
    [{ review: ids.knot }, `ENTRY_UNKNOWN ${ids.knot}`],
    [{ review: ids.first }, `WITHDRAWN_ALREADY ${ids.first}`],
    [{ scores: [] }, 'REQUIRED scores'],
    [{ scores: [{ domain: 'LUCK', score: 1 }] }, 'DOMAIN_UNKNOWN LUCK'],
    [{ scores: [right.scores[0], right.scores[0]] }, 'DOMAIN_TWICE HOUSING'],
  ] as const)
    expect(await why(lead, 'correctReview', { ...right, ...more })).toEqual([reason]);
  for (let twice = 0; twice < 2; twice++) expect(await why(lead, 'correctReview', right, corrected)).toEqual([]);
  expect(await why(here.people.deputy, 'correctReview', right)).toEqual([`WITHDRAWN_ALREADY ${ids.last}`]);
  expect(await kinds()).toEqual(['FACT', 'ADJUSTMENT']);
  const { reviews, outcomeWithdrawn } = (await came(lead))!;
  expect(reviews.at(-1)).toMatchObject({
    ...{ id: corrected, months: 12, heldOn: '2026-10-27', byPerson: lead.person, closes: true, reported: true },
    ...{ scores: right.scores, hours: '3' },
  });
  expect(outcomeWithdrawn!.reviews.at(-1)).toMatchObject({ id: ids.last, withdrawnReason: 'typefout' });
  expect(await why(lead, 'withdrawFromOutcome', { entry: corrected, reason: 'x' })).toEqual([`REVIEW_CLOSED ${corrected}`]);
  expect(await why(lead, 'adjustFact', { reason: 'typefout' })).toEqual([]);
  expect((await inbox()).at(-1)!.content).toMatchObject({
    scores: [{ before: 2, after: 5 }, { after: null }],
    hours: { known: '10.5', reviewsWithout: 1 },
  });
  const row = { kind: 'ADJUSTMENT', on_day: PLAN_DAY, reason: 'full' };
  for (let n = 1; n < 100; n++) await here.row('statistics_act', row);
  expect(await why(lead, 'adjustFact', { reason: 'nog eens' })).toEqual(['LIST_FULL']);
  await here.world.db.superuser.query(`delete from statistics_act where reason = 'full'`);
  // which law pays was settled since
  await here.row('dispute', {
    ...{ plan_id: here.plan, about: 'wie betaalt', laws: ['wmo2015', 'wlz'], involvement_ids: [here.involvements.wmo] },
    ...{ measure_ids: [here.measures.payFirst], interim_payer: 'WMO', opened_on: PLAN_DAY, clock_days: 5, due_on: PLAN_DAY },
    ...{ settled_on: PLAN_DAY, settled_law: 'wlz', settled_payer: 'WLZ', reasoning: 'blijvend' },
  });
  expect(await why(lead, 'adjustFact', { reason: 'nog eens' })).toEqual([]);
  expect((await inbox()).at(-1)!.content['payers']).toEqual([
    { payer: 'WLZ', beforeCents: '0', afterCents: null, measuresCents: '664560' },
    { payer: 'WMO', beforeCents: '85200', afterCents: null, measuresCents: '0' },
  ]);
});

test('the household takes its figures back: what was handed over is said to be erased, and objected to', async () => {
  const { lead, peter, wmo } = here.people;
  expect(await why(peter, 'eraseFromStatistics', { reason: 'van mij' })).toEqual([]);
  expect(await why(lead, 'eraseFromStatistics', { reason: 'van mij' })).toEqual(['ERASED_ALREADY']);
  expect(await why(peter, 'objectToStatistics', { reason: 'ook later niet' })).toEqual([]);
  expect(await why(lead, 'objectToStatistics', { reason: 'x' })).toEqual(['OBJECTED_ALREADY']);
  expect(await why(lead, 'adjustFact', { reason: 'x' })).toEqual(['NOT_IN_STATISTICS']);
  const all = await inbox();
  expect(all.map(({ kind }) => kind)).toEqual([...['FACT', 'ADJUSTMENT', 'ADJUSTMENT', 'ADJUSTMENT', 'ERASURE', 'OBJECTION']]);
  expect(new Set(all.map(({ pseudonym }) => pseudonym)).size).toBe(1);
  expect(all.slice(-2).map(({ content, half_year }) => [content, half_year])).toEqual(Array(2).fill([{}, '2026H2']));
  const acts = async (who: Someone) =>
    (
      await who.ask<{ household: { statisticsActs: Row[] | null } }>(
        'query ($id: ID!) { household(id: $id) { statisticsActs { kind onDay reason } } }',
        { id: here.household },
      )
    ).data.household.statisticsActs;
  expect((await acts(peter))!.slice(-2)).toEqual([
    { kind: 'ERASURE', onDay: '2026-10-27', reason: 'van mij' },
    { kind: 'OBJECTION', onDay: '2026-10-27', reason: 'ook later niet' },
  ]);
  expect(await acts(lead)).toEqual(await acts(peter));
  expect(await acts(wmo)).toEqual([]);
});

test('a last review that was held early hands over in the half-year in which the window was complete, whatever comes after', async () => {
  const there = await PlanTown.open();
  const first = here;
  here = there;
  try {
    await there.setClock('2026-01-03');
    await there.decided('2026-01-03');
    await there.setClock('2027-01-03');
    const { lead, peter } = there.people;
    for (const kind of ['BEFORE', 'AFTER']) expect(await why(lead, 'recordRealised', { kind, known: false })).toEqual([]);
    const { deputy } = there.people;
    const both = [lead, deputy].map((who) => why(who, 'recordReview', { ...last(), heldOn: '2026-12-20' }));
    expect((await Promise.all(both)).flat()).toEqual(['PLAN_REVIEWED']); // at the same moment: one closes, one hears that
    expect(await why(lead, 'adjustFact', { reason: 'x' })).toEqual([]);
    expect(await why(peter, 'eraseFromStatistics', { reason: 'x' })).toEqual([]);
    expect((await inbox()).map(({ kind, half_year }) => `${kind} ${half_year}`)).toEqual([
      'FACT 2027H1',
      'ADJUSTMENT 2027H1',
      'ERASURE 2027H1',
    ]);
  } finally {
    here = first;
    await there.close();
  }
});

test('whoever objected before the last review is in no fact, and has nothing to erase', async () => {
  const there = await PlanTown.open();
  const first = here;
  here = there;
  try {
    await there.decided(PLAN_DAY);
    await there.setClock('2026-10-27');
    const { lead, peter } = there.people;
    expect(await why(peter, 'objectToStatistics', { reason: 'nee' })).toEqual([]);
    for (const kind of ['BEFORE', 'AFTER']) expect(await why(lead, 'recordRealised', { kind, known: false })).toEqual([]);
    expect(await why(lead, 'recordReview', last())).toEqual([]);
    expect(await kinds()).toEqual([]);
    expect((await came(lead))!.reviews).toMatchObject([{ closes: true, reported: false }]);
    expect(await why(lead, 'eraseFromStatistics', { reason: 'x' })).toEqual(['NOTHING_REPORTED']);
    expect(await why(lead, 'adjustFact', { reason: 'x' })).toEqual(['NOTHING_REPORTED', 'NOT_IN_STATISTICS']);
    expect(await kinds()).toEqual([]);
    await there.world.db.superuser.query(`update household set closed_on = '2026-10-27', closed_reason = 'klaar' where id = $1`, [
      there.household,
    ]);
    expect(await why(lead, 'addBottleneck', { provision: 'x', problem: there.problem, obstacle: 'x', kind: 'FIX' })).toEqual([
      `CASE_CLOSED ${there.household}`,
    ]);
  } finally {
    here = first;
    await there.close();
  }
});

describe('the role of the application adds to the inbox, and can do nothing else with it', () => {
  const values = `insert into report_fact (municipality_id, id, kind, pseudonym, fixteam_id, half_year, content)
    values ($1, gen_random_uuid(), 'FACT', 'x', $2, '2026H2', '{}')`;
  const DENIED = 'permission denied for table report_fact';

  test('adding without asking anything back', async () => {
    const { municipality, fixteam } = here.town;
    expect(await asApp(here.people.lead, 'LEAD_PROFESSIONAL', values, [municipality, fixteam])).toEqual([]);
    const away = await here.world.town('GM9955');
    expect(await asApp(here.people.lead, 'LEAD_PROFESSIONAL', values, [away.municipality, away.fixteam])).toContain(
      'row-level security',
    );
  });

  test.each([
    ['reading', 'select id from report_fact'],
    ['counting', 'select count(*) from report_fact'],
    ['changing', `update report_fact set kind = 'ERASURE'`],
    ['removing', 'delete from report_fact'],
    ['emptying', 'truncate report_fact'],
    ['copying out', 'copy report_fact to stdout'],
    ['copying a column out', 'copy report_fact (id) to stdout'],
    ['copying what a question finds', 'copy (select * from report_fact) to stdout'],
    ['looking for a clash', `${values} on conflict (municipality_id, id) do nothing`],
    ['changing what clashes', `${values} on conflict (municipality_id, id) do update set kind = excluded.kind`],
    [
      'changing what clashes with the key',
      `${values} on conflict on constraint report_fact_pkey do update set pseudonym = report_fact.pseudonym`,
    ],
    [
      'merging',
      `merge into report_fact f using (select $1::uuid as m, $2::uuid as t) n on f.municipality_id = n.m when matched then delete`,
    ],
    ['copying it into a table of its own', 'create temp table mine as table report_fact'],
    ['holding others off', 'lock table report_fact in access exclusive mode'],
    ['asking back what was added', `${values} returning id`],
  ])('not %s', async (_what, sql) => {
    const { municipality, fixteam } = here.town;
    const parameters = sql.includes('$1') ? [municipality, fixteam] : [];
    expect(await asApp(here.people.lead, 'LEAD_PROFESSIONAL', sql, parameters)).toBe(DENIED);
  });

  test('and no other role may do anything at all', async () => {
    const { rows } = await here.world.db.superuser.query(
      `select coalesce(r.rolname, 'public') as grantee, x.privilege_type as may
       from pg_class c, aclexplode(c.relacl) x left join pg_roles r on r.oid = x.grantee
       where c.oid = 'report_fact'::regclass and x.grantee <> c.relowner`,
    );
    expect(rows).toEqual([{ grantee: 'doorbraak_app', may: 'INSERT' }]);
    const columns = await here.world.db.superuser.query(
      `select attname from pg_attribute where attrelid = 'report_fact'::regclass and attacl is not null`,
    );
    expect(columns.rows).toEqual([]);
  });
});
