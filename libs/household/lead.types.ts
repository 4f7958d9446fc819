import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, Refused, RowClass } from '@doorbraak/access';
import { HouseholdLine, HouseholdRefused } from './household.types';

@RowClass(DataClass.K0)
@ObjectType({ description: 'Households that changed hands, all of them or none.' })
export class HandedOver {
  @Data(DataClass.K0)
  @Field(() => [HouseholdLine], { description: 'The households, by code.' })
  households: HouseholdLine[];
}

export const HandOverOutcome = createUnionType({
  name: 'HandOverOutcome',
  description: 'The households that changed hands, or every reason why none did.',
  types: () => [HandedOver, HouseholdRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? HouseholdRefused : HandedOver),
});
