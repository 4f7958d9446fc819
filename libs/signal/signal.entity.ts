import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { HouseholdRow, LocalDateScalar } from '@doorbraak/platform';
import type { PrecedentDecision } from './precedent.rules';
import type { SignalStatus } from './signal.rules';

export const SignalStatusEnum = describeEnum<SignalStatus>('SignalStatus', 'How far a signal is; it only goes forward.', {
  SENT: 'Raised, and not looked at yet.',
  ACKNOWLEDGED: 'Whoever speaks for the makers of the rule has it.',
  ANSWERED: 'There is an answer.',
  CLOSED: 'Done with: answered, or nothing is reported under it any more; a new bottleneck asks for a new signal.',
});

export const PrecedentDecisionEnum = describeEnum<PrecedentDecision>('PrecedentDecision', 'What was decided.', {
  GRANTED: 'The plan was decided as it was asked.',
  GRANTED_PARTLY: 'The plan was decided, and a measure that deviates was dropped since.',
  NOT_GRANTED: 'Somebody said no, and the plan was stopped without a decision.',
});

@RowClass(DataClass.K14, ['TENANT'])
@ObjectType({ description: 'Somebody who reported a signal, and so hears its answer.' })
export class SignalReporter {
  @Data(DataClass.K14)
  @Field(() => ID, { description: 'The person.' })
  personId: Id;

  @Data(DataClass.K14)
  @Field({ description: 'The name that colleagues know.' })
  label: string;
}

/** It names no household, so whoever reaches one through a household reads it as anybody of the municipality does. */
@RowClass(DataClass.K14, ['TENANT'])
@ObjectType({
  description: 'A rule that has to change, told to who makes it. No household is in it. Source: professionals here.',
})
@Entity('policy_signal')
export class PolicySignal {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K14)
  @Field(() => ID, { description: 'Id of the signal.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K14)
  @Field({ description: 'What the rule does.' })
  @Column('text')
  about: string;

  @Data(DataClass.K14)
  @Field({ description: 'What is asked of who makes the rule.' })
  @Column('text')
  asked: string;

  @Data(DataClass.K14)
  @Field(() => ID, { nullable: true, description: 'Key of the provision that stands in the way.' })
  @Column('text', { nullable: true })
  provision: string | null;

  @Data(DataClass.K14)
  @Field({ description: 'Who can change it.' })
  @Column('text')
  owner: string;

  @Data(DataClass.K14)
  @Field(() => Int, {
    nullable: true,
    description: 'How often a year this happens here, estimated by who raised it; null = not known, see the note.',
  })
  @Column('int', { name: 'occurrences_per_year', nullable: true })
  occurrencesPerYear: number | null;

  @Data(DataClass.K14)
  @Field(() => String, { nullable: true, description: 'Why there is no estimate.' })
  @Column('text', { name: 'occurrences_note', nullable: true })
  occurrencesNote: string | null;

  @Data(DataClass.K14)
  @Field(() => Int, {
    description: 'How many bottlenecks were reported under it; one that was withdrawn as a mistake counts no more.',
  })
  @Column('int', { name: 'report_count' })
  reportCount: number;

  @Column('uuid', { name: 'reporters', array: true }) reporterIds: Id[];

  @Data(DataClass.K14)
  @Field(() => SignalStatusEnum, { description: 'How far it is.' })
  @Column('text')
  status: SignalStatus;

  @Data(DataClass.K14)
  @Field(() => LocalDateScalar, { description: 'The day on which it was raised.' })
  @Column('date', { name: 'sent_on' })
  sentOn: LocalDate;

  @Data(DataClass.K14)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was acknowledged.' })
  @Column('date', { name: 'acknowledged_on', nullable: true })
  acknowledgedOn: LocalDate | null;

  @Data(DataClass.K14)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the answer.' })
  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Data(DataClass.K14)
  @Field(() => String, { nullable: true, description: 'The answer.' })
  @Column('text', { nullable: true })
  answer: string | null;

  @Data(DataClass.K14)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was closed.' })
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: LocalDate | null;

  @Data(DataClass.K14)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;

  /** Of the directory, read along. */
  @Data(DataClass.K14)
  @Field(() => [SignalReporter], { description: 'Who reported it, and so hears its answer.' })
  reporters: SignalReporter[];

  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: Id;
  @Column('text', { name: 'retention_rule' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}

@Entity('signal_report')
export class SignalReport extends HouseholdRow {
  @Column('uuid', { name: 'signal_id' }) signalId: Id;
  @Column('uuid', { name: 'bottleneck_id' }) bottleneckId: Id;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'What one plan taught, in words that name nobody, to be published by a second person.' })
@Entity('precedent_proposal')
export class PrecedentProposal extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the proposal.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' }) planId: Id;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Keys of the provisions that the deviation stands on.' })
  @Column('text', { array: true })
  provisions: string[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Kinds of problem it was for: keys of the list.' })
  @Column('text', { name: 'problem_types', array: true })
  problemTypes: string[];

  @Data(DataClass.K7)
  @Field({ description: 'What stood in the way.' })
  @Column('text')
  obstacle: string;

  @Data(DataClass.K7)
  @Field({ description: 'What was decided, and why.' })
  @Column('text')
  outcome: string;

  @Data(DataClass.K7)
  @Field(() => PrecedentDecisionEnum, { description: 'What was decided, in one word; from the plan itself.' })
  @Column('text')
  decision: PrecedentDecision;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'The year of that.' })
  @Column('int', { name: 'decided_year' })
  decidedYear: number;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was published; null = it was not.' })
  @Column('date', { name: 'published_on', nullable: true })
  publishedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'Who published it.' })
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The precedent that came of it; null = none yet.' })
  @Column('uuid', { name: 'precedent_id', nullable: true })
  precedentId: Id | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was retracted; null = it stands.' })
  @Column('date', { name: 'retracted_on', nullable: true })
  retractedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was retracted.' })
  @Column('text', { name: 'retracted_reason', nullable: true })
  retractedReason: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K0)
@ObjectType({
  description:
    'What was decided before in a case like this, somewhere in the country: no name, place, area or day. Source: plans, published by a second person.',
})
@Entity('precedent')
export class Precedent {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the precedent.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K0)
  @Field(() => [ID], { description: 'Keys of the provisions that the deviation stood on.' })
  @Column('text', { array: true })
  provisions: string[];

  @Data(DataClass.K0)
  @Field(() => [ID], { description: 'Kinds of problem it was for: keys of the list.' })
  @Column('text', { name: 'problem_types', array: true })
  problemTypes: string[];

  @Data(DataClass.K0)
  @Field({ description: 'What stood in the way.' })
  @Column('text')
  obstacle: string;

  @Data(DataClass.K0)
  @Field({ description: 'What was decided, and why.' })
  @Column('text')
  outcome: string;

  @Data(DataClass.K0)
  @Field(() => PrecedentDecisionEnum, { description: 'What was decided, in one word.' })
  @Column('text')
  decision: PrecedentDecision;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'The year of that.' })
  @Column('int', { name: 'decided_year' })
  decidedYear: number;

  @Column('boolean') retracted: boolean;
}
