import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { contradictionUnresolved } from './contradiction.rules';
import { fundingNotComplete } from './funding.rules';
import { fewerThanTwoLaws, limitUnanswered, noRoomCited, provisionNotInForce, roleUnexplained } from './ground.rules';
import { mandateExceeded, notOwnPlan } from './mandate.rules';
import { perspectiveMissing, perspectiveNotSufficient, valueNotSufficient } from './perspective.rules';
import {
  type Asker,
  type DecidablePlan,
  isFilled,
  type LawBook,
  type PlanContext,
  REVERSE_TEST_STEPS,
  type ScenarioFacts,
} from './plan.facts';
import { mayProceed, objectionUnanswered, positionUnanswered } from './position.rules';
import { touchedWithoutGround } from './touched.rules';
import { costsMoreThanNow } from './warning.rules';

/**
 * Everything that keeps this person from deciding this plan on this day; empty = it can be decided.
 * The act, the field and the button ask this one function. Each line is a subject with its own judge.
 */
export const whyNotDecide = (plan: DecidablePlan, asker: Asker, context: PlanContext): Reason[] => [
  ...whyNotPrepared(plan, context.laws),
  ...whyNotSettled(plan, context.today),
  ...mandateExceeded(plan, asker),
  ...notOwnPlan(plan, asker),
];

/** What whoever holds the household has still to write, whoever decides. */
export const whyNotPrepared = (plan: DecidablePlan, laws: LawBook): Reason[] => [
  ...whyNotPerspectiveSet(plan),
  ...whyNotCompared(plan),
  ...whyNotJustified(plan, laws),
  ...fundingNotComplete(plan),
];

export type Settling = Pick<DecidablePlan, 'measures' | 'positions' | 'agreements' | 'writerIds' | 'leadId' | 'deputyId'>;

/** What others have still to say, and who answers for it: it changes by acts of people who do not read the plan whole, and by the day. */
export const whyNotSettled = (plan: Settling, today: LocalDate): Reason[] => [
  ...positionUnanswered(plan, { today }),
  ...objectionUnanswered(plan, { today }),
  ...householdNotAgreed(plan),
  ...leadOrDeputyMissing(plan),
];

/** A plan that costs more than going on as now is decided knowingly or not at all. */
export const whyNotUnsigned = (plan: Pick<DecidablePlan, 'scenarios'>, negativeReturnSigned: boolean): Reason[] =>
  costsMoreThanNow(plan) && !negativeReturnSigned ? [reason('RETURN_NOT_SIGNED')] : [];

/** What the household wants comes first, and something small that can start. */
export function whyNotPerspectiveSet({ goals }: Pick<DecidablePlan, 'goals'>): Reason[] {
  const own = goals.filter((goal) => isFilled(goal.words));
  if (!own.length) return [reason('GOAL_MISSING')];
  return own.some((goal) => isFilled(goal.firstStep)) ? [] : [reason('FIRST_STEP_MISSING')];
}

/** A scenario without a line would stand beside the plan as zero euros, which nobody said. */
const saysWhatItCostsNow = ({ kind, costLines, unpriced }: ScenarioFacts): boolean =>
  kind === 'AS_NOW' && costLines.length + unpriced.length > 0;

export const whyNotCompared = ({ scenarios }: Pick<DecidablePlan, 'scenarios'>): Reason[] => [
  ...(scenarios.some(saysWhatItCostsNow) ? [] : [reason('AS_NOW_MISSING')]),
  ...(scenarios.length < 2 ? [reason('FEWER_THAN_TWO_SCENARIOS')] : []),
];

/** May it by every law that it touches, does it help them take hold, does it pay: argued, and seen by three others. */
export const whyNotJustified = (plan: DecidablePlan, laws: LawBook): Reason[] => [
  ...(plan.measures.length ? [] : [reason('MEASURE_MISSING')]),
  ...reverseTestIncomplete(plan),
  ...touchedWithoutGround(plan, laws),
  ...limitUnanswered(plan),
  ...contradictionUnresolved(plan),
  ...fewerThanTwoLaws(plan, laws),
  ...noRoomCited(plan),
  ...provisionNotInForce(plan, laws),
  ...roleUnexplained(plan, laws),
  ...valueNotSufficient(plan),
  ...perspectiveMissing(plan),
  ...perspectiveNotSufficient(plan),
];

const reverseTestIncomplete = ({ reverseTest }: Pick<DecidablePlan, 'reverseTest'>): Reason[] =>
  REVERSE_TEST_STEPS.filter((step) => !reverseTest.some((answered) => answered.step === step && isFilled(answered.answer))).map(
    (step) => reason('REVERSE_TEST_INCOMPLETE', step),
  );

/**
 * Somebody of the household said yes, and nobody who said no was passed over without the mandate holder's own reason. On screen, on
 * paper or aloud: the rule does not care how.
 */
function householdNotAgreed(plan: Pick<DecidablePlan, 'agreements' | 'writerIds'>): Reason[] {
  if (!plan.agreements.length) return [reason('HOUSEHOLD_NOT_AGREED')];
  return plan.agreements
    .filter((said) => said.state === 'DISAGREED' && !mayProceed(said, plan))
    .map((said) => reason('HOUSEHOLD_NOT_AGREED', said.personId));
}

export const leadOrDeputyMissing = ({ leadId, deputyId }: Pick<DecidablePlan, 'leadId' | 'deputyId'>): Reason[] =>
  leadId !== null && deputyId !== null && leadId !== deputyId ? [] : [reason('LEAD_OR_DEPUTY_MISSING')];
