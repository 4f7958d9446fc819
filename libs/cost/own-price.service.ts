import { Inject, Injectable } from '@nestjs/common';
import { Acts, type Operation, Refusal, type Refused } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { addDays, type Id, type LocalDate, newId, reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { CostReference, mayBeUsed, priceOn } from './cost.reference';
import { OwnUnitCost } from './own-price.entity';
import type { ImportUnitCostsInput } from './own-price.inputs';
import { type OwnPriceRow, OwnPrices } from './own-price.load';
import { UnitCostFault, UnitCostImport } from './own-price.types';
import { type PriceFault, type PriceFile, readPriceFile, wholeFileWrong } from './price-file.rules';

/** Rows that one statement writes; PostgreSQL takes 65,535 values in one. */
const AT_ONCE = 1_000;

/** What a municipality pays by its own contracts, brought in as a file by its functional administrator. */
@Injectable()
export class OwnPriceService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(OwnPrices) private readonly own: OwnPrices,
    @Inject(CostReference) private readonly reference: CostReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  async ownUnitCosts(operation: Operation, on: LocalDate | null): Promise<OwnPriceRow[]> {
    const prices = await this.own.all(await operation.read(), operation.actor.municipality);
    return on === null ? prices : prices.filter((price) => priceOn(prices, price.key, on) === price && mayBeUsed(price, on));
  }

  /** What the file would do; it writes nothing. */
  async preview(operation: Operation, fileBase64: string): Promise<PriceFile> {
    return this.read(fileBase64, await this.own.all(await operation.read(), operation.actor.municipality));
  }

  importUnitCosts(operation: Operation, key: Id, input: ImportUnitCostsInput): Promise<UnitCostImport | Refused> {
    const { fileBase64, whenFaulty } = input;
    const tenant = operation.actor.municipality;
    return this.acts.do(
      operation,
      { act: 'importUnitCosts', key, at: { tenant, household: null }, input },
      async (tx) => {
        const own = await this.own.all(tx, tenant);
        const file = this.read(fileBase64, own);
        const blocking = whenFaulty === 'ABORT' ? file.faults : wholeFileWrong(file);
        if (blocking.length) throw new Refusal(blocking.map(said));
        await this.write(tx, tenant, key, file, own);
        return { subject: key };
      },
      async (tx) => {
        const prices = await this.own.all(tx, tenant);
        const [{ written } = { written: 0 }] = await tx.query<{ written: number }>(
          'select count(*)::int as written from own_unit_cost where municipality_id = $1 and import_id = $2',
          [tenant, key],
        );
        const faults = this.read(fileBase64, prices).faults.map((fault) => UnitCostFault.of(fault));
        return Object.assign(new UnitCostImport(), { written, prices, faults });
      },
    );
  }

  private read(base64: string, own: readonly OwnPriceRow[]): PriceFile {
    const { unitCosts: national, benchmarks } = this.reference;
    const payers = new Set(this.directory.payers.keys());
    return readPriceFile(base64, { national, own, payers, benchmarks: new Set(benchmarks.map(({ key }) => key)) });
  }

  /**
   * What a price said before stands beside it, with the last day on which that was known. A line copies its price, so a new one counts at
   * once; a row has a day of its own, so what changes twice on one day is written down as known from the next.
   */
  private async write(tx: Tx, tenant: Id, importId: Id, { rows }: PriceFile, own: readonly OwnPriceRow[]): Promise<void> {
    const before = new Map(own.map((price) => [`${price.key}@${price.validFrom}`, price]));
    const closed: { id: Id; day: LocalDate }[] = [];
    const added = rows.flatMap(({ change, price }): Partial<OwnUnitCost>[] => {
      if (!price || (change !== 'NEW' && change !== 'REPLACES')) return [];
      const old = before.get(`${price.key}@${price.validFrom}`);
      const known = !old || tx.today > old.knownFrom ? tx.today : addDays(old.knownFrom, 1);
      if (old) closed.push({ id: old.id, day: addDays(known, -1) });
      const { name, ...words } = price;
      const row = { municipalityId: tenant, id: newId(), importId, knownFrom: known, recordedBy: tx.person };
      return [{ ...words, nameNl: name.nl, nameEn: name.en, ...row }];
    });
    await tx.query(
      `update own_unit_cost set known_to = c.day from unnest($2::uuid[], $3::date[]) c (id, day)
       where municipality_id = $1 and own_unit_cost.id = c.id and known_to is null`,
      [tenant, closed.map(({ id }) => id), closed.map(({ day }) => day)],
    );
    for (let from = 0; from < added.length; from += AT_ONCE) await tx.insert(OwnUnitCost, added.slice(from, from + AT_ONCE));
  }
}

const said = ({ code, line, column }: PriceFault) => reason(code, column === null ? `${line}` : `${line} ${column}`);
