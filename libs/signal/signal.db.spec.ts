import { newId, type Id } from '@doorbraak/kernel';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

jest.setTimeout(120_000);

let here: PlanTown;
let analyst: Someone;
let coordinator: Someone;
let foreign: Someone;
const bottlenecks = { first: newId(), second: newId(), third: newId(), other: newId(), fixed: newId(), withdrawn: newId() };
beforeAll(async () => {
  here = await PlanTown.open();
  analyst = await here.world.invite(here.town, 'analyst', ['ANALYST']);
  coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
  const away = await here.world.town('GM9933', 'DEMO', ASKED_DAY);
  foreign = await here.world.invite(away, 'foreign-analyst', ['ANALYST']);
  const row = { plan_id: here.plan, problem_id: here.problem, problem_type: 'SYSTEM.BETWEEN_TWO_LAWS', obstacle: 'canary' };
  const put = (id: Id, more = {}) => here.row('bottleneck', { ...row, provision: 'wmo2015:2.3.5:6', kind: 'SOLVE', ...more }, id);
  for (const id of [bottlenecks.first, bottlenecks.second, bottlenecks.third]) await put(id);
  await put(bottlenecks.other, { provision: 'wlz:3.2.1:1' });
  await put(bottlenecks.fixed, { kind: 'FIX' });
  const gone = { withdrawn_on: ASKED_DAY, withdrawn_by: here.people.lead.person, withdrawn_reason: 'vergist' };
  await put(bottlenecks.withdrawn, gone);
  await here.setClock('2025-10-06');
});
afterAll(() => here.close());

const SIGNAL = `id about asked provision owner occurrencesPerYear occurrencesNote reportCount status sentOn acknowledgedOn answeredOn answer
  closedOn overdueOn isOverdue reporters { personId label } version`;
type Signal = { __typename: string; id: Id; version: number; reasons?: { code: string; about: string | null }[] } & Record<
  string,
  unknown
>;

async function act(who: Someone, name: string, input: object, key = newId()): Promise<Signal> {
  const answer = await who.ask<Record<string, Signal>>(
    `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename
       ... on PolicySignal { ${SIGNAL} } ... on SignalRefused { reasons { code about } changes { act } } } }`,
    { key, input },
  );
  if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
}
const why = async (who: Someone, name: string, input: object) => {
  const { reasons = [] } = await act(who, name, input);
  return reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
};
const signals = async (who: Someone, args = 'first: 10') =>
  (
    await who.ask<{ signals: { nodes: Signal[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      `{ signals(${args}) { nodes { ${SIGNAL} } pageInfo { endCursor hasNextPage } } }`,
    )
  ).data.signals;

const signal = newId();
const raise = (bottleneck: Id, more = {}) => ({
  plan: here.plan,
  bottleneck,
  about: 'Wie tussen twee wetten valt, wacht op beide.',
  asked: 'Laat een van beide eerst betalen.',
  owner: 'ministerie van VWS',
  occurrencesPerYear: 30,
  ...more,
});

test('a rule that has to change is told once, in words that name nobody', async () => {
  const { lead } = here.people;
  const { first, fixed, withdrawn } = bottlenecks;
  const named = {
    about: 'Peter wacht.',
    asked: 'Kijk naar P-1.',
    owner: 'BU03630001',
    occurrencesNote: 'als bij peter',
    occurrencesPerYear: null,
  };
  expect(await why(lead, 'raiseSignal', raise(first, named))).toEqual([
    'NAMES_SOMEBODY about',
    'NAMES_SOMEBODY asked',
    'NAMES_SOMEBODY owner',
    'NAMES_SOMEBODY occurrencesNote',
  ]);
  expect(await why(lead, 'raiseSignal', raise(first, { occurrencesPerYear: null }))).toEqual(['REQUIRED occurrencesNote']);
  for (const id of [withdrawn, newId()]) expect(await why(lead, 'raiseSignal', raise(id))).toEqual([`BOTTLENECK_UNKNOWN ${id}`]);
  expect(await why(lead, 'raiseSignal', raise(fixed))).toEqual([`NOT_TO_SOLVE ${fixed}`]);
  const done = await act(lead, 'raiseSignal', raise(first), signal);
  expect(done).toMatchObject({
    id: signal,
    provision: 'wmo2015:2.3.5:6',
    occurrencesPerYear: 30,
    reportCount: 1,
    status: 'SENT',
    sentOn: '2025-10-06',
    overdueOn: '2025-12-05',
    isOverdue: false,
    reporters: [{ personId: lead.person, label: 'lead (verzonnen)' }],
    version: 1,
  });
  expect(await act(lead, 'raiseSignal', raise(first), signal)).toEqual(done);
  expect(await why(lead, 'raiseSignal', raise(first))).toEqual([`SIGNALLED_ALREADY ${first}`]);
});

test('one more bottleneck about the same provision counts under it', async () => {
  const { lead, deputy } = here.people;
  const join = (bottleneck: Id, to = signal) => ({ plan: here.plan, bottleneck, signal: to });
  const nothing = newId();
  expect(await why(deputy, 'joinSignal', join(bottlenecks.other))).toEqual([`SIGNAL_OTHER_PROVISION ${signal}`]);
  expect(await why(deputy, 'joinSignal', join(bottlenecks.first))).toEqual([`SIGNALLED_ALREADY ${bottlenecks.first}`]);
  expect(await why(deputy, 'joinSignal', join(bottlenecks.second, nothing))).toEqual([`SIGNAL_UNKNOWN ${nothing}`]);
  expect(await act(deputy, 'joinSignal', join(bottlenecks.second))).toMatchObject({
    reportCount: 2,
    version: 2,
    reporters: [{ label: 'deputy (verzonnen)' }, { label: 'lead (verzonnen)' }],
  });
  expect(await act(lead, 'joinSignal', join(bottlenecks.third))).toMatchObject({ reportCount: 3, reporters: [{}, {}] });
});

test('it is overdue from the sixtieth day on, whatever has run', async () => {
  await here.setClock('2025-12-04');
  expect((await signals(analyst)).nodes[0]).toMatchObject({ isOverdue: false });
  await here.setClock('2025-12-05');
  expect((await signals(analyst)).nodes[0]).toMatchObject({ id: signal, isOverdue: true });
});

test('it is acknowledged, answered and closed, in that direction; those who reported it read the answer', async () => {
  const { lead } = here.people;
  expect(await why(analyst, 'closeSignal', { signal, seen: 3 })).toEqual([`SIGNAL_UNANSWERED ${signal}`]);
  expect(await act(coordinator, 'acknowledgeSignal', { signal, seen: 3 })).toMatchObject({ status: 'ACKNOWLEDGED', version: 4 });
  expect(await act(analyst, 'acknowledgeSignal', { signal, seen: 3 })).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE' }],
  });
  expect(await why(analyst, 'acknowledgeSignal', { signal, seen: 4 })).toEqual([`SIGNAL_DONE_ALREADY ${signal}`]);
  const answer = { signal, seen: 4, answer: 'De wet wordt aangepast per 2027.' };
  expect(await why(coordinator, 'answerSignal', { ...answer, answer: 'Voor P-1 is dit opgelost.' })).toEqual([
    'NAMES_SOMEBODY answer',
  ]);
  expect(await why(analyst, 'answerSignal', { ...answer, answer: 'In BU00010002 is dit opgelost.' })).toEqual([
    'NAMES_SOMEBODY answer',
  ]);
  expect(await act(analyst, 'answerSignal', answer)).toMatchObject({
    status: 'ANSWERED',
    answeredOn: '2025-12-05',
    isOverdue: false,
  });
  expect((await signals(lead, 'first: 10, mine: true')).nodes).toMatchObject([{ answer: answer.answer }]);
  expect((await signals(here.people.outsider, 'first: 10, mine: true')).nodes).toEqual([]);
  expect(await act(coordinator, 'closeSignal', { signal, seen: 5 })).toMatchObject({ status: 'CLOSED', closedOn: '2025-12-05' });
  const late = await here.row('bottleneck', {
    plan_id: here.plan,
    problem_type: 'SYSTEM.BETWEEN_TWO_LAWS',
    obstacle: 'x',
    provision: 'wmo2015:2.3.5:6',
    kind: 'SOLVE',
  });
  expect(await why(lead, 'joinSignal', { plan: here.plan, bottleneck: late, signal })).toEqual([`SIGNAL_CLOSED ${signal}`]);
  expect(await why(lead, 'raiseSignal', raise(late, { occurrencesPerYear: null, occurrencesNote: 'niet geteld' }))).toEqual([]);
});

test('signals come in pages, the newest first', async () => {
  const first = await signals(analyst, 'first: 1');
  expect(first).toMatchObject({ nodes: [{ occurrencesNote: 'niet geteld' }], pageInfo: { hasNextPage: true } });
  const rest = await signals(analyst, `first: 1, after: "${first.pageInfo.endCursor}"`);
  expect(rest).toMatchObject({ nodes: [{ id: signal }], pageInfo: { hasNextPage: false } });
});

test('whoever does not work with the household raises nothing, another municipality reads nothing, and nothing names a household', async () => {
  const { outsider, elsewhere, peter, wmo, holder, lead } = here.people;
  for (const who of [outsider, elsewhere]) expect(await why(who, 'raiseSignal', raise(bottlenecks.other))).toEqual(['NOT_FOUND']);
  for (const who of [peter, wmo, holder, analyst])
    await expect(act(who, 'raiseSignal', raise(bottlenecks.other))).rejects.toThrow('NOT_ALLOWED');
  await expect(act(lead, 'answerSignal', { signal, seen: 6, answer: 'ja' })).rejects.toThrow('NOT_ALLOWED');
  for (const who of [peter, wmo]) await expect(signals(who)).rejects.toThrow();
  expect((await signals(foreign)).nodes).toEqual([]);
  expect(await why(foreign, 'acknowledgeSignal', { signal, seen: 6 })).toEqual(['NOT_FOUND']);
  expect((await signals(here.town.admin)).nodes).toEqual([]); // the administrator may ask, and is told of no row
  expect(JSON.stringify(await signals(analyst))).not.toContain(here.household);
});

test('a bottleneck that was a mistake counts no more; when none is left the signal is closed without an answer', async () => {
  const { lead } = here.people;
  await here.decided(PLAN_DAY);
  const another = {
    plan_id: here.plan,
    problem_type: 'SYSTEM.BETWEEN_TWO_LAWS',
    obstacle: 'x',
    provision: 'wlz:3.2.1:1',
    kind: 'SOLVE',
  };
  const [one, two] = [bottlenecks.other, await here.row('bottleneck', another)];
  const mistaken = newId();
  await act(lead, 'raiseSignal', raise(one), mistaken);
  expect(await act(lead, 'joinSignal', { plan: here.plan, bottleneck: two, signal: mistaken })).toMatchObject({ reportCount: 2 });
  const withdraw = async (entry: Id) => {
    const { data } = await lead.ask<{ withdrawFromOutcome: { __typename: string } }>(
      'mutation ($key: ID!, $input: WithdrawFromOutcomeInput!) { withdrawFromOutcome(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { plan: here.plan, entry, reason: 'vergist' } },
    );
    expect(data.withdrawFromOutcome.__typename).toBe('BreakthroughPlan');
    return (await signals(analyst)).nodes.find(({ id }) => id === mistaken)!;
  };
  expect(await withdraw(two)).toMatchObject({ reportCount: 1, version: 3 });
  expect(await why(analyst, 'closeSignal', { signal: mistaken, seen: 3 })).toEqual([`SIGNAL_UNANSWERED ${mistaken}`]);
  expect(await withdraw(one)).toMatchObject({ reportCount: 0, version: 4, reporters: [{ personId: lead.person }] });
  expect((await signals(analyst)).nodes.find(({ id }) => id === signal)).toMatchObject({ reportCount: 3 });
  expect(await act(analyst, 'closeSignal', { signal: mistaken, seen: 4 })).toMatchObject({ status: 'CLOSED', answer: null });
});

test('what was learned is told when the file is closed too', async () => {
  const { lead } = here.people;
  const learned = {
    plan_id: here.plan,
    problem_type: 'SYSTEM.BETWEEN_TWO_LAWS',
    obstacle: 'x',
    provision: 'wlz:3.2.1:3',
    kind: 'SOLVE',
  };
  const [first, second] = [await here.row('bottleneck', learned), await here.row('bottleneck', learned)];
  await here.world.db.superuser.query(`update household set closed_on = '2025-12-05', closed_reason = 'klaar' where id = $1`, [
    here.household,
  ]);
  const raised = await act(lead, 'raiseSignal', raise(first));
  expect(raised).toMatchObject({ status: 'SENT' });
  expect(await act(lead, 'joinSignal', { plan: here.plan, bottleneck: second, signal: raised.id })).toMatchObject({
    reportCount: 2,
  });
});
