import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, PageInfo, type Relation, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { PlanStage } from './plan-stage.rules';
import { PlanStageEnum } from './plan.types';
import { type WorkRelation, WorkRelationEnum } from './work-list.inputs';

@RowClass(DataClass.K7)
@ObjectType({ description: 'The agency that has been asked longest and has not answered yet.' })
export class WaitsFor {
  @Data(DataClass.K7)
  @Field({ description: 'Name of the agency.' })
  agencyName: string;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Asked on.' })
  askedOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => Int, {
    nullable: true,
    description: 'Working days since then; null when they leave the years of which the holidays are known.',
  })
  workingDays: number | null;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, { description: 'Last day to answer, by its first clock.' })
  dueOn: LocalDate;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Has that day passed?' })
  isOver: boolean;
}

@RowClass(DataClass.K1)
@ObjectType({ description: 'One household of the work list.' })
export class WorkListRow {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the household.' })
  id: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Code under which the team knows it.' })
  code: string;

  @Data(DataClass.K2)
  @Field(() => [String], {
    nullable: true,
    description: 'Names of who belong to it today, adults first; null = not for this reader.',
  })
  memberNames: string[] | null;

  @Data(DataClass.K1)
  @Field(() => WorkRelationEnum, { description: 'What you are to it.' })
  relation: WorkRelation;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Who leads, under the name that colleagues know; null = nobody.' })
  leadLabel: string | null;

  @Data(DataClass.K4)
  @Field(() => Int, {
    nullable: true,
    description: 'Problems that are not resolved, as of the last act; null = not for this reader, or nothing was counted yet.',
  })
  openProblems: number | null;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'Agencies that are involved today.' })
  agencies: number;

  @Data(DataClass.K4)
  @Field(() => Int, {
    nullable: true,
    description: 'Circular waits, as of the last act; null = not for this reader, or nothing was counted yet.',
  })
  circles: number | null;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description: 'The newest version of its plan, but for one that was stopped before it was decided; null = none.',
  })
  planId: Id | null;

  @Data(DataClass.K7)
  @Field(() => PlanStageEnum, {
    nullable: true,
    description: 'How far that plan is, as of the last act on the household; null = no plan, or nothing was worked out yet.',
  })
  stage: PlanStage | null;

  @Data(DataClass.K7)
  @Field(() => WaitsFor, { nullable: true, description: 'Who is waited for longest; null = nobody.' })
  waitsFor: WaitsFor | null;

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'Agencies that were asked about the plan and have not answered yet.' })
  waitingCount: number | null;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the last contact that was recorded; null = none.' })
  lastContactOn: LocalDate | null;

  @Data(DataClass.K1)
  @Field(() => Boolean, {
    description:
      'Was no contact recorded for some time? A month that was counted is a contact on its last day, and a new household is not silent at once.',
  })
  isSilent: boolean;

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'Promises that are overdue today.' })
  latePromises: number | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, { nullable: true, description: 'Is a promise overdue, or the first clock of an agency that was asked?' })
  isLate: boolean | null;

  @Data(DataClass.K1)
  @Field(() => Boolean, { description: 'Was the file closed?' })
  isClosed: boolean;

  tenant: Id;
  relations: Relation[];
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'How many households each quick filter leaves, after the search and the other filters.' })
export class WorkListCounts {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'All of them.' })
  all: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'An agency has not answered yet.' })
  waiting: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'With a circular wait.' })
  circle: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Long without a contact.' })
  silent: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'With an overdue promise.' })
  late: number;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A page of the work list.' })
export class WorkListConnection {
  @Data(DataClass.K0)
  @Field(() => [WorkListRow], { description: 'The households.' })
  nodes: WorkListRow[];

  @Data(DataClass.K0)
  @Field(() => WorkListCounts, { description: 'Totals, of all pages.' })
  counts: WorkListCounts;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'After how many days without a contact a household counts as silent.' })
  silentDays: number;

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}
