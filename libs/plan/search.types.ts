import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Data, DataClass, describeEnum, RowClass, Text, within, WordsShape } from '@doorbraak/access';
import type { Id, Words } from '@doorbraak/kernel';
import { type WorkRelation, WorkRelationEnum } from './work-list.inputs';

export const MOST_HITS = 20;

@ArgsType()
export class SearchArgs {
  @Text(200)
  @Field({
    description: 'Words that are all in what is found. Accents and capitals make no difference, and no character is a wildcard.',
  })
  words: string;

  @Check('LIMIT_PAGE', within(1, MOST_HITS))
  @Field(() => Int, { description: 'How many hits, 1 to 20. Anything else is refused with LIMIT_PAGE.' })
  first: number;
}

export type SearchKind = 'HOUSEHOLD' | 'AGENCY' | 'LAW' | 'PROVISION';
export const SearchKindEnum = describeEnum<SearchKind>('SearchKind', 'What was found.', {
  HOUSEHOLD: 'A household of your work list, open or closed.',
  AGENCY: 'An agency.',
  LAW: 'A law, of the country or of the municipality itself.',
  PROVISION: 'A provision of a law.',
});

@RowClass(DataClass.K1)
@ObjectType({ description: 'A household that was found by its code, a name or an agency, as far as you may see those.' })
export class FoundHousehold {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the household.' })
  id: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Code under which the team knows it.' })
  code: string;

  @Data(DataClass.K2)
  @Field(() => [String], { nullable: true, description: 'Names of who belong to it today; null = not for this reader.' })
  memberNames: string[] | null;

  @Data(DataClass.K1)
  @Field(() => WorkRelationEnum, { description: 'What you are to it.' })
  relation: WorkRelation;

  @Data(DataClass.K1)
  @Field(() => Boolean, { description: 'Was the file closed?' })
  isClosed: boolean;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An agency, a law or a provision that was found.' })
export class FoundReference {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the agency, or the key of the law or provision.' })
  key: string;

  @Data(DataClass.K0)
  @Field({ description: 'Name of the agency, title of the law, or law and article.' })
  title: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { nullable: true, description: 'Of a provision: what it says, in own words.' })
  summary: Words | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'One hit of a search. One of the two fields beside the kind is filled.' })
export class SearchHit {
  @Data(DataClass.K0)
  @Field(() => SearchKindEnum, { description: 'What it is.' })
  kind: SearchKind;

  @Data(DataClass.K0)
  @Field(() => FoundHousehold, { nullable: true, description: 'The household; null = something else was found.' })
  household: FoundHousehold | null;

  @Data(DataClass.K0)
  @Field(() => FoundReference, { nullable: true, description: 'The agency, law or provision; null = a household was found.' })
  reference: FoundReference | null;
}
