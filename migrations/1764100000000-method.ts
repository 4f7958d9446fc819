import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refuseUndo, runFolder } from './folder';

/** The whole method: withdrawal, papers and claims, own prices and rules, what follows a decision, outcomes, signals and facts. */
export class Method1764100000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'method');
  }

  down(runner: QueryRunner): Promise<void> {
    return refuseUndo(runner, 'method');
  }
}
