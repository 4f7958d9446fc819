import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runFolder } from './folder';

/** The whole method: withdrawal, papers and claims, own prices and rules, what follows a decision, outcomes, signals and facts. */
export class Method1764100000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'method');
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('This migration is not undone: it would destroy what people recorded. Restore a backup instead.'),
    );
  }
}
