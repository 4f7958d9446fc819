import type { LocalDate } from './day';
import type { Cents } from './money';

/** The same words in Dutch and in English; Dutch comes first and is plain (B1). */
export type Words = { nl: string; en: string };

/** Control and bidirectional override characters that have no place in a sentence (tab and line feed may stay). */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const LANGUAGES = { nl: 'nl-NL', en: 'en-GB' } as const;
const inBoth = (say: (language: string) => string): Words => ({ nl: say(LANGUAGES.nl), en: say(LANGUAGES.en) });

/** 15 september 2025 */
export const dayInWords = (day: LocalDate): Words =>
  inBoth((language) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  );

/** € 1.471,50 */
export const eurosInWords = (cents: Cents): Words =>
  inBoth((language) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(`${cents}e-2` as `${number}`),
  );

/** As words are looked for: without accents and capitals. The database does the same (`FOLDED` in libs/platform/search.ts). */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
