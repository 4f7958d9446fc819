import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import type { Followed } from './plan-stage.rules';

/** What came of a decided plan, which the rooms above this one know. */
export interface PlanCourse {
  courseOf(tx: Tx, plan: { id: Id; householdId: Id }): Promise<Pick<Followed, 'reviewed' | 'learned'>>;
}
export const PLAN_COURSE = Symbol('what came of a plan');

/** A review that is due today, or was, of a plan that is still followed. */
export type DayReview = { householdId: Id; planId: Id; months: number; dueOn: LocalDate };

export interface DayReviews {
  /** Of the households that whoever asks may read the plans of; one statement. */
  due(tx: Tx): Promise<DayReview[]>;
}
export const DAY_REVIEWS = Symbol('reviews that are due');
