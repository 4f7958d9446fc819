import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Configuration } from '@doorbraak/platform';
import { host } from './host';

export const TEMPLATE = 'doorbraak_template';
/** Keys of the test databases; they protect nothing. */
export const KEYS = { masterKey: '0123456789abcdef'.repeat(4), contextKey: 'fedcba9876543210'.repeat(4) };

const SETTINGS = {
  DOORBRAAK_MASTER_KEY: KEYS.masterKey,
  DOORBRAAK_CONTEXT_KEY: KEYS.contextKey,
  OIDC_ISSUER: 'http://127.0.0.1:1/oidc',
  OIDC_CLIENT_SECRET: 'test',
  PUBLIC_URL: 'http://127.0.0.1:1',
  NODE_ENV: 'test',
};

export type TestDatabase = {
  configuration: Configuration;
  /** as superuser: for looking at what is stored, past every policy */
  superuser: Client;
  url: string;
  drop(): Promise<void>;
};

/** A database of its own for one test file, copied from the migrated template with the reference data in it. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('these tests run through `npm test`, which starts PostgreSQL');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query('select pg_advisory_lock(7013)'); // a template can be copied by one at a time
  await admin.query(`create database ${name} template ${template}`);
  await admin.query('select pg_advisory_unlock(7013)');
  const url = new URL(server);
  url.pathname = `/${name}`;
  const superuser = new Client({ connectionString: url.toString() });
  await superuser.connect();
  const configuration = await host('configuration', { url: url.href, settings: SETTINGS, masterKey: KEYS.masterKey });
  return {
    configuration,
    superuser,
    url: url.toString(),
    async drop() {
      await superuser.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
