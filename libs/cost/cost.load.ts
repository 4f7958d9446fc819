import { Injectable } from '@nestjs/common';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { CostLine, UnpricedItem } from './cost.entity';
import { VISIBLE_COSTS } from './cost.visibility';

/** What is entered about the money of one household, by owner. */
export class CostBook {
  constructor(
    readonly lines: readonly CostLine[],
    readonly unpriced: readonly UnpricedItem[],
  ) {}

  linesOf(owner: Id): CostLine[] {
    return this.lines.filter(({ ownerId }) => ownerId === owner);
  }

  unpricedOf(owner: Id): UnpricedItem[] {
    return this.unpriced.filter(({ ownerId }) => ownerId === owner);
  }
}

const where = `${VISIBLE_COSTS} and household_id = $1`;

@Injectable()
export class CostBooks {
  /** Everything of one household with one statement: scenarios of all versions of its plan, and its interventions. */
  async load(tx: Tx, household: Id): Promise<CostBook> {
    const parts = { lines: { entity: CostLine, where }, unpriced: { entity: UnpricedItem, where } };
    const { lines, unpriced } = await loadAggregate(tx, parts, [household]);
    return new CostBook(lines, unpriced);
  }
}
