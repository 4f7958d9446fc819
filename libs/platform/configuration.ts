import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { CannotStart } from '@doorbraak/kernel';

const url = (what: string) => z.url({ error: `${what} must be a URL` });
const key = (what: string) =>
  z.string({ error: `${what} is missing` }).regex(/^[0-9a-f]{64}$/, `${what} must be 64 hexadecimal digits (32 bytes)`);

const keys = {
  DOORBRAAK_MASTER_KEY: key('DOORBRAAK_MASTER_KEY').describe(
    'wraps the tenant keys; without it no BSN and no special note can be read',
  ),
  DOORBRAAK_CONTEXT_KEY: key('DOORBRAAK_CONTEXT_KEY').describe('signs who is asking; the database holds the same key'),
};

const METRICS_PORT = z.coerce
  .number()
  .int()
  .min(1)
  .max(65535)
  .optional()
  .describe('answers Prometheus at /metrics on this port, which must stay inside; without it nothing listens');

/**
 * Everything that can be set from outside, by name of the environment variable, per kind of process: what a process has no use for, it is
 * not told. Secrets have no default.
 */
const PARTS = {
  api: z.object({
    DATABASE_URL: url('DATABASE_URL').describe('PostgreSQL as the application role doorbraak_app'),
    DATABASE_POOL: z.coerce
      .number()
      .int()
      .min(1)
      .max(100)
      .default(2 * availableParallelism())
      .describe('connections of one process; twice the processors, as by itself, is the fastest'),
    ...keys,
    OIDC_ISSUER: url('OIDC_ISSUER').describe('address of the OpenID Connect issuer'),
    OIDC_CLIENT_ID: z.string().min(1).default('doorbraak'),
    OIDC_CLIENT_SECRET: z.string({ error: 'OIDC_CLIENT_SECRET is missing' }).min(1, 'OIDC_CLIENT_SECRET is missing'),
    OIDC_AUDIENCE: z.string().min(1).default('doorbraak-api').describe('whom a bearer token of the issuer must be meant for'),
    SESSION_SECONDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(12 * 60 * 60)
      .default(8 * 60 * 60)
      .describe('how long a sign-in in a browser lasts'),
    PUBLIC_URL: url('PUBLIC_URL').describe('address at which people reach this server'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    METRICS_PORT,
    SILENT_AFTER_DAYS: z.coerce
      .number()
      .int()
      .min(1)
      .max(365)
      .default(14)
      .describe('after how many days without a contact a household counts as silent'),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  }),
  worker: z.object({
    WORKER_DATABASE_URL: url('WORKER_DATABASE_URL').describe('PostgreSQL as the worker role doorbraak_worker'),
    METRICS_PORT,
  }),
  migrations: z.object({
    DATABASE_OWNER_URL: url('DATABASE_OWNER_URL').describe('PostgreSQL as its first owner; only migrations sign in as this one'),
    ...keys,
  }),
  founding: z.object({ DATABASE_OWNER_URL: url('DATABASE_OWNER_URL') }),
};
type Parts = { [Part in keyof typeof PARTS]: z.infer<(typeof PARTS)[Part]> };

export type Configuration = Parts['api'];
export type WorkerConfiguration = Parts['worker'];
export const CONFIGURATION = Symbol('configuration');

/** The names that each kind of process reads. */
export const CONFIGURATION_NAMES = Object.fromEntries(
  Object.entries(PARTS).map(([part, schema]) => [part, Object.keys(schema.shape)]),
) as Record<keyof Parts, string[]>;

type Environment = Record<string, string | undefined>;

/** Reads and checks the environment of one kind of process; throws one error that names every variable that is wrong, never its value. */
export function readConfiguration(environment: Environment): Configuration;
export function readConfiguration<Part extends keyof Parts>(environment: Environment, part: Part): Parts[Part];
export function readConfiguration(environment: Environment, part: keyof Parts = 'api'): Parts[keyof Parts] {
  const parsed = PARTS[part].safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new CannotStart(`The configuration is not complete:\n${[...new Set(lines)].join('\n')}`);
}
