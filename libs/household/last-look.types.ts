import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { InstantScalar } from '@doorbraak/platform';

@RowClass(DataClass.K1)
@ObjectType({ description: 'One act on a household or a plan of it.' })
export class ChangeSeen {
  @Data(DataClass.K1)
  @Field({ description: 'What was done, by the name of the act.' })
  act: string;

  @Data(DataClass.K1)
  @Field(() => InstantScalar, { description: 'When, in real time.' })
  at: Date;

  @Data(DataClass.K1)
  @Field(() => String, {
    nullable: true,
    description: 'Who: the name of the agency, or the name that colleagues know; null for a member of the household.',
  })
  byLabel: string | null;

  @Data(DataClass.K1)
  @Field(() => ID, {
    nullable: true,
    description:
      'What was added or changed: the id of a row of the household, of a plan, of a person or of a hand-over of several households.',
  })
  subject: Id | null;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'Which part of it, such as a measure of a plan; null = the whole.' })
  part: Id | null;
}

@RowClass(DataClass.K1)
@ObjectType({
  description: 'What others did in a household since this reader last marked it as seen; who did it knows the own acts.',
})
export class HouseholdChanges {
  @Data(DataClass.K1)
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Until when it was seen, in real time; null = never marked, then everything counts.',
  })
  since: Date | null;

  @Data(DataClass.K1)
  @Field(() => [ChangeSeen], { description: 'The acts, the newest first, at most a hundred.' })
  acts: ChangeSeen[];
}
