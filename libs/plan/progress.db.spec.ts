import { newId, type Id } from '@doorbraak/kernel';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import { act } from '../../test/household';
import type { Someone } from '../../test/world';

let here: PlanTown;
const wait = newId();
beforeAll(async () => {
  here = await PlanTown.open();
  const { household, involvements, measures } = here;
  const between = { household, waiting: involvements.wlz, for: involvements.wmo, holder: involvements.wmo };
  await act(here.people.lead, 'addWait', { ...between, what: 'eerst de Wmo', liftable: true, sinceOn: '2025-06-01' }, wait);
  await here.world.db.superuser.query('update measure set lifts = $1 where id = any ($2)', [[wait], Object.values(measures)]);
});
afterAll(() => here.close());

const step = (measure: Id, onDay = PLAN_DAY, more = {}) => ({ measure, onDay, ...more });
type Step = { id: Id; state: string; onDay: string; reason: string | null; interventionId: Id | null };
type Progress = { state: string; steps: Step[]; waitsLeft: Id[] | null };
const progress = async (who: Someone, measure: Id) =>
  (
    await who.ask<{ plan: { measures: { id: Id; progress: Progress }[] } }>(
      'query ($id: ID!) { plan(id: $id) { measures { id progress { state steps { id state onDay reason interventionId } waitsLeft } } } }',
      { id: here.plan },
    )
  ).data.plan.measures.find(({ id }) => id === measure)?.progress;
/** A measure more, of the municipality. */
const another = (more = {}) =>
  here.row('measure', {
    ...{ plan_id: here.plan, involvement_id: here.involvements.wmo, owner: 'contactpersoon', due_on: '2025-11-03' },
    ...{
      service: 'JURISDICTION_SETTLED',
      result: 'steun',
      problem_ids: [here.problem],
      deviates: false,
      no_extra_money: true,
      ...more,
    },
  });

test('nothing of a plan is carried out before it was decided', async () => {
  const { lead } = here.people;
  for (const act of ['startMeasure', 'finishMeasure'])
    expect(await here.why(lead, act, step(here.measures.payFirst))).toEqual([`PLAN_STILL_OPEN ${here.plan}`]);
  expect(await here.why(lead, 'dropMeasure', step(here.measures.payFirst, PLAN_DAY, { reason: 'x' }))).toEqual([
    `PLAN_STILL_OPEN ${here.plan}`,
  ]);
  expect(await progress(lead, here.measures.payFirst)).toEqual({ state: 'OPEN', steps: [], waitsLeft: [] });
  await here.decided(PLAN_DAY);
});

test('a measure that begins is help that runs, once', async () => {
  const { lead, wmo, outsider, elsewhere, peter } = here.people;
  const { payFirst } = here.measures;
  expect(await here.why(lead, 'startMeasure', step(payFirst, '2025-10-28'))).toEqual(['DATE_FUTURE onDay']);
  expect(await here.why(lead, 'startMeasure', step(payFirst, '2025-10-26'))).toEqual(['RANGE_INVERTED onDay']);
  expect(await here.why(lead, 'startMeasure', step(here.plan))).toEqual([`MEASURE_UNKNOWN ${here.plan}`]);
  await expect(here.do(wmo, 'startMeasure', step(payFirst))).rejects.toThrow('NOT_ALLOWED');
  for (const who of [outsider, elsewhere]) expect(await here.why(who, 'startMeasure', step(payFirst))).toEqual(['NOT_FOUND']);
  const before = await here.one('plan', here.plan);
  const key = newId();
  await here.do(lead, 'startMeasure', step(payFirst), key);
  expect((await here.do(lead, 'startMeasure', step(payFirst), key)).__typename).toBe('BreakthroughPlan');
  expect(await here.one('plan', here.plan)).toEqual(before);
  expect(await here.why(lead, 'startMeasure', step(payFirst))).toEqual([`MEASURE_STARTED_ALREADY ${payFirst}`]);
  const { data } = await lead.ask<{ household: { interventions: Record<string, unknown>[] } }>(
    'query ($id: ID!) { household(id: $id) { interventions { id service involvementId problemIds fromOn toOn measureId } } }',
    { id: here.household },
  );
  expect(data.household.interventions).toEqual([
    {
      ...{ id: expect.any(String), service: 'JURISDICTION_SETTLED', involvementId: here.involvements.wmo, measureId: payFirst },
      ...{ problemIds: [here.problem], fromOn: PLAN_DAY, toOn: null },
    },
  ]);
  const begun = {
    id: key,
    state: 'STARTED',
    onDay: PLAN_DAY,
    reason: null,
    interventionId: data.household.interventions[0]!['id'],
  };
  expect(await progress(lead, payFirst)).toEqual({ state: 'STARTED', steps: [begun], waitsLeft: [] });
  expect(await progress(wmo, payFirst)).toEqual({ state: 'STARTED', steps: [begun], waitsLeft: null });
  expect(await progress(peter, payFirst)).toMatchObject({ state: 'STARTED' });
});

test('help cannot begin for an agency that has left', async () => {
  const { lead } = here.people;
  const { superuser } = here.world.db;
  const measure = await another({ involvement_id: here.involvements.mentor });
  const involvement = here.involvements.mentor;
  await superuser.query(`update involvement set to_on = '2025-10-26' where id = $1`, [involvement]);
  expect(await here.why(lead, 'startMeasure', step(measure))).toEqual([`INVOLVEMENT_UNKNOWN ${involvement}`]);
  await superuser.query('update involvement set to_on = null where id = $1', [involvement]);
  expect(await here.why(lead, 'startMeasure', step(measure))).toEqual([]);
});

test('an agency says that its own measure is done; what it lifts is for the lead to look at', async () => {
  const { lead, wmo, wlz } = here.people;
  const { settle } = here.measures;
  await here.setClock('2025-11-03');
  expect(await here.why(wmo, 'finishMeasure', step(settle, '2025-11-03'))).toEqual([`MEASURE_UNKNOWN ${settle}`]);
  expect(await here.why(wlz, 'finishMeasure', step(settle, '2025-11-03'))).toEqual([]); // in one talk: it never began
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: null, version: 1 });
  expect(await progress(lead, settle)).toMatchObject({ state: 'DONE', waitsLeft: [wait] });
  expect(await here.why(lead, 'startMeasure', step(settle, '2025-11-03'))).toEqual([`MEASURE_CLOSED ${settle}`]);
});

test('done ends the waits that it lifts and not the help that runs', async () => {
  const { lead } = here.people;
  const { payFirst, settle } = here.measures;
  expect(await here.why(lead, 'finishMeasure', step(payFirst, '2025-10-26'))).toEqual(['RANGE_INVERTED onDay']);
  expect(await here.why(lead, 'finishMeasure', step(payFirst, '2025-11-03'))).toEqual([]);
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: '2025-11-03', version: 2 });
  expect(await progress(lead, settle)).toMatchObject({ waitsLeft: [] });
  const { state, steps } = (await progress(lead, payFirst))!;
  expect([state, steps.map((one) => one.state)]).toEqual(['DONE', ['STARTED', 'DONE']]);
  expect(await here.one('intervention', steps[0]!.interventionId!)).toMatchObject({ to_on: null });
  for (const name of ['finishMeasure', 'dropMeasure'])
    expect(await here.why(lead, name, step(payFirst, '2025-11-03', name === 'dropMeasure' ? { reason: 'x' } : {}))).toEqual([
      `MEASURE_CLOSED ${payFirst}`,
    ]);
});

test('a measure is done also when its wait was lifted before, or began later than it was done', async () => {
  const { lead } = here.people;
  const { household, involvements } = here;
  const later = newId();
  const between = { household, waiting: involvements.wlz, for: involvements.wmo, holder: involvements.wmo };
  await act(lead, 'addWait', { ...between, what: 'later', liftable: true, sinceOn: '2025-11-02' }, later);
  const measure = await another({ lifts: [wait, later] });
  expect(await here.why(lead, 'finishMeasure', step(measure, '2025-11-01'))).toEqual([]);
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: '2025-11-03', version: 2 });
  expect(await progress(lead, measure)).toMatchObject({ state: 'DONE', waitsLeft: [later] });
});

test('who holds the household says which waits ended; of a problem that is over none holds anything up, until it comes back', async () => {
  const { lead } = here.people;
  const { household, involvements } = here;
  const [one, other, problem] = [newId(), newId(), newId()];
  await act(lead, 'addProblem', { household, type: 'SYSTEM.BETWEEN_TWO_LAWS', personIds: [here.member] }, problem);
  const between = { household, for: involvements.wmo, holder: involvements.wmo, liftable: true };
  await act(lead, 'addWait', { ...between, waiting: involvements.wlz, what: 'de een' }, one);
  await act(lead, 'addWait', { ...between, waiting: problem, what: 'de ander' }, other);
  await act(lead, 'addWait', { ...between, waiting: involvements.wmo, for: problem, what: 'en terug' });
  const measure = await another({ lifts: [one, other] });
  const named = (lifts: Id[]) => step(measure, '2025-11-03', { lifts });
  expect(await here.why(lead, 'finishMeasure', named([problem]))).toEqual([`WAIT_UNKNOWN ${problem}`]);
  expect(await here.why(lead, 'finishMeasure', named([one]))).toEqual([]);
  expect(await here.one('wait', one)).toMatchObject({ lifted_on: '2025-11-03' });
  expect(await here.one('wait', other)).toMatchObject({ lifted_on: null });
  expect(await progress(lead, measure)).toMatchObject({ state: 'DONE', waitsLeft: [other] });

  const knots = async () => {
    const { data } = await lead.ask<{ household: { unlock: { live: Id[]; circles: { members: Id[] }[] } } }>(
      'query ($id: ID!) { household(id: $id) { unlock { live circles { members } } } }',
      { id: household },
    );
    const { rows } = await here.world.db.superuser.query<{ circles: number }>(
      'select circles from household_digest where household_id = $1',
      [household],
    );
    const { live, circles } = data.household.unlock;
    expect(rows).toEqual([{ circles: circles.length }]); // the list counts what the map draws
    return [live.includes(other), circles.length];
  };
  expect(await knots()).toEqual([true, 1]);
  await act(lead, 'setProblemStatus', { problem, seen: 1, status: 'RESOLVED' });
  expect(await knots()).toEqual([false, 0]);
  expect(await progress(lead, measure)).toMatchObject({ waitsLeft: [] });
  await act(lead, 'setProblemStatus', { problem, seen: 2, status: 'RELAPSED' });
  expect(await knots()).toEqual([true, 1]);
  // an agency has nothing left to wait for, or to be waited for, when all that it works on is over
  await act(lead, 'setProblemStatus', { problem: here.problem, seen: 1, status: 'RESOLVED' });
  expect(await knots()).toEqual([false, 0]);
});

test('a measure is dropped with a reason, and the help that began for it ends', async () => {
  const { lead, wmo, wlz } = here.people;
  const measure = await another();
  await here.do(lead, 'startMeasure', step(measure));
  const drop = step(measure, '2025-11-03', { reason: 'het huishouden wil het niet meer' });
  await expect(here.do(lead, 'dropMeasure', { ...drop, reason: ' ' })).rejects.toThrow('REQUIRED');
  await expect(here.do(wmo, 'dropMeasure', drop)).rejects.toThrow('NOT_ALLOWED');
  expect(await here.why(lead, 'dropMeasure', drop)).toEqual([]);
  const { state, steps } = (await progress(lead, measure))!;
  expect([state, steps[1]!.reason]).toEqual(['DROPPED', 'het huishouden wil het niet meer']);
  expect(await here.one('intervention', steps[0]!.interventionId!)).toMatchObject({ to_on: '2025-11-03', version: 2 });
  expect(await progress(wlz, measure)).toBeUndefined();
});
