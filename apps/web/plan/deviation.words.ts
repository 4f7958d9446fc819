import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  ask: 'Wijkt dit af van wat gewoon is?',
  no: 'Nee',
  kind: {
    INTERIM_PAYER: 'een ander betaalt eerst',
    ADDRESS_REQUIREMENT: 'een eis over het adres vervalt',
    OTHER: 'op een andere manier',
  },
};
const en: WordsOf<typeof nl> = {
  ask: 'Does this deviate from what is usual?',
  no: 'No',
  kind: {
    INTERIM_PAYER: 'somebody else pays first',
    ADDRESS_REQUIREMENT: 'a demand about the address is dropped',
    OTHER: 'in another way',
  },
};
export const useDeviationWords = wordsFor('deviation', nl, en);
