import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import { CostLine, UnpricedItem } from '@doorbraak/cost';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { HouseholdRow, LocalDateScalar } from '@doorbraak/platform';
import type { BottleneckKind, ExperienceHow, PeriodKind, ReviewMonths } from './outcome.rules';

export const PeriodKindEnum = describeEnum<PeriodKind>('PeriodKind', 'Which twelve months.', {
  BEFORE: 'The twelve months up to the day before the decision.',
  AFTER: 'The twelve months from the day of the decision.',
});

export const BottleneckKindEnum = describeEnum<BottleneckKind>('BottleneckKind', 'Fix or solve.', {
  FIX: 'Solved for this household; the rule itself can stay.',
  SOLVE: 'The rule itself has to change: that asks for a signal to policy.',
});

export const ExperienceHowEnum = describeEnum<ExperienceHow>('ExperienceHow', 'How it was given.', {
  ON_SCREEN: 'By the member, on the own screen.',
  ALOUD: 'Said aloud; a professional wrote it down.',
});

export enum StatisticsActKind {
  OBJECTION = 'OBJECTION',
  ERASURE = 'ERASURE',
  ADJUSTMENT = 'ADJUSTMENT',
}
registerEnumType(StatisticsActKind, {
  name: 'StatisticsActKind',
  description: 'What was done about the use of a household in statistics.',
  valuesMap: {
    OBJECTION: { description: 'The household objects: it enters no report from then on.' },
    ERASURE: { description: 'The household asked to be erased from what reports are made of.' },
    ADJUSTMENT: { description: 'The figures that were handed over were corrected after closing.' },
  },
});

@RowClass(DataClass.K7)
@ObjectType({ description: 'How a life domain stood at a review, on the own scale of the product.' })
@Entity('review_score')
export class ReviewScore extends HouseholdRow {
  @Column('uuid', { name: 'review_id' })
  reviewId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Life domain, a key of the list.' })
  @Column('text')
  domain: string;

  @Data(DataClass.K7)
  @Field(() => Int, {
    description: '1 crisis, 2 not managing, 3 managing with help, 4 mostly managing, 5 managing. An own scale, in own words.',
  })
  @Column('int')
  score: number;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A review (terugblik): what held, together with the household.' })
@Entity('review')
export class Review extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the review.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Months after the decision: 0 (how it stood then), 3, 6 or 12.' })
  @Column('int')
  months: ReviewMonths;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Held on.' })
  @Column('date', { name: 'held_on' })
  heldOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The professional who held it.' })
  @Column('uuid', { name: 'by_person' })
  byPerson: Id;

  @Data(DataClass.K7)
  @Field(() => String, {
    nullable: true,
    description: 'Contacts with agencies a month, a decimal as text, as the household told it; null = not known.',
  })
  @Column('numeric', { name: 'contacts_per_month', nullable: true })
  contactsPerMonth: string | null;

  @Data(DataClass.K7)
  @Field(() => String, {
    nullable: true,
    description: 'Hours of professionals since the last review, a decimal as text; null = not known, never estimated.',
  })
  @Column('numeric', { nullable: true })
  hours: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'What was said, in a few words.' })
  @Column('text', { nullable: true })
  words: string | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, {
    description: 'Is it the last one? Then what the plan brought is handed to the reports, without the household.',
  })
  @Column('boolean')
  closes: boolean;

  @Data(DataClass.K7)
  @Field(() => Boolean, {
    description: 'Was it handed to the reports? Not when it is not the last one, nor when the household objected before.',
  })
  @Column('boolean')
  reported: boolean;

  @Data(DataClass.K7)
  @Field(() => [ReviewScore], { description: 'How life domains stood.' })
  scores: ReviewScore[];

  @Data(DataClass.K7)
  @Field(() => [ID], {
    description: 'Life domains of the first review that this one leaves out: they cannot be compared. It only warns.',
  })
  domainsMissing: string[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'What twelve months really cost. Beside what was expected, never added to it.' })
@Entity('realised_period')
export class RealisedPeriod extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the period; cost lines name it.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => PeriodKindEnum, { description: 'Before or after the decision.' })
  @Column('text')
  kind: PeriodKind;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  @Column('date', { name: 'to_on' })
  toOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Is it known what it cost? If not, there are no amounts and none is made up.' })
  @Column('boolean')
  known: boolean;

  @Data(DataClass.K7)
  @Field(() => [CostLine], { description: 'What it is made of.' })
  costLines: CostLine[];

  @Data(DataClass.K7)
  @Field(() => [UnpricedItem], { description: 'What has no price; listed also when the amounts are not known.' })
  unpriced: UnpricedItem[];
}

@RowClass(DataClass.K13)
@ObjectType({
  description:
    'How somebody of the household was heard, respected and treated. Read by who gave it and by nobody whom it rates. Source: research on procedural justice (Lind).',
})
@Entity('experience')
export class Experience extends Entry(DataClass.K13) {
  @Data(DataClass.K13)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K13)
  @Field(() => ID, { description: 'Who gave it.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K13)
  @Field(() => LocalDateScalar, { description: 'When.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K13)
  @Field(() => Int, { description: 'Could you tell your story? 1 not at all, 5 fully.' })
  @Column('int')
  voice: number;

  @Data(DataClass.K13)
  @Field(() => Int, { description: 'Were you treated with respect? 1 not at all, 5 fully.' })
  @Column('int')
  respect: number;

  @Data(DataClass.K13)
  @Field(() => Int, { description: 'Was the decision made fairly, in your eyes? 1 not at all, 5 fully.' })
  @Column('int')
  treatment: number;

  @Data(DataClass.K13)
  @Field(() => String, { nullable: true, description: 'In own words. Kept sealed.' })
  @Column('text', { nullable: true })
  words: string | null;

  @Data(DataClass.K13)
  @Field(() => ExperienceHowEnum, { description: 'How it was given.' })
  @Column('text')
  how: ExperienceHow;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A bottleneck (knelpunt): the provision that stood in the way of this household, and on what.' })
@Entity('bottleneck')
export class Bottleneck extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'The provision, a key of the law catalogue.' })
  @Column('text')
  provision: string;

  @Data(DataClass.K5)
  @Field(() => ID, { nullable: true, description: 'The problem; null for who may not read problems.' })
  @Column('uuid', { name: 'problem_id', nullable: true })
  problemId: Id | null;

  @Data(DataClass.K5)
  @Field(() => String, { nullable: true, description: 'Type of that problem; null for who may not read problems.' })
  @Column('text', { name: 'problem_type' })
  problemType: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What stood in the way, in a line.' })
  @Column('text')
  obstacle: string;

  @Data(DataClass.K7)
  @Field(() => BottleneckKindEnum, { description: 'Fix or solve.' })
  @Column('text')
  kind: BottleneckKind;
}

@RowClass(DataClass.K8)
@ObjectType({
  description:
    'That the household objected to use in statistics (Wmo 2015 art. 5.3.6), asked to be erased from them, or that figures were corrected.',
})
@Entity('statistics_act')
export class StatisticsAct extends HouseholdRow {
  @Data(DataClass.K8)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId: Id | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: Id | null;

  @Data(DataClass.K8)
  @Field(() => StatisticsActKind, { description: 'What was done.' })
  @Column('text')
  kind: StatisticsActKind;

  @Data(DataClass.K8)
  @Field(() => LocalDateScalar, { description: 'When.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K8)
  @Field(() => String, { description: 'Why, in the words of who did it.' })
  @Column('text')
  reason: string;
}
