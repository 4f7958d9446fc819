import { KEYS, testDatabase, type TestDatabase } from '../../test/database';
import { Copier } from './copy';
import { entities, loadRows, Workshop } from './population';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('demo', async () => {
  const source = await entities(db.url);
  const copier = await Copier.of(db.superuser, source);
  await source.destroy();
  const workshop = await Workshop.of(db.superuser, KEYS.masterKey);
  const t = performance.now();
  const loaded = await loadRows(
    { owner: db.superuser, copier, workshop, issuer: 'http://127.0.0.1:1/oidc' },
    { size: 'demo', seed: 1, completed: 25 },
  );
  process.stderr.write(`${performance.now() - t} ms ${JSON.stringify([...loaded.rows])}\n`);
});
