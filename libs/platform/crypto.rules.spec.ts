import { randomBytes } from 'node:crypto';
import { newId } from '@doorbraak/kernel';
import { derive, keyIdOf, keyIdOfBytes, open, openBytes, seal, sealBytes } from './crypto.rules';

const key = randomBytes(32);
const place = { tenant: newId(), table: 'problem', column: 'words', row: newId() };

test('what was sealed opens again, at the same place', () => {
  const keyId = newId();
  const sealed = seal(key, keyId, place, Buffer.from('Hij slaapt slecht'));
  expect(sealed).not.toContain('slaapt');
  expect(keyIdOf(sealed)).toBe(keyId);
  expect(open(key, place, sealed).toString()).toBe('Hij slaapt slecht');
});

test.each(['tenant', 'table', 'column', 'row'] as const)('a cell copied to another %s does not open', (part) => {
  const sealed = seal(key, newId(), place, Buffer.from('x'));
  expect(() => open(key, { ...place, [part]: newId() }, sealed)).toThrow();
});

test('another key does not open it, and a changed byte is noticed', () => {
  const sealed = seal(key, newId(), place, Buffer.from('gevoelig'));
  expect(() => open(randomBytes(32), place, sealed)).toThrow();
  const parts = sealed.split('.');
  parts[4] = Buffer.from('gewijzigd').toString('base64url');
  expect(() => open(key, place, parts.join('.'))).toThrow();
});

test('a file is sealed as bytes, with the same three locks: key, place, content', () => {
  const keyId = newId();
  const clear = randomBytes(1000);
  const sealed = sealBytes(key, keyId, place, clear);
  expect(sealed.length).toBe(1000 + 46);
  expect(sealed.includes(clear.subarray(0, 16))).toBe(false);
  expect(keyIdOfBytes(sealed)).toBe(keyId);
  expect(openBytes(key, place, sealed)).toEqual(clear);
  for (const part of ['tenant', 'table', 'column', 'row'] as const)
    expect(() => openBytes(key, { ...place, [part]: newId() }, sealed)).toThrow();
  expect(() => openBytes(randomBytes(32), place, sealed)).toThrow();
  sealed[500]! ^= 1;
  expect(() => openBytes(key, place, sealed)).toThrow();
  expect(() => openBytes(key, place, Buffer.from('d1'))).toThrow('unknown form');
});

test('every use has a key of its own', () => {
  const master = 'ab'.repeat(32);
  expect(derive(master, 'tenant a')).not.toEqual(derive(master, 'tenant b'));
  expect(derive(master, 'tenant a')).toEqual(derive(master, 'tenant a'));
});
