import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { LocalDate, Words } from '@doorbraak/kernel';
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

const cents = z
  .string()
  .regex(/^[1-9]\d*$/, 'not an amount in whole cents above zero')
  .transform(BigInt);
const VAT = { yes: 'INCLUDED', no: 'EXCLUDED', unknown: 'UNKNOWN', 'n/a': 'NOT_APPLICABLE' } as const;
const year = z
  .string()
  .regex(/^\d{4}$/, 'not a year')
  .transform(Number);
const named = <Row extends { nl: string; en: string }>({ nl, en, ...row }: Row): Omit<Row, 'nl' | 'en'> & { name: Words } => ({
  ...row,
  name: { nl, en },
});

const unitCost = z
  .strictObject({
    key: keyText,
    nl: sentence,
    en: sentence,
    unit: sentence,
    amountCents: cents,
    priceYear: z.union([z.literal('').transform(() => null), year]),
    validFrom: csvDay,
    validTo: csvDay,
    /** Null: the line names its own payer, because the amount stands on a document (face value). */
    payer: z.union([z.literal('').transform(() => null), keyText]),
    source: sentence,
    confidence,
    vatIncluded: z.enum(['yes', 'no', 'unknown', 'n/a']).transform((word) => VAT[word]),
    enabled: csvYes,
  })
  .transform(named);

const benchmark = z
  .strictObject({
    key: keyText,
    nl: sentence,
    en: sentence,
    unit: sentence,
    amountCents: cents,
    priceYear: year,
    /** In words: often several payers together, or none. */
    payer: sentence,
    source: sentence,
    confidence,
  })
  .transform(named);

const unpriced = z.strictObject({ key: keyText, name: words, unit: sentence, payer: keyText });

/** One price from one day on, in the money of its own year. */
export type UnitCost = z.infer<typeof unitCost>;
/** A figure for orientation: of mixed payers, a total, or another unit. Of a type of its own, so that no cost line can cite it. */
export type Benchmark = z.infer<typeof benchmark>;
/** What a case lists without a price: not known, never zero. */
export type Unpriced = z.infer<typeof unpriced>;

const unusable = (row: UnitCost): string | false =>
  ((row.confidence === 'D' || row.confidence === 'M') && 'an estimate or a figure from memory may not be enabled') ||
  ((row.priceYear === null || row.validFrom === null) && 'enabled without a price year or a begin');

export const UNIT_COSTS: ReferenceList<UnitCost> = {
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

export const COST_LISTS = [UNIT_COSTS, BENCHMARKS, UNPRICED];

/** The price that holds on a day: of the enabled rows that have begun the newest one, unless it has ended. */
export function priceOn(rows: readonly UnitCost[], key: string, on: LocalDate): UnitCost | undefined {
  const begun = rows.filter((row) => row.key === key && row.enabled && row.validFrom !== null && row.validFrom <= on);
  const newest = begun.reduce<UnitCost | undefined>(
    (best, row) => (best && best.validFrom! >= row.validFrom! ? best : row),
    undefined,
  );
  return newest && (newest.validTo === null || on <= newest.validTo) ? newest : undefined;
}

@Injectable()
export class CostReference {
  readonly unitCosts: readonly UnitCost[];
  readonly benchmarks: readonly Benchmark[];
  readonly unpricedItems: ReadonlyMap<string, Unpriced>;

  constructor(store: ReferenceStore) {
    this.unitCosts = store.current(UNIT_COSTS);
    this.benchmarks = store.current(BENCHMARKS);
    this.unpricedItems = store.byKey(UNPRICED);
  }

  unitCost(key: string, on: LocalDate): UnitCost | undefined {
    return priceOn(this.unitCosts, key, on);
  }

  unpriced(key: string): Unpriced | undefined {
    return this.unpricedItems.get(key);
  }
}
