import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CannotStart } from '@doorbraak/kernel';
import { Fixture } from '../test/access.fixture';
import { KEYS } from '../test/database';
import { sumsOf } from '../test/sums';
import { World } from '../test/world';
import { migrate, MIGRATIONS, type Migrations } from './migrate';
import { undo } from './undo';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => {
  world = await World.open();
  await Fixture.build(world);
});
afterAll(() => world.close());

/** All that makes the schema, with who may do what: a line for each. */
async function schema(): Promise<string[]> {
  const ours = `('public'::regnamespace, 'gate'::regnamespace)`;
  const { rows } = await world.db.superuser.query<{ line: string }>(
    `select concat_ws(' ', c.oid::regclass, c.relkind, pg_get_userbyid(c.relowner), c.relacl, c.relrowsecurity, c.relforcerowsecurity, obj_description(c.oid)) as line
       from pg_class c where c.relnamespace in ${ours} and c.relkind in ('r', 'v', 'm', 'S')
     union all select concat_ws(' ', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attacl)
       from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace in ${ours}
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attnum > 0 and not a.attisdropped
     union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace in ${ours}
     union all select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace in ${ours}
     union all select concat_ws(' ', tablename, policyname, cmd, permissive, roles, qual, with_check) from pg_policies
     union all select concat_ws(' ', t.tgrelid::regclass, pg_get_triggerdef(t.oid)) from pg_trigger t where not t.tgisinternal
     union all select concat_ws(' ', p.oid::regprocedure, pg_get_userbyid(p.proowner), p.proacl, p.prosecdef, md5(p.prosrc)) from pg_proc p where p.pronamespace in ${ours}
     order by 1`,
  );
  return rows.map(({ line }) => line);
}
const everything = async () => ({
  schema: await schema(),
  sums: await sumsOf(world.db.superuser),
  migrations: (await world.db.superuser.query('select id, name from migration order by id')).rows.map(({ name }) => name),
});
const rows = (sql: string) => world.db.superuser.query(sql);

/** A migration of tomorrow, after all that there are. */
const later = (up: string, ...down: string[]): Migrations => {
  class Later1999000000000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }
    async down(runner: QueryRunner): Promise<void> {
      for (const sql of down) await runner.query(sql);
    }
  }
  return [...MIGRATIONS, Later1999000000000];
};
const UP = `create table scratch (municipality_id uuid not null, id uuid primary key); alter table goal add column mood text;
  alter table goal add constraint short_mood check (length(mood) < 9); create index moods on goal (mood)`;
const DOWN = ['drop table scratch', 'alter table goal drop column mood'];

test('the newest migration goes down and up again, and every row and the whole schema are the same', async () => {
  const before = await everything();
  expect(await undo(world.db.url)).toEqual({ undone: MIGRATIONS.at(-1)!.name });
  const down = await everything();
  expect(down.sums).toEqual(before.sums);
  expect(down.schema).not.toEqual(before.schema);
  await migrate(world.db.url, KEYS);
  expect(await everything()).toEqual(before);
});

test('what holds rows is not taken back, and says which tables hold them', async () => {
  await undo(world.db.url);
  const before = await everything();
  const refused: Error = await undo(world.db.url).then(
    () => new Error('undone'),
    (error: Error) => error,
  );
  expect(refused).toBeInstanceOf(CannotStart);
  expect(refused.message).toMatch(/would lose what is in .*\bletter\b.*\bcommitment\b.*\. Nothing was changed/);
  expect(refused.message.split('\n')).toHaveLength(1);
  expect(await everything()).toEqual(before);
  await migrate(world.db.url, KEYS);
});

describe('a migration of tomorrow', () => {
  test('goes down where nothing is lost, and up again', async () => {
    const migrations = later(UP, ...DOWN);
    const before = await everything();
    expect(await migrate(world.db.url, KEYS, migrations)).toEqual({ applied: ['Later1999000000000'] });
    const after = await everything();
    expect(after.schema).not.toEqual(before.schema);
    expect(await undo(world.db.url, migrations)).toEqual({ undone: 'Later1999000000000' });
    expect(await everything()).toEqual(before);
    await migrate(world.db.url, KEYS, migrations);
    expect(await everything()).toEqual(after);
    await undo(world.db.url, migrations);
  });

  test.each([
    ['a table that was filled', 'insert into scratch values (gen_random_uuid(), gen_random_uuid())', DOWN, 'scratch'],
    ['a column that was filled', `update goal set mood = 'fine'`, DOWN, 'goal.mood'],
    ['rows that were there before', '', [...DOWN, 'truncate audit_log'], 'audit_log'],
    [
      'all of these',
      `insert into scratch values (gen_random_uuid(), gen_random_uuid()); update goal set mood = 'fine'`,
      DOWN,
      'goal.mood, scratch',
    ],
  ])('that would lose %s is refused by name, and nothing of it is gone', async (_, meanwhile, down, names) => {
    const migrations = later(UP, ...down);
    await migrate(world.db.url, KEYS, migrations);
    await rows(meanwhile);
    const before = await everything();
    await expect(undo(world.db.url, migrations)).rejects.toThrow(
      new CannotStart(
        `Undoing Later1999000000000 would lose what is in ${names}. Nothing was changed; restore a backup instead.`,
      ),
    );
    expect(await everything()).toEqual(before);
    await rows('delete from scratch; update goal set mood = null');
    await undo(world.db.url, later(UP, ...DOWN));
  });

  test('that stops halfway changes nothing', async () => {
    const migrations = later(UP, ...DOWN, 'drop table nowhere');
    await migrate(world.db.url, KEYS, migrations);
    const before = await everything();
    await expect(undo(world.db.url, migrations)).rejects.toThrow('nowhere');
    expect(await everything()).toEqual(before);
    await undo(world.db.url, later(UP, ...DOWN));
  });

  test('that this version does not know is left to the version that does', async () => {
    const migrations = later(UP, ...DOWN);
    await migrate(world.db.url, KEYS, migrations);
    await expect(undo(world.db.url)).rejects.toThrow('This version of the product does not know Later1999000000000');
    await undo(world.db.url, migrations);
  });
});

test('who is bound by row security undoes nothing, since to them every table is empty', async () => {
  await expect(undo(world.configuration.DATABASE_URL)).rejects.toThrow('must be a superuser');
});
