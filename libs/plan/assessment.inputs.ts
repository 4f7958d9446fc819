import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { PerspectiveEnum, VerdictEnum } from './plan.entity';
import type { Perspective, Verdict } from './plan.facts';

@InputType({ description: 'The assessment of one perspective.' })
export class AssessPerspectiveInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @Field(() => PerspectiveEnum, { description: 'The perspective that you were asked for; else NOT_ASKED.' })
  perspective: Perspective;

  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict: Verdict;

  @IsOptional()
  @Text(200)
  @Field(() => String, { nullable: true, description: 'The advice in a word.' })
  advice?: string | null;

  @Text(4000)
  @Field({ description: 'The argument.' })
  argument: string;

  @IsOptional()
  @Field(() => Int, {
    nullable: true,
    description: 'Only when this perspective was assessed before: the version of that assessment which was seen.',
  })
  seen?: number | null;
}
