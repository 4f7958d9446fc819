import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ description: 'All households of one lead go to another one, today.' })
export class HandOverAllInput {
  @IsId()
  @Field(() => ID, {
    description: 'Who leads them now: you; or, for a coordinator, somebody who leads households of the own team.',
  })
  from: Id;

  @IsId()
  @Field(() => ID, { description: 'The professional who will lead them.' })
  to: Id;

  @Text(500)
  @Field({ description: 'Why; it stands beside each of them.' })
  reason: string;
}
