import { newId } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';
import { commitmentState } from './commitment.rules';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

type Row = Record<string, unknown> & { id: string; code: string };
type List = {
  nodes: Row[];
  counts: Record<string, number>;
  silentDays: number;
  pageInfo: { endCursor: string; hasNextPage: boolean };
};
const ROW = `id code memberNames relation leadLabel openProblems agencies circles planId stage
  waitsFor { agencyName askedOn workingDays dueOn isOver } waitingCount lastContactOn isSilent latePromises isLate isClosed`;
const asked = (who: Someone, variables: Record<string, unknown> = {}) =>
  who.ask<{ workList: List } | null>(
    `query ($first: Int!, $after: String, $search: String, $filter: WorkListFilter, $sort: WorkListSort) {
       workList(first: $first, after: $after, search: $search, filter: $filter, sort: $sort) {
         nodes { ${ROW} } counts { all waiting circle silent late } silentDays pageInfo { endCursor hasNextPage } } }`,
    { first: 50, sort: 'CODE', ...variables },
  );
const list = async (who: Someone, variables: Record<string, unknown> = {}) => {
  const answer = await asked(who, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data!.workList;
};

const one = async (who: Someone, code = 'P-1') => (await list(who)).nodes.find((row) => row.code === code);
const codes = async (who: Someone, variables: Record<string, unknown>) =>
  (await list(who, variables)).nodes.map(({ code }) => code);
const contact = (dayOn: string, household = here.household, involvement = here.involvements.wmo) =>
  act(here.people.lead, 'recordContact', { household, involvement, dayOn, channel: 'PHONE', direction: 'FROM_HOUSEHOLD' });
const household = async (lead: Someone, code: string) => {
  const id = newId();
  await act(lead, 'createHousehold', { code }, id);
  return id;
};
const planStage = async () =>
  (
    await here.people.lead.ask<{ household: { plan: { stage: string }; unlock: { circles: object[] } } }>(
      'query ($id: ID!) { household(id: $id) { plan { stage } unlock { circles { members } } } }',
      { id: here.household },
    )
  ).data.household;

test('a row says what a day of work needs to know, and the stage that the plan itself says', async () => {
  const { lead } = here.people;
  await here.do(lead, 'addGoal', { words: 'Ik wil rust.' });
  expect(await list(lead)).toEqual({
    nodes: [
      {
        ...{
          id: here.household,
          code: 'P-1',
          memberNames: ['Peter (verzonnen)'],
          relation: 'LEAD',
          leadLabel: 'lead (verzonnen)',
        },
        ...{ openProblems: 1, agencies: 3, circles: 0, planId: here.plan, stage: (await planStage()).plan.stage },
        ...{ waitsFor: null, waitingCount: 0, lastContactOn: null, isSilent: false, latePromises: 0, isLate: false },
        isClosed: false,
      },
    ],
    counts: { all: 1, waiting: 0, circle: 0, silent: 0, late: 0 },
    silentDays: 14,
    pageInfo: { endCursor: here.household, hasNextPage: false },
  });
  expect((await one(lead))!['stage']).toBe('OPTIONS_COMPARED');
});

test('problems and circles are those of the last act', async () => {
  const { lead } = here.people;
  const { household, involvements, problem } = here;
  const wait = { household, holder: involvements.wmo, what: 'wachten', liftable: true };
  const [there, back] = [newId(), newId()];
  await act(lead, 'addWait', { ...wait, waiting: involvements.wlz, for: involvements.wmo }, there);
  expect((await one(lead))!['circles']).toBe(0);
  await act(lead, 'addWait', { ...wait, waiting: involvements.wmo, for: involvements.wlz }, back);
  expect((await planStage()).unlock.circles).toHaveLength(1);
  expect((await one(lead))!['circles']).toBe(1);
  expect(await codes(lead, { filter: { quick: 'CIRCLE' } })).toEqual(['P-1']);
  await act(lead, 'liftWait', { wait: back, seen: 1, liftedOn: '2025-09-29' });
  expect(await one(lead)).toMatchObject({ circles: 0, openProblems: 1 });
  expect(await codes(lead, { filter: { quick: 'CIRCLE' } })).toEqual([]);
  await act(lead, 'setProblemStatus', { problem, seen: 1, status: 'RESOLVED' });
  expect((await one(lead))!['openProblems']).toBe(0);
  await act(lead, 'setProblemStatus', { problem, seen: 2, status: 'RELAPSED' });
  expect((await one(lead))!['openProblems']).toBe(1);
});

test('each sees what they are to it, and no more of it than elsewhere', async () => {
  const { lead, deputy, holder, small, legal } = here.people;
  const relations = await Promise.all([lead, deputy, holder, small, legal].map(async (who) => (await one(who))!['relation']));
  expect(relations).toEqual(['LEAD', 'DEPUTY', 'DECIDER', 'DECIDER', 'ADVISER']);
  const asked = { memberNames: null, openProblems: 1, circles: 0, stage: 'OPTIONS_COMPARED' };
  expect(await one(legal)).toMatchObject(asked);
  const coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
  expect(await one(coordinator)).toMatchObject({
    ...{ relation: 'COORDINATOR', memberNames: null, openProblems: null, circles: null, agencies: 3 },
    ...{ stage: 'OPTIONS_COMPARED', leadLabel: 'lead (verzonnen)' },
  });
  expect(await codes(lead, { filter: { relations: ['DEPUTY', 'ADVISER'] } })).toEqual([]);
  expect(await codes(legal, { filter: { relations: ['ADVISER'] } })).toEqual(['P-1']);
  // Names are not for a coordinator, so they are not found by them either; agencies are.
  expect(await codes(coordinator, { search: 'peter' })).toEqual([]);
  expect(await codes(coordinator, { search: 'zorgkantoor' })).toEqual(['P-1']);
  expect(await codes(legal, { search: 'peter' })).toEqual([]);
  expect(await codes(lead, { search: 'peter' })).toEqual(['P-1']);
});

test('what is not for somebody is not in it, not in its counts and not found', async () => {
  const { outsider, elsewhere, wmo, peter, lead } = here.people;
  const hidden = await household(outsider, 'GEHEIM-1');
  await act(outsider, 'addMember', { household: hidden, name: 'Verborgen (verzonnen)', role: 'ADULT', fromOn: '2020-01-01' });
  for (const search of [null, 'GEHEIM', 'Verborgen', 'geheim verborgen']) {
    const mine = await list(lead, { search, filter: { quick: 'ALL' } });
    expect(mine.nodes.map(({ code }) => code)).toEqual(search ? [] : ['P-1']);
    expect(mine.counts['all']).toBe(search ? 0 : 1);
  }
  // also not by going on after one that is hidden
  expect(await codes(lead, { after: hidden })).toEqual([]);
  for (const search of [null, 'P-1', 'peter', 'zorgkantoor'])
    expect(await list(elsewhere, { search })).toMatchObject({ nodes: [], counts: { all: 0, late: 0 } });
  expect(await codes(outsider, { search: 'P-1' })).toEqual([]);
  const analyst = await here.world.invite(here.town, 'analyst', ['ANALYST']);
  for (const who of [wmo, peter, analyst, here.town.admin]) {
    const { data, errors } = await asked(who);
    expect([data, errors?.[0]?.extensions['code']]).toEqual([null, 'NOT_ALLOWED']);
  }
});

test('a search knows accents and capitals, and no wildcard', async () => {
  const { lead } = here.people;
  const id = await household(lead, 'Q_50%');
  await act(lead, 'addMember', { household: id, name: 'Zoë Ünal (verzonnen)', role: 'ADULT', fromOn: '2020-01-01' });
  const gone = { household: id, name: 'Vertrokken (verzonnen)', role: 'ADULT', fromOn: '2020-01-01', toOn: '2025-09-28' };
  await act(lead, 'addMember', gone);
  for (const search of ['zoe', 'ZOË unal', 'Zoe\u0308', '%', '_5', '50%', 'q_', 'unal q_'])
    expect([search, await codes(lead, { search })]).toEqual([search, ['Q_50%']]);
  for (const search of [
    'Z%l',
    'P_1',
    'Q_5_',
    '\\',
    '\\%',
    'vertrokken',
    'zoe peter',
    "'; drop table household; --",
    '(verzonnen) zoeunal',
  ])
    expect([search, await codes(lead, { search })]).toEqual([search, []]);
  for (const search of ['   verzonnen  ', '', '  '])
    expect([search, await codes(lead, { search })]).toEqual([search, ['P-1', 'Q_50%']]);
  const { errors } = await asked(lead, { search: 'x'.repeat(201) });
  expect(errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
});

test('who does not answer is waited for, by the oldest asking; a plan that was decided waits for nobody', async () => {
  const { lead } = here.people;
  const { involvements, measures, plan } = here;
  const question = { plan_id: plan, clock_days: 5, answer: null };
  const late = {
    ...question,
    involvement_id: involvements.wlz,
    measure_ids: [measures.settle],
    asked_on: '2025-09-22',
    due_on: '2025-09-26',
  };
  const fresh = {
    ...question,
    involvement_id: involvements.wmo,
    measure_ids: [measures.payFirst],
    asked_on: '2025-09-26',
    due_on: '2025-10-03',
  };
  const [asking] = [await here.row('agency_position', fresh), await here.row('agency_position', late)];
  // of a measure that went to somebody else
  await here.row('agency_position', {
    ...question,
    involvement_id: involvements.mentor,
    measure_ids: [measures.settle],
    asked_on: '2025-09-01',
    due_on: '2025-09-05',
  });
  expect(await one(lead)).toMatchObject({
    waitsFor: { agencyName: 'ZORGKANTOOR', askedOn: '2025-09-22', workingDays: 5, dueOn: '2025-09-26', isOver: true },
    ...{ waitingCount: 2, isLate: true, latePromises: 0 },
  });
  expect((await list(lead)).counts).toMatchObject({ all: 2, waiting: 1, late: 0 });
  expect(await codes(lead, { filter: { quick: 'WAITING' } })).toEqual(['P-1']);
  await here.world.db.superuser.query(
    'update agency_position set withdrawn_on = $2, withdrawn_by = $3, withdrawn_reason = $4 where id <> $1',
    [...[asking, '2025-09-29', lead.person, 'vergissing']],
  );
  expect(await one(lead)).toMatchObject({ waitsFor: { agencyName: 'GEM_WMO', isOver: false }, waitingCount: 1, isLate: false });
});

test('a promise is late in the list on the days on which the rule calls it overdue', async () => {
  const { lead } = here.people;
  const [before, today, after] = ['2025-09-28', '2025-09-29', '2025-09-30'];
  const days = [null, before, today, after];
  const promises = [before, today, after].flatMap((dueOn) =>
    days.flatMap((toldOn) =>
      days.flatMap((newDueOn) => days.flatMap((keptOn) => ({ dueOn, toldOn, newDueOn, keptOn, brokenOn: null }))),
    ),
  );
  const possible = promises.filter(
    ({ toldOn, newDueOn }) => (toldOn === null) === (newDueOn === null) && (toldOn ?? '') <= (newDueOn ?? ''),
  );
  let overdue = 0;
  for (const promise of possible) {
    const { dueOn, toldOn, newDueOn, keptOn } = promise;
    await here.row('commitment', {
      ...{ plan_id: here.plan, involvement_id: here.involvements.wmo, what: 'bellen', certainty: 'CERTAIN' },
      ...{ due_on: dueOn, told_on: toldOn, new_due_on: newDueOn, late_reason: toldOn && 'ziek', kept_on: keptOn },
    });
    if (commitmentState({ ...promise, id: '', involvementId: null, personId: null, professionalId: null }, today) === 'OVERDUE')
      overdue++;
    expect([promise, (await one(lead))!['latePromises']]).toEqual([promise, overdue]);
  }
  expect(overdue).toBe(10);
  expect((await list(lead, { filter: { quick: 'LATE' } })).nodes.map(({ code }) => code)).toEqual(['P-1']);
  await here.world.db.superuser.query(`update commitment set withdrawn_on = $1, withdrawn_by = $2, withdrawn_reason = 'x'`, [
    today,
    lead.person,
  ]);
  expect(await one(lead)).toMatchObject({ latePromises: 0, isLate: false });
});

test('long without a contact is counted from the last one, from a counted month, and not for a new household', async () => {
  const { lead } = here.people;
  await here.setClock('2025-10-13');
  expect(await one(lead)).toMatchObject({ isSilent: false, lastContactOn: null });
  await here.setClock('2025-10-14');
  expect(await codes(lead, { filter: { quick: 'SILENT' } })).toEqual(['P-1', 'Q_50%']);
  await contact('2025-09-30');
  expect(await one(lead)).toMatchObject({ isSilent: false, lastContactOn: '2025-09-30' });
  await here.setClock('2025-10-15');
  expect((await list(lead)).counts['silent']).toBe(2);
  await act(lead, 'countContacts', { household: here.household, month: '2025-10-01', count: 4 });
  expect(await one(lead)).toMatchObject({ isSilent: false, lastContactOn: '2025-09-30' });
  await here.setClock('2025-11-15');
  expect(await one(lead)).toMatchObject({ isSilent: true });
  await here.setClock('2025-11-14');
  expect(await one(lead)).toMatchObject({ isSilent: false });
  await here.setClock('2025-09-29');
});

test('pages fit together in every order, also where the keys are equal', async () => {
  const { lead } = here.people;
  await contact('2025-09-28');
  for (const code of ['B-3', 'B-1', 'B-2', 'B-5', 'B-4']) {
    const id = await household(lead, code);
    if (code !== 'B-4') continue;
    const agency = await here.world.agency(here.town, 'UWV');
    const involvement = newId();
    await act(lead, 'addInvolvement', { household: id, agency, fromOn: '2025-02-10', law: 'wmo2015', payer: 'WMO' }, involvement);
    await contact('2025-09-29', id, involvement);
  }
  for (const sort of ['CODE', 'LAST_CONTACT', 'PROBLEMS', 'STAGE']) {
    const whole = await codes(lead, { sort });
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: List = await list(lead, { sort, first: 2, after });
      pages.push(...page.nodes.map(({ code }) => code));
      expect(page.counts['all']).toBe(7);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect([sort, pages]).toEqual([sort, whole]);
    expect(new Set(pages).size).toBe(7);
  }
  expect(await codes(lead, { sort: 'CODE' })).toEqual(['B-1', 'B-2', 'B-3', 'B-4', 'B-5', 'P-1', 'Q_50%']);
  expect(await codes(lead, { sort: 'LAST_CONTACT' })).toEqual(['B-1', 'B-2', 'B-3', 'B-5', 'Q_50%', 'P-1', 'B-4']);
  expect((await codes(lead, { sort: 'PROBLEMS' }))[0]).toBe('P-1');
  expect((await codes(lead, { sort: 'STAGE' })).at(-1)).toBe('P-1');
  for (const first of [0, 101]) expect((await asked(lead, { first })).errors).toBeDefined();
});

test('a decided plan, one that an agency began to carry out, and one that was stopped', async () => {
  const { lead, wmo } = here.people;
  await here.decided(PLAN_DAY);
  expect(await one(lead)).toMatchObject({ stage: 'DECIDED', waitsFor: null, waitingCount: 0 });
  expect(await codes(lead, { filter: { stages: ['DECIDED'] } })).toEqual(['P-1']);
  // The agency does not read the plan whole; what it did shows all the same.
  await here.do(wmo, 'finishMeasure', { measure: here.measures.payFirst, onDay: PLAN_DAY });
  expect((await planStage()).plan.stage).toBe('EXECUTING');
  expect((await one(lead))!['stage']).toBe('EXECUTING');
  await contact(PLAN_DAY);
  expect((await one(lead))!['stage']).toBe('EXECUTING');
  await here.row('review', {
    plan_id: here.plan,
    months: 12,
    held_on: PLAN_DAY,
    by_person: lead.person,
    closes: true,
    words: 'x',
  });
  await contact(PLAN_DAY);
  expect((await planStage()).plan.stage).toBe('VERIFIED');
  expect((await one(lead))!['stage']).toBe('VERIFIED');
  const { rows } = await here.world.db.superuser.query<{ version: number }>('select version from plan where id = $1', [
    here.plan,
  ]);
  await here.do(lead, 'stopPlan', { seen: rows[0]!.version, reason: 'het gezin verhuist' });
  expect((await one(lead))!['stage']).toBe('STOPPED');
  expect((await codes(lead, { sort: 'STAGE' })).at(-1)).toBe('P-1');
});

test('closed files are another list', async () => {
  const { lead } = here.people;
  const { nodes } = await list(lead, { search: 'B-1' });
  await act(lead, 'closeHousehold', { household: nodes[0]!.id, seen: 1, reason: 'het gaat goed' });
  expect(await codes(lead, { search: 'B-' })).toEqual(['B-2', 'B-3', 'B-4', 'B-5']);
  expect(await list(lead, { filter: { closed: true } })).toMatchObject({
    nodes: [{ code: 'B-1', isClosed: true, isSilent: false }],
    counts: { all: 1, silent: 0 },
  });
});
