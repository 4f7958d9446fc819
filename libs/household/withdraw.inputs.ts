import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ description: 'An entry of a household was a mistake.' })
export class WithdrawFromHouseholdInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, {
    description:
      'The entry: a membership, problem, involvement, handling note, intervention, wait, contact, letter, evidence or request for it, indication or look at it, claim or what was done with it, or what was told of a week or a year. A share is ended with withdrawShare.',
  })
  entry: Id;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}
