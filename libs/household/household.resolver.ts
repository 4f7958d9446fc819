import { Args, ArgsType, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, IsId, PageArgs, WithInput, type Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import {
  AgencyInvolvement,
  HandlingNote,
  Household,
  HouseholdMember,
  Intervention,
  LeadAssignment,
  Problem,
  Share,
  Wait,
} from './household.entity';
import * as inputs from './household.inputs';
import type { HouseholdMap } from './household.map';
import { HouseholdService } from './household.service';
import { BandEnum, HouseholdConnection, HouseholdOutcome, MonthOfContacts } from './household.types';

@ArgsType()
class HouseholdArgs {
  @IsId()
  @Field(() => ID, { description: 'Id of the household.' })
  id: Id;
}
@ArgsType()
class CreateHouseholdArgs extends WithInput(inputs.CreateHouseholdInput) {}
@ArgsType()
class RecordOwnWordsArgs extends WithInput(inputs.RecordOwnWordsInput) {}
@ArgsType()
class SetNeighbourhoodArgs extends WithInput(inputs.SetNeighbourhoodInput) {}

/** Fields answer from the map that the question or the act has loaded; a list holds what this actor may see of it, which can be nothing. */
@Resolver(() => Household)
export class HouseholdResolver {
  constructor(private readonly households: HouseholdService) {}

  @Act('readHousehold')
  @Query(() => Household, {
    nullable: true,
    description: 'One household with everything of it that is for you; null when it does not exist or is not for you.',
  })
  household(@CurrentOperation() operation: Operation, @Args() { id }: HouseholdArgs) {
    return this.households.one(operation, id);
  }

  @Act('listHouseholds')
  @Query(() => HouseholdConnection, { name: 'households', description: 'The households that are for you, by code.' })
  list(@CurrentOperation() operation: Operation, @Args() { first, after }: PageArgs) {
    return this.households.households(operation, first, after);
  }

  @Data(DataClass.K4)
  @ResolveField(() => BandEnum, {
    nullable: true,
    description: 'How complex it is; advises and refuses nothing. Null for who may not read its problems.',
  })
  band(@Parent() household: HouseholdMap) {
    return household.band;
  }

  @Data(DataClass.K1)
  @ResolveField(() => [LeadAssignment], { description: 'Who leads and deputises, and who did, in order.' })
  assignments(@Parent() household: HouseholdMap) {
    return household.assignments;
  }

  @Data(DataClass.K1)
  @ResolveField(() => LeadAssignment, { nullable: true, description: 'Who leads now; null = nobody.' })
  lead(@Parent() household: HouseholdMap) {
    return household.lead;
  }

  @Data(DataClass.K1)
  @ResolveField(() => LeadAssignment, { nullable: true, description: 'Who deputises now; null = nobody.' })
  deputy(@Parent() household: HouseholdMap) {
    return household.deputy;
  }

  @Data(DataClass.K2)
  @ResolveField(() => [HouseholdMember], {
    nullable: true,
    description: 'Its members, also those who left; null = not for this reader.',
  })
  members(@Parent() household: HouseholdMap) {
    return household.members;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [Problem], { nullable: true, description: 'Its problems; null = not for this reader.' })
  problems(@Parent() household: HouseholdMap) {
    return household.problems;
  }

  @Data(DataClass.K1)
  @ResolveField(() => [AgencyInvolvement], { description: 'The agencies that are or were involved.' })
  involvements(@Parent() household: HouseholdMap) {
    return household.involvements;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [Intervention], { nullable: true, description: 'Help that runs or ran; null = not for this reader.' })
  interventions(@Parent() household: HouseholdMap) {
    return household.interventions;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [Wait], {
    nullable: true,
    description: 'What waits for what, also what was lifted; null = not for this reader.',
  })
  waits(@Parent() household: HouseholdMap) {
    return household.waits;
  }

  @Data(DataClass.K5)
  @ResolveField(() => [HandlingNote], {
    nullable: true,
    description: 'How to treat its members well; null = not for this reader.',
  })
  handlingNotes(@Parent() household: HouseholdMap) {
    return household.handlingNotes;
  }

  @Data(DataClass.K8)
  @ResolveField(() => [Share], {
    nullable: true,
    description: 'What agencies may read, also what ended; null = not for this reader.',
  })
  shares(@Parent() household: HouseholdMap) {
    return household.shares;
  }

  @Data(DataClass.K1)
  @ResolveField(() => [MonthOfContacts], {
    description: 'Contacts per month of the last two years, months without any left out.',
  })
  contactsPerMonth(@Parent() household: HouseholdMap) {
    return household.contactsPerMonth;
  }

  @Act('createHousehold')
  @Mutation(() => HouseholdOutcome, {
    description: 'Start a household; the caller becomes its lead. Refused: NOT_A_PROFESSIONAL, HOUSEHOLD_CODE_TAKEN.',
  })
  createHousehold(@CurrentOperation() operation: Operation, @Args() { key, input }: CreateHouseholdArgs) {
    return this.households.createHousehold(operation, key, input);
  }

  @Act('recordOwnWords')
  @Mutation(() => HouseholdOutcome, {
    description: 'Record what would get it out, in the words of the household. Refused: CHANGED_MEANWHILE.',
  })
  recordOwnWords(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordOwnWordsArgs) {
    return this.households.recordOwnWords(operation, key, input);
  }

  @Act('setNeighbourhood')
  @Mutation(() => HouseholdOutcome, {
    description: 'Say in which neighbourhood the household lives, or correct that. Refused: CHANGED_MEANWHILE.',
  })
  setNeighbourhood(@CurrentOperation() operation: Operation, @Args() { key, input }: SetNeighbourhoodArgs) {
    return this.households.setNeighbourhood(operation, key, input);
  }
}
