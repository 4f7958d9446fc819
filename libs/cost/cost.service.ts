import { Inject, Injectable } from '@nestjs/common';
import { refuseIf } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { type Id, type LocalDate, reason } from '@doorbraak/kernel';
import type { HouseholdRow, Tx } from '@doorbraak/platform';
import { type CostOwner, CostLine, UnpricedItem } from './cost.entity';
import { CostReference } from './cost.reference';
import { type CostLineEntry, costOf, type ScenarioKind, whyNotCostLine, whyNotUnpriced } from './cost.rules';

/** A new row of whatever owns it; `measureId` only where the owner knows measures. */
export type CostRow = HouseholdRow & { ownerKind: CostOwner; ownerId: Id; measureId: Id | null };
export type CostLineWords = CostLineEntry & { oneOff: boolean; note: string; interventionId?: Id | null };

/** Writes what something costs. Who may, and of what, is for the room that owns the owner. */
@Injectable()
export class CostService {
  constructor(
    @Inject(CostReference) private readonly reference: CostReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  /** The price of that day is copied into the line, so a later price list does not change it. */
  async addLine(tx: Tx, row: CostRow, entry: CostLineWords, { kind, on }: { kind: ScenarioKind; on: LocalDate }): Promise<void> {
    const price = this.reference.unitCost(entry.unitCost, on);
    refuseIf([
      ...whyNotCostLine(entry, kind, price, on),
      ...(this.directory.payer(entry.payer) ? [] : [reason('PAYER_UNKNOWN', entry.payer)]),
    ]);
    if (!price?.priceYear) throw new Error(`${entry.unitCost} may be used and has no price year`);
    await tx.insert(CostLine, {
      ...row,
      ...entry,
      interventionId: entry.interventionId ?? null,
      priceSource: 'NATIONAL',
      indexYear: null,
      indexFactor: null,
      priceCents: price.cents,
      priceYear: price.priceYear,
      cents: costOf(price, entry),
    });
  }

  async addUnpriced(tx: Tx, row: CostRow, { item, note }: Pick<UnpricedItem, 'item' | 'note'>): Promise<void> {
    refuseIf(whyNotUnpriced(item, new Set(this.reference.unpricedItems.keys())));
    await tx.insert(UnpricedItem, { ...row, item, note });
  }
}
