import { type CostReference, costOf, mayBeUsed, priceHere, type UnitCostRow } from '@doorbraak/cost';
import type { Cents, LocalDate } from '@doorbraak/kernel';
import type { CaseCostLine } from '../demo/case.file';

/** An amount that stands on a document, of whichever payer. */
const FACE_VALUE = 'FACE_VALUE_EUR';

/** What lines come to, by the price list of the country. */
export class Money {
  private readonly prices = new Map<string, UnitCostRow | undefined>();

  constructor(private readonly reference: CostReference) {}

  private priceOf(unitCost: string, day: LocalDate): UnitCostRow | undefined {
    const key = `${unitCost} ${day}`;
    if (!this.prices.has(key)) this.prices.set(key, priceHere([], this.reference.unitCosts, unitCost, day)?.price);
    return this.prices.get(key);
  }

  /** The same line, larger or smaller, with a price that holds on that day; without one the amount stands on a document. */
  on(line: CaseCostLine, day: LocalDate, scale: number): CaseCostLine {
    const price = this.priceOf(line.unitCost, day);
    const quantity = Math.max(1, Math.round(line.quantity * scale));
    if (price && mayBeUsed(price, day)) return { ...line, quantity };
    const euros = Math.max(1, Math.round((Number(price?.cents ?? 100n) * quantity) / 100));
    return { ...line, unitCost: FACE_VALUE, quantity: euros };
  }

  document(key: string, payer: string, euros: number, note: string): CaseCostLine {
    return {
      key,
      unitCost: FACE_VALUE,
      quantity: Math.max(1, Math.round(euros)),
      payer,
      oneOff: false,
      note: { nl: note, en: note },
    };
  }

  centsOf({ unitCost, quantity, probability }: CaseCostLine, day: LocalDate): Cents {
    return costOf(this.priceOf(unitCost, day)!, {
      quantity: `${quantity}`,
      probability: probability === undefined ? null : `${probability}`,
    });
  }

  sum(lines: readonly CaseCostLine[], day: LocalDate): Cents {
    return lines.reduce((sum, line) => sum + this.centsOf(line, day), 0n);
  }
}
