import { people } from '../words/format';

/** What a household is called on its page: its members, or the code of the team where that would be a sentence. */
export function titleOf(names: readonly string[], code: string): string {
  const together = people(names);
  return together.length > 0 && together.length <= 40 ? together : code;
}

/** How many contacts the month before this one had; a month without any is not in the list. */
export function contactsLastMonth(months: readonly { month: string; count: number }[], today: string): number | null {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return months.find((one) => one.month.startsWith(before))?.count ?? null;
}

/** A name as it fits on a map: without what stands between brackets at the end. */
export const shortName = (name: string): string => name.replace(/\s*\([^()]*\)$/, '') || name;
/** As the first word of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day so many days after another. */
export function daysAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Services of the law under which somebody acts come first; the order inside stays. */
export function servicesFor<Service extends { law: string | null }>(services: readonly Service[], law: string | null) {
  const usual = services.filter((one) => law !== null && one.law === law);
  return { usual, other: services.filter((one) => !usual.includes(one)) };
}
