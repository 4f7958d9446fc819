import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Id, LocalDate } from '@doorbraak/kernel';

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
    const next = this.last.then(() => this.manager.query<T[]>(sql, parameters));
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
