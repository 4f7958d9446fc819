import { testDatabase, type TestDatabase } from './database';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('the template is there', async () => {
  const { rows } = await db.superuser.query<{ n: number }>('select count(*)::int as n from reference_entry');
  expect(rows[0]!.n).toBeGreaterThan(500);
});
