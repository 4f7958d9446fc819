import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** What this room has to ask about laws, which it does not know: whether a key is one, of the country or of this municipality. */
export interface KnownLaws {
  isLaw(tx: Tx, municipality: Id, key: string): Promise<boolean>;
  isProvision(tx: Tx, municipality: Id, key: string): Promise<boolean>;
}
export const KNOWN_LAWS = Symbol('known laws');
