import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, Refused, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { InstantScalar } from '@doorbraak/platform';
import { AgencyInvolvement, Contact, HandlingNote, HouseholdMember, Intervention, Problem, Wait } from './household.entity';
import { HouseholdLine, HouseholdRefused } from './household.types';
import {
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

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({
  description:
    'What was withdrawn as a mistake, each with its day and reason. Nothing is judged by it. Null = not for this reader.',
})
export class HouseholdWithdrawn {
  @Data(DataClass.K2)
  @Field(() => [HouseholdMember], { nullable: true, description: 'Memberships.' })
  members: HouseholdMember[];

  @Data(DataClass.K4)
  @Field(() => [Problem], { nullable: true, description: 'Problems.' })
  problems: Problem[];

  @Data(DataClass.K1)
  @Field(() => [AgencyInvolvement], { description: 'Involvements.' })
  involvements: AgencyInvolvement[];

  @Data(DataClass.K5)
  @Field(() => [HandlingNote], { nullable: true, description: 'Handling notes.' })
  handlingNotes: HandlingNote[];

  @Data(DataClass.K4)
  @Field(() => [Intervention], { nullable: true, description: 'Interventions.' })
  interventions: Intervention[];

  @Data(DataClass.K4)
  @Field(() => [Wait], { nullable: true, description: 'Waits.' })
  waits: Wait[];

  @Data(DataClass.K1)
  @Field(() => [Contact], { description: 'Contacts, and counts of a month; the latest 100.' })
  contacts: Contact[];

  @Data(DataClass.K4)
  @Field(() => [Letter], { nullable: true, description: 'Letters.' })
  letters: Letter[];

  @Data(DataClass.K4)
  @Field(() => [SpendingRoom], { nullable: true, description: 'What was told of a week.' })
  spendingRoom: SpendingRoom[];

  @Data(DataClass.K4)
  @Field(() => [Evidence], { nullable: true, description: 'Evidence.' })
  evidence: Evidence[];

  @Data(DataClass.K4)
  @Field(() => [EvidenceRequest], { nullable: true, description: 'Requests for evidence.' })
  evidenceRequests: EvidenceRequest[];

  @Data(DataClass.K5)
  @Field(() => [Indication], { nullable: true, description: 'Indications.' })
  indications: Indication[];

  @Data(DataClass.K5)
  @Field(() => [IndicationLook], { nullable: true, description: 'Looks at an indication that were planned.' })
  looks: IndicationLook[];

  @Data(DataClass.K4)
  @Field(() => [DebtClaim], { nullable: true, description: 'Claims.' })
  claims: DebtClaim[];

  @Data(DataClass.K4)
  @Field(() => [ClaimAction], { nullable: true, description: 'What was done with a claim.' })
  claimActions: ClaimAction[];

  @Data(DataClass.K1)
  @Field(() => [ContactYear], { description: 'What was told of a year.' })
  contactYears: ContactYear[];
}

@RowClass(DataClass.K1)
@ObjectType({ description: 'One act on a household.' })
export class ChangeSeen {
  @Data(DataClass.K1)
  @Field({ description: 'The act, by its name in the API.' })
  act: string;

  @Data(DataClass.K1)
  @Field(() => InstantScalar, { description: 'When.' })
  at: Date;

  @Data(DataClass.K1)
  @Field(() => String, {
    nullable: true,
    description: 'Who, as colleagues know them, or the agency; null = somebody of the household.',
  })
  byLabel: string | null;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'What it changed.' })
  subject: Id | null;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'Which part of that.' })
  part: Id | null;
}

@RowClass(DataClass.K1)
@ObjectType({ description: 'What happened in a household since you last looked.' })
export class HouseholdChanges {
  @Data(DataClass.K1)
  @Field(() => InstantScalar, { nullable: true, description: 'When you last said that you had seen it; null = never.' })
  since: Date | null;

  @Data(DataClass.K1)
  @Field(() => [ChangeSeen], { description: 'Newest first, at most 100.' })
  acts: ChangeSeen[];
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'Households that changed hands.' })
export class HandedOver {
  @Data(DataClass.K0)
  @Field(() => [HouseholdLine], { description: 'All of them.' })
  households: HouseholdLine[];
}

export const HandOverOutcome = createUnionType({
  name: 'HandOverOutcome',
  description: 'What changed hands, or every reason why nothing did.',
  types: () => [HandedOver, HouseholdRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? HouseholdRefused : HandedOver),
});
