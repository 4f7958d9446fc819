import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** What this room has to ask about laws, which it does not know: whether a key is one, of the country or of this municipality. */
export interface KnownLaws {
  isLaw(tx: Tx, municipality: Id, key: string): Promise<boolean>;
  isProvision(tx: Tx, municipality: Id, key: string): Promise<boolean>;
}
export const KNOWN_LAWS = Symbol('known laws');

/** What this room has to ask of rooms that build on a household and that it does not know. Ids are enough: it only says what stands in the way. */
export interface ReliesOn {
  /** What still has to be done for this household before its file can be closed. */
  openActions(tx: Tx, household: Id): Promise<Id[]>;
  /** What rests on this entry of the household; of a member on the person. */
  usesOf(tx: Tx, household: Id, entry: Id): Promise<Id[]>;
}
export const RELIES_ON = Symbol('relies on');
