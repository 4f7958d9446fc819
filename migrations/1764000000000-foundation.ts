import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runFolder } from './folder';

/** The first migration: the gate, tenants, keys, and all tables of the rooms, each in a file of its own, in the order of their numbers. */
export class Foundation1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'foundation');
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The first migration is not undone: it would destroy every household. Drop the database instead.'),
    );
  }
}
