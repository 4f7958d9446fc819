import type { LocalDate } from '@doorbraak/kernel';
import type { RetentionRule } from './platform.reference';

export type Retention = { retentionRule: string; retainUntil: LocalDate | null };

/** Files of people that the work itself makes. Other triggers (a birth, a majority, a request) belong to documents of other agencies. */
const FROM_END = ['end of help', 'end of benefit'];
const FILE_TRIGGERS = ['receipt or creation', ...FROM_END];
/** Wmo 2015 art. 5.3.4: the longest term that counts from the day of recording, and the law under which a fixteam works. */
const DEFAULT = 'WMO_FILE';

/**
 * Under which rule a record is kept, and until when. Terms that count from the recording get their day at once; a term that starts with the
 * end of help has none until that end is known, and is decided then.
 */
export function retentionFor(
  rules: Iterable<Pick<RetentionRule, 'key' | 'law' | 'trigger' | 'years' | 'validFrom' | 'validTo' | 'enabled'>>,
  law: string | null,
  today: LocalDate,
): Retention {
  const inUse = [...rules].filter(
    (rule) =>
      rule.enabled &&
      FILE_TRIGGERS.includes(rule.trigger) &&
      (rule.validFrom ?? today) <= today &&
      (rule.validTo === null || today <= rule.validTo),
  );
  const rule = inUse.find((one) => one.law === law) ?? inUse.find((one) => one.key === DEFAULT);
  if (!rule) throw new Error(`no retention rule ${DEFAULT} on ${today}`);
  const starts = rule.trigger === 'receipt or creation' && rule.years !== null;
  return { retentionRule: rule.key, retainUntil: starts ? yearsAfter(today, rule.years!) : null };
}

/** Of every rule whose term begins when the help ends: until when it keeps, when that is on this day. */
export const retentionFromEnd = (
  rules: Iterable<Pick<RetentionRule, 'key' | 'trigger' | 'years'>>,
  endOn: LocalDate,
): Record<string, LocalDate> =>
  Object.fromEntries(
    [...rules]
      .filter(({ trigger, years }) => FROM_END.includes(trigger) && years !== null)
      .map(({ key, years }) => [key, yearsAfter(endOn, years!)]),
  );

/** 29 February becomes 1 March: never a day too short, where monthsAfter of the kernel ends a day earlier. */
function yearsAfter(day: LocalDate, years: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}
