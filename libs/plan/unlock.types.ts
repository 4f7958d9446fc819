import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass, WordsShape } from '@doorbraak/access';
import { type Chosen, type ChosenCode, type Circle, type CircularWait, type Smallest, type Unlock } from '@doorbraak/household';
import type { Id, Words } from '@doorbraak/kernel';

export const ChosenCodeEnum = describeEnum<ChosenCode>('ChosenCode', 'Why a wait is in the preferred set.', {
  ONLY_LIFTABLE: 'Of all that would close again without it, nobody can lift another.',
  OPENS_MORE: 'Others can be lifted, but none of them opens all that this one opens.',
  HAS_ROOM: 'Its provision has room; those of its alternatives have none.',
  HAS_ROOM_FIRST: 'Its provision has room, as others have, and it comes first.',
  EQUAL_FIRST: 'No alternative is better, and it comes first.',
  BEST_SEEN: 'The search ended before all sets were seen; an alternative may be better.',
});

@RowClass(DataClass.K4)
@ObjectType('Circle', { description: 'What waits for each other.' })
export class CircleType implements Circle {
  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Problems and involvements, in the order in which the longest loop reads.' })
  members: Id[];

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'The waits among them.' })
  waits: Id[];
}

@RowClass(DataClass.K4)
@ObjectType('SmallestUnlock', { description: 'The fewest waits to lift so that no circle with a liftable wait is left.' })
export class SmallestType implements Omit<Smallest, 'count'> {
  @Data(DataClass.K4)
  @Field(() => Int, { description: 'How many; when not exact, an upper bound.' })
  size: number;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Fewer than this is proven impossible.' })
  lowerBound: number;

  @Data(DataClass.K4)
  @Field({ description: 'Is the size proven to be the smallest?' })
  exact: boolean;

  @Data(DataClass.K4)
  @Field(() => [[ID]], { description: 'The first 50 of the equally small sets, the preferred one in front.' })
  sets: Id[][];

  @Data(DataClass.K4)
  @Field({ description: 'How many equally small sets there are, in digits: it can be beyond 2^53.' })
  setCount: string;

  @Data(DataClass.K4)
  @Field({ description: 'Is that their number? Else there are at least so many.' })
  countExact: boolean;

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'The set that is preferred: waits whose provision has room come first.' })
  preferred: Id[];

  @Data(DataClass.K4)
  @Field(() => WordsShape, { description: 'The same in a sentence.' })
  words: Words;
}

@RowClass(DataClass.K4)
@ObjectType('CircularWait', { description: 'A circular wait (kringwachten) between agencies or problems.' })
export class CircularWaitType implements Omit<CircularWait, 'smallest'> {
  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Problems and involvements, in the order in which the longest loop reads.' })
  members: Id[];

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'The waits among them.' })
  waits: Id[];

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Its waits that nobody can lift.' })
  notLiftable: Id[];

  @Data(DataClass.K4)
  @Field(() => [CircleType], { description: 'Circles in it that consist of such waits only.' })
  unbreakable: CircleType[];

  @Data(DataClass.K4)
  @Field(() => SmallestType, { description: 'The fewest waits to lift in it.' })
  smallest: SmallestType;
}

@RowClass(DataClass.K4)
@ObjectType('ChosenWait', { description: 'Why this wait is in the preferred set.' })
export class ChosenType implements Chosen {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The wait.' })
  wait: Id;

  @Data(DataClass.K4)
  @Field(() => ChosenCodeEnum, { description: 'Why, as a code.' })
  code: ChosenCode;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'In which of `circles`, from 0.' })
  circle: number;

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Waits that would do the same in its place.' })
  alternatives: Id[];

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Waits that close again without it.' })
  stuck: Id[];

  @Data(DataClass.K4)
  @Field(() => WordsShape, { description: 'Why, in words.' })
  words: Words;
}

@RowClass(DataClass.K4)
@ObjectType('Unlock', { description: 'The circular waits of a household, and the fewest decisions that open them all.' })
export class UnlockType implements Omit<Unlock, 'circles' | 'smallest' | 'chosen'> {
  @Data(DataClass.K4)
  @Field(() => [ID], {
    description: 'All waits that hold something up: not lifted, and neither what waits nor what it waits for is over.',
  })
  live: Id[];

  @Data(DataClass.K4)
  @Field(() => [CircularWaitType], { description: 'Every circular wait, the largest first.' })
  circles: CircularWaitType[];

  @Data(DataClass.K4)
  @Field(() => SmallestType, { description: 'Over all circular waits together.' })
  smallest: SmallestType;

  @Data(DataClass.K4)
  @Field(() => [ChosenType], { description: 'Why each wait of the preferred set.' })
  chosen: ChosenType[];

  @Data(DataClass.K4)
  @Field(() => [CircleType], { description: 'Circles that nobody can break: they stay, whatever is lifted.' })
  remaining: CircleType[];

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'All waits that nobody can lift, also outside circles.' })
  notLiftable: Id[];
}
