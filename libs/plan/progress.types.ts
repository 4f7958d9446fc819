import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { MeasureStep } from './progress.entity';
import type { ProgressState } from './progress.rules';

export const ProgressStateEnum = describeEnum<ProgressState>('MeasureState', 'How far a measure is carried out.', {
  OPEN: 'Nothing was done yet.',
  STARTED: 'It began and runs as an intervention.',
  DONE: 'What it was to bring about is there.',
  DROPPED: 'It is not carried out any more.',
});

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'How far a measure is carried out.' })
export class MeasureProgress {
  @Data(DataClass.K7)
  @Field(() => ProgressStateEnum, { description: 'How far it is.' })
  state: ProgressState;

  @Data(DataClass.K7)
  @Field(() => [MeasureStep], { description: 'Its steps, the oldest first.' })
  steps: MeasureStep[];

  @Data(DataClass.K4)
  @Field(() => [ID], {
    nullable: true,
    description:
      'Waits that it lifts and that still stand although it is done, because the agency itself said that it is: look whether they have ended and lift them. Null = not for this reader.',
  })
  waitsLeft: Id[];
}
