import { newId } from '@doorbraak/kernel';
import { ASKED_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { wmo: newId(1), wlz: newId(2) };
const ask = (involvement: string, more = {}) => ({ involvement, clockDays: 5, ...more });

type Questions = {
  myQuestions: {
    nodes: {
      id: string;
      householdId: string;
      householdCode: string;
      leadLabel: string | null;
      isOpen: boolean;
      position: { dueOn: string; version: number };
      measures: { id: string }[];
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};
const questions = (who: Someone, first = 10, after: string | null = null) =>
  who.ask<Questions>(
    `query ($first: Int!, $after: String) { myQuestions(first: $first, after: $after) {
       nodes { id householdId householdCode leadLabel isOpen position { dueOn version } measures { id } } pageInfo { hasNextPage endCursor } } }`,
    { first, after },
  );

test('an agency is asked about all its measures, once, with a clock that counts working days', async () => {
  const { lead } = here.people;
  expect(await here.why(lead, 'askPosition', ask(here.involvements.mentor))).toEqual([
    `NOTHING_TO_ASK ${here.involvements.mentor}`,
  ]);
  await here.do(lead, 'askPosition', ask(here.involvements.wmo), ids.wmo);
  await here.do(lead, 'askPosition', ask(here.involvements.wlz), ids.wlz);
  expect(await here.one('agency_position', ids.wmo)).toMatchObject({
    measure_ids: [here.measures.payFirst],
    asked_on: ASKED_DAY,
    due_on: '2025-10-06',
  });
  expect(await here.why(lead, 'askPosition', ask(here.involvements.wmo, { seen: 1 }))).toEqual([
    `POSITION_ASKED_ALREADY ${here.involvements.wmo}`,
  ]);
  await expect(here.do(lead, 'askPosition', ask(here.involvements.wmo, { clockDays: 61 }))).rejects.toThrow('BAD_INPUT');
});

test('a liaison finds the own questions and nobody else’s', async () => {
  const own = (await questions(here.people.wlz)).data.myQuestions;
  expect(own.nodes).toEqual([
    {
      id: ids.wlz,
      householdId: here.household,
      householdCode: expect.any(String),
      leadLabel: expect.stringContaining('lead'),
      isOpen: true,
      position: { dueOn: '2025-10-06', version: 1 },
      measures: [{ id: here.measures.settle }],
    },
  ]);
  expect((await questions(here.people.mentor)).data.myQuestions.nodes).toEqual([]);
  expect((await questions(here.people.lead)).errors![0]!.extensions).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('an answer is given for the own agency only, with what it needs, and may be changed', async () => {
  const { wmo, wlz, mentor, lead } = here.people;
  const answer = (more = {}) => ({ position: ids.wmo, seen: 1, answer: 'OBJECTS', ...more });
  expect(await here.why(wmo, 'answerPosition', answer({ provision: 'no:such' }))).toEqual([
    'PROVISION_UNKNOWN no:such',
    'REQUIRED reason',
  ]);
  expect(await here.why(wmo, 'answerPosition', answer({ answer: 'AGREES_IF' }))).toEqual(['REQUIRED condition']);
  expect(await here.why(wlz, 'answerPosition', answer())).toEqual([`POSITION_UNKNOWN ${ids.wmo}`]);
  expect(await here.why(mentor, 'answerPosition', answer())).toEqual(['NOT_FOUND']);
  await expect(here.do(lead, 'answerPosition', answer())).rejects.toThrow('NOT_ALLOWED');
  const no = { reason: 'de Wlz gaat voor', provision: 'wmo2015:2.3.5:6' };
  expect(await here.why(wmo, 'answerPosition', answer(no))).toEqual([]);
  expect(await here.why(wmo, 'answerPosition', answer(no))).toEqual([`CHANGED_MEANWHILE ${ids.wmo}`]);
  expect(await here.why(lead, 'answerObjection', { position: ids.wmo, seen: 2, text: 'weigeren mag, maar hoeft niet' })).toEqual(
    [],
  );
  const condition = { seen: 3, answer: 'AGREES_IF', condition: 'over een jaar opnieuw kijken' };
  expect(await here.why(wmo, 'answerPosition', answer(condition))).toEqual([]);
  expect(await here.one('agency_position', ids.wmo)).toMatchObject({
    answer: 'AGREES_IF',
    answered_on: ASKED_DAY,
    answered_by: wmo.person,
    objection_answer: null,
  });
  const accept = { position: ids.wmo, seen: 4 };
  expect(await here.why(lead, 'acceptCondition', accept)).toEqual([]);
  expect(await here.why(lead, 'acceptCondition', { ...accept, seen: 5 })).toEqual([`NO_OPEN_CONDITION ${ids.wmo}`]);
  expect(await here.why(lead, 'answerObjection', { ...accept, seen: 5, text: 'waarom' })).toEqual([`NO_OBJECTION ${ids.wmo}`]);
});

test('silence is escalated once after its clock, and passed over by an asked mandate holder after the second', async () => {
  const { lead, deputy, holder, small, wlz, legal } = here.people;
  const escalate = { position: ids.wlz, seen: 1, rung: 1, body: 'fixteam Noord', clockDays: 10 };
  const goOn = { position: ids.wlz, seen: 2, reason: 'het schaadt het zorgkantoor niet en kan later anders' };
  expect(await here.why(lead, 'escalatePosition', escalate)).toEqual([`CLOCK_STILL_RUNS ${ids.wlz}`]);
  await here.setClock('2025-10-07');
  const step = newId();
  expect((await here.do(deputy, 'escalatePosition', escalate, step)).__typename).toBe('BreakthroughPlan');
  expect(await here.one('escalation', step)).toMatchObject({ rung: 1, on_day: '2025-10-07', due_on: '2025-10-21' });
  expect(await here.why(lead, 'escalatePosition', { ...escalate, seen: 2 })).toEqual([`ESCALATED_ALREADY ${ids.wlz}`]);
  await here.setClock('2025-10-21');
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([`SILENCE_NOT_ESTABLISHED ${ids.wlz}`]);
  await here.setClock('2025-10-22');
  await expect(here.do(holder, 'proceedWithoutAnswer', { ...goOn, reason: 'gewoon doen' })).rejects.toThrow('REASON_TOO_SHORT');
  await expect(here.do(legal, 'proceedWithoutAnswer', goOn)).rejects.toThrow('NOT_ALLOWED');
  expect(await here.why(lead, 'proceedWithoutAnswer', goOn)).toEqual(['NOT_ALLOWED']);
  await here.world.db.superuser.query(`update mandate set to_on = '2025-10-26' where person_id = $1`, [small.person]);
  await here.world.db.superuser.query(`update asked set until_on = '2025-10-22' where person_id = $1`, [small.person]);
  await here.row('asked', {
    plan_id: here.plan,
    person_id: small.person,
    as_what: 'ADVISER',
    perspective: 'LEGAL',
    from_on: ASKED_DAY,
  });
  expect(await here.why(small, 'proceedWithoutAnswer', goOn)).toEqual(['MANDATE_EXCEEDED', 'NOT_ASKED']);
  expect(await here.why(holder, 'proceedWithoutAnswer', goOn)).toEqual([]);
  expect(await here.one('agency_position', ids.wlz)).toMatchObject({ proceed_by: holder.person, proceed_on: '2025-10-22' });
  expect(await here.why(wlz, 'answerPosition', { position: ids.wlz, seen: 3, answer: 'AGREES' })).toEqual([]);
  expect((await questions(wlz)).data.myQuestions.nodes).toMatchObject([{ id: ids.wlz, isOpen: false }]);
});

test('an agency that got another measure is asked anew about all of them', async () => {
  const { lead } = here.people;
  await here.world.db.superuser.query('update measure set involvement_id = $1 where id = $2', [
    here.involvements.wmo,
    here.measures.settle,
  ]);
  const again = ask(here.involvements.wmo);
  expect(await here.why(lead, 'askPosition', again)).toEqual([`CHANGED_MEANWHILE ${ids.wmo}`]);
  expect(await here.why(lead, 'askPosition', { ...again, seen: 5 })).toEqual([]);
  const row = await here.one('agency_position', ids.wmo);
  expect(row).toMatchObject({ answer: null, answered_on: null, condition_accepted_on: null, due_on: '2025-10-29' });
  expect(new Set(row['measure_ids'] as string[])).toEqual(new Set(Object.values(here.measures)));
});

test('questions come open first and page by page; a plan that is closed waits for no answer', async () => {
  const { wmo } = here.people;
  const other = { plan_id: here.plan, measure_ids: [here.measures.payFirst], asked_on: ASKED_DAY, clock_days: 5 };
  const stopped = await here.row('plan', {
    number: 2,
    author_id: here.people.lead.person,
    status: 'STOPPED',
    plan_on: ASKED_DAY,
  });
  const involvement_id = here.involvements.wmo;
  await here.row('measure', {
    ...{
      plan_id: stopped,
      involvement_id,
      owner: 'x',
      due_on: ASKED_DAY,
      service: 'JURISDICTION_SETTLED',
      result: 'x',
      deviates: false,
    },
  });
  const closed = await here.row('agency_position', { ...other, plan_id: stopped, involvement_id, due_on: '2025-09-30' });
  const first = (await questions(wmo, 1)).data.myQuestions;
  expect(first.nodes.map(({ id, isOpen }) => [id, isOpen])).toEqual([[ids.wmo, true]]);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = (await questions(wmo, 1, first.pageInfo.endCursor)).data.myQuestions;
  expect(second.nodes.map(({ id, isOpen }) => [id, isOpen])).toEqual([[closed, false]]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});
