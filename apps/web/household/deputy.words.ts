import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  deputy: 'Vervanger',
  add: 'Wijs een vervanger aan',
  change: 'Wijs een andere vervanger aan',
  said: 'De vervanger is aangewezen.',
  who: 'Wie?',
  choose: 'Kies',
};
const en: WordsOf<typeof nl> = {
  deputy: 'Deputy',
  add: 'Name a deputy',
  change: 'Name another deputy',
  said: 'The deputy was named.',
  who: 'Who?',
  choose: 'Choose',
};
export const useDeputyWords = wordsFor('deputy', nl, en);
