import type { ReactNode } from 'react';
import { day, money } from '../words/format';
import { useEntryWords } from './entry.words';
import { stands } from './kitchen.question';
import { Item, Listed } from './listed';
import { Photos } from './photos';
import type { Sitting } from './sitting';
import { inputOf, type Pending } from './table.rules';
import styles from './entry.module.css';

/** What was heard and received: own words, letters with their photos, promises that are open, contacts. */
export function Heard({ sitting }: { sitting: Sitting }) {
  const { say } = useEntryWords();
  return (
    <Listed
      title={say('heard')}
      empty={say('noHeard')}
      items={[...useOwnWords(sitting), ...useLetters(sitting), ...usePromises(sitting), ...useContacts(sitting)]}
    />
  );
}

const unsentOf = (pending: readonly Pending[], act: string, known: readonly { id: string }[] | null | undefined) =>
  pending.filter((one) => one.act === act && !known?.some(({ id }) => id === one.key));

function useOwnWords(sitting: Sitting): ReactNode[] {
  const { say } = useEntryWords();
  const { ownWords } = sitting.table;
  const unsent = sitting.waiting.find(({ act }) => act === 'recordOwnWords');
  if (!ownWords) return [];
  const quote = <span className={styles.quote}>“{ownWords}”</span>;
  return [<Item key="words" sitting={sitting} of={unsent?.key ?? ''} icon="pen" title={quote} about={[say('ownWords')]} />];
}

function useLetters(sitting: Sitting): ReactNode[] {
  const { say, language } = useEntryWords();
  const { home, pending, table } = sitting;
  const letters = [
    ...unsentOf(pending, 'recordLetter', home?.letters).map((act) => ({
      ...inputOf<'recordLetter'>(act),
      id: act.key,
      attachments: [],
    })),
    ...[...(home?.letters ?? [])]
      .filter((one) => stands(one) && !one.doneOn)
      .reverse()
      .map(({ involvementId, ...letter }) => ({ ...letter, involvement: involvementId })),
  ];
  return letters.map(({ id, involvement, demand, amountCents, dueOn, attachments }) => {
    const who = table.involvements.find((one) => one.id === involvement)?.label ?? '';
    const about = [
      demand,
      amountCents ? money(amountCents, language) : '',
      dueOn ? say('before', { day: day(dueOn, language) }) : '',
    ];
    return (
      <Item key={id} sitting={sitting} of={id} icon="letter" title={say('letterFrom', { who })} about={about}>
        <Photos sitting={sitting} letter={id} who={who} sent={attachments.filter(stands)} />
      </Item>
    );
  });
}

function usePromises(sitting: Sitting): ReactNode[] {
  const { say, language } = useEntryWords();
  const { home, pending } = sitting;
  const promises = [
    ...unsentOf(pending, 'addCommitment', home?.plan?.commitments).map((act) => ({
      ...inputOf<'addCommitment'>(act),
      id: act.key,
    })),
    ...(home?.plan?.commitments ?? []).filter((one) => stands(one) && one.state !== 'KEPT' && one.state !== 'BROKEN'),
  ];
  return promises.map(({ id, what, dueOn }) => (
    <Item
      key={id}
      sitting={sitting}
      of={id}
      icon="flag"
      title={say('promiseOf', { what })}
      about={[say('before', { day: day(dueOn, language) })]}
    />
  ));
}

function useContacts(sitting: Sitting): ReactNode[] {
  const { say, language } = useEntryWords();
  const { home, pending, table } = sitting;
  const contacts = [
    ...unsentOf(pending, 'recordContact', home?.contacts.nodes).map((act) => {
      const { dayOn, ...contact } = inputOf<'recordContact'>(act);
      return { ...contact, id: act.key, on: dayOn };
    }),
    ...(home?.contacts.nodes ?? [])
      .filter((one) => stands(one) && one.monthCount === null && one.channel !== null)
      .map(({ involvementId, ...contact }) => ({ ...contact, involvement: involvementId })),
  ];
  return contacts.map(({ id, involvement, on, channel, minutes }) => {
    const who = table.involvements.find((one) => one.id === involvement)?.label ?? '';
    const about = [
      day(on, language),
      channel ? say(`channelOf.${channel}`) : '',
      minutes ? say('minutes', { count: minutes }) : '',
    ];
    return <Item key={id} sitting={sitting} of={id} icon="phone" title={say('contactWith', { who })} about={about} />;
  });
}
