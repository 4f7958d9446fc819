import { newId, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = {
  ...{ limit: newId(1), room: newId(2), care: newId(3), clash: newId(4), goal: newId(5), now: newId(6), line: newId(7) },
  ...{ struck: newId(8), dismissed: newId(9), dispute: newId(10), promise: newId(11), no: newId(12), other: newId(13) },
};
const withdraw = (entry: Id, who = here.people.lead, more = {}) =>
  here.why(who, 'withdrawFromPlan', { entry, reason: 'vergist', ...more });

type Rows = { id: Id; withdrawnOn: string | null; withdrawnReason: string | null }[];
const LISTS = ['goals', 'scenarios', 'costLines', 'unpriced', 'measures', 'struckOut', 'grounds', 'contradictions', 'dismissed'];
const LATER = ['positions', 'agreements', 'escalations', 'capacityFactors', 'disputes', 'commitments', 'refusals', 'steps'];
type Withdrawn = Record<string, Rows>;
const withdrawn = async (who: Someone) =>
  (
    await who.ask<{ plan: { withdrawn: Withdrawn | null } | null }>(
      `query ($id: ID!) { plan(id: $id) { withdrawn { ${[...LISTS, ...LATER].map((name) => `${name} { id withdrawnOn withdrawnReason }`).join(' ')} } } }`,
      { id: here.plan },
    )
  ).data.plan?.withdrawn;
/** The ids that were withdrawn, by the lists that hold any. */
const gone = async () =>
  Object.fromEntries(
    Object.entries((await withdrawn(here.people.lead))!)
      .filter(([, rows]) => rows.length)
      .map(([name, rows]) => [name, rows.map(({ id }) => id).sort()]),
  );
const button = async () => {
  const { data } = await here.people.holder.ask<{ plan: { whyNotDecide: { code: string; about: string | null }[] } }>(
    'query ($id: ID!) { plan(id: $id) { whyNotDecide { code about } } }',
    { id: here.plan },
  );
  return data.plan.whyNotDecide.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
};
/** The reasons that a withdrawal brings and takes away. */
async function change(entry: Id): Promise<{ more: string[]; less: string[] }> {
  const before = await button();
  expect(await withdraw(entry)).toEqual([]);
  const after = await button();
  return { more: after.filter((one) => !before.includes(one)), less: before.filter((one) => !after.includes(one)) };
}
const dispute = () => ({
  ...{ about: 'wie betaalt', laws: ['wmo2015', 'wlz'], interimPayer: 'WMO', clockDays: 10 },
  ...{ involvements: [here.involvements.wmo], measures: [here.measures.settle] },
});
type Progress = { state: string; steps: { id: Id; interventionId: Id }[] };
const progress = async () =>
  (
    await here.people.lead.ask<{ plan: { measures: { id: Id; progress: Progress }[] } }>(
      'query ($id: ID!) { plan(id: $id) { measures { id progress { state steps { id interventionId } } } } }',
      { id: here.plan },
    )
  ).data.plan.measures.find(({ id }) => id === here.measures.settle)!.progress;
const ground = (provision: string, role: string, more = {}) => ({
  ...{ measure: here.measures.payFirst, provision, role, argument: 'omdat het hier past' },
  ...more,
});

test('what is no entry of this plan, and what something rests on, is refused; a reason is asked', async () => {
  const { lead } = here.people;
  const { payFirst } = here.measures;
  for (const strange of [newId(), here.problem, here.plan, here.involvements.wmo])
    expect(await withdraw(strange)).toEqual([`ENTRY_UNKNOWN ${strange}`]);
  await expect(withdraw(payFirst, lead, { reason: ' ' })).rejects.toThrow('REQUIRED');
  await here.do(lead, 'addGround', ground('wmo2015:2.3.5:6', 'LIMIT'), ids.limit);
  await here.do(lead, 'addGround', ground('wmo2015:2.3.3', 'ROOM', { answers: [ids.limit] }), ids.room);
  await here.do(lead, 'addGround', ground('wlz:3.2.1:1', 'ROOM'), ids.care);
  const clash = { measure: payFirst, a: ids.limit, b: ids.care, type: 'AFBAKENING', pattern: 'wmo-wlz-grens' };
  await here.do(lead, 'addContradiction', { ...clash, resolvedVia: [ids.room], reasoning: 'er is haast' }, ids.clash);
  expect(await withdraw(ids.limit)).toEqual([`ENTRY_IN_USE ${ids.clash}`]);
  const { rows } = await here.world.db.superuser.query<{ id: Id }>('select id from cost_line where measure_id = $1', [payFirst]);
  expect(await withdraw(payFirst)).toEqual(rows.map(({ id }) => `ENTRY_IN_USE ${id}`));
  expect(await gone()).toEqual({});
});

test('a ground that was withdrawn neither counts, nor answers, nor resolves; entered anew it does again', async () => {
  const { lead } = here.people;
  const { payFirst } = here.measures;
  expect(await change(ids.room)).toEqual({
    more: [`CONTRADICTION_UNRESOLVED ${ids.clash}`, `FEWER_THAN_TWO_LAWS ${payFirst}`, `LIMIT_UNANSWERED ${ids.limit}`],
    less: [],
  });
  expect(await withdraw(ids.room)).toEqual([`WITHDRAWN_ALREADY ${ids.room}`]);
  const unknown = { ground: ids.room, seen: 1, answers: [] };
  expect(await here.why(lead, 'answerLimits', unknown)).toEqual([`GROUND_UNKNOWN ${ids.room}`]);
  const room = newId();
  expect(await change(ids.clash)).toEqual({ more: [], less: [`CONTRADICTION_UNRESOLVED ${ids.clash}`] });
  expect(await change(ids.limit)).toEqual({
    more: [`LAW_TOUCHED_WITHOUT_GROUND ${payFirst}/wmo2015`],
    less: [`LIMIT_UNANSWERED ${ids.limit}`],
  });
  await here.do(lead, 'addGround', ground('wmo2015:2.3.3', 'ROOM'), room);
  expect(await change(ids.care)).toEqual({
    more: [`FEWER_THAN_TWO_LAWS ${payFirst}`, `LAW_TOUCHED_WITHOUT_GROUND ${payFirst}/wlz`],
    less: [],
  });
  expect(await gone()).toEqual({ grounds: [ids.limit, ids.room, ids.care], contradictions: [ids.clash] });
  const shown = (await withdrawn(here.people.peter))!['grounds']!;
  expect(new Set(shown.map(({ withdrawnOn, withdrawnReason }) => `${withdrawnOn} ${withdrawnReason}`))).toEqual(
    new Set([`${ASKED_DAY} vergist`]),
  );
});

test('a goal, money and a scenario that were withdrawn are in no judgement and no sum, and give room to the right one', async () => {
  const { lead } = here.people;
  const { now, breakthrough } = here.scenarios;
  await here.do(lead, 'addGoal', { words: 'Ik wil rust.', firstStep: 'morgen bellen' }, ids.goal);
  const goals = await here.world.db.superuser.query<{ id: Id }>('select id from goal where id <> $1', [ids.goal]);
  expect(await change(goals.rows[0]!.id)).toEqual({ more: [], less: [] });
  expect(await change(ids.goal)).toEqual({ more: ['GOAL_MISSING'], less: [] });
  type Sums = { plan: { scenarios: { id: Id; totals: { totalCents: string } }[]; comparison: object | null } };
  const sums = async () =>
    (
      await lead.ask<Sums>(
        'query ($id: ID!) { plan(id: $id) { scenarios { id totals { totalCents } } comparison { savingCents } } }',
        {
          id: here.plan,
        },
      )
    ).data.plan;
  const line = { unitCost: 'WMO_GUIDANCE_PLUS', quantity: '10', payer: 'WMO', oneOff: false, note: 'te veel' };
  const before = await sums();
  await here.do(lead, 'addCostLine', { ...line, scenario: breakthrough }, ids.line);
  expect(await sums()).not.toEqual(before);
  expect(await withdraw(ids.line)).toEqual([]);
  expect(await sums()).toEqual(before);
  const item = newId();
  await here.do(lead, 'addUnpriced', { scenario: now, item: 'HOME_REPAIR', note: 'het dak' }, item);
  const asNow = { kind: 'AS_NOW', name: 'zoals nu', horizonMonths: 12 };
  expect(await here.why(lead, 'addScenario', asNow)).toEqual(['AS_NOW_EXISTS']);
  expect((await change(now)).more).toEqual(['AS_NOW_MISSING', 'FEWER_THAN_TWO_SCENARIOS']);
  const { costLines, unpriced, scenarios } = await gone();
  expect([scenarios, unpriced, costLines!.length]).toEqual([[now], [item], 2]);
  expect(await sums()).toMatchObject({ scenarios: [{ id: breakthrough }], comparison: null });
  expect((await here.do(lead, 'addScenario', asNow, ids.now)).__typename).toBe('BreakthroughPlan');
});

test('a measure takes along what hangs on it, and its agency does not see the plan any more', async () => {
  const { lead, wmo, outsider, elsewhere } = here.people;
  const { payFirst, settle } = here.measures;
  const limit = newId();
  await here.do(lead, 'addGround', ground('wmo2015:2.3.5:6', 'LIMIT'), limit);
  const dismiss = { measure: payFirst, pattern: 'wmo-wlz-grens', line: 'de Wlz doet niet mee' };
  await here.do(lead, 'dismissPattern', dismiss, ids.dismissed);
  const struck = { measure: payFirst, law: 'wlz', line: 'er wordt geen zorg gevraagd' };
  await here.do(lead, 'strikeOutLaw', struck, ids.struck);
  expect((await change(ids.struck)).more).toEqual([`LAW_TOUCHED_WITHOUT_GROUND ${payFirst}/wlz`]);
  expect(await here.why(lead, 'strikeOutLaw', struck)).toEqual([]);
  expect(await withdraw(ids.dismissed)).toEqual([]);
  const again = newId();
  expect((await here.do(lead, 'dismissPattern', { ...dismiss }, again)).reasons).toMatchObject([
    { code: 'PATTERN_NOT_PROPOSED' },
  ]);
  await here.do(lead, 'askPosition', { involvement: here.involvements.wmo, clockDays: 5 });
  const { superuser } = here.world.db;
  const stand = async (table: string, where = 'withdrawn_on is null') =>
    (await superuser.query<{ id: Id }>(`select id from ${table} where measure_id = $1 and ${where}`, [payFirst])).rows;
  for (const { id } of await stand('cost_line')) expect(await withdraw(id)).toEqual([]);
  expect(await stand('funding_share', 'replaced_on is null')).toHaveLength(1);
  const { less, more } = await change(payFirst);
  expect(more).toEqual([]);
  expect(less).toEqual(expect.arrayContaining([`LIMIT_UNANSWERED ${limit}`, `POSITION_UNANSWERED ${payFirst}`]));
  expect((await button()).filter((reason) => reason.includes(payFirst))).toEqual([]);
  for (const table of ['legal_ground', 'struck_out_law']) expect(await stand(table)).toEqual([]);
  expect(await stand('funding_share', 'replaced_on is null')).toEqual([]);
  const { measures, grounds, struckOut } = await gone();
  expect([measures, struckOut!.length]).toEqual([[payFirst], 2]);
  expect(grounds).toContain(limit);
  expect(await withdraw(limit)).toEqual([`WITHDRAWN_ALREADY ${limit}`]);
  expect(await here.why(lead, 'addGround', ground('wlz:3.2.1:1', 'ROOM'))).toEqual([`MEASURE_UNKNOWN ${payFirst}`]);
  for (const who of [wmo, outsider, elsewhere]) expect(await withdrawn(who)).toBeUndefined();
  const { data, errors } = await lead.ask<{
    plan: { measures: { id: Id }[]; withdrawn: { measures: object[]; grounds: object[] } };
  }>(
    `query ($id: ID!) { plan(id: $id) { measures { id } withdrawn {
       measures { id grounds { id } shares { id } positions { id } lawsTouched { law } progress { state } } grounds { id lawTitle inForce }
       scenarios { id costLines { id } totals { totalCents } } } } }`,
    { id: here.plan },
  );
  expect(errors).toBeUndefined();
  expect(data.plan.measures).toEqual([{ id: settle }]);
  expect(data.plan.withdrawn.measures).toMatchObject([{ id: payFirst, grounds: [], shares: [], progress: { state: 'OPEN' } }]);
});

test('a question, a step up and an agreement that were a mistake are taken back, with what was built on them', async () => {
  const { lead, holder, wmo, wlz, peter } = here.people;
  const { settle } = here.measures;
  const [asked, up, heard] = [newId(), newId(), newId()];
  const mine = async (who: Someone) =>
    (
      await who.ask<{ myQuestions: { nodes: { id: Id }[] } }>('{ myQuestions(first: 10) { nodes { id } } }')
    ).data.myQuestions.nodes.map(({ id }) => id);
  const silent = { involvement: here.involvements.wlz, clockDays: 5 };
  await here.do(lead, 'askPosition', silent, asked);
  expect(await here.why(lead, 'askPosition', { ...silent, seen: 1 })).toEqual([`POSITION_ASKED_ALREADY ${silent.involvement}`]);
  await here.setClock('2025-10-07');
  await here.do(lead, 'escalatePosition', { position: asked, seen: 1, rung: 1, body: 'fixteam', clockDays: 5 }, up);
  await here.setClock('2025-10-15');
  const goOn = { position: asked, seen: 2, reason: 'het schaadt het zorgkantoor niet en kan later anders' };
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([]);
  // the step: the silence is not established without it, and the rung is free again
  expect((await change(up)).more).toEqual([`POSITION_UNANSWERED ${settle}`]);
  expect(await here.one('agency_position', asked)).toMatchObject({ proceed_reason: null, proceed_by: null, version: 4 });
  const again = newId();
  const anew = { position: asked, seen: 4, rung: 1, body: 'fixteam', clockDays: 5 };
  expect((await here.do(lead, 'escalatePosition', anew, again)).__typename).toBe('BreakthroughPlan');
  const came = { escalation: again, seen: 1, outcome: 'REFUSED', words: 'nee' };
  expect(await here.why(lead, 'recordEscalationOutcome', came)).toEqual([]);
  expect(await here.why(lead, 'answerObjection', { position: asked, seen: 5, text: 'toch wel' })).toEqual([]);
  const third = newId();
  expect(await change(again)).toEqual({ more: [], less: [] });
  expect(await here.one('agency_position', asked)).toMatchObject({ objection_answer: null, version: 7 });
  await here.do(lead, 'escalatePosition', { ...anew, seen: 7 }, third);
  // the question, with the step that stands; it is asked anew, and the agency finds the new one only
  expect(await withdraw(asked)).toEqual([]);
  expect(await gone()).toMatchObject({ positions: [asked], escalations: [up, again, third].sort() });
  expect([await mine(wlz), await here.why(wlz, 'answerPosition', { position: asked, seen: 7, answer: 'AGREES' })]).toEqual([
    [],
    [`POSITION_UNKNOWN ${asked}`],
  ]);
  const next = newId();
  expect((await here.do(lead, 'askPosition', silent, next)).__typename).toBe('BreakthroughPlan');
  expect(await mine(wlz)).toEqual([next]);
  // what others said themselves stays
  expect(await here.why(wlz, 'answerPosition', { position: next, seen: 1, answer: 'AGREES' })).toEqual([]);
  expect(await withdraw(next)).toEqual([`POSITION_ANSWERED_ALREADY ${next}`]);
  expect(await mine(wmo)).toHaveLength(1);
  const said = { person: here.member, state: 'DISAGREED', how: 'ALOUD', words: 'nee' };
  await here.do(lead, 'recordAgreement', said, heard);
  expect((await change(heard)).less).toEqual([`HOUSEHOLD_NOT_AGREED ${here.member}`]);
  expect(await gone()).toMatchObject({ agreements: [heard] });
  const own = newId();
  await here.do(peter, 'recordAgreement', { ...said, state: 'AGREED', how: 'ON_SCREEN', words: null }, own);
  expect(await withdraw(own)).toEqual([`AGREEMENT_IS_OWN ${here.member}`]);
  const { data } = await lead.ask<{ plan: { withdrawn: { positions: object[]; agreements: object[] } } }>(
    'query ($id: ID!) { plan(id: $id) { withdrawn { positions { escalations { id } } agreements { counts } } } }',
    { id: here.plan },
  );
  expect(data.plan.withdrawn).toEqual({
    positions: [{ escalations: [up, again, third].map((id) => ({ id })) }],
    agreements: [{ counts: false }],
  });
  await here.setClock(ASKED_DAY);
});

test('only lead and deputy withdraw; a key withdraws once, and each is a line of the log', async () => {
  const { lead, deputy, holder, legal, peter, wlz, outsider, elsewhere } = here.people;
  await here.do(lead, 'openDispute', dispute(), ids.dispute);
  for (const who of [outsider, elsewhere]) expect(await withdraw(ids.dispute, who)).toEqual(['NOT_FOUND']);
  for (const who of [holder, legal, peter, wlz]) await expect(withdraw(ids.dispute, who)).rejects.toThrow('NOT_ALLOWED');
  const [key, input] = [newId(), { entry: ids.dispute, reason: 'dubbel' }];
  const before = (await here.one('plan', here.plan))['version'] as number;
  await here.do(deputy, 'withdrawFromPlan', input, key);
  expect((await here.do(deputy, 'withdrawFromPlan', input, key)).__typename).toBe('BreakthroughPlan');
  expect((await here.one('plan', here.plan))['version']).toBe(before + 1);
  expect(await withdraw(ids.dispute)).toEqual([`WITHDRAWN_ALREADY ${ids.dispute}`]);
  expect(await here.one('dispute', ids.dispute)).toMatchObject({ withdrawn_by: deputy.person, withdrawn_reason: 'dubbel' });
  const { rows } = await here.world.db.superuser.query<{ person_id: Id }>(
    `select person_id from audit_log where outcome = 'DONE' and act = 'withdrawFromPlan' and part_id = $1`,
    [ids.dispute],
  );
  expect(rows).toEqual([{ person_id: deputy.person }]);
});

test('a next version begins with what stands', async () => {
  const { lead } = here.people;
  const goal = newId();
  await here.do(lead, 'addGoal', { words: 'Ik blijf hier wonen.', firstStep: 'bellen' }, goal);
  await here.do(lead, 'addGround', ground('wlz:3.2.1:3', 'ROOM', { measure: here.measures.settle }), ids.other);
  const line = { unitCost: 'WMO_GUIDANCE_PLUS', quantity: '10', payer: 'WMO', oneOff: false, note: 'zoals nu' };
  await here.do(lead, 'addCostLine', { ...line, scenario: ids.now });
  await here.decided(PLAN_DAY);
  const next = newId();
  expect((await here.do(lead, 'startNewVersion', {}, next)).__typename).toBe('BreakthroughPlan');
  const { data } = await lead.ask<{ plan: Record<string, unknown> & { withdrawn: Withdrawn } }>(
    `query ($id: ID!) { plan(id: $id) { goals { words } scenarios { kind costLines { note } unpriced { id } } measures { owner service }
       grounds { provision } contradictions { id } disputes { id } withdrawn { ${LISTS.map((name) => `${name} { id }`).join(' ')} } } }`,
    { id: next },
  );
  const { withdrawn: lists, ...standing } = data.plan;
  expect(standing).toEqual({
    ...{ goals: [{ words: 'Ik blijf hier wonen.' }], grounds: [{ provision: 'wlz:3.2.1:3' }], contradictions: [], disputes: [] },
    measures: [{ owner: 'contactpersoon', service: 'JURISDICTION_SETTLED' }],
    scenarios: [
      { kind: 'BREAKTHROUGH', costLines: [], unpriced: [] },
      { kind: 'AS_NOW', costLines: [{ note: 'zoals nu' }], unpriced: [] },
    ],
  });
  expect(Object.values(lists).flat()).toEqual([]);
  const { rows } = await here.world.db.superuser.query<{ withdrawn: string }>(
    `select withdrawn_on::text as withdrawn from measure where plan_id = $1 union all select withdrawn_on::text from legal_ground
     where measure_id in (select id from measure where plan_id = $1)`,
    [next],
  );
  expect(rows).toEqual([{ withdrawn: null }, { withdrawn: null }]);
  expect(await here.why(lead, 'stopPlan', { plan: next, seen: 1, reason: 'toch niet' })).toEqual([]);
});

test('the parts of a decided plan stay as they were decided; what goes on after it can be a mistake still', async () => {
  const { lead, wlz } = here.people;
  const decided = await here.one('plan', here.plan);
  const { rows: agreed } = await here.world.db.superuser.query<{ id: Id }>('select id from agreement where withdrawn_on is null');
  for (const entry of [here.measures.settle, ids.other, ids.now, agreed[0]!.id])
    expect(await withdraw(entry)).toContain(`PLAN_CLOSED ${entry}`);
  const promise = { involvement: here.involvements.wlz, what: 'een brief', dueOn: '2025-11-10', certainty: 'CERTAIN' };
  await here.do(wlz, 'addCommitment', promise, ids.promise);
  const no = { involvement: here.involvements.wlz, what: 'een gesprek', reason: 'geen tijd', alternative: 'een brief' };
  expect((await here.do(lead, 'recordRefusal', { ...no, channel: 'LETTER', onDay: PLAN_DAY }, ids.no)).__typename).toBe(
    'BreakthroughPlan',
  );
  const open = newId();
  await here.do(lead, 'openDispute', dispute(), open);
  for (const entry of [ids.promise, ids.no, open]) expect(await withdraw(entry)).toEqual([]);
  expect(await gone()).toMatchObject({ commitments: [ids.promise], refusals: [ids.no], disputes: [ids.dispute, open] });
  type Standing = { plan: Record<'commitments' | 'refusals' | 'disputes', Rows> };
  const { data } = await lead.ask<Standing>(
    'query ($id: ID!) { plan(id: $id) { commitments { id } refusals { id } disputes { id } } }',
    { id: here.plan },
  );
  expect(data.plan).toEqual({ commitments: [], refusals: [], disputes: [] });
  const steps = await lead.ask<{ plan: object }>(
    'query ($id: ID!) { plan(id: $id) { withdrawn { disputes { state escalations { id } } commitments { state } refusals { task } } } }',
    { id: here.plan },
  );
  expect(steps.errors).toBeUndefined();
  expect(await here.one('plan', here.plan)).toEqual(decided);
});

test('a beginning that was a mistake takes its help along, and the measure can begin anew', async () => {
  const { lead } = here.people;
  const { settle } = here.measures;
  const begin = { measure: settle, onDay: PLAN_DAY };
  const begun = newId();
  await here.do(lead, 'startMeasure', begin, begun);
  const help = (await here.one('measure_progress', begun))['intervention_id'] as Id;
  const map = async () =>
    (
      await lead.ask<{
        household: {
          interventions: { id: Id; measureId: Id }[];
          interventionCosts: { costLines: object[]; withdrawn: object[] }[];
        };
      }>(
        'query ($id: ID!) { household(id: $id) { interventions { id measureId } interventionCosts { costLines { id } withdrawn { cents } } } }',
        { id: here.household },
      )
    ).data.household;
  const paid = { unitCost: 'WMO_GUIDANCE_PLUS', quantity: '10', payer: 'WMO', oneOff: false, note: 'x' };
  await lead.ask(
    'mutation ($key: ID!, $input: AddInterventionCostInput!) { addInterventionCost(key: $key, input: $input) { __typename } }',
    { key: newId(), input: { household: here.household, intervention: help, ...paid } },
  );
  expect(await map()).toMatchObject({ interventions: [{ id: help }], interventionCosts: [{ costLines: [{}] }] });
  expect(await here.why(lead, 'startMeasure', begin)).toEqual([`MEASURE_STARTED_ALREADY ${settle}`]);
  expect(await withdraw(begun, lead, { reason: 'andere datum' })).toEqual([]);
  const by = { withdrawn_on: PLAN_DAY, withdrawn_by: lead.person, withdrawn_reason: 'andere datum' };
  expect(await here.one('intervention', help)).toMatchObject({ ...by, version: 2 });
  expect(await map()).toEqual({ interventions: [], interventionCosts: [{ costLines: [], withdrawn: [{ cents: '85200' }] }] });
  expect(await progress()).toMatchObject({ state: 'OPEN', steps: [] });
  expect(await gone()).toMatchObject({ steps: [begun] });
  const anew = newId();
  expect((await here.do(lead, 'startMeasure', begin, anew)).__typename).toBe('BreakthroughPlan');
  expect(await map()).toMatchObject({
    interventions: [{ measureId: settle }],
    interventionCosts: [{ costLines: [], withdrawn: [] }, { withdrawn: [{}] }],
  });
  expect((await map()).interventions[0]!.id).not.toBe(help);
});

test('an end that was a mistake gives back what it ended: help runs again, and the wait stands', async () => {
  const { lead } = here.people;
  const { household, involvements } = here;
  const { settle } = here.measures;
  const [dropped, done, wait] = [newId(), newId(), newId()];
  const between = { household, waiting: involvements.wlz, for: involvements.wmo, holder: involvements.wmo };
  await act(lead, 'addWait', { ...between, what: 'eerst de Wmo', liftable: true, sinceOn: '2025-06-01' }, wait);
  await here.world.db.superuser.query('update measure set lifts = $1 where id = $2', [[wait], settle]);
  await here.setClock('2025-11-03');
  const end = { measure: settle, onDay: '2025-11-03' };
  const begun = (await progress()).steps[0]!;
  await here.do(lead, 'dropMeasure', { ...end, reason: 'wil niet meer' }, dropped);
  expect(await withdraw(begun.id)).toEqual([`ENTRY_IN_USE ${dropped}`]);
  expect(await here.one('intervention', begun.interventionId)).toMatchObject({ to_on: '2025-11-03' });
  expect(await withdraw(dropped)).toEqual([]);
  expect(await here.one('intervention', begun.interventionId)).toMatchObject({ to_on: null, withdrawn_on: null });
  expect(await progress()).toMatchObject({ state: 'STARTED' });
  await here.do(lead, 'finishMeasure', end, done);
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: '2025-11-03' });
  expect(await withdraw(done)).toEqual([]);
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: null });
  expect(await progress()).toMatchObject({ state: 'STARTED', steps: [{ id: begun.id }] });
  expect(await withdraw(begun.id)).toEqual([]);
  expect(await progress()).toMatchObject({ state: 'OPEN', steps: [] });
});

test('an end that was a mistake gives back nothing that ended otherwise on the same day', async () => {
  const { lead } = here.people;
  const { household, involvements } = here;
  const { settle } = here.measures;
  const [first, second, wait, dropped] = [newId(), newId(), newId(), newId()];
  const between = { household, waiting: involvements.wlz, for: involvements.wmo, holder: involvements.wmo };
  await act(lead, 'addWait', { ...between, what: 'eerst de Wlz', liftable: true, sinceOn: '2025-06-01' }, wait);
  await here.world.db.superuser.query('update measure set lifts = $1 where id = $2', [[wait], settle]);
  const other = await here.row('measure', {
    ...{ plan_id: here.plan, involvement_id: involvements.wlz, owner: 'contactpersoon', due_on: '2025-11-03', lifts: [wait] },
    ...{ service: 'JURISDICTION_SETTLED', result: 'steun', problem_ids: [here.problem], deviates: false, no_extra_money: true },
  });
  const onDay = '2025-11-03';
  for (const [measure, key] of [
    [other, first],
    [settle, second],
  ] as const)
    expect(await here.do(lead, 'finishMeasure', { measure, onDay }, key)).toMatchObject({ __typename: 'BreakthroughPlan' });
  expect(await withdraw(second)).toEqual([]); // it lifted nothing: the first one had
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: onDay, version: 2 });
  expect(await withdraw(first)).toEqual([]);
  expect(await here.one('wait', wait)).toMatchObject({ lifted_on: null });
  // help that had its last day already
  const begun = newId();
  await here.do(lead, 'startMeasure', { measure: settle, onDay }, begun);
  const help = (await here.one('measure_progress', begun))['intervention_id'] as Id;
  await act(lead, 'endIntervention', { intervention: help, seen: 1, toOn: onDay });
  await here.do(lead, 'dropMeasure', { measure: settle, onDay, reason: 'wil niet meer' }, dropped);
  for (const entry of [dropped, begun]) {
    expect(await here.one('intervention', help)).toMatchObject({ to_on: onDay, version: 2 });
    expect(await withdraw(entry)).toEqual([]);
  }
});

test('in a closed file and a stopped plan nothing is withdrawn', async () => {
  const { superuser } = here.world.db;
  const close = (day: string | null) =>
    superuser.query('update household set closed_on = $2, closed_reason = $3 where id = $1', [here.household, day, day && 'weg']);
  const promise = newId();
  const what = { person: here.member, what: 'rust', dueOn: '2025-11-10', certainty: 'I_WILL_TRY' };
  await here.do(here.people.lead, 'addCommitment', what, promise);
  await close('2025-11-03');
  expect(await withdraw(promise)).toEqual([`CASE_CLOSED ${here.household}`]);
  await close(null);
  expect(await withdraw(promise)).toEqual([]);
  const stopped = await superuser.query<{ id: Id }>(`select id from plan where status = 'STOPPED'`);
  const plan = stopped.rows[0]!.id;
  const goal = await superuser.query<{ id: Id }>('select id from goal where plan_id = $1', [plan]);
  expect(await withdraw(goal.rows[0]!.id, here.people.lead, { plan })).toEqual([`PLAN_CLOSED ${plan}`]);
});
