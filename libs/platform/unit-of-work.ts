import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { type SignedContext } from './signed-context';
import { countOn, type Spent } from './spent';
import { Tx } from './tx';

export type Asker = { signed: SignedContext; tenants: string[]; person: string; today: string; spent?: Spent };

/** A transaction that stays open while one operation reads. */
export type OpenTx = { tx: Tx; commit(): Promise<void>; rollback(): Promise<void> };

/** Two transactions that met: PostgreSQL asks for another try, and the second one sees what the first has done. */
export const mayTryAgain = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string }).code ?? '');

/** Transactions in which the database has verified who is asking. There is no other way to a table of a tenant. */
@Injectable()
export class UnitOfWork {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async open(asker: Asker): Promise<OpenTx> {
    const runner = this.source.createQueryRunner();
    try {
      const tx = await this.start(runner, asker);
      const end = (how: 'commitTransaction' | 'rollbackTransaction') => async () => {
        try {
          await runner[how]();
        } finally {
          await runner.release();
        }
      };
      return { tx, commit: end('commitTransaction'), rollback: end('rollbackTransaction') };
    } catch (error) {
      await this.abandon(runner);
      throw error;
    }
  }

  /** All or nothing: what `work` returns is committed before the caller gets it. A thrown error rolls back. */
  async run<T>(asker: Asker, work: (tx: Tx) => Promise<T>, tries = 3): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const result = await work(await this.start(runner, asker));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      if (tries > 1 && mayTryAgain(error)) return await this.run(asker, work, tries - 1);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async start(runner: QueryRunner, asker: Asker): Promise<Tx> {
    countOn(runner, asker.spent);
    await runner.startTransaction();
    await runner.query('select gate.begin_context($1, $2)', [asker.signed.payload, asker.signed.mac]);
    return new Tx(runner.manager, asker.tenants, asker.person, asker.today);
  }

  private async abandon(runner: QueryRunner): Promise<void> {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}
