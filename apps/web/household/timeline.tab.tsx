import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists, type Lists } from '../data/lists';
import { Button } from '../kit/button';
import { Icon, type IconName } from '../kit/icon';
import { Answer, Empty } from '../kit/states';
import { day, money, month, monthShort } from '../words/format';
import { useHousehold } from './household.question';
import { capital, shortName } from './household.rules';
import type { Language } from '../words/words';
import { byMonth, everyMonth, type EventKind, type Happening } from './timeline.rules';
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
      members {
        personId
        name
      }
      claims {
        id
        involvementId
        actions {
          id
          kind
          onDay
          cents
          untilOn
          withdrawnOn
        }
      }
      waits {
        id
        what
        liftedOn
        holder
      }
      assignments {
        fromOn
        kind
        personLabel
      }
      plans {
        id
        number
        decidedOn
        stoppedOn
        planOn
        agreements {
          id
          personId
          agreedOn
          state
          withdrawnOn
        }
        positions {
          id
          involvementId
          answer
          answeredOn
          withdrawnOn
        }
      }
      plan {
        id
        commitments {
          id
          what
          keptOn
          brokenOn
          toldOn
          newDueOn
        }
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof TIMELINE>['household']>;
type Row = Happening & { words: string; more?: string };
const ICONS: Record<EventKind, IconName> = {
  contact: 'phone',
  letter: 'letter',
  decision: 'tick',
  promise: 'flag',
  life: 'people',
};
const KINDS = [null, 'contact', 'letter', 'decision', 'promise', 'life'] as const;
/** The api gives the newest contacts, no more than so many. */
const MOST = 100;

/** What happened, month by month: contacts, letters, decisions and life. */
export default function TimelineTab({ household }: { household: string }) {
  const { say, language } = useTimelineWords();
  const [result, again] = useHousehold(TIMELINE, household);
  const lists = useLists();
  const [shown, setShown] = useState<EventKind | null>(null);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
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
              {KINDS.map((kind) => (
                <Button key={kind ?? 'all'} purpose="secondary" toggle pressed={shown === kind} onClick={() => setShown(kind)}>
                  {say(`kinds.${kind ?? 'all'}`)}
                </Button>
              ))}
            </div>
            {months.length === 0 && <Empty>{say('none')}</Empty>}
            {months.length > 0 && (
              <div className={styles.card}>
                {months.map(({ month: first, events, contacts }) => (
                  <section key={first} className={styles.period}>
                    <h3>
                      {month(first, language)}
                      {contacts !== null && <span className="quiet small">{say('contacts', { count: contacts })}</span>}
                    </h3>
                    <ul>
                      {events.map((event) => (
                        <li key={event.id} id={event.id} tabIndex={-1} className={styles.event}>
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
            )}
            {found.contacts.nodes.length >= MOST && <p className="quiet">{say('most', { count: MOST })}</p>}
          </div>
        );
      }}
    </Answer>
  );
}

type Say = ReturnType<typeof useTimelineWords>['say'];

function rowsOf(found: Found, say: Say, lists: Lists | undefined, language: Language): Row[] {
  const agency = (id: string | null) =>
    shortName(found.involvements.find((one) => one.id === id)?.agencyName ?? say('household'));
  const member = (id: string) => found.members?.find(({ personId }) => personId === id)?.name ?? say('household');
  const row = (kind: EventKind, id: string, on: string | null | undefined, words: string, more?: string | null): Row[] =>
    on ? [{ kind, id, on, words: capital(words), ...(more ? { more } : {}) }] : [];
  const standing = <Thing extends { withdrawnOn: string | null }>(things: readonly Thing[]) =>
    things.filter(({ withdrawnOn }) => withdrawnOn === null);
  return [
    ...row('life', 'recorded', found.recordedOn, say('recorded')),
    ...row('life', 'closed', found.closedOn, say('closed')),
    ...found.assignments.flatMap(({ fromOn, kind, personLabel }, at) =>
      row('life', `assigned-${at}`, fromOn, say(`assigned.${kind}`, { who: personLabel ?? '' })),
    ),
    ...standing(found.contacts.nodes)
      .filter(({ monthCount }) => monthCount === null)
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
    ...found.involvements.flatMap(({ id, fromOn, toOn }) => [
      ...row('life', `${id}-from`, fromOn, say('agencyCame', { agency: agency(id) })),
      ...row('life', `${id}-to`, toOn, say('agencyLeft', { agency: agency(id) })),
    ]),
    ...(found.waits ?? []).flatMap(({ id, liftedOn, what, holder }) =>
      row('decision', `${id}-lifted`, liftedOn, say('lifted', { what: what ?? '' }), agency(holder)),
    ),
    ...(found.claims ?? []).flatMap(({ involvementId, actions }) =>
      standing(actions).flatMap(({ id, kind, onDay, cents, untilOn }) =>
        row(
          'decision',
          id,
          onDay,
          say(`claim.${kind}`, { agency: agency(involvementId) }),
          cents ? money(cents, language) : untilOn && say('until', { day: day(untilOn, language) }),
        ),
      ),
    ),
    ...(found.plans ?? []).flatMap(({ id, number, decidedOn, stoppedOn, planOn, agreements, positions }) => [
      ...row('decision', `${id}-on`, planOn, say('planBegan', { number })),
      ...row('decision', id, decidedOn, say('planDecided', { number })),
      ...row('decision', `${id}-stop`, stoppedOn, say('planStopped', { number })),
      ...standing(agreements).flatMap((one) =>
        row('decision', one.id, one.agreedOn, say(`agreement.${one.state}`, { who: member(one.personId), number })),
      ),
      ...standing(positions).flatMap((one) =>
        one.answer
          ? row('decision', one.id, one.answeredOn, say(`position.${one.answer}`, { agency: agency(one.involvementId), number }))
          : [],
      ),
    ]),
    ...(found.plan?.commitments ?? []).flatMap(({ id, what, keptOn, brokenOn, toldOn, newDueOn }) => [
      ...row('promise', `${id}-kept`, keptOn, say('promiseKept', { what })),
      ...row('promise', `${id}-broken`, brokenOn, say('promiseBroken', { what })),
      ...row(
        'promise',
        `${id}-told`,
        toldOn,
        say('promiseLate', { what }),
        newDueOn && say('until', { day: day(newDueOn, language) }),
      ),
    ]),
  ];
}

/** Contacts a month against sixteen, drawn and as a table. */
function Contacts({ found }: { found: Found }) {
  const { say, language } = useTimelineWords();
  const months = useMemo(
    () => found.contactsPerMonth.toSorted((one, other) => (one.month < other.month ? -1 : 1)),
    [found.contactsPerMonth],
  );
  const every = useMemo(() => everyMonth(months), [months]);
  const nameOf = useCallback((first: string) => monthShort(first, language), [language]);
  const last = months.at(-1);
  if (!last) return null;
  const most = months.reduce((one, other) => (other.count > one.count ? other : one), last);
  const title = say('chart', { month: month(last.month, language), count: last.count });
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      <p className="quiet">
        {most.count > last.count && say('mostInMonth', { count: most.count, month: month(most.month, language) })}{' '}
        {every.some(({ count }) => count === null) && say('gaps')}
      </p>
      <Suspense fallback={<div className={styles.chart} />}>
        <div className={styles.chart}>
          <ContactsChart months={every} title={title} sixteen={say('sixteen')} nameOf={nameOf} />
        </div>
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
