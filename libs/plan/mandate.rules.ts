import { type Cents, holds, type LocalDate, type Reason, reason, sum } from '@doorbraak/kernel';
import type { Asker, DecidablePlan, MandateFacts } from './plan.facts';

/** What a decision commits: all shares of all payers. What is not known is not in it; the warnings say so. */
export const amountOf = (plan: Pick<DecidablePlan, 'fundingShares'>): Cents =>
  sum(plan.fundingShares.map((share) => share.cents ?? 0n));

/** A deviating measure without a kind is of a kind that no mandate names. */
export const kindsOf = (plan: Pick<DecidablePlan, 'measures'>): (string | null)[] => [
  ...new Set(plan.measures.filter((measure) => measure.deviates).map((measure) => measure.deviationKind)),
];

/** One mandate has to cover the whole plan: two small ones do not make a large one. */
export const covers = (mandate: MandateFacts, plan: DecidablePlan): boolean =>
  isInForce(mandate, plan.planOn) &&
  kindsOf(plan).every((kind) => kind !== null && mandate.kinds.includes(kind)) &&
  (mandate.maxCents === null || amountOf(plan) <= mandate.maxCents);

export const mandateExceeded = (plan: DecidablePlan, asker: Asker): Reason[] =>
  asker.mandates.some((mandate) => covers(mandate, plan)) ? [] : [reason('MANDATE_EXCEEDED')];

export const notOwnPlan = ({ writerIds }: Pick<DecidablePlan, 'writerIds'>, asker: Pick<Asker, 'personId'>): Reason[] =>
  writerIds.includes(asker.personId) ? [reason('NOT_OWN_PLAN')] : [];

export const holdsMandate = (asker: Asker, day: LocalDate): boolean => asker.mandates.some((mandate) => isInForce(mandate, day));

const isInForce = ({ fromOn, toOn }: MandateFacts, day: LocalDate): boolean => holds({ from: fromOn, to: toOn }, day);
