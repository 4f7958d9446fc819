import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, Entry, RowClass } from '@doorbraak/access';
import { ContactChannel } from '@doorbraak/household';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description: 'A no of an agency (nee van een instantie): why, what is possible instead, and how the household heard it.',
})
@Entity('agency_refusal')
export class AgencyRefusal extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the no.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The plan.' })
  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The involvement of the agency that says no.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The measure it stands in the way of; null = none.' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'To what it says no.' })
  @Column('text')
  what: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Why.' })
  @Column('text')
  reason: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What is possible instead.' })
  @Column('text')
  alternative: string;

  @Data(DataClass.K7)
  @Field(() => String, {
    nullable: true,
    description: 'The provision it rests on, a key of the law catalogue; null = none named.',
  })
  @Column('text', { nullable: true })
  provision: string | null;

  @Data(DataClass.K7)
  @Field(() => ContactChannel, { description: 'How the household heard it. LETTER, MAIL and ONLINE are only written.' })
  @Column('text')
  channel: ContactChannel;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'When the household heard it.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The last day for somebody to call, two working days after a no that was only written; null = it was told in person.',
  })
  @Column('date', { name: 'call_by', nullable: true })
  callBy: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Called on.' })
  @Column('date', { name: 'called_on', nullable: true })
  calledOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The professional who called.' })
  @Column('uuid', { name: 'called_by', nullable: true })
  calledBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}
