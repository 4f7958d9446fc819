import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Id } from '@doorbraak/kernel';

/** Where a sealed value stands. It is part of what is authenticated: a cell copied to another place does not open. */
export type Place = { tenant: Id; table: string; column: string; row: Id };

const VERSION = 'd1';
const aad = (place: Place) => Buffer.from([place.tenant, place.table, place.column, place.row].join('|'));

/** AES-256-GCM; the text form is `d1.<key id>.<nonce>.<tag>.<cipher text>`, so that a key can be changed one value at a time. */
export function seal(key: Buffer, keyId: Id, place: Place, clear: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return [VERSION, keyId, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
}

export function open(key: Buffer, place: Place, sealed: string): Buffer {
  const [version, , nonce, tag, body] = sealed.split('.');
  if (version !== VERSION || !nonce || !tag || body === undefined) throw new Error('a sealed value has an unknown form');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url')).setAAD(aad(place));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
}

const BINARY = Buffer.from('d1');
const [KEY_AT, NONCE_AT, TAG_AT, BODY_AT] = [2, 18, 30, 46] as const;
const idInBytes = (id: Id) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOfBytes = (bytes: Buffer): Id => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The same for bytes, without a third more for text: `d1`, key id, nonce, tag, cipher text. */
export function sealBytes(key: Buffer, keyId: Id, place: Place, clear: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([BINARY, idInBytes(keyId), nonce, cipher.getAuthTag(), body]);
}

export function openBytes(key: Buffer, place: Place, sealed: Buffer): Buffer {
  if (sealed.length < BODY_AT || !sealed.subarray(0, KEY_AT).equals(BINARY)) throw new Error('sealed bytes have an unknown form');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_AT, TAG_AT)).setAAD(aad(place));
  decipher.setAuthTag(sealed.subarray(TAG_AT, BODY_AT));
  return Buffer.concat([decipher.update(sealed.subarray(BODY_AT)), decipher.final()]);
}

export const keyIdOfBytes = (sealed: Buffer): Id => idOfBytes(sealed.subarray(KEY_AT, NONCE_AT));

export const keyIdOf = (sealed: string): Id => sealed.split('.')[1] ?? '';

/** Keys for one use each, from the master key: a tenant key, a key for lookups by BSN, a password of a database role. */
export const derive = (master: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(master, 'hex'), '', use, 32));

export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

export const randomKey = (): Buffer => randomBytes(32);
