import { CostReference, costOf, priceHere, mayBeUsed } from '@doorbraak/cost';
import type { Cents, LocalDate } from '@doorbraak/kernel';
import type { CaseCostLine } from '../demo/case.file';

/** An amount that stands on a document, of whichever payer. */
const FACE_VALUE = 'FACE_VALUE_EUR';

/** What lines come to, by the price list of the country. */
export class Money {
  constructor(private readonly reference: CostReference) {}

  /** The same line, larger or smaller, with a price that holds on that day; without one the amount stands on a document. */
  on(line: CaseCostLine, day: LocalDate, scale: number): CaseCostLine {
    const price = priceHere([], this.reference.unitCosts, line.unitCost, day)?.price;
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
    const { price } = priceHere([], this.reference.unitCosts, unitCost, day)!;
    return costOf(price, { quantity: `${quantity}`, probability: probability === undefined ? null : `${probability}` });
  }

  sum(lines: readonly CaseCostLine[], day: LocalDate): Cents {
    return lines.reduce((sum, line) => sum + this.centsOf(line, day), 0n);
  }
}
