import { z } from 'zod';
import { csvDay, csvYes, keyText, openDay, parseReference, type ReferenceList, words } from './reference.rules';

type Tree = { key: string; name: { nl: string; en: string }; soil: string | null; friends?: string[] };
type Price = { key: string; cents: bigint; validFrom: string | null; enabled: boolean };

const SOILS: ReferenceList<{ key: string; from: string | null }> = {
  name: 'soil',
  file: 'garden.json',
  schema: z.strictObject({ key: keyText, from: openDay }),
  key: ['key'],
};
const TREES: ReferenceList<Tree> = {
  name: 'tree',
  file: 'garden.json',
  schema: z.strictObject({ key: keyText, name: words, soil: keyText.nullable(), friends: z.array(keyText).optional() }),
  key: ['key'],
  refs: { soil: 'soil', friends: 'tree' },
  check: (rows, rowsOf) =>
    rows.length > rowsOf(SOILS).length + 3 ? [{ row: 'all', field: 'soil', message: 'more trees than soil' }] : [],
};
const PRICES: ReferenceList<Price> = {
  name: 'price',
  file: 'prices.csv',
  schema: z.strictObject({
    key: keyText,
    cents: z.string().regex(/^\d+$/).transform(BigInt),
    validFrom: csvDay,
    enabled: csvYes,
  }),
  key: ['key', 'validFrom'],
  refs: { key: 'tree' },
};
const LISTS = [SOILS, TREES, PRICES];

const oak = { key: 'OAK', name: { nl: 'eik', en: 'oak' }, soil: 'CLAY' };
const garden = { about: 'a garden', soil: [{ key: 'CLAY', from: '2015-01-01' }], tree: [oak] };
const prices = 'key,cents,validFrom,enabled\nOAK,1000,2024-01-01,true\nOAK,1100,2025-01-01,true\nOAK,900,,false\n';

const parse = (json: unknown, csv = prices) =>
  parseReference(
    LISTS,
    new Map([
      ['garden.json', typeof json === 'string' ? json : JSON.stringify(json)],
      ['prices.csv', csv],
    ]),
  );
const faults = (json: unknown, csv?: string) =>
  parse(json, csv).faults.map(({ file, row, field, message }) => [file, row, field, message].join('|'));

describe('reference files', () => {
  test('without a fault give every row as it stands in the file, under its key', () => {
    const { entries, faults: none } = parse(garden);
    expect(none).toEqual([]);
    expect(entries.map(({ list, key }) => `${list} ${key}`)).toEqual([
      'soil CLAY',
      'tree OAK',
      'price OAK@2024-01-01',
      'price OAK@2025-01-01',
      'price OAK@',
    ]);
    expect(entries[1]!.content).toEqual(oak);
    expect(entries[2]!.content).toEqual({ key: 'OAK', cents: '1000', validFrom: '2024-01-01', enabled: 'true' });
  });

  test('with faults give all of them at once, with file, row and field, and no entry at all', () => {
    const bad = {
      ...garden,
      soil: [
        { key: 'CLAY', from: '2015-02-30' },
        { key: 'SAND', from: null },
      ],
      tree: [
        oak,
        oak,
        { ...oak, key: 'ELM', name: { nl: '', en: 'elm' }, soil: 'PEAT', colour: 'red' },
        { ...oak, key: 'ASH', friends: ['OAK', 'FIR'] },
      ],
      bush: [],
    };
    const csv = 'key,cents,validFrom,enabled\nOAK,-5,2024-01-01,maybe\nOAK,1\nPINE,5,2024-13-01,true\n';
    const { entries } = parse(bad, csv);
    expect(entries).toEqual([]);
    expect(faults(bad, csv)).toEqual([
      'garden.json|bush||no list has this name',
      'prices.csv|line 3||2 cells, 4 expected',
      'garden.json|CLAY|from|not a day (YYYY-MM-DD)',
      expect.stringMatching(/^garden.json\|ELM\|name.nl\|/),
      expect.stringMatching(/^garden.json\|ELM\|\|.*colour/),
      expect.stringMatching(/^prices.csv\|OAK@2024-01-01\|cents\|/),
      expect.stringMatching(/^prices.csv\|OAK@2024-01-01\|enabled\|/),
      expect.stringMatching(/^prices.csv\|PINE@2024-13-01\|validFrom\|/),
      'garden.json|OAK|key|this key stands in the list twice',
      'garden.json|ELM|soil|PEAT is not in the list soil',
      'garden.json|ASH|friends|FIR is not in the list tree',
      'prices.csv|PINE@2024-13-01|key|PINE is not in the list tree',
    ]);
  });

  test('a row that is wrong itself still counts for the rows that refer to it', () => {
    expect(faults({ ...garden, soil: [{ key: 'CLAY', from: 'once' }] })).toEqual([
      'garden.json|CLAY|from|not a day (YYYY-MM-DD)',
    ]);
  });

  test('a rule over the whole list, and over another list, is judged too', () => {
    const many = ['A', 'B', 'C', 'D', 'OAK'].map((key) => ({ ...oak, key }));
    expect(faults({ ...garden, tree: many })).toEqual(['garden.json|all|soil|more trees than soil']);
  });

  test.each([
    ['is no JSON', '{ "tree": [', ['garden.json|||not a JSON object']],
    ['is a bare list', [oak], ['garden.json|||not a JSON object']],
    ['lacks a list', { about: 'a garden', soil: [] }, ['garden.json|tree||the list is missing']],
    [
      'holds a row that is no object',
      { ...garden, soil: ['CLAY'], tree: [{ ...oak, soil: null }] },
      ['garden.json|soil 1||a row is an object'],
    ],
  ])('a file that %s', (_, json, expected) => {
    expect(faults(json)).toEqual(expect.arrayContaining(expected));
  });

  test('a file that is not there', () => {
    expect(parseReference(LISTS, new Map([['garden.json', JSON.stringify(garden)]])).faults).toMatchObject([
      { file: 'prices.csv', message: 'the file is missing' },
    ]);
  });
});
