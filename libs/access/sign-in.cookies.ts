import { hkdfSync } from 'node:crypto';
import type { CookieOptions, Response } from 'express';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Asked } from './sign-in.ports';

export interface CookieSettings {
  name: string;
  path: string;
  seconds: number;
  sameSite: 'strict' | 'lax';
  masterKey: string;
  publicUrl: string;
}

export interface SealedCookie<T> {
  set(response: Response, value: T): Promise<void>;
  /** Null when there is none, or when it is expired, of another key or changed by somebody: all are the same to us. */
  read(request: Asked): Promise<(T & { exp: number }) | null>;
  clear(response: Response): void;
}

/** A cookie that only this product can make and read, so that the api keeps no state and any copy of it can answer. */
export function sealedCookie<T extends Record<string, string>>(settings: CookieSettings): SealedCookie<T> {
  const { path, seconds, sameSite } = settings;
  const secure = new URL(settings.publicUrl).protocol === 'https:';
  // The prefixes make a browser refuse the cookie when a neighbouring subdomain or plain http tries to plant one.
  const name = `${secure ? (path === '/' ? '__Host-' : '__Secure-') : ''}doorbraak-${settings.name}`;
  const key = keyFor(settings.masterKey, settings.name);
  const attributes: CookieOptions = { path, sameSite, secure, httpOnly: true };
  return {
    async set(response, value) {
      const sealed = await new EncryptJWT(value)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(new Date(Date.now() + seconds * 1000))
        .encrypt(key);
      response.cookie(name, sealed, { ...attributes, maxAge: seconds * 1000 });
    },
    async read(request) {
      const sealed = valueOf(request, name);
      if (sealed === undefined) return null;
      try {
        const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'], requiredClaims: ['exp'] };
        return (await jwtDecrypt<T & { exp: number }>(sealed, key, options)).payload;
      } catch {
        return null;
      }
    },
    clear: (response) => void response.clearCookie(name, attributes),
  };
}

// A key per kind of cookie: the one can never be passed off as the other.
const keyFor = (masterKey: string, name: string) =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(masterKey, 'hex'), '', `doorbraak cookie ${name}`, 32));

const valueOf = ({ headers }: Asked, name: string): string | undefined =>
  headers.cookie
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
