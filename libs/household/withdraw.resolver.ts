import { Args, ArgsType, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, RowClass, WithInput } from '@doorbraak/access';
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
import {
  Attachment,
  ClaimAction,
  ContactYear,
  DebtClaim,
  Evidence,
  EvidenceRequest,
  Indication,
  IndicationLook,
  Letter,
  SpendingRoom,
} from './paper.entity';
import { WithdrawFromHouseholdInput } from './withdraw.inputs';
import { WithdrawService } from './withdraw.service';

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({
  description: 'What was withdrawn from a household as a mistake, each with its day and reason. Nothing is judged by it.',
})
export class HouseholdWithdrawn implements HouseholdEntries {
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

  @Data(DataClass.K1)
  @Field(() => [Contact], { description: 'Contacts, and counts of a month; the latest hundred.' })
  contacts: Contact[];

  @Data(DataClass.K4)
  @Field(() => [Letter], { nullable: true, description: 'Letters; null = not for this reader.' })
  letters: Letter[];

  @Data(DataClass.K4)
  @Field(() => [Attachment], {
    nullable: true,
    description: 'Photos and PDFs of letters; their bytes are served to nobody any more. Null = not for this reader.',
  })
  attachments: Attachment[];

  @Data(DataClass.K4)
  @Field(() => [SpendingRoom], { nullable: true, description: 'What was told of a week; null = not for this reader.' })
  spendingRoom: SpendingRoom[];

  @Data(DataClass.K4)
  @Field(() => [Evidence], { nullable: true, description: 'Evidence; null = not for this reader.' })
  evidence: Evidence[];

  @Data(DataClass.K4)
  @Field(() => [EvidenceRequest], { nullable: true, description: 'Requests for evidence; null = not for this reader.' })
  evidenceRequests: EvidenceRequest[];

  @Data(DataClass.K5)
  @Field(() => [Indication], { nullable: true, description: 'Indications; null = not for this reader.' })
  indications: Indication[];

  @Data(DataClass.K5)
  @Field(() => [IndicationLook], { nullable: true, description: 'Looks at an indication; null = not for this reader.' })
  looks: IndicationLook[];

  @Data(DataClass.K4)
  @Field(() => [DebtClaim], { nullable: true, description: 'Claims; null = not for this reader.' })
  claims: DebtClaim[];

  @Data(DataClass.K4)
  @Field(() => [ClaimAction], { nullable: true, description: 'What was done with a claim; null = not for this reader.' })
  claimActions: ClaimAction[];

  @Data(DataClass.K1)
  @Field(() => [ContactYear], { description: 'What was told of a year.' })
  contactYears: ContactYear[];
}

@ArgsType()
class WithdrawFromHouseholdArgs extends WithInput(WithdrawFromHouseholdInput) {}

@Resolver(() => Household)
export class WithdrawResolver {
  constructor(private readonly withdrawals: WithdrawService) {}

  @Data(DataClass.K1)
  @ResolveField(() => HouseholdWithdrawn, { description: 'What was withdrawn as a mistake.' })
  async withdrawn(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap): Promise<HouseholdWithdrawn> {
    return Object.assign(new HouseholdWithdrawn(), await this.withdrawals.listsOf(operation, household));
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
