import { Router, urlencoded } from 'express';
import Provider, { type Context } from 'oidc-provider';
import { pageHeaders, sendPage } from '@doorbraak/access';
import { brokenSignInPage, choosePage } from './pages';
import { PEOPLE } from './people';
import { issuerAt, WORKING_DAY } from './issuer';
import type { DemoSecrets } from './secrets';

// Whoever reaches this provider can become anybody, without a password.
if (process.env['NODE_ENV'] === 'production')
  throw new Error('The demo identity provider does not run in production; set OIDC_ISSUER.');

export const CLIENT_ID = 'doorbraak';
const TEN_MINUTES = 10 * 60;

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
