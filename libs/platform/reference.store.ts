import type { LocalDate } from '@doorbraak/kernel';
import type { ReferenceList } from './reference.rules';

/** What the product knew of one row, and between which days; `knownTo` null = still. */
export type Known<Row> = { key: string; knownFrom: LocalDate; knownTo: LocalDate | null; row: Row };

export type StoredEntry = { list: string; key: string; known_from: LocalDate; known_to: LocalDate | null; content: unknown };

/** Days as text: a driver would make them instants in the time zone of the machine. */
const ALL = `select list, key, known_from::text, known_to::text, content from reference_entry order by list, key, known_from`;

/**
 * All reference lists in memory, read once at start with one statement. They are small (some thousand rows) and every request needs
 * them; a new load is seen at the next start.
 */
export class ReferenceStore {
  constructor(private readonly stored: readonly StoredEntry[]) {}

  static async load(query: (sql: string) => Promise<readonly StoredEntry[]>): Promise<ReferenceStore> {
    return new ReferenceStore(await query(ALL));
  }

  /** Every row that was ever known, oldest first per key. */
  history<Row>(list: ReferenceList<Row>): Known<Row>[] {
    return this.of(list).map((entry) => ({
      key: entry.key,
      knownFrom: entry.known_from,
      knownTo: entry.known_to,
      row: list.schema.parse(entry.content),
    }));
  }

  /** The rows as they are known now. */
  current<Row>(list: ReferenceList<Row>): Row[] {
    return this.of(list).flatMap((entry) => (entry.known_to === null ? [list.schema.parse(entry.content)] : []));
  }

  /** The rows as they are known now, by what names them. */
  byKey<Row>(list: ReferenceList<Row>): ReadonlyMap<string, Row> {
    return new Map(
      this.of(list).flatMap((entry) => (entry.known_to === null ? [[entry.key, list.schema.parse(entry.content)]] : [])),
    );
  }

  private of(list: ReferenceList<unknown>): StoredEntry[] {
    return this.stored.filter((entry) => entry.list === list.name);
  }
}
