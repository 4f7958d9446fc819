import { newId, type Id } from '@doorbraak/kernel';
import { readHousehold, tryAct } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { first: newId(1), step: newId(2), later: newId(3) };
const dispute = (more = {}) => ({
  ...{ about: 'wie de begeleiding betaalt', laws: ['wmo2015', 'wlz'], interimPayer: 'WMO', clockDays: 10 },
  ...{ involvements: [here.involvements.wmo, here.involvements.wlz], measures: [here.measures.payFirst] },
  ...more,
});
const settled = (id: Id, seen: number, more = {}) => ({
  ...{ dispute: id, seen, law: 'wlz', payer: 'WLZ', reasoning: 'de zorg is blijvend nodig' },
  ...more,
});
const up = (id: Id, seen: number, more = {}) => ({ dispute: id, seen, rung: 1, body: 'fixteam', clockDays: 10, ...more });

type Plan = {
  disputes: ({ id: Id; state: string; escalations: unknown[] } & Record<string, unknown>)[];
  measures: { id: Id; shares: { payer: string; provisional: boolean }[] }[];
  comparison: { payers: { payer: string; provisional: boolean }[] };
  warnings: { code: string; about: string }[] | null;
};
const plan = async (who: Someone): Promise<Plan | null> =>
  (
    await who.ask<{ plan: Plan | null }>(
      `query ($id: ID!) { plan(id: $id) {
         disputes { id about laws involvementIds measureIds interimPayer openedOn clockDays dueOn state settledOn settledLaw settledPayer reasoning version
           escalations { rung body onDay dueOn outcome } }
         measures { id shares { payer provisional } } comparison { payers { payer provisional } } warnings { code about } } }`,
      { id: here.plan },
    )
  ).data.plan;
const shown = async (who: Someone, id: Id) => (await plan(who))!.disputes.find((one) => one.id === id);
/** Who is marked as paying for now: in the shares of the measure that waits, and in the picture of payers; and what warns of it. */
const provisional = async () => {
  const { measures, comparison, warnings } = (await plan(here.people.lead))!;
  const marked = (rows: { payer: string; provisional: boolean }[]) =>
    rows.filter((row) => row.provisional).map(({ payer }) => payer);
  return {
    shares: marked(measures.flatMap(({ shares }) => shares)),
    payers: marked(comparison.payers),
    warned: warnings!.filter(({ code }) => code === 'DISPUTE_OPEN').map(({ about }) => about),
  };
};
/** Who pays what of the measure that waits, in all pictures of it. */
const pays = async () => {
  type Row = { payer: string; breakthroughCents: string; role: string; measures: { cents: string }[] };
  type Side = { payer: string; expectedBreakthroughCents: string };
  type Pictures = {
    measures: { shares: { payer: string; settledPayer: string | null }[] }[];
    comparison: { payers: Row[]; whoInvests: { payer: string }[]; byPayer: { payer: string; cents: string }[] };
    expectedAndRealised: { rows: Side[] };
  };
  const { data } = await here.people.lead.ask<{ plan: Pictures }>(
    `query ($id: ID!) { plan(id: $id) { measures { shares { payer settledPayer } } expectedAndRealised { rows { payer expectedBreakthroughCents } }
       comparison { payers { payer breakthroughCents fundedCents role measures { cents } } whoInvests { payer } byPayer { payer cents } } } }`,
    { id: here.plan },
  );
  return data.plan;
};
const NOBODY = { shares: [], payers: [], warned: [] };

test('a dispute names two laws, who differ, what waits for it and who pays for now', async () => {
  const { lead, peter } = here.people;
  expect(await provisional()).toEqual(NOBODY);
  const strange = newId();
  for (const [more, reasons] of [
    [{ laws: ['wlz', 'wlz'] }, ['TWO_LAWS_DIFFER laws']],
    [{ laws: ['wlz', 'wet op niets', 'wet op niets'] }, ['LAW_UNKNOWN wet op niets']],
    [{ involvements: [] }, ['REQUIRED involvements']],
    [{ involvements: [strange] }, [`INVOLVEMENT_UNKNOWN ${strange}`]],
    [{ measures: [strange] }, [`MEASURE_UNKNOWN ${strange}`]],
    [{ interimPayer: 'DE BUREN' }, ['PAYER_UNKNOWN DE BUREN']],
  ] as const)
    expect(await here.why(lead, 'openDispute', dispute(more))).toEqual(reasons);
  await expect(here.do(lead, 'openDispute', dispute({ clockDays: 0 }))).rejects.toThrow('BAD_INPUT');
  await expect(here.do(lead, 'openDispute', dispute({ about: ' ' }))).rejects.toThrow('REQUIRED');
  await here.setClock('2030-12-30');
  expect(await here.why(lead, 'openDispute', dispute({ clockDays: 60 }))).toEqual(['CLOCK_BEYOND_CALENDAR clockDays']);
  await here.setClock(ASKED_DAY);
  const before = (await here.one('plan', here.plan))['version'] as number;
  await here.do(lead, 'openDispute', dispute({ laws: ['wmo2015', 'wlz', 'wlz'] }), ids.first);
  expect((await here.one('plan', here.plan))['version']).toBe(before + 1);
  expect(await shown(peter, ids.first)).toEqual({
    ...{ id: ids.first, about: 'wie de begeleiding betaalt', laws: ['wmo2015', 'wlz'], interimPayer: 'WMO', clockDays: 10 },
    ...{ involvementIds: [here.involvements.wmo, here.involvements.wlz], measureIds: [here.measures.payFirst], version: 1 },
    ...{ openedOn: ASKED_DAY, dueOn: '2025-10-13', state: 'OPEN', escalations: [] },
    ...{ settledOn: null, settledLaw: null, settledPayer: null, reasoning: null },
  });
});

test('until it is settled the interim payer pays for now; it goes up when its own clock has run out', async () => {
  const { lead, deputy } = here.people;
  const waiting = { shares: ['WMO'], payers: ['WMO'], warned: [ids.first] };
  expect(await provisional()).toEqual(waiting);
  await here.setClock('2025-10-13');
  expect(await here.why(lead, 'escalateDispute', up(ids.first, 1))).toEqual([`CLOCK_STILL_RUNS ${ids.first}`]);
  await here.setClock('2025-10-14');
  expect(await shown(lead, ids.first)).toMatchObject({ state: 'OVERDUE' });
  for (const [input, reasons] of [
    [up(here.plan, 1), [`DISPUTE_UNKNOWN ${here.plan}`]],
    [up(ids.first, 1, { rung: 2 }), [`RUNG_SKIPPED ${ids.first}`]],
    [up(ids.first, 1, { clockDays: null }), ['REQUIRED clockDays']],
    [up(ids.first, 1, { rung: 4, clockDays: null }), [`LOCAL_RUNGS_NOT_DOCUMENTED ${ids.first}`]],
    [up(ids.first, 2), [`CHANGED_MEANWHILE ${ids.first}`]],
  ] as const)
    expect(await here.why(lead, 'escalateDispute', input)).toEqual(reasons);
  await here.do(deputy, 'escalateDispute', up(ids.first, 1), ids.step);
  expect(await here.why(lead, 'escalateDispute', up(ids.first, 2))).toEqual([`ESCALATED_ALREADY ${ids.first}`]);
  const came = { escalation: ids.step, seen: 1, outcome: 'REFUSED', words: 'het fixteam gaat hier niet over' };
  expect(await here.why(lead, 'recordEscalationOutcome', came)).toEqual([]);
  expect(await here.why(lead, 'escalateDispute', up(ids.first, 2, { rung: 2, body: 'doorbraaktafel' }))).toEqual([]);
  expect((await shown(lead, ids.first))!.escalations).toEqual([
    { rung: 1, body: 'fixteam', onDay: '2025-10-14', dueOn: '2025-10-28', outcome: 'REFUSED' },
    { rung: 2, body: 'doorbraaktafel', onDay: '2025-10-14', dueOn: '2025-10-28', outcome: null },
  ]);
  expect(await provisional()).toEqual(waiting);
});

test('it is settled by one of its laws, once; from then on nothing is provisional', async () => {
  const { lead } = here.people;
  for (const [input, reasons] of [
    [settled(here.plan, 3), [`DISPUTE_UNKNOWN ${here.plan}`]],
    [settled(ids.first, 3, { law: 'participatiewet' }), ['LAW_NOT_IN_DISPUTE participatiewet']],
    [settled(ids.first, 3, { payer: 'DE BUREN' }), ['PAYER_UNKNOWN DE BUREN']],
    [settled(ids.first, 1), [`CHANGED_MEANWHILE ${ids.first}`]],
  ] as const)
    expect(await here.why(lead, 'settleDispute', input)).toEqual(reasons);
  await expect(here.do(lead, 'settleDispute', settled(ids.first, 3, { reasoning: ' ' }))).rejects.toThrow('REQUIRED');
  expect(await here.why(lead, 'settleDispute', settled(ids.first, 3))).toEqual([]);
  expect(await shown(lead, ids.first)).toMatchObject({
    ...{ state: 'SETTLED', settledOn: '2025-10-14', settledLaw: 'wlz', settledPayer: 'WLZ', interimPayer: 'WMO' },
    ...{ reasoning: 'de zorg is blijvend nodig', version: 4 },
  });
  expect(await provisional()).toEqual(NOBODY);
  const all = '664560';
  const { measures, comparison, expectedAndRealised } = await pays();
  expect(measures.flatMap(({ shares }) => shares)).toEqual([{ payer: 'WMO', settledPayer: 'WLZ' }]);
  expect(comparison).toEqual({
    payers: [
      { payer: 'WLZ', breakthroughCents: all, fundedCents: all, role: 'INVESTS', measures: [{ cents: all }] },
      { payer: 'WMO', breakthroughCents: '0', fundedCents: '0', role: 'GAINS', measures: [] },
    ],
    whoInvests: [{ payer: 'WLZ' }],
    byPayer: [
      { payer: 'WLZ', cents: `-${all}` },
      { payer: 'WMO', cents: '886080' },
    ],
  });
  expect(expectedAndRealised.rows).toEqual([
    { payer: 'WLZ', expectedBreakthroughCents: all },
    { payer: 'WMO', expectedBreakthroughCents: '0' },
  ]);
  expect(await here.why(lead, 'settleDispute', settled(ids.first, 4))).toEqual([`DISPUTE_SETTLED ${ids.first}`]);
  expect(await here.why(lead, 'escalateDispute', up(ids.first, 4, { rung: 3 }))).toEqual([
    `CLOCK_STILL_RUNS ${ids.first}`,
    `DISPUTE_SETTLED ${ids.first}`,
  ]);
});

test('a dispute about nothing that the plan pays marks who pays for now, and no share', async () => {
  const { lead } = here.people;
  const key = newId();
  await here.do(lead, 'openDispute', dispute({ measures: [], interimPayer: 'WLZ' }), key);
  expect(await provisional()).toEqual({ shares: [], payers: ['WLZ'], warned: [key] });
  expect(await here.why(lead, 'withdrawFromPlan', { entry: key, reason: 'dubbel' })).toEqual([]);
  expect(await provisional()).toEqual(NOBODY);
});

test('after the decision a dispute can still be opened, taken up and settled, and the plan stays as it was decided', async () => {
  const { lead, peter } = here.people;
  await here.decided(PLAN_DAY);
  const decided = await here.one('plan', here.plan);
  await here.do(lead, 'openDispute', dispute(), ids.later);
  expect(await provisional()).toEqual({ shares: ['WMO'], payers: ['WMO'], warned: [ids.later] });
  const { version } = (await readHousehold(lead, here.household))!;
  const close = { household: here.household, seen: version, reason: 'klaar' };
  const { reasons } = (await tryAct(lead, 'closeHousehold', close)).data.outcome;
  expect(reasons).toContainEqual({ code: 'OPEN_ACTIONS', about: ids.later });
  await here.setClock('2025-11-11');
  expect(await here.why(lead, 'escalateDispute', up(ids.later, 1))).toEqual([]);
  expect(await here.why(lead, 'settleDispute', settled(ids.later, 2))).toEqual([]);
  expect(await shown(peter, ids.later)).toMatchObject({ state: 'SETTLED', settledOn: '2025-11-11', escalations: [{ rung: 1 }] });
  expect(await provisional()).toEqual(NOBODY);
  const still = (await tryAct(lead, 'closeHousehold', close)).data.outcome.reasons;
  expect(still!.map(({ about }) => about)).not.toContain(ids.later);
  expect(await here.one('plan', here.plan)).toEqual(decided);
  const { rows } = await here.world.db.superuser.query<{ act: string }>(
    `select act from audit_log where outcome = 'DONE' and part_id = $1 order by at`,
    [ids.later],
  );
  expect(rows.map(({ act }) => act)).toEqual(['openDispute', 'escalateDispute', 'settleDispute']);
});

test('it is for lead and deputy to act on, and invisible to who has no part in the plan', async () => {
  const { legal, small, peter, wmo, mentor, outsider, elsewhere } = here.people;
  const acts = [
    ['openDispute', dispute()],
    ['escalateDispute', up(ids.later, 3)],
    ['settleDispute', settled(ids.later, 3)],
  ] as const;
  for (const [act, input] of acts) {
    for (const who of [outsider, elsewhere]) expect(await here.why(who, act, input)).toEqual(['NOT_FOUND']);
    for (const who of [legal, small, peter, wmo]) await expect(here.do(who, act, input)).rejects.toThrow('NOT_ALLOWED');
  }
  for (const who of [mentor, outsider, elsewhere]) expect(await plan(who)).toBeNull();
  expect((await plan(wmo))!.disputes).toEqual([]);
  for (const who of [legal, small]) expect((await plan(who))!.disputes.map(({ id }) => id)).toEqual([ids.first, ids.later]);
});

test('in a closed file and a stopped plan nothing is disputed, and a list of disputes ends somewhere', async () => {
  const { lead } = here.people;
  const { superuser } = here.world.db;
  const close = (day: string | null) =>
    superuser.query('update household set closed_on = $2, closed_reason = $3 where id = $1', [
      here.household,
      day,
      day && 'verhuisd',
    ]);
  await close('2025-11-11');
  expect(await here.why(lead, 'openDispute', dispute())).toEqual([`CASE_CLOSED ${here.household}`]);
  await close(null);
  const stopped = await here.row('plan', { number: 2, author_id: lead.person, status: 'STOPPED', plan_on: PLAN_DAY });
  expect(await here.why(lead, 'openDispute', dispute({ plan: stopped }))).toEqual([`PLAN_CLOSED ${stopped}`]);
  const row = { plan_id: here.plan, about: 'x', laws: ['wlz', 'wmo2015'], involvement_ids: [here.involvements.wmo] };
  const clock = { interim_payer: 'WMO', opened_on: ASKED_DAY, clock_days: 5, due_on: ASKED_DAY };
  for (let n = (await plan(lead))!.disputes.length; n < 99; n++) await here.row('dispute', { ...row, ...clock });
  expect(await here.why(lead, 'openDispute', dispute())).toEqual([]);
  expect(await here.why(lead, 'openDispute', dispute())).toEqual(['LIST_FULL']);
});
