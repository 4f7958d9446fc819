import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../data/graphql';
import { drop, mend } from '../data/outbox';
import { Conflict } from '../kit/conflict';
import { moment } from '../words/format';
import { inputWith, isElsewhere, isSeen, refusedFields, type Field } from './clash.rules';
import { useEntryWords } from './entry.words';
import type { Home } from './kitchen.question';
import type { Sitting } from './sitting';

const COLLEAGUES = graphql(`
  query Colleagues {
    professionals {
      id
      label
    }
  }
`);

/**
 * Somebody else changed the household meanwhile. Where that was another field it goes again by itself; where it was the same one both
 * versions are shown, with who and when.
 */
export function Clash({ sitting: { home, waiting } }: { sitting: Sitting }) {
  const fields = home ? refusedFields(waiting, home).filter((field) => isSeen(field, home)) : [];
  const elsewhere = fields.filter(isElsewhere);
  const again = elsewhere.map(({ entry }) => entry.key).join(' ');
  useEffect(() => {
    if (!home) return;
    for (const field of elsewhere) mend(field.entry.key, { input: inputWith(field, field.mine, home.version) });
    // which of them, and under which version, says it all
  }, [again, home?.version]);
  const clashing = fields.filter((field) => !isElsewhere(field));
  return home && clashing.length > 0 ? <Both fields={clashing} home={home} /> : null;
}

function Both({ fields, home }: { fields: readonly Field[]; home: Home }) {
  const { say, language } = useEntryWords();
  const [{ data }] = useQuery({ query: COLLEAGUES });
  const people = [
    ...(data?.professionals ?? []),
    ...(home.members ?? []).map(({ personId, name }) => ({ id: personId, label: name })),
  ];
  const sentenceOf = ({ name, entry }: Field): string => {
    const change = entry.changes?.filter(({ act }) => act === name).at(-1);
    if (!change) return '';
    const who = people.find(({ id }) => id === change.by)?.label ?? say('somebody');
    return say('changedBy', { what: say(`fieldOf.${name}`), who, when: moment(change.at, language) });
  };
  return (
    <Conflict
      by={fields.map(sentenceOf).filter(Boolean).join(' ')}
      fields={fields.map(({ name, mine, theirs }) => ({ name, mine, theirs, label: say(`fieldOf.${name}`) }))}
      onSend={(values) => {
        for (const field of fields) {
          const value = values[field.name] ?? field.mine;
          mend(field.entry.key, { input: inputWith(field, value, home.version), was: field.theirs });
        }
      }}
      onDrop={() => fields.forEach(({ entry }) => drop(entry.key))}
    />
  );
}
