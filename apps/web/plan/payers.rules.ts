/** One payer in the comparison, amounts in whole cents as the api writes them. */
export interface PayerLine {
  payer: string;
  asNowCents: string;
  breakthroughCents: string;
  savingCents: string;
  /** NOT_KNOWN: what it pays has no price, so it is no zero. */
  role?: string;
}

export interface PayerBar {
  payer: string;
  known: boolean;
  asNow: bigint;
  breakthrough: bigint;
  /** above zero = gains, below = invests */
  saving: bigint;
}

export interface PayersPicture {
  /** investors first, then those who gain, the largest first; who stays the same comes last */
  bars: PayerBar[];
  asNow: bigint;
  breakthrough: bigint;
  saving: bigint;
  invested: bigint;
  gained: bigint;
  /** the largest amount, and the largest difference: each has one scale */
  largest: bigint;
  widest: bigint;
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);
const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const max = (amounts: bigint[]) => amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);

/**
 * Puts the comparison in the order in which it is drawn. Throws when an amount does not add up, or the payers together do not come to
 * `savingCents` of the whole: a picture never shows such a sum.
 */
export function payersPicture(lines: readonly PayerLine[], savingCents: string | null = null): PayersPicture {
  const bars = lines.map(({ payer, asNowCents, breakthroughCents, savingCents, role }): PayerBar => {
    const known = role !== 'NOT_KNOWN';
    const bar = { payer, known, asNow: BigInt(asNowCents), breakthrough: BigInt(breakthroughCents), saving: BigInt(savingCents) };
    if (bar.asNow - bar.breakthrough !== bar.saving) throw new Error(`the amounts of ${payer} do not add up`);
    return bar;
  });
  const rank = ({ saving, known }: PayerBar) => (saving < 0n ? 0 : saving > 0n ? 1 : known ? 2 : 3);
  const ordered = bars.toSorted(
    (one, other) =>
      rank(one) - rank(other) || Number(size(other.saving) - size(one.saving)) || (one.payer < other.payer ? -1 : 1),
  );
  const saving = sum(bars.map((bar) => bar.saving));
  if (savingCents !== null && saving !== BigInt(savingCents)) throw new Error('the payers do not add up to the whole');
  return {
    bars: ordered,
    asNow: sum(bars.map(({ asNow }) => asNow)),
    breakthrough: sum(bars.map(({ breakthrough }) => breakthrough)),
    saving,
    invested: sum(bars.map((bar) => (bar.saving < 0n ? -bar.saving : 0n))),
    gained: sum(bars.map((bar) => (bar.saving > 0n ? bar.saving : 0n))),
    largest: max(bars.flatMap(({ asNow, breakthrough }) => [asNow, breakthrough])),
    widest: max(bars.map(({ saving }) => size(saving))),
  };
}

/** How long a bar is, in thousandths of the longest; what is there at all is seen. */
export const lengthOf = (amount: bigint, longest: bigint): number =>
  amount === 0n || longest === 0n ? 0 : Math.max(4, Number((size(amount) * 1000n) / longest));

export interface Difference {
  /** Where the common zero is, from the left, in percent: left of it who invests, right of it who gains. */
  zero: number;
  /** Where this bar begins and how wide it is. */
  from: number;
  width: number;
}

/** One scale both ways for all payers, so that a euro in is as wide as a euro out. */
export function differences(bars: readonly PayerBar[]): (bar: PayerBar) => Difference {
  const most = (sign: 1n | -1n) => max(bars.map(({ saving }) => saving * sign));
  const left = most(-1n);
  const whole = left + most(1n);
  const part = (amount: bigint) => (whole === 0n ? 0 : Number((amount * 10_000n) / whole) / 100);
  const zero = part(left);
  return ({ saving }) => {
    const width = part(size(saving));
    return { zero, width, from: saving < 0n ? zero - width : zero };
  };
}
