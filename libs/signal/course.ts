import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@doorbraak/kernel';
import { type OutcomeBook, OutcomeBooks } from '@doorbraak/outcome';
import type { PlanCourse } from '@doorbraak/plan';
import type { Tx } from '@doorbraak/platform';
import { type SignalBook, SignalBooks } from './signal.load';
import { isLearned } from './signal.rules';

export const whatCame = (plan: Id, came: OutcomeBook, signals: SignalBook) => ({
  reviewed: came.reviewsOf(plan).some(({ closes }) => closes),
  learned: isLearned(came.bottlenecksOf(plan), signals.reports, signals.proposalsOf(plan)),
});

/** What came of a plan, for who writes down how far it is in the transaction of an act. */
@Injectable()
export class PlanCourses implements PlanCourse {
  constructor(
    @Inject(OutcomeBooks) private readonly outcome: OutcomeBooks,
    @Inject(SignalBooks) private readonly books: SignalBooks,
  ) {}

  async courseOf(tx: Tx, { id, householdId }: { id: Id; householdId: Id }) {
    const came = await this.outcome.load(tx, householdId);
    const signals = await this.books.load(tx, householdId);
    return whatCame(id, came, signals);
  }
}
