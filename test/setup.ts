import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type Postgres } from '../apps/demo/postgres';
import { loadReference } from '@doorbraak/platform';
import { migrate } from '../migrations/migrate';
import { KEYS, TEMPLATE } from './database';
import { realEntries, repository } from './reference';

declare global {
  var postgresOfThisRun: Postgres | undefined;
  var folderOfThisRun: string | undefined;
  var hostsOfThisRun: ChildProcess[] | undefined;
}

/** One PostgreSQL for the whole run, with one template database that every test file copies; that takes milliseconds. */
export default async function setup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  // Once, before two test files start the built product at the same time.
  execFileSync('node', [path.join(__dirname, '../apps/demo/build.mjs')], { stdio: 'inherit' });
  const hosts = Array.from({ length: maxWorkers }, () =>
    fork(path.join(repository, 'test', 'host.process.mjs'), { stdio: 'ignore' }),
  );
  globalThis.hostsOfThisRun = hosts;
  const ready = await Promise.all(hosts.map((host) => once(host, 'message')));
  process.env['TEST_HOSTS'] = ready.map(([address]) => String(address)).join(' ');
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-test-'));
  const postgres = await startPostgres({ folder, fast: true });
  process.env['HEARD'] = path.join(tmpdir(), `${path.basename(folder)}-heard`);
  globalThis.postgresOfThisRun = postgres;
  globalThis.folderOfThisRun = folder;
  process.env['TEST_DATABASE_URL'] = postgres.url;
  const admin = new Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = new URL(postgres.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.toString(), KEYS);
  const owner = new Client({ connectionString: template.toString() });
  await owner.connect();
  await loadReference(owner, realEntries(), '2020-01-01');
  await owner.end();
  // With --runInBand the tests share this process, and jest hands them what these libraries remember on the global object: classes of
  // another load of the same files. They must begin with an empty memory.
  for (const memory of ['GqlTypeMetadataStorage', 'typeormMetadataArgsStorage']) Reflect.deleteProperty(globalThis, memory);
}
