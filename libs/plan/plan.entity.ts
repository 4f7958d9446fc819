import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, Entry, describeEnum, RowClass } from '@doorbraak/access';
import { ScenarioKindEnum, type ScenarioKind } from '@doorbraak/cost';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { ProvisionRoleEnum, type ProvisionRole } from '@doorbraak/law';
import { CentsScalar, HouseholdRow, LocalDateScalar } from '@doorbraak/platform';
import { Escalation } from './ladder.entity';
import type { AgreementHow } from './agreement.rules';
import type { PlanStatus } from './plan-stage.rules';
import type { Perspective, PositionAnswer, PublicValue, ReverseTestStep, Verdict } from './plan.facts';

export const PublicValueEnum = describeEnum<PublicValue>('PublicValue', 'The three values of the triangle (waardendriehoek).', {
  LEGITIMACY: 'The law permits it.',
  ENGAGEMENT: 'It starts from how the household takes hold again.',
  PUBLIC_RETURN: 'It pays, socially and in money.',
});
export const PerspectiveEnum = describeEnum<Perspective>(
  'Perspective',
  'The three perspectives; each must be sufficient on its own.',
  {
    LEGAL: 'Is it lawful?',
    ECONOMIC: 'Is it money well spent?',
    SOCIETAL: 'Does it do right by the people and the neighbourhood?',
  },
);
export const VerdictEnum = describeEnum<Verdict>('Verdict', 'A verdict on a value or a perspective.', {
  SUFFICIENT: 'Sufficient.',
  INSUFFICIENT: 'Not sufficient.',
  NOT_YET: 'Not judged to the end yet.',
});
export const PositionAnswerEnum = describeEnum<PositionAnswer>('PositionAnswer', 'What an agency says of its measures.', {
  AGREES: 'Agrees.',
  AGREES_IF: 'Agrees on a condition; counts as an objection until the condition is accepted.',
  OBJECTS: 'Objects, with a provision and a reason.',
});
export const ReverseTestStepEnum = describeEnum<ReverseTestStep>(
  'ReverseTestStep',
  'The four questions of the reverse test (omgekeerde toets), in this order.',
  {
    EFFECT: 'What should happen in this life?',
    VALUES: 'Does that fit what these laws are meant for?',
    CONSEQUENCES: 'What follows, broadly and later on, also if nothing is done?',
    LEGAL: 'Which articles make it possible?',
  },
);

export const PlanStatusEnum = describeEnum<PlanStatus>('PlanStatus', 'Where a plan stands by what people did.', {
  SELECTED: 'Being made.',
  DECIDED: 'Decided; it is never changed again, it can only be stopped.',
  STOPPED: 'Stopped, with a reason, before the decision or after it. What was decided stays to be read.',
});
export type AskedAs = 'ADVISER' | 'DECIDER';
export const AskedAsEnum = describeEnum<AskedAs>('AskedAs', 'What somebody is asked for on a plan.', {
  ADVISER: 'To judge one perspective.',
  DECIDER: 'To decide, under a mandate.',
});
export type AgreementState = 'AGREED' | 'DISAGREED';
export const AgreementStateEnum = describeEnum<AgreementState>(
  'AgreementState',
  'What a member of the household says of the plan.',
  {
    AGREED: 'Yes, this is how I want it.',
    DISAGREED: 'No.',
  },
);
export const AgreementHowEnum = describeEnum<AgreementHow>(
  'AgreementHow',
  'How it was said. Aloud counts as much as on screen or on paper.',
  {
    ON_SCREEN: 'On screen, by the member.',
    IN_WRITING: 'On paper.',
    ALOUD: 'Aloud, written down by a professional.',
    ALOUD_WITH_MENTOR: 'Aloud, with somebody at the side who is trusted.',
    BY_REPRESENTATIVE: 'By a representative.',
  },
);

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description:
    'A breakthrough plan (doorbraakplan), one version of it. A decided version is never changed and keeps citing the law of its day.',
})
@Entity('plan')
export class BreakthroughPlan extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of this version of the plan.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  @Column('int')
  number: number;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The version before; null = the first.' })
  @Column('uuid', { name: 'previous_id', nullable: true })
  previousId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The professional who began it; whoever wrote in it or in a version before never decides.' })
  @Column('uuid', { name: 'author_id' })
  authorId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The name under which colleagues know who began it.' })
  authorLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => PlanStatusEnum, { description: 'Where it stands by what people did.' })
  @Column('text')
  status: PlanStatus;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'The day whose law and mandates count.' })
  @Column('date', { name: 'plan_on' })
  planOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Decided on.' })
  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'Decided by.' })
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The name under which colleagues know who decided.' })
  decidedByLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The decision, in the words of the decider.' })
  @Column('text', { name: 'decision_text', nullable: true })
  decisionText: string | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The mandate under which it was decided.' })
  @Column('uuid', { name: 'mandate_id', nullable: true })
  mandateId: Id | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'The decider signed that it costs more than going on as now.' })
  @Column('boolean', { name: 'negative_return_signed' })
  negativeReturnSigned: boolean;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Stopped on: from that day on nothing of it begins; help that runs goes on until it is ended.',
  })
  @Column('date', { name: 'stopped_on', nullable: true })
  stoppedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was stopped.' })
  @Column('text', { name: 'stopped_reason', nullable: true })
  stoppedReason: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit or a decision must name: raised by every act on anything in the plan.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Somebody whom the lead named on this plan: an adviser or a decider. That opens the plan to them.' })
@Entity('asked')
export class Asked extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the asking.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The professional who is asked.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The name that colleagues know.' })
  personLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => AskedAsEnum, { description: 'Asked for what.' })
  @Column('text', { name: 'as_what' })
  asWhat: AskedAs;

  @Data(DataClass.K7)
  @Field(() => PerspectiveEnum, { nullable: true, description: 'Which perspective an adviser judges; null for a decider.' })
  @Column('text', { nullable: true })
  perspective: Perspective | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no more; null = still.' })
  @Column('date', { name: 'until_on', nullable: true })
  untilOn: LocalDate | null;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A goal in the words of the household.' })
@Entity('goal')
export class Goal extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the goal.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Order, from 1.' })
  @Column('int')
  position: number;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The goal, in the words of the household.' })
  @Column('text')
  words: string;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The first step; null = none yet.' })
  @Column('text', { name: 'first_step', nullable: true })
  firstStep: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A scenario: what it costs to go on as now, or to break through.' })
@Entity('scenario')
export class Scenario extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the scenario.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ScenarioKindEnum, { description: 'As now or breakthrough; one AS_NOW per plan.' })
  @Column('text')
  kind: ScenarioKind;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name: string;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Over how many months, 12 or 24; the same for all that are compared.' })
  @Column('int', { name: 'horizon_months' })
  horizonMonths: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'An answer to one of the four questions of the reverse test.' })
@Entity('reverse_test')
export class ReverseTestAnswer extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the answer.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ReverseTestStepEnum, { description: 'Which question.' })
  @Column('text')
  step: ReverseTestStep;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The answer.' })
  @Column('text')
  answer: string;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'The verdict on one of the three values, with its argument.' })
@Entity('value_judgement')
export class ValueJudgement extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the judgement.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => PublicValueEnum, { description: 'Which value.' })
  @Column('text')
  value: PublicValue;

  @Data(DataClass.K7)
  @Field(() => VerdictEnum, { description: 'The verdict.' })
  @Column('text')
  verdict: Verdict;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The argument.' })
  @Column('text')
  argument: string;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({
  description: 'The assessment of one perspective, by somebody who did not write the plan. Arguments are never merged.',
})
@Entity('perspective_assessment')
export class PerspectiveAssessment extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the assessment.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => PerspectiveEnum, { description: 'Which perspective.' })
  @Column('text')
  kind: Perspective;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The adviser.' })
  @Column('uuid', { name: 'by_person' })
  byPerson: Id;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The name that colleagues know.' })
  byLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => VerdictEnum, { description: 'The verdict.' })
  @Column('text')
  verdict: Verdict;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The advice in a word; null = none.' })
  @Column('text', { nullable: true })
  advice: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The argument.' })
  @Column('text')
  argument: string;

  /** The measures that stood in the plan when it was judged. */
  @Column('uuid', { name: 'measure_ids', array: true })
  measureIds: Id[];

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'A measure (maatregel): what the plan will do. When it starts it becomes an intervention.' })
@Entity('measure')
export class Measure extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the measure.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description:
      'The measure of an earlier version that it goes on from, the first of them: how far it is and the help that began for it are kept under that one. Null = it is new here.',
  })
  @Column('uuid', { name: 'copied_from', nullable: true })
  copiedFromId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The involvement of the agency that does it.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Who does it there.' })
  @Column('text')
  owner: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'By when.' })
  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What it is, a key of the list of services.' })
  @Column('text')
  service: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What it brings about, in a line.' })
  @Column('text')
  result: string;

  @Data(DataClass.K4)
  @Field(() => [ID], { nullable: true, description: 'Problems it addresses; null = not for this reader.' })
  @Column('uuid', { name: 'problem_ids', array: true })
  problemIds: Id[];

  @Data(DataClass.K4)
  @Field(() => [ID], { nullable: true, description: 'Waits it lifts; null = not for this reader.' })
  @Column('uuid', { array: true })
  lifts: Id[];

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Does it deviate from the standard?' })
  @Column('boolean')
  deviates: boolean;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Kind of deviation, as mandates name it; null when it does not deviate.' })
  @Column('text', { name: 'deviation_kind', nullable: true })
  deviationKind: string | null;

  @Data(DataClass.K7)
  @Field(() => [String], { description: 'Laws that the author adds to those it touches.' })
  @Column('text', { name: 'laws_added', array: true })
  lawsAdded: string[];

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Says that it costs no extra money.' })
  @Column('boolean', { name: 'no_extra_money' })
  noExtraMoney: boolean;

  @Data(DataClass.K7)
  @Field(() => String, {
    nullable: true,
    description: 'Who pays first, a key of the list of payers; null = not settled or no money.',
  })
  @Column('text', { name: 'advanced_by', nullable: true })
  advancedBy: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A law that a measure would touch, struck out with one line.' })
@Entity('struck_out_law')
export class LawStruckOut extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the line.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The law.' })
  @Column('text')
  law: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Why it is not touched.' })
  @Column('text')
  line: string;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Who pays which part of a measure.' })
@Entity('funding_share')
export class FundingShare extends HouseholdRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the share.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Who pays, a key of the list of payers.' })
  @Column('text')
  payer: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Percentage, a decimal as text.' })
  @Column('numeric')
  percent: string;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    nullable: true,
    description: 'The amount; null = what it costs is not known, never zero for that.',
  })
  @Column('bigint', { nullable: true })
  cents: bigint | null;

  @Column('date', { name: 'replaced_on', nullable: true })
  replacedOn: LocalDate | null;
}

@RowClass(DataClass.K7)
@ObjectType({
  description: 'A ground (wettelijke basis): one provision under one measure, as its text was on one day and known on another.',
})
@Entity('legal_ground')
export class LegalGround extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the ground.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Key of the provision in the law catalogue.' })
  @Column('text')
  provision: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'The day whose text counts.' })
  @Column('date', { name: 'valid_on' })
  validOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'The day on which the catalogue said so.' })
  @Column('date', { name: 'known_on' })
  knownOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => ProvisionRoleEnum, { description: 'Role of the provision here.' })
  @Column('text')
  role: ProvisionRole;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why its role differs from the catalogue; the decider sees this.' })
  @Column('text', { name: 'override_reason', nullable: true })
  overrideReason: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The argument of the professional.' })
  @Column('text')
  argument: string;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'The LIMIT grounds of the same measure that this one answers.' })
  @Column('uuid', { array: true })
  answers: Id[];

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Two grounds that contradict each other, and what resolves that.' })
@Entity('contradiction')
export class Contradiction extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the contradiction.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'One ground.' })
  @Column('uuid')
  a: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The other.' })
  @Column('uuid')
  b: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Type of contradiction, one of those in the catalogue of conflict patterns.' })
  @Column('text')
  type: string;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The pattern it follows; null = none.' })
  @Column('text', { nullable: true })
  pattern: string | null;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Grounds of the same measure that resolve it.' })
  @Column('uuid', { name: 'resolved_via', array: true })
  resolvedVia: Id[];

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'How they resolve it; null = not resolved yet.' })
  @Column('text', { nullable: true })
  reasoning: string | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A proposed contradiction that was set aside with one line.' })
@Entity('dismissed_pattern')
export class DismissedPattern extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the line.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  @Column('uuid', { name: 'measure_id' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The pattern.' })
  @Column('text')
  pattern: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Why it does not play here.' })
  @Column('text')
  line: string;
}

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({
  description:
    'What an agency says of its measures, with the clocks. That a clock ran out follows from the day; no job has to have run.',
})
@Entity('agency_position')
export class AgencyPosition extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the position.' })
  declare id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The plan.' })
  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The involvement of the agency.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Its measures.' })
  @Column('uuid', { name: 'measure_ids', array: true })
  measureIds: Id[];

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Asked on.' })
  @Column('date', { name: 'asked_on' })
  askedOn: LocalDate;

  @Column('int', { name: 'times_asked' })
  timesAsked: number;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Working days to answer in.' })
  @Column('int', { name: 'clock_days' })
  clockDays: number;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Last day to answer.' })
  @Column('date', { name: 'due_on' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => PositionAnswerEnum, { nullable: true, description: 'The answer; null = none.' })
  @Column('text', { nullable: true })
  answer: PositionAnswer | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it objects.' })
  @Column('text', { nullable: true })
  reason: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The provision it objects on.' })
  @Column('text', { nullable: true })
  provision: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The condition.' })
  @Column('text', { nullable: true })
  condition: string | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'The condition was accepted on; null = not.' })
  @Column('date', { name: 'condition_accepted_on', nullable: true })
  conditionAcceptedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Answered on.' })
  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'Answered by.' })
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => [Escalation], { description: 'The steps up the ladder that were taken for this question, lowest first.' })
  escalations: Escalation[];

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'What the plan says to the objection.' })
  @Column('text', { name: 'objection_answer', nullable: true })
  objectionAnswer: string | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'When.' })
  @Column('date', { name: 'objection_answered_on', nullable: true })
  objectionAnsweredOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why the mandate holder goes on without an answer.' })
  @Column('text', { name: 'proceed_reason', nullable: true })
  proceedReason: string | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'Who decided to go on.' })
  @Column('uuid', { name: 'proceed_by', nullable: true })
  proceedBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { nullable: true, description: 'When.' })
  @Column('date', { name: 'proceed_on', nullable: true })
  proceedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'What a member of the household says of the plan.' })
@Entity('agreement')
export class Agreement extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the agreement.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The person.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K7)
  @Field(() => AgreementStateEnum, { description: 'Yes or no.' })
  @Column('text')
  state: AgreementState;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'When.' })
  @Column('date', { name: 'agreed_on' })
  agreedOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => AgreementHowEnum, { description: 'How.' })
  @Column('text')
  how: AgreementHow;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'In which words.' })
  @Column('text', { nullable: true })
  words: string | null;

  /** The measures that stood in the plan when it was said; what came later was not agreed to. */
  @Column('uuid', { name: 'measure_ids', array: true })
  measureIds: Id[];

  @Data(DataClass.K7)
  @Field(() => Boolean, {
    description: 'Does it count? Not when the person does not belong to the household: entered by mistake, or gone since.',
  })
  counts: boolean;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Who wrote it down; on screen that is the member.' })
  declare recordedBy: Id;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why the mandate holder goes on although the household disagrees.' })
  @Column('text', { name: 'proceed_reason', nullable: true })
  proceedReason: string | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'Who decided to go on.' })
  @Column('uuid', { name: 'proceed_by', nullable: true })
  proceedBy: Id | null;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}
