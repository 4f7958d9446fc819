import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The keys of one demo, made at its first start and kept with its data: new keys would make that data unreadable. */
export interface DemoSecrets {
  masterKey: string;
  contextKey: string;
  clientSecret: string;
  cookieKey: string;
  /** Signs the identity tokens of the demo provider, and the tokens of `npm run token`. */
  signingKey: JWK;
}

export const fileOfSecrets = (folder: string) => path.join(folder, 'secrets.json');

export async function demoSecrets(folder: string): Promise<DemoSecrets> {
  if (existsSync(fileOfSecrets(folder))) return readSecrets(folder);
  const random = () => randomBytes(32).toString('hex');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const secrets: DemoSecrets = {
    masterKey: random(),
    contextKey: random(),
    clientSecret: random(),
    cookieKey: random(),
    signingKey: { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'demo' },
  };
  writeFileSync(fileOfSecrets(folder), JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

export const readSecrets = (folder: string): DemoSecrets =>
  JSON.parse(readFileSync(fileOfSecrets(folder), 'utf8')) as DemoSecrets;

export const eraseSecrets = (folder: string): void => rmSync(fileOfSecrets(folder), { force: true });
