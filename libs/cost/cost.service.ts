import { Inject, Injectable } from '@nestjs/common';
import { refuseIf } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { type Id, type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import type { HouseholdRow, Tx } from '@doorbraak/platform';
import { type CostOwner, CostLine, UnpricedItem } from './cost.entity';
import { CostReference, priceHere } from './cost.reference';
import {
  type CostLineEntry,
  indexedPrice,
  type LineKind,
  pricedLine,
  whyNotCostLine,
  whyNotIndex,
  whyNotUnpriced,
} from './cost.rules';
import { OwnPrices } from './own-price.load';

/** A new row of whatever owns it; `measureId` only where the owner knows measures. */
export type CostRow = HouseholdRow & { ownerKind: CostOwner; ownerId: Id; measureId: Id | null };
/** `indexTo`: the year in whose money the price is written; left out = that of its own year. */
export type CostLineWords = CostLineEntry & {
  oneOff: boolean;
  note: string;
  indexTo?: number | null;
  interventionId?: Id | null;
};

/** Writes what something costs. Who may, and of what, is for the room that owns the owner. */
@Injectable()
export class CostService {
  constructor(
    @Inject(CostReference) private readonly reference: CostReference,
    @Inject(OwnPrices) private readonly own: OwnPrices,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  /**
   * The price of that day is copied into the line, so a later price list does not change it: the municipality's own while it holds, in
   * the money of its own year unless another year is named. For what was realised `on` is the last day of its period: prices change in the
   * course of a year, and who looks back has the newest list at hand. `whyNot` is what the room of the owner has against it: all reasons are
   * told at once.
   */
  async addLine(
    tx: Tx,
    row: CostRow,
    entry: CostLineWords,
    { kind, on, whyNot }: { kind: LineKind; on: LocalDate; whyNot: readonly Reason[] },
  ): Promise<void> {
    const { unitCost, quantity, probability, payer, oneOff, note, indexTo = null, interventionId = null } = entry;
    const own = await this.own.ofKey(tx, row.municipalityId, unitCost);
    const found = priceHere(own, this.reference.unitCosts, unitCost, on);
    const wrongIndex = found ? whyNotIndex(found.price, indexTo, this.reference.indexOf) : [];
    const indexed = found && !wrongIndex.length ? indexedPrice(found.price, indexTo, this.reference.indexOf) : null;
    refuseIf([
      ...whyNot,
      ...whyNotCostLine(entry, kind, indexed ? { ...found!.price, cents: indexed.cents } : (found?.price ?? null), on),
      ...wrongIndex,
      ...(this.directory.payer(payer) ? [] : [reason('PAYER_UNKNOWN', payer)]),
    ]);
    const priceYear = found?.price.priceYear;
    if (!priceYear || !indexed) throw new Error(`${unitCost} may be used and has no price year`);
    await tx.insert(CostLine, {
      ...row,
      ...{ unitCost, quantity, probability, payer, oneOff, note, interventionId },
      ...pricedLine(found, indexed, entry, indexTo),
      priceYear,
    });
  }

  async addUnpriced(
    tx: Tx,
    row: CostRow,
    { item, note }: Pick<UnpricedItem, 'item' | 'note'>,
    whyNot: readonly Reason[],
  ): Promise<void> {
    refuseIf([...whyNot, ...whyNotUnpriced(item, new Set(this.reference.unpricedItems.keys()))]);
    await tx.insert(UnpricedItem, { ...row, item, note });
  }
}
