let last = 0;
/** Never the same millisecond twice, so that what was made first also stands first in a list by id. */
function now(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** A UUID of version 7: the key of an act, and the id of what it makes. Made here, so that a retry never acts twice. */
export function newKey(at: number = now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(at / 0x10000));
  new DataView(bytes.buffer).setUint16(4, at % 0x10000);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
