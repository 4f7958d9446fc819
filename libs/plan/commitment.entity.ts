import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { Certainty } from './commitment.rules';

export const CertaintyEnum = describeEnum<Certainty>(
  'CommitmentCertainty',
  'How certain a promise is, as who makes it says so.',
  {
    CERTAIN: 'It will be so.',
    EXPECTED: 'It is expected.',
    I_WILL_TRY: 'It will be tried; more is not promised.',
  },
);

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description:
    'A promise (toezegging) of an agency, a member of the household or a professional. That its day has passed follows from the day; no job has to have run.',
})
@Entity('commitment')
export class Commitment extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the promise.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The plan.' })
  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The involvement of the agency that promises; null = somebody else does.' })
  @Column('uuid', { name: 'involvement_id', nullable: true })
  involvementId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The member of the household who promises; null = somebody else does.' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The professional who promises; null = somebody else does.' })
  @Column('uuid', { name: 'professional_id', nullable: true })
  professionalId: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The name under which colleagues know that professional.' })
  professionalLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What was promised.' })
  @Column('text')
  what: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Its last day, as it was promised first.' })
  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => CertaintyEnum, { description: 'How certain.' })
  @Column('text')
  certainty: Certainty;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the household was told that it comes later; null = it was told nothing.',
  })
  @Column('date', { name: 'told_on', nullable: true })
  toldOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day that the household was told then.' })
  @Column('date', { name: 'new_due_on', nullable: true })
  newDueOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it comes later.' })
  @Column('text', { name: 'late_reason', nullable: true })
  lateReason: string | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Kept on.' })
  @Column('date', { name: 'kept_on', nullable: true })
  keptOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was clear that it will not be kept.' })
  @Column('date', { name: 'broken_on', nullable: true })
  brokenOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was not kept.' })
  @Column('text', { name: 'broken_reason', nullable: true })
  brokenReason: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}
