import { randomBytes } from 'node:crypto';

/** A UUID, version 7: sorts by the moment it was made, so new rows stay together in an index (RFC 9562, section 5.7). */
export type Id = string;

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is Id => typeof value === 'string' && PATTERN.test(value);

/** Ids that rise, one after the other, for rows whose order has to stay. */
export const risingIds =
  (at: number = Date.now()): (() => Id) =>
  () =>
    newId(at++);

export function newId(at: number = Date.now()): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
