import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { OwnUnitCost } from './own-price.entity';
import { VISIBLE } from './own-price.visibility';
import type { OwnPrice } from './price-file.rules';

export type OwnPriceRow = OwnPrice & { id: Id; knownFrom: LocalDate };

/** The prices of a municipality as they are known now, in order of key and first day. */
@Injectable()
export class OwnPrices {
  all(tx: Tx, municipality: Id): Promise<OwnPriceRow[]> {
    return this.rows(tx, 'true', [municipality]);
  }

  /** Of one key: what a line that is being written needs. */
  ofKey(tx: Tx, municipality: Id, key: string): Promise<OwnPriceRow[]> {
    return this.rows(tx, 'key = $2', [municipality, key]);
  }

  private async rows(tx: Tx, which: string, parameters: unknown[]): Promise<OwnPriceRow[]> {
    const where = `${VISIBLE.own_unit_cost} and municipality_id = $1 and known_to is null and ${which}`;
    const { prices } = await loadAggregate(
      tx,
      { prices: { entity: OwnUnitCost, where, order: 't.key, t.valid_from' } },
      parameters,
    );
    return prices.map(({ nameNl, nameEn, ...row }) => ({ ...row, name: { nl: nameNl, en: nameEn } }));
  }
}
