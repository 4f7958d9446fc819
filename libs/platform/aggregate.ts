import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './tx';

/** One list of an aggregate: which entity, under which condition (SQL over the alias `t`), in which order. */
export type Part = {
  entity: EntityTarget<ObjectLiteral>;
  where: string;
  order?: string;
  /** more columns, as SQL over `t`, by name */ extra?: Record<string, string>;
};

/**
 * Loads an aggregate of any size with one statement: every list as a JSON array, read from the columns that the entity declares.
 * Whole cents travel as text and become bigint, days stay text. The conditions come from the room's visibility file.
 */
export async function loadAggregate<K extends string>(
  tx: Tx,
  parts: Record<K, Part>,
  parameters: unknown[],
): Promise<Record<K, ObjectLiteral[]>> {
  const source = tx.manager.connection;
  const names = Object.keys(parts) as K[];
  const columns = names.map((name) => `(${listOf(source, parts[name])}) as "${name}"`);
  const [row] = await tx.query<Record<K, ObjectLiteral[]>>(`select ${columns.join(',\n')}`, parameters);
  for (const name of names) revive(source, parts[name].entity, row![name]);
  return row!;
}

function listOf(source: DataSource, part: Part): string {
  const meta = source.getMetadata(part.entity);
  const columns = meta.columns.map(
    (column) => `t.${column.databaseName}${column.type === 'bigint' ? '::text' : ''} as "${column.propertyName}"`,
  );
  const extra = Object.entries(part.extra ?? {}).map(([name, sql]) => `${sql} as "${name}"`);
  return `select coalesce(json_agg(x), '[]') from (select ${[...columns, ...extra].join(', ')} from ${meta.tablePath} t where ${part.where} order by ${part.order ?? 't.id'}) x`;
}

function revive(source: DataSource, entity: EntityTarget<ObjectLiteral>, rows: ObjectLiteral[]): void {
  const meta = source.getMetadata(entity);
  const money = meta.columns.filter((column) => column.type === 'bigint').map((column) => column.propertyName);
  const instants = meta.columns.filter((column) => column.type === 'timestamptz').map((column) => column.propertyName);
  for (const row of rows) {
    Object.setPrototypeOf(row, meta.target instanceof Function ? (meta.target.prototype as object) : Object.prototype);
    for (const name of money) if (row[name] !== null) row[name] = BigInt(row[name] as string);
    for (const name of instants) if (row[name] !== null) row[name] = new Date(row[name] as string);
  }
}
