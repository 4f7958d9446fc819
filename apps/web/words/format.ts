import type { Language } from './words';

const locale = (language: Language) => (language === 'nl' ? 'nl-NL' : 'en-GB');
const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** Whole cents as money: `€ 14.480,40`. A headline leaves the cents out. */
export function money(cents: string, language: Language, { headline = false } = {}): string {
  const digits = headline ? 0 : 2;
  return new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(cents) / 100);
}

/** A day in a table: 23-11-2026. */
export const day = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(utc(date))
    .replaceAll('/', '-');

/** A day in running text: 23 november, with the year where it is not `today`'s. */
export const dayInWords = (date: string, language: Language, today?: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'long',
    ...(today?.slice(0, 4) === date.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(utc(date));

export const weekday = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    utc(date),
  );

export const month = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    utc(date.slice(0, 7) + '-01'),
  );

/** A month where there is little room: okt 26. */
export const monthShort = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { month: 'short', year: '2-digit', timeZone: 'UTC' })
    .format(utc(date.slice(0, 7) + '-01'))
    .replace('.', '');

/** A moment, in the reader's own time: 23-11-2026, 9.14 uur. */
export function moment(instant: string, language: Language): string {
  const at = new Date(instant);
  const time = `${at.getHours()}.${String(at.getMinutes()).padStart(2, '0')}`;
  const local = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
  return `${day(local, language)}, ${language === 'nl' ? `${time} uur` : time}`;
}

export const percent = (part: number, language: Language): string =>
  new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 0 }).format(part);
export const count = (number: number, language: Language): string => new Intl.NumberFormat(locale(language)).format(number);

/** So many days as somebody says it: 12 dagen, 5 weken, 13 maanden, 2 jaar; whole ones only, so that it is never said too long. */
export function spanOf(days: number): { unit: 'days' | 'weeks' | 'months' | 'years'; count: number } {
  if (days < 14) return { unit: 'days', count: days };
  if (days < 61) return { unit: 'weeks', count: Math.floor(days / 7) };
  if (days < 731) return { unit: 'months', count: Math.floor(days / 30.44) };
  return { unit: 'years', count: Math.floor(days / 365.25) };
}

/** People side by side; a name that holds a comma itself ("zoon, 17") is not read as two. */
export const people = (names: readonly string[]): string => names.join(names.some((name) => name.includes(',')) ? ' · ' : ', ');

/** Days between two days, calendar days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
