import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import type { Operation } from './operation';

/** What lists read instead of working it out for every household each time; the rooms that know a household provide it. */
export interface Digests {
  /** In the transaction of an act, after it, so that a list never shows a household as it was before. */
  renew(operation: Operation, tx: Tx, household: Id): Promise<void>;
}
export const DIGESTS = Symbol('digests');
