import type { ClientBase, QueryConfig, QueryResult } from 'pg';
import {
  type AfterQueryEvent,
  type EntityManager,
  type EntitySubscriberInterface,
  EventSubscriber,
  type QueryRunner,
} from 'typeorm';

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

const spentOn = (runner: QueryRunner): Spent | undefined => (runner.data as { spent?: Spent }).spent;

/** Hears of every statement that goes through TypeORM, also begin and commit. */
@EventSubscriber()
export class Statements implements EntitySubscriberInterface {
  afterQuery({ queryRunner, executionTime }: AfterQueryEvent): void {
    spentOn(queryRunner)?.add(executionTime ?? 0);
  }
}

/** Asks over the connection of this manager at once, whatever was asked over it before; counted and logged as what TypeORM asks. */
export async function askOver<T extends object>(
  client: ClientBase,
  { queryRunner, connection }: EntityManager,
  statement: QueryConfig,
): Promise<QueryResult<T>> {
  if (!queryRunner) throw new Error('a transaction has a connection of its own');
  connection.logger.logQuery(statement.text, statement.values as unknown[], queryRunner);
  const started = performance.now();
  const result = await client.query<T>(statement);
  spentOn(queryRunner)?.add(performance.now() - started);
  return result;
}
