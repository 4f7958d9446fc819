import { COST_LISTS } from '@doorbraak/cost';
import { DIRECTORY_LISTS } from '@doorbraak/directory';
import { HOUSEHOLD_LISTS } from '@doorbraak/household';
import { LAW_LISTS } from '@doorbraak/law';
import { PLAN_LISTS } from '@doorbraak/plan';
import { PLATFORM_LISTS, type ReferenceList } from '@doorbraak/platform';

/** Every list of the product. They refer to each other, so they are read and loaded together. */
export const REFERENCE_LISTS: readonly ReferenceList<unknown>[] = [
  ...LAW_LISTS,
  ...DIRECTORY_LISTS,
  ...HOUSEHOLD_LISTS,
  ...COST_LISTS,
  ...PLAN_LISTS,
  ...PLATFORM_LISTS,
];
