import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { HouseholdRow, LocalDateScalar } from '@doorbraak/platform';
import type { CapacityReason } from './capacity.rules';
import type { EscalationOutcome } from './ladder.rules';

export const EscalationOutcomeEnum = describeEnum<EscalationOutcome>('EscalationOutcome', 'What came of a step up the ladder.', {
  SOLVED: 'It was solved there.',
  REFUSED: 'It was heard and refused.',
  NO_ANSWER: 'Nobody answered.',
});

export const CapacityReasonEnum = describeEnum<CapacityReason>(
  'CapacityReason',
  'Why somebody could not act as the rules expect (doenvermogen). A closed list, written down as a reason; never a score. Source: WRR 2017, "Weten is nog geen doen"; policy rule of the SVB.',
  {
    LOW_LITERACY: 'Reads or writes with difficulty.',
    LIVES_ABROAD: 'Lives abroad, far from who could explain.',
    WRONGLY_INFORMED: 'Was told something wrong by whoever should know.',
    LANGUAGE_BARRIER: 'Does not speak the language of the letters.',
    ILLNESS: 'Is or was ill.',
    DISABILITY: 'Has a disability.',
    GRIEF_OR_CRISIS: 'Was in grief or in a crisis.',
    DIGITAL_EXCLUSION: 'Cannot do it on a screen.',
    NO_NETWORK: 'Has nobody to help.',
  },
);

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description:
    'One step up the ladder of escalation (opschalen): 1 fixteam, 2 custom solution desk or municipal table, 3 alderman or director, 4 national desk, 5 national escalation team. Whoever leads goes on leading. Source: field guide 2.6.',
})
@Entity('escalation')
export class Escalation extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the step.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Column('uuid', { name: 'position_id', nullable: true })
  positionId: Id | null;

  @Column('uuid', { name: 'dispute_id', nullable: true })
  disputeId: Id | null;

  /** The day of the question that was taken up; a question that is asked anew begins below the ladder. */
  @Column('date', { name: 'asked_on' })
  askedOn: LocalDate;

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

@RowClass(DataClass.K5, ['ABOUT_ME'])
@ObjectType({ description: 'Why somebody of the household could not act as the rules expect; a reason in the plan.' })
@Entity('capacity_factor')
export class CapacityFactor extends Entry(DataClass.K5) {
  @Data(DataClass.K5)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The person.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K5)
  @Field(() => CapacityReasonEnum, { description: 'The reason.' })
  @Column('text')
  factor: CapacityReason;
}
