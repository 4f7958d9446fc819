import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { Configuration } from '@doorbraak/platform';
import { log } from '@doorbraak/platform';
import { DoorError } from './errors';
import type { SignedIn, SignedInUntil } from './sign-in.ports';

export type IssuerSettings = Pick<Configuration, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_AUDIENCE'>;

/** What a browser must bring back from the issuer for the sign-in that it began. */
export type Flow = { state: string; nonce: string; verifier: string };

export interface Issuer {
  begin(callback: string): Promise<{ address: string; flow: Flow }>;
  finish(answer: URL, flow: Flow): Promise<SignedIn>;
  verify(token: string): Promise<SignedInUntil>;
}

const SECONDS_TO_ANSWER = 5;
const TOLERANCE = 60;
const MOST_SECONDS = 30;
const MOST_TOKENS = 1000;
// Asymmetric only: with HS256 in the list a public key could be used as the secret of a forged token.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The OpenID Connect issuer. It is first asked when somebody signs in, so it may start later than we do; if it fails, nobody gets in. */
export function issuerOf(settings: IssuerSettings): Issuer {
  const address = new URL(settings.OIDC_ISSUER);
  const discovered = rememberSuccess(async () => {
    try {
      return await oidc.discovery(
        address,
        settings.OIDC_CLIENT_ID,
        { [oidc.clockTolerance]: TOLERANCE },
        oidc.ClientSecretBasic(settings.OIDC_CLIENT_SECRET),
        // Plain http is for an issuer on this machine; anywhere else it would let a neighbour on the network decide who we are.
        { timeout: SECONDS_TO_ANSWER, execute: LOOPBACK.includes(address.hostname) ? [oidc.allowInsecureRequests] : [] },
      );
    } catch (error) {
      throw unavailable(error);
    }
  });
  const keys = rememberSuccess(async () => {
    const { jwks_uri: uri } = (await discovered()).serverMetadata();
    if (uri === undefined) throw unavailable(new Error('the issuer names no keys'));
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: SECONDS_TO_ANSWER * 1000 });
  });
  /** A client asks many things with one token. That it is right is believed for a short while, so that a key that is withdrawn is noticed. */
  const verified = new Map<string, { who: SignedInUntil; checked: number }>();

  return {
    async begin(callback) {
      const configuration = await discovered();
      const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const parameters = {
        scope: 'openid',
        redirect_uri: callback,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        prompt: 'login',
      };
      return { address: oidc.buildAuthorizationUrl(configuration, parameters).href, flow };
    },

    async finish(answer, { state, nonce, verifier }) {
      const configuration = await discovered();
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
        const claims = (await oidc.authorizationCodeGrant(configuration, answer, checks)).claims();
        if (!claims) throw new Error('the issuer gave no identity');
        return { issuer: claims.iss, subject: claims.sub };
      } catch (error) {
        log.warn({ reason: kindOf(error) }, 'a sign-in was not completed');
        throw new DoorError('SIGN_IN_FAILED');
      }
    },

    async verify(token) {
      const known = verified.get(token);
      if (known && known.checked + MOST_SECONDS * 1000 > Date.now() && known.who.until > new Date()) return known.who;
      verified.delete(token);
      const getKey = await keys();
      try {
        const { payload } = await jwtVerify<{ iss: string; sub: string; exp: number }>(token, getKey, {
          issuer: (await discovered()).serverMetadata().issuer,
          audience: settings.OIDC_AUDIENCE,
          algorithms: ALGORITHMS,
          clockTolerance: TOLERANCE,
          requiredClaims: ['exp', 'sub'],
        });
        const who = { issuer: payload.iss, subject: payload.sub, until: new Date((payload.exp + TOLERANCE) * 1000) };
        if (verified.size >= MOST_TOKENS) verified.clear();
        verified.set(token, { who, checked: Date.now() });
        return who;
      } catch (error) {
        throw isFaultOfIssuer(error) ? unavailable(error) : new DoorError('TOKEN_INVALID');
      }
    },
  };
}

// A set of keys that does not come is not the caller's fault: jose says so by a time-out, a bare error, or the error of fetch itself.
const isFaultOfIssuer = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';

function unavailable(error: unknown): DoorError {
  log.error({ reason: kindOf(error) }, 'the issuer of sign-ins cannot be used');
  return new DoorError('SIGN_IN_UNAVAILABLE');
}

// The code and not the message of an error: a message may quote what somebody sent.
function kindOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}

/** Asks once, and again only after a failure. */
function rememberSuccess<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () =>
    (answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    }));
}
