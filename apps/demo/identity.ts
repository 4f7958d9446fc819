import { Router, urlencoded } from 'express';
import { SignJWT } from 'jose';
import Provider, { type Context } from 'oidc-provider';
import { pageHeaders, sendPage } from '@doorbraak/access';
import { brokenSignInPage, choosePage } from './pages';
import { PEOPLE, type DemoPerson } from './people';
import type { DemoSecrets } from './secrets';

// Whoever reaches this provider can become anybody, without a password.
if (process.env['NODE_ENV'] === 'production')
  throw new Error('The demo identity provider does not run in production; set OIDC_ISSUER.');

export const CLIENT_ID = 'doorbraak';
/** DEMO_ISSUER_HOST puts it on another host than the product: the tests sign in there as at an issuer of somebody else. */
export function issuerAt(publicUrl: string): string {
  const address = new URL('/oidc', publicUrl);
  address.hostname = process.env['DEMO_ISSUER_HOST'] ?? address.hostname;
  return address.href;
}

const TEN_MINUTES = 10 * 60;
const WORKING_DAY = 8 * 60 * 60;

/**
 * The OpenID provider of the demo, to stand at the root of a server; its issuer is /oidc, its only page a list of people to be. It stands
 * before sign-in, which would take the secret that a client sends here for a bearer token of the api.
 */
export function demoIdentity(publicUrl: string, secrets: DemoSecrets): Router {
  const provider = new Provider(issuerAt(publicUrl), {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: secrets.clientSecret,
        redirect_uris: [new URL('/sign-in/callback', publicUrl).href],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [secrets.signingKey] },
    // Its own session goes to a path that is never asked for: who signs in again is to choose again, and may choose somebody else.
    cookies: { keys: [secrets.cookieKey], long: { path: '/oidc/forget', httpOnly: true, sameSite: 'lax' } },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context: Context, interaction: { uid: string }) => `/oidc/choose/${interaction.uid}` },
    findAccount: (_context: Context, subject: string) =>
      PEOPLE.some((one) => one.subject === subject) && { accountId: subject, claims: () => ({ sub: subject }) },
    // Choosing somebody is all there is to agree to.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.account.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: TEN_MINUTES,
      AuthorizationCode: 60,
      Grant: WORKING_DAY,
      IdToken: TEN_MINUTES,
      Interaction: TEN_MINUTES,
      Session: WORKING_DAY,
    },
    renderError: (context: Context) => {
      context.set(pageHeaders);
      context.type = 'html';
      context.body = brokenSignInPage();
    },
  });

  const router = Router();
  const choose = '/oidc/choose/:uid';
  router.get(choose, async (request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    sendPage(response, 200, choosePage(uid, PEOPLE), publicUrl);
  });
  router.post(choose, urlencoded({ extended: false }), async (request, response) => {
    await provider.interactionDetails(request, response);
    const { person } = request.body as { person?: unknown };
    const chosen = PEOPLE.find((one) => one.key === person);
    if (!chosen) return sendPage(response, 400, brokenSignInPage());
    const login = { accountId: chosen.subject, remember: false };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  // An interaction that is over, or that another browser began.
  router.use(choose, (_error: unknown, _request: unknown, response: Parameters<typeof sendPage>[0], _next: unknown) =>
    sendPage(response, 400, brokenSignInPage()),
  );
  router.use('/oidc', provider.callback());
  return router;
}

/** A bearer token for the api, as this person, for one working day. */
export const demoToken = (publicUrl: string, secrets: DemoSecrets, { subject }: Pick<DemoPerson, 'subject'>): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: secrets.signingKey.kid })
    .setIssuer(issuerAt(publicUrl))
    .setSubject(subject)
    .setAudience('doorbraak-api')
    .setIssuedAt()
    .setExpirationTime(`${WORKING_DAY}s`)
    .sign(secrets.signingKey);
