import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { EscalationOutcome } from './ladder.rules';

export const EscalationOutcomeEnum = describeEnum<EscalationOutcome>('EscalationOutcome', 'What came of a step up the ladder.', {
  SOLVED: 'It was solved there.',
  REFUSED: 'It was heard and refused.',
  NO_ANSWER: 'Nobody answered.',
});

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description:
    'One step up the ladder of escalation (opschalen): 1 fixteam, 2 custom solution desk or municipal table, 3 alderman or director, 4 national desk, 5 national escalation team. Whoever leads goes on leading. Source: field guide 2.6.',
})
@Entity('escalation')
export class Escalation extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the step.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Column('uuid', { name: 'position_id', nullable: true })
  positionId: Id | null;

  @Column('uuid', { name: 'dispute_id', nullable: true })
  disputeId: Id | null;

  /** Which asking of the question was taken up: one that is asked anew begins below the ladder. */
  @Column('int', { name: 'times_asked' })
  timesAsked: number;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Which rung, 1 to 5.' })
  @Column('int')
  rung: number;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Who was asked there.' })
  @Column('text')
  body: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'On which day.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'Working days to answer in; null on the national rungs, which are followed.' })
  @Column('int', { name: 'clock_days', nullable: true })
  clockDays: number | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to answer; null = no clock.' })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => EscalationOutcomeEnum, { nullable: true, description: 'What came of it; null = nothing was written down.' })
  @Column('text', { nullable: true })
  outcome: EscalationOutcome | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'When that was clear.' })
  @Column('date', { name: 'outcome_on', nullable: true })
  outcomeOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'What was tried and said.' })
  @Column('text', { name: 'outcome_words', nullable: true })
  outcomeWords: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}
