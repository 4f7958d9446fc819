import { whyNotCompared, whyNotJustified, whyNotPerspectiveSet } from './decide.rules';
import type { DecidablePlan, LawBook } from './plan.facts';

/** What people do to a plan is kept; everything else follows from what it holds and from what came of it. */
export type PlanStatus = 'SELECTED' | 'DECIDED' | 'STOPPED';
export type PlanStage =
  | PlanStatus
  | 'MAPPED'
  | 'PERSPECTIVE_SET'
  | 'OPTIONS_COMPARED'
  | 'JUSTIFIED'
  | 'EXECUTING'
  | 'VERIFIED'
  | 'LEARNED';

/** What came of a decided plan, as the rooms that know it tell. */
export type Followed = { begun: boolean; reviewed: boolean; learned: boolean };

/** The furthest stage of which all earlier ones hold too: a plan with costs but without a goal has not come past the map. */
export function stageBefore(plan: DecidablePlan, laws: LawBook): PlanStage {
  if (!isMapped(plan)) return 'SELECTED';
  if (whyNotPerspectiveSet(plan).length) return 'MAPPED';
  if (whyNotCompared(plan).length) return 'PERSPECTIVE_SET';
  return whyNotJustified(plan, laws).length ? 'OPTIONS_COMPARED' : 'JUSTIFIED';
}

/** Looking back closes it, also when nothing was carried out; lessons are drawn after that. */
export function stageAfter({ begun, reviewed, learned }: Followed): PlanStage {
  if (reviewed) return learned ? 'LEARNED' : 'VERIFIED';
  return begun ? 'EXECUTING' : 'DECIDED';
}

// An agency without a law is possible (a charity, a landlord), so a missing law key does not hold the map back.
const isMapped = ({ household }: Pick<DecidablePlan, 'household'>): boolean =>
  household.problems.length > 0 && household.involvements.length > 0;
