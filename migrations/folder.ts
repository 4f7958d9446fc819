import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { QueryRunner } from 'typeorm';
import { CannotStart } from '@doorbraak/kernel';

function textsOf(folder: string): string[] {
  const directory = path.join(__dirname, folder);
  const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return files.sort().map((file) => readFileSync(path.join(directory, file), 'utf8'));
}

/** Runs the SQL files of one folder in the order of their numbers. */
export async function runFolder(runner: QueryRunner, folder: string): Promise<void> {
  for (const text of textsOf(folder)) await runner.query(text);
}

/** For what the whole product stands on: it is not taken back, and says which of its tables hold something. */
export async function refuseUndo(runner: QueryRunner, folder: string): Promise<never> {
  await runner.query('reset role'); // row security shows the owner no rows
  const filled: string[] = [];
  for (const [, table] of textsOf(folder)
    .join('\n')
    .matchAll(/^create table ([\w.]+)/gm))
    if (((await runner.query(`select from ${table} limit 1`)) as object[]).length > 0) filled.push(table!);
  throw new CannotStart(
    filled.length
      ? `This migration is not undone: it would lose what is in ${filled.join(', ')}. Nothing was changed; restore a backup instead.`
      : 'This migration is not undone: all of the product stands on it. Nothing was changed; make a new database instead.',
  );
}
