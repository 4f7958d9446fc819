import type { Words } from '@doorbraak/kernel';
import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';

export const PRECEDENT_DECISIONS = ['GRANTED', 'GRANTED_PARTLY', 'NOT_GRANTED'] as const;
export type PrecedentDecision = (typeof PRECEDENT_DECISIONS)[number];

export const REMINDER: Words = {
  nl: 'Gelijke gevallen worden gelijk behandeld (Grondwet artikel 1). Wijkt u af van wat eerder is beslist, schrijf dan op wat hier anders is.',
  en: 'Like cases are treated alike (Constitution, article 1). If you depart from what was decided before, write down what is different here.',
};

type PlanFacts = { decidedOn: LocalDate | null; stoppedOn: LocalDate | null };

/**
 * What was decided, in the year that it was. Nothing while a plan is being made, and nothing by stopping alone: a household that moved was
 * refused nothing.
 */
export function decisionOf(
  { decidedOn, stoppedOn }: PlanFacts,
  { droppedDeviation, refused }: { droppedDeviation: boolean; refused: boolean },
): { decision: PrecedentDecision; decidedYear: number } | null {
  if (decidedOn !== null) return { decision: droppedDeviation ? 'GRANTED_PARTLY' : 'GRANTED', decidedYear: yearOf(decidedOn) };
  return stoppedOn !== null && refused ? { decision: 'NOT_GRANTED', decidedYear: yearOf(stoppedOn) } : null;
}

type Taken = { escalations: readonly { outcome: string | null }[] };

/** Somebody said no: an agency to the household, to its own measure, or higher up the ladder. */
export const isRefused = (plan: {
  refusals: readonly unknown[];
  positions: readonly (Taken & { answer: string | null })[];
  disputes: readonly Taken[];
}): boolean =>
  plan.refusals.length > 0 ||
  plan.positions.some(({ answer }) => answer === 'OBJECTS') ||
  [...plan.positions, ...plan.disputes].some(({ escalations }) => escalations.some(({ outcome }) => outcome === 'REFUSED'));

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

type Learned = {
  measures: readonly { id: string; deviates: boolean; problemIds: readonly string[] }[];
  grounds: readonly { measureId: string; role: string; provision: string }[];
  problems: readonly { id: string; type: string }[];
};

/** What a plan teaches unless somebody says otherwise: the room that its deviations stand on, and the kinds of problem they are for. */
export function taughtBy({ measures, grounds, problems }: Learned): { provisions: string[]; problemTypes: string[] } {
  const deviating = measures.filter(({ deviates }) => deviates);
  const cited = grounds.filter((g) => g.role === 'ROOM' && deviating.some(({ id }) => id === g.measureId));
  const addressed = problems.filter(({ id }) => deviating.some(({ problemIds }) => problemIds.includes(id)));
  return { provisions: unique(cited.map((g) => g.provision)), problemTypes: unique(addressed.map(({ type }) => type)) };
}

const unique = (list: string[]): string[] => [...new Set(list)].sort();

type Lists = { isProvision: (key: string) => boolean; isProblemType: (key: string) => boolean };

/** A rule of the municipality itself is not in the list here: it would say where the precedent is from. */
export const whyNotPropose = (
  { provisions, problemTypes }: { provisions: readonly string[]; problemTypes: readonly string[] },
  { isProvision, isProblemType }: Lists,
): Reason[] => [
  ...(provisions.length ? [] : [reason('REQUIRED', 'provisions')]),
  ...(problemTypes.length ? [] : [reason('REQUIRED', 'problemTypes')]),
  ...provisions.filter((key) => !isProvision(key)).map((key) => reason('PROVISION_UNKNOWN', key)),
  ...problemTypes.filter((key) => !isProblemType(key)).map((key) => reason('PROBLEM_TYPE_UNKNOWN', key)),
];

type Proposal = { id: string; recordedBy: string; publishedOn: LocalDate | null; retractedOn: LocalDate | null };

export const whyNotPublish = (proposal: Proposal, person: string): Reason[] => [
  ...(proposal.recordedBy === person ? [reason('FOUR_EYES', proposal.id)] : []),
  ...(proposal.publishedOn === null ? [] : [reason('PUBLISHED_ALREADY', proposal.id)]),
  ...whyNotRetract(proposal),
];

export const whyNotRetract = (proposal: Proposal): Reason[] =>
  proposal.retractedOn === null ? [] : [reason('RETRACTED_ALREADY', proposal.id)];
