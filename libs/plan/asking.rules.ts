import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { holdsMandate, notOwnPlan } from './mandate.rules';
import type { Asker, Perspective } from './plan.facts';

/** Somebody whom the lead named on a plan; `untilOn` is the first day no more. */
export type AskedFacts = {
  personId: string;
  asWhat: 'ADVISER' | 'DECIDER';
  perspective: Perspective | null;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
};

type Asking = { writerIds: readonly string[]; asked: readonly Omit<AskedFacts, 'fromOn'>[] };

/** Three perspectives by three persons, who wrote nothing of the plan; one adviser for each at a time. */
export function whyNotAskAdviser(personId: string, perspective: Perspective, { writerIds, asked }: Asking): Reason[] {
  const advisers = asked.filter(({ asWhat, untilOn }) => asWhat === 'ADVISER' && untilOn === null);
  return [
    ...(writerIds.includes(personId) ? [reason('AUTHOR_DOES_NOT_ASSESS')] : []),
    ...(advisers.some((one) => one.perspective === perspective) ? [reason('ASKED_ALREADY', perspective)] : []),
    ...(advisers.some((one) => one.personId === personId && one.perspective !== perspective)
      ? [reason('ONE_PERSPECTIVE_EACH', personId)]
      : []),
  ];
}

/** Whoever holds a mandate on the day of the plan; whether it is large enough is for the decision, since the plan still grows. */
export const whyNotAskDecider = (decider: Asker, { writerIds, asked, planOn }: Asking & { planOn: LocalDate }): Reason[] => [
  ...notOwnPlan({ writerIds }, decider),
  ...(holdsMandate(decider, planOn) ? [] : [reason('MANDATE_MISSING', decider.personId)]),
  ...(asked.some((one) => one.asWhat === 'DECIDER' && one.untilOn === null && one.personId === decider.personId)
    ? [reason('ASKED_ALREADY', decider.personId)]
    : []),
];

/** What is asked of somebody: one perspective of an adviser, the decision (null) of a decider. */
export type AskedFor = Perspective | null;

/**
 * The policy knows that somebody is asked on some plan of this household. For what, on this plan and still today, is judged here: an
 * adviser does not decide, and a decider does not assess.
 */
export const notAsked = (asked: readonly AskedFacts[], personId: string, what: AskedFor, day: LocalDate): Reason[] =>
  asked.some(
    (one) =>
      one.personId === personId &&
      one.asWhat === (what === null ? 'DECIDER' : 'ADVISER') &&
      one.perspective === what &&
      one.fromOn <= day &&
      (one.untilOn === null || one.untilOn > day),
  )
    ? []
    : [reason('NOT_ASKED', what ?? undefined)];
