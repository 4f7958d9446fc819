import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { Passport } from 'passport';
import { Strategy } from 'passport-custom';
import { REFUSALS, type RefusalCode } from '@doorbraak/kernel';
import { DoorError } from './errors';
import { sealedCookie } from './sign-in.cookies';
import { draftsOf, personId } from './sign-in.drafts';
import { identitiesOf, identity, isSameOrigin, type SignInSettings } from './sign-in.identities';
import type { Flow } from './sign-in.issuer';
import { html, page, sendPage } from './sign-in.page';
import type { AccountDirectory, SignedIn } from './sign-in.ports';
import { pathAfter } from './sign-in.to.rules';

declare module 'express-serve-static-core' {
  interface Request {
    signedIn?: SignedIn;
  }
}

const TEN_MINUTES = 10 * 60;
const STATUS: Partial<Record<RefusalCode, number>> = {
  NOT_SIGNED_IN: 401,
  TOKEN_INVALID: 401,
  NOT_SAME_ORIGIN: 403,
  UNKNOWN_ACCOUNT: 403,
  SIGN_IN_FAILED: 400,
  SIGN_IN_UNAVAILABLE: 503,
};

/**
 * Everything about signing in, to stand before all other routes: it puts who asks on `request.signedIn`, by bearer token or session
 * cookie, and serves /sign-in, /sign-in/callback, /sign-in/session and /sign-out. Rights are no part of it.
 */
export function signIn(settings: SignInSettings, accounts: AccountDirectory, identities = identitiesOf(settings)): Router {
  const { issuer, session } = identities;
  const { PUBLIC_URL: publicUrl, DOORBRAAK_MASTER_KEY: masterKey } = settings;
  const drafts = draftsOf(settings);
  // Lax, because it has to come along when the issuer sends the browser back.
  const flow = sealedCookie<Flow & { to: string }>({
    masterKey,
    publicUrl,
    name: 'sign-in',
    path: '/sign-in',
    seconds: TEN_MINUTES,
    sameSite: 'lax',
  });
  const callback = new URL('/sign-in/callback', publicUrl).href;

  const passport = new Passport();
  const use = (name: string, verify: (request: Request) => Promise<SignedIn | false>) =>
    passport.use(name, new Strategy((request, done) => void verify(request).then((who) => done(null, who), done)));
  use('bearer', async (request) => {
    const who = await identities.ofBearer(request.get('authorization'));
    return who !== null && identity(who);
  });
  use('session', async (request) => {
    const who = await identities.ofSession(request);
    return who !== null && identity(who);
  });
  use('issuer', async (request) => {
    const begun = await flow.read(request);
    if (begun === null) throw new DoorError('SIGN_IN_FAILED');
    return issuer.finish(new URL(request.originalUrl, publicUrl), begun);
  });
  const establish = (strategies: string[]): RequestHandler => {
    return (request, response, next) =>
      passport.authenticate(strategies, { session: false }, (error, who) => {
        if (!error && who) request.signedIn = who as SignedIn;
        next(error);
      })(request, response, next);
  };

  const pages = Router();
  pages.get('/sign-in', async ({ query }, response) => {
    const { address, flow: begun } = await issuer.begin(callback);
    await flow.set(response, { ...begun, to: pathAfter(query['to']) });
    response.set('Cache-Control', 'no-store').redirect(303, address);
  });
  pages.get(
    '/sign-in/callback',
    (_request, response, next) => {
      flow.clear(response); // once, whatever comes of it
      next();
    },
    establish(['issuer']),
    async (request, response) => {
      const who = request.signedIn;
      if (!who || (await accounts.find(who)) === null) throw new DoorError('UNKNOWN_ACCOUNT');
      await session.set(response, who);
      await drafts.begin(request, response, who);
      // A page and no redirect: a chain that began at the issuer would come to its end without the Strict cookie.
      sendPage(response, 200, welcome((await flow.read(request))?.to ?? '/'));
    },
  );
  pages.post('/sign-out', (request, response) => {
    // From elsewhere it would be a way to throw away what somebody has typed.
    if (!isSameOrigin(request, publicUrl)) throw new DoorError('NOT_SAME_ORIGIN');
    session.clear(response);
    drafts.end(response);
    response.set('Clear-Site-Data', '"storage"').redirect(303, '/');
  });
  pages.use(answerByPage);

  /** For the client: who this browser is signed in as, until when, and what the drafts of this person are encrypted with here. */
  const ofBrowser = Router();
  ofBrowser.get('/sign-in/session', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const who = await identities.ofSession(request);
    const draftKey = who && (await drafts.keyOf(request, who));
    // A session without its seed (its cookie was erased) begins anew: there is one place where seeds are made.
    if (!who || !draftKey) throw new DoorError('NOT_SIGNED_IN');
    if ((await accounts.find(who)) === null) throw new DoorError('UNKNOWN_ACCOUNT');
    response.json({ person: personId(masterKey, who), until: who.until.toISOString(), draftKey });
  });

  return Router().use(establish(['bearer', 'session']), ofBrowser, answerByJson, pages);
}

const codeOf = (error: DoorError) => error.extensions['code'] as RefusalCode;

const answerByJson: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof DoorError)) return next(error);
  const code = codeOf(error);
  if (code === 'TOKEN_INVALID') response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  response.status(STATUS[code] ?? 500).json({ errors: [error] });
};

const answerByPage: ErrorRequestHandler = (error: unknown, _request, response: Response, next) => {
  if (!(error instanceof DoorError)) return next(error);
  const code = codeOf(error);
  const { nl, en } = REFUSALS[code];
  const body = html`<h1>Aanmelden is niet gelukt</h1>
    <p>${nl}</p>
    <p lang="en">${en} <code>${code}</code></p>
    <p><a class="button" href="/sign-in">Opnieuw aanmelden</a></p>`;
  sendPage(response, STATUS[code] ?? 500, page('Aanmelden is niet gelukt', body));
};

const welcome = (to: string) =>
  page(
    'U bent aangemeld',
    html`<h1>U bent aangemeld</h1>
      <p><a class="button" href="${to}">Ga verder</a></p>
      <p lang="en">You are signed in. Go on.</p>`,
    to,
  );
