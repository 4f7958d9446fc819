import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import { ConfidenceEnum } from '@doorbraak/directory';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import type { UnitCostRow } from './cost.reference';
import type { PriceSource, ScenarioKind } from './cost.rules';

export const ScenarioKindEnum = describeEnum<ScenarioKind>('ScenarioKind', 'Go on as now, or break through.', {
  AS_NOW: 'What it costs when everything goes on as it does now. Events may have a probability.',
  BREAKTHROUGH: 'What it costs when the plan is carried out. What is planned is certain, so there is no probability.',
});

export const PriceSourceEnum = describeEnum<PriceSource>('PriceSource', 'Whose price it is.', {
  NATIONAL: 'Of the price list of the product.',
  OWN: 'Of the municipality itself, from its contracts; it takes the place of the national one while it holds.',
});

export const VatEnum = describeEnum<UnitCostRow['vatIncluded']>('Vat', 'Whether an amount holds value added tax.', {
  INCLUDED: 'It does.',
  EXCLUDED: 'It does not.',
  UNKNOWN: 'The source does not say.',
  NOT_APPLICABLE: 'There is none on this.',
});

/** Whose costs: a scenario of a plan, a running intervention, or a period that was looked back on; cost does not know what those are. */
export type CostOwner = 'SCENARIO' | 'INTERVENTION' | 'REALISED';

/** Lines of before this was copied in do not have it, and nobody guesses it from a later list. */
const BEFORE = 'null = the line is older than this was kept.';

@RowClass(DataClass.K7)
@ObjectType({
  description:
    'A cost line: unit cost x quantity x probability, rounded half up to the cent. Its price stays what it was on the day it was written.',
})
@Entity('cost_line')
export class CostLine extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the line.' })
  declare id: Id;

  @Column('text', { name: 'owner_kind' })
  ownerKind: CostOwner;

  @Column('uuid', { name: 'owner_id' })
  ownerId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The measure that it pays for, in a breakthrough scenario; null = none.' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description: 'The running help of the household whose cost this line of a scenario carries on; null = none.',
  })
  @Column('uuid', { name: 'intervention_id', nullable: true })
  interventionId: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Key of the unit cost catalogue.' })
  @Column('text', { name: 'unit_cost' })
  unitCost: string;

  @Data(DataClass.K7)
  @Field(() => PriceSourceEnum, { description: 'Whose price it is.' })
  @Column('text', { name: 'price_source' })
  priceSource: PriceSource;

  @Data(DataClass.K7)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: `First day of the price in its list: with key and source the version that was taken; ${BEFORE}`,
  })
  @Column('date', { name: 'price_from', nullable: true })
  priceFrom: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: `What one is; ${BEFORE}` })
  @Column('text', { nullable: true })
  unit: string | null;

  @Data(DataClass.K7)
  @Field(() => VatEnum, { nullable: true, description: `Whether tax is in the price; ${BEFORE}` })
  @Column('text', { name: 'vat', nullable: true })
  vatIncluded: UnitCostRow['vatIncluded'] | null;

  @Data(DataClass.K7)
  @Field(() => ConfidenceEnum, { nullable: true, description: `How well the price is known; ${BEFORE}` })
  @Column('text', { nullable: true })
  confidence: UnitCostRow['confidence'] | null;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    description: 'The price of one unit, in the money of indexYear if there is one, else in that of its price year.',
  })
  @Column('bigint', { name: 'price_cents' })
  priceCents: bigint;

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Price year of the price as it stands in its list; nothing is indexed silently.' })
  @Column('int', { name: 'price_year' })
  priceYear: number;

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'In the money of which year it was brought; null = of its price year.' })
  @Column('int', { name: 'index_year', nullable: true })
  indexYear: number | null;

  @Data(DataClass.K7)
  @Field(() => String, {
    nullable: true,
    description: 'The factor of that, a decimal as text: the price of the list x this, rounded half up, is priceCents.',
  })
  @Column('numeric', { name: 'index_factor', nullable: true })
  indexFactor: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Quantity, a decimal as text.' })
  @Column('numeric')
  quantity: string;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Probability of an event as now, between 0 and 1; null = certain.' })
  @Column('numeric', { nullable: true })
  probability: string | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'One-off; else recurring within the horizon.' })
  @Column('boolean', { name: 'one_off' })
  oneOff: boolean;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Who pays, a key of the list of payers.' })
  @Column('text')
  payer: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What it is for, in a line.' })
  @Column('text')
  note: string;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { description: 'What this line comes to.' })
  @Column('bigint')
  cents: bigint;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Something without a known price: listed and counted, never added as zero.' })
@Entity('unpriced_item')
export class UnpricedItem extends Entry(DataClass.K7) {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the item.' })
  declare id: Id;

  @Column('text', { name: 'owner_kind' })
  ownerKind: CostOwner;

  @Column('uuid', { name: 'owner_id' })
  ownerId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The measure it belongs to; null = none.' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'Key of the list of unpriced items.' })
  @Column('text')
  item: string;

  @Data(DataClass.K7)
  @Field(() => String, { description: 'What it is, in a line.' })
  @Column('text')
  note: string;
}
