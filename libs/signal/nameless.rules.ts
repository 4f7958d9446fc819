import { type Reason, reason } from '@doorbraak/kernel';

/** By what a household can be known: its code, its neighbourhood, the names of its members. */
export type Knowable = { code: string; neighbourhoodCode: string | null; names: readonly string[] };

/** Parts of a name that half of the country shares, and so name nobody. */
const SHARED = new Set([
  'van',
  'von',
  'der',
  'den',
  'het',
  'ten',
  'ter',
  'op',
  'el',
  'al',
  'ben',
  'bin',
  'la',
  'le',
  'de',
  'da',
  'dos',
]);

/** Letters as one reads them: without accents, in small. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A neighbourhood or district of the national list: eight digits after two letters. */
const AREA = /\b(bu|wk)\s?\d{4,8}\b/i;
/** What points at one address or one person without a name. */
const POINTS: readonly RegExp[] = [
  AREA,
  // nine digits in a row, with or without points: a citizen service number, or one like it
  /(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)/,
  // a postcode as it is written, in capitals; a year before a word is none
  /\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b/,
  // a telephone number of ten digits, an address for mail
  /(?<!\d)0\d([- ]?\d){8}(?!\d)/,
  /\S@\S/,
];
const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const DAYS: readonly RegExp[] = [
  /\b\d{1,2}[-/.]\d{1,2}[-/.](19|20)\d{2}\b/,
  /\b(19|20)\d{2}-\d{2}-\d{2}\b/,
  new RegExp(`\\b\\d{1,2} (${MONTHS}) (19|20)\\d{2}\\b`, 'i'),
];

/** What is said in brackets behind a name is no part of it. */
const partsOf = (name: string): string[] =>
  wordsOf(name.replace(/\(.*?\)/g, ' ')).filter((part) => part.length > 1 && !SHARED.has(part));

/** Is this word in the text, as a word and not inside another one? A code of several parts is sought as a whole. */
function holds(text: string, sought: string): boolean {
  const [here, there] = [wordsOf(text), wordsOf(sought)];
  return there.length > 0 && here.some((_, i) => there.every((word, j) => here[i + j] === word));
}

export const namesSomebody = (text: string, known: readonly Knowable[]): boolean =>
  POINTS.some((pattern) => pattern.test(text)) ||
  known.some(
    ({ code, neighbourhoodCode, names }) =>
      holds(text, code) ||
      (neighbourhoodCode !== null && holds(text, neighbourhoodCode)) ||
      names.flatMap(partsOf).some((part) => holds(text, part)),
  );

type Texts = Record<string, string | null | undefined>;

const whyNot = (texts: Texts, isWrong: (text: string) => boolean): Reason[] =>
  Object.entries(texts).flatMap(([field, text]) => (text && isWrong(text) ? [reason('NAMES_SOMEBODY', field)] : []));

/** What leaves the household says nothing by which it can be found again; each reason names the field. */
export const whyNotNameless = (texts: Texts, known: readonly Knowable[]): Reason[] =>
  whyNot(texts, (text) => namesSomebody(text, known));

/** What leaves the municipality tells no day either: what happened to one household on a day can be looked up there. */
export const whyNotTimeless = (texts: Texts, known: readonly Knowable[]): Reason[] =>
  whyNot(texts, (text) => namesSomebody(text, known) || DAYS.some((day) => day.test(text)));
