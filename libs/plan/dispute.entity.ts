import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { Escalation } from './ladder.entity';

@RowClass(DataClass.K7)
@ObjectType({
  description:
    'A dispute about which law pays. Until it is settled one payer goes first, and what that payer pays is shown as provisional.',
})
@Entity('dispute')
export class Dispute extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the dispute.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The plan.' })
  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What it is about.' })
  @Column('text')
  about: string;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'The laws that could pay.' })
  @Column('text', { array: true })
  laws: string[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'The involvements of the agencies that differ.' })
  @Column('uuid', { name: 'involvement_ids', array: true })
  involvementIds: Id[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'The measures that wait for it.' })
  @Column('uuid', { name: 'measure_ids', array: true })
  measureIds: Id[];

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Who pays until it is settled, a key of the list of payers.' })
  @Column('text', { name: 'interim_payer' })
  interimPayer: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Opened on.' })
  @Column('date', { name: 'opened_on' })
  openedOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Working days to settle it in.' })
  @Column('int', { name: 'clock_days' })
  clockDays: number;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Last day to settle it; after that it goes up the ladder.' })
  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Settled on; null = open.' })
  @Column('date', { name: 'settled_on', nullable: true })
  settledOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The law that pays.' })
  @Column('text', { name: 'settled_law', nullable: true })
  settledLaw: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Who pays, also what was paid until then.' })
  @Column('text', { name: 'settled_payer', nullable: true })
  settledPayer: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why.' })
  @Column('text', { nullable: true })
  reasoning: string | null;

  @Data(DataClass.K7)
  @Field(() => [Escalation], { description: 'The steps up the ladder that were taken for it, lowest first.' })
  escalations: Escalation[];

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}
