import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { createApi } from '../apps/api/app';
import { startPostgres, type Postgres } from '../apps/demo/postgres';
import { Fixture } from '../test/access.fixture';
import { KEYS } from '../test/database';
import { sumsOf } from '../test/sums';
import { Someone, World } from '../test/world';
import { backUp, restore, type Manifest } from './backup';
import { ownerConnection, roleUrl } from './migrate';

jest.setTimeout(60_000);

let world: World;
let fixture: Fixture;
let folder: string;
let manifest: Manifest;
/** a PostgreSQL that has never seen the product: no role, no table */
let machine: Postgres;

const at = (...names: string[]) => path.join(folder, ...names);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-backup-'));
  machine = await startPostgres({ folder: at('machine'), fast: true });
  world = await World.open();
  fixture = await Fixture.build(world);
  manifest = await backUp(world.db.url, at('backup'));
});
afterAll(async () => {
  await world.close();
  await machine.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sumsAt = (url: string) => ownerConnection(url, sumsOf);

type Sealed = { ownWords: string; handlingNotes: { text: string }[] };

/** Text that only the product with its master key can read. */
async function sealedFor(who: Someone): Promise<Sealed> {
  const question = 'query ($id: ID!) { household(id: $id) { ownWords handlingNotes { text } } }';
  const { data } = await who.ask<{ household: Sealed }>(question, { id: fixture.household });
  expect(data.household.ownWords).toBeTruthy();
  return data.household;
}

/** An empty database on the machine that knows nothing. */
async function emptyDatabase(name: string): Promise<string> {
  const admin = new Client({ connectionString: machine.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(machine.url);
  url.pathname = `/${name}`;
  return url.toString();
}

test('what was restored on an empty machine is the same, row for row, and the product reads what is sealed in it', async () => {
  const url = await emptyDatabase('restored');
  await restore(url, at('backup'), KEYS);
  const before = await sumsAt(world.db.url);
  expect(await sumsAt(url)).toEqual(before);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['audit_log', 'household', 'person_key', 'legal_ground', 'report_fact']),
  );
  expect(manifest.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(40);

  const configuration = { ...world.configuration, DATABASE_URL: roleUrl(url, 'doorbraak_app', KEYS.masterKey) };
  const api = await createApi(configuration);
  await api.listen(0, '127.0.0.1');
  const lead = fixture.reader('lead, assigned').who;
  const there = new Someone(await api.getUrl(), await world.issuer.token(lead.subject), lead.subject, lead.person);
  expect(await sealedFor(there)).toEqual(await sealedFor(lead));
  await api.close();
});

test('what is sealed in the database is sealed in the backup, and no key of the configuration is in it', async () => {
  const open = manifest.tables.map(({ name }) => gunzipSync(readFileSync(at('backup', `${name}.copy.gz`))).toString()).join('\n');
  expect(open).toContain(fixture.household);
  const { ownWords } = await sealedFor(fixture.reader('lead, assigned').who);
  for (const one of [ownWords, ...Object.values(KEYS)])
    expect(open + readFileSync(at('backup', 'backup.json'), 'utf8')).not.toContain(one);
});

describe('refused before anything is written:', () => {
  let n = 0;
  const copy = () => {
    const name = at(`copy ${++n}`);
    cpSync(at('backup'), name, { recursive: true });
    return name;
  };
  const refused = async (from: string, keys = KEYS) => {
    const url = await emptyDatabase(`refused_${++n}`);
    const why = await restore(url, from, keys).then(
      () => 'restored',
      (error: Error) => error.message,
    );
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace`);
    await client.end();
    expect(rows).toEqual([]);
    return why;
  };

  test('a bit that fell over, a file that ends too soon and one that is gone, each by name', async () => {
    const from = copy();
    const bit = readFileSync(path.join(from, 'problem.copy.gz'));
    bit[bit.length >> 1]! ^= 1;
    writeFileSync(path.join(from, 'problem.copy.gz'), bit);
    writeFileSync(path.join(from, 'wait.copy.gz'), readFileSync(path.join(from, 'wait.copy.gz')).subarray(0, -9));
    rmSync(path.join(from, 'person.copy.gz'));
    expect(await refused(from)).toBe(
      'This backup is damaged: person.copy.gz, problem.copy.gz, wait.copy.gz. Nothing was written; take another copy of it.',
    );
  });

  test('a backup that was cut off, and a list that is none', async () => {
    const cut = copy();
    rmSync(path.join(cut, 'backup.json'));
    expect(await refused(cut)).toContain('holds no backup that was finished');
    const torn = copy();
    appendFileSync(path.join(torn, 'backup.json'), '}');
    expect(await refused(torn)).toContain('cannot be read as the list of a backup');
  });

  test('another master key', async () => {
    expect(await refused(copy(), { ...KEYS, masterKey: 'c3'.repeat(32) })).toBe(
      'DOORBRAAK_MASTER_KEY is not the key of this backup. Nothing was written; look for the right key.',
    );
  });
});

test('a backup of another version is not loaded, and says which version it needs', async () => {
  const other = at('other version');
  cpSync(at('backup'), other, { recursive: true });
  const list = JSON.parse(readFileSync(path.join(other, 'backup.json'), 'utf8')) as Manifest;
  writeFileSync(
    path.join(other, 'backup.json'),
    JSON.stringify({ ...list, migrations: [...list.migrations, 'Later1799999999999'] }),
  );
  await expect(restore(await emptyDatabase('other_version'), other, KEYS)).rejects.toThrow('Later1799999999999');
});

test('a database and a folder that are not empty are left alone', async () => {
  const before = await sumsAt(world.db.url);
  await expect(restore(world.db.url, at('backup'), KEYS)).rejects.toThrow('This database is not empty');
  await expect(backUp(world.db.url, at('backup'))).rejects.toThrow('is not empty; a backup never overwrites anything');
  expect(await sumsAt(world.db.url)).toEqual(before);
});

test('who is bound by row security makes no backup, which would look whole and be empty', async () => {
  await expect(backUp(world.configuration.DATABASE_URL, at('bound'))).rejects.toThrow('must be a superuser');
});
