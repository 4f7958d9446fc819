import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Cents, Id } from '@doorbraak/kernel';
import { CentsScalar } from '@doorbraak/platform';
import type { PayerRole, PayerRow } from './payer.rules';

export const PayerRoleEnum = describeEnum<PayerRole>('PayerRole', 'What a breakthrough does to somebody who pays.', {
  INVESTS: 'Pays more than when everything goes on as now.',
  GAINS: 'Pays less.',
  EVEN: 'Pays the same.',
  NOT_KNOWN: 'Pays a part, or pays for now, of what has no price yet.',
});

@RowClass(DataClass.K7)
@ObjectType({ description: 'What one payer pays of one measure.' })
export class PayerMeasure {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'The cost lines of this payer for it, in the breakthrough that is proposed.' })
  cents: Cents;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'One payer in the picture of who invests and who gains; expected amounts only.' })
export class ComparedPayer implements PayerRow {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'A key of the list of payers.' })
  payer: string;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'What it pays when everything goes on as now.' })
  asNowCents: Cents;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'What it pays in the breakthrough that is proposed.' })
  breakthroughCents: Cents;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'The first minus the second; below zero = it invests.' })
  savingCents: Cents;

  @Data(DataClass.K7)
  @Field(() => PayerRoleEnum, { description: 'Which of these.' })
  role: PayerRole;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    nullable: true,
    description: 'Its shares of all measures together, as they were divided; null = an amount of it is not known.',
  })
  fundedCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    nullable: true,
    description: 'What it pays first for other payers and settles with them later; null = an amount of it is not known.',
  })
  advancedCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'It pays for now, while it is in dispute which law pays.' })
  provisional: boolean;

  @Data(DataClass.K7)
  @Field(() => [PayerMeasure], { description: 'The measures that it pays, in order of the plan.' })
  measures: PayerMeasure[];
}
