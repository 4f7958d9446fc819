import { newId, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
let coordinator: Someone;
let mother: Someone;
const ids = { letters: newId(1), mother: newId(2), other: newId(3) };
beforeAll(async () => {
  here = await PlanTown.open();
  coordinator = await here.world.invite(here.town, 'coordinator', ['TEAM_COORDINATOR']);
  const { members } = await act(here.people.lead, 'addMember', {
    ...{ household: here.household, name: 'Moeder (verzonnen)', role: 'ADULT', fromOn: '2024-11-01' },
  });
  const person = members.find(({ personId }) => personId !== here.member)!.personId;
  mother = await here.world.invite(here.town, 'mother', ['HOUSEHOLD_MEMBER'], { person });
});
afterAll(() => here.close());

const factor = (more = {}) => ({ person: here.member, factor: 'LOW_LITERACY', ...more });
type Plan = {
  capacityFactors: { id: Id; personId: Id; factor: string }[] | null;
  moreLikeThis: { question: { nl: string; en: string }; provisions: string[] } | null;
};
const plan = async (who: Someone, id = here.plan): Promise<Plan | null> =>
  (
    await who.ask<{ plan: Plan | null }>(
      'query ($id: ID!) { plan(id: $id) { capacityFactors { id personId factor } moreLikeThis { question { nl en } provisions } } }',
      { id },
    )
  ).data.plan;
const factorsOf = async (who: Someone) => (await plan(who))!.capacityFactors?.map(({ id }) => id) ?? null;

test('why somebody could not act is written down once, for a member of the household', async () => {
  const { lead, deputy } = here.people;
  expect(await plan(lead)).toEqual({ capacityFactors: [], moreLikeThis: null });
  expect(await here.why(lead, 'addCapacityFactor', factor({ person: lead.person }))).toEqual([`MEMBER_UNKNOWN ${lead.person}`]);
  await expect(here.do(lead, 'addCapacityFactor', factor({ factor: 'LAZINESS' }))).rejects.toThrow('does not exist in');
  const before = (await here.one('plan', here.plan))['version'] as number;
  await here.do(lead, 'addCapacityFactor', factor(), ids.letters);
  expect((await here.one('plan', here.plan))['version']).toBe(before + 1);
  expect(await here.why(deputy, 'addCapacityFactor', factor())).toEqual(['ENTERED_ALREADY LOW_LITERACY']);
  await here.do(deputy, 'addCapacityFactor', factor({ person: mother.person }), ids.mother);
  await here.do(lead, 'addCapacityFactor', factor({ factor: 'NO_NETWORK' }), ids.other);
});

test('it asks whether there are more like this, with the provisions that stand in the way', async () => {
  const { lead } = here.people;
  const ground = { measure: here.measures.payFirst, argument: 'omdat het hier past' };
  expect((await plan(lead))!.moreLikeThis).toMatchObject({ provisions: [] });
  await here.do(lead, 'addGround', { ...ground, provision: 'wmo2015:2.3.5:6', role: 'LIMIT' });
  await here.do(lead, 'addGround', { ...ground, provision: 'wmo2015:2.3.3', role: 'ROOM' });
  expect((await plan(lead))!.moreLikeThis).toEqual({
    question: { nl: expect.stringContaining('voor meer mensen'), en: expect.stringContaining('for more people') },
    provisions: ['wmo2015:2.3.5:6'],
  });
});

test('it is read as special content is: by whom it is about, and by who is asked; not by a coordinator or an agency', async () => {
  const { lead, deputy, legal, holder, peter, wmo, mentor, outsider, elsewhere } = here.people;
  const all = [ids.letters, ids.mother, ids.other];
  for (const who of [lead, deputy, legal, holder]) expect(await factorsOf(who)).toEqual(all);
  expect(await factorsOf(peter)).toEqual([ids.letters, ids.other]);
  expect(await factorsOf(mother)).toEqual([ids.mother]);
  for (const who of [coordinator, wmo]) expect(await plan(who)).toEqual({ capacityFactors: null, moreLikeThis: null });
  for (const who of [mentor, outsider, elsewhere]) expect(await plan(who)).toBeNull();
  for (const who of [outsider, elsewhere]) expect(await here.why(who, 'addCapacityFactor', factor())).toEqual(['NOT_FOUND']);
});

test('nobody but lead and deputy writes it down', async () => {
  const { legal, peter, wmo } = here.people;
  for (const who of [legal, peter, wmo, coordinator])
    await expect(here.do(who, 'addCapacityFactor', factor({ factor: 'ILLNESS' }))).rejects.toThrow('NOT_ALLOWED');
});

test('withdrawn it is no reason, is shown to the same people as that, and can be entered anew', async () => {
  const { lead, peter } = here.people;
  for (const entry of [ids.letters, ids.other, ids.mother])
    expect(await here.why(lead, 'withdrawFromPlan', { entry, reason: 'dat klopte niet' })).toEqual([]);
  expect(await plan(lead)).toEqual({ capacityFactors: [], moreLikeThis: null });
  type Withdrawn = { plan: { withdrawn: { capacityFactors: { id: Id; withdrawnReason: string }[] | null } } };
  const query = 'query ($id: ID!) { plan(id: $id) { withdrawn { capacityFactors { id withdrawnReason } } } }';
  const withdrawn = async (who: Someone) =>
    (await who.ask<Withdrawn>(query, { id: here.plan })).data.plan.withdrawn.capacityFactors;
  expect(await withdrawn(peter)).toEqual([ids.letters, ids.other].map((id) => ({ id, withdrawnReason: 'dat klopte niet' })));
  expect(await withdrawn(mother)).toMatchObject([{ id: ids.mother }]);
  expect(await withdrawn(coordinator)).toBeNull();
  expect(await here.why(lead, 'addCapacityFactor', factor())).toEqual([]);
});

test('of a decided plan no reason is added; a next version begins with those that stand', async () => {
  const { lead } = here.people;
  await here.decided(PLAN_DAY);
  expect(await here.why(lead, 'addCapacityFactor', factor({ factor: 'ILLNESS' }))).toEqual([`PLAN_CLOSED ${here.plan}`]);
  const next = newId();
  expect(await here.do(lead, 'startNewVersion', {}, next)).toMatchObject({ __typename: 'BreakthroughPlan' });
  expect((await plan(lead, next))!.capacityFactors).toEqual([
    { id: expect.any(String), personId: here.member, factor: 'LOW_LITERACY' },
  ]);
  expect(await here.why(lead, 'addCapacityFactor', { ...factor(), plan: next })).toEqual(['ENTERED_ALREADY LOW_LITERACY']);
  expect(await here.why(lead, 'addCapacityFactor', { ...factor({ factor: 'ILLNESS' }), plan: next })).toEqual([]);
});
