import { Inject, Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { DataSource } from 'typeorm';
import { type SignedContext } from './signed-context';
import { askOver, named } from './ask';
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

  /** Begins at once; whoever asks something of it learns whether the database knows who is asking. */
  async open({ signed, spent, tenants, person, today }: Asker): Promise<OpenTx> {
    const runner = this.source.createQueryRunner();
    countOn(runner, spent);
    const client = (await runner.connect()) as ClientBase;
    // Sent together; the second fails with the first, and so does all that is asked after them.
    const begun = Promise.all([
      askOver(client, runner.manager, { text: 'START TRANSACTION' }),
      askOver(client, runner.manager, named('select gate.begin_context($1, $2)', [signed.payload, signed.mac])),
    ]);
    begun.catch(() => undefined); // it is told to whoever asks something
    const tx = new Tx(runner.manager, client, begun, tenants, person, today);
    return {
      tx,
      commit: () => tx.end('COMMIT').finally(() => runner.release()),
      // What cannot be rolled back was on a connection that is gone, and so is the transaction.
      rollback: () =>
        tx
          .end('ROLLBACK')
          .catch(() => undefined)
          .finally(() => runner.release()),
    };
  }

  /** All or nothing: what `work` returns is committed before the caller gets it. A thrown error rolls back. */
  async run<T>(asker: Asker, work: (tx: Tx) => Promise<T>, tries = 3): Promise<T> {
    const open = await this.open(asker);
    let result: T;
    try {
      result = await work(open.tx);
    } catch (error) {
      await open.rollback();
      if (tries > 1 && mayTryAgain(error)) return await this.run(asker, work, tries - 1);
      throw error;
    }
    await open.commit();
    return result;
  }
}
