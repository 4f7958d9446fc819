import { Args, ArgsType, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, RowClass, WithInput } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import {
  AgencyInvolvement,
  Contact,
  HandlingNote,
  Household,
  HouseholdMember,
  Intervention,
  Problem,
  Wait,
} from './household.entity';
import type { HouseholdEntries, HouseholdMap } from './household.map';
import { HouseholdOutcome } from './household.types';
import { WithdrawFromHouseholdInput } from './withdraw.inputs';
import { WithdrawService } from './withdraw.service';

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({
  description: 'What was withdrawn from a household as a mistake, each with its day and reason. Nothing is judged by it.',
})
export class HouseholdWithdrawn implements HouseholdEntries {
  household: Id;

  @Data(DataClass.K2)
  @Field(() => [HouseholdMember], { nullable: true, description: 'Memberships; null = not for this reader.' })
  members: HouseholdMember[];

  @Data(DataClass.K4)
  @Field(() => [Problem], { nullable: true, description: 'Problems; null = not for this reader.' })
  problems: Problem[];

  @Data(DataClass.K1)
  @Field(() => [AgencyInvolvement], { description: 'Involvements of agencies.' })
  involvements: AgencyInvolvement[];

  @Data(DataClass.K5)
  @Field(() => [HandlingNote], { nullable: true, description: 'Handling notes; null = not for this reader.' })
  handlingNotes: HandlingNote[];

  @Data(DataClass.K4)
  @Field(() => [Intervention], { nullable: true, description: 'Help; null = not for this reader.' })
  interventions: Intervention[];

  @Data(DataClass.K4)
  @Field(() => [Wait], { nullable: true, description: 'Waits; null = not for this reader.' })
  waits: Wait[];
}

@ArgsType()
class WithdrawFromHouseholdArgs extends WithInput(WithdrawFromHouseholdInput) {}

@Resolver(() => Household)
export class WithdrawResolver {
  constructor(private readonly withdrawals: WithdrawService) {}

  @Data(DataClass.K1)
  @ResolveField(() => HouseholdWithdrawn, { description: 'What was withdrawn as a mistake.' })
  withdrawn(@Parent() { id, withdrawn }: HouseholdMap): HouseholdWithdrawn {
    return Object.assign(new HouseholdWithdrawn(), withdrawn, { household: id });
  }

  @Act('withdrawFromHousehold')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Withdraw a mistaken entry of a household, with the reason; it stays visible and nothing is judged by it, and it opens nothing any more. Contacts of an involvement go with it; a person can be added again. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY, ENTRY_IN_USE (about = what rests on it, here or in a plan).',
  })
  withdrawFromHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawFromHouseholdArgs) {
    return this.withdrawals.withdraw(operation, key, input);
  }
}

@Resolver(() => HouseholdWithdrawn)
export class WithdrawnContactsResolver {
  constructor(private readonly withdrawals: WithdrawService) {}

  @Data(DataClass.K1)
  @ResolveField(() => [Contact], { description: 'Contacts and counts, the newest hundred.' })
  contacts(@CurrentOperation() operation: Operation, @Parent() { household }: HouseholdWithdrawn) {
    return this.withdrawals.contacts(operation, household);
  }
}
