import { Injectable } from '@nestjs/common';
import { partWithdrawn } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { CostLine, UnpricedItem } from './cost.entity';
import { VISIBLE } from './cost.visibility';

/** What is entered about the money of one household, by owner. */
export class CostBook {
  constructor(
    readonly lines: readonly CostLine[],
    readonly unpriced: readonly UnpricedItem[],
    /** withdrawn as a mistake: in no list and in no sum */
    readonly withdrawn: { lines: readonly CostLine[]; unpriced: readonly UnpricedItem[] },
  ) {}

  linesOf(owner: Id): CostLine[] {
    return this.lines.filter(({ ownerId }) => ownerId === owner);
  }

  unpricedOf(owner: Id): UnpricedItem[] {
    return this.unpriced.filter(({ ownerId }) => ownerId === owner);
  }
}

const of = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and household_id = $1`;

@Injectable()
export class CostBooks {
  /** Everything of one household with one statement: scenarios of all versions of its plan, and its interventions. */
  async load(tx: Tx, household: Id): Promise<CostBook> {
    const parts = {
      lines: { entity: CostLine, where: of('cost_line') },
      unpriced: { entity: UnpricedItem, where: of('unpriced_item') },
    };
    const { standing, withdrawn } = partWithdrawn(await loadAggregate(tx, parts, [household]));
    return new CostBook(standing.lines, standing.unpriced, withdrawn);
  }
}
