import { type AfterQueryEvent, type EntitySubscriberInterface, EventSubscriber, type QueryRunner } from 'typeorm';

/** What one operation asked of the database. */
export class Spent {
  statements = 0;
  /** how long it waited for them, in milliseconds */
  ms = 0;

  private waiting = 0;
  private since = 0;

  add(ms: number): void {
    this.statements++;
    this.ms += ms;
  }

  /** Of statements that are waited for together the time counts once. */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.statements++;
    if (this.waiting++ === 0) this.since = performance.now();
    try {
      return await answer;
    } finally {
      if (--this.waiting === 0) this.ms += performance.now() - this.since;
    }
  }
}

/** What is asked over this connection, until it is released, counts as this. */
export function countOn(runner: QueryRunner, spent: Spent | undefined): void {
  runner.data = { spent };
}

export const spentOn = (runner: QueryRunner): Spent | undefined => (runner.data as { spent?: Spent }).spent;

/** Hears of every statement that goes through TypeORM, also begin and commit. */
@EventSubscriber()
export class Statements implements EntitySubscriberInterface {
  afterQuery({ queryRunner, executionTime }: AfterQueryEvent): void {
    spentOn(queryRunner)?.add(executionTime ?? 0);
  }
}
