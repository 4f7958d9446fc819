import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, PageArgs, WithInput } from '@doorbraak/access';
import { ContactService } from './contact.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { ContactConnection, HouseholdOutcome } from './household.types';

@ArgsType()
class RecordContactArgs extends WithInput(inputs.RecordContactInput) {}
@ArgsType()
class CountContactsArgs extends WithInput(inputs.CountContactsInput) {}

@Resolver(() => Household)
export class ContactResolver {
  constructor(private readonly moments: ContactService) {}

  @Data(DataClass.K1)
  @ResolveField(() => ContactConnection, { description: 'Contacts one by one, newest first.' })
  contacts(@CurrentOperation() operation: Operation, @Parent() { id }: Household, @Args() { first, after }: PageArgs) {
    return this.moments.contacts(operation, id, first, after);
  }

  @Act('recordContact')
  @Mutation(() => HouseholdOutcome, {
    description: 'Record one contact. Refused: INVOLVEMENT_UNKNOWN, PROBLEM_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE.',
  })
  recordContact(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordContactArgs) {
    return this.moments.recordContact(operation, key, input);
  }

  @Act('countContacts')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record the number of contacts of a month as it was told. Refused: INVOLVEMENT_UNKNOWN, DATE_INVALID, DATE_FUTURE, DATE_IMPLAUSIBLE, MONTH_COUNTED.',
  })
  countContacts(@CurrentOperation() operation: Operation, @Args() { key, input }: CountContactsArgs) {
    return this.moments.countContacts(operation, key, input);
  }
}
