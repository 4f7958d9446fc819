import { setImmediate as breath } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { CostReference } from '@doorbraak/cost';
import { DirectoryReference } from '@doorbraak/directory';
import { HouseholdReference } from '@doorbraak/household';
import { CannotStart, type Id } from '@doorbraak/kernel';
import { LawCatalogue } from '@doorbraak/law';
import { PlanReference } from '@doorbraak/plan';
import { PlatformReference, ReferenceStore, type StoredEntry } from '@doorbraak/platform';
import { ENTITIES } from '../api/api.module';
import { type Copier } from './copy';
import { directoryRows, foundingRows } from './directory.rows';
import { makeHousehold, type Made } from './household.maker';
import { library } from './library';
import type { Lists } from './map.maker';
import { Money } from './money';
import { Desk, type Known, type Page, type Row } from './page';
import { agencyIdOf, codeOf, fixteamId, mandateOf, municipalityId } from './place';
import { RowPlayer } from './row.player';
import { householdsOf, type Place, placesOf, type Team, type Wish } from './size.rules';

/** So many households are one transaction: a load that is killed leaves whole ones, and the next load adds the others. */
const BATCH = 40;

export type Loaded = { municipalities: number; households: number; rows: ReadonlyMap<string, number> };
type Told = (households: number, of: number, rows: number) => void;

const inOrder = <Entry extends { key: string }>(list: Iterable<Entry>): Entry[] =>
  [...list].sort((one, other) => (one.key < other.key ? -1 : 1));

/** Everything that is needed to make households, before one is made. */
export class Workshop {
  readonly known: Known;
  readonly lists: Lists;
  readonly kinds: string[];

  constructor(store: ReferenceStore, masterKey: string) {
    const [household, directory, cost] = [new HouseholdReference(store), new DirectoryReference(store), new CostReference(store)];
    this.known = { household, directory, cost, masterKey, laws: new LawCatalogue(store), platform: new PlatformReference(store) };
    const problemTypes = inOrder(household.problemTypes.values());
    const legalBases = inOrder(household.legalBases.values());
    this.lists = { household, directory, problemTypes, legalBases, money: new Money(cost), library: library() };
    this.kinds = inOrder(new PlanReference(store).deviationKinds).map(({ key }) => key);
  }

  static async of(owner: Client, masterKey: string): Promise<Workshop> {
    return new Workshop(await ReferenceStore.load(async (sql) => (await owner.query<StoredEntry>(sql)).rows), masterKey);
  }

  made(wish: Wish, place: Place, team: Team, number: number): Made {
    return makeHousehold(this.lists, wish, place, team, number);
  }

  desk(place: Place, team: Team): Desk {
    const types = [...this.known.directory.agencyTypes.keys()].map((type) => [agencyIdOf(place.code, type), type] as const);
    return new Desk(
      this.known,
      municipalityId(place.code),
      fixteamId(place.code, team.number),
      mandateOf(place, []).id,
      new Map(types),
    );
  }
}

/** The names and columns of all tables, as the entities tell them; nobody is asked for anything. */
export async function entities(url: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, entities: ENTITIES }).initialize();
}

/** A population as rows: municipality by municipality, fixteam by fixteam. What is there already is left alone. */
export async function loadRows(
  { owner, copier, workshop, issuer }: { owner: Client; copier: Copier; workshop: Workshop; issuer: string },
  wish: Wish,
  { told = () => undefined, only = () => true }: { told?: Told; only?: (code: string) => boolean } = {},
): Promise<Loaded> {
  const places = placesOf(wish);
  const all = places.flatMap(({ teams }) => teams.map(householdsOf)).reduce((sum, one) => sum + one, 0);
  let done = 0;
  await refuseOthers(owner, places);
  // While the database takes one batch the next one is made.
  let writing = Promise.resolve();
  for (const place of places) {
    const there = await codesIn(owner, place);
    if (!there)
      await copier.write(
        together([foundingRows(place, issuer), directoryRows(place, issuer, workshop.known.directory, workshop.kinds)]),
      );
    for (const team of place.teams) {
      const desk = workshop.desk(place, team);
      for (let first = 0; first < householdsOf(team); first += BATCH) {
        const numbers = Array.from({ length: Math.min(BATCH, householdsOf(team) - first) }, (_, n) => first + n);
        const missing = numbers.filter((number) => {
          const code = codeOf(place, team, number);
          return only(code) && !there?.has(code);
        });
        const pages: Page[] = [];
        for (const number of missing) {
          pages.push(await new RowPlayer(desk, workshop.made(wish, place, team, number), issuer).rows());
          await breath();
        }
        await writing;
        const agencies = [...new Set(pages.flatMap((page) => [...page.agencies]))];
        writing = copier.write(together(pages.map(({ tables }) => tables)), () => present(owner, desk.municipality, agencies));
        writing.catch(() => undefined); // told when it is waited for
        told((done += numbers.length), all, copier.total);
      }
    }
    await writing;
  }
  return { municipalities: places.length, households: all, rows: copier.counted };
}

/** A municipality that is real, or made of something else, is nobody's to fill. */
export async function refuseOthers(owner: Client, places: readonly Place[]): Promise<void> {
  const { rows } = await owner.query<{ code: string; name: string; kind: string }>(
    'select code, name, kind from municipality where code = any ($1)',
    [places.map(({ code }) => code)],
  );
  const whyNot = rows.flatMap(({ code, name, kind }) => {
    if (kind !== 'DEMO') return [`${code} (${name}) is no DEMO municipality: a population is fictional and goes nowhere else.`];
    const own = places.find((place) => place.code === code)!.name;
    return name === own ? [] : [`${code} holds something else, "${name}", and not "${own}".`];
  });
  if (whyNot.length) throw new CannotStart(`${whyNot.join('\n')}\nNothing was changed.`);
}

/** Of the households that are there; nothing when the municipality is not. */
async function codesIn(owner: Client, { code }: Place): Promise<Set<string> | null> {
  const known = await owner.query('select from municipality where code = $1', [code]);
  if (!known.rowCount) return null;
  const { rows } = await owner.query<{ code: string }>('select code from household where municipality_id = $1', [
    municipalityId(code),
  ]);
  return new Set(rows.map((row) => row.code));
}

/** That an agency works in a municipality is said once, by whoever is first. */
async function present(owner: Client, municipality: Id, agencies: Id[]): Promise<void> {
  await owner.query(
    'insert into agency_presence (municipality_id, agency_id) select $1, unnest($2::uuid[]) on conflict do nothing',
    [municipality, agencies],
  );
}

function together(
  tables: readonly ReadonlyMap<string, readonly (Row | Record<string, unknown>)[]>[],
): Map<string, Record<string, unknown>[]> {
  const all = new Map<string, Record<string, unknown>[]>();
  for (const [table, rows] of tables.flatMap((one) => [...one])) {
    const known = all.get(table);
    if (known) known.push(...rows);
    else all.set(table, [...rows]);
  }
  return all;
}
