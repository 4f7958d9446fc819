import { Args, ArgsType, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, RowClass, WithInput } from '@doorbraak/access';
import { CostLine, UnpricedItem } from '@doorbraak/cost';
import { CapacityFactor } from './capacity.entity';
import { Commitment } from './commitment.entity';
import { Dispute } from './dispute.entity';
import { Escalation } from './ladder.entity';
import {
  AgencyPosition,
  Agreement,
  BreakthroughPlan,
  Contradiction,
  DismissedPattern,
  Goal,
  LawStruckOut,
  LegalGround,
  Measure,
  Scenario,
} from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';
import { MeasureStep } from './progress.entity';
import { AgencyRefusal } from './refusal.entity';
import { WithdrawFromPlanInput } from './withdraw.inputs';
import { WithdrawService } from './withdraw.service';

@RowClass(DataClass.K7)
@ObjectType({
  description: 'What was withdrawn from a plan as a mistake, each with its day and reason. Nothing is judged by it.',
})
export class PlanWithdrawn {
  @Data(DataClass.K7)
  @Field(() => [Goal], { description: 'Goals.' })
  goals: Goal[];

  @Data(DataClass.K7)
  @Field(() => [Scenario], { description: 'Scenarios.' })
  scenarios: Scenario[];

  @Data(DataClass.K7)
  @Field(() => [CostLine], { description: 'Cost lines of scenarios.' })
  costLines: CostLine[];

  @Data(DataClass.K7)
  @Field(() => [UnpricedItem], { description: 'Unpriced items of scenarios.' })
  unpriced: UnpricedItem[];

  @Data(DataClass.K7)
  @Field(() => [Measure], { description: 'Measures.' })
  measures: Measure[];

  @Data(DataClass.K7)
  @Field(() => [LawStruckOut], { description: 'Laws that were struck out.' })
  struckOut: LawStruckOut[];

  @Data(DataClass.K7)
  @Field(() => [LegalGround], { description: 'Grounds.' })
  grounds: LegalGround[];

  @Data(DataClass.K7)
  @Field(() => [Contradiction], { description: 'Contradictions.' })
  contradictions: Contradiction[];

  @Data(DataClass.K7)
  @Field(() => [DismissedPattern], { description: 'Proposed contradictions that were set aside.' })
  dismissed: DismissedPattern[];

  @Data(DataClass.K7)
  @Field(() => [AgencyPosition], { description: 'Questions to agencies.' })
  positions: AgencyPosition[];

  @Data(DataClass.K7)
  @Field(() => [Agreement], { description: 'What was written down as said by members of the household.' })
  agreements: Agreement[];

  @Data(DataClass.K7)
  @Field(() => [Escalation], { description: 'Steps up the ladder, for questions and for disputes.' })
  escalations: Escalation[];

  @Data(DataClass.K5)
  @Field(() => [CapacityFactor], {
    nullable: true,
    description: 'Reasons why somebody could not act; null = not for this reader.',
  })
  capacityFactors: CapacityFactor[];

  @Data(DataClass.K7)
  @Field(() => [Dispute], { description: 'Disputes.' })
  disputes: Dispute[];

  @Data(DataClass.K7)
  @Field(() => [Commitment], { description: 'Promises.' })
  commitments: Commitment[];

  @Data(DataClass.K7)
  @Field(() => [AgencyRefusal], { description: 'A no of an agency.' })
  refusals: AgencyRefusal[];

  @Data(DataClass.K7)
  @Field(() => [MeasureStep], { description: 'Steps of measures.' })
  steps: MeasureStep[];
}

@ArgsType()
class WithdrawFromPlanArgs extends WithInput(WithdrawFromPlanInput) {}

@Resolver(() => BreakthroughPlan)
export class WithdrawResolver {
  constructor(
    private readonly withdrawals: WithdrawService,
    private readonly books: PlanBooks,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => PlanWithdrawn, {
    nullable: true,
    description: 'What was withdrawn as a mistake; null = not for an agency.',
  })
  async withdrawn(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanWithdrawn> {
    return (await this.books.of(operation, plan)).withdrawnLists();
  }

  @Act('withdrawFromPlan')
  @Mutation(() => PlanOutcome, {
    description:
      'Withdraw a mistaken entry of a plan, with the reason; it stays visible and nothing is judged by it. What hangs on a measure, what a scenario costs, and the steps up for a question or a dispute go with it; what was answered or decided because of a step up falls with that step. Help that began by a step of a measure is withdrawn with that step, and what the step ended goes on. Of a decided plan only what follows the decision can be withdrawn. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY, ENTRY_IN_USE (about = what rests on it), POSITION_ANSWERED_ALREADY (an agency changes its own answer), AGREEMENT_IS_OWN (what a member said on screen).',
  })
  withdrawFromPlan(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawFromPlanArgs) {
    return this.withdrawals.withdraw(operation, key, input);
  }
}
