import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** What a room above this one made of a bottleneck, which has to know when that was a mistake. */
export interface BottleneckFollower {
  /** In the transaction in which it is withdrawn. */
  withdrawn(tx: Tx, bottleneck: Id): Promise<void>;
}
export const BOTTLENECK_FOLLOWER = Symbol('what was made of a bottleneck');
