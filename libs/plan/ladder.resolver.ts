import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { moreLikeThis } from './capacity.rules';
import { CapacityFactor, Dispute } from './ladder.entity';
import * as inputs from './ladder.inputs';
import { disputeState, isProvisional } from './ladder.rules';
import { LadderService } from './ladder.service';
import { DisputeStateEnum, MoreLikeThisType, PerspectiveVerdictType } from './ladder.types';
import { perspectiveVerdict } from './perspective.rules';
import { BreakthroughPlan, FundingShare } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';

@ArgsType()
class EscalatePositionArgs extends WithInput(inputs.EscalatePositionInput) {}
@ArgsType()
class RecordEscalationOutcomeArgs extends WithInput(inputs.RecordEscalationOutcomeInput) {}
@ArgsType()
class OpenDisputeArgs extends WithInput(inputs.OpenDisputeInput) {}
@ArgsType()
class EscalateDisputeArgs extends WithInput(inputs.EscalateDisputeInput) {}
@ArgsType()
class SettleDisputeArgs extends WithInput(inputs.SettleDisputeInput) {}
@ArgsType()
class AddCapacityFactorArgs extends WithInput(inputs.AddCapacityFactorInput) {}

const CLIMB =
  'LEAD_ESCALATES, CLOCK_STILL_RUNS, ESCALATED_ALREADY (this rung or a higher one), LOCAL_RUNGS_NOT_DOCUMENTED (rungs 4 and 5), DESK_COMES_FIRST (rung 5), REQUIRED (a clock on rungs 1 to 3), NATIONAL_HAS_NO_CLOCK, CLOCK_BEYOND_CALENDAR, CHANGED_MEANWHILE';

@Resolver(() => BreakthroughPlan)
export class LadderResolver {
  constructor(
    private readonly ladder: LadderService,
    private readonly books: PlanBooks,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [Dispute], { description: 'Disputes about which law pays, open and settled.' })
  async disputes(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).disputes;
  }

  @Data(DataClass.K5)
  @ResolveField(() => [CapacityFactor], {
    nullable: true,
    description: 'Why somebody could not act as the rules expect; null = not for this reader.',
  })
  async capacityFactors(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).capacityFactors;
  }

  @Data(DataClass.K5)
  @ResolveField(() => MoreLikeThisType, {
    nullable: true,
    description:
      'The question whether there are more like this, when capacity to act is a reason in the plan; null = it is none.',
  })
  async moreLikeThis(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    const { capacityFactors, grounds } = await this.books.of(operation, plan);
    return moreLikeThis(capacityFactors, grounds);
  }

  @Data(DataClass.K7)
  @ResolveField(() => PerspectiveVerdictType, {
    nullable: true,
    description:
      'What the three perspectives come to together. Computed from the verdicts; the arguments stay apart. Null = not for an agency.',
  })
  async perspectiveVerdict(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return perspectiveVerdict({ ...(await this.books.of(operation, plan)), authorId: plan.authorId });
  }

  @Act('escalatePosition')
  @Mutation(() => PlanOutcome, {
    description: `Take silence or a no one step up the ladder. Whoever leads goes on leading. Refused: POSITION_UNKNOWN, POSITION_ANSWERED_ALREADY, ${CLIMB}, PLAN_CLOSED.`,
  })
  escalatePosition(@CurrentOperation() operation: Operation, @Args() { key, input }: EscalatePositionArgs) {
    return this.ladder.escalatePosition(operation, key, input);
  }

  @Act('recordEscalationOutcome')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down what came of a step up the ladder. Refused: ESCALATION_UNKNOWN, STEP_OVER_ALREADY, CHANGED_MEANWHILE.',
  })
  recordEscalationOutcome(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordEscalationOutcomeArgs) {
    return this.ladder.recordEscalationOutcome(operation, key, input);
  }

  @Act('openDispute')
  @Mutation(() => PlanOutcome, {
    description:
      'Record that agencies differ about which law pays, and who pays until that is settled. Refused: TWO_LAWS_DIFFER, LAW_UNKNOWN, REQUIRED, INVOLVEMENT_UNKNOWN, MEASURE_UNKNOWN, PAYER_UNKNOWN, CLOCK_BEYOND_CALENDAR, LIST_FULL.',
  })
  openDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: OpenDisputeArgs) {
    return this.ladder.openDispute(operation, key, input);
  }

  @Act('escalateDispute')
  @Mutation(() => PlanOutcome, {
    description: `Take a dispute one step up the ladder. Refused: DISPUTE_UNKNOWN, DISPUTE_SETTLED, ${CLIMB}.`,
  })
  escalateDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: EscalateDisputeArgs) {
    return this.ladder.escalateDispute(operation, key, input);
  }

  @Act('settleDispute')
  @Mutation(() => PlanOutcome, {
    description:
      'Settle which law pays. Refused: DISPUTE_UNKNOWN, DISPUTE_SETTLED, LAW_NOT_IN_DISPUTE, PAYER_UNKNOWN, CHANGED_MEANWHILE.',
  })
  settleDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: SettleDisputeArgs) {
    return this.ladder.settleDispute(operation, key, input);
  }

  @Act('addCapacityFactor')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down as a reason why somebody could not act as the rules expect. Refused: MEMBER_UNKNOWN, ENTERED_ALREADY, LIST_FULL, PLAN_CLOSED.',
  })
  addCapacityFactor(@CurrentOperation() operation: Operation, @Args() { key, input }: AddCapacityFactorArgs) {
    return this.ladder.addCapacityFactor(operation, key, input);
  }
}

@Resolver(() => Dispute)
export class DisputeStateResolver {
  @Data(DataClass.K7)
  @ResolveField(() => DisputeStateEnum, { description: 'How it stands today, derived from its days.' })
  state(@CurrentOperation() operation: Operation, @Parent() dispute: Dispute) {
    return disputeState(dispute, operation.actor.today);
  }
}

@Resolver(() => FundingShare)
export class ProvisionalShareResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => Boolean, {
    description: 'Is it paid by the interim payer of a dispute that is still open? Then it may come back from somebody else.',
  })
  async provisional(@CurrentOperation() operation: Operation, @Parent() share: FundingShare) {
    const { disputes } = await this.books.of(operation, share);
    return isProvisional(share.payer, share.measureId, disputes);
  }
}
