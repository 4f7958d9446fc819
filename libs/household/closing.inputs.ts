import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ isAbstract: true })
class WithReason {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'The help has ended: the file closes today.' })
export class CloseHouseholdInput extends WithReason {}

@InputType({ description: 'A closed file is needed again.' })
export class ReopenHouseholdInput extends WithReason {}
