import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import type { LongSentence, Readability, ReadingGrade } from './readability.rules';

export const ReadingGradeEnum = describeEnum<ReadingGrade>('ReadingGrade', 'How easily a text reads, for whoever writes it.', {
  EASY: 'Most people read this at once: a score of 70 or more.',
  FAIR: 'Many people read this with some effort: 50 to 69.',
  HARD: 'Many people do not get through this: below 50.',
});

@RowClass(DataClass.K7)
@ObjectType('LongSentence', { description: 'A sentence of more than fifteen words that the household will read.' })
export class LongSentenceType implements LongSentence {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The goal, measure or promise that it stands in.' })
  about: Id;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Of how many words.' })
  words: number;

  @Data(DataClass.K7)
  @Field({ description: 'The sentence.' })
  text: string;
}

@RowClass(DataClass.K7)
@ObjectType('Readability', {
  description:
    'How easily what the household will read of this plan reads: its goals, first steps, measures and promises. A help for the writer; it judges no reader and never blocks. Source of the score: Flesch for Dutch by W.H. Douma (1960).',
})
export class ReadabilityType implements Readability {
  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Number of sentences.' })
  sentences: number;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Number of words.' })
  words: number;

  @Data(DataClass.K7)
  @Field({ description: 'Words in a sentence on average, a decimal as text.' })
  wordsPerSentence: string;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Words in the longest sentence.' })
  longestSentence: number;

  @Data(DataClass.K7)
  @Field(() => [String], { description: 'Words of fourteen letters or five syllables and more, each once.' })
  hardWords: string[];

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: '0 to 100, higher reads easier; null = fewer than twenty words.' })
  score: number | null;

  @Data(DataClass.K7)
  @Field(() => ReadingGradeEnum, { nullable: true, description: 'The score as a word; null as above.' })
  grade: ReadingGrade | null;

  @Data(DataClass.K7)
  @Field(() => [LongSentenceType], { description: 'Sentences that are too long, where they stand.' })
  tooLong: LongSentenceType[];
}
