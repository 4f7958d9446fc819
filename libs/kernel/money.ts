/** Whole euro cents. Money is never a floating point number. */
export type Cents = bigint;

const DECIMAL = /^\d+(\.\d+)?$/;

/** A non-negative decimal as text, such as "0.4" or "104". */
export const isDecimal = (value: unknown): value is string => typeof value === 'string' && DECIMAL.test(value);

/** Cents times exact decimals, rounded half up once, at the end. */
export function times(cents: Cents, ...factors: string[]): Cents {
  let numerator = cents;
  let denominator = 1n;
  for (const factor of factors) {
    if (!isDecimal(factor)) throw new RangeError('a factor is not a decimal');
    const [whole, fraction = ''] = factor.split('.');
    numerator *= BigInt(`${whole}${fraction}`);
    denominator *= 10n ** BigInt(fraction.length);
  }
  return (2n * numerator + denominator) / (2n * denominator);
}

export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
