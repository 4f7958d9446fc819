import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  ask: 'Wijkt dit af van wat gewoon is?',
  no: 'Nee',
};
const en: WordsOf<typeof nl> = {
  ask: 'Does this deviate from what is usual?',
  no: 'No',
};
export const useDeviationWords = wordsFor('deviation', nl, en);
