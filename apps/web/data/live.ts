import type { Client } from 'graphql-ws/client';
import { useEffect, useRef } from 'react';

/** Whose changes are told: of all my households, of one, or of one version of a plan. */
export type Followed = { myDay: true } | { household: string } | { plan: string };
export interface Told {
  kind: 'BEGUN' | 'CHANGED' | 'RESYNC';
  mine: boolean;
  household: string | null;
  act: string | null;
}

/** Several acts in a row are one reload. */
const PAUSE = 250;
const FIELDS = '{ kind mine household act }';

/** What a page follows others with; loaded beside its question, not after it. */
export const liveAhead = () => import('graphql-ws/client');
/** One socket for all that a page follows, opened when something is and closed when nothing is; it comes back by itself. */
let socket: Promise<Client> | null = null;
const connect = (): Promise<Client> =>
  (socket ??= liveAhead().then(({ createClient }) =>
    createClient({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      retryAttempts: Infinity,
      // 4401: nobody is signed in any more; asking again would not help before somebody is
      shouldRetry: (event) => !(event instanceof CloseEvent && event.code === 4401),
    }),
  ));

function queryOf(what: Followed): { query: string; variables: Record<string, unknown> } {
  if ('household' in what)
    return {
      query: `subscription ($id: ID!) { told: householdChanged(household: $id) ${FIELDS} }`,
      variables: { id: what.household },
    };
  if ('plan' in what)
    return { query: `subscription ($id: ID!) { told: planChanged(plan: $id) ${FIELDS} }`, variables: { id: what.plan } };
  return { query: `subscription { told: myDayChanged ${FIELDS} }`, variables: {} };
}

const pages = new Set<() => void>();
/** Whoever is told that something was changed meanwhile sees what stands there now, also without a socket. */
export const seeNow = (): void => pages.forEach((ask) => ask());
/** The question of a page that does not follow others all the time, and is asked again at such a moment. */
export function useSeeNow(ask: () => void): void {
  const now = useRef(ask);
  useEffect(() => {
    now.current = ask;
  });
  useEffect(() => {
    const again = () => now.current();
    pages.add(again);
    return () => void pages.delete(again);
  }, []);
}

/**
 * Calls `onChange` some moments after something was done to what is followed, also when changes may have been missed; the page then asks
 * its own question anew. Without a connection nothing happens and nothing is complained about.
 */
export function useLive(what: Followed | null, onChange: () => void): void {
  const now = useRef(onChange);
  useEffect(() => {
    now.current = onChange;
  });
  useSeeNow(onChange);
  const key = JSON.stringify(what);
  useEffect(() => {
    const followed = JSON.parse(key) as Followed | null;
    if (!followed) return;
    let begun = false;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let end = () => {};
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => now.current(), PAUSE);
    };
    void connect().then((client) => {
      if (ended) return;
      end = client.subscribe<{ told: Told }>(queryOf(followed), {
        next: ({ data }) => {
          // The first BEGUN says that the page is up to date; a later one that the connection was away.
          if (data?.told.kind !== 'BEGUN' || begun) soon();
          begun = true;
        },
        error: () => {},
        complete: () => {},
      });
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      end();
    };
  }, [key]);
}
