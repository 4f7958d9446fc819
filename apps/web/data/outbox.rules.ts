import type { Change, Problem, Reason } from './act';

/** An act that was taken from somebody and is not done yet. */
export interface Waiting {
  /** Idempotency key, and the id of what it adds. */
  key: string;
  /** Which act; `outbox.acts.ts` knows its document. */
  act: string;
  variables: Record<string, unknown>;
  /** What was typed, for the list of what waits. */
  label: string;
  /** The line as it was typed, to be mended in its place. */
  typed?: string;
  /** The household it is about. */
  household: string;
  /** When it was taken, by the clock of the device; never sent. */
  at: string;
  /** The order in which it was taken. */
  nr: number;
  state: 'waiting' | 'sending' | 'refused' | 'failed';
  /** What stood there when this was typed, of an act that takes the place of something. */
  was?: string;
  /** The version that it made when it was done, of an act that says which one it saw. */
  made?: number;
  /** All reasons why it was not done. */
  reasons: readonly (Reason | Problem)[];
  /** What somebody else did since the version that was seen. */
  changes?: readonly Change[];
}

const seenOf = ({ variables }: Waiting) => (variables['input'] as { seen?: number } | undefined)?.seen;

/** What is kept of an act that was sent: of one that saw a version, also the version that it made. */
export const sentOf = (entry: Waiting, value: unknown): Waiting => {
  const { version } = (value ?? {}) as { version?: number };
  return seenOf(entry) === undefined || version === undefined ? entry : { ...entry, made: version };
};

/**
 * An act as it is to be sent. Whoever types after something was sent from here knows of it, also when the page does not yet show the
 * version that it made: that is the version this act saw.
 */
export function knowingOwn(entry: Waiting, sent: readonly Waiting[]): Waiting {
  let seen = seenOf(entry);
  for (const own of sent)
    if (own.household === entry.household && own.nr < entry.nr && own.made && seenOf(own) === seen) seen = own.made;
  return seen === seenOf(entry) ? entry : { ...entry, variables: { input: { ...(entry.variables['input'] as object), seen } } };
}

/** Does this act name what that one adds? Then it has to come after it. */
export const restsOn = (act: Waiting, on: Waiting): boolean =>
  act.key !== on.key && act.nr > on.nr && JSON.stringify(act.variables).includes(on.key);

/** The next to send: the oldest that waits and rests on nothing that was refused. */
export function nextOf(entries: readonly Waiting[]): Waiting | undefined {
  const stuck = stuckOf(entries);
  return [...entries].sort((a, b) => a.nr - b.nr).find((entry) => entry.state === 'waiting' && !stuck.has(entry.key));
}

/** What cannot be sent before something else is mended or dropped, with what rests on that in turn. */
export function stuckOf(entries: readonly Waiting[]): Set<string> {
  const stuck = new Set<string>();
  const bad = entries.filter(({ state }) => state === 'refused' || state === 'failed');
  for (let found = bad; found.length; ) {
    const next = entries.filter((entry) => !stuck.has(entry.key) && found.some((on) => restsOn(entry, on)));
    next.forEach(({ key }) => stuck.add(key));
    found = next;
  }
  return stuck;
}

/** Dropping an act drops what rests on it: without it they name nothing. */
export function withoutAct(entries: readonly Waiting[], key: string): Waiting[] {
  const gone = new Set([key]);
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const entry of entries) if (entries.some((on) => gone.has(on.key) && restsOn(entry, on))) gone.add(entry.key);
  }
  return entries.filter((entry) => !gone.has(entry.key));
}

/** Milliseconds until it is tried again: 1 s, 2 s, 4 s, … at most a minute. */
export const pauseAfter = (tries: number): number => Math.min(60_000, 1000 * 2 ** Math.max(0, tries - 1));
