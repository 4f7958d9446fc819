import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { Household } from './household.entity';
import type { HouseholdMap } from './household.map';
import { HouseholdOutcome } from './household.types';
import * as inputs from './mistake.inputs';
import { MistakeService } from './mistake.service';
import { HandOverOutcome, HouseholdChanges, HouseholdWithdrawn } from './mistake.types';

@ArgsType()
class WithdrawFromHouseholdArgs extends WithInput(inputs.WithdrawFromHouseholdInput) {}
@ArgsType()
class CloseHouseholdArgs extends WithInput(inputs.CloseHouseholdInput) {}
@ArgsType()
class ReopenHouseholdArgs extends WithInput(inputs.ReopenHouseholdInput) {}
@ArgsType()
class HandOverAllArgs extends WithInput(inputs.HandOverAllInput) {}
@ArgsType()
class MarkSeenArgs extends WithInput(inputs.MarkSeenInput) {}

@Resolver(() => Household)
export class MistakeResolver {
  constructor(private readonly mistakes: MistakeService) {}

  @Data(DataClass.K1)
  @ResolveField(() => HouseholdWithdrawn, { description: 'What was withdrawn as a mistake.' })
  withdrawn(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return this.mistakes.withdrawnOf(operation, household);
  }

  @Data(DataClass.K1)
  @ResolveField(() => HouseholdChanges, {
    nullable: true,
    description: 'What happened since you last looked. Say that you have seen it with markSeen. Empty for an agency.',
  })
  changes(@CurrentOperation() operation: Operation, @Parent() { id }: HouseholdMap) {
    return this.mistakes.changesOf(operation, id);
  }

  @Act('withdrawFromHousehold')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Withdraw a mistaken entry with the reason; it stays visible and nothing is judged by it. An agency whose involvement was withdrawn reads nothing any more. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY, ENTRY_IN_USE (about = what still rests on it), CASE_CLOSED.',
  })
  withdrawFromHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawFromHouseholdArgs) {
    return this.mistakes.withdraw(operation, key, input);
  }

  @Act('closeHousehold')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Close the file. Terms that begin with the end of help begin today. Refused: OPEN_ACTIONS (about = each plan, promise, call or measure that is open), CASE_CLOSED, CHANGED_MEANWHILE.',
  })
  closeHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: CloseHouseholdArgs) {
    return this.mistakes.close(operation, key, input);
  }

  @Act('reopenHousehold')
  @Mutation(() => HouseholdOutcome, {
    description: 'Open a closed file again. Refused: CASE_OPEN, RETENTION_PASSED, CHANGED_MEANWHILE.',
  })
  reopenHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: ReopenHouseholdArgs) {
    return this.mistakes.reopen(operation, key, input);
  }

  @Act('handOverAll')
  @Mutation(() => HandOverOutcome, {
    description:
      'Hand all households of a colleague over to another, at once or not at all: your own, or as coordinator those of your team. Deputies stay. Refused: NOTHING_TO_HAND_OVER, LEADS_ALREADY, NOT_A_PROFESSIONAL, LEAD_IS_DEPUTY (about = the household).',
  })
  handOverAll(@CurrentOperation() operation: Operation, @Args() { key, input }: HandOverAllArgs) {
    return this.mistakes.handOverAll(operation, key, input);
  }

  @Act('markSeen')
  @Mutation(() => HouseholdOutcome, { description: 'You have seen what happened in this household until now.' })
  markSeen(@CurrentOperation() operation: Operation, @Args() { key, input }: MarkSeenArgs) {
    return this.mistakes.markSeen(operation, key, input);
  }
}
