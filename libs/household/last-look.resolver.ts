import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { Household } from './household.entity';
import { HouseholdOutcome } from './household.types';
import { MarkSeenInput } from './last-look.inputs';
import { LastLookService } from './last-look.service';
import { HouseholdChanges } from './last-look.types';

@ArgsType()
class MarkSeenArgs extends WithInput(MarkSeenInput) {}

@Resolver(() => Household)
export class LastLookResolver {
  constructor(private readonly looks: LastLookService) {}

  @Data(DataClass.K1)
  @ResolveField(() => HouseholdChanges, {
    nullable: true,
    description: 'What happened since you last marked it as seen; null for an agency and for a member of the household.',
  })
  changes(@CurrentOperation() operation: Operation, @Parent() household: Household) {
    return this.looks.changes(operation, household);
  }

  @Act('markSeen')
  @Mutation(() => HouseholdOutcome, {
    description: 'Mark what happened in a household as seen, for yourself; also in a closed file.',
  })
  markSeen(@CurrentOperation() operation: Operation, @Args() { key, input }: MarkSeenArgs) {
    return this.looks.markSeen(operation, key, input);
  }
}
