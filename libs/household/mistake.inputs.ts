import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ isAbstract: true })
abstract class InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;
}

@InputType({ description: 'An entry of a household was a mistake.' })
export class WithdrawFromHouseholdInput extends InHousehold {
  @IsId()
  @Field(() => ID, {
    description:
      'The entry: a membership, problem, involvement, handling note, intervention, wait, contact, letter, evidence or request for it, indication or look at it, claim or what was done with it, or what was told of a week or a year.',
  })
  entry: Id;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ isAbstract: true })
abstract class FileInput extends InHousehold {
  @Field(() => Int, { description: 'The version of the household that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'The file of a household is closed.' })
export class CloseHouseholdInput extends FileInput {}

@InputType({ description: 'A closed file is opened again.' })
export class ReopenHouseholdInput extends FileInput {}

@InputType({ description: 'Somebody takes over all households of a colleague.' })
export class HandOverAllInput {
  @IsId()
  @Field(() => ID, { description: 'Who leads them now.' })
  from: Id;

  @IsId()
  @Field(() => ID, { description: 'Who takes them over.' })
  to: Id;

  @Text(500)
  @Field({ description: 'Why; it stands with each household.' })
  reason: string;
}

@InputType({ description: 'You have seen what happened in a household.' })
export class MarkSeenInput extends InHousehold {}
