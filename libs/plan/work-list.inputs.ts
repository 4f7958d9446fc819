import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type as TransformTo } from 'class-transformer';
import { Allow, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { describeEnum, PageArgs, Text } from '@doorbraak/access';
import type { PlanStage } from './plan-stage.rules';
import { PlanStageEnum } from './plan.types';

export type WorkRelation = 'LEAD' | 'DEPUTY' | 'DECIDER' | 'ADVISER' | 'COORDINATOR';
export const WorkRelationEnum = describeEnum<WorkRelation>(
  'WorkRelation',
  'What you are to a household. Of several the first in this order is said.',
  {
    LEAD: 'You lead it.',
    DEPUTY: 'You deputise for who leads it.',
    DECIDER: 'You were asked to decide its plan.',
    ADVISER: 'You were asked to judge its plan from one perspective.',
    COORDINATOR: 'Your team answers for it.',
  },
);

export type WorkListQuick = 'ALL' | 'WAITING' | 'CIRCLE' | 'SILENT' | 'LATE';
export const WorkListQuickEnum = describeEnum<WorkListQuick>('WorkListQuick', 'A filter of one press. Each has its count.', {
  ALL: 'All of them.',
  WAITING: 'An agency was asked about the plan and has not answered yet.',
  CIRCLE: 'It has a circular wait.',
  SILENT: 'For some time no contact was recorded; the list says for how many days.',
  LATE: 'A promise is overdue: its day passed and no later one was told, or the later one passed too.',
});

export enum WorkListSort {
  CODE = 'CODE',
  LAST_CONTACT = 'LAST_CONTACT',
  PROBLEMS = 'PROBLEMS',
  STAGE = 'STAGE',
}
registerEnumType(WorkListSort, {
  name: 'WorkListSort',
  description: 'What comes first. Of what is equal the code decides.',
  valuesMap: {
    CODE: { description: 'By code.' },
    LAST_CONTACT: { description: 'Longest without a recorded contact first, never before all others.' },
    PROBLEMS: { description: 'Most open problems first; not known comes last.' },
    STAGE: { description: 'No plan first, then the plan that has come least far; stopped comes last.' },
  },
});

@InputType({ description: 'Which households of the work list. Left out = all that are open.' })
export class WorkListFilter {
  @IsOptional()
  @Field(() => WorkListQuickEnum, { nullable: true, description: 'A filter of one press; the counts do not follow it.' })
  quick?: WorkListQuick | null;

  @IsOptional()
  @Field(() => [WorkRelationEnum], { nullable: true, description: 'Only where you are one of these.' })
  relations?: WorkRelation[] | null;

  @IsOptional()
  @Field(() => [PlanStageEnum], { nullable: true, description: 'Only where the newest plan is as far as one of these.' })
  stages?: PlanStage[] | null;

  @Allow()
  @Field(() => Boolean, { defaultValue: false, description: 'The files that were closed, instead of the open ones.' })
  closed: boolean;
}

@ArgsType()
export class WorkListArgs extends PageArgs {
  // An empty box is no search.
  @ValidateIf((args: WorkListArgs) => (args.search ?? '').trim() !== '')
  @Text(200)
  @Field(() => String, {
    nullable: true,
    description:
      'Words that are all in the code, a name or an agency, as far as you may see those. Accents and capitals make no difference, and no character is a wildcard.',
  })
  search?: string | null;

  @IsOptional()
  @ValidateNested()
  @TransformTo(() => WorkListFilter)
  @Field(() => WorkListFilter, { nullable: true, description: 'Which households.' })
  filter?: WorkListFilter | null;

  @Allow()
  @Field(() => WorkListSort, { defaultValue: WorkListSort.CODE, description: 'In which order.' })
  sort: WorkListSort;
}
