import { useEffect } from 'react';
import { drop, mend } from '../data/outbox';
import { Conflict } from '../kit/conflict';
import { inputWith, isElsewhere, isSeen, refusedFields } from './clash.rules';
import { useEntryWords } from './entry.words';
import type { Sitting } from './sitting';

/**
 * Somebody else changed the household meanwhile. Where that was another field it goes again by itself; where it was the same one both
 * versions are shown, with who and when.
 */
export function Clash({ sitting: { home, waiting } }: { sitting: Sitting }) {
  const { say } = useEntryWords();
  const fields = home ? refusedFields(waiting, home).filter((field) => isSeen(field, home)) : [];
  const elsewhere = fields.filter(isElsewhere);
  const again = elsewhere.map(({ entry }) => entry.key).join(' ');
  useEffect(() => {
    if (!home) return;
    for (const field of elsewhere) mend(field.entry.key, { input: inputWith(field, field.mine, home.version) });
    // which of them, and under which version, says it all
  }, [again, home?.version]);
  const clashing = fields.filter((field) => !isElsewhere(field));
  if (!home || clashing.length === 0) return null;
  return (
    <Conflict
      fields={clashing.map(({ name, mine, theirs, entry: { changes } }) => ({
        ...{ name, mine, theirs, label: say(`fieldOf.${name}`) },
        change: changes?.filter(({ act }) => act === name).at(-1),
      }))}
      people={(home.members ?? []).map(({ personId, name }) => ({ id: personId, label: name }))}
      onSend={(values) => {
        for (const field of clashing) {
          const value = values[field.name] ?? field.mine;
          mend(field.entry.key, { input: inputWith(field, value, home.version), was: field.theirs });
        }
      }}
      onDrop={() => clashing.forEach(({ entry }) => drop(entry.key))}
    />
  );
}
