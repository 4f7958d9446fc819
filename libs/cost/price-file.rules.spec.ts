import fc from 'fast-check';
import { realReference } from '../../test/reference';
import { CostReference } from './cost.reference';
import { COLUMNS, type KnownPrices, MOST_BYTES, MOST_OWN, readPriceFile, readPrices, wholeFileWrong } from './price-file.rules';

const reference = new CostReference(realReference());
const known = (own: KnownPrices['own'] = []): KnownPrices => ({
  own,
  payers: new Set(['WMO', 'ZVW', 'PARTICIPATIEWET']),
  national: reference.unitCosts,
  benchmarks: new Set(reference.benchmarks.map(({ key }) => key)),
});

const HEADING = COLUMNS.join(',');
const GOOD: Record<string, string> = {
  key: 'WMO_GUIDANCE_BASIC',
  nl: 'begeleiding basis',
  en: 'guidance basic',
  unit: 'hour',
  amountCents: '6010',
  priceYear: '2025',
  validFrom: '2025-01-01',
  validTo: '',
  payer: 'WMO',
  source: 'contract 2025 (fictional)',
  confidence: 'A',
  vatIncluded: 'n/a',
  enabled: 'true',
};
const line = (over: Record<string, string> = {}) => COLUMNS.map((column) => ({ ...GOOD, ...over })[column]).join(',');
const file = (...rows: Record<string, string>[]) => [HEADING, ...rows.map(line)].join('\n');
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const faults = (text: string, own: KnownPrices['own'] = []) =>
  readPrices(text, known(own)).faults.map(({ line, column, code }) => [line, column, code].filter((x) => x !== null).join(' '));
const onlyPrice = (text: string) => readPrices(text, known()).rows[0]!.price!;

describe('a file that is right', () => {
  test('gives prices in cents, with their days', () => {
    expect(readPriceFile(base64(file({}, { key: 'OWN_COACH', payer: 'ZVW', unit: 'session' })), known())).toMatchObject({
      encoding: 'UTF_8',
      delimiter: 'COMMA',
      faults: [],
      rows: [
        {
          line: 2,
          key: 'WMO_GUIDANCE_BASIC',
          change: 'NEW',
          before: null,
          price: { cents: 6010n, validTo: null, enabled: true },
        },
        { line: 3, key: 'OWN_COACH', change: 'NEW', price: { payer: 'ZVW', vatIncluded: 'NOT_APPLICABLE', priceYear: 2025 } },
      ],
    });
  });

  test.each([
    ['COMMA', ','],
    ['SEMICOLON', ';'],
    ['TAB', '\t'],
  ])('is read with a %s between cells, and says so', (delimiter, sign) => {
    const read = readPrices(file({}).replaceAll(',', sign), known());
    expect(read).toMatchObject({ delimiter, faults: [], rows: [{ change: 'NEW' }] });
  });

  test('may have its columns in another order, cells in quotes, blank lines at the end, and CRLF', () => {
    const turned = [...COLUMNS].reverse();
    const cells = turned.map((column) => `"${GOOD[column]}"`);
    const read = readPrices(`${turned.join(';')}\r\n${cells.join(';')}\r\n;;;;;;;;;;;;\r\n`, known());
    expect(read).toMatchObject({ delimiter: 'SEMICOLON', faults: [], rows: [{ line: 2, price: { cents: 6010n } }] });
  });

  test('says what it would do to what the municipality has', () => {
    const price = onlyPrice(file({}));
    const change = (row: Record<string, string>) => readPrices(file(row), known([price])).rows[0];
    expect(change({})).toMatchObject({ change: 'SAME', before: price });
    expect(change({ amountCents: '6020' })).toMatchObject({ change: 'REPLACES', before: price, price: { cents: 6020n } });
    expect(change({ en: 'other words' })).toMatchObject({ change: 'REPLACES' });
    expect(change({ validFrom: '2026-01-01' })).toMatchObject({ change: 'NEW', before: null });
  });
});

describe('how a file is written', () => {
  const accents = file({ nl: 'één uur begeleiding à la carte' });
  const utf16 = (order: 'le' | 'be') => {
    const bytes = Buffer.from(`\uFEFF${accents}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };

  test.each([
    ['UTF_8', Buffer.from(accents)],
    ['UTF_8', Buffer.from(`\uFEFF${accents}`)],
    ['UTF_16_LE', utf16('le')],
    ['UTF_16_BE', utf16('be')],
    ['WINDOWS_1252', Buffer.from(accents, 'latin1')],
  ])('%s is read and said', (encoding, bytes) => {
    const read = readPriceFile(base64(bytes), known());
    expect(read).toMatchObject({ encoding, faults: [], rows: [{ price: { name: { nl: 'één uur begeleiding à la carte' } } }] });
  });

  test.each([
    ['what is no base64', 'a*b=', 'FILE_UNREADABLE'],
    ['a picture', base64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), 'FILE_UNREADABLE'],
    ['UTF-16 without a mark', base64(Buffer.from(accents, 'utf16le')), 'FILE_UNREADABLE'],
    ['bytes that Windows-1252 does not have', base64(Uint8Array.from([0x41, 0x81, 0x41])), 'FILE_UNREADABLE'],
    ['half a character of UTF-16', base64(Uint8Array.from([0xff, 0xfe, 0x41])), 'FILE_UNREADABLE'],
    ['nothing', base64('\uFEFF \n'), 'FILE_EMPTY'],
    ['too much', base64('x'.repeat(MOST_BYTES + 1)), 'FILE_TOO_LARGE'],
  ])('%s is refused as a whole', (_, content, code) => {
    const read = readPriceFile(content, known());
    expect(read).toEqual({ encoding: null, delimiter: null, rows: [], faults: [{ line: 1, column: null, code }] });
    expect(wholeFileWrong(read)).toEqual(read.faults);
  });
});

describe('a heading that is wrong', () => {
  test.each([
    [`${HEADING},price`, ['1 price HEADER_UNKNOWN']],
    [`${HEADING},key`, ['1 key HEADER_DUPLICATE']],
    [HEADING.replace(',enabled', ''), ['1 enabled COLUMN_MISSING']],
    [HEADING.replace('payer', 'betaler'), ['1 betaler HEADER_UNKNOWN', '1 payer COLUMN_MISSING']],
  ])('%s', (heading, expected) => {
    const text = `${heading}\n${line({ amountCents: '-1' })}`;
    expect(faults(text)).toEqual(expected);
    expect(readPrices(text, known()).rows).toEqual([]);
  });
});

describe('a row that is wrong', () => {
  test.each<[Record<string, string>, string[]]>([
    [{ amountCents: '-1' }, ['2 amountCents AMOUNT_NEGATIVE']],
    [{ amountCents: '0.005' }, ['2 amountCents AMOUNT_PRECISION']],
    [{ amountCents: '55.80' }, ['2 amountCents AMOUNT_PRECISION']],
    [{ amountCents: '"1.234,56"' }, ['2 amountCents AMOUNT_PRECISION']],
    [{ amountCents: '1e309' }, ['2 amountCents AMOUNT_RANGE']],
    [{ amountCents: 'NaN' }, ['2 amountCents AMOUNT_RANGE']],
    [{ amountCents: '0' }, ['2 amountCents AMOUNT_RANGE']],
    [{ amountCents: '1000000000000001' }, ['2 amountCents AMOUNT_RANGE']],
    [{ amountCents: '99999999999999' }, []],
    [{ amountCents: '' }, ['2 amountCents REQUIRED']],
    [{ key: 'guidance' }, ['2 key PRICE_KEY_INVALID']],
    [{ key: 'FACE_VALUE_EUR' }, ['2 key PRICE_FIXED']],
    [{ key: 'BENCH_HOUSEHOLD_YEAR_SEED' }, ['2 key PRICE_FIXED']],
    [{ unit: 'day' }, ['2 unit UNIT_DIFFERS_FROM_PRICE']],
    [{ unit: 'x'.repeat(61) }, ['2 unit TOO_LONG']],
    [{ payer: 'ZVW' }, ['2 payer PAYER_DIFFERS_FROM_PRICE']],
    [{ payer: 'NOBODY' }, ['2 payer PAYER_UNKNOWN']],
    [{ priceYear: '25' }, ['2 priceYear YEAR_INVALID']],
    [{ validFrom: '2025-02-30' }, ['2 validFrom DATE_INVALID']],
    [{ validFrom: '' }, ['2 validFrom REQUIRED']],
    [{ validTo: '31-12-2025' }, ['2 validTo DATE_INVALID']],
    [{ validTo: '2024-12-31' }, ['2 validTo RANGE_INVERTED']],
    [{ confidence: 'E' }, ['2 confidence VALUE_NOT_IN_LIST']],
    [{ confidence: 'D' }, ['2 confidence CONFIDENCE_TOO_LOW']],
    [{ confidence: 'D', enabled: 'false' }, []],
    [{ vatIncluded: 'ja' }, ['2 vatIncluded VALUE_NOT_IN_LIST']],
    [{ enabled: '1' }, ['2 enabled VALUE_NOT_IN_LIST']],
    [{ nl: '=cmd' }, ['2 nl FORMULA_REFUSED']],
    [{ nl: '+31' }, ['2 nl FORMULA_REFUSED']],
    [{ en: '-x' }, ['2 en FORMULA_REFUSED']],
    [{ source: '@list' }, ['2 source FORMULA_REFUSED']],
    [{ source: '\tlist' }, ['2 source FORMULA_REFUSED']],
    [{ source: '"\rlist"' }, ['2 source FORMULA_REFUSED']],
    [{ source: 'a\u202eb' }, ['2 source CHAR_NOT_ALLOWED']],
    [{ source: 'list,more' }, ['2 CELLS_DIFFER']],
    [{ source: 'a"b' }, ['2 CSV_MALFORMED']],
    [{ nl: '', payer: 'NOBODY', enabled: 'yes' }, ['2 nl REQUIRED', '2 enabled VALUE_NOT_IN_LIST', '2 payer PAYER_UNKNOWN']],
  ])('%j', (over, expected) => {
    expect(faults(file(over))).toEqual(expected);
  });

  test('one that stands twice: nobody knows which was meant, so neither is read', () => {
    const read = readPrices(file({}, { amountCents: '1' }, { validFrom: '2026-01-01' }), known());
    expect(read.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 ROW_TWICE', '3 ROW_TWICE']);
    expect(read.rows.map(({ change }) => change)).toEqual(['FAULTY', 'FAULTY', 'NEW']);
  });

  test('an end that lies in a later price of the key, in the file or of before', () => {
    const price = onlyPrice(file({ validTo: '2025-12-31' }));
    const later = { validFrom: '2025-07-01' };
    expect(faults(file({ validTo: '2025-12-31' }, later))).toEqual(['2 validTo PRICE_OVERLAPS', '3 validTo PRICE_OVERLAPS']);
    expect(faults(file({ validTo: '2025-06-30' }, later))).toEqual([]);
    expect(faults(file({}, later))).toEqual([]);
    expect(faults(file(later), [price])).toEqual(['2 validTo PRICE_OVERLAPS']);
    expect(faults(file(later, { validTo: '2025-06-30' }), [price])).toEqual([]);
  });

  test('more prices than a municipality can have', () => {
    const price = onlyPrice(file({}));
    const full = Array.from({ length: MOST_OWN }, (_, i) => ({ ...price, key: `P${i}` }));
    expect(faults(file({}), full)).toEqual(['1 LIST_FULL']);
    expect(faults(file({ key: 'P1' }), full)).toEqual([]);
  });
});

test('one bad row in ten thousand is found, and the others are read', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({ key: `P${i}`, unit: 'day', amountCents: i === 7_000 ? '-1' : '100' }));
  const read = readPrices(file(...rows), { ...known(), national: [] });
  expect(read.faults.filter(({ code }) => code !== 'LIST_FULL')).toEqual([
    { line: 7_002, column: 'amountCents', code: 'AMOUNT_NEGATIVE' },
  ]);
  expect(read.rows.filter(({ change }) => change === 'NEW')).toHaveLength(9_999);
});

test('whatever is in a file, it is answered; and what is read is what was written', () => {
  const anything = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(anything, (bytes) => {
      const { rows, faults } = readPriceFile(base64(bytes), known());
      expect(rows.every(({ price, line }) => price === null || !faults.some((fault) => fault.line === line))).toBe(true);
    }),
  );
  const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /^[A-Za-z0-9 ;,"'é]*[A-Za-z]/.test(text));
  fc.assert(
    fc.property(words, fc.bigInt(1n, 10n ** 15n), (text, cents) => {
      const clean = text.replace(/[^A-Za-z0-9 ;,"'é]/g, '').trim();
      const read = readPrices(file({ source: `"${clean.replaceAll('"', '""')}"`, amountCents: `${cents}` }), known());
      expect(read.rows[0]?.price).toMatchObject({ source: clean, cents });
    }),
  );
});
