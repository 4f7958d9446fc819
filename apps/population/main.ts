import 'reflect-metadata';
import '../demo/quiet';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { isMasterKeyOf } from '@doorbraak/platform';
import { ownerConnection } from '../../migrations/migrate';
import { askAt } from '../demo/ask';
import { demoToken, issuerAt } from '../demo/issuer';
import { startPostgres } from '../demo/postgres';
import { DATA, liveAt, runningAt } from '../demo/running';
import { fileOfSecrets, readSecrets } from '../demo/secrets';
import { USAGE, wishOf } from './arguments.rules';
import { Copier } from './copy';
import { playPopulation } from './play';
import { entities, loadRows, type Loaded, Workshop } from './population';
import { reportOf } from './report';
import type { Wish } from './size.rules';

/** Where a demo is told to be when it does not run: its people move along when it starts elsewhere. */
const USUAL_ADDRESS = 'http://localhost:3000';

/** Percent of the households after which something is told again. */
const EVERY = 5;

/** `npm run population -- --size town --seed 7`: a population in the database of the demo, also while it runs, or in that of DATABASE_URL. */
async function main(given: readonly string[]): Promise<void> {
  const asked = wishOf(given);
  if ('wrong' in asked) throw new CannotStart(`${asked.wrong.join('\n')}\n${USAGE}`);
  const isLive = (await liveAt(DATA)) !== null;
  const masterKey = process.env['DOORBRAAK_MASTER_KEY'] ?? keyOfDemo();
  await withDatabase(isLive, (url) =>
    ownerConnection(url, async (owner) => {
      await refuseUnready(owner, masterKey);
      const [began, before] = [performance.now(), await bytesOf(owner)];
      const loaded = await (asked.wish.size === 'demo'
        ? play(owner, url, masterKey, asked.wish)
        : load(owner, url, masterKey, asked.wish));
      await owner.query('analyze');
      process.stdout.write(
        reportOf(asked.wish, loaded, { seconds: (performance.now() - began) / 1000, bytes: (await bytesOf(owner)) - before }),
      );
    }),
  );
}

function keyOfDemo(): string {
  if (!existsSync(fileOfSecrets(DATA)))
    throw new CannotStart('There is no demo here yet; start it with npm start, or name DATABASE_URL and DOORBRAAK_MASTER_KEY.');
  return readSecrets(DATA).masterKey;
}

/** A running demo keeps its database; one that was not running is stopped again. */
async function withDatabase<T>(isLive: boolean, work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL'];
  if (given) return work(given);
  const postgres = await startPostgres({ folder: path.join(DATA, 'postgres') });
  try {
    return await work(postgres.url);
  } finally {
    if (!isLive) await postgres.stop();
  }
}

async function refuseUnready(owner: Client, masterKey: string): Promise<void> {
  const { rows } = await owner.query<{ known: boolean; free: boolean }>(
    `select to_regclass('gate.key_check') is not null as known, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as free`,
  );
  if (!rows[0]?.known) throw new CannotStart('This database has no tables yet; npm start makes them, or npm run migrate.');
  if (!rows[0].free)
    throw new CannotStart('The database must be opened by a superuser for this: row security refuses rows of nobody.');
  const checks = await owner.query<{ sealed: string }>('select sealed from gate.key_check');
  if (!checks.rows.every(({ sealed }) => isMasterKeyOf(sealed, masterKey)))
    throw new CannotStart(
      'DOORBRAAK_MASTER_KEY is not the key of this database: nobody could read what was written. Nothing was changed.',
    );
}

const bytesOf = async (owner: Client): Promise<number> =>
  Number((await owner.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')).rows[0]!.bytes);

const workshopOf = async (owner: Client, url: string, masterKey: string) => {
  const source = await entities(url);
  const copier = await Copier.of(owner, source);
  await source.destroy();
  return { owner, copier, workshop: await Workshop.of(owner, masterKey) };
};

async function load(owner: Client, url: string, masterKey: string, wish: Wish): Promise<Loaded> {
  const issuer = process.env['OIDC_ISSUER'] ?? issuerAt(runningAt(DATA) ?? process.env['PUBLIC_URL'] ?? USUAL_ADDRESS);
  const began = performance.now();
  let shown = 0;
  return loadRows({ ...(await workshopOf(owner, url, masterKey)), issuer }, wish, {
    told(done, all, rows) {
      const percent = Math.floor((done / all) * 100);
      if (percent < shown + EVERY) return;
      shown = percent;
      const seconds = (performance.now() - began) / 1000;
      process.stderr.write(`${done} of ${all} households, ${rows} rows, ${seconds.toFixed(0)} s\n`);
    },
  });
}

async function play(owner: Client, url: string, masterKey: string, wish: Wish): Promise<Loaded> {
  const address = await liveAt(DATA);
  if (address === null)
    throw new CannotStart('A demo population is played through the api by its people: start the demo first, with npm start.');
  const secrets = readSecrets(DATA);
  const stage = { ask: askAt(address, (person) => demoToken(address, secrets, person)), issuer: issuerAt(address) };
  return playPopulation({ ...(await workshopOf(owner, url, masterKey)), stage }, wish);
}

orOneSentence(main(process.argv.slice(2)));
