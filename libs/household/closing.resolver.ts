import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { CloseHouseholdInput, ReopenHouseholdInput } from './closing.inputs';
import { ClosingService } from './closing.service';
import { Household } from './household.entity';
import { HouseholdOutcome } from './household.types';

@ArgsType()
class CloseHouseholdArgs extends WithInput(CloseHouseholdInput) {}
@ArgsType()
class ReopenHouseholdArgs extends WithInput(ReopenHouseholdInput) {}

@Resolver(() => Household)
export class ClosingResolver {
  constructor(private readonly closings: ClosingService) {}

  @Act('closeHousehold')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Close the file today; nothing in it changes until it is reopened, and terms that begin with the end of help get their last day. Refused: OPEN_ACTIONS (about = a plan that is being made, or that was decided and neither looked back at to the end nor stopped; a promise, a dispute, a call to make, or a measure neither done nor dropped), CASE_CLOSED, CHANGED_MEANWHILE.',
  })
  closeHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: CloseHouseholdArgs) {
    return this.closings.close(operation, key, input);
  }

  @Act('reopenHousehold')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Open a closed file again; the last days that closing gave are taken away. Why is kept in the log. Refused: CASE_OPEN, RETENTION_PASSED, CHANGED_MEANWHILE.',
  })
  reopenHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: ReopenHouseholdArgs) {
    return this.closings.reopen(operation, key, input);
  }
}
