import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refuseUndo, runFolder } from './folder';

/** The first migration: the gate, tenants, keys, and all tables of the rooms, each in a file of its own, in the order of their numbers. */
export class Foundation1764000000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'foundation');
  }

  down(runner: QueryRunner): Promise<void> {
    return refuseUndo(runner, 'foundation');
  }
}
