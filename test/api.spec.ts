import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { found } from '@doorbraak/directory';
import { createApi } from '../apps/api/app';
import type { SignedInRequest } from '../apps/api/api.context';
import { testDatabase, type TestDatabase } from './database';

let db: TestDatabase;
let app: NestExpressApplication;
beforeAll(async () => {
  db = await testDatabase();
  await found(db.superuser, {
    municipality: { code: 'GM9999', name: 'Demodorp', kind: 'DEMO' },
    fixteam: 'Demo-Noord',
    administrator: { issuer: 'x', subject: 'admin', label: 'beheerder' },
  });
  app = await createApi(db.configuration, (a) =>
    a.use((req: SignedInRequest, _: unknown, next: () => void) => {
      req.signedIn = { issuer: 'x', subject: 'admin' };
      next();
    }),
  );
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

test('me', async () => {
  const r = await request(app.getHttpServer())
    .post('/graphql')
    .send({ query: '{ me { person roles today isDemo } professionals { id label } accounts { id subject roles } }' });
  expect(r.body).toMatchObject({});
  console.log(JSON.stringify(r.body, null, 1));
  const k = '01890000-0000-7000-8000-000000000001';
  const q = (query: string) =>
    request(app.getHttpServer())
      .post('/graphql')
      .send({ query })
      .then((x) => console.log(JSON.stringify(x.body)));
  await q(
    `mutation { setDemoClock(key: "${k}", today: "2025-09-08") { __typename ... on DirectoryDone { subject today } ... on DirectoryRefused { reasons { code nl } } } }`,
  );
  await q(
    `mutation { setDemoClock(key: "${k}", today: "2025-09-09") { __typename ... on DirectoryDone { subject today } ... on DirectoryRefused { reasons { code nl } } } }`,
  );
  await q('{ me { today } }');
  await q(`mutation { invite(key: "x", input: { issuer: "", subject: "  ", roles: [] }) { __typename } }`);
  await q(`{ nope }`);
  await q(`mutation { setDemoClock(key: "${k}", today: "2025-13-09") { __typename } }`);
  const rows = await db.superuser.query('select act, outcome, codes from audit_log');
  console.log(rows.rows);
});
