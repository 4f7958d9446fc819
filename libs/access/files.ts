import type { Id, Reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import type { ActName } from './policy';

/** What access needs of the room that keeps the files of households; libs/household provides it. */
export interface Files {
  /**
   * Holds the file of this household until the end of the transaction, so that acts on it come one after another and nothing is added while
   * it is being closed, and says why the file does not take this act.
   */
  whyNot(tx: Tx, act: ActName, household: Id): Promise<Reason[]>;
}
export const FILES = Symbol('files');
