import { wordsFor, type WordsOf } from '../words/words';

/** Words of the field that a newcomer may not know; `Explain` tells what they mean where they stand. */
const nl = {
  lead: 'regisseur',
  knot: 'knoop',
  unlock: 'ontknopen',
  ground: 'grond',
  roles: 'een vorm',
  clash: 'botsing',
  deviation: 'afwijken',
  perspective: 'blik',
  reverseTest: 'omgekeerde toets',
  values: 'waarde',
  mandate: 'mandaat',
  escalation: 'hogerop vragen',
  bottleneck: 'knelpunt',
  capacity: 'doenvermogen',
  scenarios: 'zoals nu en doorbraak',
  legalBasis: 'grondslag',
};
const en: WordsOf<typeof nl> = {
  lead: 'lead professional',
  knot: 'knot',
  unlock: 'unlock',
  ground: 'ground',
  roles: 'a shape',
  clash: 'clash',
  deviation: 'deviate',
  perspective: 'view',
  reverseTest: 'reverse test',
  values: 'value',
  mandate: 'mandate',
  escalation: 'ask higher up',
  bottleneck: 'bottleneck',
  capacity: 'capacity to act',
  scenarios: 'as now and breakthrough',
  legalBasis: 'legal basis',
};
export type Term = keyof typeof nl;
export const useGlossary = wordsFor('glossary', nl, en);
