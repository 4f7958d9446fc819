import { Args, ArgsType, createUnionType, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, DataClass, type Operation, Refused, RowClass, Text, WithInput } from '@doorbraak/access';
import type { LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { UnitCostType } from './cost.reference.resolver';
import { ImportUnitCostsInput, LONGEST_FILE } from './own-price.inputs';
import { OwnPriceService } from './own-price.service';
import { UnitCostFault, UnitCostImport, UnitCostPreview } from './own-price.types';

@ArgsType()
class PreviewUnitCostsArgs {
  @Text(LONGEST_FILE)
  @Field({ description: 'The file, base64, as importUnitCosts takes it.' })
  fileBase64: string;
}
@ArgsType()
class ImportUnitCostsArgs extends WithInput(ImportUnitCostsInput) {}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A file with prices was not read in; nothing was written. Each reason is about a line and a column.' })
export class UnitCostsRefused extends Refused {}

export const UnitCostsOutcome = createUnionType({
  name: 'UnitCostsOutcome',
  description: 'What came of a file with prices, or why not.',
  types: () => [UnitCostImport, UnitCostsRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? UnitCostsRefused : UnitCostImport),
});

@Resolver()
export class OwnPriceResolver {
  constructor(private readonly prices: OwnPriceService) {}

  @Act('readReference')
  @Query(() => [UnitCostType], {
    description:
      'Prices of my municipality itself, as they are known now. While one holds and is enabled it takes the place of the national price of the same key in every new cost line.',
  })
  ownUnitCosts(
    @CurrentOperation() operation: Operation,
    @Args('on', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'Only those that a cost line of this day would take; left out = all.',
    })
    on?: LocalDate | null,
  ) {
    return this.prices.ownUnitCosts(operation, on ?? null);
  }

  @Act('previewUnitCosts')
  @Query(() => UnitCostPreview, {
    description: 'What a file with prices would do, and everything that is wrong with it. Writes nothing.',
  })
  async previewUnitCosts(
    @CurrentOperation() operation: Operation,
    @Args() { fileBase64 }: PreviewUnitCostsArgs,
  ): Promise<UnitCostPreview> {
    const { faults, rows, ...file } = await this.prices.preview(operation, fileBase64);
    return {
      ...file,
      rows: rows.map(({ line, key, change, before, price }) => ({ line, key, change, before, after: price })),
      faults: faults.map((fault) => UnitCostFault.of(fault)),
      ok: faults.length === 0,
    };
  }

  @Act('importUnitCosts')
  @Mutation(() => UnitCostsOutcome, {
    description:
      'Read a file with prices in, whole or not at all (ABORT), or its good rows (SKIP). A price with the same key and first day takes the place of the old one, which is kept as what was known before. Refused with the codes of the faults of the preview, each about "line column".',
  })
  importUnitCosts(@CurrentOperation() operation: Operation, @Args() { key, input }: ImportUnitCostsArgs) {
    return this.prices.importUnitCosts(operation, key, input);
  }
}
