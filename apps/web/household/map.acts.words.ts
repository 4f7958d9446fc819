import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  status: 'Hoe staat het nu?',
  save: 'Bewaar',
  saidStatus: 'Bewaard hoe het staat.',
  wait: 'Dit kan niet verder, want …',
  waitFor: 'Wat moet eerst?',
  holder: 'Wie kan dat doen?',
  choose: 'Kies',
  what: 'Wat wacht waarop?',
  whatHint: 'In een paar woorden, zoals: geen uitkering zonder adres.',
  article: 'Zegt een artikel dat?',
  articleHint: 'Typ de wet en het artikel, zoals: pw 40 2. Zonder artikel is het een gewoonte, en die mag anders.',
  stuck: 'Niemand kan dit veranderen',
  saidWait: 'Opgeschreven wat eerst moet.',
  lift: 'Dit wacht niet meer',
  liftedOn: 'Sinds',
  saidLifted: 'Dit wacht niet meer.',
};
const en: WordsOf<typeof nl> = {
  status: 'How does it stand now?',
  save: 'Save',
  saidStatus: 'Saved how it stands.',
  wait: 'This cannot move, because …',
  waitFor: 'What has to come first?',
  holder: 'Who can do that?',
  choose: 'Choose',
  what: 'What waits for what?',
  whatHint: 'In a few words, such as: no benefit without an address.',
  article: 'Does an article say so?',
  articleHint: 'Type law and article, such as: pw 40 2. Without an article it is a habit, and that may change.',
  stuck: 'Nobody can change this',
  saidWait: 'Written down what has to come first.',
  lift: 'This waits no more',
  liftedOn: 'Since',
  saidLifted: 'This waits no more.',
};
export const useMapActsWords = wordsFor('mapActs', nl, en);
