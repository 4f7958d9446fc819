import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { Dispute } from './dispute.entity';
import * as inputs from './dispute.inputs';
import { disputeState, isProvisional, payerAfterAll } from './dispute.rules';
import { DisputeService } from './dispute.service';
import { DisputeStateEnum } from './dispute.types';
import { CLIMB } from './ladder.resolver';
import { BreakthroughPlan, FundingShare } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';

@ArgsType()
class OpenDisputeArgs extends WithInput(inputs.OpenDisputeInput) {}
@ArgsType()
class EscalateDisputeArgs extends WithInput(inputs.EscalateDisputeInput) {}
@ArgsType()
class SettleDisputeArgs extends WithInput(inputs.SettleDisputeInput) {}

@Resolver(() => BreakthroughPlan)
export class DisputeResolver {
  constructor(
    private readonly service: DisputeService,
    private readonly books: PlanBooks,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [Dispute], { description: 'Disputes about which law pays, open and settled.' })
  async disputes(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).disputes;
  }

  @Act('openDispute')
  @Mutation(() => PlanOutcome, {
    description:
      'Record that agencies differ about which law pays, and who pays until that is settled. Refused: TWO_LAWS_DIFFER, LAW_UNKNOWN, REQUIRED, INVOLVEMENT_UNKNOWN, MEASURE_UNKNOWN, PAYER_UNKNOWN, CLOCK_BEYOND_CALENDAR, LIST_FULL.',
  })
  openDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: OpenDisputeArgs) {
    return this.service.openDispute(operation, key, input);
  }

  @Act('escalateDispute')
  @Mutation(() => PlanOutcome, {
    description: `Take a dispute one step up the ladder. Refused: DISPUTE_UNKNOWN, DISPUTE_SETTLED, ${CLIMB}.`,
  })
  escalateDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: EscalateDisputeArgs) {
    return this.service.escalateDispute(operation, key, input);
  }

  @Act('settleDispute')
  @Mutation(() => PlanOutcome, {
    description:
      'Settle which law pays. Refused: DISPUTE_UNKNOWN, DISPUTE_SETTLED, LAW_NOT_IN_DISPUTE, PAYER_UNKNOWN, CHANGED_MEANWHILE.',
  })
  settleDispute(@CurrentOperation() operation: Operation, @Args() { key, input }: SettleDisputeArgs) {
    return this.service.settleDispute(operation, key, input);
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
export class DisputedShareResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => Boolean, {
    description: 'Is it paid by the interim payer of a dispute that is still open? Then it may come back from somebody else.',
  })
  async provisional(@CurrentOperation() operation: Operation, @Parent() share: FundingShare) {
    const { disputes } = await this.books.of(operation, share);
    return isProvisional(share.payer, share.measureId, disputes);
  }

  @Data(DataClass.K7)
  @ResolveField(() => String, {
    nullable: true,
    description: 'Who pays it after all, as a dispute was settled since; null = the payer itself.',
  })
  async settledPayer(@CurrentOperation() operation: Operation, @Parent() share: FundingShare): Promise<string | null> {
    const { disputes } = await this.books.of(operation, share);
    const payer = payerAfterAll(share.payer, share.measureId, disputes);
    return payer === share.payer ? null : payer;
  }
}
