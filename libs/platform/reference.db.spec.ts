import type { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../test/database';
import { realEntries, REFERENCE_LISTS } from '../../test/reference';
import { loadReference } from './reference.loader';
import type { ReferenceEntry } from './reference.rules';
import { ReferenceStore, type StoredEntry } from './reference.store';

let database: TestDatabase;
let owner: Client;
const real = realEntries();

beforeAll(async () => {
  database = await testDatabase();
  owner = database.superuser;
  await owner.query('set role doorbraak_owner');
});
beforeEach(() => owner.query('truncate reference_entry'));
afterAll(() => database.drop());

const text = (key: string, nl: string): ReferenceEntry => ({ list: 'provision', key, content: { key, nl } });
const known = async (key: string) =>
  (
    await owner.query<{ from: string; to: string | null; nl: string }>(
      `select known_from::text as from, known_to::text as to, content->>'nl' as nl from reference_entry where key = $1 order by 1`,
      [key],
    )
  ).rows;

describe('loading reference data', () => {
  test('twice changes nothing the second time', async () => {
    expect(await loadReference(owner, real, '2026-01-05')).toEqual({ added: real.length, changed: 0, unchanged: 0, ended: 0 });
    const before = (await owner.query('select xmin, * from reference_entry order by list, key')).rows;
    expect(await loadReference(owner, real, '2026-02-01')).toEqual({ added: 0, changed: 0, unchanged: real.length, ended: 0 });
    expect((await owner.query('select xmin, * from reference_entry order by list, key')).rows).toEqual(before);
  });

  test('a changed text closes the old row and begins a new one the next day, so that a plan of that morning keeps its text', async () => {
    await loadReference(owner, [text('a', 'kan'), text('b', 'blijft')], '2026-01-05');
    expect(await loadReference(owner, [text('a', 'moet'), text('b', 'blijft')], '2026-03-01')).toEqual({
      added: 0,
      changed: 1,
      unchanged: 1,
      ended: 0,
    });
    expect(await known('a')).toEqual([
      { from: '2026-01-05', to: '2026-03-01', nl: 'kan' },
      { from: '2026-03-02', to: null, nl: 'moet' },
    ]);
    expect(await known('b')).toEqual([{ from: '2026-01-05', to: null, nl: 'blijft' }]);
  });

  test('a row that left the file ends and stays, and can come back', async () => {
    await loadReference(owner, [text('a', 'eerst')], '2026-01-05');
    expect(await loadReference(owner, [], '2026-02-01')).toEqual({ added: 0, changed: 0, unchanged: 0, ended: 1 });
    expect(await loadReference(owner, [], '2026-02-02')).toEqual({ added: 0, changed: 0, unchanged: 0, ended: 0 });
    expect(await loadReference(owner, [text('a', 'eerst')], '2026-03-01')).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      ended: 0,
    });
    expect(await known('a')).toEqual([
      { from: '2026-01-05', to: '2026-02-01', nl: 'eerst' },
      { from: '2026-03-01', to: null, nl: 'eerst' },
    ]);
  });

  test('a second change on one day, or with the clock set back, counts from the next free day: a day has one text', async () => {
    await loadReference(owner, [text('a', 'een')], '2026-01-05');
    await loadReference(owner, [text('a', 'twee')], '2026-01-05');
    await loadReference(owner, [text('a', 'drie')], '2025-06-01');
    await loadReference(owner, [], '2025-06-01');
    expect(await known('a')).toEqual([
      { from: '2026-01-05', to: '2026-01-05', nl: 'een' },
      { from: '2026-01-06', to: '2026-01-06', nl: 'twee' },
      { from: '2026-01-07', to: '2026-01-07', nl: 'drie' },
    ]);
  });

  test('is all or nothing', async () => {
    await loadReference(owner, [text('a', 'een')], '2026-01-05');
    await expect(loadReference(owner, [text('a', 'twee'), text('', 'zonder sleutel')], '2026-02-01')).rejects.toThrow(
      /check constraint/,
    );
    expect(await known('a')).toEqual([{ from: '2026-01-05', to: null, nl: 'een' }]);
  });

  test('the store reads everything with one statement, and gives back what the files say', async () => {
    await loadReference(owner, real, '2026-01-05');
    const asked: string[] = [];
    const store = await ReferenceStore.load(async (sql) => {
      asked.push(sql);
      return (await owner.query<StoredEntry>(sql)).rows;
    });
    expect(asked).toHaveLength(1);
    for (const list of REFERENCE_LISTS) {
      const mine = real
        .filter((entry) => entry.list === list.name)
        .map(({ key, content }) => [key, list.schema.parse(content)] as const);
      expect(store.byKey(list)).toEqual(new Map(mine));
      expect(store.current(list)).toHaveLength(mine.length);
    }
  });

  test('is for the owner: the application and the worker read and cannot write', async () => {
    await loadReference(owner, [text('a', 'een')], '2026-01-05');
    for (const role of ['doorbraak_app', 'doorbraak_worker']) {
      await owner.query(`set role ${role}`);
      expect((await owner.query('select from reference_entry')).rowCount).toBe(1);
      for (const write of [
        `update reference_entry set key = 'b'`,
        'delete from reference_entry',
        `insert into reference_entry select * from reference_entry`,
      ])
        await expect(owner.query(write)).rejects.toThrow(/permission denied/);
      await owner.query('set role doorbraak_owner');
    }
  });
});
