import { wordsFor, type WordsOf } from '../words/words';

const nl = {
  open: 'Zoek of doe…',
  title: 'Zoek of doe',
  label: 'Huishouden, instantie, wet of opdracht',
  none: 'Niets gevonden voor “{{words}}”.',
  keys: 'Pijltjes: kies. Enter: doe. Esc: terug.',
  searching: 'Zoeken…',
  failed: 'Zoeken lukt nu niet. De opdrachten werken wel.',
  closedFile: 'gesloten',
  copied: 'Gekopieerd: {{words}}',
  kind: { HOUSEHOLD: 'huishouden', AGENCY: 'instantie', LAW: 'wet', PROVISION: 'artikel', COMMAND: 'opdracht' },
  found_one: '{{count}} gevonden',
  found_other: '{{count}} gevonden',
};
const en: WordsOf<typeof nl> = {
  open: 'Search or do…',
  title: 'Search or do',
  label: 'Household, agency, law or command',
  none: 'Nothing found for “{{words}}”.',
  keys: 'Arrows: choose. Enter: do. Esc: back.',
  searching: 'Searching…',
  failed: 'Searching does not work now. Commands do.',
  closedFile: 'closed',
  copied: 'Copied: {{words}}',
  kind: { HOUSEHOLD: 'household', AGENCY: 'agency', LAW: 'law', PROVISION: 'article', COMMAND: 'command' },
  found_one: '{{count}} found',
  found_other: '{{count}} found',
};
export const usePaletteWords = wordsFor('palette', nl, en);
