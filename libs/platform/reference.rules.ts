import { z } from 'zod';
import { isLocalDate, type LocalDate } from '@doorbraak/kernel';
import { parseCsv } from './csv.rules';

/**
 * One list of reference data. The room that owns the list says how a row reads; platform reads, stores and hands out rows without
 * knowing what they mean. The stored content is the row as it stands in the file; `schema` turns it into what the code works with,
 * so what the database gives back passes the same door as what the file gave.
 */
export type ReferenceList<Row> = {
  /** Name of the list, in the file (the property that holds the rows; a CSV file holds one list) and in the database. */
  name: string;
  /** From the root of the repository. */
  file: string;
  schema: z.ZodType<Row>;
  /** Fields that together name a row; the first one is what rows of other lists refer to. */
  key: readonly [string, ...string[]];
  /** Field → name of the list that must hold its value (or every value, if the field is a list). Names, because lists of other rooms are meant too. */
  refs?: Readonly<Record<string, string>>;
  /** What cannot be seen from one row alone. Runs over the rows that read well. */
  check?(rows: readonly Row[], rowsOf: <Other>(list: ReferenceList<Other>) => readonly Other[]): RowFault[];
};

export type RowFault = { row: string; field: string; message: string };

/** What is wrong, where: enough to mend the file without reading this code. */
export type ReferenceFault = RowFault & { file: string };

export type ReferenceEntry = { list: string; key: string; content: Record<string, unknown> };

export type ReferenceFiles = ReadonlyMap<string, string>;

type Candidate = { list: ReferenceList<unknown>; row: string; key: string; content: Record<string, unknown> };

/** Reads all lists of all files. Either there are faults, every one of them, or there are entries; never a part. */
export function parseReference(
  lists: readonly ReferenceList<unknown>[],
  files: ReferenceFiles,
): { entries: ReferenceEntry[]; faults: ReferenceFault[] } {
  const faults: ReferenceFault[] = [];
  const candidates = [...new Set(lists.map((list) => list.file))].flatMap((file) =>
    candidatesOf(
      file,
      files.get(file),
      lists.filter((list) => list.file === file),
      faults,
    ),
  );
  const rows = new Map<ReferenceList<unknown>, unknown[]>(lists.map((list) => [list, []]));
  for (const { list, row, content } of candidates) {
    const read = list.schema.safeParse(content);
    if (read.success) rows.get(list)!.push(read.data);
    else
      faults.push(
        ...read.error.issues.map((issue) => ({ file: list.file, row, field: issue.path.join('.'), message: issue.message })),
      );
  }
  faults.push(...twice(candidates), ...dangling(lists, candidates));
  // Safe: every row was read by the schema of the very list it is filed under.
  const rowsOf = <Row>(list: ReferenceList<Row>) => (rows.get(list) ?? []) as readonly Row[];
  for (const list of lists)
    faults.push(...(list.check?.(rowsOf(list), rowsOf) ?? []).map((fault) => ({ ...fault, file: list.file })));
  return faults.length
    ? { entries: [], faults }
    : { entries: candidates.map(({ list, key, content }) => ({ list: list.name, key, content })), faults };
}

function candidatesOf(
  file: string,
  text: string | undefined,
  lists: ReferenceList<unknown>[],
  faults: ReferenceFault[],
): Candidate[] {
  const nothing = (row: string, message: string): Candidate[] => {
    faults.push({ file, row, field: '', message });
    return [];
  };
  const candidate = (list: ReferenceList<unknown>, content: unknown, position: string): Candidate[] => {
    if (!isRecord(content)) return nothing(`${list.name} ${position}`, 'a row is an object');
    const key = keyOf(list, content);
    return [{ list, content, key, row: key || `${list.name} ${position}` }];
  };
  if (text === undefined) return nothing('', 'the file is missing');
  if (file.endsWith('.csv')) {
    const { rows, faults: unread } = parseCsv(text);
    unread.forEach(({ line, message }) => nothing(`line ${line}`, message));
    return rows.flatMap(({ cells, line }) => lists.flatMap((list) => candidate(list, cells, `line ${line}`)));
  }
  const content = json(text);
  if (!isRecord(content)) return nothing('', 'not a JSON object');
  const known = new Set(['about', ...lists.map((list) => list.name)]);
  Object.keys(content)
    .filter((name) => !known.has(name))
    .forEach((name) => nothing(name, 'no list has this name'));
  return lists.flatMap((list) => {
    const rows = content[list.name];
    if (!Array.isArray(rows)) return nothing(list.name, 'the list is missing');
    return rows.flatMap((row, i) => candidate(list, row, `${i + 1}`));
  });
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (list: ReferenceList<unknown>, content: Record<string, unknown>): string =>
  list.key.map((field) => (content[field] as string | undefined) ?? '').join('@');

function twice(candidates: Candidate[]): ReferenceFault[] {
  const seen = new Set<string>();
  return candidates.flatMap(({ list, key, row }) => {
    const name = `${list.name} ${key}`;
    const again = seen.has(name);
    seen.add(name);
    return again ? [{ file: list.file, row, field: list.key.join('@'), message: 'this key stands in the list twice' }] : [];
  });
}

/** A row that is wrong itself still counts as there, so that one mistake is reported once. */
function dangling(lists: readonly ReferenceList<unknown>[], candidates: Candidate[]): ReferenceFault[] {
  const there = new Map(lists.map((list) => [list.name, new Set<unknown>()]));
  for (const { list, content } of candidates) there.get(list.name)!.add(content[list.key[0]]);
  return candidates.flatMap(({ list, row, content }) =>
    Object.entries(list.refs ?? {}).flatMap(([field, target]) =>
      [content[field]]
        .flat()
        .filter((key) => key !== null && key !== undefined && key !== '' && !there.get(target)?.has(key))
        .map((key) => ({ file: list.file, row, field, message: `${String(key)} is not in the list ${target}` })),
    ),
  );
}

// How rows of reference data spell things, the same in every list.

export const day = z.string().refine(isLocalDate, 'not a day (YYYY-MM-DD)');
/** Null: not known, or not ended. */
export const openDay = day.nullable();
export const sentence = z.string().trim().min(1);
export const words = z.strictObject({ nl: sentence, en: sentence });
export const keyText = z.string().regex(/^\S+$/, 'a key is one word');

/** A price list is text: an empty cell is "not known" or "not ended". */
export const csvDay = z.union([z.literal('').transform(() => null), day]);
export const csvYes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** How well a figure is known: A a published tariff … C a single source, D an estimate, M from memory. D and M may not be used. */
export const confidence = z.enum(['A', 'B', 'C', 'D', 'M']);

export const endsBeforeItBegins = (row: { validFrom: LocalDate | null; validTo: LocalDate | null }): boolean =>
  row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom;
