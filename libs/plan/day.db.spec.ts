import { newId, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeEach(async () => {
  here = await PlanTown.open();
});
afterEach(() => here.close());

type Item = Record<string, unknown> & { kind: string; on: string; subjectId: Id | null };
const ITEM = `id kind householdId householdCode memberNames on planId subjectId agencyName professionalLabel personName what answer
  perspective months amountCents isReady`;
const asked = (who: Someone) => who.ask<{ myDay: Item[] } | null>(`{ myDay { ${ITEM} } }`);
const day = async (who: Someone): Promise<Item[]> => {
  const { data, errors } = await asked(who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.myDay;
};
const kinds = async (who: Someone) => (await day(who)).map(({ kind, on }) => `${kind} ${on}`);
const of = async (who: Someone, kind: string) => (await day(who)).filter((item) => item.kind === kind);

/** An act of the lead by which what the list reads of plan and household is written down. */
const touch = (dayOn = ASKED_DAY) =>
  act(here.people.lead, 'recordContact', {
    ...{ household: here.household, involvement: here.involvements.wmo, dayOn, channel: 'PHONE', direction: 'FROM_HOUSEHOLD' },
  });
const promise = (more: Record<string, unknown>, who = { involvement_id: here.involvements.wlz } as Record<string, unknown>) =>
  here.row('commitment', { plan_id: here.plan, what: 'bellen', certainty: 'CERTAIN', ...who, ...more });

test('nothing to do is nothing; who was asked finds the asking, and only that', async () => {
  const { lead, deputy, holder, legal, small, outsider, elsewhere, wmo, peter } = here.people;
  for (const who of [lead, deputy, outsider, elsewhere]) expect(await day(who)).toEqual([]);
  const about = { householdId: here.household, householdCode: 'P-1', memberNames: null, planId: here.plan, on: ASKED_DAY };
  expect(await day(holder)).toEqual([expect.objectContaining({ kind: 'DECISION_WAITING', isReady: false, ...about })]);
  expect(await kinds(small)).toEqual([`DECISION_WAITING ${ASKED_DAY}`]);
  expect(await day(legal)).toEqual([expect.objectContaining({ kind: 'ASSESSMENT_ASKED', perspective: 'LEGAL', ...about })]);
  const coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
  expect(await day(coordinator)).toEqual([]);
  const analyst = await here.world.invite(here.town, 'analyst', ['ANALYST']);
  for (const who of [wmo, peter, analyst, here.town.admin])
    expect((await asked(who)).errors?.[0]?.extensions['code']).toBe('NOT_ALLOWED');
  await here.do(legal, 'assessPerspective', { perspective: 'LEGAL', verdict: 'SUFFICIENT', argument: 'dit kan zo' });
  expect(await day(legal)).toEqual([]);
  await here.world.db.superuser.query(`update asked set until_on = $1 where person_id = $2`, [ASKED_DAY, holder.person]);
  expect(await day(holder)).toEqual([]);
});

test('an answer stays until the household is marked as seen, by each for oneself', async () => {
  const { lead, deputy, wlz } = here.people;
  await here.do(lead, 'askPosition', { involvement: here.involvements.wlz, clockDays: 5 });
  const { rows } = await here.world.db.superuser.query<{ id: Id; version: number }>('select id, version from agency_position');
  const { id: position, version: seen } = rows[0]!;
  expect(await day(lead)).toEqual([]);
  await here.do(wlz, 'answerPosition', { position, seen, answer: 'AGREES_IF', condition: 'een adres' });
  const item = { kind: 'ANSWER_RECEIVED', subjectId: position, agencyName: 'ZORGKANTOOR', answer: 'AGREES_IF', on: ASKED_DAY };
  for (const who of [lead, deputy])
    expect(await day(who)).toEqual([
      expect.objectContaining({ ...item, planId: here.plan, memberNames: ['Peter (verzonnen)'], householdCode: 'P-1' }),
    ]);
  await act(lead, 'markSeen', { household: here.household });
  expect(await day(lead)).toEqual([]);
  expect(await kinds(deputy)).toEqual([`ANSWER_RECEIVED ${ASKED_DAY}`]);
});

test('a clock that ran out, at first and after a step up, until somebody chose to go on', async () => {
  const { lead, holder } = here.people;
  const { wlz } = here.involvements;
  const question = {
    plan_id: here.plan,
    involvement_id: wlz,
    measure_ids: [here.measures.settle],
    clock_days: 1,
    asked_on: '2025-09-25',
  };
  const position = await here.row('agency_position', { ...question, due_on: ASKED_DAY });
  await touch();
  expect(await day(lead)).toEqual([]);
  await here.setClock('2025-09-30');
  expect(await day(lead)).toEqual([
    expect.objectContaining({ kind: 'CLOCK_OVER', on: ASKED_DAY, agencyName: 'ZORGKANTOOR', subjectId: position }),
  ]);
  const step = { plan_id: here.plan, position_id: position, times_asked: 1, rung: 1, body: 'fixteam', clock_days: 5 };
  await here.row('escalation', { ...step, on_day: '2025-09-30', due_on: '2025-10-07' });
  expect(await day(lead)).toEqual([]);
  await here.setClock('2025-10-08');
  expect(await kinds(lead)).toEqual(['CLOCK_OVER 2025-10-07']);
  await here.world.db.superuser.query(`update agency_position set proceed_reason = 'geen antwoord', proceed_by = $1`, [
    holder.person,
  ]);
  expect(await day(lead)).toEqual([]);
  // of a measure that was withdrawn nobody is waited for
  await here.world.db.superuser.query(`update agency_position set proceed_reason = null, proceed_by = null`);
  await here.world.db.superuser.query(
    `update measure set withdrawn_on = $1, withdrawn_by = $2, withdrawn_reason = 'x' where id = $3`,
    [...[ASKED_DAY, lead.person, here.measures.settle]],
  );
  expect(await day(lead)).toEqual([]);
});

test('promises that are late, or due within three days, with who made them', async () => {
  const { lead, outsider } = here.people;
  const late = await promise({ due_on: '2025-09-20' });
  const told = { told_on: '2025-09-21', late_reason: 'ziek' };
  await promise({ due_on: '2025-09-21', new_due_on: '2025-09-28', ...told }, { professional_id: lead.person });
  await promise({ due_on: '2025-09-22', new_due_on: '2025-10-01', ...told }, { person_id: here.member });
  await promise({ due_on: '2025-10-02' });
  await promise({ due_on: '2025-10-03' });
  await promise({ due_on: '2025-09-01', kept_on: '2025-09-02' });
  await promise({ due_on: '2025-09-01', broken_on: '2025-09-02', broken_reason: 'kon niet' });
  await promise({ due_on: '2025-09-01', withdrawn_on: ASKED_DAY, withdrawn_by: lead.person, withdrawn_reason: 'x' });
  const found = await day(lead);
  expect(
    found.map(({ kind, on, agencyName, professionalLabel, personName }) => [kind, on, agencyName, professionalLabel, personName]),
  ).toEqual([
    ['PROMISE_LATE', '2025-09-20', 'ZORGKANTOOR', null, null],
    ['PROMISE_LATE', '2025-09-28', null, 'lead (verzonnen)', null],
    ['PROMISE_DUE', '2025-10-01', null, null, 'Peter (verzonnen)'],
    ['PROMISE_DUE', '2025-10-02', 'ZORGKANTOOR', null, null],
  ]);
  expect(found[0]).toMatchObject({ subjectId: late, planId: here.plan, what: 'bellen' });
  expect(await day(outsider)).toEqual([]);
});

test('a plan is ready when the last answer and the last yes are in, for who holds it and for who decides it', async () => {
  const { lead, deputy, holder, legal, economic, societal, wmo, wlz, peter } = here.people;
  const { measures, involvements } = here;
  for (const kind of ['legal', 'economic', 'societal'] as const)
    await here.do({ legal, economic, societal }[kind], 'assessPerspective', {
      ...{ perspective: kind.toUpperCase(), verdict: 'SUFFICIENT', argument: 'dit kan zo' },
    });
  for (const measure of Object.values(measures))
    for (const [provision, role] of [
      ['wmo2015:2.3.5:3', 'ROOM'],
      ['wlz:3.2.1:1', 'ROOM'],
    ])
      await here.do(lead, 'addGround', { measure, provision, role, overrideReason: 'zo gelezen', argument: 'dit past hier' });
  const reasons = async () =>
    (
      await holder.ask<{ plan: { whyNotDecide: { code: string }[] } }>(
        'query ($id: ID!) { plan(id: $id) { whyNotDecide { code } } }',
        {
          id: here.plan,
        },
      )
    ).data.plan.whyNotDecide.map(({ code }) => code);
  expect((await reasons()).sort()).toEqual(['HOUSEHOLD_NOT_AGREED', 'POSITION_UNANSWERED', 'POSITION_UNANSWERED']);
  for (const [who, involvement] of [
    [wmo, involvements.wmo],
    [wlz, involvements.wlz],
  ] as const) {
    await here.do(lead, 'askPosition', { involvement, clockDays: 5 });
    const { rows } = await here.world.db.superuser.query<{ id: Id; version: number }>(
      'select id, version from agency_position where involvement_id = $1',
      [involvement],
    );
    await here.do(who, 'answerPosition', { position: rows[0]!.id, seen: rows[0]!.version, answer: 'AGREES' });
  }
  await act(lead, 'markSeen', { household: here.household });
  expect(await kinds(lead)).toEqual([]);
  expect(await of(holder, 'DECISION_WAITING')).toEqual([expect.objectContaining({ isReady: false })]);
  await here.do(peter, 'recordAgreement', { person: here.member, state: 'AGREED', agreedOn: ASKED_DAY, how: 'ON_SCREEN' });
  expect(await reasons()).toEqual([]);
  for (const who of [lead, deputy])
    expect(await of(who, 'READY_TO_DECIDE')).toEqual([expect.objectContaining({ planId: here.plan, on: ASKED_DAY })]);
  expect(await of(holder, 'DECISION_WAITING')).toEqual([expect.objectContaining({ isReady: true })]);
  // without a deputy it is not, whoever took the deputy away
  const coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
  await act(coordinator, 'endDeputy', { household: here.household, seen: 1 });
  expect(await of(lead, 'READY_TO_DECIDE')).toEqual([]);
  await here.decided(PLAN_DAY);
  expect(await kinds(holder)).toEqual([]);
});

test('silence, a review, a letter and a pause', async () => {
  const { lead, holder } = here.people;
  const { household, involvements } = here;
  await here.setClock('2025-10-13');
  expect(await day(lead)).toEqual([]);
  await here.setClock('2025-10-14');
  expect(await day(lead)).toEqual([expect.objectContaining({ kind: 'SILENCE', on: ASKED_DAY, subjectId: null, planId: null })]);
  await touch('2025-10-14');
  const paper = { household, involvement: involvements.wlz };
  const letter = newId();
  const pay = { ...paper, receivedOn: '2025-10-01', kind: 'PAY', demand: 'betaal', amountCents: '7000' };
  await act(lead, 'recordLetter', { ...pay, dueOn: '2025-10-17' }, letter);
  await act(lead, 'recordLetter', { ...pay, dueOn: '2025-10-18' });
  const done = newId();
  await act(lead, 'recordLetter', { ...pay, dueOn: '2025-10-02' }, done);
  await act(lead, 'settleLetter', { household, letter: done, seen: 1, doneOn: '2025-10-02' });
  const claim = newId();
  await act(lead, 'addClaim', { ...paper, amountCents: '300000', lowerBound: false }, claim);
  await act(lead, 'pauseClaim', { household, claim, onDay: '2025-10-01', untilOn: '2025-11-14', condition: 'een jaar rust' });
  expect(await day(lead)).toEqual([
    expect.objectContaining({
      kind: 'LETTER_DUE',
      on: '2025-10-17',
      subjectId: letter,
      amountCents: '7000',
      agencyName: 'ZORGKANTOOR',
    }),
  ]);
  await here.setClock('2025-10-15');
  expect(await of(lead, 'PAUSE_ENDS')).toEqual([
    expect.objectContaining({ on: '2025-11-14', subjectId: claim, amountCents: '300000' }),
  ]);
  await here.decided(PLAN_DAY);
  expect(await of(lead, 'REVIEW_DUE')).toEqual([expect.objectContaining({ on: PLAN_DAY, months: 0, planId: here.plan })]);
  await here.setClock('2026-01-13');
  expect((await of(lead, 'REVIEW_DUE')).map(({ months, on }) => [months, on])).toEqual([
    [0, '2025-10-27'],
    [3, '2026-01-27'],
  ]);
  expect((await day(lead)).map(({ on }) => on)).toEqual((await day(lead)).map(({ on }) => on).sort());
  expect(await day(holder)).toEqual([]);
  await act(lead, 'closeHousehold', { household, seen: 1, reason: 'het gaat goed' }).catch(() => undefined);
  await here.world.db.superuser.query(`update household set closed_on = '2026-01-13', closed_reason = 'klaar' where id = $1`, [
    household,
  ]);
  expect(await day(lead)).toEqual([]);
});

test('fifty at most, and each has an id of its own', async () => {
  for (let i = 0; i < 60; i++) await promise({ due_on: `2025-08-${String((i % 28) + 1).padStart(2, '0')}` });
  const found = await day(here.people.lead);
  expect(found).toHaveLength(50);
  expect(new Set(found.map(({ id }) => id)).size).toBe(50);
  expect(found[0]!.on).toBe('2025-08-01');
});
