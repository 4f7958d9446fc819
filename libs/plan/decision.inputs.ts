import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ description: 'The decision on a plan.' })
export class DecidePlanInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @Field(() => Int, {
    description:
      'The version of the plan that was seen: every act on anything in it raises that, so what is decided is what was read.',
  })
  seen: number;

  @Text(4000)
  @Field({
    description:
      'The decision, in your own words. Every agency with a measure in the plan reads it: nothing about health belongs here.',
  })
  text: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'You know that the plan costs more than going on as now (RETURN_NOT_SIGNED).',
  })
  negativeReturnSigned: boolean;
}
