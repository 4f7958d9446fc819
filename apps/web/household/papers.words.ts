import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  title: 'Papieren bij plan {{number}}',
  opens: 'Elk papier opent als PDF in een nieuw tabblad.',
  household: 'Voor het huishouden',
  householdWhy: 'Het plan in gewone taal. Om samen te lezen aan tafel.',
  decision: 'Voor instanties en juristen',
  decisionWhy: 'Het besluit met redenen en wetten.',
  dutch: 'Nederlands',
  dutchLarge: 'Nederlands, grote letters',
  english: 'Engels',
  englishLarge: 'Engels, grote letters',
  none: 'Er is nog geen plan. Papieren horen bij een plan.',
  toPlan: 'Naar het plan',
};
const en: WordsOf<typeof nl> = {
  title: 'Papers of plan {{number}}',
  opens: 'Each paper opens as a PDF in a new tab.',
  household: 'For the household',
  householdWhy: 'The plan in plain language. To read together at the table.',
  decision: 'For agencies and lawyers',
  decisionWhy: 'The decision with its reasons and laws.',
  dutch: 'Dutch',
  dutchLarge: 'Dutch, large print',
  english: 'English',
  englishLarge: 'English, large print',
  none: 'There is no plan yet. Papers belong to a plan.',
  toPlan: 'To the plan',
};
export const usePapersWords = wordsFor('papers', nl, en);
