import { CannotStart } from '@doorbraak/kernel';
import { Client } from 'pg';
import { KEYS, testDatabase, type TestDatabase } from '../test/database';
import { migrate } from './migrate';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('a second migration changes nothing', async () => {
  expect(await migrate(db.url, KEYS)).toEqual({ applied: [] });
});

test('with another master key nothing is migrated: the passwords and the keys that a running api uses stay', async () => {
  const wrong = migrate(db.url, { masterKey: 'c3'.repeat(32), contextKey: 'd4'.repeat(32) });
  await expect(wrong).rejects.toThrow(CannotStart);
  const { rows } = await db.superuser.query<{ secret: Buffer }>('select secret from gate.key');
  expect(rows.map(({ secret }) => secret.toString('hex'))).toEqual([KEYS.contextKey]);
  const app = new Client({ connectionString: db.configuration.DATABASE_URL });
  await app.connect();
  await app.end();
});
