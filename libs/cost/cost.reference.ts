import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { holds, type LocalDate } from '@doorbraak/kernel';
import {
  confidence,
  csvDay,
  csvYes,
  endsBeforeItBegins,
  keyText,
  type ReferenceList,
  ReferenceStore,
  type RowFault,
  sentence,
  words,
} from '@doorbraak/platform';
import type { PriceSource } from './cost.rules';

/** An empty cell. */
const empty = z.literal('').transform(() => null);
const cents = z
  .string()
  .regex(/^[1-9]\d*$/, 'not an amount in whole cents above zero')
  .transform(BigInt);
const VAT = { yes: 'INCLUDED', no: 'EXCLUDED', unknown: 'UNKNOWN', 'n/a': 'NOT_APPLICABLE' } as const;
const year = z
  .string()
  .regex(/^\d{4}$/, 'not a year')
  .transform(Number);

const unitCost = z
  .strictObject({
    key: keyText,
    nl: sentence,
    en: sentence,
    unit: sentence,
    amountCents: cents,
    priceYear: z.union([empty, year]),
    validFrom: csvDay,
    validTo: csvDay,
    payer: z.union([empty, keyText]),
    source: sentence,
    sourceNl: sentence,
    confidence,
    vatIncluded: z.enum(['yes', 'no', 'unknown', 'n/a']).transform((word) => VAT[word]),
    enabled: csvYes,
  })
  .transform(({ nl, en, amountCents, sourceNl, ...row }) => ({
    ...row,
    name: { nl, en },
    cents: amountCents,
    sourceWords: { nl: sourceNl, en: row.source },
  }));

const benchmark = z
  .strictObject({
    key: keyText,
    nl: sentence,
    en: sentence,
    unit: sentence,
    amountCents: cents,
    priceYear: year,
    payer: sentence,
    source: sentence,
    confidence,
  })
  .transform(({ nl, en, amountCents, payer, ...row }) => ({ ...row, name: { nl, en }, cents: amountCents, payers: payer }));

const priceIndex = z.strictObject({
  year,
  index: z.string().regex(/^[1-9]\d*\.\d$/, 'not an index with one decimal'),
  source: sentence,
  confidence,
});

const unpriced = z.strictObject({ key: keyText, name: words, unit: sentence, payer: keyText });

/** One price from one day on, in the money of its own year; what the rules judge, and what a screen shows with it. */
export type UnitCostRow = Omit<NationalPrice, 'sourceWords'>;
/** A price of the list of the country: its source is told in both languages; that of a municipality's own price stands as it was written. */
export type NationalPrice = z.infer<typeof unitCost>;
/** A figure for orientation: of mixed payers (named in words), a total, or another unit. Of a type of its own, so that no cost line can cite it. */
export type Benchmark = z.infer<typeof benchmark>;
/** How dear everything was in a year, on one scale (1900 = 100): the general consumer price index, not a wage or care index. */
export type PriceIndex = z.infer<typeof priceIndex>;
/** What a case lists without a price: not known, never zero. */
export type Unpriced = z.infer<typeof unpriced>;

const unusable = (row: UnitCostRow): string | false =>
  ((row.confidence === 'D' || row.confidence === 'M') && 'an estimate or a figure from memory may not be enabled') ||
  ((row.priceYear === null || row.validFrom === null) && 'enabled without a price year or a begin');

export const UNIT_COSTS: ReferenceList<NationalPrice> = {
  name: 'unitCost',
  file: 'libs/cost/data/unit-costs.csv',
  schema: unitCost,
  key: ['key', 'validFrom'],
  refs: { payer: 'payer' },
  check: (rows) =>
    rows.flatMap((row): RowFault[] => {
      const name = `${row.key}@${row.validFrom ?? ''}`;
      const reason = row.enabled && unusable(row);
      return [
        ...(reason ? [{ row: name, field: 'enabled', message: reason }] : []),
        ...(endsBeforeItBegins(row) ? [{ row: name, field: 'validTo', message: 'ends before it begins' }] : []),
      ];
    }),
};

export const BENCHMARKS: ReferenceList<Benchmark> = {
  name: 'benchmark',
  file: 'libs/cost/data/benchmarks.csv',
  schema: benchmark,
  key: ['key'],
  check(rows, rowsOf) {
    const priced = new Set(rowsOf(UNIT_COSTS).map((row) => row.key));
    return rows.flatMap((row) => (priced.has(row.key) ? [{ row: row.key, field: 'key', message: 'is a unit cost too' }] : []));
  },
};

export const UNPRICED: ReferenceList<Unpriced> = {
  name: 'unpriced',
  file: 'libs/cost/data/unpriced.json',
  schema: unpriced,
  key: ['key'],
  refs: { payer: 'payer' },
};

export const PRICE_INDEX: ReferenceList<PriceIndex> = {
  name: 'priceIndex',
  file: 'libs/cost/data/price-index.csv',
  schema: priceIndex,
  key: ['year'],
};

export const COST_LISTS = [UNIT_COSTS, BENCHMARKS, UNPRICED, PRICE_INDEX];

/**
 * The row by which a line of that day is judged: of the enabled rows that have begun the newest one. Without such a row any row of the
 * key, so that the rules can say why it may not be used.
 */
export function priceOn(rows: readonly UnitCostRow[], key: string, on: LocalDate): UnitCostRow | null {
  const own = rows.filter((row) => row.key === key);
  const begin = (row: UnitCostRow) => (row.enabled && row.validFrom !== null && row.validFrom <= on ? row.validFrom : '');
  return own.reduce<UnitCostRow | null>((best, row) => (best && begin(best) >= begin(row) ? best : row), null);
}

export const mayBeUsed = ({ enabled, validFrom, validTo }: UnitCostRow, on: LocalDate): boolean =>
  enabled && validFrom !== null && holds({ from: validFrom, to: validTo }, on);

/** The price of the municipality itself takes the place of the national one while it holds. Whatever is found, the rules say if it may be used. */
export function priceHere(
  own: readonly UnitCostRow[],
  national: readonly UnitCostRow[],
  key: string,
  on: LocalDate,
): { source: PriceSource; price: UnitCostRow } | null {
  const ours = priceOn(own, key, on);
  const theirs = priceOn(national, key, on);
  if (ours && (mayBeUsed(ours, on) || !theirs)) return { source: 'OWN', price: ours };
  return theirs && { source: 'NATIONAL', price: theirs };
}

@Injectable()
export class CostReference {
  readonly unitCosts: readonly NationalPrice[];
  readonly benchmarks: readonly Benchmark[];
  readonly unpricedItems: ReadonlyMap<string, Unpriced>;
  readonly priceIndex: readonly PriceIndex[];
  /** The figure of a year, a decimal as text. */
  readonly indexOf: ReadonlyMap<number, string>;

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.unitCosts = store.current(UNIT_COSTS);
    this.benchmarks = store.current(BENCHMARKS);
    this.unpricedItems = store.byKey(UNPRICED);
    this.priceIndex = store.current(PRICE_INDEX);
    this.indexOf = new Map(this.priceIndex.map(({ year, index }) => [year, index]));
  }

  unitCost(key: string, on: LocalDate): UnitCostRow | null {
    return priceOn(this.unitCosts, key, on);
  }

  unpriced(key: string): Unpriced | undefined {
    return this.unpricedItems.get(key);
  }
}
