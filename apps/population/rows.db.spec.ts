import { found } from '@doorbraak/directory';
import { KEYS, testDatabase, type TestDatabase } from '../../test/database';
import { Copier } from './copy';
import { entities, loadRows, Workshop } from './population';
import { placesOf, type Wish } from './size.rules';

const DEMO: Wish = { size: 'demo', seed: 5, completed: 25 };
const ISSUER = 'http://127.0.0.1:1/oidc';

let db: TestDatabase;
let load: (wish: Wish, more?: Parameters<typeof loadRows>[2]) => ReturnType<typeof loadRows>;
beforeEach(async () => {
  db = await testDatabase();
  const source = await entities(db.url);
  const workshop = await Workshop.of(db.superuser, KEYS.masterKey);
  load = async (wish, more) =>
    loadRows({ owner: db.superuser, copier: await Copier.of(db.superuser, source), workshop, issuer: ISSUER }, wish, more);
  await source.destroy();
});
afterEach(() => db.drop());

const count = async (table: string): Promise<number> =>
  (await db.superuser.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!.count;

test('a load that was cut off is completed by the next, and one that is done does nothing more', async () => {
  const half = (code: string) => code.startsWith('P9100-01');
  await load(DEMO, { only: half });
  expect(await count('household')).toBe(8);
  const { rows } = await load(DEMO);
  expect([await count('household'), rows.get('household')]).toEqual([12, 4]);
  const problems = await count('problem');
  expect((await load(DEMO)).rows.size).toBe(0);
  expect(await count('problem')).toBe(problems);
});

test('what the database refuses leaves nothing of its batch', async () => {
  await load(DEMO, { only: () => false });
  await db.superuser.query(`alter table wait add constraint refused check (what is null)`);
  await expect(load(DEMO)).rejects.toThrow('refused');
  expect([await count('household'), await count('person_key'), await count('agency_presence')]).toEqual([0, 0, 0]);
});

test('a municipality that is real is refused, and so is one that holds another population', async () => {
  const { code } = placesOf(DEMO)[0]!;
  const administrator = { issuer: ISSUER, subject: 'admin', label: 'beheerder (verzonnen)' };
  await found(db.superuser, { municipality: { code, name: 'Echtdorp', kind: 'REAL' }, fixteam: 'Noord', administrator });
  await expect(load(DEMO)).rejects.toThrow(
    'GM9100 (Echtdorp) is no DEMO municipality: a population is fictional and goes nowhere else.\nNothing was changed.',
  );
  expect(await count('household')).toBe(0);
  await db.superuser.query('delete from account; delete from professional; delete from fixteam; delete from municipality');
  await load(DEMO, { only: () => false });
  await expect(load({ ...DEMO, seed: 6 })).rejects.toThrow('GM9100 holds something else');
});
