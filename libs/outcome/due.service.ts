import { Injectable } from '@nestjs/common';
import { type DayReview, type DayReviews, PLANS_VISIBLE, REPLACED } from '@doorbraak/plan';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { type ReviewFacts, reviewsDue } from './outcome.rules';
import { VISIBLE } from './outcome.visibility';

type Followed = { householdId: Id; planId: Id; decidedOn: LocalDate; held: ReviewFacts[] };

/** Of plans that are followed: decided, neither stopped nor replaced, and not looked back at for the last time. */
const FOLLOWED = `
  select household_id as "householdId", id as "planId", decided_on::text as "decidedOn",
    coalesce((select json_agg(json_build_object('months', r.months, 'heldOn', r.held_on, 'closes', r.closes)) from (
      select * from review where ${VISIBLE.review} and withdrawn_on is null) r
      where r.municipality_id = plan.municipality_id and r.plan_id = plan.id), '[]') as held
  from plan where ${PLANS_VISIBLE.plan} and status = 'DECIDED' and not ${REPLACED}`;

/** Which reviews wait to be held, for the day of whoever holds the household. */
@Injectable()
export class ReviewsDue implements DayReviews {
  async due(tx: Tx): Promise<DayReview[]> {
    const plans = await tx.query<Followed>(FOLLOWED, []);
    return plans.flatMap(({ householdId, planId, decidedOn, held }) =>
      reviewsDue({ decidedOn, over: false }, held, tx.today)
        .filter(({ state }) => state === 'DUE' || state === 'OVERDUE')
        .map(({ months, dueOn }) => ({ householdId, planId, months, dueOn })),
    );
  }
}
