import { cacheExchange, Client, fetchExchange, mapExchange, type CombinedError } from 'urql';

/** What an answer of the api says beside data, in the words of its one list of refusals. */
export interface Trouble {
  code: string;
  nl: string;
  en: string;
}

const listeners = new Set<() => void>();
/** Calls `told` when an answer says that nobody is signed in any more. */
export function whenSessionEnds(told: () => void): () => void {
  listeners.add(told);
  return () => void listeners.delete(told);
}

export const tellSessionEnded = (): void => listeners.forEach((told) => told());

export const codesOf = (error: CombinedError | undefined): string[] =>
  (error?.graphQLErrors ?? []).map(({ extensions }) =>
    typeof extensions['code'] === 'string' ? extensions['code'] : 'INTERNAL',
  );
export const isSignedOut = (error: CombinedError | undefined): boolean =>
  codesOf(error).some((code) => code === 'NOT_SIGNED_IN' || code === 'UNKNOWN_ACCOUNT');
/** No answer at all: the connection, not the question. */
export const isOffline = (error: CombinedError | undefined): boolean => Boolean(error?.networkError && !error.response);

/** One way to the api: every question and act goes over HTTP with the cookie of the sign-in; answers stay in memory only. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } },
  exchanges: [mapExchange({ onError: (error) => isSignedOut(error) && tellSessionEnded() }), cacheExchange, fetchExchange],
});
