import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { graphql, type ResultOf } from '../data/graphql';
import { useLive } from '../data/live';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Icon } from '../kit/icon';
import { useKeys } from '../kit/keys';
import { Answer } from '../kit/states';
import { useTitle } from '../shell/title';
import { day, daysBetween, money, spanOf, weekday } from '../words/format';
import { nameOf, placeOf, SIGNS } from './day.rules';
import { useDayWords } from './day.words';
import { WorkList } from './work-list';
import styles from './day.module.css';

const MY_DAY = graphql(`
  query MyDay {
    myDay {
      id
      kind
      householdId
      subjectId
      householdCode
      memberNames
      on
      agencyName
      answer
      amountCents
      isReady
      months
      perspective
      personName
      professionalLabel
      what
    }
  }
`);
type Item = ResultOf<typeof MY_DAY>['myDay'][number];
/** More than these are folded: what is oldest is on top. */
const SHOWN = 7;

/** The first page of the team: what needs me, each with one verb, and my households. */
export default function MyDay() {
  const { say, language } = useDayWords();
  useTitle(say('title'));
  const me = useMe();
  const [, go] = useLocation();
  const [result, again] = useQuery({ query: MY_DAY, context: AFTER_ANY_ACT });
  const [reloads, reload] = useState(0);
  useLive({ myDay: true }, () => {
    again({ requestPolicy: 'network-only' });
    reload((before) => before + 1);
  });
  const mayBegin = me.roles.includes('LEAD_PROFESSIONAL');
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...(mayBegin ? { n: () => go('/nieuw') } : {}),
  });
  const items = result.data?.myDay;
  const hour = new Date().getHours();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say(hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening')}</h1>
        <p className="quiet">
          {weekday(me.today, language)}
          {items && ` · ${items.length ? say('waits', { count: items.length }) : say('nothing')}`}
        </p>
        {mayBegin && (
          <Link href="/nieuw" className={styles.begin ?? ''}>
            <Icon name="plus" /> {say('newHousehold')} <kbd aria-hidden="true">N</kbd>
          </Link>
        )}
      </header>
      <section aria-label={say('needsMe')}>
        <Answer result={result} pick={(data) => data.myDay} again={() => again({ requestPolicy: 'network-only' })}>
          {(found) => <Items items={found} />}
        </Answer>
      </section>
      <WorkList reloads={reloads} mayBegin={mayBegin} />
      <p className="keyed quiet small">{say('keys')}</p>
    </div>
  );
}

/** To the next or former thing on the page that can be opened; Enter opens it. */
function step(by: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>('main [data-step]')];
  const here = places.findIndex((place) => place === document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : places.length - 1) : Math.min(Math.max(here + by, 0), places.length - 1);
  places[next]?.focus();
}

function Items({ items }: { items: readonly Item[] }) {
  const { say } = useDayWords();
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <>
      <ul className={styles.items}>
        {shown.map((item) => (
          <DayItem key={item.id} item={item} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button purpose="subtle" onClick={() => setAll(true)}>
          {say('all', { count: items.length })}
        </Button>
      )}
    </>
  );
}

function DayItem({ item }: { item: Item }) {
  const { say, language } = useDayWords();
  const { today } = useMe();
  const { icon, tone } = SIGNS[item.kind];
  const { name, more } = nameOf(item.memberNames, item.householdCode);
  const isLate = (item.kind === 'PROMISE_LATE' || item.kind === 'CLOCK_OVER' || item.kind === 'LETTER_DUE') && item.on < today;
  const when = isLate
    ? say('late', { span: spanWords(daysBetween(item.on, today), say) })
    : item.on === today
      ? say('today')
      : say(SINCE.has(item.kind) ? 'since' : 'before', { day: day(item.on, language) });
  return (
    <li className={styles.item}>
      <span className={styles.sign} data-tone={isLate ? 'warn' : tone}>
        <Icon name={icon} />
      </span>
      <div className={styles.what}>
        <p className="quiet small">{say(`kind.${item.kind}`)}</p>
        <p className={styles.sentence}>{useSentence(item)}</p>
        <p className="quiet small">
          {name}
          {more > 0 && ` ${say('more', { count: more })}`}
          {name !== item.householdCode && ` · ${item.householdCode}`}
        </p>
      </div>
      <p className="quiet">
        {isLate ? <strong className={styles.late}>{when}</strong> : when}
        {isLate && <span className={styles.was}>{say('was', { day: day(item.on, language) })}</span>}
      </p>
      <Link href={placeOf(item)} className={styles.verb ?? ''} data-step>
        {say(`do.${item.kind}`)}
        <span className="heard">: {name}</span>
      </Link>
    </li>
  );
}

function spanWords(days: number, say: ReturnType<typeof useDayWords>['say']): string {
  const { unit, count } = spanOf(days);
  return say(`span.${unit}`, { count });
}

/** Its day is the one since when, for these; for the others the last one. */
const SINCE: ReadonlySet<Item['kind']> = new Set([
  'ANSWER_RECEIVED',
  'ASSESSMENT_ASKED',
  'DECISION_WAITING',
  'READY_TO_DECIDE',
  'SILENCE',
]);

function useSentence(item: Item): string {
  const { say, language } = useDayWords();
  const { today } = useMe();
  const agency = item.agencyName ?? say('someAgency');
  switch (item.kind) {
    case 'ANSWER_RECEIVED':
      return say(`says.${item.answer ?? 'AGREES'}`, { agency });
    case 'ASSESSMENT_ASKED':
      return say('says.ASSESSMENT', { perspective: item.perspective ? say(`perspective.${item.perspective}`) : '' });
    case 'CLOCK_OVER':
      return say('says.CLOCK_OVER', { agency });
    case 'DECISION_WAITING':
      return say(item.isReady ? 'says.DECIDE_READY' : 'says.DECIDE_NOT_READY');
    case 'LETTER_DUE':
      return item.amountCents
        ? say('says.LETTER', { agency, amount: money(item.amountCents, language) })
        : say('says.LETTER_BARE', { agency });
    case 'PAUSE_ENDS':
      return say('says.PAUSE', { agency });
    case 'PROMISE_DUE':
    case 'PROMISE_LATE':
      return say('says.PROMISE', {
        who: item.agencyName ?? item.professionalLabel ?? item.personName ?? say('someone'),
        what: item.what ?? '',
      });
    case 'READY_TO_DECIDE':
      return say('says.READY');
    case 'REVIEW_DUE':
      return say('says.REVIEW', { months: item.months ?? 0 });
    case 'SILENCE': {
      const days = daysBetween(item.on, today);
      return days > 0 ? say('says.SILENCE', { span: spanWords(days, say) }) : say('says.SILENCE_BARE');
    }
  }
}
