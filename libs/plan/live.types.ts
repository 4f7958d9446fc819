import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

export type ChangeKind = 'BEGUN' | 'CHANGED' | 'RESYNC';
export const ChangeKindEnum = describeEnum<ChangeKind>('ChangeKind', 'Why something is told to who follows it.', {
  BEGUN: 'From here on changes are told. Ask what you show if it is older than the version that is told here.',
  CHANGED: 'Something was done. Ask again what you show of it.',
  RESYNC:
    'Changes may have been missed, because the connection of the server was away or you read too slowly. Ask again what you show.',
});

@RowClass(DataClass.K0)
@ObjectType({
  description:
    'That something changed, and never what it is now: ask the ordinary question for that. A line of it is told to whoever may read that line of the log, and to an agency when one of its own rows changed.',
})
export class Change {
  @Data(DataClass.K0)
  @Field(() => ChangeKindEnum, { description: 'Why this is told.' })
  kind: ChangeKind;

  @Data(DataClass.K0)
  @Field({ description: 'Was it done by yourself, perhaps in another window?' })
  mine: boolean;

  @Data(DataClass.K1)
  @Field(() => ID, {
    nullable: true,
    description: 'The household; null when it is about several, or about one that is no longer yours: ask your list again.',
  })
  household: Id | null;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'What was done, by its name in the API; null when nothing was.' })
  act: string | null;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'What it was done to: the household, a plan, or a row of the household.' })
  subject: Id | null;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'Which part of the plan it was done to, such as a goal or a position.' })
  part: Id | null;

  @Data(DataClass.K1)
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the subject after it; null when it has none, or was not changed.',
  })
  version: number | null;
}
