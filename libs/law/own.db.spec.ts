import { newId } from '@doorbraak/kernel';
import { type Someone, type Town, World } from '../../test/world';

let world: World;
let here: Town;
let there: Town;
let lead: Someone;
beforeAll(async () => {
  world = await World.open();
  here = await world.town('GM9911', 'DEMO', '2025-09-01');
  there = await world.town('GM9912', 'DEMO', '2025-09-01');
  lead = await world.invite(here, 'lead', ['LEAD_PROFESSIONAL']);
});
afterAll(() => world.close());

const RULE = `key kind title shortTitle agencyId validFrom validTo source knownFrom version
  provisions { key article lid role summaryNl summaryEn discretionary validFrom validTo source knownFrom version }`;
type Provision = { key: string; role: string; summaryNl: string; version: number; knownFrom: string };
type Rule = { key: string; version: number; validTo: string | null; provisions: Provision[] };
type Done = Rule & { __typename: string; reasons?: { code: string; about: string | null }[]; changes: { act: string }[] };

async function act(who: Someone, name: string, input: object, key = newId()): Promise<Done> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await who.ask<Record<string, Done>>(
    `mutation ($key: ID!, $input: ${type}!) { ${name}(key: $key, input: $input) { __typename ... on OwnLaw { ${RULE} }
       ... on OwnLawRefused { reasons { code about } changes { act version } } } }`,
    { key, input },
  );
  if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
}
const why = async (name: string, input: object) => {
  const { reasons = [] } = await act(here.admin, name, input);
  return reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
};
const rules = async (who: Someone) => (await who.ask<{ ownLaws: Rule[] }>(`{ ownLaws { ${RULE} } }`)).data.ownLaws;

const apv = {
  lawKey: 'apv',
  kind: 'BYLAW',
  title: 'Algemene plaatselijke verordening (verzonnen)',
  shortTitle: 'APV',
  validFrom: '2020-01-01',
  source: 'gemeenteblad (verzonnen)',
};
const article = {
  law: 'own:apv',
  provisionKey: '2:10',
  article: '2:10',
  lid: '1',
  role: 'LIMIT',
  summaryNl: 'Niemand slaapt in een voertuig.',
  discretionary: false,
  source: 'gemeenteblad (verzonnen)',
};
const correction = (provision: string, seen: number, more = {}) => {
  const { law: _law, provisionKey: _key, ...text } = article;
  return { ...text, provision, seen, ...more };
};

test('an administrator writes a rule with its provisions, and everybody of the municipality reads it', async () => {
  const key = newId();
  expect(await act(here.admin, 'addOwnLaw', apv, key)).toMatchObject({ key: 'own:apv', version: 1, provisions: [] });
  expect(await act(here.admin, 'addOwnLaw', apv, key)).toMatchObject({ __typename: 'OwnLaw', key: 'own:apv' });
  expect(await act(here.admin, 'addOwnProvision', article)).toMatchObject({
    key: 'own:apv',
    provisions: [{ key: 'own:apv:2:10', role: 'LIMIT', summaryEn: null, validFrom: null, knownFrom: '2025-09-01', version: 1 }],
  });
  expect((await rules(lead)).map(({ key }) => key)).toEqual(['own:apv']);
});

test('a policy rule can be of an agency that works here', async () => {
  const agency = await world.agency(here, 'SVB');
  const elsewhere = await world.agency(there, 'SVB');
  const rule = { ...apv, lawKey: 'svb', kind: 'POLICY_RULE' };
  expect(await why('addOwnLaw', { ...rule, agency: elsewhere })).toEqual([`AGENCY_UNKNOWN ${elsewhere}`]);
  expect(await act(here.admin, 'addOwnLaw', { ...rule, agency })).toMatchObject({ agencyId: agency });
});

test('what does not fit is refused with all its reasons, and done once it is put right', async () => {
  expect(await why('addOwnLaw', apv)).toEqual(['LAW_EXISTS']);
  expect(await why('addOwnLaw', { ...apv, lawKey: 'oud', validTo: '2019-12-31' })).toEqual(['RANGE_INVERTED validTo']);
  expect(await why('addOwnLaw', { ...apv, lawKey: 'oud', validTo: '2020-12-31' })).toEqual([]);
  expect(await why('addOwnProvision', article)).toEqual(['PROVISION_EXISTS']);
  expect(await why('addOwnProvision', { ...article, law: 'own:none' })).toEqual(['LAW_UNKNOWN own:none']);
  expect(await why('addOwnProvision', { ...article, law: 'wmo2015' })).toEqual(['LAW_UNKNOWN wmo2015']);
  const early = { ...article, provisionKey: '2:11', role: 'ROOM', validFrom: '2019-06-01', validTo: '2019-05-01' };
  expect(await why('addOwnProvision', early)).toEqual([
    'OWN_RULE_GIVES_NO_ROOM own:apv:2:11',
    'RANGE_INVERTED validTo',
    'BEFORE_ITS_LAW validFrom',
  ]);
  expect(await why('addOwnProvision', { ...early, role: 'PROTECTION', validFrom: null, validTo: null })).toEqual([
    'OWN_RULE_GIVES_NO_ROOM own:apv:2:11',
  ]);
  expect(await why('addOwnProvision', { ...early, role: 'PURPOSE', validFrom: null, validTo: null })).toEqual([]);
  expect(await why('correctOwnProvision', correction('own:apv:9', 1))).toEqual(['PROVISION_UNKNOWN own:apv:9']);
  expect(await why('endOwnLaw', { law: 'own:apv', seen: 1, validTo: '2019-12-31' })).toEqual(['RANGE_INVERTED validTo']);
  expect(await why('endOwnLaw', { law: 'own:none', seen: 1, validTo: '2026-12-31' })).toEqual(['LAW_UNKNOWN own:none']);
});

test.each(['APV', 'a b', 'a:b', '', 'x'.repeat(41)])('%p is no key of a rule', async (lawKey) => {
  const { errors } = await here.admin.ask(
    'mutation ($key: ID!, $input: AddOwnLawInput!) { addOwnLaw(key: $key, input: $input) { __typename } }',
    { key: newId(), input: { ...apv, lawKey } },
  );
  expect(errors![0]!.extensions['problems']).toMatchObject([{ path: 'input.lawKey', code: 'KEY_INVALID' }]);
});

test('a text that was corrected says the new one; who comes second with the old version hears what happened', async () => {
  await world.setClock(here, '2025-10-06');
  const done = await act(
    here.admin,
    'correctOwnProvision',
    correction('own:apv:2:10', 1, { summaryNl: 'Slapen mag op de kade.' }),
  );
  expect(done.provisions[0]).toMatchObject({
    key: 'own:apv:2:10',
    summaryNl: 'Slapen mag op de kade.',
    version: 2,
    knownFrom: '2025-10-07',
  });
  expect(await act(here.admin, 'correctOwnProvision', correction('own:apv:2:10', 1))).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE' }],
    changes: [{ act: 'correctOwnProvision' }],
  });
  // A day has one text: a change is known from the next free day on.
  const again = await act(here.admin, 'correctOwnProvision', correction('own:apv:2:10', 2, { summaryNl: 'Slapen mag.' }));
  expect(again.provisions[0]).toMatchObject({ version: 3, knownFrom: '2025-10-08' });
  const { rows } = await world.db.superuser.query(
    `select summary_nl, known_from::text, known_to::text from own_provision where key = 'own:apv:2:10' order by known_from`,
  );
  expect(rows).toEqual([
    { summary_nl: 'Niemand slaapt in een voertuig.', known_from: '2025-09-01', known_to: '2025-10-06' },
    { summary_nl: 'Slapen mag op de kade.', known_from: '2025-10-07', known_to: '2025-10-07' },
    { summary_nl: 'Slapen mag.', known_from: '2025-10-08', known_to: null },
  ]);
});

test('a rule ends, and a wrong end is put right', async () => {
  const end = { law: 'own:apv', seen: 1, validTo: '2025-12-31' };
  expect(await act(here.admin, 'endOwnLaw', end)).toMatchObject({ validTo: '2025-12-31', version: 2 });
  expect(await why('endOwnLaw', end)).toEqual([expect.stringMatching(/^CHANGED_MEANWHILE/)]);
  expect(await act(here.admin, 'endOwnLaw', { ...end, seen: 2, validTo: '2026-12-31' })).toMatchObject({ validTo: '2026-12-31' });
});

test('a rule of which there is too much takes no more', async () => {
  await world.db.superuser.query(
    `insert into own_law (municipality_id, id, key, kind, title, short_title, source, known_from, recorded_by)
     select $1, gen_random_uuid(), 'own:x' || n, 'BYLAW', 'x', 'x', 'x', '2025-09-01', $2 from generate_series(1, 100) n`,
    [there.municipality, there.admin.person],
  );
  expect(await act(there.admin, 'addOwnLaw', apv)).toMatchObject({ reasons: [{ code: 'LIST_FULL' }] });
  await world.db.superuser.query(`update own_law set known_to = '2025-09-01' where key = 'own:x1' and municipality_id = $1`, [
    there.municipality,
  ]);
  expect(await act(there.admin, 'addOwnLaw', apv)).toMatchObject({ key: 'own:apv' });
});

test('another municipality neither reads nor changes it, also under the same key; other roles do not write', async () => {
  const theirs = await rules(there.admin);
  expect(theirs.find(({ key }) => key === 'own:apv')).toMatchObject({ version: 1, provisions: [] });
  expect(await act(there.admin, 'correctOwnProvision', correction('own:apv:2:10', 3))).toMatchObject({
    reasons: [{ code: 'PROVISION_UNKNOWN' }],
  });
  await expect(act(lead, 'addOwnLaw', { ...apv, lawKey: 'b' })).rejects.toThrow('NOT_ALLOWED');
});
