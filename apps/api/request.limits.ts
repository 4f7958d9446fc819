import { json, type ErrorRequestHandler, type RequestHandler } from 'express';
import { DoorError } from '@doorbraak/access';

/** The largest lawful request is a letter typed over by hand; anything longer is refused before it is read. */
const MOST_BYTES = '256kb';
/** Inputs of the schema are four levels deep; deeper JSON only serves to exhaust whoever walks through it. */
const DEEPEST = 32;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner: unknown) => isDeeper(inner, levels - 1)));

export const isTooDeep = (value: unknown): boolean => isDeeper(value, DEEPEST);

const notTooDeep: RequestHandler = (request, response, next) => {
  if (!isTooDeep(request.body)) return next();
  response.status(400).json({ errors: [new DoorError('QUERY_TOO_LARGE')] });
};

/** A body that cannot be read. The reader's own words quote it, so they go no further than here. */
const unreadable: ErrorRequestHandler = (error: { type?: string; status?: number }, _request, response, next) => {
  if (!error.type || !error.status || error.status >= 500) return next(error);
  const code = error.type === 'entity.too.large' ? 'QUERY_TOO_LARGE' : 'BAD_INPUT';
  response.status(error.status).json({ errors: [new DoorError(code)] });
};

export const requestLimits = [json({ limit: MOST_BYTES }), unreadable, notTooDeep];
