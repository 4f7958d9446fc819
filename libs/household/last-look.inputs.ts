import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { InstantScalar } from '@doorbraak/platform';
import { IsOptional } from 'class-validator';

@InputType({ description: 'What happened in a household was seen.' })
export class MarkSeenInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsOptional()
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Until when: `at` of the newest act that the screen showed, so that what came after it stays new. Null = until now; a later moment counts as now.',
  })
  until?: Date | null;
}
