import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { StepState } from './progress.rules';

export const StepStateEnum = describeEnum<StepState>('MeasureStepState', 'One step in carrying a measure out.', {
  STARTED: 'It began; from then on it is an intervention.',
  DONE: 'What it was to bring about is there. Help that began for it may go on.',
  DROPPED: 'It is not carried out any more, with the reason. Help that began for it ended that day.',
});

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'A step in carrying a measure out, after the decision.' })
@Entity('measure_progress')
export class MeasureStep extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the step.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure; of one that went on into a next version the first one (`copiedFromId`).' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => StepStateEnum, { description: 'Which step.' })
  @Column('text')
  state: StepState;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'When.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was dropped; null for the other steps.' })
  @Column('text', { nullable: true })
  reason: string | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The intervention that it became when it started; null for the other steps.' })
  @Column('uuid', { name: 'intervention_id', nullable: true })
  interventionId: Id | null;

  /** The help or the waits that it ended. */
  @Column('uuid', { array: true })
  ended: Id[];
}
