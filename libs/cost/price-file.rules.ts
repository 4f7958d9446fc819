import { csvRecords } from '@doorbraak/platform';
import { FORBIDDEN_CHARACTERS, isLocalDate, type LocalDate, type RefusalCode } from '@doorbraak/kernel';
import type { UnitCostRow } from './cost.reference';

export const ENCODINGS = ['UTF_8', 'UTF_16_LE', 'UTF_16_BE', 'WINDOWS_1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DELIMITERS = { COMMA: ',', SEMICOLON: ';', TAB: '\t' } as const;
export type Delimiter = keyof typeof DELIMITERS;

export const COLUMNS = [
  'key',
  'nl',
  'en',
  'unit',
  'amountCents',
  'priceYear',
  'validFrom',
  'validTo',
  'payer',
  'source',
  'confidence',
  'vatIncluded',
  'enabled',
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;

/** A price of a municipality: what the price list of the product has, and everything of it is known. */
export type OwnPrice = UnitCostRow & { priceYear: number; validFrom: LocalDate; payer: string };

/** `column` is the word in the heading; null = the whole line. */
export type PriceFault = { line: number; column: string | null; code: RefusalCode };

export type FileRow = { line: number; key: string; price: OwnPrice | null };

/** What one row would do to what the municipality has: `before` and `after` are null where there is nothing to show. */
export type PriceChange = FileRow & { change: 'NEW' | 'REPLACES' | 'SAME' | 'FAULTY'; before: OwnPrice | null };

export type PriceFile = { encoding: Encoding | null; delimiter: Delimiter | null; rows: PriceChange[]; faults: PriceFault[] };

/** What the rows are judged against. */
export type KnownPrices = {
  payers: ReadonlySet<string>;
  national: readonly UnitCostRow[];
  benchmarks: ReadonlySet<string>;
  own: readonly OwnPrice[];
};

/** What fits in a request to the API once it is written as base64. */
export const MOST_BYTES = 180_000;
/** Prices that a municipality has beside each other; they are read whole. */
export const MOST_OWN = 5_000;

/** What no row is to blame for: the file itself, its heading, or where it breaks off. Then none of it is written, whatever was asked. */
export const wholeFileWrong = ({ rows, faults }: Pick<PriceFile, 'rows' | 'faults'>): PriceFault[] => {
  const lines = new Set(rows.map(({ line }) => line));
  return faults.filter(({ line }) => !lines.has(line));
};

/** Reads a file and says what it would do, and everything that is wrong with it, by line and column. */
export function readPriceFile(base64: string, known: KnownPrices): PriceFile {
  const nothing = { encoding: null, delimiter: null, rows: [] };
  const wrong = (code: RefusalCode) => ({ ...nothing, faults: [{ line: 1, column: null, code }] });
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4) return wrong('FILE_UNREADABLE');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MOST_BYTES) return wrong('FILE_TOO_LARGE');
  const read = decode(bytes);
  if (!read) return wrong('FILE_UNREADABLE');
  if (!read.text.trim()) return wrong('FILE_EMPTY');
  return { encoding: read.encoding, ...readPrices(read.text, known) };
}

/** The same for a text, of any length. */
export function readPrices(text: string, known: KnownPrices): Omit<PriceFile, 'encoding'> {
  const delimiter = guess(text);
  const { records, brokenAt } = csvRecords(text, DELIMITERS[delimiter]);
  const broken: PriceFault[] = brokenAt === null ? [] : [{ line: brokenAt, column: null, code: 'CSV_MALFORMED' }];
  const [heading, ...body] = records;
  const names = heading?.cells.map((cell) => cell.trim()) ?? [];
  const misnamed = headingWrong(names);
  // Without its heading nobody knows what a cell means, so the rows are not judged.
  if (misnamed.length || !heading) return { delimiter, rows: [], faults: [...(heading ? misnamed : []), ...broken] };
  const faults: PriceFault[] = [];
  const rows = body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }): FileRow => {
      if (cells.length !== names.length) {
        faults.push({ line, column: null, code: 'CELLS_DIFFER' });
        return { line, key: '', price: null };
      }
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i]!])) as Cells;
      const found = rowWrong(row, known).map((fault) => ({ line, ...fault }));
      faults.push(...found);
      return { line, key: row.key.trim(), price: found.length ? null : priceOf(trimmed(row)) };
    });
  faults.push(...twice(rows), ...overlapping(rows, known.own), ...broken);
  const faulty = new Set(faults.map(({ line }) => line));
  const standing = new Map(known.own.map((price) => [nameOf(price), price]));
  const judged = rows.map((row): PriceChange => {
    if (!row.price || faulty.has(row.line)) return { ...row, price: null, change: 'FAULTY', before: null };
    const before = standing.get(nameOf(row.price)) ?? null;
    return { ...row, before, change: before ? (isSame(before, row.price) ? 'SAME' : 'REPLACES') : 'NEW' };
  });
  const more = judged.filter(({ change }) => change === 'NEW').length;
  if (known.own.length + more > MOST_OWN) faults.push({ line: 1, column: null, code: 'LIST_FULL' });
  return { delimiter, rows: judged, faults: faults.sort((a, b) => a.line - b.line) };
}

/** A byte order mark says it; without one it is UTF-8 or, when that cannot be, what Dutch spreadsheets wrote before it. */
function decode(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  const marked: Encoding | null =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF_16_LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF_16_BE' : null;
  for (const encoding of marked ? [marked] : (['UTF_8', 'WINDOWS_1252'] as const)) {
    const text = textOf(bytes, encoding);
    if (text !== null && !hasControls(text)) return { encoding, text };
  }
  return null;
}

const LABELS: Record<Encoding, string> = {
  UTF_8: 'utf-8',
  UTF_16_LE: 'utf-16le',
  UTF_16_BE: 'utf-16be',
  WINDOWS_1252: 'windows-1252',
};

function textOf(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(LABELS[encoding], { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// A guess of the encoding that gives control characters is a wrong guess, or the file is no text at all.
const hasControls = (text: string): boolean => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text);

/** What divides the words of the heading. */
function guess(text: string): Delimiter {
  const [heading = ''] = text.split('\n', 1);
  const cells = (delimiter: Delimiter) => heading.split(DELIMITERS[delimiter]).length;
  return (['SEMICOLON', 'TAB'] as const).reduce<Delimiter>((best, other) => (cells(other) > cells(best) ? other : best), 'COMMA');
}

function headingWrong(names: string[]): PriceFault[] {
  // A file without a heading begins with somebody's data: what could be a BSN is not said back.
  const fault = (column: string, code: RefusalCode): PriceFault => ({
    line: 1,
    column: /(\d\W*){8}/.test(column) ? null : column.slice(0, 60),
    code,
  });
  const known = new Set<string>(COLUMNS);
  return [
    ...names.filter((name) => !known.has(name)).map((name) => fault(name, 'HEADER_UNKNOWN')),
    ...names.filter((name, i) => known.has(name) && names.indexOf(name) < i).map((name) => fault(name, 'HEADER_DUPLICATE')),
    ...COLUMNS.filter((name) => !names.includes(name)).map((name) => fault(name, 'COLUMN_MISSING')),
  ];
}

type CellFault = { column: Column; code: RefusalCode };

/** Longest text of a cell, in characters. */
const LONGEST: Partial<Record<Column, number>> = { key: 60, nl: 200, en: 200, unit: 60, payer: 60, source: 500 };
const VAT = { yes: 'INCLUDED', no: 'EXCLUDED', unknown: 'UNKNOWN', 'n/a': 'NOT_APPLICABLE' } as const;
const CONFIDENCE = ['A', 'B', 'C', 'D', 'M'] as const;
const LARGEST = 10n ** 15n;

const FORM: { [C in Column]?: (cell: string) => RefusalCode | null } = {
  key: (cell) => (/^[A-Z][A-Z0-9_]*$/.test(cell) ? null : 'PRICE_KEY_INVALID'),
  amountCents: amountWrong,
  priceYear: (cell) => (/^(19|20)\d\d$/.test(cell) ? null : 'YEAR_INVALID'),
  validFrom: (cell) => (isLocalDate(cell) ? null : 'DATE_INVALID'),
  validTo: (cell) => (isLocalDate(cell) ? null : 'DATE_INVALID'),
  confidence: (cell) => ((CONFIDENCE as readonly string[]).includes(cell) ? null : 'VALUE_NOT_IN_LIST'),
  vatIncluded: (cell) => (Object.hasOwn(VAT, cell) ? null : 'VALUE_NOT_IN_LIST'),
  enabled: (cell) => (cell === 'true' || cell === 'false' ? null : 'VALUE_NOT_IN_LIST'),
};

function amountWrong(cell: string): RefusalCode | null {
  if (/^-\d/.test(cell)) return 'AMOUNT_NEGATIVE';
  if (/^\d[\d.,]*[.,]\d+$/.test(cell)) return 'AMOUNT_PRECISION';
  return /^\d{1,16}$/.test(cell) && BigInt(cell) > 0n && BigInt(cell) <= LARGEST ? null : 'AMOUNT_RANGE';
}

/** Only the end of a price may be left open. */
function cellWrong(column: Column, raw: string): RefusalCode | null {
  const cell = raw.trim();
  if (cell === '') return column === 'validTo' ? null : 'REQUIRED';
  if (column === 'amountCents' && /^-\d/.test(cell)) return 'AMOUNT_NEGATIVE';
  if (/^[=+\-@\t\r]/.test(raw) || /^[=+\-@]/.test(cell)) return 'FORMULA_REFUSED';
  if (FORBIDDEN_CHARACTERS.test(cell)) return 'CHAR_NOT_ALLOWED';
  if ([...cell].length > (LONGEST[column] ?? 40)) return 'TOO_LONG';
  return FORM[column]?.(cell) ?? null;
}

function rowWrong(raw: Cells, known: KnownPrices): CellFault[] {
  const faults = COLUMNS.flatMap((column): CellFault[] => {
    const code = cellWrong(column, raw[column]);
    return code ? [{ column, code }] : [];
  });
  const row = trimmed(raw);
  const isFine = (...columns: Column[]) => !faults.some(({ column }) => columns.includes(column));
  const national = known.national.find(({ key }) => key === row.key);
  const fixed = known.benchmarks.has(row.key) || national?.payer === null;
  const found: [boolean, Column, RefusalCode][] = [
    [fixed, 'key', 'PRICE_FIXED'],
    [isFine('payer') && !known.payers.has(row.payer), 'payer', 'PAYER_UNKNOWN'],
    [isFine('validFrom', 'validTo') && row.validTo !== '' && row.validTo < row.validFrom, 'validTo', 'RANGE_INVERTED'],
    [row.enabled === 'true' && ['D', 'M'].includes(row.confidence), 'confidence', 'CONFIDENCE_TOO_LOW'],
    // The same key in another unit, or from another pocket, would change what older lines seem to say.
    [!fixed && isFine('unit') && national !== undefined && national.unit !== row.unit, 'unit', 'UNIT_DIFFERS_FROM_PRICE'],
    [
      !fixed && isFine('payer') && national !== undefined && known.payers.has(row.payer) && national.payer !== row.payer,
      'payer',
      'PAYER_DIFFERS_FROM_PRICE',
    ],
  ];
  return [...faults, ...found.filter(([is]) => is).map(([, column, code]) => ({ column, code }))];
}

const trimmed = (row: Cells): Cells =>
  Object.fromEntries(COLUMNS.map((column) => [column, row[column].trim().normalize('NFC')])) as Cells;

const priceOf = (row: Cells): OwnPrice => ({
  key: row.key,
  name: { nl: row.nl, en: row.en },
  unit: row.unit,
  cents: BigInt(row.amountCents),
  priceYear: Number(row.priceYear),
  validFrom: row.validFrom,
  validTo: row.validTo || null,
  payer: row.payer,
  source: row.source,
  confidence: row.confidence as OwnPrice['confidence'],
  vatIncluded: VAT[row.vatIncluded as keyof typeof VAT],
  enabled: row.enabled === 'true',
});

const nameOf = ({ key, validFrom }: Pick<OwnPrice, 'key' | 'validFrom'>): string => `${key}@${validFrom}`;

/** A price with its first day stands once in a file: of two that differ nobody knows which one was meant. */
function twice(rows: readonly FileRow[]): PriceFault[] {
  const lines = new Map<string, number[]>();
  for (const { line, price } of rows) if (price) lines.set(nameOf(price), [...(lines.get(nameOf(price)) ?? []), line]);
  return [...lines.values()]
    .filter((found) => found.length > 1)
    .flatMap((found) => found.map((line): PriceFault => ({ line, column: 'validFrom', code: 'ROW_TWICE' })));
}

/** An open end lasts until the next price of the key; an end that was written may not lie in it. */
function overlapping(rows: readonly FileRow[], own: readonly OwnPrice[]): PriceFault[] {
  const mine = rows.flatMap(({ line, price }) => (price ? [{ line, price }] : []));
  const replaced = new Set(mine.map(({ price }) => nameOf(price)));
  const all = [...mine, ...own.filter((price) => !replaced.has(nameOf(price))).map((price) => ({ line: null, price }))];
  const byKey = new Map<string, typeof all>();
  for (const one of all) {
    const prices = byKey.get(one.price.key);
    if (prices) prices.push(one);
    else byKey.set(one.price.key, [one]);
  }
  const lines = new Set<number>();
  for (const prices of byKey.values()) {
    prices.sort((a, b) => (a.price.validFrom < b.price.validFrom ? -1 : 1));
    prices.forEach(({ line, price: { validFrom, validTo } }, i) => {
      const next = prices.slice(i + 1).find((other) => other.price.validFrom > validFrom);
      if (validTo === null || !next || next.price.validFrom > validTo) return;
      for (const at of [line, next.line]) if (at !== null) lines.add(at);
    });
  }
  return [...lines].map((line): PriceFault => ({ line, column: 'validTo', code: 'PRICE_OVERLAPS' }));
}

const CONTENT = [
  'unit',
  'cents',
  'priceYear',
  'validTo',
  'payer',
  'source',
  'confidence',
  'vatIncluded',
  'enabled',
] as const satisfies (keyof OwnPrice)[];

const isSame = (a: OwnPrice, b: OwnPrice): boolean =>
  a.name.nl === b.name.nl && a.name.en === b.name.en && CONTENT.every((field) => a[field] === b[field]);
