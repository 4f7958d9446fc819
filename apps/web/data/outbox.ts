import { useSyncExternalStore } from 'react';
import type { Outcome } from './act';
import type { ActName, InputOf } from './outbox.acts';
import { tellSessionEnded } from './client';
import { newKey } from './key';
import { isLeft } from './left';
import { knowingOwn, nextOf, pauseAfter, sentOf, withoutAct, type Waiting } from './outbox.rules';
import { allKept, forget, keep, keepFile, kept, keptFile, openVaultOfSession, personOfVault, vaultState } from './vault';
import { whoIsThere } from './who';

export type { Waiting } from './outbox.rules';
/** What is taken: an act of `outbox.acts.ts` with its input, how the list calls it, and the line as it was typed. */
export type Taken<Name extends ActName = ActName> = {
  [One in Name]: Pick<Waiting, 'label' | 'household' | 'typed' | 'was'> & { act: One; input: InputOf<One>; key?: string };
}[Name];

interface OutboxState {
  entries: readonly Waiting[];
  /** What this page sent; the answer of a question that was asked before may not know it yet. */
  sent: readonly Waiting[];
  /** Why nothing is sent just now. */
  held: 'offline' | 'signedOut' | null;
  /** Whether what waited from before is among the entries; until then only its number is known. */
  isRead: boolean;
}
let state: OutboxState = { entries: [], sent: [], held: null, isRead: false };
const listeners = new Set<() => void>();
function become(next: Partial<OutboxState>): void {
  state = { ...state, ...next };
  listeners.forEach((told) => told());
}
const put = (entry: Waiting) =>
  become({ entries: [...state.entries.filter(({ key }) => key !== entry.key), entry].sort((a, b) => a.nr - b.nr) });

const follow = (told: () => void) => {
  listeners.add(told);
  return () => void listeners.delete(told);
};
export const useOutbox = (): OutboxState => useSyncExternalStore(follow, () => state);

/** Photos of this page, until they are sent; they wait encrypted in the vault too. */
const files = new Map<string, Blob>();
/** Entries that do lie on the device: only of those it means something when they are gone from it. One that holds a citizen service number
 * never does, and lives as long as this page. */
const resting = new Set<string>();

/** At the start of a page: what waited when the last one ended. */
export async function startOutbox(): Promise<void> {
  const found = (await allKept('act')).map(({ value }) => value as Waiting);
  const here = new Set(state.entries.map(({ key }) => key));
  const more = found.filter(({ key }) => !here.has(key));
  more.forEach(({ key }) => resting.add(key));
  become({
    isRead: true,
    entries: [
      ...more.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' as const } : entry)),
      ...state.entries,
    ].sort((a, b) => a.nr - b.nr),
  });
  void send();
}

/** Takes an act: it is kept at once, and sent as soon as it can, once. Answers the key, which is the id of what it adds. */
export const take = ({ input, key = newKey(), ...taken }: Taken): string => lay({ ...taken, key, variables: { input } });

function lay(taken: Omit<Waiting, 'at' | 'nr' | 'state' | 'reasons'>): string {
  const last = state.entries.reduce((most, { nr }) => Math.max(most, nr), 0);
  rest({ ...taken, at: new Date().toISOString(), nr: Math.max(Date.now(), last + 1), state: 'waiting', reasons: [] });
  void send();
  return taken.key;
}

/** A photo or PDF of a letter that was taken: kept with it, sent after it. */
export function takeFile(file: File, letter: string, label: string, household: string): string {
  const key = newKey();
  files.set(key, file);
  void file.arrayBuffer().then((bytes) => keepFile(key, new Uint8Array(bytes)));
  return lay({ key, act: 'addAttachment', variables: { letter, type: file.type }, label, household });
}

function rest(entry: Waiting): void {
  put(entry);
  void keep('act', entry.key, entry).then((came) => came === 'kept' && resting.add(entry.key));
}

/** Refused or not: says it otherwise, under the same key, and sends it again. */
export function mend(key: string, { input, ...said }: { input?: Taken['input']; label?: string; was?: string } = {}): void {
  const entry = state.entries.find((one) => one.key === key);
  if (!entry || entry.state === 'sending') return;
  rest({ ...entry, ...(input ? { variables: { input } } : {}), ...said, state: 'waiting', reasons: [], changes: [] });
  void send();
}

/** Drops an act that is not done, and what rests on it. False when it is too late: it is being sent, or was. */
export function drop(key: string): boolean {
  const entry = state.entries.find((one) => one.key === key);
  if (!entry || entry.state === 'sending') return false;
  const left = withoutAct(state.entries, key);
  for (const gone of state.entries.filter((one) => !left.includes(one))) done(gone);
  return true;
}

function done(entry: Waiting): void {
  become({ entries: state.entries.filter(({ key }) => key !== entry.key) });
  resting.delete(entry.key);
  void forget('act', entry.key);
  if (entry.act === 'addAttachment') {
    files.delete(entry.key);
    void forget('file', entry.key);
  }
}

let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
/** Something was said while it ran, perhaps after it had looked for the last time. */
let again = false;

function later(held: OutboxState['held']): void {
  become({ held });
  clearTimeout(timer);
  tries += 1;
  timer = setTimeout(() => void send(), pauseAfter(tries));
}

/** Sends everything that can be sent, in the order in which it was taken; one tab at a time. Never throws. */
export async function send(): Promise<void> {
  if (running) {
    again = true;
    return;
  }
  if (isLeft() || !nextOf(state.entries)) return;
  running = true;
  clearTimeout(timer);
  try {
    const work = () => sendAll();
    if (navigator.locks) await navigator.locks.request('doorbraak.outbox', work);
    else await work();
  } finally {
    running = false;
  }
  if (!again) return;
  again = false;
  await send();
}

async function sendAll(): Promise<void> {
  const who = await whoIsThere();
  if (who === 'offline') return later('offline');
  if (who === 'signedOut') {
    become({ held: 'signedOut' });
    tellSessionEnded();
    return;
  }
  // somebody else signed in on this device, in another tab: these acts are not that person's
  if (personOfVault() && who.person !== personOfVault()) return location.reload();
  for (let next = nextOf(state.entries); next; next = nextOf(state.entries)) {
    const entry = knowingOwn(next, state.sent);
    if (await wasSentByAnotherTab(entry)) {
      become({ entries: state.entries.filter(({ key }) => key !== entry.key) });
      continue;
    }
    put({ ...entry, state: 'sending' });
    const came = await sendOne(entry);
    if (came.kind === 'done') {
      tries = 0;
      become({ held: null, sent: [...state.sent, sentOf(entry, came.value)] });
      done(entry);
    } else if (came.kind === 'refused') rest({ ...entry, state: 'refused', reasons: came.reasons, changes: came.changes });
    else if (came.kind === 'wrong') rest({ ...entry, state: 'refused', reasons: came.problems });
    else if (came.kind === 'failed' && tries >= 4) {
      tries = 0;
      rest({ ...entry, state: 'failed', reasons: [came.trouble] });
    } else {
      put(entry);
      if (came.kind !== 'signedOut') return later(came.kind === 'offline' ? 'offline' : null);
      return become({ held: 'signedOut' });
    }
  }
}

async function wasSentByAnotherTab(entry: Waiting): Promise<boolean> {
  if (vaultState().is !== 'open' || !resting.has(entry.key)) return false;
  return (await kept('act', entry.key)) === undefined;
}

async function sendOne(entry: Waiting): Promise<Outcome<unknown>> {
  if (entry.act === 'addAttachment') return sendFile(entry);
  const { doAct } = await import('./outbox.acts');
  return doAct(entry.act, entry.variables, entry.key);
}

async function sendFile({ key, variables }: Waiting): Promise<Outcome<unknown>> {
  const { letter, type } = variables as { letter: string; type: string };
  const body = files.get(key) ?? (await keptFile(key));
  const gone = { code: 'LOST', nl: 'De foto is niet meer op dit apparaat.', en: 'The photo is not on this device any more.' };
  if (!body) return { kind: 'refused', reasons: [gone], changes: [] };
  try {
    const address = `/attachments?${new URLSearchParams({ letter, key }).toString()}`;
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': type },
      body,
    });
    if (answer.ok) return { kind: 'done', value: null };
    if (answer.status === 401) return { kind: 'signedOut' };
    const said = (await answer.json()) as { reasons?: (typeof gone)[]; errors?: { extensions: typeof gone }[] };
    const reasons = said.reasons ?? said.errors?.map(({ extensions }) => extensions) ?? [];
    return { kind: 'refused', reasons, changes: [] };
  } catch {
    return navigator.onLine
      ? { kind: 'failed', trouble: { code: 'INTERNAL', nl: 'De foto is niet verstuurd.', en: 'The photo was not sent.' } }
      : { kind: 'offline' };
  }
}

/** Opens what is kept and sends what waits, as soon as it can. Called when somebody is signed in, and when the connection is back. */
export function resume(): void {
  tries = 0;
  void openVaultOfSession().then((isOpen) => (isOpen || vaultState().is === 'none' ? send() : undefined));
}

/** Tries at once when the connection is back, or when somebody comes back to this tab, perhaps signed in again elsewhere. */
export function watchConnection(): void {
  window.addEventListener('online', resume);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && resume());
}
