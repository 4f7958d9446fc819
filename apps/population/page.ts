import { type CostReference, indexedPrice, priceHere } from '@doorbraak/cost';
import type { DirectoryReference } from '@doorbraak/directory';
import type { HouseholdReference } from '@doorbraak/household';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { LawCatalogue } from '@doorbraak/law';
import {
  freshKey,
  type KeyOwner,
  type PlatformReference,
  retentionFor,
  type Retention,
  seal,
  tenantKeyOf,
} from '@doorbraak/platform';
import { demoId } from '../demo/people';

/** What the product knows before there is a household. */
export type Known = {
  household: HouseholdReference;
  directory: DirectoryReference;
  cost: CostReference;
  laws: LawCatalogue;
  platform: PlatformReference;
  masterKey: string;
};

/** In the words of the entities; a table without an entity in those of its columns. */
export type Row = Record<string, unknown> & { id?: Id; version?: number };

const priceOn = (reference: CostReference, unitCost: string, on: LocalDate) => {
  const found = priceHere([], reference.unitCosts, unitCost, on);
  if (!found) throw new Error(`${unitCost} is not in the list of unit costs`);
  return { found, indexed: indexedPrice(found.price, null, reference.indexOf) };
};

/** What is the same for every household of a fixteam. */
export class Desk {
  readonly tenantKey: Buffer;
  private readonly terms = new Map<string, Retention>();

  constructor(
    readonly known: Known,
    readonly municipality: Id,
    readonly fixteam: Id,
    /** of who decides everything */
    readonly mandate: Id,
    /** type of an agency by its id */
    readonly agencyTypes: ReadonlyMap<Id, string>,
  ) {
    this.tenantKey = tenantKeyOf(known.masterKey, municipality);
  }

  private readonly prices = new Map<string, ReturnType<typeof priceOn>>();

  /** What one of it costs on that day, in the money of its own year. */
  price(unitCost: string, on: LocalDate): ReturnType<typeof priceOn> {
    const key = `${unitCost} ${on}`;
    const price = this.prices.get(key) ?? priceOn(this.known.cost, unitCost, on);
    this.prices.set(key, price);
    return price;
  }

  retention(law: string | null, day: LocalDate): Retention {
    const key = `${law} ${day}`;
    const term = this.terms.get(key) ?? retentionFor(this.known.platform.retentionRules.values(), law, day);
    this.terms.set(key, term);
    return term;
  }
}

/** The rows of one household while it is written, and who writes on which day. */
export class Page {
  readonly tables = new Map<string, Row[]>();
  readonly agencies = new Set<Id>();
  /** members who can sign in, by their subject */
  readonly accounts = new Map<string, Id>();
  today: LocalDate = '';
  writer: Id = '';
  /** the writer acts for an agency, or for no household but the own one */
  asAgency = false;
  private readonly byId = new Map<Id, Row>();
  private readonly keys = new Map<Id, { id: Id; key: Buffer }>();

  constructor(
    readonly desk: Desk,
    readonly household: Id,
    /** of what has no key of its own */
    readonly idOf: (thing: string) => Id,
  ) {}

  get known(): Known {
    return this.desk.known;
  }

  agencyTypeOf(agency: Id): string {
    return this.desk.agencyTypes.get(agency)!;
  }

  rows(table: string): Row[] {
    return this.tables.get(table) ?? [];
  }

  /** The same, as an entity has them: whoever wrote them wrote all of its properties. */
  rowsOf<R>(table: string): R[] {
    return this.rows(table) as unknown as R[];
  }

  add(table: string, row: Row): Row {
    const rows = this.tables.get(table);
    if (rows) rows.push(row);
    else this.tables.set(table, [row]);
    // A first report has the key of its signal; what is edited is the signal.
    if (row.id && !this.byId.has(row.id)) this.byId.set(row.id, row);
    return row;
  }

  row<R = Row>(id: Id): R {
    const row = this.byId.get(id);
    if (!row) throw new Error(`nothing was written under ${id}`);
    return row as R;
  }

  /** As a change of the product does it: one version on. */
  edit(id: Id, set: Record<string, unknown> = {}): void {
    const row = this.row(id);
    Object.assign(row, set, { version: (row.version ?? 0) + 1 });
  }

  /** When and by whom it was recorded, and how long it is kept. */
  recorded(law: string | null = null) {
    return { recordedOn: this.today, recordedBy: this.writer, ...this.desk.retention(law, this.today) };
  }

  stamp(id: Id, law: string | null = null) {
    return { municipalityId: this.desk.municipality, id, householdId: this.household, ...this.recorded(law) };
  }

  get ofHousehold(): KeyOwner {
    return { kind: 'HOUSEHOLD', id: this.household, household: this.household };
  }

  ofPerson(id: Id): KeyOwner {
    return { kind: 'PERSON', id, household: this.household };
  }

  seal(owner: KeyOwner, table: string, column: string, row: Id, text: string): string {
    const { id, key } = this.keyOf(owner);
    return seal(key, id, { tenant: this.desk.municipality, table, column, row }, Buffer.from(text, 'utf8'));
  }

  private keyOf({ kind, id: subject }: KeyOwner): { id: Id; key: Buffer } {
    const found = this.keys.get(subject);
    if (found) return found;
    const id = this.idOf(`key of ${subject}`);
    const { key, wrapped } = freshKey(this.desk.tenantKey, this.desk.municipality, id);
    const row = {
      municipality_id: this.desk.municipality,
      id,
      subject_kind: kind,
      subject_id: subject,
      household_id: this.household,
      wrapped,
    };
    this.add('person_key', row);
    const made = { id, key };
    this.keys.set(subject, made);
    return made;
  }
}

export const idOfPerson = (subject: string): Id => demoId(`person ${subject}`);
