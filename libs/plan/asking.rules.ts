import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import type { Perspective } from './plan.facts';

/** Somebody whom the lead named on a plan; `untilOn` is the first day no more. */
export type AskedFacts = {
  personId: string;
  asWhat: 'ADVISER' | 'DECIDER';
  perspective: Perspective | null;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
};

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
