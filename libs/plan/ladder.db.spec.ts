import { newId, type Id } from '@doorbraak/kernel';
import { ASKED_DAY, PlanTown } from '../../test/plan';
import { readHousehold } from '../../test/household';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { silent: newId(1), objects: newId(2), steps: [1, 2, 3, 4, 5].map((n) => newId(2 + n)) };
const [first, second, third, desk, team] = ids.steps as [Id, Id, Id, Id, Id];

type Step = { id: Id; rung: number } & Record<string, unknown>;
type Shown = { id: Id; state: string; version: number; escalations: Step[] };
const FIELDS = 'id state version escalations { id rung body onDay clockDays dueOn outcome outcomeOn outcomeWords version }';
const positions = async (who: Someone): Promise<Shown[] | undefined> =>
  (
    await who.ask<{ plan: { positions: Shown[] } | null }>(`query ($id: ID!) { plan(id: $id) { positions { ${FIELDS} } } }`, {
      id: here.plan,
    })
  ).data.plan?.positions;
const shown = async (who: Someone, id: Id) => (await positions(who))!.find((one) => one.id === id)!;
const atAgency = async (who: Someone, id: Id) =>
  (
    await who.ask<{ myQuestions: { nodes: { position: Shown }[] } }>(
      `{ myQuestions(first: 10) { nodes { position { ${FIELDS} } } } }`,
    )
  ).data.myQuestions.nodes.find(({ position }) => position.id === id)!.position;

const up = (rung: number, seen: number, more = {}) => ({
  ...{ position: ids.silent, seen, rung, body: `trede ${rung}`, clockDays: rung < 4 ? 10 : null },
  ...more,
});
const came = (escalation: Id, outcome: string, more = {}) => ({
  escalation,
  seen: 1,
  outcome,
  words: 'wat er gebeurde',
  ...more,
});

test('silence goes up the first rung when its clock has run out, and not past it', async () => {
  const { lead, deputy, peter } = here.people;
  await here.do(lead, 'askPosition', { involvement: here.involvements.wlz, clockDays: 5 }, ids.silent);
  const led = await readHousehold(lead, here.household);
  expect(await here.why(lead, 'escalatePosition', up(1, 1))).toEqual([`CLOCK_STILL_RUNS ${ids.silent}`]);
  await here.setClock('2025-10-07');
  for (const [input, reasons] of [
    [up(1, 1, { position: here.plan }), [`POSITION_UNKNOWN ${here.plan}`]],
    [up(1, 1, { clockDays: null }), ['REQUIRED clockDays']],
    [up(2, 1), [`RUNG_SKIPPED ${ids.silent}`]],
    [up(3, 1), [`RUNG_SKIPPED ${ids.silent}`]],
    [up(4, 1), [`LOCAL_RUNGS_NOT_DOCUMENTED ${ids.silent}`]],
    [up(4, 1, { clockDays: 10 }), [`LOCAL_RUNGS_NOT_DOCUMENTED ${ids.silent}`, 'NATIONAL_HAS_NO_CLOCK clockDays']],
    [up(5, 1), [`DESK_COMES_FIRST ${ids.silent}`, `LOCAL_RUNGS_NOT_DOCUMENTED ${ids.silent}`]],
    [up(1, 2), [`CHANGED_MEANWHILE ${ids.silent}`]],
  ] as const)
    expect(await here.why(lead, 'escalatePosition', input)).toEqual(reasons);
  for (const input of [up(0, 1), up(6, 1), up(1, 1, { clockDays: 0 }), up(1, 1, { clockDays: 61 })])
    await expect(here.do(lead, 'escalatePosition', input)).rejects.toThrow('BAD_INPUT');
  await expect(here.do(lead, 'escalatePosition', up(1, 1, { body: ' ' }))).rejects.toThrow('REQUIRED');
  expect((await here.do(deputy, 'escalatePosition', up(1, 1), first)).__typename).toBe('BreakthroughPlan');
  expect((await shown(peter, ids.silent)).escalations).toEqual([
    {
      ...{ id: first, rung: 1, body: 'trede 1', onDay: '2025-10-07', clockDays: 10, dueOn: '2025-10-21', version: 1 },
      ...{ outcome: null, outcomeOn: null, outcomeWords: null },
    },
  ]);
  expect(await here.why(lead, 'escalatePosition', up(1, 2))).toEqual([`ESCALATED_ALREADY ${ids.silent}`]);
  expect(await here.why(lead, 'escalatePosition', up(2, 2))).toEqual([`CLOCK_STILL_RUNS ${ids.silent}`]);
  const still = await readHousehold(lead, here.household);
  expect([still!.lead, still!.deputy, still!.assignments]).toEqual([led!.lead, led!.deputy, led!.assignments]);
});

test('lead and agency read the same of a position; who has no part in it reads nothing', async () => {
  const { lead, wlz, wmo, mentor, outsider, elsewhere } = here.people;
  const position = await shown(lead, ids.silent);
  expect(position.state).toBe('ESCALATED');
  expect(await shown(wlz, ids.silent)).toEqual(position);
  expect(await atAgency(wlz, ids.silent)).toEqual(position);
  expect(await positions(wmo)).toEqual([]);
  for (const who of [mentor, outsider, elsewhere]) expect(await positions(who)).toBeUndefined();
});

test('one step up and its clock: the mandate holder may go on, and the silence stays visible', async () => {
  const { lead, holder } = here.people;
  const plan = async () =>
    (
      await holder.ask<{ plan: Record<'warnings' | 'whyNotDecide', { code: string; about: string }[]> }>(
        'query ($id: ID!) { plan(id: $id) { warnings { code about } whyNotDecide { code about } } }',
        { id: here.plan },
      )
    ).data.plan;
  const unanswered = { code: 'POSITION_UNANSWERED', about: here.measures.settle };
  const goOn = { position: ids.silent, seen: 2, reason: 'het schaadt het zorgkantoor niet en kan later anders' };
  expect(await here.why(lead, 'recordEscalationOutcome', came(first, 'NO_ANSWER'))).toEqual([`CLOCK_STILL_RUNS ${first}`]);
  expect(await here.why(lead, 'recordEscalationOutcome', came(here.plan, 'REFUSED'))).toEqual([
    `ESCALATION_UNKNOWN ${here.plan}`,
  ]);
  await expect(here.do(lead, 'recordEscalationOutcome', came(first, 'REFUSED', { words: ' ' }))).rejects.toThrow('REQUIRED');
  await here.setClock('2025-10-21');
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([`SILENCE_NOT_ESTABLISHED ${ids.silent}`]);
  await here.setClock('2025-10-22');
  expect((await shown(lead, ids.silent)).state).toBe('DID_NOT_ANSWER');
  expect((await plan()).whyNotDecide).toContainEqual(unanswered);
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([]);
  const { warnings, whyNotDecide } = await plan();
  expect(whyNotDecide).not.toContainEqual(unanswered);
  expect(warnings).toContainEqual({ code: 'DID_NOT_ANSWER', about: ids.silent });
});

test('further up it goes rung by rung; the national ones ask what was tried at home, and have no clock', async () => {
  const { lead, deputy, peter, holder } = here.people;
  const outcome = (escalation: Id, what: string, more = {}) =>
    here.why(lead, 'recordEscalationOutcome', came(escalation, what, more));
  const step = async (rung: number, seen: number, key: Id) =>
    expect((await here.do(lead, 'escalatePosition', up(rung, seen), key)).__typename).toBe('BreakthroughPlan');
  await step(2, 3, second);
  expect(await outcome(first, 'NO_ANSWER', { seen: 2 })).toEqual([`CHANGED_MEANWHILE ${first}`]);
  expect(await outcome(first, 'NO_ANSWER')).toEqual([]);
  expect(await outcome(first, 'SOLVED', { seen: 2 })).toEqual([`STEP_OVER_ALREADY ${first}`]);
  await here.setClock('2025-10-23');
  expect(await outcome(second, 'REFUSED')).toEqual([]);
  await step(3, 4, third);
  await here.setClock('2025-11-07');
  // The clock has run out, and still nobody wrote down what came of it.
  expect(await here.why(lead, 'escalatePosition', up(4, 5))).toEqual([`LOCAL_RUNGS_NOT_DOCUMENTED ${ids.silent}`]);
  expect(await outcome(third, 'NO_ANSWER')).toEqual([]);
  expect(await here.why(lead, 'escalatePosition', up(4, 5, { clockDays: 10 }))).toEqual(['NATIONAL_HAS_NO_CLOCK clockDays']);
  await step(4, 5, desk);
  await here.setClock('2026-02-02');
  expect(await here.why(lead, 'escalatePosition', up(5, 6))).toEqual([
    `CLOCK_STILL_RUNS ${ids.silent}`,
    `DESK_COMES_FIRST ${ids.silent}`,
  ]);
  expect(await outcome(desk, 'REFUSED', { words: 'het loket vond geen ruimte' })).toEqual([]);
  expect((await here.do(deputy, 'escalatePosition', up(5, 6), team)).__typename).toBe('BreakthroughPlan');
  const { state, escalations } = await shown(peter, ids.silent);
  expect(state).toBe('REFUSED');
  expect(escalations.map(({ rung, onDay, dueOn, outcome: what, outcomeOn }) => [rung, onDay, dueOn, what, outcomeOn])).toEqual([
    [1, '2025-10-07', '2025-10-21', 'NO_ANSWER', '2025-10-22'],
    [2, '2025-10-22', '2025-11-05', 'REFUSED', '2025-10-23'],
    [3, '2025-10-23', '2025-11-06', 'NO_ANSWER', '2025-11-07'],
    [4, '2025-11-07', null, 'REFUSED', '2026-02-02'],
    [5, '2026-02-02', null, null, null],
  ]);
  // A no that was heard on the ladder: silence is not passed over any more, the no is answered.
  const blocks = async () => {
    const { data } = await holder.ask<{ plan: { whyNotDecide: { code: string; about: string }[] } }>(
      'query ($id: ID!) { plan(id: $id) { whyNotDecide { code about } } }',
      { id: here.plan },
    );
    return data.plan.whyNotDecide
      .filter(({ about }) => [ids.silent, here.measures.settle].includes(about))
      .map(({ code }) => code);
  };
  expect(await blocks()).toEqual(['OBJECTION_UNANSWERED']);
  const goOn = { position: ids.silent, seen: 7, reason: 'het schaadt het zorgkantoor niet en kan later anders' };
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([`SILENCE_NOT_ESTABLISHED ${ids.silent}`]);
  const answer = { position: ids.silent, seen: 7, text: 'het zorgkantoor betaalt nu niets' };
  expect(await here.why(lead, 'answerObjection', answer)).toEqual([]);
  expect(await blocks()).toEqual([]);
  const { lead: leading, assignments } = (await readHousehold(lead, here.household))!;
  expect([leading!.personId, assignments.map(({ kind, toOn }) => [kind, toOn ?? null]).sort()]).toEqual([
    lead.person,
    [
      ['DEPUTY', null],
      ['LEAD', null],
    ],
  ]);
});

test('a no goes up at once, and a question that is asked anew begins below the ladder, also on the same day', async () => {
  const { lead, wmo } = here.people;
  const { involvements, problem } = here;
  await here.setClock(ASKED_DAY);
  await here.do(lead, 'askPosition', { involvement: involvements.wmo, clockDays: 5 }, ids.objects);
  const says = (seen: number, more: object) => here.why(wmo, 'answerPosition', { position: ids.objects, seen, ...more });
  const no = { answer: 'OBJECTS', reason: 'de Wlz gaat voor' };
  const objection = (seen: number, rung = 1) => up(rung, seen, { position: ids.objects });
  expect(await says(1, no)).toEqual([]);
  const step = newId();
  await here.do(lead, 'escalatePosition', objection(2), step);
  expect(await here.why(lead, 'recordEscalationOutcome', came(step, 'SOLVED'))).toEqual([]);
  expect(await here.why(lead, 'escalatePosition', objection(3))).toEqual([`ESCALATED_ALREADY ${ids.objects}`]);
  const more = { owner: 'contactpersoon', dueOn: '2025-11-03', service: 'JURISDICTION_SETTLED', result: 'meer steun' };
  await here.do(lead, 'addMeasure', { ...more, involvement: involvements.wmo, problems: [problem] });
  expect(await here.why(lead, 'askPosition', { involvement: involvements.wmo, clockDays: 5, seen: 3 })).toEqual([]);
  expect(await shown(lead, ids.objects)).toMatchObject({ state: 'ASKED', escalations: [] });
  expect(await here.why(lead, 'escalatePosition', objection(4))).toEqual([`CLOCK_STILL_RUNS ${ids.objects}`]);
  expect(await says(4, no)).toEqual([]);
  expect(await here.why(lead, 'escalatePosition', objection(5))).toEqual([]);
  expect((await shown(lead, ids.objects)).escalations).toMatchObject([{ rung: 1 }]);
  expect(await says(6, { answer: 'AGREES' })).toEqual([]);
  expect(await here.why(lead, 'escalatePosition', objection(7, 2))).toEqual([
    `CLOCK_STILL_RUNS ${ids.objects}`,
    `POSITION_ANSWERED_ALREADY ${ids.objects}`,
  ]);
});

test('a clock ends in the years of which the holidays are known', async () => {
  const { lead, wmo } = here.people;
  expect(
    await here.why(wmo, 'answerPosition', { position: ids.objects, seen: 7, answer: 'OBJECTS', reason: 'toch niet' }),
  ).toEqual([]);
  await here.setClock('2030-12-30');
  const next = up(2, 8, { position: ids.objects, clockDays: 60 });
  expect(await here.why(lead, 'escalatePosition', next)).toEqual([`CLOCK_BEYOND_CALENDAR ${ids.objects}`]);
  await here.setClock('2025-10-20');
  expect(await here.why(lead, 'escalatePosition', next)).toEqual([]);
});

test('nobody else goes up, and nobody goes up for a plan that was decided; what came of a step is still written down', async () => {
  const { lead, legal, peter, wlz, outsider, elsewhere } = here.people;
  for (const [act, input] of [
    ['escalatePosition', up(1, 7)],
    ['recordEscalationOutcome', came(team, 'REFUSED')],
  ] as const) {
    for (const who of [outsider, elsewhere]) expect(await here.why(who, act, input)).toEqual(['NOT_FOUND']);
    for (const who of [legal, peter, wlz]) await expect(here.do(who, act, input)).rejects.toThrow('NOT_ALLOWED');
  }
  await here.decided('2026-02-02');
  const decided = await here.one('plan', here.plan);
  expect(await here.why(lead, 'escalatePosition', up(2, 8))).toEqual([`PLAN_CLOSED ${here.plan}`]);
  expect(await here.why(lead, 'recordEscalationOutcome', came(team, 'REFUSED'))).toEqual([]);
  expect(await here.one('escalation', team)).toMatchObject({ outcome: 'REFUSED', outcome_on: '2026-02-02', version: 2 });
  expect(await here.one('plan', here.plan)).toEqual(decided);
  const { rows } = await here.world.db.superuser.query<{ act: string }>(
    `select act from audit_log where outcome = 'DONE' and part_id = any ($1) order by at`,
    [[ids.silent, team]],
  );
  expect(rows.map(({ act }) => act)).toEqual([
    ...['askPosition', 'escalatePosition', 'proceedWithoutAnswer'],
    ...Array<string>(4).fill('escalatePosition'),
    ...['answerObjection', 'recordEscalationOutcome'],
  ]);
});
