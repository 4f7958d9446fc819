import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from './tx';

/** Rows of one entity: under which condition (SQL over the alias `t`), in which order, how many. */
export type EntityPart<E extends ObjectLiteral = ObjectLiteral> = {
  entity: new () => E;
  where: string;
  order?: string;
  limit?: number;
  /** more columns, as SQL over `t`, by name */ extra?: Record<string, string>;
};

/** Rows of a query of its own, for what is counted rather than kept; they come as JSON has them. */
export type QueryPart<R = unknown> = { query: string; row?: R };

export type Part = EntityPart | QueryPart;
type RowOf<P> = P extends EntityPart<infer E> ? E : P extends QueryPart<infer R> ? R : never;

export const rowsOf = <R>(query: string): QueryPart<R> => ({ query });

/**
 * Loads an aggregate of any size with one statement: every list as a JSON array, read from the columns that the entity declares.
 * Whole cents travel as text and become bigint, decimals and days stay text. The conditions come from the room's visibility file.
 *
 * @param given tables of one statement (`name as (select …)`) that several parts read
 */
export async function loadAggregate<P extends Record<string, Part>>(
  tx: Tx,
  parts: P,
  parameters: unknown[],
  given?: string,
): Promise<{ [K in keyof P]: RowOf<P[K]>[] }> {
  const source = tx.manager.connection;
  const [row] = await tx.query<{ [K in keyof P]: RowOf<P[K]>[] }>(statementOf(source, parts, given), parameters);
  if (!row) throw new Error('an aggregate is one row');
  for (const [name, part] of Object.entries(parts))
    if ('entity' in part) revive(source, part.entity, row[name] as ObjectLiteral[]);
  return row;
}

/** Parts that a room names once have one text; those that are made for one question are forgotten with it. */
const statements = new WeakMap<object, Map<string, string>>();

function statementOf(source: DataSource, parts: Record<string, Part>, given = ''): string {
  const known = statements.get(parts) ?? new Map<string, string>();
  statements.set(parts, known);
  const columns = () => Object.entries(parts).map(([name, part]) => `(${listOf(source, part)}) as "${name}"`);
  const statement = known.get(given) ?? askingOnce(`select ${columns().join(',\n')}`, given);
  known.set(given, statement);
  return statement;
}

/** What the gate says of the actor, as the visibility files ask it; the same during a whole statement. */
const ASKED = /\(select (gate\.\w+\((?:'\w+')?\))\)/g;

/**
 * The same statement, in which the gate is asked each question once, however many lists depend on the answer. Row policies ask for themselves.
 *
 * @param given tables of the statement (`name as (select …)`), without their `with`
 */
export function askingOnce(sql: string, given: string): string {
  const questions: string[] = [];
  const nameOf = (question: string) => {
    if (!questions.includes(question)) questions.push(question);
    return `(select a${questions.indexOf(question)} from the_gate)`;
  };
  const [select, tables] = [sql, given].map((text) => text.replaceAll(ASKED, (_, question: string) => nameOf(question)));
  const answers = questions.length
    ? [
        `the_gate as materialized (select ${questions.map((question, at) => `${ofMine(question)} as a${at}`).join(', ')} from gate.mine c)`,
      ]
    : [];
  const all = [...answers, ...(tables ? [tables] : [])];
  return all.length ? `with ${all.join(',\n')} ${select}` : sql;
}

/** The question, asked of the row of the context itself. */
const ofMine = (question: string) => question.replace(/\((?=\))/, '(c').replace(/\((?=')/, '(c, ');

/** The same, read once per transaction and id, however many fields ask. An act that judges reads for itself. */
export function oncePer<T>(load: (tx: Tx, id: Id) => Promise<T>): (tx: Tx, id: Id) => Promise<T> {
  const held = new WeakMap<Tx, Map<Id, Promise<T>>>();
  return (tx, id) => {
    const found = held.get(tx) ?? new Map<Id, Promise<T>>();
    held.set(tx, found);
    const one = found.get(id) ?? load(tx, id);
    found.set(id, one);
    return one;
  };
}

const listOf = (source: DataSource, part: Part): string =>
  `select coalesce(json_agg(x), '[]') from (${'entity' in part ? selectOf(source, part) : part.query}) x`;

/** JSON has one kind of number, and it is not exact: cents and decimals travel as text. */
const AS_TEXT = new Set<unknown>(['bigint', 'numeric']);

function selectOf(source: DataSource, { entity, where, order, limit, extra }: EntityPart): string {
  const meta = source.getMetadata(entity);
  // What is declared as not selected (a file) is read by whoever asks for that one row.
  const asked = meta.columns.filter((column) => column.isSelect);
  const columns = asked.map(
    (column) => `t.${column.databaseName}${AS_TEXT.has(column.type) ? '::text' : ''} as "${column.propertyName}"`,
  );
  const more = Object.entries(extra ?? {}).map(([name, sql]) => `${sql} as "${name}"`);
  return `select ${[...columns, ...more].join(', ')} from ${meta.tablePath} t where ${where} order by ${order ?? 't.id'}${limit ? ` limit ${limit}` : ''}`;
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
