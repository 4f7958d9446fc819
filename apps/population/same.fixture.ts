import type { Client } from 'pg';
import { open, tenantKeyOf } from '@doorbraak/platform';
import { KEYS, testDatabase } from '../../test/database';
import { World } from '../../test/world';
import { askAt } from '../demo/ask';
import { Copier } from './copy';
import { playPopulation } from './play';
import { entities, loadRows, Workshop } from './population';
import type { Wish } from './size.rules';

/** What can not be the same by its nature, and why. */
const LEFT_OUT: Record<string, string> = {
  audit_log: 'one line per request; rows make no requests',
  idempotency_key: 'one line per request, with a hash of what was sent',
  reference_entry: 'no row of a tenant; both databases are copies of one',
  migration: 'no row of a tenant',
};
const NOT_COMPARED: Record<string, string> = {
  'person_key.wrapped': 'a random key; that it opens what it has to is compared',
  'last_look.at': 'the clock of the machine, in both',
};
/** In no order that means anything. */
const SETS = ['plan_digest.writer_ids'];

/** What the product gives an id of its own: by what else it is known. */
const NAMED: Record<string, string> = {
  professional: `select id, (select subject from account a where a.municipality_id = t.municipality_id and a.person_id = t.id) as name from professional t`,
  lead_assignment: `select id, concat_ws(' ', household_id, kind, from_on) as name from lead_assignment`,
  funding_share: `select id, concat_ws(' ', measure_id, payer) as name from funding_share`,
  review_score: `select id, concat_ws(' ', review_id, domain) as name from review_score`,
  intervention: `select id, 'help for ' || measure_id as name from intervention where measure_id is not null`,
  report_fact: `select id, pseudonym as name from report_fact`,
  person_key: `select id, 'key of ' || subject_id as name from person_key`,
};

const TABLES = `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`;
const SEALED = /^d1\.([0-9a-f-]{36})\./;
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** By table; of each row what its columns hold, as text. */
type Rows = Record<string, Record<string, string>[]>;
type Row = Record<string, unknown> & { municipality_id?: string; id?: string };

/** Every row of every table of a tenant, what is sealed opened, in an order that follows from what they hold. */
export async function readEverything(db: Client, masterKey: string): Promise<Rows> {
  const names = new Map<string, string>();
  for (const [table, sql] of Object.entries(NAMED))
    for (const { id, name } of (await db.query<{ id: string; name: string }>(sql)).rows) names.set(id, `${table} (${name})`);
  const keys = new Map<string, Buffer>();
  const wrapped = await db.query<{ tenant: string; id: string; wrapped: string }>(
    'select municipality_id as tenant, id, wrapped from person_key',
  );
  for (const { tenant, id: row, wrapped: sealed } of wrapped.rows)
    keys.set(row, open(tenantKeyOf(masterKey, tenant), { tenant, table: 'person_key', column: 'wrapped', row }, sealed));
  const clear = (table: string, row: Row, column: string): unknown => {
    const value = row[column];
    if (`${table}.${column}` in NOT_COMPARED) return 'not compared';
    const [, key] = typeof value === 'string' ? (SEALED.exec(value) ?? []) : [];
    if (!key) return SETS.includes(`${table}.${column}`) ? (value as string[]).toSorted() : value;
    return `opened: ${open(keys.get(key)!, { tenant: row.municipality_id!, table, column, row: row.id! }, value as string).toString('utf8')}`;
  };
  const all: Rows = {};
  for (const { name: table } of (await db.query<{ name: string }>(TABLES)).rows) {
    if (table in LEFT_OUT) continue;
    const { rows } = await db.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
    const told = (value: unknown) => JSON.stringify(value).replace(ID, (id) => names.get(id) ?? id);
    all[table] = rows
      .map(({ row }) => Object.fromEntries(Object.keys(row).map((column) => [column, told(clear(table, row, column))])))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  return all;
}

/** What is not the same, as `table.column`, and as `table` where there are more rows on one side. */
export function differencesOf(played: Rows, loaded: Rows): string[] {
  const differences = Object.entries(played).flatMap(([table, rows]) => {
    const others = loaded[table] ?? [];
    if (rows.length !== others.length) return [`${table}: ${rows.length} rows and ${others.length}`];
    return rows
      .flatMap((row, n) => Object.keys(row).filter((column) => row[column] !== others[n]![column]))
      .map((column) => `${table}.${column}`);
  });
  return [...new Set(differences)];
}

const copierOf = async (db: { superuser: Client; url: string }): Promise<Copier> => {
  const source = await entities(db.url);
  const copier = await Copier.of(db.superuser, source);
  await source.destroy();
  return copier;
};

/** One value of one row is another. */
const SPOIL = `update involvement set contact_person = 'somebody' where id = (select max(id::text)::uuid from involvement)`;

/** One population, of which only these households, through the api and as rows, each in a database of its own; and the rows with one mistake. */
export async function bothWays(
  wish: Wish,
  only: (code: string) => boolean,
): Promise<{ played: Rows; loaded: Rows; spoiled: Rows }> {
  const [world, db] = [await World.open(), await testDatabase()];
  try {
    const workshop = await Workshop.of(db.superuser, KEYS.masterKey);
    const stage = { ask: askAt(world.address, ({ subject }) => world.issuer.token(subject)), issuer: world.issuer.url };
    await playPopulation({ owner: world.db.superuser, copier: await copierOf(world.db), workshop, stage }, wish, only);
    await loadRows({ owner: db.superuser, copier: await copierOf(db), workshop, issuer: stage.issuer }, wish, { only });
    const played = await readEverything(world.db.superuser, KEYS.masterKey);
    const loaded = await readEverything(db.superuser, KEYS.masterKey);
    await db.superuser.query(SPOIL);
    return { played, loaded, spoiled: await readEverything(db.superuser, KEYS.masterKey) };
  } finally {
    await world.close();
    await db.drop();
  }
}
