import type { Configuration } from '@doorbraak/platform';
import { DoorError } from './errors';
import { sealedCookie, type SealedCookie } from './sign-in.cookies';
import { issuerOf, type Issuer, type IssuerSettings } from './sign-in.issuer';
import type { Asked, SignedIn, SignedInUntil } from './sign-in.ports';

export type SignInSettings = IssuerSettings & Pick<Configuration, 'PUBLIC_URL' | 'DOORBRAAK_MASTER_KEY' | 'SESSION_SECONDS'>;

/** How a request says who asks: by a bearer token or by the session of a browser. One for a process, over HTTP and over a socket. */
export interface Identities {
  issuer: Issuer;
  session: SealedCookie<{ issuer: string; subject: string }>;
  /** Null when there is no such header. */
  ofBearer(header: string | undefined): Promise<SignedInUntil | null>;
  /** Null when nobody is signed in here, or when a question does not come from a page of ours. */
  ofSession(request: Asked): Promise<SignedInUntil | null>;
}
export const IDENTITIES = Symbol('identities');

export function identitiesOf(settings: SignInSettings): Identities {
  const issuer = issuerOf(settings);
  const session = sealedCookie<{ issuer: string; subject: string }>({
    masterKey: settings.DOORBRAAK_MASTER_KEY,
    publicUrl: settings.PUBLIC_URL,
    name: 'session',
    path: '/',
    seconds: settings.SESSION_SECONDS,
    sameSite: 'strict',
  });
  return {
    issuer,
    session,
    ofBearer(header) {
      if (header === undefined) return Promise.resolve(null);
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
      return token === undefined ? Promise.reject(new DoorError('TOKEN_INVALID')) : issuer.verify(token);
    },
    /**
     * The session counts for requests of our own pages only: Strict stops other sites, this stops other origins of the same site, such as
     * another port of the same machine. A link from elsewhere is then simply not signed in; a change from elsewhere is refused.
     */
    async ofSession(request) {
      const who = await session.read(request);
      if (who === null) return null;
      if (isSameOrigin(request, settings.PUBLIC_URL)) return { ...identity(who), until: new Date(who.exp * 1000) };
      if (['GET', 'HEAD'].includes(request.method ?? '')) return null;
      throw new DoorError('NOT_SAME_ORIGIN');
    },
  };
}

/** Browsers say where a request comes from and scripts cannot change that; older ones say it by Origin only. */
export function isSameOrigin({ headers }: Asked, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
}

/** Without what came along with it. */
export const identity = ({ issuer, subject }: SignedIn): SignedIn => ({ issuer, subject });
