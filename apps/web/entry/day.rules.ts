const pad = (number: number) => String(number).padStart(2, '0');
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => iso(utc(day) + days * 86_400_000);

/** Null for a day that does not exist. */
export function dayOf(year: number, month: number, date: number): string | null {
  const day = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
  const time = utc(day);
  return !Number.isNaN(time) && iso(time) === day ? day : null;
}

/** A day that was said without its year: one that is to come (a letter, a promise), or one that was (a contact, since when). */
export type Direction = 'to come' | 'was';

const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];
const WEEKDAYS_EN = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NEAR: Record<string, number> = {
  vandaag: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
  gisteren: -1,
  yesterday: -1,
  eergisteren: -2,
};
const WRITTEN = /(?<![\d.,/-])(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/-]|[.,]\d)/;
const SAID = new RegExp(`(?<!\\p{L})(${[...Object.keys(NEAR), ...WEEKDAYS, ...WEEKDAYS_EN].join('|')})(?!\\p{L})`, 'iu');

/** A day was meant; without its year the nearest one in this direction. A letter may be some weeks late. */
function nearest(month: number, date: number, today: string, direction: Direction): string | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, date) ?? []);
  if (direction === 'was') return days.filter((day) => day <= today).at(-1) ?? null;
  const late = addDays(today, -60);
  return days.find((day) => day >= late) ?? null;
}

/** The first day that a line names, and the line without it. `30-11`, `30/11/2026`, `morgen`, `vrijdag`. */
export function takeDay(text: string, today: string, direction: Direction): { day: string | null; rest: string } {
  const written = WRITTEN.exec(text);
  if (written) {
    const [whole, date, , month, year] = written;
    const full = year && (year.length === 2 ? 2000 + Number(year) : Number(year));
    const day = full ? dayOf(full, Number(month), Number(date)) : nearest(Number(month), Number(date), today, direction);
    if (day) return { day, rest: without(text, written.index, whole) };
  }
  const said = SAID.exec(text);
  if (!said) return { day: null, rest: text };
  const word = said[0].toLowerCase();
  return { day: spoken(word, today, direction), rest: without(text, said.index, said[0]) };
}

function spoken(word: string, today: string, direction: Direction): string {
  const near = NEAR[word];
  if (near !== undefined) return addDays(today, near);
  const weekday = Math.max(WEEKDAYS.indexOf(word), WEEKDAYS_EN.indexOf(word));
  const now = new Date(utc(today)).getUTCDay();
  return direction === 'was' ? addDays(today, -((now - weekday + 7) % 7)) : addDays(today, (weekday - now + 7) % 7 || 7);
}

export const without = (text: string, at: number, found: string): string =>
  `${text.slice(0, at)} ${text.slice(at + found.length)}`.replace(/\s+/g, ' ').trim();
