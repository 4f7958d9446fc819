import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { CapacityReasonEnum } from './capacity.entity';
import type { CapacityReason } from './capacity.rules';

@InputType({ description: 'Why somebody could not act as the rules expect.' })
export class AddCapacityFactorInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The person.' })
  person: Id;

  @Field(() => CapacityReasonEnum, { description: 'The reason.' })
  factor: CapacityReason;
}
