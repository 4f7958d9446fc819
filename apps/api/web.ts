import { existsSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import { Router, static as filesIn, type RequestHandler } from 'express';

/** Made by `npm run build`; both from the sources and from the built product it is the same place. */
const FILES = [path.join(__dirname, '../../web'), path.join(__dirname, '../../dist/web')];

/** Addresses of the api itself; every other one that a browser opens is a page of the client. */
const OF_THE_API = /^\/(graphql|playground|health|sign-in|sign-out|attachments|papers|oidc|demo|assets)(\/|$)/;

/** Nothing comes from, goes to or is framed by another server; a photo that is still here is shown as a blob. */
const CSP = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src 'self' blob:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');
/** A twentieth smaller than what the package takes by itself, in the same time. */
const QUALITY = 6;
const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * The client: its files, and its one page for every address that is not of the api. Only these files are compressed: an answer that holds
 * both a secret and what somebody typed would tell its length.
 */
export function web(): Router {
  const router = Router();
  const folder = FILES.find((place) => existsSync(path.join(place, 'index.html')));
  if (!folder) return router;
  const page: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' || OF_THE_API.test(request.path) || !request.accepts('html')) return next();
    response.set({ 'Content-Security-Policy': CSP, 'Cache-Control': 'no-cache', 'Referrer-Policy': 'no-referrer' });
    response.sendFile('index.html', { root: folder });
  };
  const small = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } } });
  router.use('/assets', small, filesIn(path.join(folder, 'assets'), { immutable: true, maxAge: YEAR, index: false }));
  router.use(filesIn(folder, { index: false, dotfiles: 'ignore' }), page);
  return router;
}
