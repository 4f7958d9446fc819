import { hkdfSync, randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { derive, keyedHash } from '@doorbraak/platform';
import type { SignInSettings } from './sign-in.identities';
import { sealedCookie } from './sign-in.cookies';
import type { Asked, SignedIn } from './sign-in.ports';

const WEEK = 7 * 24 * 60 * 60;

/**
 * What a browser encrypts the drafts of one person with. The server keeps nothing: the key follows from the master key and a seed that only
 * this browser holds, in a cookie that no script can read. Signing out takes the seed away, and what was encrypted stays unreadable.
 */
export interface Drafts {
  /** At a sign-in: whoever comes back finds the own drafts; after somebody else nobody reads those of the one before. */
  begin(request: Asked, response: Response, who: SignedIn): Promise<void>;
  /** Null when this browser holds no seed of this person. */
  keyOf(request: Asked, who: SignedIn): Promise<string | null>;
  end(response: Response): void;
}

export function draftsOf(settings: SignInSettings): Drafts {
  const masterKey = settings.DOORBRAAK_MASTER_KEY;
  // Lax, because the callback, to which the issuer sends the browser, has to read it: with Strict every sign-in would begin a new one. It
  // opens nothing without the session, which is Strict.
  const cookie = sealedCookie<{ issuer: string; subject: string; seed: string }>({
    masterKey,
    publicUrl: settings.PUBLIC_URL,
    name: 'drafts',
    path: '/sign-in',
    seconds: WEEK,
    sameSite: 'lax',
  });
  const seedOf = async (request: Asked, { issuer, subject }: SignedIn): Promise<string | null> => {
    const held = await cookie.read(request);
    return held?.issuer === issuer && held.subject === subject ? held.seed : null;
  };
  return {
    async begin(request, response, { issuer, subject }) {
      const seed = (await seedOf(request, { issuer, subject })) ?? randomBytes(32).toString('base64url');
      await cookie.set(response, { issuer, subject, seed });
    },
    async keyOf(request, who) {
      const seed = await seedOf(request, who);
      if (seed === null) return null;
      const use = JSON.stringify(['doorbraak drafts', who.issuer, who.subject]);
      const key = hkdfSync('sha256', Buffer.from(masterKey, 'hex'), Buffer.from(seed, 'base64url'), use, 32);
      return Buffer.from(key).toString('base64url');
    },
    end: (response) => cookie.clear(response),
  };
}

/** By what a browser may tell two people apart without knowing under which name the issuer knows them. */
export const personId = (masterKey: string, { issuer, subject }: SignedIn): string =>
  keyedHash(derive(masterKey, 'person in a browser'), JSON.stringify([issuer, subject]));
