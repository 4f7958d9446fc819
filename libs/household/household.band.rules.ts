import { holds, type LocalDate } from '@doorbraak/kernel';

export const BANDS = ['NONE', 'STANDARD', 'COORDINATED', 'BREAKTHROUGH'] as const;
export type Band = (typeof BANDS)[number];

/** From where a band begins; configuration, not law. */
export type BandThresholds = { standardUpTo: number; breakthroughProblems: number; breakthroughAgencies: number };

export type BandFacts = {
  problems: { status: string }[];
  involvements: { agencyId: string; fromOn: LocalDate; toOn: LocalDate | null }[];
};

/** What was over and came back is open again. */
export const isOpen = ({ status }: { status: string }): boolean => status !== 'RESOLVED';

/** How complex a household is, counted and never typed in. It advises; no act is refused because of it. */
export function bandOf({ problems, involvements }: BandFacts, thresholds: BandThresholds, today: LocalDate): Band {
  const open = problems.filter(isOpen).length;
  const here = involvements.filter(({ fromOn, toOn }) => holds({ from: fromOn, to: toOn }, today));
  const agencies = new Set(here.map(({ agencyId }) => agencyId)).size;
  if (open === 0) return 'NONE';
  if (open <= thresholds.standardUpTo) return 'STANDARD';
  return open >= thresholds.breakthroughProblems && agencies >= thresholds.breakthroughAgencies ? 'BREAKTHROUGH' : 'COORDINATED';
}
