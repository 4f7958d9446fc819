import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { CostTotalsType, totalsOf } from '@doorbraak/cost';
import { Household, type HouseholdMap } from '@doorbraak/household';
import { BreakthroughPlan, PlanBooks } from '@doorbraak/plan';
import { Facts } from './fact.service';
import { Bottleneck, Experience, RealisedPeriod, Review, StatisticsAct } from './outcome.entity';
import * as inputs from './outcome.inputs';
import { OutcomeBooks } from './outcome.load';
import { expectedAndRealised, isExperienceAsked, isTold, reviewsDue } from './outcome.rules';
import { OutcomeService } from './outcome.service';
import { ExpectedAndRealised, OutcomeOutcome, OutcomeWithdrawn, ReviewDueType, StatisticsOutcome } from './outcome.types';

@ArgsType()
class RecordReviewArgs extends WithInput(inputs.RecordReviewInput) {}
@ArgsType()
class CorrectReviewArgs extends WithInput(inputs.CorrectReviewInput) {}
@ArgsType()
class RecordRealisedArgs extends WithInput(inputs.RecordRealisedInput) {}
@ArgsType()
class AddRealisedCostArgs extends WithInput(inputs.AddRealisedCostInput) {}
@ArgsType()
class AddRealisedUnpricedArgs extends WithInput(inputs.AddRealisedUnpricedInput) {}
@ArgsType()
class GiveExperienceArgs extends WithInput(inputs.GiveExperienceInput) {}
@ArgsType()
class AddBottleneckArgs extends WithInput(inputs.AddBottleneckInput) {}
@ArgsType()
class WithdrawFromOutcomeArgs extends WithInput(inputs.WithdrawFromOutcomeInput) {}
@ArgsType()
class AdjustFactArgs extends WithInput(inputs.AdjustFactInput) {}
@ArgsType()
class ObjectToStatisticsArgs extends WithInput(inputs.ObjectToStatisticsInput) {}
@ArgsType()
class EraseFromStatisticsArgs extends WithInput(inputs.EraseFromStatisticsInput) {}

/** What came of a plan; added to it here, so that the plan need not know about reviews. */
@Resolver(() => BreakthroughPlan)
export class OutcomeResolver {
  constructor(
    private readonly outcome: OutcomeService,
    private readonly facts: Facts,
    private readonly books: OutcomeBooks,
    private readonly plans: PlanBooks,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [Review], { description: 'Reviews that were held, by their term.' })
  async reviews(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.of(operation, plan)).reviewsOf(plan.id);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [ReviewDueType], {
    description:
      'Which reviews are held, coming, due or overdue today; empty while the plan is not decided, and no more than those that were held once it is stopped or a newer version took its place.',
  })
  async reviewsDue(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    if (plan.decidedOn === null) return [];
    const { came, book } = await this.with(operation, plan);
    const over = plan.status === 'STOPPED' || book.replaced;
    return reviewsDue({ decidedOn: plan.decidedOn, over }, came.reviewsOf(plan.id), operation.actor.today);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [RealisedPeriod], {
    description: 'What twelve months before and after really cost, or that it is not known.',
  })
  async realised(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    const { came, book } = await this.with(operation, plan);
    return came.periodsOf(plan.id, book.costs);
  }

  @Data(DataClass.K7)
  @ResolveField(() => ExpectedAndRealised, {
    nullable: true,
    description: 'Expected beside realised per payer. They stand side by side and are never added. Null = not for an agency.',
  })
  async expectedAndRealised(
    @CurrentOperation() operation: Operation,
    @Parent() plan: BreakthroughPlan,
  ): Promise<ExpectedAndRealised> {
    const { came, book } = await this.with(operation, plan);
    const now = book.facts().scenarios.find(({ kind }) => kind === 'AS_NOW');
    const expected = { asNow: now?.costLines ?? [], breakthrough: book.proposed()?.costLines ?? [] };
    const rows = expectedAndRealised(expected, came.periodsOf(plan.id, book.costs));
    return { horizonMonths: now?.horizonMonths ?? null, rows };
  }

  @Data(DataClass.K13)
  @ResolveField(() => [Experience], {
    nullable: true,
    description: 'What you yourself said of how you were treated; null for everybody who is not of the household.',
  })
  async experiences(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.of(operation, plan)).experiencesOf(plan.id);
  }

  @Data(DataClass.K7)
  @ResolveField(() => Boolean, {
    description:
      'Is it time to ask the household how it was treated: was the decision taken a week ago or longer? Not any more of who said it; nobody else is told whether it was said.',
  })
  async experienceAsked(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return isExperienceAsked(plan.decidedOn, (await this.of(operation, plan)).experiencesOf(plan.id), operation.actor.today);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Bottleneck], { description: 'The provisions that stood in the way.' })
  async bottlenecks(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.of(operation, plan)).bottlenecksOf(plan.id);
  }

  @Data(DataClass.K7)
  @ResolveField(() => OutcomeWithdrawn, {
    nullable: true,
    description: 'What was withdrawn as a mistake, of what came of it; null = not for an agency.',
  })
  async outcomeWithdrawn(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<OutcomeWithdrawn> {
    const { came, book } = await this.with(operation, plan);
    return came.withdrawnOf(plan.id, book.costs);
  }

  @Act('recordReview')
  @Mutation(() => OutcomeOutcome, {
    description: `Record a review. The one that closes hands one fact without the household to the reports, in the same transaction. Refused: PLAN_REPLACED, PLAN_REVIEWED, REVIEW_HELD_ALREADY, REVIEW_MONTHS, REVIEW_TOO_EARLY, REVIEW_TOO_LATE, REVIEW_ORDER, DATE_FUTURE, CLOSES_ONLY_AT_TWELVE, REALISED_MISSING, REQUIRED, DOMAIN_UNKNOWN, DOMAIN_TWICE, SCORE_RANGE, DECIMAL_INVALID.`,
  })
  recordReview(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordReviewArgs) {
    return this.outcome.recordReview(operation, key, input);
  }

  @Act('correctReview')
  @Mutation(() => OutcomeOutcome, {
    description:
      'Write down anew what a review told, also of the last one; the wrong one stays visible as withdrawn. When it was handed to the reports, hand over the correction with adjustFact. A review at twelve months can be made the last one so: then it is judged, and handed over, as if it had been that at once. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY, PLAN_CLOSED, PLAN_REPLACED, CLOSES_ONLY_AT_TWELVE, REALISED_MISSING, REQUIRED, DOMAIN_UNKNOWN, DOMAIN_TWICE, SCORE_RANGE, DECIMAL_INVALID.',
  })
  correctReview(@CurrentOperation() operation: Operation, @Args() { key, input }: CorrectReviewArgs) {
    return this.outcome.correctReview(operation, key, input);
  }

  @Act('recordRealised')
  @Mutation(() => OutcomeOutcome, {
    description:
      'Say whether it is known what the twelve months before or after cost. Refused: PERIOD_NOT_OVER, ENTERED_ALREADY.',
  })
  recordRealised(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordRealisedArgs) {
    return this.outcome.recordRealised(operation, key, input);
  }

  @Act('addRealisedCost')
  @Mutation(() => OutcomeOutcome, {
    description:
      'Add a cost that was really made. Refused: PERIOD_UNKNOWN, PERIOD_NOT_KNOWN, UNIT_COST_UNKNOWN, UNIT_COST_DISABLED, UNIT_COST_NOT_VALID, PAYER_UNKNOWN, PAYER_DIFFERS_FROM_PRICE, DECIMAL_INVALID, QUANTITY_ZERO, AMOUNT_RANGE, LIST_FULL.',
  })
  addRealisedCost(@CurrentOperation() operation: Operation, @Args() { key, input }: AddRealisedCostArgs) {
    return this.outcome.addRealisedCost(operation, key, input);
  }

  @Act('addRealisedUnpriced')
  @Mutation(() => OutcomeOutcome, {
    description: 'Add what was there and has no price. Refused: PERIOD_UNKNOWN, UNPRICED_ITEM_UNKNOWN, LIST_FULL.',
  })
  addRealisedUnpriced(@CurrentOperation() operation: Operation, @Args() { key, input }: AddRealisedUnpricedArgs) {
    return this.outcome.addRealisedUnpriced(operation, key, input);
  }

  @Act('giveExperience')
  @Mutation(() => OutcomeOutcome, {
    description:
      'How a member of the household was heard, respected and treated. Whoever it rates cannot read it. Refused: EXPERIENCE_IS_OWN, ON_SCREEN_IS_OWN, MEMBER_UNKNOWN, SCORE_RANGE, DATE_FUTURE, RANGE_INVERTED, ENTERED_ALREADY.',
  })
  giveExperience(@CurrentOperation() operation: Operation, @Args() { key, input }: GiveExperienceArgs) {
    return this.outcome.giveExperience(operation, key, input);
  }

  @Act('addBottleneck')
  @Mutation(() => OutcomeOutcome, {
    description: 'Name the provision that stood in the way. Refused: PROVISION_UNKNOWN, PROBLEM_UNKNOWN, LIST_FULL.',
  })
  addBottleneck(@CurrentOperation() operation: Operation, @Args() { key, input }: AddBottleneckArgs) {
    return this.outcome.addBottleneck(operation, key, input);
  }

  @Act('withdrawFromOutcome')
  @Mutation(() => OutcomeOutcome, {
    description:
      'Withdraw a mistaken review, period, line of a period, bottleneck, experience that you wrote down for a member or, of a member, the own experience. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY, ENTRY_IN_USE (about = the line that is in the period), REVIEW_CLOSED, EXPERIENCE_IS_OWN (a member withdraws nothing else).',
  })
  withdrawFromOutcome(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawFromOutcomeArgs) {
    return this.outcome.withdraw(operation, key, input);
  }

  @Act('adjustFact')
  @Mutation(() => OutcomeOutcome, {
    description:
      'Hand over a correction after closing: the figures as they are now, beside those of then. Refused: NOTHING_REPORTED, NOT_IN_STATISTICS, REALISED_MISSING, LIST_FULL.',
  })
  adjustFact(@CurrentOperation() operation: Operation, @Args() { key, input }: AdjustFactArgs) {
    return this.facts.adjust(operation, key, input);
  }

  @Act('objectToStatistics')
  @Mutation(() => StatisticsOutcome, {
    description:
      'The household objects to use in statistics (Wmo 2015 art. 5.3.6): it enters no report from now on. Refused: OBJECTED_ALREADY.',
  })
  objectToStatistics(@CurrentOperation() operation: Operation, @Args() { key, input }: ObjectToStatisticsArgs) {
    return this.facts.object(operation, key, input);
  }

  @Act('eraseFromStatistics')
  @Mutation(() => StatisticsOutcome, {
    description:
      'The household asks to be erased from what reports are made of; what was published stays. Refused: NOTHING_REPORTED, ERASED_ALREADY.',
  })
  eraseFromStatistics(@CurrentOperation() operation: Operation, @Args() { key, input }: EraseFromStatisticsArgs) {
    return this.facts.erase(operation, key, input);
  }

  private of = (operation: Operation, { householdId }: BreakthroughPlan) => this.books.of(operation, householdId);

  /** One after the other: a transaction takes one statement at a time. */
  private with = async (operation: Operation, plan: BreakthroughPlan) => ({
    came: await this.of(operation, plan),
    book: await this.plans.of(operation, plan),
  });
}

@Resolver(() => RealisedPeriod)
export class RealisedPeriodResolver {
  @Data(DataClass.K7)
  @ResolveField(() => CostTotalsType, {
    nullable: true,
    description:
      'What it came to, per payer, with what has no price beside it; null = not known, or nothing was written down yet.',
  })
  totals(@Parent() period: RealisedPeriod): CostTotalsType | null {
    const { known, costLines, unpriced } = period;
    if (!known || !isTold(period)) return null;
    const { total, byPayer } = totalsOf({ horizonMonths: 12, lines: costLines, unpriced });
    return { totalCents: total, byPayer, unpricedCount: unpriced.length };
  }
}

@Resolver(() => Household)
export class StatisticsResolver {
  constructor(private readonly books: OutcomeBooks) {}

  @Data(DataClass.K8)
  @ResolveField(() => [StatisticsAct], {
    nullable: true,
    description: 'Objections to, erasures from and corrections of the use in statistics; null = not for this reader.',
  })
  async statisticsActs(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household.id)).statisticsActs;
  }
}
