import { newId, type Id } from '@doorbraak/kernel';
import { act, readHousehold } from '../../test/household';
import { World, type Someone, type Town } from '../../test/world';

const today = '2025-09-08';
let world: World;
let town: Town;
let anna: Someone;
let bert: Someone;
let carla: Someone;
let coordinator: Someone;
/** three households of Anna, of which Carla deputises in the first; the last one is closed */
let homes: Id[];

beforeAll(async () => {
  world = await World.open();
  town = await world.town('GM9931', 'DEMO', today);
  [anna, bert, carla, coordinator] = await Promise.all([
    world.invite(town, 'anna', ['LEAD_PROFESSIONAL']),
    world.invite(town, 'bert', ['LEAD_PROFESSIONAL']),
    world.invite(town, 'carla', ['WIJKTEAM_MEMBER']),
    world.invite(town, 'coordinator', ['TEAM_COORDINATOR']),
  ]);
  homes = [newId(1), newId(2), newId(3)];
  for (const [i, id] of homes.entries()) await act(anna, 'createHousehold', { code: `A-${i}` }, id);
  await act(anna, 'assignDeputy', { household: homes[0], seen: 1, person: carla.person });
  await act(anna, 'closeHousehold', { household: homes[2], seen: 1, reason: 'klaar' });
});
afterAll(() => world.close());

type Answer = {
  __typename: string;
  households?: { id: Id; leadLabel: string }[];
  reasons?: { code: string; about: string | null }[];
};
const handOver = async (who: Someone, from: Id, to: Id, key = newId(), reason = 'verlof'): Promise<Answer> => {
  const { data, errors } = await who.ask<{ handOverAll: Answer }>(
    `mutation ($key: ID!, $input: HandOverAllInput!) { handOverAll(key: $key, input: $input) {
       __typename ... on HandedOver { households { id leadLabel } } ... on HouseholdRefused { reasons { code about } } } }`,
    { key, input: { from, to, reason } },
  );
  if (!data?.handOverAll) throw new Error(JSON.stringify(errors));
  return data.handOverAll;
};
const why = async (who: Someone, from: Id, to: Id) =>
  ((await handOver(who, from, to)).reasons ?? []).map(({ code, about }) => `${code} ${about ?? ''}`.trim());
const leads = async () =>
  (
    await world.db.superuser.query<{ label: string; until: string | null; reason: string | null }>(
      `select p.label, a.until_on as until, a.reason from lead_assignment a join professional p on p.id = a.person_id
       where a.household_id = any ($1) and a.kind = 'LEAD' and a.until_on is null order by a.household_id`,
      [homes],
    )
  ).rows.map(({ label, reason }) => `${label} ${reason ?? ''}`.trim());

test('nobody hands over what is not theirs to hand over', async () => {
  const away = await world.town('GM9932', 'DEMO', today);
  const south = newId();
  await town.admin.ask('mutation ($key: ID!) { addFixteam(key: $key, name: "Demo-Zuid") { __typename } }', { key: south });
  for (const who of [
    bert,
    carla, // deputises in one of them
    await world.invite(town, 'coordinator-zuid', ['TEAM_COORDINATOR'], { fixteam: south }),
    await world.invite(away, 'elsewhere', ['LEAD_PROFESSIONAL']),
  ]) {
    const reasons = await why(who, anna.person, bert.person);
    expect(reasons.at(-1)).toBe(`NOTHING_TO_HAND_OVER ${anna.person}`);
  }
  const agency = await world.agency(town, 'POLITIE');
  for (const who of [
    await world.invite(town, 'liaison', ['AGENCY_LIAISON'], { agency }),
    await world.invite(town, 'member', ['HOUSEHOLD_MEMBER'], { person: newId() }),
    town.admin,
  ])
    await expect(handOver(who, anna.person, bert.person)).rejects.toThrow('NOT_ALLOWED');
  await expect(handOver(anna, anna.person, bert.person, newId(), ' ')).rejects.toThrow('REQUIRED');
  expect(await leads()).toEqual(['anna (verzonnen)', 'anna (verzonnen)', 'anna (verzonnen)']);
});

test('what stands in the way is said of every household, and then nothing changed hands', async () => {
  expect(await why(anna, anna.person, carla.person)).toEqual([`LEAD_IS_DEPUTY ${homes[0]}`]);
  expect(await why(anna, anna.person, newId())).toEqual([expect.stringContaining('NOT_A_PROFESSIONAL')]);
  expect(await why(anna, anna.person, anna.person)).toEqual([`LEADS_ALREADY ${anna.person}`]);
  expect(await leads()).toEqual(['anna (verzonnen)', 'anna (verzonnen)', 'anna (verzonnen)']);
});

test('all households change hands in one step, closed ones too; deputies stay, and one line of log names them', async () => {
  const key = newId();
  const { households } = await handOver(anna, anna.person, bert.person, key);
  expect(households).toEqual(homes.map((id) => ({ id, leadLabel: 'bert (verzonnen)' })));
  expect(await leads()).toEqual(['bert (verzonnen) verlof', 'bert (verzonnen) verlof', 'bert (verzonnen) verlof']);
  expect(await readHousehold(anna, homes[0]!)).toBeNull();
  expect(await readHousehold(bert, homes[0]!)).toMatchObject({ version: 3, deputy: { personId: carla.person } });
  const { rows } = await world.db.superuser.query<{ households: Id[] }>(
    `select household_ids as households, reason from audit_log where act = 'handOverAll' and outcome = 'DONE'`,
  );
  expect(rows).toEqual([{ households: homes, reason: 'verlof' }]);
  // Sent again it does nothing more, and what is not hers any more is not shown.
  expect(await handOver(anna, anna.person, bert.person, key)).toEqual({ __typename: 'HandedOver', households: [] });
  expect(await why(anna, anna.person, bert.person)).toEqual([`NOTHING_TO_HAND_OVER ${anna.person}`]);
});

test('a lead whom a coordinator finds gone is relieved of all households, and one at a time goes on as before', async () => {
  const back = await act(bert, 'assignLead', { household: homes[1], seen: 2, person: carla.person });
  expect(back.lead).toMatchObject({ personId: carla.person });
  const key = newId();
  const { households } = await handOver(coordinator, bert.person, anna.person, key);
  expect(households?.map(({ id }) => id)).toEqual([homes[0], homes[2]]);
  expect(await leads()).toEqual(['anna (verzonnen) verlof', 'carla (verzonnen)', 'anna (verzonnen) verlof']);
  const again = await handOver(coordinator, carla.person, anna.person);
  expect(again.households?.map(({ id }) => id)).toEqual([homes[1]]);
  // The first one sent again gives what it gave, not what was handed to the same colleague since.
  expect(await handOver(coordinator, bert.person, anna.person, key)).toEqual({ __typename: 'HandedOver', households });
});

test('two who hand over the same households at the same moment leave one lead each', async () => {
  const answers = await Promise.all([handOver(anna, anna.person, bert.person), handOver(coordinator, anna.person, bert.person)]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['HandedOver', 'HouseholdRefused']);
  expect(await leads()).toHaveLength(3);
});
