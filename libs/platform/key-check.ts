import { derive, open, seal } from './crypto.rules';

export const NOBODY = '00000000-0000-0000-0000-000000000000';
const PLACE = { tenant: NOBODY, table: 'gate.key_check', column: 'sealed', row: NOBODY };
const WORD = 'doorbraak';

export const sealKeyCheck = (masterKey: string): string => seal(derive(masterKey, 'key check'), NOBODY, PLACE, Buffer.from(WORD));

/** A process with another master key would write what nobody can read again, so it may not start. */
export function isMasterKeyOf(sealed: string, masterKey: string): boolean {
  try {
    return open(derive(masterKey, 'key check'), PLACE, sealed).toString() === WORD;
  } catch {
    return false;
  }
}
