import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { SharingService } from './sharing.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { HouseholdOutcome } from './household.types';

@ArgsType()
class AddHandlingNoteArgs extends WithInput(inputs.AddHandlingNoteInput) {}
@ArgsType()
class ShareArgs extends WithInput(inputs.ShareInput) {}
@ArgsType()
class WithdrawShareArgs extends WithInput(inputs.WithdrawShareInput) {}

@Resolver(() => Household)
export class SharingResolver {
  constructor(private readonly sharing: SharingService) {}

  @Act('addHandlingNote')
  @Mutation(() => HouseholdOutcome, {
    description: 'Write down how to treat somebody well. Refused: MEMBER_UNKNOWN, INVOLVEMENT_UNKNOWN.',
  })
  addHandlingNote(@CurrentOperation() operation: Operation, @Args() { key, input }: AddHandlingNoteArgs) {
    return this.sharing.addHandlingNote(operation, key, input);
  }

  @Act('share')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Let one agency read something, on a basis and until a day. Refused: INVOLVEMENT_UNKNOWN, MEMBER_UNKNOWN, SHARE_NOTHING, NOTE_UNKNOWN, NOTE_ABOUT_OTHER, RANGE_INVERTED, BASIS_UNKNOWN, BASIS_NOT_VALID, PURPOSE_OUTSIDE_BASIS, DOMAIN_OUTSIDE_BASIS, RECIPIENT_OUTSIDE_BASIS, CONSENT_MISSING, DATE_FUTURE, DATE_IMPLAUSIBLE.',
  })
  share(@CurrentOperation() operation: Operation, @Args() { key, input }: ShareArgs) {
    return this.sharing.share(operation, key, input);
  }

  @Act('withdrawShare')
  @Mutation(() => HouseholdOutcome, { description: 'End a share today. Refused: WITHDRAWN_ALREADY, CHANGED_MEANWHILE.' })
  withdrawShare(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawShareArgs) {
    return this.sharing.withdrawShare(operation, key, input);
  }
}
