import { type Cents, holds, isDecimal, type LocalDate, type Reason, reason, sum, times } from '@doorbraak/kernel';

export type ScenarioKind = 'AS_NOW' | 'BREAKTHROUGH';
export type PriceSource = 'NATIONAL' | 'OWN';

/**
 * One dated price. `enabled` false: the figure is from memory or disputed, and may be read but not used. `payer` null: a face
 * value, where the quantity is the amount in euros on a document and the line names the payer that stands on it. `validFrom` null:
 * nobody knows since when, so it holds on no day.
 */
export type UnitCost = {
  key: string;
  cents: Cents;
  payer: string | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  enabled: boolean;
};

/** What a person enters. Quantity and probability are decimals as text, so that no floating point number is ever between. */
export type CostLineEntry = { unitCost: string; quantity: string; probability: string | null; payer: string };

/** What is kept of a line and added up. */
export type CostedLine = { payer: string; cents: Cents };

export type PayerAmount = { payer: string; cents: Cents };

/** Lines with a price and items without one; the second are shown and counted, and never become a number. */
export type Costing<Item> = { horizonMonths: number; lines: readonly CostedLine[]; unpriced: readonly Item[] };

/** `total` null: something is listed and nothing of it has a price, so nobody knows what it comes to; that is not zero. */
export type CostTotals<Item> = { horizonMonths: number; total: Cents | null; byPayer: PayerAmount[]; unpriced: readonly Item[] };

export type Comparison<Item> = {
  asNow: CostTotals<Item>;
  breakthrough: CostTotals<Item>;
  /** Of what has a price. The sums are null when nothing of one side has one: then there is nothing to compare. */
  saving: { total: Cents | null; byPayer: PayerAmount[]; publicMoney: Cents | null };
  /** Who pays more than now, and who keeps money: hardly ever the same pocket. Both as amounts above zero. */
  invests: PayerAmount[];
  gains: PayerAmount[];
};

/** The largest amount that a PostgreSQL bigint holds. */
const LARGEST: Cents = 2n ** 63n - 1n;

export const costOf = (unit: Pick<UnitCost, 'cents'>, line: Pick<CostLineEntry, 'quantity' | 'probability'>): Cents =>
  times(unit.cents, line.quantity, ...(line.probability === null ? [] : [line.probability]));

/** What lines are for: a scenario that may happen, or a period that was. */
export type LineKind = ScenarioKind | 'REALISED';

export function whyNotCostLine(line: CostLineEntry, scenario: LineKind, unit: UnitCost | null, day: LocalDate): Reason[] {
  return [
    ...quantityWrong(line.quantity),
    ...probabilityWrong(line.probability, scenario),
    ...priceUnusable(line, unit, day),
    ...tooLarge(line, unit),
    ...roundsToNothing(line, unit),
  ];
}

/** What has no price is chosen from the list, so that the same gap has the same name in every plan. */
export const whyNotUnpriced = (item: string, known: ReadonlySet<string>): Reason[] =>
  known.has(item) ? [] : [reason('UNPRICED_ITEM_UNKNOWN', item)];

/** What the factor between two years is rounded to: what is kept can be computed again from what is shown. */
const FACTOR_DIGITS = 6;

/** From the money of one year to that of another, a decimal as text; the figures of both years are decimals too. */
export function indexFactor(from: string, to: string): string {
  const scale = 10n ** BigInt(FACTOR_DIGITS);
  const [a, b] = [times(scale, from), times(scale, to)];
  const factor = (2n * b * scale + a) / (2n * a);
  return `${factor / scale}.${String(factor % scale).padStart(FACTOR_DIGITS, '0')}`;
}

/** Prices follow the general index only when somebody asks for it, and an amount on a document never does. */
export function whyNotIndex(
  unit: Pick<UnitCost, 'key' | 'payer'> & { priceYear: number | null },
  indexTo: number | null,
  indexOf: ReadonlyMap<number, string>,
): Reason[] {
  if (indexTo === null) return [];
  if (unit.payer === null) return [reason('INDEX_NOT_FOR_FACE_VALUE', unit.key)];
  return [unit.priceYear, indexTo].flatMap((year) =>
    year !== null && indexOf.has(year) ? [] : [reason('INDEX_UNKNOWN', String(year ?? unit.key))],
  );
}

/** The price of one unit in the money of that year, rounded half up to the cent; without a year as it stands in its list. */
export function indexedPrice(
  unit: Pick<UnitCost, 'cents'> & { priceYear: number | null },
  indexTo: number | null,
  indexOf: ReadonlyMap<number, string>,
): { cents: Cents; factor: string | null } {
  if (indexTo === null) return { cents: unit.cents, factor: null };
  const [from, to] = [indexOf.get(unit.priceYear ?? NaN), indexOf.get(indexTo)];
  if (from === undefined || to === undefined) throw new RangeError('a year without an index figure');
  const factor = indexFactor(from, to);
  return { cents: times(unit.cents, factor), factor };
}

type Price = Pick<UnitCost, 'cents' | 'validFrom'> & {
  unit: string;
  priceYear: number | null;
  vatIncluded: unknown;
  confidence: unknown;
};

/** What is kept of a line beside what somebody entered: the price of the day goes along, so that a later list does not change it. */
export const pricedLine = <P extends Price>(
  { source, price }: { source: PriceSource; price: P },
  indexed: { cents: Cents; factor: string | null },
  entry: Pick<CostLineEntry, 'quantity' | 'probability'>,
  indexTo: number | null,
) => ({
  unit: price.unit,
  priceFrom: price.validFrom,
  vatIncluded: price.vatIncluded as P['vatIncluded'],
  confidence: price.confidence as P['confidence'],
  priceSource: source,
  priceCents: indexed.cents,
  priceYear: price.priceYear,
  indexYear: indexTo,
  indexFactor: indexed.factor,
  cents: costOf(indexed, entry),
});

export function totalsOf<Item>({ horizonMonths, lines, unpriced }: Costing<Item>): CostTotals<Item> {
  const total = lines.length || !unpriced.length ? sum(lines.map((line) => line.cents)) : null;
  return { horizonMonths, total, byPayer: perPayer(lines), unpriced };
}

/** Twelve months against twenty-four is no comparison. */
export const whyNotCompare = (a: { horizonMonths: number }, b: { horizonMonths: number }): Reason[] =>
  a.horizonMonths === b.horizonMonths ? [] : [reason('HORIZON_DIFFERS')];

export function compare<Item>(
  now: Costing<Item>,
  then: Costing<Item>,
  isPublicMoney: (payer: string) => boolean,
): Comparison<Item> {
  if (whyNotCompare(now, then).length) throw new RangeError('scenarios over different horizons cannot be compared');
  const byPayer = perPayer([...now.lines, ...then.lines.map((line) => ({ ...line, cents: -line.cents }))]);
  const [asNow, breakthrough] = [totalsOf(now), totalsOf(then)];
  // Going on as now is never free; a breakthrough without extra money is.
  const isKnown = now.lines.length > 0 && breakthrough.total !== null;
  const saved = (payers: readonly PayerAmount[]) => (isKnown ? sum(payers.map(({ cents }) => cents)) : null);
  return {
    asNow,
    breakthrough,
    saving: {
      total: saved(byPayer),
      byPayer,
      publicMoney: saved(byPayer.filter(({ payer }) => isPublicMoney(payer))),
    },
    invests: byPayer.filter((payer) => payer.cents < 0n).map((payer) => ({ ...payer, cents: -payer.cents })),
    gains: byPayer.filter((payer) => payer.cents > 0n),
  };
}

export function perPayer(lines: readonly CostedLine[]): PayerAmount[] {
  const amounts = new Map<string, Cents>();
  for (const { payer, cents } of lines) amounts.set(payer, (amounts.get(payer) ?? 0n) + cents);
  return [...amounts].map(([payer, cents]) => ({ payer, cents })).sort((a, b) => (a.payer < b.payer ? -1 : 1));
}

const isZero = (decimal: string) => /^[0.]+$/.test(decimal);
const isBelowOne = (decimal: string) => /^0+(\.|$)/.test(decimal);

function quantityWrong(quantity: string): Reason[] {
  if (!isDecimal(quantity)) return [reason('DECIMAL_INVALID', 'quantity')];
  return isZero(quantity) ? [reason('QUANTITY_ZERO', 'quantity')] : [];
}

// A breakthrough is what the plan promises, and what was is certain: a chance of it would make the price look smaller than the bill.
function probabilityWrong(probability: string | null, scenario: LineKind): Reason[] {
  if (probability === null) return [];
  const outside = scenario === 'AS_NOW' ? [] : [reason('PROBABILITY_OUTSIDE_AS_NOW', 'probability')];
  if (!isDecimal(probability)) return [...outside, reason('DECIMAL_INVALID', 'probability')];
  return isZero(probability) || !isBelowOne(probability) ? [...outside, reason('PROBABILITY_RANGE', 'probability')] : outside;
}

function priceUnusable(line: CostLineEntry, unit: UnitCost | null, day: LocalDate): Reason[] {
  if (!unit) return [reason('UNIT_COST_UNKNOWN', line.unitCost)];
  const isValid = unit.validFrom !== null && holds({ from: unit.validFrom, to: unit.validTo }, day);
  const otherPayer = unit.payer !== null && unit.payer !== line.payer;
  return [
    ...(unit.enabled ? [] : [reason('UNIT_COST_DISABLED', unit.key)]),
    ...(isValid ? [] : [reason('UNIT_COST_NOT_VALID', unit.key)]),
    ...(otherPayer ? [reason('PAYER_DIFFERS_FROM_PRICE', line.payer)] : []),
  ];
}

function tooLarge(line: CostLineEntry, unit: UnitCost | null): Reason[] {
  if (!unit || !isDecimal(line.quantity)) return [];
  return times(unit.cents, line.quantity) > LARGEST ? [reason('AMOUNT_RANGE', 'quantity')] : [];
}

/** A line of no cents would make something that has a price look free. */
function roundsToNothing({ quantity, probability }: CostLineEntry, unit: UnitCost | null): Reason[] {
  const isComplete =
    isDecimal(quantity) && !isZero(quantity) && (probability === null || (isDecimal(probability) && !isZero(probability)));
  return unit && isComplete && costOf(unit, { quantity, probability }) === 0n ? [reason('QUANTITY_ZERO', 'quantity')] : [];
}
