import { newId, type Id } from '@doorbraak/kernel';
import { World, type Someone, type Town } from '../../test/world';

let world: World;
let town: Town;
let lead: Someone;
let colleague: Someone;
beforeAll(async () => {
  world = await World.open();
  town = await world.town('GM9931');
  [lead, colleague] = await Promise.all([
    world.invite(town, 'lead', ['LEAD_PROFESSIONAL']),
    world.invite(town, 'colleague', ['LEAD_PROFESSIONAL']),
  ]);
});
afterAll(() => world.close());

type Done = { __typename: string; subject?: Id; reasons?: { code: string; about: string | null }[] };
const done = async (who: Someone, act: 'saveView' | 'deleteView', input: object, key = newId()) => {
  const type = `${act[0]!.toUpperCase()}${act.slice(1)}Input`;
  const { data, errors } = await who.ask<{ done: Done }>(
    `mutation ($key: ID!, $input: ${type}!) { done: ${act}(key: $key, input: $input) {
       __typename ... on DirectoryDone { subject } ... on DirectoryRefused { reasons { code about } } } }`,
    { key, input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.done;
};
const why = async (who: Someone, act: 'saveView' | 'deleteView', input: object) =>
  ((await done(who, act, input)).reasons ?? []).map(({ code }) => code);
const views = async (who: Someone) =>
  (await who.ask<{ savedViews: { id: Id; name: string; path: string }[] }>('{ savedViews { id name path } }')).data.savedViews;

const LATE = '/mijn-dag?filter=LATE';

test('a view is kept for who saved it, by name, and for nobody else', async () => {
  const key = newId();
  expect(await done(lead, 'saveView', { name: ' Te laat ', path: LATE }, key)).toEqual({
    __typename: 'DirectoryDone',
    subject: key,
  });
  expect(await done(lead, 'saveView', { name: ' Te laat ', path: LATE }, key)).toEqual({
    __typename: 'DirectoryDone',
    subject: key,
  });
  await done(lead, 'saveView', { name: 'Alles', path: '/huishoudens' });
  expect(await views(lead)).toEqual([
    { id: expect.any(String), name: 'Alles', path: '/huishoudens' },
    { id: key, name: 'Te laat', path: LATE },
  ]);
  for (const who of [colleague, town.admin]) expect(await views(who)).toEqual([]);
  expect(await why(colleague, 'deleteView', { view: key })).toEqual(['NOT_FOUND']);
  expect(await why(colleague, 'saveView', { name: 'Te laat', path: LATE })).toEqual([]);
});

test('refused with every reason', async () => {
  expect(await why(lead, 'saveView', { name: 'te LAAT', path: '//elders.example' })).toEqual([
    'VIEW_PATH_INVALID',
    'VIEW_NAME_TAKEN',
  ]);
  expect(await why(lead, 'saveView', { name: 'Peter', path: '/?zoek=999990019' })).toEqual(['BSN_IN_VIEW']);
  await expect(done(lead, 'saveView', { name: '', path: LATE })).rejects.toThrow('REQUIRED');
  await expect(done(lead, 'saveView', { name: 'x'.repeat(61), path: LATE })).rejects.toThrow('TOO_LONG');
});

test('of a deleted view nothing is left, and its name is free', async () => {
  const [, late] = await views(lead);
  expect(await why(lead, 'deleteView', { view: late!.id })).toEqual([]);
  expect((await views(lead)).map(({ name }) => name)).toEqual(['Alles']);
  expect(await why(lead, 'deleteView', { view: late!.id })).toEqual(['NOT_FOUND']);
  const { rows } = await world.db.superuser.query('select name, path from saved_view where id = $1', [late!.id]);
  expect(rows).toEqual([{ name: null, path: null }]);
  expect(await why(lead, 'saveView', { name: 'Te laat', path: LATE })).toEqual([]);
});

test('twenty, and two at once never have one name', async () => {
  const both = await Promise.all([1, 2].map(() => why(colleague, 'saveView', { name: 'Samen', path: LATE })));
  expect(both.flat()).toEqual(['VIEW_NAME_TAKEN']);
  for (let i = (await views(colleague)).length; i < 20; i++)
    await done(colleague, 'saveView', { name: `Beeld ${i}`, path: LATE });
  expect(await why(colleague, 'saveView', { name: 'Nog een', path: LATE })).toEqual(['LIST_FULL']);
});

test('who am I here: the own name and the municipality', async () => {
  const me = async (who: Someone) => (await who.ask<{ me: object }>('{ me { label municipalityName } }')).data.me;
  expect(await me(lead)).toEqual({ label: 'lead (verzonnen)', municipalityName: 'Demodorp GM9931' });
  const member = await world.invite(town, 'member', ['HOUSEHOLD_MEMBER'], { person: newId() });
  expect(await me(member)).toEqual({ label: null, municipalityName: 'Demodorp GM9931' });
});

test('whom to ask: professionals in a role that can do it, and no role is told', async () => {
  const suited = async (task: string | null) =>
    (
      await lead.ask<{ professionals: { label: string }[] }>(
        'query ($task: ProfessionalTask) { professionals(suitedTo: $task) { label } }',
        { task },
      )
    ).data.professionals.map(({ label }) => label.replace(' (verzonnen)', ''));
  const agency = await world.agency(town, 'GGZ');
  await world.invite(town, 'liaison', ['AGENCY_LIAISON'], { agency });
  await world.invite(town, 'adviser', ['PERSPECTIVE_ADVISER']);
  await world.invite(town, 'holder', ['MANDATE_HOLDER']);
  await world.invite(town, 'team', ['WIJKTEAM_MEMBER']);
  expect(await suited('ASSESS')).toEqual(['adviser']);
  expect(await suited('HOLD')).toEqual(['colleague', 'lead', 'team']);
  expect(await suited('DECIDE')).toEqual(['colleague', 'holder', 'lead', 'team']);
  expect(await suited(null)).toEqual(expect.arrayContaining(['adviser', 'beheerder', 'liaison']));
});
