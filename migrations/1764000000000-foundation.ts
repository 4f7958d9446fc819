import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first migration: the gate, tenants, keys, and all tables of the rooms, each in a file of its own, in the order of their numbers. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const folder = path.join(__dirname, 'foundation');
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()) {
      await runner.query(readFileSync(path.join(folder, file), 'utf8'));
    }
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The first migration is not undone: it would destroy every household. Drop the database instead.'),
    );
  }
}
