import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** What this room has to ask about laws, which it does not know: whether a key is one, of the country or of this municipality. */
export interface KnownLaws {
  isLaw(tx: Tx, municipality: Id, key: string): Promise<boolean>;
  isProvision(tx: Tx, municipality: Id, key: string): Promise<boolean>;
}
export const KNOWN_LAWS = Symbol('known laws');

/** What rooms above this one rest on an entry of a household, and what is still open there: ids, whatever they are of. */
export interface Reliance {
  /** Of a membership: what rests on its person. */
  usesOf(tx: Tx, household: Id, entry: Id): Promise<Id[]>;
  /** What has to be done before the file can be closed. */
  openActions(tx: Tx, household: Id): Promise<Id[]>;
}
export const RELIANCE = Symbol('what rests on a household');
