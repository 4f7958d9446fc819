import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { Passport } from 'passport';
import { Strategy } from 'passport-custom';
import { REFUSALS, type RefusalCode } from '@doorbraak/kernel';
import type { Configuration } from '@doorbraak/platform';
import { DoorError } from './errors';
import { sealedCookie, type SealedCookie } from './sign-in.cookies';
import { issuerOf, type Flow, type IssuerSettings } from './sign-in.issuer';
import { html, page, sendPage } from './sign-in.page';
import type { AccountDirectory, SignedIn } from './sign-in.ports';

export type SignInSettings = IssuerSettings & Pick<Configuration, 'PUBLIC_URL' | 'DOORBRAAK_MASTER_KEY'>;

declare module 'express-serve-static-core' {
  interface Request {
    signedIn?: SignedIn;
  }
}

const WORKING_DAY = 8 * 60 * 60;
const TEN_MINUTES = 10 * 60;
const STATUS: Partial<Record<RefusalCode, number>> = {
  TOKEN_INVALID: 401,
  NOT_SAME_ORIGIN: 403,
  UNKNOWN_ACCOUNT: 403,
  SIGN_IN_FAILED: 400,
  SIGN_IN_UNAVAILABLE: 503,
};

/**
 * Everything about signing in, to stand before all other routes: it puts who asks on `request.signedIn`, by bearer token or session
 * cookie, and serves /sign-in, /sign-in/callback and /sign-out. Rights are no part of it.
 */
export function signIn(settings: SignInSettings, accounts: AccountDirectory): Router {
  const issuer = issuerOf(settings);
  const shared = { masterKey: settings.DOORBRAAK_MASTER_KEY, publicUrl: settings.PUBLIC_URL };
  const session = sealedCookie<{ issuer: string; subject: string }>({
    ...shared,
    name: 'session',
    path: '/',
    seconds: WORKING_DAY,
    sameSite: 'strict',
  });
  // Lax, because it has to come along when the issuer sends the browser back.
  const flow = sealedCookie<Flow>({ ...shared, name: 'sign-in', path: '/sign-in', seconds: TEN_MINUTES, sameSite: 'lax' });
  const callback = new URL('/sign-in/callback', settings.PUBLIC_URL).href;

  const passport = new Passport();
  const use = (name: string, verify: (request: Request) => Promise<SignedIn | false>) =>
    passport.use(name, new Strategy((request, done) => void verify(request).then((who) => done(null, who), done)));
  use('bearer', async (request) => {
    const header = request.get('authorization');
    if (header === undefined) return false;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
    if (token === undefined) throw new DoorError('TOKEN_INVALID');
    return issuer.verify(token);
  });
  use('session', (request) => ofSession(request, session, settings.PUBLIC_URL));
  use('issuer', async (request) => {
    const begun = await flow.read(request);
    if (begun === null) throw new DoorError('SIGN_IN_FAILED');
    return issuer.finish(new URL(request.originalUrl, settings.PUBLIC_URL), begun);
  });
  const establish = (strategies: string[]): RequestHandler => {
    return (request, response, next) =>
      passport.authenticate(strategies, { session: false }, (error, who) => {
        if (!error && who) request.signedIn = who as SignedIn;
        next(error);
      })(request, response, next);
  };

  const pages = Router();
  pages.get('/sign-in', async (_request, response) => {
    const { address, flow: begun } = await issuer.begin(callback);
    await flow.set(response, begun);
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
      // A page and no redirect: a chain that began at the issuer would come to its end without the Strict cookie.
      sendPage(response, 200, welcome());
    },
  );
  pages.post('/sign-out', (_request, response) => {
    session.clear(response);
    response.redirect(303, '/');
  });
  pages.use(answerByPage);

  return Router().use(establish(['bearer', 'session']), answerByJson, pages);
}

/**
 * The session counts for requests of our own pages only: Strict stops other sites, this stops other origins of the same site, such as
 * another port of the same machine. A link from elsewhere is then simply not signed in; a change from elsewhere is refused.
 */
async function ofSession(request: Request, session: SealedCookie<SignedIn>, publicUrl: string): Promise<SignedIn | false> {
  const who = await session.read(request);
  if (who === null) return false;
  if (isSameOrigin(request, publicUrl)) return { issuer: who.issuer, subject: who.subject };
  if (['GET', 'HEAD'].includes(request.method)) return false;
  throw new DoorError('NOT_SAME_ORIGIN');
}

/** Browsers say where a request comes from and scripts cannot change that; older ones say it by Origin only. */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  return site === undefined ? request.get('origin') === new URL(publicUrl).origin : site === 'same-origin';
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

const welcome = () =>
  page(
    'U bent aangemeld',
    html`<h1>U bent aangemeld</h1>
      <p><a class="button" href="/">Ga verder</a></p>
      <p lang="en">You are signed in. Go on.</p>`,
    '/',
  );
