import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Holidays } from '@doorbraak/kernel';
import { confidence, day, endsBeforeItBegins, keyText, openDay, type ReferenceList, sentence, words } from './reference.rules';
import { ReferenceStore } from './reference.store';
import { retentionFor } from './retention.rules';
import type { Tx } from './tx';

const holiday = z.strictObject({ key: day, name: words, equated: z.boolean() });

const retentionRule = z.strictObject({
  key: keyText,
  law: keyText,
  documentType: sentence,
  trigger: sentence,
  years: z.int().positive().nullable(),
  months: z.int().positive().nullable(),
  rule: sentence.nullable(),
  validFrom: openDay,
  validTo: openDay,
  source: sentence,
  confidence,
  enabled: z.boolean(),
});

export type Holiday = z.infer<typeof holiday>;
export type RetentionRule = z.infer<typeof retentionRule>;

const yearOf = (row: Holiday): number => Number(row.key.slice(0, 4));

export const HOLIDAYS: ReferenceList<Holiday> = {
  name: 'holiday',
  file: 'libs/platform/data/holidays.json',
  schema: holiday,
  key: ['key'],
  // A year in which a day was forgotten would let a clock run out a day early: every year holds the same days by name.
  check(rows) {
    const years = [...new Set(rows.map(yearOf))].sort((a, b) => a - b);
    const namesIn = (year: number) => new Set(rows.filter((row) => yearOf(row) === year).map((row) => row.name.en));
    const all = new Set(rows.map((row) => row.name.en));
    return years.flatMap((year, i) => [
      ...[...all]
        .filter((name) => !namesIn(year).has(name))
        .map((name) => ({ row: `${year}`, field: 'name', message: `${name} is missing` })),
      ...(i > 0 && year !== years[i - 1]! + 1 ? [{ row: `${year}`, field: 'key', message: 'the year before is missing' }] : []),
    ]);
  },
};

export const RETENTION_RULES: ReferenceList<RetentionRule> = {
  name: 'retentionRule',
  file: 'libs/platform/data/retention-rules.json',
  schema: retentionRule,
  key: ['key'],
  refs: { law: 'law' },
  check: (rows) =>
    rows.flatMap((row) => [
      ...(row.years === null && row.rule === null
        ? [{ row: row.key, field: 'years', message: 'neither a number of years nor a rule' }]
        : []),
      ...(endsBeforeItBegins(row) ? [{ row: row.key, field: 'validTo', message: 'ends before it begins' }] : []),
    ]),
};

export const PLATFORM_LISTS = [HOLIDAYS, RETENTION_RULES];

/** Reference data that every room may need and none owns. */
@Injectable()
export class PlatformReference {
  readonly holidays: Holidays;
  readonly holidayRows: readonly Holiday[];
  readonly retentionRules: ReadonlyMap<string, RetentionRule>;

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.holidayRows = store.current(HOLIDAYS);
    this.retentionRules = store.byKey(RETENTION_RULES);
    const years = this.holidayRows.map(yearOf);
    this.holidays = {
      days: new Set(this.holidayRows.map((row) => row.key)),
      firstYear: Math.min(...years),
      lastYear: Math.max(...years),
    };
  }

  /** What every new row says: when and by whom it was recorded, and how long it is kept. */
  recorded(tx: Tx, law: string | null = null) {
    return { recordedOn: tx.today, recordedBy: tx.person, ...retentionFor(this.retentionRules.values(), law, tx.today) };
  }
}
