import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists, type Lists } from '../data/lists';
import { Button } from '../kit/button';
import { Icon, type IconName } from '../kit/icon';
import { Answer, Empty } from '../kit/states';
import { day, money, month } from '../words/format';
import type { Language } from '../words/words';
import { byMonth, type EventKind, type Happening } from './timeline.rules';
import { useTimelineWords } from './timeline.words';
import styles from './tabs.module.css';

const ContactsChart = lazy(() => import('./contacts.chart'));

const TIMELINE = graphql(`
  query Timeline($id: ID!) {
    household(id: $id) {
      id
      recordedOn
      closedOn
      involvements {
        id
        agencyName
        fromOn
        toOn
      }
      contacts(first: 100) {
        nodes {
          id
          on
          channel
          direction
          involvementId
          monthCount
          withdrawnOn
        }
      }
      contactsPerMonth {
        month
        count
        counted
      }
      letters {
        id
        receivedOn
        doneOn
        demand
        amountCents
        involvementId
      }
      interventions {
        id
        service
        fromOn
        toOn
        involvementId
      }
      problems {
        id
        type
        words
        sinceOn
      }
      plans {
        id
        number
        decidedOn
        stoppedOn
        planOn
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof TIMELINE>['household']>;
type Row = Happening & { words: string; more?: string };
const ICONS: Record<EventKind, IconName> = { contact: 'phone', letter: 'letter', decision: 'tick', life: 'star' };

/** What happened, month by month: contacts, letters, decisions and life. */
export default function TimelineTab({ household }: { household: string }) {
  const { say, language } = useTimelineWords();
  const [result, again] = useQuery({ query: TIMELINE, variables: { id: household } });
  const lists = useLists();
  const [shown, setShown] = useState<EventKind | null>(null);
  return (
    <Answer result={result} pick={(data) => data.household} again={() => again({ requestPolicy: 'network-only' })}>
      {(found) => {
        const all = rowsOf(found, say, lists, language);
        const months = byMonth(
          shown ? all.filter(({ kind }) => kind === shown) : all,
          shown === null || shown === 'contact' ? found.contactsPerMonth : [],
        );
        return (
          <div className={styles.stack}>
            <Contacts found={found} />
            <div className={styles.filters} role="group" aria-label={say('filter')}>
              {([null, 'contact', 'letter', 'decision', 'life'] as const).map((kind) => (
                <Button key={kind ?? 'all'} purpose="secondary" toggle pressed={shown === kind} onClick={() => setShown(kind)}>
                  {say(`kinds.${kind ?? 'all'}`)}
                </Button>
              ))}
            </div>
            {months.length === 0 && <Empty>{say('none')}</Empty>}
            {months.map(({ month: first, events, contacts }) => (
              <section key={first} className={styles.card}>
                <h3>
                  {month(first, language)}
                  {contacts !== null && <span className="quiet small"> · {say('contacts', { count: contacts })}</span>}
                </h3>
                <ul className={styles.rows}>
                  {events.map((event) => (
                    <li key={event.id} className={styles.row}>
                      <span className={styles.when}>{day(event.on, language)}</span>
                      <Icon name={ICONS[event.kind]} />
                      <span className={styles.what}>
                        <span className="heard">{say(`kinds.${event.kind}`)}: </span>
                        {event.words} {event.more && <span className="quiet small">{event.more}</span>}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        );
      }}
    </Answer>
  );
}

type Say = ReturnType<typeof useTimelineWords>['say'];

function rowsOf(found: Found, say: Say, lists: Lists | undefined, language: Language): Row[] {
  const agency = (id: string | null) => found.involvements.find((one) => one.id === id)?.agencyName ?? say('household');
  const row = (kind: EventKind, id: string, on: string | null | undefined, words: string, more?: string | null): Row[] =>
    on ? [{ kind, id, on, words, ...(more ? { more } : {}) }] : [];
  return [
    ...row('life', 'recorded', found.recordedOn, say('recorded')),
    ...row('life', 'closed', found.closedOn, say('closed')),
    ...found.contacts.nodes
      .filter(({ withdrawnOn, monthCount }) => withdrawnOn === null && monthCount === null)
      .flatMap(({ id, on, channel, involvementId }) =>
        row('contact', id, on, agency(involvementId), channel && say(`channel.${channel}`)),
      ),
    ...(found.letters ?? []).flatMap((letter) => [
      ...row(
        'letter',
        letter.id,
        letter.receivedOn,
        `${agency(letter.involvementId)}: ${letter.demand ?? say('letter')}`,
        letter.amountCents && money(letter.amountCents, language),
      ),
      ...row('letter', `${letter.id}-done`, letter.doneOn, say('letterDone', { agency: agency(letter.involvementId) })),
    ]),
    ...(found.interventions ?? []).flatMap((help) => {
      const words = { help: nameIn(lists?.serviceTypes, help.service, language) };
      return [
        ...row('life', help.id, help.fromOn, say('helpBegan', words), agency(help.involvementId)),
        ...row('life', `${help.id}-end`, help.toOn, say('helpEnded', words), agency(help.involvementId)),
      ];
    }),
    ...(found.problems ?? []).flatMap(({ id, sinceOn, words, type }) =>
      row('life', id, sinceOn, say('problemSince', { problem: words ?? nameIn(lists?.problemTypes, type, language) })),
    ),
    ...found.involvements.flatMap(({ id, fromOn, toOn, agencyName }) => [
      ...row('life', `${id}-from`, fromOn, say('agencyCame', { agency: agencyName })),
      ...row('life', `${id}-to`, toOn, say('agencyLeft', { agency: agencyName })),
    ]),
    ...(found.plans ?? []).flatMap(({ id, number, decidedOn, stoppedOn, planOn }) => [
      ...row('decision', `${id}-on`, planOn, say('planBegan', { number })),
      ...row('decision', id, decidedOn, say('planDecided', { number })),
      ...row('decision', `${id}-stop`, stoppedOn, say('planStopped', { number })),
    ]),
  ];
}

/** Contacts a month against sixteen, drawn and as a table. */
function Contacts({ found }: { found: Found }) {
  const { say, language } = useTimelineWords();
  const months = found.contactsPerMonth.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  if (months.length === 0) return null;
  const last = months.at(-1);
  const title = say('chart', { month: last ? month(last.month, language) : '', count: last?.count ?? 0 });
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      <Suspense fallback={null}>
        <ContactsChart months={months} title={title} sixteen={say('sixteen')} />
      </Suspense>
      <details>
        <summary>{say('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('month')}</th>
              <th scope="col" className={styles.amount}>
                {say('number')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month: first, count, counted }) => (
              <tr key={first}>
                <th scope="row">{month(first, language)}</th>
                <td className={styles.amount}>
                  {count} {counted && <span className="quiet small">{say('told')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
