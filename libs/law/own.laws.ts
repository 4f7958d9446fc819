import { Inject, Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { type Known, loadAggregate, type Tx } from '@doorbraak/platform';
import type { ConflictPattern, Law, Provision } from './catalogue.rules';
import { LawCatalogue } from './law.catalogue';
import { byKey, knownOn, LawReader } from './law.reader';
import { OwnLaw, OwnProvision } from './own.entity';
import { asLaw, asProvision, isOwn } from './own.rules';
import { VISIBLE } from './own.visibility';

/** The rows of the own rules of one municipality, named by this SQL; everything that was ever known of them. */
export const ownRowsOf = (municipality: string) => ({
  ownLaws: { entity: OwnLaw, where: `${VISIBLE.own_law} and municipality_id = ${municipality}`, order: 't.key, t.known_from' },
  ownProvisions: {
    entity: OwnProvision,
    where: `${VISIBLE.own_provision} and municipality_id = ${municipality}`,
    order: 't.key, t.known_from',
  },
});

export type OwnRows = { ownLaws: OwnLaw[]; ownProvisions: OwnProvision[] };

/**
 * Law as one municipality knows it: that of the country, and its own rules beside it. What names no day of knowing is asked as it is
 * known today, so that whoever judges a new citation reads what the citation will keep.
 */
export class MunicipalLaws extends LawReader {
  readonly patterns: readonly ConflictPattern[];
  private readonly ownLaws: ReadonlyMap<string, Known<Law>[]>;
  private readonly ownProvisions: ReadonlyMap<string, Known<Provision>[]>;

  constructor(
    private readonly nation: LawCatalogue,
    { ownLaws, ownProvisions }: OwnRows,
    private readonly today: LocalDate,
  ) {
    super();
    this.patterns = nation.patterns;
    this.ownLaws = byKey(ownLaws.map((row) => ({ ...row, row: asLaw(row) })));
    const keyOf = new Map(ownLaws.map(({ id, key }) => [id, key]));
    this.ownProvisions = byKey(
      ownProvisions.flatMap((row) => {
        const law = this.law(keyOf.get(row.lawId) ?? '', row.knownFrom);
        return law ? [{ ...row, row: asProvision(row, law) }] : [];
      }),
    );
  }

  law(key: string, day = this.today): Law | undefined {
    return isOwn(key) ? knownOn(this.ownLaws.get(key) ?? [], day)?.row : this.nation.law(key, day);
  }

  laws(which: { examples?: boolean } = {}): Law[] {
    return [...this.nation.laws(which), ...[...this.ownLaws.keys()].flatMap((key) => this.law(key) ?? [])];
  }

  history(key: string): readonly Known<Provision>[] {
    return isOwn(key) ? (this.ownProvisions.get(key) ?? []) : this.nation.history(key);
  }

  /** The provisions of a law as they are known today, in order of key. */
  provisionsOf(law: string): Provision[] {
    if (!isOwn(law)) return this.nation.provisionsOf(law);
    return [...this.ownProvisions.keys()].flatMap((key) => this.provision(key) ?? []).filter((one) => one.law === law);
  }

  override provision(key: string, day = this.today): Provision | undefined {
    return super.provision(key, day);
  }
}

/** Reads the own rules of a municipality for who has no plan at hand. */
@Injectable()
export class OwnLaws {
  constructor(@Inject(LawCatalogue) private readonly nation: LawCatalogue) {}

  /** Law as this municipality knows it, for these keys; the database is asked only when one of them is its own. */
  async readerFor(tx: Tx, municipality: Id, keys: readonly (string | null)[]): Promise<LawReader> {
    const asked = keys.some((key) => key !== null && isOwn(key));
    return new MunicipalLaws(this.nation, asked ? await this.rows(tx, municipality) : NO_ROWS, tx.today);
  }

  /** Law as this municipality knows it, whole: for who looks for something in it. */
  async allOf(tx: Tx, municipality: Id): Promise<MunicipalLaws> {
    return new MunicipalLaws(this.nation, await this.rows(tx, municipality), tx.today);
  }

  rows(tx: Tx, municipality: Id): Promise<OwnRows> {
    return loadAggregate(tx, ownRowsOf('$1'), [municipality]);
  }
}

const NO_ROWS: OwnRows = { ownLaws: [], ownProvisions: [] };
