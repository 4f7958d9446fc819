import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ description: 'An entry of a plan was a mistake.' })
export class WithdrawFromPlanInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, {
    description:
      'The entry: a goal, scenario, cost line, unpriced item, measure, struck-out law, ground, contradiction, dismissed pattern, question to an agency, agreement, step up the ladder, capacity factor, dispute, promise, no or step of a measure.',
  })
  entry: Id;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}
