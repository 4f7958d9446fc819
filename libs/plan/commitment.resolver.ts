import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, describeEnum, type Operation, WithInput } from '@doorbraak/access';
import { Commitment } from './commitment.entity';
import * as inputs from './commitment.inputs';
import { type CommitmentState, commitmentState, wasLate } from './commitment.rules';
import { CommitmentService } from './commitment.service';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AddCommitmentArgs extends WithInput(inputs.AddCommitmentInput) {}
@ArgsType()
class KeepCommitmentArgs extends WithInput(inputs.KeepCommitmentInput) {}
@ArgsType()
class ReportLateArgs extends WithInput(inputs.ReportLateInput) {}
@ArgsType()
class BreakCommitmentArgs extends WithInput(inputs.BreakCommitmentInput) {}

export const CommitmentStateEnum = describeEnum<CommitmentState>(
  'CommitmentState',
  'How a promise stands today; derived from its days.',
  {
    OPEN: 'Its day is still to come, or is today.',
    OVERDUE: 'Its day passed and the household was told nothing, or the new day passed too.',
    LATE: 'The household was told a new day, which is still to come.',
    KEPT: 'Kept.',
    BROKEN: 'Not kept, with the reason.',
  },
);

@Resolver(() => Commitment)
export class CommitmentResolver {
  constructor(private readonly commitments: CommitmentService) {}

  @Act('addCommitment')
  @Mutation(() => PlanOutcome, {
    description:
      'Write a promise down, on an open or a decided plan: a liaison for the own agency, a member for oneself, lead and deputy for all. Refused: PROMISER_NOT_ONE, COMMITMENT_IS_OWN, INVOLVEMENT_UNKNOWN, MEMBER_UNKNOWN, NOT_A_PROFESSIONAL, DATE_IMPLAUSIBLE, LIST_FULL.',
  })
  addCommitment(@CurrentOperation() operation: Operation, @Args() { key, input }: AddCommitmentArgs) {
    return this.commitments.addCommitment(operation, key, input);
  }

  @Act('keepCommitment')
  @Mutation(() => PlanOutcome, {
    description:
      'Say that a promise was kept. Refused: COMMITMENT_UNKNOWN, COMMITMENT_IS_OWN, COMMITMENT_CLOSED, DATE_FUTURE, DATE_IMPLAUSIBLE, CHANGED_MEANWHILE.',
  })
  keepCommitment(@CurrentOperation() operation: Operation, @Args() { key, input }: KeepCommitmentArgs) {
    return this.commitments.keepCommitment(operation, key, input);
  }

  @Act('reportLate')
  @Mutation(() => PlanOutcome, {
    description:
      'Say that a promise comes later, on which day the household was told so and which new day it was told. The household sees it in its plan. Refused: COMMITMENT_UNKNOWN, COMMITMENT_IS_OWN, COMMITMENT_CLOSED, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED, NOT_LATER, CHANGED_MEANWHILE.',
  })
  reportLate(@CurrentOperation() operation: Operation, @Args() { key, input }: ReportLateArgs) {
    return this.commitments.reportLate(operation, key, input);
  }

  @Act('breakCommitment')
  @Mutation(() => PlanOutcome, {
    description:
      'Say that a promise will not be kept, and why. Refused: COMMITMENT_UNKNOWN, COMMITMENT_IS_OWN, COMMITMENT_CLOSED, DATE_FUTURE, DATE_IMPLAUSIBLE, CHANGED_MEANWHILE.',
  })
  breakCommitment(@CurrentOperation() operation: Operation, @Args() { key, input }: BreakCommitmentArgs) {
    return this.commitments.breakCommitment(operation, key, input);
  }

  @Data(DataClass.K7)
  @ResolveField(() => CommitmentStateEnum, { description: 'How it stands today.' })
  state(@CurrentOperation() operation: Operation, @Parent() promise: Commitment) {
    return commitmentState(promise, operation.actor.today);
  }

  @Data(DataClass.K7)
  @ResolveField(() => Boolean, {
    description: 'Is it or was it later than promised first? Stays true of a promise that was kept in the end.',
  })
  wasLate(@CurrentOperation() operation: Operation, @Parent() promise: Commitment) {
    return wasLate(promise, operation.actor.today);
  }
}

@Resolver(() => BreakthroughPlan)
export class PlanCommitmentsResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => [Commitment], {
    description:
      'What was promised, in this version and in those before it that were not stopped, the nearest first day on top. An agency sees its own promises.',
  })
  async commitments(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).commitments;
  }
}
