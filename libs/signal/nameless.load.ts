import type { HouseholdMap } from '@doorbraak/household';
import type { Knowable } from './nameless.rules';

/** By what this household can be known; also by names that were withdrawn. */
export const knownOf = ({ code, neighbourhoodCode, members, withdrawn }: HouseholdMap): Knowable => ({
  code,
  neighbourhoodCode,
  names: [...members, ...withdrawn.members].map(({ name }) => name),
});
