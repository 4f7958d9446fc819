import { type Cents, isDecimal, type Reason, reason, sum, times } from '@doorbraak/kernel';
import { type CostedLine, perPayer } from '@doorbraak/cost';
import type { DecidablePlan, FundingShareFacts, MeasureFacts, ScenarioFacts } from './plan.facts';

/** Percentages count in units of a ten-thousandth: four decimals are exact, and enough for a cent in EUR 10,000. */
const UNITS = 10_000n;
const WHOLE = 100n * UNITS;
const PERCENT = /^\d{1,3}(\.\d{1,4})?$/;

const units = (percent: string): bigint => times(UNITS, percent);
const isPercent = (percent: string): boolean => isDecimal(percent) && PERCENT.test(percent);

/** Cents per share that add up exactly: everybody gets the whole cents, the largest remainders get the cents that are left. */
export function splitByPercent(total: Cents, percents: readonly string[]): Cents[] {
  const weights = percents.map(units);
  if (sum(weights) !== WHOLE) throw new RangeError('shares do not add up to 100 percent');
  const cents = weights.map((weight) => (total * weight) / WHOLE);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % WHOLE }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, Number(total - sum(cents)))) cents[index]! += 1n;
  return cents;
}

export type MeasureCost = { lines: readonly CostedLine[]; unpriced: readonly { item: string }[] };

/** The plan proposes its first breakthrough; the others stand beside it to be compared. Ids sort by the moment they were made. */
export const proposedScenario = (scenarios: readonly ScenarioFacts[]): ScenarioFacts | null =>
  scenarios.filter((s) => s.kind === 'BREAKTHROUGH').reduce<ScenarioFacts | null>((a, b) => (a && a.id < b.id ? a : b), null);

/** Null while no breakthrough is worked out: then nobody knows yet what a measure costs. */
export function costOfMeasure(measureId: string, scenarios: readonly ScenarioFacts[]): MeasureCost | null {
  const proposed = proposedScenario(scenarios);
  if (!proposed) return null;
  return {
    lines: proposed.costLines.filter((line) => line.measureId === measureId),
    unpriced: proposed.unpriced.filter((item) => item.measureId === measureId),
  };
}

/** Shares of which nobody named an amount get theirs of what the measure costs, once all of that has a price. */
export function divided<S extends Funding['shares'][number]>(shares: readonly S[], cost: MeasureCost | null): readonly S[] {
  if (!cost?.lines.length || cost.unpriced.length || shares.some(({ cents }) => cents !== null)) return shares;
  const cents = splitByPercent(
    sum(cost.lines.map((line) => line.cents)),
    shares.map(({ percent }) => percent),
  );
  return shares.map((share, index) => ({ ...share, cents: cents[index]! }));
}

type Funding = {
  noExtraMoney: boolean;
  advancedBy: string | null;
  shares: readonly Pick<FundingShareFacts, 'payer' | 'percent' | 'cents'>[];
};

/** What may be written about the money of one measure. Whether it covers the cost is for the decision: prices may still come. */
export function whyNotFund(funding: Funding, cost: MeasureCost | null, payers: ReadonlySet<string>): Reason[] {
  const named = funding.shares.map((share) => share.payer);
  const advancer = funding.advancedBy;
  return [
    ...(funding.noExtraMoney ? moneyAfterAll(funding, cost) : sharesUnfit(funding, cost)),
    ...[...named, ...(advancer === null ? [] : [advancer])]
      .filter((key) => !payers.has(key))
      .map((key) => reason('PAYER_UNKNOWN', key)),
    ...named.filter((key, index) => named.indexOf(key) !== index).map((key) => reason('PAYER_TWICE', key)),
    ...(!funding.noExtraMoney && advancer === null ? [reason('REQUIRED', 'advancedBy')] : []),
  ];
}

export const fundingNotComplete = (plan: DecidablePlan): Reason[] =>
  plan.measures
    .filter((measure) => !isFunded(measure, plan.fundingShares, costOfMeasure(measure.id, plan.scenarios)))
    .map((measure) => reason('FUNDING_NOT_COMPLETE', measure.id));

/** The shares are the payers of the cost lines; if they differed, "who invests and who gains" would be about other people's money. */
export function isFunded(
  measure: Pick<MeasureFacts, 'id' | 'noExtraMoney'>,
  all: readonly FundingShareFacts[],
  cost: MeasureCost | null,
): boolean {
  const shares = all.filter((share) => share.measureId === measure.id);
  if (measure.noExtraMoney) return !shares.length && (cost === null || isFree(cost));
  if (!addUp(shares)) return false;
  if (cost === null) return true;
  const known = shares.filter((share): share is FundingShareFacts & { cents: Cents } => share.cents !== null);
  const mayBeUnknown = cost.unpriced.length > 0;
  const isPriced = cost.lines.length > 0 && known.length === shares.length;
  return (isPriced || mayBeUnknown) && sameAmounts(known, cost.lines);
}

const isFree = (cost: MeasureCost): boolean => !cost.lines.length && !cost.unpriced.length;

const addUp = (shares: Funding['shares']): boolean =>
  shares.every((share) => isPercent(share.percent)) && sum(shares.map((share) => units(share.percent))) === WHOLE;

function sameAmounts(shares: readonly CostedLine[], lines: readonly CostedLine[]): boolean {
  return perPayer([...lines, ...shares.map((share) => ({ ...share, cents: -share.cents }))]).every((payer) => payer.cents === 0n);
}

const moneyAfterAll = (funding: Funding, cost: MeasureCost | null): Reason[] => [
  ...(funding.shares.length ? [reason('NO_EXTRA_MONEY_AND_SHARES')] : []),
  ...(cost && !isFree(cost) ? [reason('NO_EXTRA_MONEY_BUT_COST')] : []),
];

function sharesUnfit(funding: Funding, cost: MeasureCost | null): Reason[] {
  const wrong = funding.shares.filter((share) => !isPercent(share.percent));
  if (wrong.length) return wrong.map((share) => reason('DECIMAL_INVALID', share.payer));
  const above = funding.shares.filter((share) => units(share.percent) > WHOLE);
  if (above.length) return above.map((share) => reason('PERCENT_RANGE', share.payer));
  return [
    ...(addUp(funding.shares) ? [] : [reason('SHARES_NOT_100')]),
    ...(cost ? offByACent(funding, sum(cost.lines.map((line) => line.cents))) : []),
  ];
}

/** A percentage and an amount that tell different stories; less than a cent apart is rounding. */
const offByACent = (funding: Funding, total: Cents): Reason[] =>
  funding.shares
    .filter(({ percent, cents }) => cents !== null && distance(total * units(percent), cents * WHOLE) >= WHOLE)
    .map((share) => reason('SHARE_DIFFERS_FROM_PERCENT', share.payer));

const distance = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b);
