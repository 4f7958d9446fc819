/** A calendar day, `YYYY-MM-DD`. Days compare as text: `a < b` is "earlier". */
export type LocalDate = string;

const at = (day: LocalDate) => new Date(`${day}T00:00:00Z`);
const text = (date: Date): LocalDate => date.toISOString().slice(0, 10);

export const isLocalDate = (value: unknown): value is LocalDate =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(at(value).getTime()) &&
  text(at(value)) === value;

export const addDays = (day: LocalDate, days: number): LocalDate => text(new Date(at(day).getTime() + days * 86_400_000));

/** The same day so many months later; the last day of the month where that month is shorter, as PostgreSQL counts too. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const moved = at(day);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (!text(moved).endsWith(day.slice(-2))) moved.setUTCDate(0);
  return text(moved);
}

/** The last day of the twelve months from a day on. */
export const yearFrom = (day: LocalDate): LocalDate => addDays(monthsAfter(day, 12), -1);

/** The day of an instant on a Dutch wall clock; only for tenants that run on real time. */
export const dayIn = (zone: string, instant: Date): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** A day of which the month or the day may be unknown, as the population register writes it: `1960-00-00`. */
export type PartialDate = string;

export function isPartialDate(value: unknown): value is PartialDate {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (!year || year === '0000') return false;
  if (month === '00') return day === '00';
  if (day === '00') return Number(month) <= 12;
  return isLocalDate(value);
}

/** The first day that a partly unknown date can be; used to say "in the future" only when that is certain. */
export const earliestOf = (date: PartialDate): LocalDate => date.replace('-00', '-01').replace(/-00$/, '-01');
