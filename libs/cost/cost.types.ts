import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { Cents } from '@doorbraak/kernel';
import { CentsScalar } from '@doorbraak/platform';
import type { PayerAmount } from './cost.rules';

@RowClass(DataClass.K7)
@ObjectType('PayerAmount', { description: 'An amount of one payer.' })
export class PayerAmountType implements PayerAmount {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'A key of the list of payers.' })
  payer: string;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'The amount.' })
  cents: Cents;
}

@RowClass(DataClass.K7)
@ObjectType('CostTotals', {
  description: 'What cost lines come to. What has no price is counted beside it, never added as zero.',
})
export class CostTotalsType {
  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    nullable: true,
    description:
      'Everything that has a price; null = something is listed and nothing of it has one: not known, which is not zero.',
  })
  totalCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => [PayerAmountType], { description: 'Per payer; they add up to the total.' })
  byPayer: PayerAmount[];

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'How many items have no price.' })
  unpricedCount: number;
}
