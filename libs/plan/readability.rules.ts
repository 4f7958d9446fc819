/*
 * How easily a text reads, for whoever writes it. It compares two versions of one's own text and says nothing of whoever reads it; it never
 * blocks anything.
 */

export type ReadingGrade = 'EASY' | 'FAIR' | 'HARD';
export type LongSentence = { about: string; words: number; text: string };
export type Readability = {
  sentences: number;
  words: number;
  /** one decimal, as text */ wordsPerSentence: string;
  longestSentence: number;
  /** long words, each once, in the order in which they stand */ hardWords: string[];
  /** 0 to 100, higher reads easier; null = too little text to say */ score: number | null;
  grade: ReadingGrade | null;
  tooLong: LongSentence[];
};

/** Plain Dutch for everybody: sentences of at most fifteen words (rule of thumb of writing at level B1). */
const MOST_WORDS = 15;
/** From here on most readers spell a Dutch word. */
const HARD_LETTERS = 14;
const HARD_SYLLABLES = 5;
/** Below this a figure says more about chance than about the text. */
const LEAST_WORDS = 20;

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
/** In Dutch what is said as one sound is written together; a trema begins a new one. */
const SOUND = /[äëïöü]|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|oi|[aeiouyáéíóúàèìòùâêîôû]/giu;

export const syllablesOf = (word: string): number => Math.max(1, word.match(SOUND)?.length ?? 0);
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])["”’)]*\s+|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one.match(WORD));

/**
 * Flesch for Dutch as W.H. Douma fitted it (De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen, 1960):
 * 206.84 - 0.93 x words per sentence - 77 x syllables per word. The bounds of the grades are ours: texts for everybody score above 70.
 */
export function readabilityOf(texts: readonly { about: string; text: string }[]): Readability {
  const sentences = texts.flatMap(({ about, text }) =>
    sentencesOf(text).map((sentence) => ({ about, text: sentence, words: sentence.match(WORD)!.map(String) })),
  );
  const words = sentences.flatMap((one) => one.words);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const score =
    words.length < LEAST_WORDS
      ? null
      : Math.min(
          100,
          Math.max(0, Math.round(206.84 - 0.93 * (words.length / sentences.length) - 77 * (syllables / words.length))),
        );
  return {
    sentences: sentences.length,
    words: words.length,
    wordsPerSentence: sentences.length ? (words.length / sentences.length).toFixed(1) : '0.0',
    longestSentence: Math.max(0, ...sentences.map((one) => one.words.length)),
    hardWords: [...new Map(words.filter(isHard).map((word) => [word.toLowerCase(), word])).values()],
    score,
    grade: score === null ? null : score >= 70 ? 'EASY' : score >= 50 ? 'FAIR' : 'HARD',
    tooLong: sentences.flatMap(({ about, text, words: own }) =>
      own.length > MOST_WORDS ? [{ about, words: own.length, text }] : [],
    ),
  };
}

const isHard = (word: string): boolean => word.length >= HARD_LETTERS || syllablesOf(word) >= HARD_SYLLABLES;
