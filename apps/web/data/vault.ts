import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { useSyncExternalStore } from 'react';
import { withoutBsn } from './bsn.rules';
import { isLeft } from './left';
import { whoIsThere } from './who';

/** What somebody typed, an act that waits to be sent, a photo that goes with one. */
export type Kind = 'draft' | 'act' | 'file';

/** What lies in the database; without the key of this person in this browser none of it says what was typed, or about whom. */
interface Row {
  person: string;
  /** Which key it was sealed with; another one cannot open it. */
  with: string;
  kind: Kind;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}
interface Box extends DBSchema {
  rows: { key: string; value: Row };
}
interface Open {
  person: string;
  with: string;
  cipher: CryptoKey;
  names: CryptoKey;
}
export interface VaultState {
  /** closed = we do not know who is there; open = everything is kept; none = this browser cannot keep anything. */
  is: 'closed' | 'open' | 'none';
  /** How many things lie here for whoever signed in last; known without the key. */
  kept: Record<Kind, number>;
  /** How many were thrown away when it was opened, because nobody can read them any more. */
  lost: number;
}

const NAME = 'doorbraak';
const canKeep = typeof indexedDB !== 'undefined' && typeof crypto.subtle !== 'undefined';
const EMPTY: VaultState['kept'] = { draft: 0, act: 0, file: 0 };

let state: VaultState = { is: canKeep ? 'closed' : 'none', kept: EMPTY, lost: 0 };
const listeners = new Set<() => void>();
function become(next: Partial<VaultState>): void {
  state = { ...state, ...next };
  listeners.forEach((told) => told());
}
export const vaultState = (): VaultState => state;
const follow = (told: () => void) => {
  listeners.add(told);
  return () => void listeners.delete(told);
};
export const useVault = (): VaultState => useSyncExternalStore(follow, vaultState);

let base: Promise<IDBPDatabase<Box>> | null = null;
function database(): Promise<IDBPDatabase<Box>> {
  base ??= openDB<Box>(NAME, 1, {
    upgrade: (made) => void made.createObjectStore('rows'),
    // another tab signs out: it may delete everything at once
    blocking: () => void closeDatabase(),
    terminated: () => void (base = null),
  });
  return base;
}
async function closeDatabase(): Promise<void> {
  const open = base;
  base = null;
  (await open)?.close();
}

let whenOpen: { promise: Promise<Open>; resolve: (open: Open) => void } = later();
function later() {
  let resolve: (open: Open) => void = () => undefined;
  const promise = new Promise<Open>((done) => (resolve = done));
  return { promise, resolve };
}
let opened: Open | null = null;

const bytesOfText = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** The keys live in memory only, and no script can take them out. */
async function keysOf(person: string, draftKey: string): Promise<Open> {
  const root = await crypto.subtle.importKey('raw', fromBase64Url(draftKey), 'HKDF', false, ['deriveKey']);
  const use = (what: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytesOfText(`doorbraak vault ${what}`),
  });
  const cipher = await crypto.subtle.deriveKey(use('cipher'), root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const names = await crypto.subtle.deriveKey(use('names'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
  ]);
  const which = hex(await crypto.subtle.sign('HMAC', names, bytesOfText('which'))).slice(0, 16);
  return { person, with: which, cipher, names };
}

/** The name of a thing, unreadable: names hold ids of households. */
const placeOf = async (open: Open, kind: Kind, name: string): Promise<string> =>
  hex(await crypto.subtle.sign('HMAC', open.names, bytesOfText(`${kind}\n${name}`)));
const boundTo = (open: Open, place: string) => bytesOfText(`${open.person}\n${place}`);

async function count(): Promise<void> {
  const kept = { ...EMPTY };
  for (const row of await (await database()).getAll('rows')) kept[row.kind] += 1;
  become({ kept });
}

/** Before we know who is there: how much waits. */
export async function lookAtVault(): Promise<void> {
  // looking must not make an empty database where somebody just signed out
  if (!canKeep || isLeft()) return;
  if (indexedDB.databases && !(await indexedDB.databases()).some(({ name }) => name === NAME)) return;
  await count();
}

/**
 * Opens the vault of whoever is signed in. What somebody else left on this device, or what another key sealed, cannot be read by anybody
 * any more and is thrown away.
 */
export async function openVault({ person, draftKey }: { person: string; draftKey: string }): Promise<void> {
  if (!canKeep || opened?.person === person) return;
  const open = await keysOf(person, draftKey);
  const rows = await database();
  let lost = 0;
  const change = rows.transaction('rows', 'readwrite');
  for (let at = await change.store.openCursor(); at; at = await at.continue()) {
    if (at.value.person === person && at.value.with === open.with) continue;
    if (at.value.person === person) lost += 1;
    await at.delete();
  }
  await change.done;
  opened = open;
  whenOpen.resolve(open);
  become({ is: 'open', lost });
  await count();
}

/** For whom the vault is open. */
export const personOfVault = (): string | null => opened?.person ?? null;

/** Asks the api who is signed in here and opens the vault; false when nobody is, or there is no connection. */
export function openVaultOfSession(): Promise<boolean> {
  opening ??= askAndOpen().finally(() => (opening = null));
  return opening;
}
let opening: Promise<boolean> | null = null;

async function askAndOpen(): Promise<boolean> {
  if (!canKeep) return false;
  if (opened) return true;
  if (isLeft()) return false;
  const who = await whoIsThere();
  if (typeof who === 'string') return false;
  await openVault(who);
  return true;
}

/** Signing out: nothing of anybody stays on this device. Works without a connection. */
export async function emptyVault(): Promise<void> {
  opened = null;
  whenOpen = later();
  become({ is: canKeep ? 'closed' : 'none', kept: EMPTY, lost: 0 });
  if (!canKeep) return;
  await closeDatabase();
  await deleteDB(NAME);
}

async function write(open: Open, kind: Kind, name: string, clear: Uint8Array<ArrayBuffer>): Promise<void> {
  const place = await placeOf(open, kind, name);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(open, place) }, open.cipher, clear);
  if (opened !== open) return; // signed out while it was being sealed
  const rows = await database();
  const isNew = (await rows.getKey('rows', place)) === undefined;
  await rows.put('rows', { person: open.person, with: open.with, kind, iv, sealed }, place);
  if (isNew) become({ kept: { ...state.kept, [kind]: state.kept[kind] + 1 } });
}

async function clearOf(open: Open, place: string, { iv, sealed }: Row): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: boundTo(open, place) }, open.cipher, sealed);
}

/** Writes of one thing come one after the other, so that the last one stays. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

/** Keeps a thing, or waits with it until the vault is open. A citizen service number never rests here: then it answers `bsn`. */
export async function keep(kind: 'draft' | 'act', name: string, value: unknown): Promise<'kept' | 'bsn'> {
  if (withoutBsn(value).at.length) return 'bsn';
  if (!canKeep) return 'kept';
  const open = await whenOpen.promise;
  await inTurn(() => write(open, kind, name, bytesOfText(JSON.stringify({ name, value }))));
  return 'kept';
}

/** Everything that is being kept now is kept. */
export async function settled(): Promise<void> {
  if (!canKeep) return;
  await whenOpen.promise;
  await inTurn(() => Promise.resolve());
}

export async function keepFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!canKeep) return;
  const open = await whenOpen.promise;
  await inTurn(() => write(open, 'file', name, bytes));
}

/** What was kept under this name; waits until the vault is open. */
export async function kept(kind: 'draft' | 'act', name: string): Promise<unknown> {
  if (!canKeep) return undefined;
  const open = await whenOpen.promise;
  const place = await placeOf(open, kind, name);
  const row = await (await database()).get('rows', place);
  if (!row) return undefined;
  return (JSON.parse(new TextDecoder().decode(await clearOf(open, place, row))) as { value: unknown }).value;
}

export async function keptFile(name: string): Promise<ArrayBuffer | undefined> {
  if (!canKeep) return undefined;
  const open = await whenOpen.promise;
  const place = await placeOf(open, 'file', name);
  const row = await (await database()).get('rows', place);
  return row && clearOf(open, place, row);
}

/** Everything of one kind, by name. */
export async function allKept(kind: 'draft' | 'act'): Promise<{ name: string; value: unknown }[]> {
  if (!canKeep) return [];
  const open = await whenOpen.promise;
  const rows = await database();
  const found: { name: string; value: unknown }[] = [];
  for (const place of await rows.getAllKeys('rows')) {
    const row = await rows.get('rows', place);
    if (row?.kind === kind)
      found.push(JSON.parse(new TextDecoder().decode(await clearOf(open, place, row))) as { name: string; value: unknown });
  }
  return found;
}

/** Done with: it is gone from this device. */
export async function forget(kind: Kind, name: string): Promise<void> {
  if (!canKeep) return;
  const open = await whenOpen.promise;
  const place = await placeOf(open, kind, name);
  await inTurn(async () => {
    if (opened === open) await (await database()).delete('rows', place);
  });
  await count();
}
