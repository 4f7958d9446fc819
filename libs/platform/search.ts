import { folded } from '@doorbraak/kernel';

/** At most so many words are looked for; what comes after them cannot make a list longer. */
const MOST_WORDS = 8;

/** What somebody typed, as the words to look for. Nothing in them is a wildcard: they are looked for as they are. */
export const wordsOf = (typed: string | null | undefined): string[] =>
  folded(typed ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** The same folding as `folded`, over a piece of SQL. */
export const FOLDED = (text: string): string => `lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** Whether every word of a list is somewhere in a text; without words it is. */
export const hasWords = (words: string, text: string): string =>
  `not exists (select from unnest(${words}::text[]) word where position(word in ${FOLDED(text)}) = 0)`;
