/** What this room has to ask about laws, which it does not know: whether a key is one. The app answers from the catalogue. */
export interface KnownLaws {
  isLaw(key: string): boolean;
  isProvision(key: string): boolean;
}
export const KNOWN_LAWS = Symbol('known laws');
