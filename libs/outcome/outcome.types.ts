import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, Refused, RowClass } from '@doorbraak/access';
import { CostLine, UnpricedItem } from '@doorbraak/cost';
import { Household } from '@doorbraak/household';
import type { Cents, LocalDate } from '@doorbraak/kernel';
import { BreakthroughPlan } from '@doorbraak/plan';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import { Bottleneck, Experience, RealisedPeriod, Review } from './outcome.entity';
import type { ExpectedAndRealisedRow, ReviewDue, ReviewDueState, ReviewMonths } from './outcome.rules';

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on what came of a plan was not done. All reasons come at once.' })
export class OutcomeRefused extends Refused {}

export const OutcomeOutcome = createUnionType({
  name: 'OutcomeOutcome',
  description: 'The plan with what came of it, or every reason why not.',
  types: () => [BreakthroughPlan, OutcomeRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? OutcomeRefused : BreakthroughPlan),
});

export const StatisticsOutcome = createUnionType({
  name: 'StatisticsOutcome',
  description: 'The household as it is now, or every reason why not.',
  types: () => [Household, OutcomeRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? OutcomeRefused : Household),
});

export const ReviewDueStateEnum = describeEnum<ReviewDueState>('ReviewDueState', 'How a review stands today.', {
  HELD: 'It was held.',
  COMING: 'Its day is more than two weeks ahead.',
  DUE: 'Its day comes within two weeks, or is today.',
  OVERDUE: 'Its day has passed.',
});

@RowClass(DataClass.K7)
@ObjectType('ReviewDue', { description: 'When a review has to be held; derived from the day of the decision.' })
export class ReviewDueType implements ReviewDue {
  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Months after the decision.' })
  months: ReviewMonths;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Its day.' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => ReviewDueStateEnum, { description: 'How it stands today.' })
  state: ReviewDueState;
}

@RowClass(DataClass.K7)
@ObjectType('ExpectedAndRealisedRow', {
  description: 'One payer: what was expected and what it really cost, side by side. The two are never added.',
})
export class ExpectedAndRealisedRowType implements ExpectedAndRealisedRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'A key of the list of payers.' })
  payer: string;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'Expected when everything went on as now, over the horizon of the plan.' })
  expectedAsNowCents: Cents;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'Expected with the breakthrough, over the horizon of the plan.' })
  expectedBreakthroughCents: Cents;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { nullable: true, description: 'Really cost in the twelve months before; null = not known.' })
  realisedBeforeCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { nullable: true, description: 'Really cost in the twelve months after; null = not known.' })
  realisedAfterCents: Cents | null;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Expected beside realised, per payer.' })
export class ExpectedAndRealised {
  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'Over how many months was expected; null while no scenarios stand.' })
  horizonMonths: number | null;

  @Data(DataClass.K7)
  @Field(() => [ExpectedAndRealisedRowType], { description: 'One row per payer.' })
  rows: ExpectedAndRealisedRow[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'What was withdrawn as a mistake.' })
export class OutcomeWithdrawn {
  @Data(DataClass.K7)
  @Field(() => [Review], { description: 'Reviews.' })
  reviews: Review[];

  @Data(DataClass.K7)
  @Field(() => [RealisedPeriod], { description: 'Periods.' })
  periods: RealisedPeriod[];

  @Data(DataClass.K7)
  @Field(() => [CostLine], { description: 'Cost lines of periods.' })
  costLines: CostLine[];

  @Data(DataClass.K7)
  @Field(() => [UnpricedItem], { description: 'Unpriced items of periods.' })
  unpriced: UnpricedItem[];

  @Data(DataClass.K7)
  @Field(() => [Bottleneck], { description: 'Bottlenecks.' })
  bottlenecks: Bottleneck[];

  @Data(DataClass.K13)
  @Field(() => [Experience], { nullable: true, description: 'What you yourself said and took back.' })
  experiences: Experience[];
}
