import { whyNotCompared, whyNotJustified, whyNotPerspectiveSet } from './decide.rules';
import type { DecidablePlan, LawBook } from './plan.facts';

/** What people do to a plan is kept; everything between SELECTED and DECIDED follows from what the plan holds. */
export type PlanStatus = 'SELECTED' | 'DECIDED' | 'EXECUTING' | 'VERIFIED' | 'LEARNED' | 'STOPPED';
export type PlanStage = PlanStatus | 'MAPPED' | 'PERSPECTIVE_SET' | 'OPTIONS_COMPARED' | 'JUSTIFIED';

/** The furthest stage of which all earlier ones hold too: a plan with costs but without a goal has not come past the map. */
export function planStage(status: PlanStatus, plan: DecidablePlan, laws: LawBook): PlanStage {
  if (status !== 'SELECTED') return status;
  if (!isMapped(plan)) return 'SELECTED';
  if (whyNotPerspectiveSet(plan).length) return 'MAPPED';
  if (whyNotCompared(plan).length) return 'PERSPECTIVE_SET';
  return whyNotJustified(plan, laws).length ? 'OPTIONS_COMPARED' : 'JUSTIFIED';
}

// An agency without a law is possible (a charity, a landlord), so a missing law key does not hold the map back.
const isMapped = ({ household }: Pick<DecidablePlan, 'household'>): boolean =>
  household.problems.length > 0 && household.involvements.length > 0;
