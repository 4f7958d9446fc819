import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';

type Values = Record<string, unknown>;
type Value = string | number | bigint | boolean | null | undefined | string[];

/** Tables with what they refer to before them. */
const IN_ORDER = `with recursive refers as (
    select conrelid as child, confrelid as parent from pg_constraint where contype = 'f' and conrelid <> confrelid),
  depth(relation, deep) as (
    select oid, 0 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    union select refers.child, depth.deep + 1 from refers join depth on depth.relation = refers.parent)
  select relname as name from depth join pg_class on oid = relation group by relname order by max(deep), relname`;

/** Writes rows by COPY, checked by every constraint of the database; which column a property is the entities say. */
export class Copier {
  readonly counted = new Map<string, number>();
  private readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;

  private constructor(
    private readonly owner: Client,
    private readonly order: readonly string[],
    source: Pick<DataSource, 'entityMetadatas'>,
  ) {
    this.columns = new Map(
      source.entityMetadatas.map(({ tableName, columns }) => [
        tableName,
        new Map(columns.map(({ propertyName, databaseName }) => [propertyName, databaseName])),
      ]),
    );
  }

  static async of(owner: Client, source: Pick<DataSource, 'entityMetadatas'>): Promise<Copier> {
    const { rows } = await owner.query<{ name: string }>(IN_ORDER);
    return new Copier(
      owner,
      rows.map(({ name }) => name),
      source,
    );
  }

  get total(): number {
    return [...this.counted.values()].reduce((sum, one) => sum + one, 0);
  }

  /** All of it or nothing. */
  async write(
    tables: ReadonlyMap<string, readonly Values[]>,
    before: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const unknown = [...tables.keys()].filter((table) => !this.order.includes(table));
    if (unknown.length) throw new Error(`there is no table ${unknown.join(', ')}`);
    await this.owner.query('begin');
    try {
      await before();
      for (const table of this.order) await this.copy(table, tables.get(table) ?? []);
      await this.owner.query('commit');
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
    for (const [table, { length }] of tables) this.counted.set(table, (this.counted.get(table) ?? 0) + length);
  }

  private async copy(table: string, rows: readonly Values[]): Promise<void> {
    if (rows.length === 0) return;
    const known = new Set<string>();
    for (const row of rows) for (const name in row) known.add(name);
    const names = [...known];
    const columns = names.map((name) => `"${this.columnOf(table, name)}"`);
    const lines = rows.map((row) => names.map((name) => textOf(row[name] as Value)).join('\t')).join('\n');
    const stream = this.owner.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
    await pipeline(Readable.from([`${lines}\n`]), stream);
  }

  private columnOf(table: string, property: string): string {
    const columns = this.columns.get(table);
    const column = columns ? columns.get(property) : property;
    if (!column) throw new Error(`${table} has no ${property}`);
    return column;
  }
}

const SPECIAL = /[\\\n\r\t]/;
const escaped = (text: string): string =>
  SPECIAL.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
    : text;

/** One value in the text form of COPY. */
function textOf(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return escaped(`{${value.map(elementOf).join(',')}}`);
  return String(value);
}

const PLAIN = /^[\w:.-]+$/;
const elementOf = (text: string): string =>
  PLAIN.test(text) && text !== 'NULL' ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
