import { newId, type Id } from '@doorbraak/kernel';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { visit: newId(1), letter: newId(2), mentor: newId(3), peter: newId(4), lead: newId(5) };
const promise = (more = {}) => ({ what: 'eerst bellen, dan komen', dueOn: '2025-11-10', certainty: 'CERTAIN', ...more });
const told = (commitment: Id, more = {}) => ({
  commitment,
  seen: 1,
  toldOn: '2025-11-10',
  newDueOn: '2025-11-17',
  reason: 'hij was ziek',
  ...more,
});

type Shown = { id: Id; state: string; wasLate: boolean } & Record<string, unknown>;
const FIELDS = `id involvementId personId professionalId what dueOn certainty state wasLate toldOn newDueOn lateReason keptOn brokenOn brokenReason version`;
const plan = async (who: Someone) =>
  (
    await who.ask<{ plan: { commitments: Shown[] } | null }>(`query ($id: ID!) { plan(id: $id) { commitments { ${FIELDS} } } }`, {
      id: here.plan,
    })
  ).data.plan;
const shown = async (who: Someone, id: Id) => (await plan(who))!.commitments.find((one) => one.id === id);
const myPromises = async (who: Someone) =>
  (
    await who.ask<{
      myQuestions: { promises: { householdId: Id; householdCode: string; leadLabel: string; commitment: Shown }[] };
    }>('{ myQuestions(first: 10) { promises { householdId householdCode leadLabel commitment { id state newDueOn } } } }')
  ).data.myQuestions.promises;

test('an agency promises for itself, a member for oneself, and lead and deputy write down what anybody promised', async () => {
  const { lead, deputy, wmo, wlz, mentor, peter, outsider, elsewhere, legal } = here.people;
  const { involvements, member } = here;
  await here.do(wmo, 'addCommitment', promise({ involvement: involvements.wmo }), ids.visit);
  expect(await here.why(wmo, 'addCommitment', promise({ involvement: involvements.wlz }))).toEqual([
    `COMMITMENT_IS_OWN ${involvements.wlz}`,
  ]);
  expect(await here.why(wmo, 'addCommitment', promise({ person: member }))).toEqual([`COMMITMENT_IS_OWN ${member}`]);
  expect(await here.why(peter, 'addCommitment', promise({ involvement: involvements.wmo }))).toEqual([
    `COMMITMENT_IS_OWN ${involvements.wmo}`,
  ]);
  const own = promise({ person: member, certainty: 'I_WILL_TRY', what: 'vrienden komen niet na tien uur' });
  await here.do(peter, 'addCommitment', own, ids.peter);
  await here.do(deputy, 'addCommitment', promise({ professional: lead.person, dueOn: '2025-10-20' }), ids.lead);
  await here.do(lead, 'addCommitment', promise({ involvement: involvements.wlz, what: 'een brief in gewone taal' }), ids.letter);
  for (const [input, reason] of [
    [{}, 'PROMISER_NOT_ONE'],
    [{ person: member, professional: lead.person }, 'PROMISER_NOT_ONE'],
    [{ involvement: here.plan }, `INVOLVEMENT_UNKNOWN ${here.plan}`],
    [{ person: lead.person }, `MEMBER_UNKNOWN ${lead.person}`],
    [{ professional: wmo.person }, `NOT_A_PROFESSIONAL ${wmo.person}`],
    [{ person: member, dueOn: '0025-11-10' }, 'DATE_IMPLAUSIBLE dueOn'],
  ] as const)
    expect(await here.why(lead, 'addCommitment', promise(input))).toEqual([reason]);
  for (const who of [mentor, outsider, elsewhere])
    expect(await here.why(who, 'addCommitment', promise({ involvement: involvements.mentor }))).toEqual(['NOT_FOUND']);
  await expect(here.do(legal, 'addCommitment', promise({ person: member }))).rejects.toThrow('NOT_ALLOWED');
  await expect(here.do(lead, 'addCommitment', promise({ person: member, what: ' ' }))).rejects.toThrow('REQUIRED');
  expect(await here.one('commitment', ids.visit)).toMatchObject({
    involvement_id: involvements.wmo,
    due_on: '2025-11-10',
    recorded_by: wmo.person,
    version: 1,
  });
  expect((await plan(wlz))!.commitments.map(({ id }) => id)).toEqual([ids.letter]);
});

test('on an open plan a promise raises the version that a decider decides on; on a decided plan it leaves the plan alone', async () => {
  const { lead } = here.people;
  const before = await here.one('plan', here.plan);
  await here.do(lead, 'addCommitment', promise({ person: here.member }));
  expect((await here.one('plan', here.plan))['version']).toBe(Number(before['version']) + 1);
  await here.decided(PLAN_DAY);
  const decided = await here.one('plan', here.plan);
  await here.do(lead, 'addCommitment', promise({ involvement: here.involvements.mentor, dueOn: '2025-11-07' }), ids.mentor);
  expect(await here.one('plan', here.plan)).toEqual(decided);
});

test('an agency without a measure that promised something sees the plan from then on, and of it its own promise', async () => {
  const { mentor } = here.people;
  expect((await plan(mentor))!.commitments).toMatchObject([{ id: ids.mentor, state: 'OPEN', professionalId: null }]);
  await here.setClock('2025-11-07');
  expect(await here.why(mentor, 'keepCommitment', { commitment: ids.visit, seen: 1, keptOn: '2025-11-07' })).toEqual([
    `COMMITMENT_UNKNOWN ${ids.visit}`,
  ]);
  expect(await here.why(mentor, 'keepCommitment', { commitment: ids.mentor, seen: 1, keptOn: '2025-11-07' })).toEqual([]);
  expect(await shown(mentor, ids.mentor)).toMatchObject({ state: 'KEPT', keptOn: '2025-11-07', wasLate: false });
});

test('a late promise: the household is told with the new day, sees it in its plan, and it is kept later', async () => {
  const { lead, wmo, wlz, peter } = here.people;
  await here.setClock('2025-11-10');
  expect(await myPromises(wmo)).toEqual([
    {
      householdId: here.household,
      householdCode: 'P-1',
      leadLabel: expect.stringContaining('lead'),
      commitment: { id: ids.visit, state: 'OPEN', newDueOn: null },
    },
  ]);
  expect(await here.why(wmo, 'reportLate', told(ids.visit, { toldOn: '2025-11-11' }))).toEqual(['DATE_FUTURE toldOn']);
  expect(await here.why(wmo, 'reportLate', told(ids.visit, { newDueOn: '2025-11-09' }))).toEqual([
    'NOT_LATER newDueOn',
    'RANGE_INVERTED newDueOn',
  ]);
  expect(await here.why(wmo, 'reportLate', told(ids.visit, { toldOn: '2025-11-03', newDueOn: '2025-11-10' }))).toEqual([
    'NOT_LATER newDueOn',
  ]);
  expect(await here.why(wlz, 'reportLate', told(ids.visit))).toEqual([`COMMITMENT_UNKNOWN ${ids.visit}`]);
  expect(await here.why(peter, 'reportLate', told(ids.visit))).toEqual([`COMMITMENT_IS_OWN ${ids.visit}`]);
  await here.do(wmo, 'reportLate', told(ids.visit));
  expect(await shown(peter, ids.visit)).toMatchObject({
    ...{ state: 'LATE', wasLate: true, dueOn: '2025-11-10' },
    ...{ toldOn: '2025-11-10', newDueOn: '2025-11-17', lateReason: 'hij was ziek' },
  });
  expect(await here.why(wmo, 'reportLate', told(ids.visit))).toEqual([`CHANGED_MEANWHILE ${ids.visit}`]);
  await here.setClock('2025-11-18');
  expect(await shown(peter, ids.visit)).toMatchObject({ state: 'OVERDUE' });
  const again = told(ids.visit, { seen: 2, toldOn: '2025-11-18', newDueOn: '2025-11-24', reason: 'nog steeds ziek' });
  expect(await here.why(lead, 'reportLate', again)).toEqual([]);
  expect(await shown(peter, ids.visit)).toMatchObject({ state: 'LATE', newDueOn: '2025-11-24', dueOn: '2025-11-10' });
  await here.setClock('2025-11-21');
  const kept = { commitment: ids.visit, seen: 3, keptOn: '2025-11-21' };
  expect(await here.why(wmo, 'keepCommitment', { ...kept, keptOn: '2025-11-22' })).toEqual(['DATE_FUTURE keptOn']);
  expect(await here.why(wmo, 'keepCommitment', kept)).toEqual([]);
  expect(await shown(peter, ids.visit)).toMatchObject({
    state: 'KEPT',
    wasLate: true,
    toldOn: '2025-11-18',
    keptOn: '2025-11-21',
  });
  expect(await myPromises(wmo)).toEqual([]);
  const { rows } = await here.world.db.superuser.query<{ act: string }>(
    `select act from audit_log where outcome = 'DONE' and part_id = $1 order by at`,
    [ids.visit],
  );
  expect(rows.map(({ act }) => act)).toEqual(['addCommitment', 'reportLate', 'reportLate', 'keepCommitment']);
});

test('a promise that will not be kept says why, and what is closed stays closed', async () => {
  const { lead, wlz, peter } = here.people;
  expect((await myPromises(wlz)).map(({ commitment }) => commitment)).toEqual([
    { id: ids.letter, state: 'OVERDUE', newDueOn: null },
  ]);
  const broken = { commitment: ids.letter, seen: 1, brokenOn: '2025-11-21', reason: 'de tekst mag niet anders' };
  await expect(here.do(wlz, 'breakCommitment', { ...broken, reason: ' ' })).rejects.toThrow('REQUIRED');
  expect(await here.why(wlz, 'breakCommitment', { ...broken, brokenOn: '2025-11-22' })).toEqual(['DATE_FUTURE brokenOn']);
  expect(await here.why(peter, 'breakCommitment', broken)).toEqual([`COMMITMENT_IS_OWN ${ids.letter}`]);
  expect(await here.why(wlz, 'breakCommitment', broken)).toEqual([]);
  expect(await shown(peter, ids.letter)).toMatchObject({ state: 'BROKEN', brokenReason: 'de tekst mag niet anders' });
  for (const [act, more] of [
    ['keepCommitment', { keptOn: '2025-11-21' }],
    ['breakCommitment', broken],
    ['reportLate', told(ids.letter)],
  ] as const)
    expect(await here.why(lead, act, { commitment: ids.letter, ...more, seen: 2 })).toEqual([`COMMITMENT_CLOSED ${ids.letter}`]);
  const anew = promise({ involvement: here.involvements.wlz, dueOn: '2025-12-01' });
  expect(await here.why(lead, 'addCommitment', anew)).toEqual([]);
  expect(await here.why(peter, 'keepCommitment', { commitment: ids.peter, seen: 1, keptOn: '2025-11-20' })).toEqual([]);
});

test('the same key does not promise twice, and nobody else sees what was promised', async () => {
  const { wmo, outsider, elsewhere, small, peter } = here.people;
  const [key, input] = [newId(), promise({ involvement: here.involvements.wmo })];
  await here.do(wmo, 'addCommitment', input, key);
  expect((await here.do(wmo, 'addCommitment', input, key)).__typename).toBe('BreakthroughPlan');
  expect((await plan(wmo))!.commitments.filter(({ id }) => id === key)).toHaveLength(1);
  for (const who of [outsider, elsewhere]) {
    expect(await plan(who)).toBeNull();
    expect(await here.why(who, 'keepCommitment', { commitment: key, seen: 1, keptOn: PLAN_DAY })).toEqual(['NOT_FOUND']);
  }
  await expect(here.do(here.people.legal, 'keepCommitment', { commitment: key, seen: 1, keptOn: PLAN_DAY })).rejects.toThrow(
    'NOT_ALLOWED',
  );
  expect((await plan(small))!.commitments.length).toBe((await plan(peter))!.commitments.length);
});

test('a withdrawn promise is in no list, and opens the plan to nobody', async () => {
  const { mentor } = here.people;
  await here.world.db.superuser.query(
    `update commitment set withdrawn_on = $2, withdrawn_by = $3, withdrawn_reason = 'vergist' where id = $1`,
    [ids.mentor, PLAN_DAY, here.people.lead.person],
  );
  expect(await plan(mentor)).toBeNull();
  expect((await plan(here.people.lead))!.commitments.map(({ id }) => id)).not.toContain(ids.mentor);
});

test('in a closed file and a stopped plan nothing is promised', async () => {
  const { lead, wmo } = here.people;
  const { superuser } = here.world.db;
  await superuser.query(`update household set closed_on = '2025-11-21', closed_reason = 'verhuisd' where id = $1`, [
    here.household,
  ]);
  expect(await here.why(lead, 'addCommitment', promise({ person: here.member }))).toEqual([`CASE_CLOSED ${here.household}`]);
  await superuser.query('update household set closed_on = null, closed_reason = null where id = $1', [here.household]);
  const stopped = await here.row('plan', { number: 2, author_id: lead.person, status: 'STOPPED', plan_on: PLAN_DAY });
  await here.row('commitment', {
    ...{ plan_id: stopped, involvement_id: here.involvements.wmo, what: 'x', due_on: PLAN_DAY, certainty: 'EXPECTED' },
  });
  expect(await here.why(lead, 'addCommitment', promise({ plan: stopped, person: here.member }))).toEqual([
    `PLAN_CLOSED ${stopped}`,
  ]);
  expect((await myPromises(wmo)).length).toBe(1);
  expect(await here.why(lead, 'addCommitment', promise({ person: here.member }))).toEqual([]);
});

test('a list of promises ends somewhere', async () => {
  const { lead } = here.people;
  const row = { plan_id: here.plan, person_id: here.member, what: 'x', due_on: PLAN_DAY, certainty: 'EXPECTED' };
  for (let n = (await plan(lead))!.commitments.length; n < 100; n++) await here.row('commitment', row);
  expect(await here.why(lead, 'addCommitment', promise({ person: here.member }))).toEqual(['LIST_FULL']);
});
