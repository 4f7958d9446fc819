import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { CannotStart } from '@doorbraak/kernel';
import { derive, isMasterKeyOf, sealKeyCheck } from '@doorbraak/platform';
import { Foundation1764000000000 } from './1764000000000-foundation';
import { Method1764100000000 } from './1764100000000-method';
import { Gate1764200000000 } from './1764200000000-gate';
import { prepareJobs } from './jobs';

export const OWNER = 'doorbraak_owner';
export type Migrations = (new () => MigrationInterface)[];
/** All that there are, the oldest first. */
export const MIGRATIONS: Migrations = [Foundation1764000000000, Method1764100000000, Gate1764200000000];

/** The address of the same database for another role; its password follows from the master key, so nobody has to keep it. */
export function roleUrl(url: string, role: string, masterKey: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = derive(masterKey, `database role ${role}`).toString('hex');
  return address.toString();
}

/** Work as the owner of the database; an address that does not answer, or not to this name, is said without the address and its password. */
export async function ownerConnection<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: { code?: string }) => {
    throw new CannotStart(`The database of DATABASE_OWNER_URL does not let us in (${error.code ?? 'no answer'}).`);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whoever has to see all rows: row security hides them from everybody else. */
export async function refuseBound(client: Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>('select rolsuper as free from pg_roles where rolname = current_user');
  if (!rows[0]?.free)
    throw new CannotStart('DATABASE_OWNER_URL must be a superuser for this: row security hides rows from everybody else.');
}

/**
 * Roles belong to the whole server, not to one database, so they are made before the migrations and each time with the same result:
 * an owner that is no superuser (or row security would not bind it), the gate, and the two roles that processes sign in with.
 */
function ensureRoles(url: string, masterKey: string): Promise<{ owner: string }> {
  return ownerConnection(url, async (client) => {
    const { rows } = await client.query<{ me: string; superuser: boolean }>(
      'select current_user as me, usesuper as superuser from pg_user where usename = current_user',
    );
    await refuseOtherKey(client, masterKey);
    const owner = rows[0]?.superuser ? OWNER : (rows[0]?.me ?? OWNER);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7012)'); // two databases of one server may be migrated at the same moment
    for (const [role, options] of [
      [OWNER, 'nologin createrole'],
      ['doorbraak_gate', 'nologin'],
      ['doorbraak_app', 'login'],
      ['doorbraak_worker', 'login'],
    ] as const) {
      if (role === OWNER && owner !== OWNER) continue;
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      if (!known.rowCount) await client.query(`create role ${role} ${options} nosuperuser nobypassrls`);
      if (options === 'login')
        await client.query(`alter role ${role} password '${new URL(roleUrl(url, role, masterKey)).password}'`);
    }
    await client.query(`grant doorbraak_gate to "${owner}" with inherit false, set true`);
    await client.query(`grant create on database "${new URL(url).pathname.slice(1)}" to "${owner}"`);
    await client.query(`grant all on schema public to "${owner}"`);
    await client.query('commit');
    return { owner };
  });
}

/** Before anything is changed: under another master key the roles would get other passwords, and whatever runs would stand outside. */
async function refuseOtherKey(client: Client, masterKey: string): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('gate.key_check') is not null as known`);
  if (!rows[0]?.known) return;
  const checks = await client.query<{ sealed: string }>('select sealed from gate.key_check');
  if (checks.rows.every(({ sealed }) => isMasterKeyOf(sealed, masterKey))) return;
  throw new CannotStart('DOORBRAAK_MASTER_KEY is not the key of this database. Nothing was changed; look for the right key.');
}

/** Brings a database to the newest schema and sets the keys that it checks contexts with. Doing it again changes nothing. */
export async function migrate(
  url: string,
  keys: { masterKey: string; contextKey: string },
  migrations = MIGRATIONS,
): Promise<{ applied: string[] }> {
  const { owner } = await ensureRoles(url, keys.masterKey);
  const source = new DataSource({
    type: 'postgres',
    url,
    extra: { options: `-c role=${owner}` },
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
  });
  await source.initialize();
  try {
    const applied = await source.runMigrations();
    await source.query(
      'insert into gate.key (id, secret) values (1, $1) on conflict (id) do update set secret = excluded.secret where gate.key.secret <> excluded.secret',
      [Buffer.from(keys.contextKey, 'hex')],
    );
    await source.query('insert into gate.key_check (id, sealed) values (1, $1) on conflict (id) do nothing', [
      sealKeyCheck(keys.masterKey),
    ]);
    await ownerConnection(url, async (client) => {
      await client.query(`set role "${owner}"`);
      await prepareJobs(client);
    });
    return { applied: applied.map((one) => one.name) };
  } finally {
    await source.destroy();
  }
}
