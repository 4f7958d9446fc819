import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, Data, DataClass, RowClass, WordsShape } from '@doorbraak/access';
import type { Cents, LocalDate, Words } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import { ConfidenceEnum } from '@doorbraak/directory';
import { VatEnum } from './cost.entity';
import { CostReference, type UnitCostRow } from './cost.reference';

@RowClass(DataClass.K0)
@ObjectType('UnitCost', { description: 'A price from one day on, in the money of its own year, with its source.' })
export class UnitCostType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Key of the price; one key can have several rows, each from its own day.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field({ description: 'What one is.' })
  unit: string;

  @Data(DataClass.K0)
  @Field(() => CentsScalar, { description: 'Price of one unit.' })
  cents: Cents;

  @Data(DataClass.K0)
  @Field(() => Int, { nullable: true, description: 'Whose money it is; null = not known.' })
  priceYear: number | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = not known, so it cannot be used.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until a newer row.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => ID, {
    nullable: true,
    description: 'Who pays; null = face value: the quantity is the amount in euros on a document, and the line names its payer.',
  })
  payer: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found.' })
  source: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'The same, for a reader.' })
  sourceWords: Words;

  @Data(DataClass.K0)
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' })
  confidence: UnitCostRow['confidence'];

  @Data(DataClass.K0)
  @Field(() => VatEnum, { description: 'Whether tax is in it.' })
  vatIncluded: UnitCostRow['vatIncluded'];

  @Data(DataClass.K0)
  @Field({ description: 'Whether a cost line may cite it.' })
  enabled: boolean;
}

@RowClass(DataClass.K0)
@ObjectType('Benchmark', {
  description: 'A figure for orientation: mixed payers, a total, or another unit. No cost line can cite it.',
})
export class BenchmarkType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field({ description: 'What one is.' })
  unit: string;

  @Data(DataClass.K0)
  @Field(() => CentsScalar, { description: 'The figure.' })
  cents: Cents;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Whose money it is.' })
  priceYear: number;

  @Data(DataClass.K0)
  @Field({ description: 'Who pays, in words.' })
  payers: string;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found.' })
  source: string;

  @Data(DataClass.K0)
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' })
  confidence: UnitCostRow['confidence'];
}

@RowClass(DataClass.K0)
@ObjectType('UnpricedKind', { description: 'What a case lists without a price: not known, never zero.' })
export class UnpricedType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field({ description: 'What one is.' })
  unit: string;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Who pays.' })
  payer: string;
}

@RowClass(DataClass.K0)
@ObjectType('PriceIndex', {
  description:
    'How dear everything was in a year (general consumer prices, 1900 = 100), to bring a price to the money of another year.',
})
export class PriceIndexType {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Data(DataClass.K0)
  @Field({ description: 'The figure, a decimal as text.' })
  index: string;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found.' })
  source: string;

  @Data(DataClass.K0)
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' })
  confidence: UnitCostRow['confidence'];
}

@Resolver()
export class CostReferenceResolver {
  constructor(@Inject(CostReference) private readonly reference: CostReference) {}

  @Act('readReference')
  @Query(() => [UnitCostType], { description: 'The price list.' })
  unitCosts() {
    return this.reference.unitCosts;
  }

  @Act('readReference')
  @Query(() => [BenchmarkType], { description: 'Figures for orientation.' })
  benchmarks() {
    return this.reference.benchmarks;
  }

  @Act('readReference')
  @Query(() => [UnpricedType], { description: 'What has no price.' })
  unpricedItems() {
    return [...this.reference.unpricedItems.values()];
  }

  @Act('readReference')
  @Query(() => [PriceIndexType], { description: 'Figures of the price index, by year. What has no source is not in it.' })
  priceIndex() {
    return this.reference.priceIndex;
  }
}
