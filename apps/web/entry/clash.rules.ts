import type { Waiting } from '../data/outbox.rules';
import type { Home } from './kitchen.question';
import { inputOf } from './table.rules';

/** What takes the place of something that somebody else can change too: the field, what was typed, and what stands there now. */
export interface Field {
  entry: Waiting;
  name: 'recordOwnWords' | 'setNeighbourhood';
  mine: string;
  theirs: string;
}
const isRefused = ({ state, reasons }: Waiting) =>
  state === 'refused' && reasons.some(({ code }) => code === 'CHANGED_MEANWHILE');

/** The fields that were refused because the household was changed meanwhile. */
export function refusedFields(waiting: readonly Waiting[], home: Home): Field[] {
  return waiting.filter(isRefused).flatMap((entry): Field[] => {
    if (entry.act === 'recordOwnWords')
      return [{ entry, name: entry.act, mine: inputOf<typeof entry.act>(entry).words ?? '', theirs: home.ownWords ?? '' }];
    if (entry.act === 'setNeighbourhood')
      return [
        {
          entry,
          name: entry.act,
          mine: inputOf<typeof entry.act>(entry).neighbourhoodCode,
          theirs: home.neighbourhoodCode ?? '',
        },
      ];
    return [];
  });
}

/** Does the answer know already what somebody else changed? Until then nothing can be said about it. */
export const isSeen = ({ entry: { changes } }: Field, home: Home): boolean =>
  (changes ?? []).every(({ version }) => version <= home.version);

/** The household was changed, but not what was typed here: nobody has to choose anything. */
export const isElsewhere = ({ entry: { was }, mine, theirs }: Field): boolean => theirs === was || theirs === mine;

/** The same act with this value, under the version that is seen now. */
export function inputWith({ entry, name }: Field, value: string, seen: number) {
  return name === 'recordOwnWords'
    ? { ...inputOf<'recordOwnWords'>(entry), words: value || null, seen }
    : { ...inputOf<'setNeighbourhood'>(entry), neighbourhoodCode: value, seen };
}
