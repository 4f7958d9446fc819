import type { Cents } from '@doorbraak/kernel';
import { sum } from '@doorbraak/kernel';
import { type CostedLine, perPayer } from '@doorbraak/cost';
import type { FundingShareFacts, MeasureFacts, ScenarioFacts } from './plan.facts';

/** Who pays more than now, who keeps money, and who pays the same: hardly ever the same pocket. Who pays without a price is none of these. */
export type PayerRole = 'INVESTS' | 'GAINS' | 'EVEN' | 'NOT_KNOWN';

/** One payer against all measures; an amount is null where what it costs is not known. */
export type PayerRow = {
  payer: string;
  asNowCents: Cents;
  breakthroughCents: Cents;
  savingCents: Cents;
  role: PayerRole;
  fundedCents: Cents | null;
  advancedCents: Cents | null;
  provisional: boolean;
  measures: { measure: string; cents: Cents }[];
};

type Funded = {
  measures: readonly (Pick<MeasureFacts, 'id'> & { advancedBy: string | null })[];
  shares: readonly FundingShareFacts[];
};

/**
 * Investor against beneficiary. `provisional`: who pays for now, while it is in dispute which law pays; their part of the picture may
 * still move to somebody else.
 */
export function payerRows(
  now: ScenarioFacts,
  proposed: ScenarioFacts,
  { measures, shares }: Funded,
  provisional: ReadonlySet<string>,
): PayerRow[] {
  const before = amounts(now.costLines);
  const after = amounts(proposed.costLines);
  const advancers = measures.flatMap(({ advancedBy }) => advancedBy ?? []);
  const payers = new Set([...before.keys(), ...after.keys(), ...shares.map(({ payer }) => payer), ...advancers, ...provisional]);
  return [...payers].sort().map((payer): PayerRow => {
    const [asNowCents, breakthroughCents] = [before.get(payer) ?? 0n, after.get(payer) ?? 0n];
    const fundedCents = known(shares.filter((share) => share.payer === payer));
    const hasPrice = before.has(payer) || after.has(payer);
    const advances = new Set(measures.filter(({ advancedBy }) => advancedBy === payer).map(({ id }) => id));
    return {
      payer,
      asNowCents,
      breakthroughCents,
      savingCents: asNowCents - breakthroughCents,
      role: !hasPrice && (fundedCents === null || provisional.has(payer)) ? 'NOT_KNOWN' : roleOf(asNowCents, breakthroughCents),
      fundedCents,
      advancedCents: known(shares.filter((share) => share.payer !== payer && advances.has(share.measureId))),
      provisional: provisional.has(payer),
      measures: measures
        .map(({ id }) => ({
          measure: id,
          lines: proposed.costLines.filter((line) => line.measureId === id && line.payer === payer),
        }))
        .filter(({ lines }) => lines.length)
        .map(({ measure, lines }) => ({ measure, cents: sum(lines.map(({ cents }) => cents)) })),
    };
  });
}

const roleOf = (now: Cents, then: Cents): PayerRole => (now < then ? 'INVESTS' : now > then ? 'GAINS' : 'EVEN');

const amounts = (lines: readonly CostedLine[]) => new Map(perPayer(lines).map(({ payer, cents }) => [payer, cents]));

const known = (shares: readonly Pick<FundingShareFacts, 'cents'>[]): Cents | null => {
  const cents = shares.map((share) => share.cents);
  return cents.every((amount) => amount !== null) ? sum(cents) : null;
};
