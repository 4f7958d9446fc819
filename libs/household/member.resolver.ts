import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { MemberService } from './member.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { HouseholdOutcome, RevealBsnOutcome } from './household.types';

@ArgsType()
class AddMemberArgs extends WithInput(inputs.AddMemberInput) {}
@ArgsType()
class EndMembershipArgs extends WithInput(inputs.EndMembershipInput) {}
@ArgsType()
class RevealBsnArgs extends WithInput(inputs.RevealBsnInput) {}

@Resolver(() => Household)
export class MemberResolver {
  constructor(private readonly members: MemberService) {}

  @Act('addMember')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add a person to the household; of somebody new the key is also the id of the person. Refused: MEMBER_UNKNOWN, MEMBER_ALREADY, REQUIRED, DATE_INVALID, DATE_FUTURE, DATE_IMPLAUSIBLE, BSN_INVALID, DUPLICATE_PERSON, RANGE_INVERTED.',
  })
  addMember(@CurrentOperation() operation: Operation, @Args() { key, input }: AddMemberArgs) {
    return this.members.addMember(operation, key, input);
  }

  @Act('endMembership')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of a membership. Refused: WITHDRAWN_ALREADY, RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endMembership(@CurrentOperation() operation: Operation, @Args() { key, input }: EndMembershipArgs) {
    return this.members.endMembership(operation, key, input);
  }

  @Act('revealBsn')
  @Mutation(() => RevealBsnOutcome, {
    description: 'See a whole citizen service number, for a reason that is kept in the log. Refused: MEMBER_UNKNOWN.',
  })
  revealBsn(@CurrentOperation() operation: Operation, @Args() { key, input }: RevealBsnArgs) {
    return this.members.revealBsn(operation, key, input);
  }
}
