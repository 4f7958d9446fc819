import { type Reason, reason } from '@doorbraak/kernel';
import { proposePatterns } from '@doorbraak/law';
import { type ContradictionFacts, type DecidablePlan, type GroundFacts, isFilled, type LawBook, opens } from './plan.facts';
import { lawsStanding } from './touched.rules';

type NewContradiction = Omit<ContradictionFacts, 'id'>;
type Patterns = Pick<LawBook, 'patterns'>;

/** It may be written down before it is resolved; what is resolved is judged by `isResolved`, also by the decision. */
export function whyNotContradiction(entry: NewContradiction, grounds: readonly GroundFacts[], laws: Patterns): Reason[] {
  const own = new Map(grounds.filter((ground) => ground.measureId === entry.measureId).map((ground) => [ground.id, ground]));
  return [
    ...[entry.a, entry.b, ...entry.resolvedVia].filter((id) => !own.has(id)).map((id) => reason('GROUND_UNKNOWN', id)),
    ...(entry.a === entry.b ? [reason('CONTRADICTION_WITH_ITSELF', entry.a)] : []),
    ...patternUnfit(entry, own.get(entry.a), own.get(entry.b), laws),
    ...(entry.resolvedVia.length && !isFilled(entry.reasoning) ? [reason('REQUIRED', 'reasoning')] : []),
  ];
}

/** Whoever says that it is resolved names what carries that: here procedure alone is refused at once. */
export const whyNotResolve = (entry: ContradictionFacts, grounds: readonly GroundFacts[], laws: Patterns): Reason[] => [
  ...whyNotContradiction(entry, grounds, laws),
  ...(isResolved(entry, grounds) ? [] : [reason('CONTRADICTION_UNRESOLVED', entry.id)]),
];

/** A reasoning, and at least one ground of the same measure that gives room or protects: procedure alone resolves nothing. */
export const isResolved = (contradiction: ContradictionFacts, grounds: readonly GroundFacts[]): boolean =>
  isFilled(contradiction.reasoning) &&
  grounds.some((g) => g.measureId === contradiction.measureId && contradiction.resolvedVia.includes(g.id) && opens(g));

export const contradictionUnresolved = (plan: DecidablePlan): Reason[] =>
  plan.contradictions.filter((c) => !isResolved(c, plan.grounds)).map((c) => reason('CONTRADICTION_UNRESOLVED', c.id));

export type ProposedContradiction = {
  measureId: string;
  pattern: string;
  /** Grounds that stand on one side, and the laws through which the measure meets the other. */
  groundIds: string[];
  otherLaws: string[];
  roomVia: readonly string[];
};

/** Known conflicts that a measure seems to run into, unless somebody wrote them down or dismissed them. It never blocks. */
export function proposedContradictions(
  plan: DecidablePlan,
  laws: LawBook,
  dismissed: readonly { measureId: string; pattern: string }[],
): ProposedContradiction[] {
  const settled = [...plan.contradictions, ...dismissed];
  const lawOf = (provision: string) => laws.lawOf(provision)?.key;
  return plan.measures.flatMap((measure) => {
    const grounds = plan.grounds.filter((ground) => ground.measureId === measure.id);
    const cited = grounds.map((ground) => ground.provision);
    const met = new Set([...lawsStanding(measure, plan, laws), ...cited.map(lawOf)].filter((law) => law !== undefined));
    return proposePatterns(laws.patterns, cited, [...met], lawOf)
      .filter(({ pattern }) => !settled.some((known) => known.measureId === measure.id && known.pattern === pattern.key))
      .map(({ pattern, cited: side, touched }) => ({
        measureId: measure.id,
        pattern: pattern.key,
        groundIds: grounds.filter((ground) => side.includes(ground.provision)).map((ground) => ground.id),
        otherLaws: touched,
        roomVia: pattern.roomVia,
      }));
  });
}

/** Only what the plan is warned about can be set aside; a contradiction that was written down is not taken back by a line. */
export const whyNotDismiss = (measureId: string, pattern: string, proposed: readonly ProposedContradiction[]): Reason[] =>
  proposed.some((one) => one.measureId === measureId && one.pattern === pattern) ? [] : [reason('PATTERN_NOT_PROPOSED', pattern)];

function patternUnfit(entry: NewContradiction, a: GroundFacts | undefined, b: GroundFacts | undefined, laws: Patterns): Reason[] {
  if (entry.pattern === null) return [];
  const pattern = laws.patterns.find(({ key }) => key === entry.pattern);
  if (!pattern) return [reason('PATTERN_UNKNOWN', entry.pattern)];
  const { sideA, sideB } = pattern;
  const stand = (x: GroundFacts, y: GroundFacts) => sideA.includes(x.provision) && sideB.includes(y.provision);
  return [
    ...(a && b && !stand(a, b) && !stand(b, a) ? [reason('PATTERN_SIDES_DIFFER', pattern.key)] : []),
    ...(pattern.type === entry.type ? [] : [reason('PATTERN_TYPE_DIFFERS', pattern.key)]),
  ];
}
