import { folded, newId } from '@doorbraak/kernel';
import { FOLDED } from '@doorbraak/platform';
import { act } from '../../test/household';
import { ASKED_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

type Hit = {
  kind: string;
  household: { id: string; code: string; memberNames: string[] | null; relation: string; isClosed: boolean } | null;
  reference: { key: string; title: string; summary: { nl: string } | null } | null;
};
const asked = (who: Someone, words: string, first = 20) =>
  who.ask<{ search: Hit[] } | null>(
    `query ($words: String!, $first: Int!) { search(words: $words, first: $first) {
       kind household { id code memberNames relation isClosed } reference { key title summary { nl } } } }`,
    { words, first },
  );
const found = async (who: Someone, words: string, first = 20) => {
  const { data, errors } = await asked(who, words, first);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.search;
};
const names = async (who: Someone, words: string, first = 20) =>
  (await found(who, words, first)).map(({ kind, household, reference }) => `${kind} ${household?.code ?? reference?.title}`);

test('a household by its code, a name or an agency, with the agency itself', async () => {
  const { lead } = here.people;
  const household = { id: here.household, code: 'P-1', memberNames: ['Peter (verzonnen)'], relation: 'LEAD', isClosed: false };
  expect(await found(lead, 'p-1 PETER')).toEqual([{ kind: 'HOUSEHOLD', household, reference: null }]);
  expect((await names(lead, 'zorgkantoor')).slice(0, 2)).toEqual(['HOUSEHOLD P-1', 'AGENCY ZORGKANTOOR']);
  await here.world.db.superuser.query(`update household set closed_on = $1, closed_reason = 'klaar' where id = $2`, [
    ASKED_DAY,
    here.household,
  ]);
  expect((await found(lead, 'peter'))[0]!.household).toMatchObject({ code: 'P-1', isClosed: true });
  await here.world.db.superuser.query('update household set closed_on = null, closed_reason = null');
});

test('laws by title, provisions by law and article or by what they say', async () => {
  const { lead } = here.people;
  expect((await names(lead, 'maatschappelijke ondersteuning 2015'))[0]).toBe('LAW Wet maatschappelijke ondersteuning 2015');
  const hits = await found(lead, 'wmo2015:2.3.5:3');
  expect(hits.map(({ kind, reference }) => [kind, reference?.key])).toEqual([['PROVISION', 'wmo2015:2.3.5:3']]);
  expect(hits[0]!.reference!.title).toBe('Wmo 2015, art. 2.3.5 lid 3');
  const { nl } = hits[0]!.reference!.summary!;
  expect((await found(lead, nl.split(' ').slice(0, 6).join(' '))).map(({ reference }) => reference?.key)).toContain(
    'wmo2015:2.3.5:3',
  );
});

test('a rule of the municipality itself is found there, and nowhere else', async () => {
  const { lead, elsewhere } = here.people;
  await here.town.admin.ask(
    'mutation ($key: ID!, $input: AddOwnLawInput!) { addOwnLaw(key: $key, input: $input) { __typename } }',
    {
      key: newId(),
      input: {
        lawKey: 'nadere-regels',
        kind: 'BYLAW',
        title: 'Nadere regels Demodorp',
        shortTitle: 'Nadere regels',
        source: 'verzonnen',
      },
    },
  );
  expect(await names(lead, 'nadere demodorp')).toEqual(['LAW Nadere regels Demodorp']);
  expect(await names(elsewhere, 'nadere demodorp')).toEqual([]);
});

test('nothing that the list hides, and no agency of another municipality', async () => {
  const { outsider, elsewhere, lead } = here.people;
  const hidden = newId();
  await act(outsider, 'createHousehold', { code: 'GEHEIM-1' }, hidden);
  await act(outsider, 'addMember', { household: hidden, name: 'Verborgen (verzonnen)', role: 'ADULT', fromOn: '2020-01-01' });
  for (const words of ['GEHEIM-1', 'verborgen', 'geheim'])
    expect([words, (await found(lead, words)).filter(({ kind }) => kind === 'HOUSEHOLD')]).toEqual([words, []]);
  expect(await names(outsider, 'verborgen')).toEqual(['HOUSEHOLD GEHEIM-1']);
  for (const words of ['P-1', 'peter', 'gehandicaptenzorg']) {
    expect([words, (await found(elsewhere, words)).filter(({ kind }) => kind !== 'PROVISION' && kind !== 'LAW')]).toEqual([
      words,
      [],
    ]);
  }
});

test('the names of a household are not found by who does not read them', async () => {
  const { legal } = here.people;
  expect((await found(legal, 'p-1')).map(({ household }) => household?.memberNames)).toEqual([null]);
  expect(await names(legal, 'peter verzonnen')).toEqual([]);
});

test('no wildcards, words that are nothing, and no more than was asked', async () => {
  const { lead } = here.people;
  for (const words of ['%', 'P_1', '\\%', "' or 1=1"])
    expect([words, (await found(lead, words)).filter(({ household }) => household)]).toEqual([words, []]);
  expect(await found(lead, 'wet', 5)).toHaveLength(5);
  expect(new Set((await found(lead, 'wmo', 4)).map(({ kind }) => kind))).toEqual(
    new Set(['HOUSEHOLD', 'AGENCY', 'LAW', 'PROVISION']),
  );
  for (const first of [0, 21]) expect((await asked(lead, 'wet', first)).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
  expect((await asked(lead, '   ')).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
});

test('the database folds words as the api does', async () => {
  for (const text of ['Zoë ÜNAL', 'Zoe\u0308', 'Łódź', 'Çelik-Ö', "d'Hondt", 'ñandú', 'a%_\\b']) {
    const { rows } = await here.world.db.superuser.query<{ text: string }>(`select ${FOLDED('$1::text')} as text`, [text]);
    expect([text, rows[0]!.text]).toEqual([text, folded(text)]);
  }
});

test('for whoever works on households, and nobody else', async () => {
  const { wmo, peter } = here.people;
  const analyst = await here.world.invite(here.town, 'analyst', ['ANALYST']);
  for (const who of [wmo, peter, analyst, here.town.admin])
    expect((await asked(who, 'peter')).errors?.[0]?.extensions['code']).toBe('NOT_ALLOWED');
});
