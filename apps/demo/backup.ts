import './quiet';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { backUp, restore, type Manifest } from '../../migrations/backup';
import { startPostgres } from './postgres';
import { DATA, liveAt } from './running';
import { fileOfSecrets, readSecrets } from './secrets';

/**
 * `npm run demo:backup -- <folder>`, also while the demo runs, and `npm run demo:restore -- <folder>`, on a machine without one. Nothing in
 * a demo is about anybody, so its keys go along.
 */
async function main(what: string | undefined, given: string | undefined): Promise<void> {
  if (!given) throw new CannotStart(`Which folder? npm run demo:${what} -- <folder>`);
  const folder = path.resolve(given);
  const isLive = (await liveAt(DATA)) !== null;
  const { tables } = await (what === 'backup' ? save(folder, isLive) : bringBack(folder));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `${rows} rows of ${tables.length} tables ${what === 'backup' ? `in ${folder}` : 'restored; npm start shows them'}\n`,
  );
}

async function save(folder: string, isLive: boolean): Promise<Manifest> {
  if (!existsSync(fileOfSecrets(DATA))) throw new CannotStart('There is no demo here yet; start it with npm start.');
  const manifest = await withDatabase(isLive, (url) => backUp(url, folder));
  copyFileSync(fileOfSecrets(DATA), fileOfSecrets(folder));
  return manifest;
}

async function bringBack(folder: string): Promise<Manifest> {
  if (existsSync(fileOfSecrets(DATA))) throw new CannotStart(`There is a demo here already, in ${DATA}; nothing was changed.`);
  if (!existsSync(fileOfSecrets(folder))) throw new CannotStart(`${folder} holds no backup of a demo.`);
  mkdirSync(DATA, { recursive: true });
  const manifest = await withDatabase(false, (url) => restore(url, folder, readSecrets(folder)));
  copyFileSync(fileOfSecrets(folder), fileOfSecrets(DATA));
  return manifest;
}

/** A running demo keeps its database; one that was not running is stopped again. */
async function withDatabase<T>(isLive: boolean, work: (url: string) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ folder: path.join(DATA, 'postgres') });
  try {
    return await work(postgres.url);
  } finally {
    if (!isLive) await postgres.stop();
  }
}

orOneSentence(main(process.argv[2], process.argv[3]));
