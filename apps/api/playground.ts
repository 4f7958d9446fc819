import type { RenderOptions } from 'altair-static';
import { Router, static as filesIn } from 'express';
import { EXAMPLES } from './examples';

const FILES = '/playground/';
const START = 'start.js';

/** It calls nobody but this server, so that it works without a network and no query leaves the house. */
const CSP = [
  `default-src 'self'`,
  `script-src 'self' blob:`,
  `worker-src 'self' blob:`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `frame-ancestors 'none'`,
].join('; ');

const OPTIONS: RenderOptions = {
  baseURL: FILES,
  endpointURL: '/graphql',
  serveInitialOptionsInSeperateRequest: START,
  initialWindows: EXAMPLES.map(({ name, query, variables }) => ({
    initialName: name,
    initialQuery: query,
    initialVariables: JSON.stringify(variables ?? {}, null, 2),
    endpointURL: '/graphql',
  })),
  initialSettings: { theme: 'system', 'alert.disableUpdateNotification': true, 'banners.disable': true },
  disableAccount: true,
};

/** Large, and not for production: it is loaded by whoever opens the page first. */
const altair = () => import('altair-static');

/** A page to try questions in, at the address of the api itself, for browsers. Not for production: people there have the client. */
export function playground(): Router {
  const router = Router();
  router.get('/graphql', async (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') return next();
    const { renderAltair } = await altair();
    response.set('Content-Security-Policy', CSP).type('html').send(renderAltair(OPTIONS));
  });
  router.get(FILES + START, async (_request, response) => {
    const { renderInitSnippet } = await altair();
    response.type('js').send(renderInitSnippet(OPTIONS));
  });
  const sandboxed = `${FILES}iframe-sandbox/`;
  router.use(FILES, async (request, response, next) => {
    const { getDistDirectory, SANDBOX_FRAME_CSP } = await altair();
    response.set('Content-Security-Policy', request.originalUrl.startsWith(sandboxed) ? SANDBOX_FRAME_CSP : CSP);
    filesIn(getDistDirectory(), { index: false })(request, response, next);
  });
  return router;
}
