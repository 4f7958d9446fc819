import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { spentOn } from './spent';

/** Thrown when somebody else changed a row after it was seen; the unit of work turns it into a refusal that says what changed. */
export class ChangedMeanwhile extends Error {
  constructor(
    readonly subject: Id,
    readonly seen: number,
  ) {
    super('changed meanwhile');
  }
}

/** One running transaction in which the actor's context has been verified. Whatever takes part receives it first. */
export class Tx {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly manager: EntityManager,
    readonly tenants: Id[],
    readonly person: Id,
    readonly today: LocalDate,
  ) {}

  /** One connection answers one question at a time; fields that are resolved side by side wait for each other here. */
  query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.inTurn(() => this.manager.query<T[]>(sql, parameters));
  }

  /**
   * The same for a long statement whose text does not change: PostgreSQL plans it once per connection. With row policies on every table,
   * planning takes longer than reading; TypeORM has no way to name a statement, its driver has.
   */
  prepared<T extends object>(sql: string, parameters: unknown[]): Promise<T[]> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('a transaction has a connection of its own');
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    return this.inTurn(async () => {
      const client = (await runner.connect()) as PoolClient;
      this.manager.connection.logger.logQuery(sql, parameters, runner);
      const started = performance.now();
      const { rows }: QueryResult<T> = await client.query<T>({ name, text: sql, values: parameters });
      spentOn(runner)?.add(performance.now() - started);
      return rows;
    });
  }

  private inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const next = this.last.then(ask);
    this.last = next.catch(() => undefined);
    return next;
  }

  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    row: QueryDeepPartialEntity<E> | QueryDeepPartialEntity<E>[],
  ): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(entity).values(row).updateEntity(false).execute();
  }

  /** An edit names the version that was seen and raises it; TypeORM's own version column lets two stale saves through. */
  async updateSeen<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E> & { id: Id },
    seen: number,
    set: QueryDeepPartialEntity<E>,
  ): Promise<void> {
    const result = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...set, version: () => 'version + 1' })
      .where(where)
      .andWhere('version = :seen', { seen })
      .execute();
    if (result.affected !== 1) throw new ChangedMeanwhile(where.id, seen);
  }

  /** After an act that makes or ends a relation: the same actor, the relations worked out again from what is now stored. */
  async renew(): Promise<void> {
    await this.query('select gate.renew()');
  }
}
