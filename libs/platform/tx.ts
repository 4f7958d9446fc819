import type { ClientBase } from 'pg';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { askOver, named } from './ask';

/** Thrown when somebody else changed a row after it was seen; the unit of work turns it into a refusal that says what changed. */
export class ChangedMeanwhile extends Error {
  constructor(
    readonly subject: Id,
    readonly seen: number,
  ) {
    super('changed meanwhile');
  }
}

/**
 * One running transaction in which the actor's context is verified. Whatever takes part receives it first.
 *
 * Statements leave as soon as they are asked, over one connection that answers them in that order, without waiting for each other. One that
 * is asked before the context was verified is answered only if it was: a refused context fails the transaction and everything after it.
 */
export class Tx {
  private isOver = false;

  /**
   * @param client the connection of `manager`
   * @param begun that the database has verified who is asking
   */
  constructor(
    readonly manager: EntityManager,
    private readonly client: ClientBase,
    private readonly begun: Promise<unknown>,
    readonly tenants: Id[],
    readonly person: Id,
    readonly today: LocalDate,
  ) {}

  /** Ends it; everything that was asked before is part of it. What failed is never committed, whoever caught its error. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    this.isOver = true;
    const { command } = await askOver(this.client, this.manager, { text: how });
    if (command !== how) throw new Error('a transaction in which something failed was not committed');
  }

  /** Asks a statement whose text does not change with what is asked; that goes into its parameters. */
  async query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    if (this.isOver) throw new Error('this transaction has ended');
    const asked = askOver<T>(this.client, this.manager, named(sql, parameters));
    asked.catch(() => undefined); // when the context was refused, that is what is said
    await this.begun;
    return (await asked).rows;
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
