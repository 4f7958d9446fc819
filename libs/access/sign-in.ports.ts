import type { IncomingMessage } from 'node:http';
import type { Account } from './actor';

/** What sign-in establishes, and nothing more: an identity at an issuer. Rights come from the account, anew at every request. */
export interface SignedIn {
  issuer: string;
  subject: string;
}

/** The same with its end: a session or a token stops counting at that moment. */
export type SignedInUntil = SignedIn & { until: Date };

/** What of a request says who asks; that of Express is one, and so is the one that opens a socket. */
export type Asked = Pick<IncomingMessage, 'headers' | 'method'>;

/** Finds the account of an identity; null = not known here, or disabled. */
export interface AccountDirectory {
  find(identity: SignedIn): Promise<Account | null>;
}
export const ACCOUNT_DIRECTORY = Symbol('account directory');
