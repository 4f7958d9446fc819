import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { z } from 'zod';
import { CannotStart } from '@doorbraak/kernel';
import { isMasterKeyOf } from '@doorbraak/platform';
import { migrate, ownerConnection, refuseBound } from './migrate';

/** What stands beside the tables, written last: a folder without it is no backup. */
const Manifest = z.strictObject({
  madeAt: z.iso.datetime(),
  /** the schema that the rows belong to */
  migrations: z.array(z.string()),
  /** tells whether a master key is the one that these rows are sealed with, and nothing else of it */
  keyCheck: z.string(),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int().min(0), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

const MANIFEST = 'backup.json';
const fileOf = (folder: string, table: string) => path.join(folder, `${table}.copy.gz`);

/** All that is kept. Keys of the gate come from the configuration, jobs make themselves anew, contexts live for one transaction. */
const TABLES = `select relname as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by relname`;

/**
 * Writes every row of the database to a folder, all as of one moment, while people go on working. What is sealed stays sealed: without
 * the master key, which is not in it, nobody reads a BSN or a special note there.
 */
export async function backUp(url: string, folder: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CannotStart(`The folder ${folder} is not empty; a backup never overwrites anything. Name a new one.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return ownerConnection(url, async (client) => {
    await refuseBound(client);
    await client.query('begin isolation level repeatable read read only');
    const migrations = await applied(client);
    const { rows: checks } = await client.query<{ sealed: string }>('select sealed from gate.key_check');
    const { rows: names } = await client.query<{ name: string }>(TABLES);
    const tables: Manifest['tables'] = [];
    for (const { name } of names) {
      const [counted, summed] = [rowCounter(), summer()];
      await pipeline(
        client.query(to(`copy ${name} to stdout`)),
        counted.through,
        createGzip(),
        summed.through,
        createWriteStream(fileOf(folder, name), { mode: 0o600 }),
      );
      tables.push({ name, rows: counted.count(), sha256: summed.sum() });
    }
    await client.query('commit');
    const manifest = { madeAt: new Date().toISOString(), migrations, keyCheck: checks[0]!.sealed, tables };
    writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  });
}

/**
 * Fills an empty database with a backup: makes roles and tables, then all rows in one transaction. Everything that can be wrong is looked
 * at before anything is written: a damaged file, another master key, another version of the product, a database that is not empty.
 */
export async function restore(url: string, folder: string, keys: { masterKey: string; contextKey: string }): Promise<Manifest> {
  const manifest = await soundManifest(folder);
  if (!isMasterKeyOf(manifest.keyCheck, keys.masterKey))
    throw new CannotStart('DOORBRAAK_MASTER_KEY is not the key of this backup. Nothing was written; look for the right key.');
  await ownerConnection(url, async (client) => {
    await refuseBound(client);
    await refuseFilled(client);
  });
  await migrate(url, keys);
  await ownerConnection(url, async (client) => {
    const migrations = await applied(client);
    if (migrations.join() !== manifest.migrations.join())
      throw new CannotStart(
        `This backup was made by another version of the product (${manifest.migrations.at(-1)}, not ${migrations.at(-1)}). Restore it with that version; migrate afterwards.`,
      );
    await client.query('begin');
    // The rows were whole when they were copied; in the order of the alphabet their references would not be.
    await client.query('set local session_replication_role = replica');
    await client.query('delete from reference_entry');
    for (const table of manifest.tables) {
      const arrives = client.query(from(`copy ${table.name} from stdin`));
      await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), arrives);
      if (arrives.rowCount !== table.rows)
        throw new Error(`${table.name}: ${arrives.rowCount} rows arrived, ${table.rows} were written`);
    }
    await client.query('commit');
    await client.query('analyze');
  });
  return manifest;
}

/** The list of what is in a backup, when every file of it is there and as it was written. */
async function soundManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) throw new CannotStart(`${folder} holds no backup that was finished: ${MANIFEST} is not there.`);
  const manifest = manifestOf(readFileSync(file, 'utf8'));
  if (!manifest) throw new CannotStart(`${file} cannot be read as the list of a backup. Nothing was written.`);
  const damaged: string[] = [];
  for (const { name, sha256 } of manifest.tables) {
    if ((await sumOf(fileOf(folder, name))) !== sha256) damaged.push(path.basename(fileOf(folder, name)));
  }
  if (damaged.length > 0)
    throw new CannotStart(`This backup is damaged: ${damaged.join(', ')}. Nothing was written; take another copy of it.`);
  return manifest;
}

function manifestOf(text: string): Manifest | undefined {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Row security binds the owner of the tables as well: a copy that it filters would look whole and be empty. */
async function refuseFilled(client: Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('municipality') is not null as known`);
  if (rows[0]?.known && (await client.query('select from municipality limit 1')).rows.length > 0)
    throw new CannotStart('This database is not empty; a backup never overwrites anything.');
}

async function applied(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by id');
  return rows.map(({ name }) => name);
}

/** In the text form of COPY a row is a line. */
function rowCounter(): { through: Transform; count(): number } {
  let lines = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
      done(null, chunk);
    },
  });
  return { through, count: () => lines };
}

async function sumOf(file: string): Promise<string | null> {
  if (!existsSync(file)) return null;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function summer(): { through: Transform; sum(): string } {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, sum: () => hash.digest('hex') };
}
