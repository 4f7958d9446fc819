import { z } from 'zod';

const url = (what: string) => z.url({ error: `${what} must be a URL` });
const key = (what: string) =>
  z.string({ error: `${what} is missing` }).regex(/^[0-9a-f]{64}$/, `${what} must be 64 hexadecimal digits (32 bytes)`);

/** Everything that can be set from outside, by name of the environment variable. Secrets have no default. */
const schema = z.object({
  DATABASE_URL: url('DATABASE_URL').describe('PostgreSQL as the application role doorbraak_app'),
  WORKER_DATABASE_URL: url('WORKER_DATABASE_URL')
    .optional()
    .describe('PostgreSQL as the worker role doorbraak_worker; only the worker needs it'),
  DATABASE_OWNER_URL: url('DATABASE_OWNER_URL')
    .optional()
    .describe('PostgreSQL as the owner of the tables; only migrations need it'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(8)
    .describe('connections of one process; twice the cores is enough'),
  DOORBRAAK_MASTER_KEY: key('DOORBRAAK_MASTER_KEY').describe(
    'wraps the tenant keys; without it no BSN and no special note can be read',
  ),
  DOORBRAAK_CONTEXT_KEY: key('DOORBRAAK_CONTEXT_KEY').describe('signs who is asking; the database holds the same key'),
  OIDC_ISSUER: url('OIDC_ISSUER').describe('address of the OpenID Connect issuer'),
  OIDC_CLIENT_ID: z.string().min(1).default('doorbraak'),
  OIDC_CLIENT_SECRET: z.string().min(1, 'OIDC_CLIENT_SECRET is missing'),
  OIDC_AUDIENCE: z.string().min(1).default('doorbraak-api').describe('whom a bearer token of the issuer must be meant for'),
  PUBLIC_URL: url('PUBLIC_URL').describe('address at which people reach this server'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
});

export type Configuration = z.infer<typeof schema>;
export const CONFIGURATION = Symbol('configuration');
export const CONFIGURATION_NAMES = Object.keys(schema.shape) as (keyof Configuration)[];

/** Reads and checks the environment; throws one error that names every variable that is wrong, never its value. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not complete:\n${[...new Set(lines)].join('\n')}`);
}
