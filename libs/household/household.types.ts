import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, PageInfo, Refused, RowClass, type Relation } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { Band } from './household.band.rules';
import { Contact, Household } from './household.entity';

export const BandEnum = describeEnum<Band>(
  'ComplexityBand',
  'How complex a household is, counted from its open problems and the agencies that are involved today. It advises and refuses nothing.',
  {
    NONE: 'No open problem.',
    STANDARD: 'A few open problems; the usual way will do.',
    COORDINATED: 'More; somebody has to coordinate.',
    BREAKTHROUGH: 'So many problems and agencies that the usual way is stuck.',
  },
);

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'How many contacts a month had, as far as known. Months of which nothing is known are left out.' })
export class MonthOfContacts {
  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: LocalDate;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'Number of contacts.' })
  count: number;

  @Data(DataClass.K1)
  @Field(() => Boolean, {
    description: 'Is it, or a part of it, a number that somebody told instead of contacts that were recorded?',
  })
  counted: boolean;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A page of contacts, newest first.' })
export class ContactConnection {
  @Data(DataClass.K0)
  @Field(() => [Contact], { description: 'The contacts.' })
  nodes: Contact[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'A household in a list: enough to find it, nothing about who lives there.' })
export class HouseholdLine {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the household.' })
  id: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Code under which the team knows it.' })
  code: string;

  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The fixteam that answers for it.' })
  fixteamId: Id;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Who leads, under the name that colleagues know; null = nobody.' })
  leadLabel: string | null;

  tenant: Id;
  relations: Relation[];
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A page of households, by code.' })
export class HouseholdConnection {
  @Data(DataClass.K0)
  @Field(() => [HouseholdLine], { description: 'The households.' })
  nodes: HouseholdLine[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on a household was not done. All reasons come at once.' })
export class HouseholdRefused extends Refused {}

export const HouseholdOutcome = createUnionType({
  name: 'HouseholdOutcome',
  description: 'What came of an act on a household: the household as it is now, or every reason why not.',
  types: () => [Household, HouseholdRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? HouseholdRefused : Household),
});

@RowClass(DataClass.K3)
@ObjectType({ description: 'The whole citizen service number of one person. Who asked for it, and why, is in the log.' })
export class RevealedBsn {
  @Data(DataClass.K3)
  @Field(() => ID, { description: 'The person.' })
  person: Id;

  @Data(DataClass.K3)
  @Field(() => String, { nullable: true, description: 'Nine digits; null = none recorded, or its key was destroyed.' })
  bsn: string | null;
}

export const RevealBsnOutcome = createUnionType({
  name: 'RevealBsnOutcome',
  description: 'The number, or every reason why not.',
  types: () => [RevealedBsn, HouseholdRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? HouseholdRefused : RevealedBsn),
});
