import { type Cents, type LocalDate, sum, times, type Words } from '@doorbraak/kernel';
import type { UnitCostRow } from './cost.reference';
import type { CostedLine } from './cost.rules';

/** What somebody who reads the sums would ask. Nothing here blocks: the sums are right, and may still be about the wrong thing. */
export const COST_WARNINGS = {
  TOTAL_ABOVE_BENCHMARK: {
    nl: 'Dit is per jaar meer dan twee keer wat een huishouden met veel problemen kost. Kloppen de aantallen?',
    en: 'This is per year more than twice what a household with many problems costs. Are the quantities right?',
  },
  QUANTITY_IMPLAUSIBLE: {
    nl: 'Dit is meer dan één persoon in deze periode kan gebruiken. Klopt het aantal, of is het voor meer mensen?',
    en: 'This is more than one person can use in this time. Is the quantity right, or is it for several people?',
  },
  PRICE_OLD: {
    nl: 'Deze prijs is vijf jaar oud of ouder en niet geïndexeerd.',
    en: 'This price is five years old or older and was not indexed.',
  },
  CONFIDENCE_LOW: {
    nl: 'Deze prijs komt uit één bron. Zoek een tweede, of neem een prijs van de gemeente zelf.',
    en: 'This price is from a single source. Find a second one, or take a price of the municipality itself.',
  },
  VAT_MIXED: {
    nl: 'Sommige prijzen zijn met btw en andere zonder.',
    en: 'Some prices are with value added tax and others without.',
  },
  BASELINE_MISSING: {
    nl: 'Van doorgaan zoals nu heeft niets een prijs. Dan is er niets om mee te vergelijken.',
    en: 'Nothing of going on as now has a price. Then there is nothing to compare with.',
  },
  SAVING_RESTS_ON_CHANCE: {
    nl: 'Zonder gebeurtenissen die misschien komen is er geen besparing.',
    en: 'Without events that may come there is no saving.',
  },
  UNPRICED_IN_BREAKTHROUGH: {
    nl: 'Het plan heeft posten zonder prijs en doorgaan zoals nu niet. De besparing kan kleiner zijn.',
    en: 'The plan has items without a price and going on as now has none. The saving may be smaller.',
  },
} as const satisfies Record<string, Words>;

export type CostWarningCode = keyof typeof COST_WARNINGS;
/** `about`: the line or the scenario; null = the comparison. */
export type CostWarning = { code: CostWarningCode; about: string | null };

/** A line says itself what its price was like; null = it is older than that was kept. */
export type WeighedLine = CostedLine & {
  id: string;
  unitCost: string;
  quantity: string;
  probability: string | null;
  priceYear: number;
  indexYear: number | null;
  unit: string | null;
  vatIncluded: UnitCostRow['vatIncluded'] | null;
  confidence: UnitCostRow['confidence'] | null;
};

type Side = { id: string; horizonMonths: number; lines: readonly WeighedLine[]; unpriced: readonly unknown[] };

/** What lines are held against. */
export type Yardstick = {
  /** Keys of amounts that stand on a document: those do not age. */
  faceValues: ReadonlySet<string>;
  /** What a household with many problems costs in a year; null = no such figure. */
  householdYear: Cents | null;
  planOn: LocalDate;
};

export function costWarnings(now: Side | null, proposed: Side | null, yardstick: Yardstick): CostWarning[] {
  const sides = [now, proposed].filter((side) => side !== null);
  const lines = sides.flatMap((side) => side.lines.map((line) => ({ line, horizonMonths: side.horizonMonths })));
  const warn = (code: CostWarningCode, about: string | null = null): CostWarning => ({ code, about });
  return [
    ...(now && isAboveBenchmark(now, yardstick) ? [warn('TOTAL_ABOVE_BENCHMARK', now.id)] : []),
    ...lines.flatMap(({ line, horizonMonths }) => [
      ...(isTooMany(line, horizonMonths) ? [warn('QUANTITY_IMPLAUSIBLE', line.id)] : []),
      ...(isOld(line, yardstick) ? [warn('PRICE_OLD', line.id)] : []),
      ...(line.confidence === 'C' ? [warn('CONFIDENCE_LOW', line.id)] : []),
    ]),
    ...(isVatMixed(lines.map(({ line }) => line)) ? [warn('VAT_MIXED')] : []),
    ...(proposed ? savingDoubtful(now, proposed).map((code) => warn(code)) : []),
  ];
}

const totalOf = (lines: readonly CostedLine[]): Cents => sum(lines.map(({ cents }) => cents));

const isAboveBenchmark = ({ lines, horizonMonths }: Side, { householdYear }: Yardstick): boolean =>
  householdYear !== null && totalOf(lines) * 12n > 2n * householdYear * BigInt(horizonMonths);

/** How many of a unit a year holds; what is not in it can be had any number of times. */
const A_YEAR_HOLDS: Readonly<Record<string, bigint>> = {
  hour: 24n * 366n,
  'half-day': 2n * 366n,
  day: 366n,
  '24 h': 366n,
  month: 12n,
  'person-year': 1n,
  'child-year': 1n,
};

function isTooMany({ quantity, unit }: WeighedLine, horizonMonths: number): boolean {
  const most = A_YEAR_HOLDS[unit ?? ''];
  const exact = 1_000_000n;
  return most !== undefined && times(12n * exact, quantity) > most * BigInt(horizonMonths) * exact;
}

const OLD = 5;
const isOld = ({ unitCost, priceYear, indexYear }: WeighedLine, { planOn, faceValues }: Yardstick): boolean =>
  !faceValues.has(unitCost) && Number(planOn.slice(0, 4)) - (indexYear ?? priceYear) >= OLD;

function isVatMixed(lines: readonly WeighedLine[]): boolean {
  const said = new Set(lines.map(({ vatIncluded }) => vatIncluded));
  return said.has('INCLUDED') && said.has('EXCLUDED');
}

// A saving can never be more than what going on as now costs: no line is below zero, so that needs no warning.
function savingDoubtful(now: Side | null, proposed: Side): CostWarningCode[] {
  if (!now?.lines.length) return proposed.lines.length ? ['BASELINE_MISSING'] : [];
  if (now.horizonMonths !== proposed.horizonMonths) return [];
  const saving = (lines: readonly CostedLine[]) => totalOf(lines) - totalOf(proposed.lines);
  if (saving(now.lines) <= 0n) return [];
  const certain = now.lines.filter(({ probability }) => probability === null);
  return [
    ...(certain.length < now.lines.length && saving(certain) <= 0n ? (['SAVING_RESTS_ON_CHANCE'] as const) : []),
    ...(proposed.unpriced.length && !now.unpriced.length ? (['UNPRICED_IN_BREAKTHROUGH'] as const) : []),
  ];
}
