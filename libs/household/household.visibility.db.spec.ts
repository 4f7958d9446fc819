import { testDatabase, type TestDatabase } from '../../test/database';
import { VISIBLE } from './household.visibility';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

// PostgreSQL writes both texts back in its own form, so that only their meaning is compared.
test.each(Object.entries(VISIBLE))('the service asks of %s what row security asks', async (table, text) => {
  await db.superuser.query(`create policy of_the_service on "${table}" for select using (${text})`);
  const { rows } = await db.superuser.query<{ qual: string }>(
    `select qual from pg_policies where tablename = $1 and policyname in ('reads', 'of_the_service') order by policyname`,
    [table],
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]!.qual).toBe(rows[1]!.qual);
});
