import { type Reason, reason } from '@doorbraak/kernel';
import {
  type DecidablePlan,
  isFilled,
  type Perspective,
  type PerspectiveFacts,
  PERSPECTIVES,
  VALUES,
  type Verdict,
} from './plan.facts';

const isSufficient = (judged: { verdict: string; argument: string }): boolean =>
  judged.verdict === 'SUFFICIENT' && isFilled(judged.argument);

export const valueNotSufficient = (plan: Pick<DecidablePlan, 'values'>): Reason[] =>
  VALUES.filter((value) => !plan.values.some((judged) => judged.value === value && isSufficient(judged))).map((value) =>
    reason('VALUE_NOT_SUFFICIENT', value),
  );

type Assessed = Pick<DecidablePlan, 'perspectives' | 'writerIds'>;

/** Three eyes: what somebody says of the own text does not count, and neither does a second perspective of one person. */
export function perspectiveMissing({ perspectives, writerIds }: Assessed): Reason[] {
  const seen = new Set(writerIds);
  return PERSPECTIVES.filter((kind) => {
    const own = perspectives.find((assessment) => assessment.kind === kind);
    if (!own || seen.has(own.byPerson)) return true;
    seen.add(own.byPerson);
    return false;
  }).map((kind) => reason('PERSPECTIVE_MISSING', kind));
}

/** Each on its own: no average, no majority. */
export const perspectiveNotSufficient = ({ perspectives }: Pick<DecidablePlan, 'perspectives'>): Reason[] =>
  PERSPECTIVES.filter((kind) => perspectives.some((assessment) => assessment.kind === kind && !isSufficient(assessment))).map(
    (kind) => reason('PERSPECTIVE_NOT_SUFFICIENT', kind),
  );

/** The same rule at the moment of writing, so that nobody finds out at the decision. */
export const whyNotAssess = (kind: Perspective, personId: string, plan: Assessed): Reason[] => [
  ...(plan.writerIds.includes(personId) ? [reason('AUTHOR_DOES_NOT_ASSESS')] : []),
  ...(assessedOther(kind, personId, plan.perspectives) ? [reason('ONE_PERSPECTIVE_EACH')] : []),
];

const assessedOther = (kind: Perspective, personId: string, perspectives: readonly PerspectiveFacts[]): boolean =>
  perspectives.some((assessment) => assessment.byPerson === personId && assessment.kind !== kind);

export type PerspectiveVerdict = { verdict: Verdict; missing: Perspective[]; agree: boolean };

/**
 * Computed from the verdicts alone. While one is missing there is no outcome, whatever the others say (field guide 1, row 21); one that does
 * not suffice is not made good by another.
 */
export function perspectiveVerdict(plan: Assessed): PerspectiveVerdict {
  const missing = perspectiveMissing(plan).map(({ about }) => about as Perspective);
  const verdicts = plan.perspectives.map(({ verdict }) => verdict);
  if (missing.length) return { verdict: 'NOT_YET', missing, agree: false };
  const sufficient = perspectiveNotSufficient(plan).length === 0;
  return {
    verdict: sufficient ? 'SUFFICIENT' : verdicts.includes('INSUFFICIENT') ? 'INSUFFICIENT' : 'NOT_YET',
    missing,
    agree: new Set(verdicts).size === 1,
  };
}
