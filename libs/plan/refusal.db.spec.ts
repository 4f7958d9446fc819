import { newId, type Id } from '@doorbraak/kernel';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { spoken: newId(1), letter: newId(2), mail: newId(3) };
const no = (more = {}) => ({
  involvement: here.involvements.wmo,
  what: 'een aparte parkeerkaart',
  reason: 'hij heeft geen auto',
  alternative: 'de regiotaxi kan hij wel aanvragen; de wijkconsulent helpt',
  channel: 'VISIT',
  onDay: ASKED_DAY,
  ...more,
});

type Shown = { id: Id; task: string; version: number } & Record<string, unknown>;
const plan = async (who: Someone) =>
  (
    await who.ask<{ plan: { refusals: Shown[] } | null }>(
      `query ($id: ID!) { plan(id: $id) { refusals { id involvementId measureId what reason alternative provision channel onDay callBy calledOn calledBy task version } } }`,
      { id: here.plan },
    )
  ).data.plan;
const shown = async (who: Someone, id: Id) => (await plan(who))!.refusals.find((one) => one.id === id);
const myCalls = async (who: Someone) =>
  (
    await who.ask<{ myQuestions: { calls: { householdId: Id; householdCode: string; leadLabel: string; refusal: Shown }[] } }>(
      '{ myQuestions(first: 10) { calls { householdId householdCode leadLabel refusal { id callBy task } } } }',
    )
  ).data.myQuestions.calls;

test('a no comes with a reason and with what is possible instead', async () => {
  const { lead, wmo, wlz, mentor, outsider, elsewhere, peter } = here.people;
  const { alternative: _, ...bare } = no();
  expect(await here.why(wmo, 'recordRefusal', bare)).toEqual(['ALTERNATIVE_REQUIRED alternative']);
  await expect(here.do(wmo, 'recordRefusal', no({ alternative: ' ' }))).rejects.toThrow('REQUIRED');
  await expect(here.do(wmo, 'recordRefusal', no({ reason: ' ' }))).rejects.toThrow('REQUIRED');
  const everything = { measure: here.plan, provision: 'no:such', onDay: '2025-09-30', involvement: here.problem };
  expect(await here.why(lead, 'recordRefusal', no(everything))).toEqual([
    'DATE_FUTURE onDay',
    `INVOLVEMENT_UNKNOWN ${here.problem}`,
    `MEASURE_UNKNOWN ${here.plan}`,
    'PROVISION_UNKNOWN no:such',
  ]);
  expect(await here.why(lead, 'recordRefusal', no({ onDay: '1025-09-29' }))).toEqual([
    'DATE_IMPLAUSIBLE onDay',
    `INVOLVEMENT_UNKNOWN ${here.involvements.wmo}`,
  ]);
  const whole = no({ measure: here.measures.payFirst, provision: 'wmo2015:2.3.5:6' });
  await here.do(wmo, 'recordRefusal', whole, ids.spoken);
  expect(await shown(peter, ids.spoken)).toMatchObject({
    ...{ measureId: here.measures.payFirst, provision: 'wmo2015:2.3.5:6', channel: 'VISIT', reason: 'hij heeft geen auto' },
    ...{ callBy: null, task: 'NONE' },
  });
  expect(await here.why(wlz, 'recordRefusal', no())).toEqual([`INVOLVEMENT_UNKNOWN ${here.involvements.wmo}`]);
  for (const who of [mentor, outsider, elsewhere]) expect(await here.why(who, 'recordRefusal', no())).toEqual(['NOT_FOUND']);
  await expect(here.do(peter, 'recordRefusal', no())).rejects.toThrow('NOT_ALLOWED');
  expect((await plan(wlz))!.refusals).toEqual([]);
});

test('the clock of a call does not guess holidays of years that nobody listed', async () => {
  const { lead } = here.people;
  const { superuser } = here.world.db;
  await superuser.query(`update involvement set from_on = '2019-01-01' where id = $1`, [here.involvements.wmo]);
  const old = no({ channel: 'LETTER', onDay: '2019-12-30' });
  expect(await here.why(lead, 'recordRefusal', old)).toEqual(['CLOCK_BEYOND_CALENDAR onDay']);
  expect(await here.why(lead, 'recordRefusal', { ...old, channel: 'OFFICE' })).toEqual([]);
});

test('a no that was only written asks for a call within two working days, over a holiday and a weekend', async () => {
  const { lead, wmo, wlz, peter } = here.people;
  await here.decided(PLAN_DAY);
  await here.setClock('2025-12-24');
  await here.do(lead, 'recordRefusal', no({ channel: 'LETTER', onDay: '2025-12-24' }), ids.letter); // a Wednesday; then Christmas, twice
  expect(await shown(peter, ids.letter)).toMatchObject({ callBy: '2025-12-30', task: 'DUE' });
  expect(await myCalls(wmo)).toEqual([
    {
      householdId: here.household,
      householdCode: 'P-1',
      leadLabel: expect.stringContaining('lead'),
      refusal: { id: ids.letter, callBy: '2025-12-30', task: 'DUE' },
    },
  ]);
  expect(await myCalls(wlz)).toEqual([]);
  await here.setClock('2025-12-30');
  expect(await shown(lead, ids.letter)).toMatchObject({ task: 'DUE' });
  await here.setClock('2025-12-31');
  expect(await shown(lead, ids.letter)).toMatchObject({ task: 'OVERDUE' });
  await here.do(wmo, 'recordRefusal', no({ channel: 'MAIL', onDay: '2025-12-31' }), ids.mail);
  expect(await shown(lead, ids.mail)).toMatchObject({ callBy: '2026-01-05', task: 'DUE' }); // New Year's Day and a weekend
});

test('whoever calls says so once, and the task is done', async () => {
  const { lead, deputy, wmo, outsider, elsewhere } = here.people;
  const call = (more = {}) => ({ refusal: ids.letter, seen: 1, calledOn: '2025-12-31', ...more });
  expect(await here.why(lead, 'recordCall', call({ calledOn: '2026-01-01' }))).toEqual(['DATE_FUTURE calledOn']);
  expect(await here.why(lead, 'recordCall', call({ calledOn: '2025-12-23' }))).toEqual(['RANGE_INVERTED calledOn']);
  expect(await here.why(lead, 'recordCall', call({ refusal: here.plan }))).toEqual([`REFUSAL_UNKNOWN ${here.plan}`]);
  expect(await here.why(lead, 'recordCall', call({ refusal: ids.spoken }))).toEqual([`NO_CALL_OPEN ${ids.spoken}`]);
  expect(await here.why(lead, 'recordCall', call({ seen: 2 }))).toEqual([`CHANGED_MEANWHILE ${ids.letter}`]);
  await expect(here.do(wmo, 'recordCall', call())).rejects.toThrow('NOT_ALLOWED');
  for (const who of [outsider, elsewhere]) expect(await here.why(who, 'recordCall', call())).toEqual(['NOT_FOUND']);
  expect(await here.why(deputy, 'recordCall', call())).toEqual([]);
  expect(await shown(lead, ids.letter)).toMatchObject({
    ...{ task: 'DONE', calledOn: '2025-12-31', calledBy: deputy.person, version: 2 },
  });
  expect(await here.why(lead, 'recordCall', call({ seen: 2 }))).toEqual([`NO_CALL_OPEN ${ids.letter}`]);
  expect((await myCalls(wmo)).map(({ refusal }) => refusal.id)).toEqual([ids.mail]);
});

test('an agency that only said no sees its no among its tasks, and no plan', async () => {
  const { lead, mentor } = here.people;
  const written = no({ involvement: here.involvements.mentor, channel: 'ONLINE', onDay: '2025-12-31' });
  const key = newId();
  await here.do(lead, 'recordRefusal', written, key);
  expect((await myCalls(mentor)).map(({ refusal }) => refusal.id)).toEqual([key]);
  expect(await plan(mentor)).toBeNull();
});

test('a list of noes ends somewhere', async () => {
  const { lead } = here.people;
  const row = { what: 'x', reason: 'x', alternative: 'x', channel: 'PHONE', on_day: ASKED_DAY };
  for (let n = (await plan(lead))!.refusals.length; n < 100; n++)
    await here.row('agency_refusal', { ...row, plan_id: here.plan, involvement_id: here.involvements.wmo });
  expect(await here.why(lead, 'recordRefusal', no())).toEqual(['LIST_FULL']);
});
