import { type AfterQueryEvent, type EntitySubscriberInterface, EventSubscriber, type QueryRunner } from 'typeorm';

/** What one operation asked of the database. */
export class Spent {
  statements = 0;
  /** how long it waited for them, in milliseconds */
  ms = 0;

  add(ms: number): void {
    this.statements++;
    this.ms += ms;
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
