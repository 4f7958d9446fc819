import { newId } from '@doorbraak/kernel';
import { type Someone, type Town, World } from '../../test/world';
import { COLUMNS, MOST_BYTES } from './price-file.rules';

let world: World;
let here: Town;
let there: Town;
let lead: Someone;
beforeAll(async () => {
  world = await World.open();
  here = await world.town('GM9921', 'DEMO', '2025-09-01');
  there = await world.town('GM9922', 'DEMO', '2025-09-01');
  lead = await world.invite(here, 'lead', ['LEAD_PROFESSIONAL']);
});
afterAll(() => world.close());

const GUIDANCE =
  'WMO_GUIDANCE_BASIC,begeleiding basis,guidance basic,hour,6010,2025,2025-01-01,,WMO,contract (fictional),A,n/a,true';
const COACH = 'OWN_COACH,coach,coach,hour,7500,2025,2025-01-01,,PARTICIPATIEWET,contract (fictional),B,yes,true';
const file = (...lines: string[]) => Buffer.from([COLUMNS.join(','), ...lines].join('\n')).toString('base64');

type Answer = {
  __typename: string;
  written?: number;
  prices?: { key: string; cents: string }[];
  faults?: { line: number; column: string; code: string; nl: string }[];
  reasons?: { code: string; about: string }[];
};
async function bringIn(who: Someone, fileBase64: string, whenFaulty = 'ABORT', key = newId()): Promise<Answer> {
  const { data, errors } = await who.ask<{ imported: Answer }>(
    `mutation ($key: ID!, $input: ImportUnitCostsInput!) { imported: importUnitCosts(key: $key, input: $input) { __typename
       ... on UnitCostImport { written prices { key cents } faults { line column code nl } }
       ... on UnitCostsRefused { reasons { code about } } } }`,
    { key, input: { fileBase64, whenFaulty } },
  );
  if (!data?.imported) throw new Error(JSON.stringify(errors));
  return data.imported;
}
const preview = async (fileBase64: string, who = here.admin) =>
  who.ask<{ previewUnitCosts: unknown }>(
    `query ($fileBase64: String!) { previewUnitCosts(fileBase64: $fileBase64) { delimiter encoding ok
       rows { line key change before { cents } after { cents validFrom payer } } faults { line column code } } }`,
    { fileBase64 },
  );
const own = async (who: Someone, on?: string) =>
  (
    await who.ask<{ ownUnitCosts: { key: string; cents: string }[] }>(
      'query ($on: LocalDate) { ownUnitCosts(on: $on) { key cents } }',
      { on },
    )
  ).data.ownUnitCosts;

const TWO = [
  { key: 'OWN_COACH', cents: '7500' },
  { key: 'WMO_GUIDANCE_BASIC', cents: '6010' },
];

test('a file is looked at without being written, then read in once, also when it is sent twice', async () => {
  expect((await preview(file(GUIDANCE, COACH))).data.previewUnitCosts).toEqual({
    ...{ delimiter: 'COMMA', encoding: 'UTF_8', ok: true, faults: [] },
    rows: [
      {
        ...{ line: 2, key: 'WMO_GUIDANCE_BASIC', change: 'NEW', before: null },
        after: { cents: '6010', validFrom: '2025-01-01', payer: 'WMO' },
      },
      {
        ...{ line: 3, key: 'OWN_COACH', change: 'NEW', before: null },
        after: { cents: '7500', validFrom: '2025-01-01', payer: 'PARTICIPATIEWET' },
      },
    ],
  });
  expect(await own(lead)).toEqual([]);
  const key = newId();
  const done = { __typename: 'UnitCostImport', written: 2, prices: TWO, faults: [] };
  expect(await bringIn(here.admin, file(GUIDANCE, COACH), 'ABORT', key)).toEqual(done);
  expect(await bringIn(here.admin, file(GUIDANCE, COACH), 'ABORT', key)).toEqual(done);
  expect(await bringIn(here.admin, file(COACH), 'ABORT', key)).toMatchObject({ reasons: [{ code: 'IDEMPOTENCY_MISMATCH' }] });
  expect(await bringIn(here.admin, file(GUIDANCE, COACH))).toEqual({ ...done, written: 0 });
  expect(await own(lead)).toEqual(TWO);
  expect(await own(lead, '2024-12-31')).toEqual([]);
});

test('with a fault nothing is written and every fault is said; skipping writes the good rows', async () => {
  const bad = COACH.replace('7500', '-1').replace('PARTICIPATIEWET', 'NOBODY');
  const later = GUIDANCE.replace('6010', '6200').replace('2025-01-01', '2026-01-01');
  const mixed = file(bad, later);
  expect(await bringIn(here.admin, mixed)).toEqual({
    __typename: 'UnitCostsRefused',
    reasons: [
      { code: 'AMOUNT_NEGATIVE', about: '2 amountCents' },
      { code: 'PAYER_UNKNOWN', about: '2 payer' },
    ],
  });
  expect(await own(lead)).toEqual(TWO);
  expect(await bringIn(here.admin, mixed, 'SKIP')).toMatchObject({
    written: 1,
    prices: [...TWO, { key: 'WMO_GUIDANCE_BASIC', cents: '6200' }],
    faults: [
      { line: 2, column: 'amountCents', code: 'AMOUNT_NEGATIVE', nl: 'Een bedrag onder nul kan hier niet.' },
      { line: 2, column: 'payer', code: 'PAYER_UNKNOWN' },
    ],
  });
  expect(await own(lead, '2025-06-01')).toEqual(TWO);
  expect(await own(lead, '2026-06-01')).toEqual([TWO[0], { key: 'WMO_GUIDANCE_BASIC', cents: '6200' }]);
});

test('a file that is wrong as a whole is refused, also when faulty rows may be skipped; mended it is read', async () => {
  const heading = Buffer.from(COLUMNS.join(',').replace('payer', 'key') + `\n${COACH}`).toString('base64');
  expect(await bringIn(here.admin, heading, 'SKIP')).toMatchObject({
    reasons: [
      { code: 'HEADER_DUPLICATE', about: '1 key' },
      { code: 'COLUMN_MISSING', about: '1 payer' },
    ],
  });
  expect(await bringIn(here.admin, file(COACH, '"a'), 'SKIP')).toMatchObject({
    reasons: [{ code: 'CSV_MALFORMED', about: '3' }],
  });
  expect(await bringIn(here.admin, file(COACH), 'SKIP')).toMatchObject({ __typename: 'UnitCostImport', written: 0 });
});

test('the same price with the same first day takes the place of the old one, of which is kept until when it was known', async () => {
  const dearer = (cents: string) => file(COACH.replace('7500', cents));
  await world.setClock(here, '2025-10-06');
  expect(await bringIn(here.admin, dearer('7600'))).toMatchObject({ written: 1 });
  expect(await bringIn(here.admin, dearer('7700'))).toMatchObject({ written: 1 });
  expect((await own(lead)).find(({ key }) => key === 'OWN_COACH')).toEqual({ key: 'OWN_COACH', cents: '7700' });
  const { rows } = await world.db.superuser.query(
    `select cents::text, known_from::text, known_to::text from own_unit_cost where key = 'OWN_COACH' order by known_from`,
  );
  expect(rows).toEqual([
    { cents: '7500', known_from: '2025-09-01', known_to: '2025-10-05' },
    { cents: '7600', known_from: '2025-10-06', known_to: '2025-10-06' },
    { cents: '7700', known_from: '2025-10-07', known_to: null },
  ]);
});

test('two who bring the same price at the same moment leave one', async () => {
  const both = await Promise.all([1, 2].map(() => bringIn(here.admin, file(COACH.replace('OWN_COACH', 'OWN_RACE')))));
  const first = both.find(({ written }) => written === 1);
  const second = both.find((one) => one !== first)!;
  expect(first).toBeDefined();
  expect([...(second.reasons ?? []).map(({ code }) => code), second.written]).toEqual(
    second.reasons ? ['CHANGED_MEANWHILE', undefined] : [0],
  );
  expect((await own(lead)).filter(({ key }) => key === 'OWN_RACE')).toHaveLength(1);
});

test('the largest file fits in a request, and one that is larger says so', async () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) => COACH.replace('OWN_COACH', `P${i + 10_000}`.padEnd(9, '_')));
  const most = Math.floor((MOST_BYTES - COLUMNS.join(',').length) / (COACH.length + 1));
  expect(await bringIn(there.admin, file(...lines(most)))).toMatchObject({ written: most });
  const more = lines(most + 1);
  expect((await preview(file(...more), there.admin)).data.previewUnitCosts).toMatchObject({
    faults: [{ line: 1, code: 'FILE_TOO_LARGE' }],
  });
});

test('another municipality has its own; other roles neither look nor write', async () => {
  expect((await own(there.admin)).some(({ key }) => key === 'OWN_COACH')).toBe(false);
  await expect(bringIn(lead, file(COACH))).rejects.toThrow('NOT_ALLOWED');
  const { errors } = await preview(file(COACH), lead);
  expect(errors![0]!.extensions['code']).toBe('NOT_ALLOWED');
});

describe('what is wrong in a file is told over the API, by line and column, and accepted when it is put right', () => {
  const [KEY, NL, UNIT, YEAR, CONFIDENCE] = ['OWN_DESK', 'balie', 'hour', '2025', 'B'];
  const row = ({
    key = KEY,
    nl = NL,
    unit = UNIT,
    year = YEAR,
    confidence = CONFIDENCE,
    from = '2025-01-01',
    vat = 'yes',
    to = '',
  }) => `${key},${nl},desk,${unit},100,${year},${from},${to},WMO,contract (fictional),${confidence},${vat},true`;
  const raw = (text: string) => Buffer.from(text).toString('base64');
  const seen = async (fileBase64: string) =>
    ((await preview(fileBase64)).data.previewUnitCosts as { faults: NonNullable<Answer['faults']> }).faults.map((one) =>
      [one.line, one.column, one.code].filter((part) => part !== null).join(' '),
    );

  test.each([
    [raw('\uFEFF \n'), ['1 FILE_EMPTY']],
    ['a*b=', ['1 FILE_UNREADABLE']],
    [raw(`${COLUMNS.join(',')},price\n${row({})}`), ['1 price HEADER_UNKNOWN']],
    [file(`${row({})},more`), ['2 CELLS_DIFFER']],
    ...['=cmd', '+1', '-1', '@a'].map((nl): [string, string[]] => [file(row({ nl })), ['2 nl FORMULA_REFUSED']]),
    [file(row({ to: '2025-02-30' })), ['2 validTo DATE_INVALID']],
    [file(row({ from: '2025-02-02', to: '2025-02-01' })), ['2 validTo RANGE_INVERTED']],
    [file(row({ nl: 'a\u202Eb' })), ['2 nl CHAR_NOT_ALLOWED']],
    [file(row({ nl: 'a'.repeat(300) })), ['2 nl TOO_LONG']],
    [file(row({ nl: '  ' })), ['2 nl REQUIRED']],
    [file(row({ vat: 'ja' })), ['2 vatIncluded VALUE_NOT_IN_LIST']],
    [file(row({ year: '25' })), ['2 priceYear YEAR_INVALID']],
    [file(row({ key: 'desk' })), ['2 key PRICE_KEY_INVALID']],
    [file(row({ key: 'FACE_VALUE_EUR' })), ['2 key PRICE_FIXED']],
    [file(row({ key: 'WMO_GUIDANCE_BASIC', unit: 'day' })), ['2 unit UNIT_DIFFERS_FROM_PRICE']],
    [file(row({ confidence: 'D' })), ['2 confidence CONFIDENCE_TOO_LOW']],
    [file(row({}), row({})), ['2 validFrom ROW_TWICE', '3 validFrom ROW_TWICE']],
    [file(row({ to: '2026-01-31' }), row({ from: '2026-01-01' })), ['2 validTo PRICE_OVERLAPS', '3 validTo PRICE_OVERLAPS']],
  ])('%#', async (wrong, faults) => {
    expect(await seen(wrong)).toEqual(faults);
    expect(await seen(file(row({})))).toEqual([]);
  });

  test.each<[string, (text: string) => Buffer, object]>([
    ['semicolons', (text) => Buffer.from(text.replaceAll(',', ';')), { delimiter: 'SEMICOLON', encoding: 'UTF_8' }],
    ['tabs', (text) => Buffer.from(text.replaceAll(',', '\t')), { delimiter: 'TAB', encoding: 'UTF_8' }],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), { delimiter: 'COMMA', encoding: 'UTF_16_LE' }],
    ['letters of an old spreadsheet', (text) => Buffer.from(text, 'latin1'), { delimiter: 'COMMA', encoding: 'WINDOWS_1252' }],
  ])('%s are guessed and shown before anything is written', async (_, bytes, guessed) => {
    const text = `${COLUMNS.join(',')}\n${row({ nl: 'caf\u00E9' })}`;
    expect((await preview(bytes(text).toString('base64'))).data.previewUnitCosts).toMatchObject({ ...guessed, ok: true });
  });

  test('a list of people that is no list of prices is refused without a word of it, and nothing of it is kept', async () => {
    const bsn = '999990019';
    const people = [`naam;${bsn};nog iets`, `Jansen;${bsn};x`].join('\n');
    for (const text of [
      people,
      `${COLUMNS.join(';')}\n${bsn};Jansen;Jansen;${bsn};${bsn};${bsn};${bsn};${bsn};${bsn};${bsn};${bsn};${bsn};${bsn}`,
    ]) {
      const answers = [
        await preview(raw(text)),
        await bringIn(here.admin, raw(text)),
        await bringIn(here.admin, raw(text), 'SKIP'),
      ];
      expect(JSON.stringify(answers)).not.toMatch(/INTERNAL/);
      for (const answer of answers) expect(JSON.stringify(answer).replace(/"key":"[^"]*"/g, '')).not.toContain(bsn);
    }
    const { rows } = await world.db.superuser.query(`select key from own_unit_cost where own_unit_cost::text like '%${bsn}%'`);
    expect(rows).toEqual([]);
  });
});
