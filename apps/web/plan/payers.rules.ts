/** One payer in the comparison, amounts in whole cents as the api writes them. */
export interface PayerLine {
  payer: string;
  asNowCents: string;
  breakthroughCents: string;
  savingCents: string;
}

export interface PayerBar {
  payer: string;
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

/** Puts the comparison in the order in which it is drawn. Throws when an amount does not add up: a picture never shows such a sum. */
export function payersPicture(lines: readonly PayerLine[]): PayersPicture {
  const bars = lines.map(({ payer, asNowCents, breakthroughCents, savingCents }): PayerBar => {
    const bar = { payer, asNow: BigInt(asNowCents), breakthrough: BigInt(breakthroughCents), saving: BigInt(savingCents) };
    if (bar.asNow - bar.breakthrough !== bar.saving) throw new Error(`the amounts of ${payer} do not add up`);
    return bar;
  });
  const rank = ({ saving }: PayerBar) => (saving < 0n ? 0 : saving > 0n ? 1 : 2);
  const ordered = bars.toSorted(
    (one, other) =>
      rank(one) - rank(other) || Number(size(other.saving) - size(one.saving)) || (one.payer < other.payer ? -1 : 1),
  );
  return {
    bars: ordered,
    asNow: sum(bars.map(({ asNow }) => asNow)),
    breakthrough: sum(bars.map(({ breakthrough }) => breakthrough)),
    saving: sum(bars.map(({ saving }) => saving)),
    invested: sum(bars.filter(({ saving }) => saving < 0n).map(({ saving }) => -saving)),
    gained: sum(bars.filter(({ saving }) => saving > 0n).map(({ saving }) => saving)),
    largest: max(bars.flatMap(({ asNow, breakthrough }) => [asNow, breakthrough])),
    widest: max(bars.map(({ saving }) => size(saving))),
  };
}

/** How long a bar is, in thousandths of the longest; what is there at all is seen. */
export const lengthOf = (amount: bigint, longest: bigint): number =>
  amount === 0n || longest === 0n ? 0 : Math.max(4, Number((size(amount) * 1000n) / longest));
