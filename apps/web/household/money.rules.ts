interface Costed {
  payer: string;
  cents: string;
}

/** What each payer pays of these lines, the most first; to the cent. */
export function perPayer(lines: readonly Costed[]): { payer: string; cents: string }[] {
  const sums = new Map<string, bigint>();
  for (const { payer, cents } of lines) sums.set(payer, (sums.get(payer) ?? 0n) + BigInt(cents));
  return [...sums]
    .toSorted(([one, its], [other, others]) => (its === others ? (one < other ? -1 : 1) : its > others ? -1 : 1))
    .map(([payer, cents]) => ({ payer, cents: String(cents) }));
}

export const sumOf = (lines: readonly { cents: string }[]): string =>
  String(lines.reduce((sum, { cents }) => sum + BigInt(cents), 0n));

export interface Year {
  id: string;
  fromOn: string;
  toOn: string;
  known: boolean;
  byPayer: readonly { payer: string; cents: string }[] | null;
}

/** A row per payer, a column per year; null = not known, which is not zero. A known year in which a payer paid nothing is zero. */
export function payerYears(years: readonly Year[]): { payer: string; cents: (string | null)[] }[] {
  const payers = new Set(years.flatMap(({ byPayer }) => (byPayer ?? []).map(({ payer }) => payer)));
  return [...payers].toSorted().map((payer) => ({
    payer,
    cents: years.map(({ known, byPayer }) =>
      known && byPayer ? (byPayer.find((one) => one.payer === payer)?.cents ?? '0') : null,
    ),
  }));
}
