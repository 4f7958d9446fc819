import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runFolder } from './folder';

/** Who is asking is worked out and asked in less time; what anybody may do stays as it was, and no row is touched. */
export class Gate1764200000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'gate/up');
  }

  down(runner: QueryRunner): Promise<void> {
    return runFolder(runner, 'gate/down');
  }
}
