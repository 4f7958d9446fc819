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
import {
  BandEnum,
  ContactConnection,
  HouseholdConnection,
  HouseholdOutcome,
  MonthOfContacts,
  RevealBsnOutcome,
} from './household.types';

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
class AssignArgs extends WithInput(inputs.AssignInput) {}
@ArgsType()
class EndDeputyArgs extends WithInput(inputs.EndDeputyInput) {}
@ArgsType()
class AddMemberArgs extends WithInput(inputs.AddMemberInput) {}
@ArgsType()
class EndMembershipArgs extends WithInput(inputs.EndMembershipInput) {}
@ArgsType()
class AddProblemArgs extends WithInput(inputs.AddProblemInput) {}
@ArgsType()
class SetProblemStatusArgs extends WithInput(inputs.SetProblemStatusInput) {}
@ArgsType()
class AddInvolvementArgs extends WithInput(inputs.AddInvolvementInput) {}
@ArgsType()
class EndInvolvementArgs extends WithInput(inputs.EndInvolvementInput) {}
@ArgsType()
class AddInterventionArgs extends WithInput(inputs.AddInterventionInput) {}
@ArgsType()
class EndInterventionArgs extends WithInput(inputs.EndInterventionInput) {}
@ArgsType()
class AddWaitArgs extends WithInput(inputs.AddWaitInput) {}
@ArgsType()
class LiftWaitArgs extends WithInput(inputs.LiftWaitInput) {}
@ArgsType()
class RecordContactArgs extends WithInput(inputs.RecordContactInput) {}
@ArgsType()
class CountContactsArgs extends WithInput(inputs.CountContactsInput) {}
@ArgsType()
class AddHandlingNoteArgs extends WithInput(inputs.AddHandlingNoteInput) {}
@ArgsType()
class ShareArgs extends WithInput(inputs.ShareInput) {}
@ArgsType()
class WithdrawShareArgs extends WithInput(inputs.WithdrawShareInput) {}
@ArgsType()
class RevealBsnArgs extends WithInput(inputs.RevealBsnInput) {}

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

  @Data(DataClass.K1)
  @ResolveField(() => ContactConnection, { description: 'Contacts one by one, newest first.' })
  contacts(@CurrentOperation() operation: Operation, @Parent() { id }: HouseholdMap, @Args() { first, after }: PageArgs) {
    return this.households.contacts(operation, id, first, after);
  }

  @Act('revealBsn')
  @Mutation(() => RevealBsnOutcome, {
    description: 'See a whole citizen service number, for a reason that is kept in the log. Refused: MEMBER_UNKNOWN.',
  })
  revealBsn(@CurrentOperation() operation: Operation, @Args() { key, input }: RevealBsnArgs) {
    return this.households.revealBsn(operation, key, input);
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

  @Act('assignLead')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Make somebody the lead from today; the lead so far stops. Refused: NOT_A_PROFESSIONAL, LEAD_IS_DEPUTY, CHANGED_MEANWHILE.',
  })
  assignLead(@CurrentOperation() operation: Operation, @Args() { key, input }: AssignArgs) {
    return this.households.assignLead(operation, key, input);
  }

  @Act('assignDeputy')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Make somebody the deputy from today. Refused: NOT_A_PROFESSIONAL, LEAD_MISSING, LEAD_IS_DEPUTY, CHANGED_MEANWHILE.',
  })
  assignDeputy(@CurrentOperation() operation: Operation, @Args() { key, input }: AssignArgs) {
    return this.households.assignDeputy(operation, key, input);
  }

  @Act('endDeputy')
  @Mutation(() => HouseholdOutcome, { description: 'The deputy stops today. Refused: DEPUTY_MISSING, CHANGED_MEANWHILE.' })
  endDeputy(@CurrentOperation() operation: Operation, @Args() { key, input }: EndDeputyArgs) {
    return this.households.endDeputy(operation, key, input);
  }

  @Act('addMember')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add a person to the household. Refused: MEMBER_UNKNOWN, MEMBER_ALREADY, REQUIRED, DATE_INVALID, DATE_FUTURE, DATE_IMPLAUSIBLE, BSN_INVALID, DUPLICATE_PERSON, RANGE_INVERTED.',
  })
  addMember(@CurrentOperation() operation: Operation, @Args() { key, input }: AddMemberArgs) {
    return this.households.addMember(operation, key, input);
  }

  @Act('endMembership')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of a membership. Refused: RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endMembership(@CurrentOperation() operation: Operation, @Args() { key, input }: EndMembershipArgs) {
    return this.households.endMembership(operation, key, input);
  }

  @Act('addProblem')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add a problem. Refused: PROBLEM_TYPE_UNKNOWN, MEMBER_UNKNOWN, PROBLEM_UNKNOWN, CAUSED_BY_ITSELF, DATE_FUTURE, DATE_IMPLAUSIBLE.',
  })
  addProblem(@CurrentOperation() operation: Operation, @Args() { key, input }: AddProblemArgs) {
    return this.households.addProblem(operation, key, input);
  }

  @Act('setProblemStatus')
  @Mutation(() => HouseholdOutcome, { description: 'Say how a problem stands. Refused: CHANGED_MEANWHILE.' })
  setProblemStatus(@CurrentOperation() operation: Operation, @Args() { key, input }: SetProblemStatusArgs) {
    return this.households.setProblemStatus(operation, key, input);
  }

  @Act('addInvolvement')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add an agency; this opens nothing to it. Refused: AGENCY_UNKNOWN, LAW_UNKNOWN, PAYER_UNKNOWN, REQUIRED, PROBLEM_UNKNOWN, RANGE_INVERTED.',
  })
  addInvolvement(@CurrentOperation() operation: Operation, @Args() { key, input }: AddInvolvementArgs) {
    return this.households.addInvolvement(operation, key, input);
  }

  @Act('endInvolvement')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of an involvement. Refused: RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endInvolvement(@CurrentOperation() operation: Operation, @Args() { key, input }: EndInvolvementArgs) {
    return this.households.endInvolvement(operation, key, input);
  }

  @Act('addIntervention')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add help that runs or ran. Refused: SERVICE_UNKNOWN, INVOLVEMENT_UNKNOWN, PROBLEM_UNKNOWN, DATE_FUTURE, RANGE_INVERTED.',
  })
  addIntervention(@CurrentOperation() operation: Operation, @Args() { key, input }: AddInterventionArgs) {
    return this.households.addIntervention(operation, key, input);
  }

  @Act('endIntervention')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of an intervention. Refused: RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endIntervention(@CurrentOperation() operation: Operation, @Args() { key, input }: EndInterventionArgs) {
    return this.households.endIntervention(operation, key, input);
  }

  @Act('addWait')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add what waits for what. Refused: WAIT_ON_ITSELF, WAIT_END_UNKNOWN, INVOLVEMENT_UNKNOWN, PROVISION_UNKNOWN, DATE_FUTURE.',
  })
  addWait(@CurrentOperation() operation: Operation, @Args() { key, input }: AddWaitArgs) {
    return this.households.addWait(operation, key, input);
  }

  @Act('liftWait')
  @Mutation(() => HouseholdOutcome, {
    description: 'Say that a wait is over. Refused: RANGE_INVERTED, DATE_FUTURE, CHANGED_MEANWHILE.',
  })
  liftWait(@CurrentOperation() operation: Operation, @Args() { key, input }: LiftWaitArgs) {
    return this.households.liftWait(operation, key, input);
  }

  @Act('recordContact')
  @Mutation(() => HouseholdOutcome, {
    description: 'Record one contact. Refused: INVOLVEMENT_UNKNOWN, PROBLEM_UNKNOWN, DATE_FUTURE.',
  })
  recordContact(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordContactArgs) {
    return this.households.recordContact(operation, key, input);
  }

  @Act('countContacts')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record the number of contacts of a month as it was told. Refused: INVOLVEMENT_UNKNOWN, DATE_INVALID, DATE_FUTURE, MONTH_COUNTED.',
  })
  countContacts(@CurrentOperation() operation: Operation, @Args() { key, input }: CountContactsArgs) {
    return this.households.countContacts(operation, key, input);
  }

  @Act('addHandlingNote')
  @Mutation(() => HouseholdOutcome, {
    description: 'Write down how to treat somebody well. Refused: MEMBER_UNKNOWN, INVOLVEMENT_UNKNOWN.',
  })
  addHandlingNote(@CurrentOperation() operation: Operation, @Args() { key, input }: AddHandlingNoteArgs) {
    return this.households.addHandlingNote(operation, key, input);
  }

  @Act('share')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Let one agency read something, on a basis and until a day. Refused: INVOLVEMENT_UNKNOWN, MEMBER_UNKNOWN, SHARE_NOTHING, NOTE_UNKNOWN, NOTE_ABOUT_OTHER, RANGE_INVERTED, BASIS_UNKNOWN, BASIS_NOT_VALID, PURPOSE_OUTSIDE_BASIS, DOMAIN_OUTSIDE_BASIS, RECIPIENT_OUTSIDE_BASIS, CONSENT_MISSING.',
  })
  share(@CurrentOperation() operation: Operation, @Args() { key, input }: ShareArgs) {
    return this.households.share(operation, key, input);
  }

  @Act('withdrawShare')
  @Mutation(() => HouseholdOutcome, { description: 'End a share today. Refused: CHANGED_MEANWHILE.' })
  withdrawShare(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawShareArgs) {
    return this.households.withdrawShare(operation, key, input);
  }
}
