export type EventKind = 'contact' | 'letter' | 'decision' | 'promise' | 'life';
export interface Happening {
  id: string;
  on: string;
  kind: EventKind;
}

export interface MonthOfLife<Event extends Happening> {
  /** First day of the month. */
  month: string;
  events: Event[];
  /** Contacts of that month as far as known; null = nobody told. */
  contacts: number | null;
}

/** The newest month first, and in it the newest day; months in which nothing happened and of which nothing is known are left out. */
export function byMonth<Event extends Happening>(
  events: readonly Event[],
  counts: readonly { month: string; count: number }[],
): MonthOfLife<Event>[] {
  const monthOf = (date: string) => `${date.slice(0, 7)}-01`;
  const told = new Map(counts.map(({ month, count }) => [monthOf(month), count]));
  const months = new Set([...events.map(({ on }) => monthOf(on)), ...told.keys()]);
  return [...months]
    .toSorted((one, other) => (one < other ? 1 : -1))
    .map((month) => ({
      month,
      contacts: told.get(month) ?? null,
      events: events
        .filter(({ on }) => monthOf(on) === month)
        .toSorted((one, other) => (one.on === other.on ? (one.id < other.id ? 1 : -1) : one.on < other.on ? 1 : -1)),
    }));
}

export interface MonthOfContacts {
  /** First day of the month. */
  month: string;
  /** null = nobody told */
  count: number | null;
}

/** Every month from the first to the last of which something is known, so that a line of time has no folds in it. */
export function everyMonth(known: readonly { month: string; count: number }[]): MonthOfContacts[] {
  const counts = new Map(known.map(({ month, count }) => [month.slice(0, 7), count]));
  const [first, ...others] = [...counts.keys()].toSorted();
  const last = others.at(-1) ?? first;
  const months: MonthOfContacts[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = monthAfter(month))
    months.push({ month: `${month}-01`, count: counts.get(month) ?? null });
  return months;
}
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
