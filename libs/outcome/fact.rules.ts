import { type CostedLine, perPayer } from '@doorbraak/cost';
import { type LocalDate, monthsAfter, type Reason, reason } from '@doorbraak/kernel';
import { isPriced, type PeriodKind, realisedMissing } from './outcome.rules';

/**
 * What one household contributes to reports when its window is complete (design, section 4). It holds no name, no id and no day: the finest
 * moment is a half-year. Amounts are whole cents as text. As now is a model, so it is not in here; what is not known is null.
 */
export type FactContent = {
  shape: 1;
  costKnown: { before: boolean; after: boolean };
  payers: { payer: string; beforeCents: string | null; afterCents: string | null; measuresCents: string }[];
  unpriced: { before: number; after: number };
  scores: { domain: string; before: number | null; after: number | null }[];
  contactsPerMonth: { before: string | null; after: string | null };
  agencies: { before: number; after: number };
  hours: { known: string; reviewsWithout: number };
  commitments: { kept: number; late: number; broken: number; all: number };
  obstacles: Obstacle[];
  experience: { answers: number; voice: string | null; respect: string | null; treatment: string | null };
};

type Obstacle = { provision: string; kind: string };

export type FactSource = {
  periods: readonly {
    kind: PeriodKind;
    known: boolean;
    costLines: readonly CostedLine[];
    unpriced: readonly unknown[];
  }[];
  /** Of measures that were not given up before they began. */
  measureLines: readonly CostedLine[];
  reviews: readonly {
    months: number;
    contactsPerMonth: string | null;
    hours: string | null;
    scores: readonly { domain: string; score: number }[];
  }[];
  agencies: { before: number; after: number };
  commitments: readonly { keptOn: LocalDate | null; brokenOn: LocalDate | null; wasLate: boolean }[];
  bottlenecks: readonly Obstacle[];
  experience: FactContent['experience'];
};

export function factOf(from: FactSource): FactContent {
  const period = (kind: PeriodKind) => from.periods.find((one) => one.kind === kind);
  const [before, after] = [period('BEFORE'), period('AFTER')];
  const byMonths = [...from.reviews].sort((a, b) => a.months - b.months);
  const first = byMonths.find(({ months }) => months === 0);
  const last = byMonths.at(-1);
  const amounts = (one: typeof before) =>
    one && isPriced(one) ? new Map(perPayer(one.costLines).map((p) => [p.payer, p.cents])) : null;
  const [was, became] = [amounts(before), amounts(after)];
  const measures = new Map(perPayer(from.measureLines).map((p) => [p.payer, p.cents]));
  const payers = [...new Set([...(was?.keys() ?? []), ...(became?.keys() ?? []), ...measures.keys()])].sort();
  const domains = [...new Set([first, last].flatMap((review) => review?.scores.map(({ domain }) => domain) ?? []))].sort();
  const scoreAt = (review: typeof first, domain: string) => review?.scores.find((one) => one.domain === domain)?.score ?? null;
  // what the first review counts was spent before the plan
  const hours = from.reviews.filter(({ months }) => months > 0).map((review) => review.hours);
  return {
    shape: 1,
    costKnown: { before: was !== null, after: became !== null },
    payers: payers.map((payer) => ({
      payer,
      beforeCents: was && `${was.get(payer) ?? 0n}`,
      afterCents: became && `${became.get(payer) ?? 0n}`,
      measuresCents: `${measures.get(payer) ?? 0n}`,
    })),
    unpriced: { before: before?.unpriced.length ?? 0, after: after?.unpriced.length ?? 0 },
    scores: domains.map((domain) => ({ domain, before: scoreAt(first, domain), after: scoreAt(last, domain) })),
    contactsPerMonth: { before: first?.contactsPerMonth ?? null, after: last?.contactsPerMonth ?? null },
    agencies: from.agencies,
    hours: {
      known: addDecimals(hours.filter((one) => one !== null)),
      reviewsWithout: hours.filter((one) => one === null).length,
    },
    commitments: {
      kept: from.commitments.filter(({ keptOn }) => keptOn !== null).length,
      late: from.commitments.filter(({ wasLate }) => wasLate).length,
      broken: from.commitments.filter(({ brokenOn }) => brokenOn !== null).length,
      all: from.commitments.length,
    },
    obstacles: from.bottlenecks.map(({ provision, kind }) => ({ provision, kind })).sort(byProvision),
    experience: from.experience,
  };
}

/** The order in which they were entered tells nothing. */
const byProvision = (a: Obstacle, b: Obstacle) => (`${a.provision} ${a.kind}` < `${b.provision} ${b.kind}` ? -1 : 1);

/** The day on which its window was complete: twelve months on, or when it was looked back upon later. A review may be held some days early. */
export function completeOn(decidedOn: LocalDate, heldOn: LocalDate): LocalDate {
  const yearOn = monthsAfter(decidedOn, 12);
  return heldOn > yearOn ? heldOn : yearOn;
}

/** 2026-10-27 lies in 2026H2: the finest moment that a fact may tell. */
export const halfYearOf = (day: LocalDate): string => `${day.slice(0, 4)}H${day.slice(5, 7) < '07' ? 1 : 2}`;

/** Exact, without a floating point number between. */
function addDecimals(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map((one) => one.split('.')[1]?.length ?? 0));
  const total = decimals.reduce((sum, one) => {
    const [whole, fraction = ''] = one.split('.');
    return sum + BigInt(`${whole}${fraction.padEnd(places, '0')}`);
  }, 0n);
  const text = `${total}`.padStart(places + 1, '0');
  return places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
}

type StatisticsFacts = { kind: 'OBJECTION' | 'ERASURE' | 'ADJUSTMENT' };

/** A household may object at any time, also before there is a figure; once is enough. */
export const whyNotObject = (acts: readonly StatisticsFacts[]): Reason[] =>
  acts.some(({ kind }) => kind === 'OBJECTION') ? [reason('OBJECTED_ALREADY')] : [];

/** What was never handed over cannot be erased, and is not erased twice. */
export const whyNotErase = (acts: readonly StatisticsFacts[], reported: boolean): Reason[] => [
  ...(reported ? [] : [reason('NOTHING_REPORTED')]),
  ...(acts.some(({ kind }) => kind === 'ERASURE') ? [reason('ERASED_ALREADY')] : []),
];

/** A correction of what was handed over and still stands, as whole as what it corrects. */
export const whyNotAdjust = (
  acts: readonly StatisticsFacts[],
  { reported, periods }: { reported: boolean; periods: Parameters<typeof realisedMissing>[0] },
): Reason[] => [
  ...(reported ? realisedMissing(periods) : [reason('NOTHING_REPORTED')]),
  ...(isInStatistics(acts) ? [] : [reason('NOT_IN_STATISTICS')]),
];

/** Whether closing hands a fact over: not against an objection, and not of a household that asked to be erased. */
export const isInStatistics = (acts: readonly StatisticsFacts[]): boolean => acts.every(({ kind }) => kind === 'ADJUSTMENT');
