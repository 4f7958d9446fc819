/** A day some days later; days are YYYY-MM-DD. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Entries in whose label every typed word begins a word, at most eight. */
export function found<Entry extends { label: string }>(entries: readonly Entry[], typed: string, most = 8): Entry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, most);
  return entries
    .filter(({ label }) => {
      const parts = plain(label).split(/[^a-z0-9]+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .slice(0, most);
}

/** A decimal as the api wants it, from what people type: `1,5` is 1.5; null = no number. */
export function decimal(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? text : null;
}

/** Whole cents, from what people type for an amount: `1.240,50` is 124050; null = no amount. */
export function amount(typed: string): string | null {
  const found = /^€?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?$/.exec(typed.trim());
  return found ? String(BigInt(`${found[1]?.replaceAll('.', '')}${found[2] ?? '00'}`)) : null;
}

/** A chance in percent as the part of one that the api wants; empty = certain. */
export function chance(percent: string): string | null {
  const number = decimal(percent);
  return number === null ? null : String(Number((Number(number) / 100).toFixed(4)));
}

export interface KnownCost {
  intervention: string;
  id: string;
  note: string;
  unitCost: string;
  quantity: string;
  payer: string;
  oneOff: boolean;
  cents: string;
}

/** What help that runs costs and does not stand in this scenario yet. One line of a help counts as taken when it has the same price and words. */
export function notTaken(
  costs: readonly {
    interventionId: string;
    costLines: readonly (Omit<KnownCost, 'intervention'> & { withdrawnOn: string | null })[];
  }[],
  lines: readonly { interventionId: string | null; unitCost: string; note: string }[],
  runs: ReadonlySet<string>,
): KnownCost[] {
  return costs.flatMap(({ interventionId, costLines }) =>
    runs.has(interventionId)
      ? costLines
          .filter(
            (line) =>
              line.withdrawnOn === null &&
              !lines.some(
                (taken) =>
                  taken.interventionId === interventionId && taken.unitCost === line.unitCost && taken.note === line.note,
              ),
          )
          .map(({ id, note, unitCost, quantity, payer, oneOff, cents }) => ({
            intervention: interventionId,
            ...{ id, note, unitCost, quantity, payer, oneOff, cents },
          }))
      : [],
  );
}
