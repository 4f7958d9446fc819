import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { QueryRunner } from 'typeorm';

/** Runs the SQL files of one folder in the order of their numbers. */
export async function runFolder(runner: QueryRunner, folder: string): Promise<void> {
  const directory = path.join(__dirname, folder);
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    await runner.query(readFileSync(path.join(directory, file), 'utf8'));
}
