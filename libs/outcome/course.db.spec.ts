import { newId, type Id } from '@doorbraak/kernel';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

jest.setTimeout(120_000);

/** The course of a plan after the decision, through all rooms that know a part of it. */
let here: PlanTown;
let lead: Someone;
beforeEach(async () => {
  here = await PlanTown.open();
  ({ lead } = here.people);
});
afterEach(() => here.close());

/** Every reason why not, in whatever room; none = it was done. */
async function why(who: Someone, name: string, input: object, key = newId()): Promise<string[]> {
  type Answer = { reasons?: { code: string; about: string | null }[] };
  const refused = ['Plan', 'Outcome', 'Household', 'Signal', 'Precedent'].map(
    (room) => `... on ${room}Refused { reasons { code about } }`,
  );
  for (const fragment of refused) {
    const { data, errors } = await who.ask<Record<string, Answer>>(
      `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename ${fragment} } }`,
      { key, input },
    );
    if (data?.[name]) return (data[name].reasons ?? []).map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
    if (!JSON.stringify(errors).includes('can never be of type')) throw new Error(JSON.stringify(errors));
  }
  throw new Error(`no room answers ${name}`);
}
const onPlan = (name: string, input: object = {}, plan = here.plan, key = newId()) => why(lead, name, { plan, ...input }, key);

type Shown = Record<string, unknown>;
async function plan(fields: string, id = here.plan, who = lead): Promise<Shown> {
  const { data, errors } = await who.ask<{ plan: Shown }>(`query ($id: ID!) { plan(id: $id) { ${fields} } }`, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.plan;
}
const scores = [{ domain: 'HOUSING', score: 3 }];
const review = (months: number, heldOn: string, more = {}) => ({ months, heldOn, scores, ...more });
const closing = () => review(12, '2026-10-27', { closes: true });
const unknown = async (id = here.plan) => {
  for (const kind of ['BEFORE', 'AFTER']) expect(await onPlan('recordRealised', { kind, known: false }, id)).toEqual([]);
};
const start = (measure: Id, onDay = PLAN_DAY) => ({ measure, onDay });

test('how far a decided plan is follows from what came of it', async () => {
  const stage = async () => (await plan('status stage'))['stage'];
  await here.decided(PLAN_DAY);
  expect(await stage()).toBe('DECIDED');
  expect(await onPlan('startMeasure', start(here.measures.payFirst))).toEqual([]);
  expect(await stage()).toBe('EXECUTING');
  const knot = newId();
  const what = { provision: 'wmo2015:2.3.5:6', problem: here.problem, obstacle: 'wachten op elkaar', kind: 'SOLVE' };
  expect(await onPlan('addBottleneck', what, here.plan, knot)).toEqual([]);
  await here.setClock('2026-10-27');
  await unknown();
  expect(await stage()).toBe('EXECUTING');
  expect(await onPlan('recordReview', closing())).toEqual([]);
  expect(await stage()).toBe('VERIFIED');
  const signal = { about: 'Wie tussen twee wetten valt, wacht.', asked: 'Laat een van beide eerst betalen.', owner: 'VWS' };
  expect(await onPlan('raiseSignal', { bottleneck: knot, ...signal, occurrencesNote: 'onbekend' })).toEqual([]);
  expect(await plan('status stage')).toEqual({ status: 'DECIDED', stage: 'LEARNED' });
  expect((await plan('stage', here.plan, here.people.peter))['stage']).toBeNull();
});

describe('a decided plan that is stopped', () => {
  const stop = (seen = 1) => onPlan('stopPlan', { seen, reason: 'het huishouden is verhuisd' });

  test('keeps its decision and takes nothing that begins; help that runs goes on, and what came of it can be told', async () => {
    await here.decided(PLAN_DAY);
    const { payFirst, settle } = here.measures;
    expect(await onPlan('startMeasure', start(payFirst))).toEqual([]);
    expect(await onPlan('recordReview', review(0, PLAN_DAY))).toEqual([]);
    expect(await stop(7)).toEqual([`CHANGED_MEANWHILE ${here.plan}`]);
    await here.setClock('2026-02-02');
    expect(await stop()).toEqual([]);
    expect(await stop(2)).toEqual([`PLAN_CLOSED ${here.plan}`]);
    const fields = 'status stage decidedOn decisionText stoppedOn stoppedReason reviewsDue { months state }';
    expect(await plan(fields)).toEqual({
      ...{ status: 'STOPPED', stage: 'STOPPED', decidedOn: PLAN_DAY, decisionText: 'wij doen het' },
      ...{ stoppedOn: '2026-02-02', stoppedReason: 'het huishouden is verhuisd', reviewsDue: [{ months: 0, state: 'HELD' }] },
    });
    const promise = { person: here.member, what: 'bellen', dueOn: '2026-03-01', certainty: 'CERTAIN' };
    for (const [name, input] of [
      ['startMeasure', start(settle, '2026-02-02')],
      ['finishMeasure', start(payFirst, '2026-02-02')],
      ['recordReview', review(3, '2026-01-27')],
      ['addCommitment', promise],
    ] as const)
      expect([name, await onPlan(name, input)]).toEqual([name, [`PLAN_CLOSED ${here.plan}`]]);
    const { data } = await lead.ask<{ household: Shown & { interventions: { id: Id; toOn: null }[] } }>(
      'query ($id: ID!) { household(id: $id) { plan { id } interventions { id toOn } } }',
      { id: here.household },
    );
    expect(data.household).toMatchObject({ plan: { id: here.plan }, interventions: [{ toOn: null }] });
    const [{ id: intervention } = { id: newId() }] = data.household.interventions;
    expect(await why(lead, 'endIntervention', { intervention, seen: 1, toOn: '2026-02-02' })).toEqual([]);
    const what = { provision: 'wmo2015:2.3.5:6', problem: here.problem, obstacle: 'verhuisd', kind: 'FIX' };
    expect(await onPlan('addBottleneck', what)).toEqual([]);
    expect(await onPlan('recordRealised', { kind: 'BEFORE', known: false })).toEqual([]);
    expect(await onPlan('startNewVersion', {}, here.plan)).toEqual([]);
  });

  test('is frozen after that, as it was before, also for who writes past the api', async () => {
    const { superuser } = here.world.db;
    const set = (what: string) => superuser.query(`update plan set ${what} where id = $1`, [here.plan]);
    await here.decided(PLAN_DAY);
    const halt = `status = 'STOPPED', stopped_on = '${PLAN_DAY}', stopped_reason = 'x'`;
    for (const what of [
      `decision_text = 'anders'`,
      `${halt}, decision_text = 'anders'`,
      `status = 'STOPPED'`,
      `status = 'SELECTED'`,
    ])
      await expect(set(what)).rejects.toThrow('never changed');
    await set(halt);
    for (const what of [`stopped_reason = 'anders'`, `status = 'DECIDED'`, `decided_on = null`])
      await expect(set(what)).rejects.toThrow('never changed');
  });

  test('is one that was decided; of one that was stopped before, nothing came', async () => {
    expect(await onPlan('stopPlan', { seen: 1, reason: 'toch niet' })).toEqual([]);
    for (const [name, input] of [
      ['recordRealised', { kind: 'BEFORE', known: false }],
      ['recordReview', review(0, ASKED_DAY)],
    ] as const)
      expect(await onPlan(name, input)).toEqual([`PLAN_CLOSED ${here.plan}`]);
    expect(await plan('stage reviewsDue { months }')).toEqual({ stage: 'STOPPED', reviewsDue: [] });
  });
});

describe('closing the file', () => {
  const close = async () => {
    const seen = Number((await here.one('household', here.household))['version']);
    return why(lead, 'closeHousehold', { household: here.household, seen, reason: 'klaar' });
  };
  /** All measures are done; what is left is looking back. */
  const decided = async () => {
    await here.decided(PLAN_DAY);
    for (const measure of Object.values(here.measures)) expect(await onPlan('finishMeasure', start(measure))).toEqual([]);
  };

  test('waits for the last review of a decided plan, so that it can be held', async () => {
    await decided();
    expect(await close()).toEqual([`OPEN_ACTIONS ${here.plan}`]);
    await here.setClock('2026-10-27');
    expect(await onPlan('recordReview', review(12, '2026-10-27'))).toEqual([]);
    expect(await close()).toEqual([`OPEN_ACTIONS ${here.plan}`]);
    const [{ id } = { id: '' }] = (await plan('reviews { id }'))['reviews'] as { id: Id }[];
    expect(await onPlan('withdrawFromOutcome', { entry: id, reason: 'het was de laatste' })).toEqual([]);
    await unknown();
    expect(await onPlan('recordReview', closing())).toEqual([]);
    expect(await close()).toEqual([]);
  });

  test('does not wait for one that was stopped', async () => {
    await decided();
    expect(await onPlan('stopPlan', { seen: 1, reason: 'verhuisd' })).toEqual([]);
    expect(await close()).toEqual([]);
  });
});

describe('a next version of a plan that is carried out', () => {
  const next = newId();
  const decide = (id: Id, on: string) =>
    here.world.db.superuser.query(
      `update plan set status = 'DECIDED', decided_on = $2, decided_by = $3, decision_text = 'wij gaan door',
         mandate_id = (select id from mandate where person_id = $3) where id = $1`,
      [id, on, here.people.holder.person],
    );
  const MEASURES = 'measures { id copiedFromId progress { state steps { measureId state } } }';
  type Measures = { id: Id; copiedFromId: Id | null; progress: { state: string } }[];
  const measuresOf = async (id: Id) => (await plan(MEASURES, id))['measures'] as Measures;
  const interventions = async () =>
    (
      await here.world.db.superuser.query<{ measure_id: Id; to_on: string | null }>(
        'select measure_id, to_on::text from intervention where household_id = $1 and withdrawn_on is null order by id',
        [here.household],
      )
    ).rows;

  test('goes on with the help that runs, the promises and one row of reviews, and hands over one fact', async () => {
    const { payFirst, settle } = here.measures;
    const [promise, broken] = [newId(1), newId(2)];
    const told = { person: here.member, what: 'bellen', dueOn: '2025-12-01', certainty: 'CERTAIN' };
    expect(await onPlan('addCommitment', told, here.plan, promise)).toEqual([]);
    await here.decided(PLAN_DAY);
    expect(await onPlan('addCommitment', told, here.plan, broken)).toEqual([]);
    expect(await onPlan('startMeasure', start(payFirst))).toEqual([]);
    expect(await onPlan('dropMeasure', { ...start(settle), reason: 'komt anders' })).toEqual([]);
    expect(await onPlan('recordReview', review(0, PLAN_DAY))).toEqual([]);
    await here.setClock('2026-02-02');
    expect(await onPlan('startNewVersion', {}, here.plan, next)).toEqual([]);

    const [first, second] = (await measuresOf(next)) as [Measures[number], Measures[number]];
    expect([first.copiedFromId, first.progress]).toEqual([
      payFirst,
      { state: 'STARTED', steps: [{ measureId: payFirst, state: 'STARTED' }] },
    ]);
    expect([second.copiedFromId, second.progress.state]).toEqual([null, 'OPEN']); // what was dropped can begin anew
    expect(await plan('commitments { id }', next)).toEqual({ commitments: [{ id: promise }, { id: broken }] });
    const reviews = 'reviewsDue { months state }';
    expect((await plan(reviews))['reviewsDue']).toContainEqual({ months: 3, state: 'OVERDUE' });

    await decide(next, '2026-02-02');
    expect(await onPlan('startMeasure', start(first.id, '2026-02-02'), next)).toEqual([`MEASURE_STARTED_ALREADY ${first.id}`]);
    expect(await onPlan('startMeasure', start(settle, '2026-02-02'))).toEqual([
      `MEASURE_CLOSED ${settle}`,
      `PLAN_REPLACED ${here.plan}`,
    ]);
    expect(await plan(reviews)).toEqual({ reviewsDue: [{ months: 0, state: 'HELD' }] });
    expect(await onPlan('recordReview', review(3, '2026-01-27'))).toEqual([`PLAN_REPLACED ${here.plan}`]);
    expect(await onPlan('keepCommitment', { commitment: promise, seen: 1, keptOn: '2025-12-01' }, next)).toEqual([]);
    const gone = { commitment: broken, seen: 1, brokenOn: '2026-02-01', reason: 'vergeten' };
    expect(await onPlan('breakCommitment', gone, next)).toEqual([]);

    const seen = Number((await here.one('household', here.household))['version']);
    expect(await why(lead, 'closeHousehold', { household: here.household, seen, reason: 'klaar' })).toEqual(
      [first.id, second.id, next].map((id) => `OPEN_ACTIONS ${id}`).sort(),
    );
    expect(await onPlan('dropMeasure', { ...start(first.id, '2026-02-02'), reason: 'anders' }, next)).toEqual([]);
    expect(await interventions()).toEqual([{ measure_id: payFirst, to_on: '2026-02-02' }]);
    expect((await measuresOf(here.plan)).map(({ progress }) => progress.state)).toEqual(['DROPPED', 'DROPPED']);
    expect(await onPlan('startMeasure', start(second.id, '2026-02-02'), next)).toEqual([]);
    expect((await interventions()).map(({ measure_id }) => measure_id)).toEqual([payFirst, second.id]);

    await here.setClock('2027-02-02');
    await unknown(next);
    expect(await onPlan('recordReview', review(12, '2027-02-02', { closes: true }), next)).toEqual([]);
    const { rows } = await here.world.db.superuser.query<{ content: { commitments: object } }>('select content from report_fact');
    expect(rows.map(({ content }) => content.commitments)).toEqual([{ kept: 1, late: 1, broken: 1, all: 2 }]);
  });

  test('that was closed handed its own promises over, and is not counted twice', async () => {
    const later = newId();
    expect(await onPlan('addCommitment', { person: here.member, what: 'bellen', dueOn: PLAN_DAY, certainty: 'CERTAIN' })).toEqual(
      [],
    );
    await here.decided(PLAN_DAY);
    await here.setClock('2026-10-27');
    await unknown();
    expect(await onPlan('recordReview', closing())).toEqual([]);
    expect(await onPlan('startNewVersion', {}, here.plan, later)).toEqual([]);
    await decide(later, '2026-10-27');
    await here.setClock('2027-10-27');
    await unknown(later);
    expect(await onPlan('recordReview', review(12, '2027-10-27', { closes: true }), later)).toEqual([]);
    const { rows } = await here.world.db.superuser.query<{ content: { commitments: { all: number } } }>(
      'select content from report_fact order by half_year',
    );
    expect(rows.map(({ content }) => content.commitments.all)).toEqual([1, 0]);
  });

  test('that was stopped expects nothing any more, and what was stopped after it does not bring it back', async () => {
    const again = newId();
    await here.decided(PLAN_DAY);
    expect(await onPlan('startNewVersion', {}, here.plan, again)).toEqual([]);
    await decide(again, PLAN_DAY);
    expect(await onPlan('stopPlan', { seen: 1, reason: 'verhuisd' }, again)).toEqual([]);
    const seen = Number((await here.one('household', here.household))['version']);
    expect(await why(lead, 'closeHousehold', { household: here.household, seen, reason: 'klaar' })).toEqual([]);
  });
});

describe('the last review', () => {
  const fact = async () =>
    (await here.world.db.superuser.query<{ content: Shown }>('select content from report_fact')).rows.map(
      ({ content }) => content,
    );
  const realised = async () =>
    ((await plan('realised { kind known totals { totalCents unpricedCount } }'))['realised'] as Shown[]).map(
      (one) => one['totals'],
    );

  test('waits until something is written down of twelve months that are said to be known', async () => {
    await here.decided(PLAN_DAY);
    await here.setClock('2026-10-27');
    const [before, after] = [newId(), newId()];
    expect(await onPlan('recordRealised', { kind: 'BEFORE', known: true }, here.plan, before)).toEqual([]);
    expect(await onPlan('recordRealised', { kind: 'AFTER', known: true }, here.plan, after)).toEqual([]);
    expect(await realised()).toEqual([null, null]);
    expect(await onPlan('recordReview', closing())).toEqual(['REALISED_MISSING AFTER', 'REALISED_MISSING BEFORE']);
    const cost = { period: before, unitCost: 'POLICE_HOUR', quantity: '9', payer: 'JUSTICE', oneOff: false, note: 'bezoek' };
    expect(await onPlan('addRealisedCost', cost)).toEqual([]);
    expect(await onPlan('addRealisedUnpriced', { period: after, item: 'LEAD_HOURS', note: 'uren' })).toEqual([]);
    expect(await realised()).toEqual([
      { totalCents: '63000', unpricedCount: 0 },
      { totalCents: null, unpricedCount: 1 },
    ]);
    const { rows } = (await plan('expectedAndRealised { rows { payer realisedBeforeCents realisedAfterCents } }'))[
      'expectedAndRealised'
    ] as { rows: Shown[] };
    expect(rows[0]).toEqual({ payer: 'JUSTICE', realisedBeforeCents: '63000', realisedAfterCents: null });
    expect(await onPlan('dropMeasure', { ...start(here.measures.payFirst), reason: 'niet nodig' })).toEqual([]);
    expect(await onPlan('recordReview', closing())).toEqual([]);
    expect(await fact()).toMatchObject([
      {
        costKnown: { before: true, after: false },
        payers: [{ payer: 'JUSTICE', beforeCents: '63000', afterCents: null, measuresCents: '0' }], // what was given up cost nothing
      },
    ]);
  });

  test('is made so afterwards when its year was not over when it was held, and hands over one fact then', async () => {
    await here.decided(PLAN_DAY);
    await here.setClock('2026-10-20');
    const [three, twelve] = [newId(), newId()];
    expect(await onPlan('recordReview', review(0, '2026-01-27'))).toEqual(['REVIEW_TOO_LATE heldOn']);
    expect(await onPlan('recordReview', review(3, '2026-01-27'), here.plan, three)).toEqual([]);
    expect(await onPlan('recordReview', review(12, '2026-10-20'), here.plan, twelve)).toEqual([]);
    const correct = (of: Id, more = {}) => onPlan('correctReview', { review: of, scores, reason: 'het jaar is om', ...more });
    expect(await correct(three, { closes: true })).toEqual([
      'CLOSES_ONLY_AT_TWELVE closes',
      'REALISED_MISSING AFTER',
      'REALISED_MISSING BEFORE',
    ]);
    expect(await correct(twelve, { closes: true })).toEqual(['REALISED_MISSING AFTER', 'REALISED_MISSING BEFORE']);
    await here.setClock('2026-10-27');
    await unknown();
    expect(await fact()).toEqual([]);
    const closed = newId();
    for (let twice = 0; twice < 2; twice++)
      expect(
        await onPlan('correctReview', { review: twelve, scores, reason: 'het jaar is om', closes: true }, here.plan, closed),
      ).toEqual([]);
    expect(await fact()).toHaveLength(1);
    expect((await plan('reviews { id months heldOn closes reported }'))['reviews']).toMatchObject([
      { id: three, closes: false },
      { id: closed, months: 12, heldOn: '2026-10-20', closes: true, reported: true },
    ]);
    expect(await correct(closed, { closes: true })).toEqual([]);
    expect(await correct(three)).toEqual([]);
    expect(await fact()).toHaveLength(1);
    expect((await plan('reviews { closes reported }'))['reviews']).toMatchObject([
      { closes: false },
      { closes: true, reported: true },
    ]);
  });

  test('is not made of a plan that is over', async () => {
    await here.decided(PLAN_DAY);
    await here.setClock('2026-10-27');
    await unknown();
    const twelve = newId();
    expect(await onPlan('recordReview', review(12, '2026-10-27'), here.plan, twelve)).toEqual([]);
    expect(await onPlan('stopPlan', { seen: 1, reason: 'verhuisd' })).toEqual([]);
    const input = { review: twelve, scores, reason: 'toch de laatste', closes: true };
    expect(await onPlan('correctReview', input)).toEqual([`PLAN_CLOSED ${here.plan}`]);
    expect(await onPlan('correctReview', { ...input, closes: false })).toEqual([]);
    expect(await fact()).toEqual([]);
  });

  test('of a household that objected hands nothing over, also when it is made so afterwards', async () => {
    await here.decided(PLAN_DAY);
    await here.setClock('2026-10-27');
    await unknown();
    const twelve = newId();
    expect(await onPlan('recordReview', review(12, '2026-10-27'), here.plan, twelve)).toEqual([]);
    const { household } = here;
    const { data } = await here.people.peter.ask<{ objectToStatistics: { __typename: string } }>(
      'mutation ($key: ID!, $input: ObjectToStatisticsInput!) { objectToStatistics(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { household, reason: 'nee' } },
    );
    expect(data.objectToStatistics.__typename).toBe('Household');
    expect(await onPlan('correctReview', { review: twelve, scores, reason: 'x', closes: true })).toEqual([]);
    expect((await plan('reviews { closes reported }'))['reviews']).toEqual([{ closes: true, reported: false }]);
    expect(await fact()).toEqual([]);
  });
});
