import type { Account } from './actor';

/** What sign-in establishes, and nothing more: an identity at an issuer. Rights come from the account, anew at every request. */
export interface SignedIn {
  issuer: string;
  subject: string;
}

/** Finds the account of an identity; null = not known here, or disabled. */
export interface AccountDirectory {
  find(identity: SignedIn): Promise<Account | null>;
}
export const ACCOUNT_DIRECTORY = Symbol('account directory');
