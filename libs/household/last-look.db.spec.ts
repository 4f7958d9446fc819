import { newId, type Id } from '@doorbraak/kernel';
import { act, refusals, tryAct } from '../../test/household';
import { ASKED_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

type Changes = {
  since: string | null;
  acts: { act: string; at: string; byLabel: string | null; subject: Id; part: Id | null }[];
};
const changes = async (who: Someone): Promise<Changes | null> => {
  const { data, errors } = await who.ask<{ household: { changes: Changes | null } }>(
    'query ($id: ID!) { household(id: $id) { changes { since acts { act at byLabel subject part } } } }',
    { id: here.household },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.household.changes;
};
const acts = async (who: Someone) => (await changes(who))!.acts.map(({ act }) => act);
const see = (who: Someone, more = {}) => act(who, 'markSeen', { household: here.household, ...more });
const goal = (words: string) => ({ words });

test('who never looked sees everything, the newest first, with who did it and to what', async () => {
  const { deputy } = here.people;
  const { since, acts } = (await changes(deputy))!;
  expect(since).toBeNull();
  expect(acts.map(({ act }) => act)).toEqual([
    ...['addInvolvement', 'addInvolvement', 'addInvolvement', 'addProblem', 'addMember', 'createHousehold'],
  ]);
  expect(acts.at(-1)).toEqual({
    ...{ act: 'createHousehold', byLabel: 'lead (verzonnen)', subject: here.household, part: null },
    at: expect.stringMatching(/^2.*Z$/),
  });
});

test('what others did since I looked, on the household and on its plan, and not what I did; each for oneself', async () => {
  const { lead, deputy, wlz, peter } = here.people;
  await see(deputy);
  expect(await acts(deputy)).toEqual([]);
  expect((await changes(deputy))!.since).not.toBeNull();
  await act(deputy, 'recordOwnWords', { household: here.household, seen: 1, words: 'rust' });
  await here.do(lead, 'addGoal', goal('Ik wil werken.'));
  const promise = newId();
  await here.do(
    wlz,
    'addCommitment',
    { involvement: here.involvements.wlz, what: 'bellen', dueOn: '2025-10-01', certainty: 'CERTAIN' },
    promise,
  );
  await act(peter, 'recordOwnWords', { household: here.household, seen: 2, words: 'een huis' });
  const { acts: done } = (await changes(deputy))!;
  expect(done.map(({ act, byLabel, subject, part }) => [act, byLabel, subject, part])).toEqual([
    ['recordOwnWords', null, here.household, null],
    ['addCommitment', 'ZORGKANTOOR', here.plan, promise],
    ['addGoal', 'lead (verzonnen)', here.plan, expect.any(String)],
  ]);
  // the lead did not look yet, and did all the rest
  expect(await acts(lead)).toEqual(['recordOwnWords', 'addCommitment', 'recordOwnWords']);
  // A refusal and a look change nothing.
  expect(await refusals(lead, 'recordOwnWords', { household: here.household, seen: 1, words: 'x' })).toEqual([
    'CHANGED_MEANWHILE',
  ]);
  await changes(lead);
  expect(await acts(deputy)).toHaveLength(3);
});

test('what came after the screen was filled stays new', async () => {
  const { lead, deputy } = here.people;
  const shown = (await changes(deputy))!.acts[0]!.at;
  await here.do(lead, 'addGoal', goal('Ik wil slapen.'));
  await see(deputy, { until: shown });
  expect(await acts(deputy)).toEqual(['addGoal']);
  await see(deputy, { until: '2999-01-01T00:00:00Z' });
  expect(await acts(deputy)).toEqual([]);
  await here.do(lead, 'addGoal', goal('Ik wil eten.'));
  expect(await acts(deputy)).toEqual(['addGoal']);
});

test('a hundred at most', async () => {
  const { lead, small } = here.people;
  await here.world.db.superuser.query(
    `insert into audit_log (municipality_id, id, day, person_id, roles, request_id, act, outcome, household_ids)
     select $1, gen_random_uuid(), $2, $3, '{}', gen_random_uuid(), 'addProblem', 'DONE', array[$4::uuid] from generate_series(1, 120)`,
    [here.town.municipality, ASKED_DAY, lead.person, here.household],
  );
  expect(await acts(small)).toHaveLength(100);
});

test('an adviser who was asked and the coordinator of the team have it too, an agency and a member do not', async () => {
  const { legal, small, wlz, peter, outsider, elsewhere } = here.people;
  for (const who of [legal, small]) {
    await see(who);
    expect(await acts(who)).toEqual([]);
  }
  for (const who of [wlz, peter]) {
    expect(await changes(who)).toBeNull();
    const { errors } = await tryAct(who, 'markSeen', { household: here.household });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_ALLOWED');
  }
  for (const who of [outsider, elsewhere])
    expect(await refusals(who, 'markSeen', { household: here.household })).toEqual(['NOT_FOUND']);
});
