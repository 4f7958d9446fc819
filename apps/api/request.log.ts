import type { RequestHandler } from 'express';
import { log, type Metrics } from '@doorbraak/platform';

/** A path is what somebody typed, so only those that are ours are written down. */
const OURS = /^\/(graphql|health\/(live|ready)|sign-in(\/(callback|session))?|sign-out)?$/;

/** One line per request: what kind, where, how it ended, how long it took. Nothing of what was asked or answered, and not by whom. */
export const requestLog =
  (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    const path = OURS.test(request.path) ? request.path : (/^\/(attachments|papers)\b/.exec(request.path)?.[0] ?? 'elsewhere');
    response.once('close', () => {
      const level = path.startsWith('/health') ? 'debug' : 'info';
      const status = response.writableFinished ? response.statusCode : 'left before the answer';
      const ms = performance.now() - started;
      metrics.requests.observe({ path, status }, ms / 1000);
      log[level]({ method: request.method, path, status, ms: Math.round(ms) }, 'request');
    });
    next();
  };
