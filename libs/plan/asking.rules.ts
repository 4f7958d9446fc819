import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { holdsMandate } from './mandate.rules';
import type { Asker, Perspective } from './plan.facts';

export type AskedFacts = {
  personId: string;
  asWhat: 'ADVISER' | 'DECIDER';
  perspective: Perspective | null;
  untilOn: LocalDate | null;
};

type Asking = { authorId: string; asked: readonly AskedFacts[] };

/** Three perspectives by three persons, none of them the author; one adviser for each at a time. */
export function whyNotAskAdviser(personId: string, perspective: Perspective, { authorId, asked }: Asking): Reason[] {
  const advisers = asked.filter(({ asWhat, untilOn }) => asWhat === 'ADVISER' && untilOn === null);
  return [
    ...(personId === authorId ? [reason('AUTHOR_DOES_NOT_ASSESS')] : []),
    ...(advisers.some((one) => one.perspective === perspective) ? [reason('ASKED_ALREADY', perspective)] : []),
    ...(advisers.some((one) => one.personId === personId && one.perspective !== perspective)
      ? [reason('ONE_PERSPECTIVE_EACH', personId)]
      : []),
  ];
}

/** Whoever holds a mandate on the day of the plan; whether it is large enough is for the decision, since the plan still grows. */
export const whyNotAskDecider = (decider: Asker, { authorId, asked, planOn }: Asking & { planOn: LocalDate }): Reason[] => [
  ...(decider.personId === authorId ? [reason('NOT_OWN_PLAN')] : []),
  ...(holdsMandate(decider, planOn) ? [] : [reason('MANDATE_MISSING', decider.personId)]),
  ...(asked.some((one) => one.asWhat === 'DECIDER' && one.untilOn === null && one.personId === decider.personId)
    ? [reason('ASKED_ALREADY', decider.personId)]
    : []),
];
