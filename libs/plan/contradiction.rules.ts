import { type Reason, reason } from '@doorbraak/kernel';
import { proposePatterns } from '@doorbraak/law';
import {
  type ConflictPattern,
  type ContradictionFacts,
  type DecidablePlan,
  type GroundFacts,
  isFilled,
  type LawBook,
  opens,
} from './plan.facts';
import { touchedLaws } from './touched.rules';

type NewContradiction = Omit<ContradictionFacts, 'id'>;

/** It may be written down before it is resolved; what is resolved is judged by `isResolved`, also by the decision. */
export function whyNotContradiction(
  entry: NewContradiction,
  grounds: readonly GroundFacts[],
  laws: Pick<LawBook, 'patterns'>,
): Reason[] {
  const own = new Map(grounds.filter((ground) => ground.measureId === entry.measureId).map((ground) => [ground.id, ground]));
  return [
    ...[entry.groundA, entry.groundB, ...entry.resolvedVia]
      .filter((id) => !own.has(id))
      .map((id) => reason('GROUND_UNKNOWN', id)),
    ...(entry.groundA === entry.groundB ? [reason('CONTRADICTION_WITH_ITSELF', entry.groundA)] : []),
    ...patternUnfit(entry, own.get(entry.groundA), own.get(entry.groundB), laws),
    ...(entry.resolvedVia.length && !isFilled(entry.reasoning) ? [reason('REQUIRED', 'reasoning')] : []),
  ];
}

/** A reasoning, and at least one ground of the same measure that gives room or protects: procedure alone resolves nothing. */
export const isResolved = (contradiction: ContradictionFacts, grounds: readonly GroundFacts[]): boolean =>
  isFilled(contradiction.reasoning) &&
  grounds.some((g) => g.measureId === contradiction.measureId && contradiction.resolvedVia.includes(g.id) && opens(g));

export const contradictionUnresolved = (plan: DecidablePlan): Reason[] =>
  plan.contradictions.filter((c) => !isResolved(c, plan.grounds)).map((c) => reason('CONTRADICTION_UNRESOLVED', c.id));

export type ProposedContradiction = {
  measureId: string;
  patternKey: string;
  /** Grounds that stand on one side, and the laws through which the measure meets the other. */
  groundIds: string[];
  otherLaws: string[];
  roomVia: readonly string[];
};

/** Known conflicts that a measure seems to run into: one side cited, the law of the other touched or cited. It never blocks. */
export function proposedContradictions(
  plan: DecidablePlan,
  laws: LawBook,
  dismissed: readonly { measureId: string; patternKey: string }[],
): ProposedContradiction[] {
  const isSettled = (measureId: string, patternKey: string) =>
    [...plan.contradictions, ...dismissed].some((x) => x.measureId === measureId && x.patternKey === patternKey);
  return plan.measures.flatMap((measure) => {
    const grounds = plan.grounds.filter((ground) => ground.measureId === measure.id);
    const met = touchedLaws(measure, plan.household, laws).filter((law) => law.struckOut === null);
    const present = new Set([...met.map((law) => law.lawKey), ...grounds.map((ground) => laws.lawOf(ground.provisionKey))]);
    return proposePatterns(
      laws.patterns.filter((pattern) => !isSettled(measure.id, pattern.key)),
      grounds.map((ground) => ground.provisionKey),
      [...present].filter((law) => law !== null),
      laws.lawOf,
    ).map(({ pattern, cited, touched }) => ({
      measureId: measure.id,
      patternKey: pattern.key,
      groundIds: grounds.filter((ground) => cited.includes(ground.provisionKey)).map((ground) => ground.id),
      otherLaws: touched,
      roomVia: pattern.roomVia,
    }));
  });
}

function patternUnfit(
  entry: NewContradiction,
  a: GroundFacts | undefined,
  b: GroundFacts | undefined,
  laws: Pick<LawBook, 'patterns'>,
): Reason[] {
  if (entry.patternKey === null) return [];
  const pattern = laws.patterns.find(({ key }) => key === entry.patternKey);
  if (!pattern) return [reason('PATTERN_UNKNOWN', entry.patternKey)];
  const fits = a && b && (stands(a, b, pattern) || stands(b, a, pattern));
  return [
    ...(fits || !a || !b ? [] : [reason('PATTERN_SIDES_DIFFER', pattern.key)]),
    ...(pattern.type === entry.type ? [] : [reason('PATTERN_TYPE_DIFFERS', pattern.key)]),
  ];
}

const stands = (a: GroundFacts, b: GroundFacts, pattern: ConflictPattern): boolean =>
  pattern.sideA.includes(a.provisionKey) && pattern.sideB.includes(b.provisionKey);
