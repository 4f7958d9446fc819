import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { drop, mend, take, takeFile, useOutbox, type Taken, type Waiting } from '../data/outbox';
import { Button } from '../kit/button';
import { Conflict } from '../kit/conflict';
import { Icon, isIcon, type IconName } from '../kit/icon';
import { tell } from '../kit/said';
import { Answer, Loading } from '../kit/states';
import { useTitle } from '../shell/title';
import { day, money } from '../words/format';
import type { Table } from './acts.rules';
import { useDirectory } from './directory';
import { useEntryWords } from './entry.words';
import { KitchenLine } from './line';
import { ready } from './photo';
import { inputOf, withPending, type Pending } from './table.rules';
import styles from './entry.module.css';

const KITCHEN = graphql(`
  query KitchenTable($id: ID!) {
    household(id: $id) {
      id
      code
      version
      ownWords
      closedOn
      members {
        id
        personId
        name
        role
        toOn
        withdrawnOn
      }
      problems {
        id
        type
        domain
        words
        sinceOn
        status
        withdrawnOn
      }
      involvements {
        id
        agencyId
        agencyName
        problemIds
        toOn
        withdrawnOn
      }
      waits {
        id
        waiting
        for
        what
        liftedOn
        withdrawnOn
      }
      letters {
        id
        involvementId
        kind
        demand
        amountCents
        dueOn
        receivedOn
        doneOn
        withdrawnOn
      }
      contacts(first: 8) {
        nodes {
          id
          on
          channel
          minutes
          involvementId
          monthCount
          withdrawnOn
        }
      }
      plan {
        id
        status
        commitments {
          id
          what
          dueOn
          state
          withdrawnOn
        }
      }
    }
  }
`);

const stands = ({ withdrawnOn }: { withdrawnOn: string | null }) => withdrawnOn === null;
/** What was taken in this sitting, so that it can be undone. */
interface Step {
  typed: string;
  label: string;
  acts: Taken[];
}

export default function KitchenTable() {
  const { id = '' } = useParams();
  const { entries } = useOutbox();
  const isNew = entries.some(({ act, key }) => act === 'createHousehold' && key === id);
  const [began, setBegan] = useState(isNew);
  if (isNew && !began) setBegan(true);
  const [result, again] = useQuery({ query: KITCHEN, variables: { id }, pause: isNew });
  const refused = entries.find((one) => one.household === id && one.act === 'recordOwnWords' && one.state === 'refused');
  useEffect(() => {
    // what somebody else wrote meanwhile is shown beside what was typed here
    if (refused?.key) again({ requestPolicy: 'network-only' });
  }, [refused?.key, again]);
  const home = result.data?.household ?? null;
  if (home || began) return <Sitting id={id} home={home} />;
  return (
    <Answer result={result} pick={() => null} again={() => again({ requestPolicy: 'network-only' })}>
      {() => null}
    </Answer>
  );
}

type Home = NonNullable<ResultOf<typeof KITCHEN>['household']>;

function Sitting({ id, home }: { id: string; home: Home | null }) {
  const { say, language } = useEntryWords();
  const me = useMe();
  const lists = useLists();
  const directory = useDirectory();
  const { entries, sent: done } = useOutbox();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [restored, setRestored] = useState<{ text: string } | null>(null);
  useTitle(say('title'), home?.code ?? '');

  const waiting = entries.filter(({ household }) => household === id);
  const sent = done
    .filter(({ key, household }) => household === id && !isWithdrawn(key, [...done, ...waiting]) && !isIn(home, key))
    .map((act): Pending => ({ ...act, state: 'sent' }));
  const pending: Pending[] = [...sent, ...waiting.filter(({ act }) => act !== 'addAttachment')];

  const table = useMemo((): Table => {
    const involvements = (home?.involvements ?? []).filter((one) => stands(one) && (one.toOn ?? me.today) >= me.today);
    const seen: Table = {
      household: id,
      version: home?.version ?? 1,
      ownWords: home?.ownWords ?? null,
      today: me.today,
      me: me.person,
      members: (home?.members ?? [])
        .filter((one) => stands(one) && (one.toOn ?? me.today) >= me.today)
        .map(({ personId, name, role }) => ({ id: personId, name, isAdult: role === 'ADULT' })),
      types: (lists?.problemTypes ?? [])
        .filter(({ validTo }) => !validTo || validTo >= me.today)
        .map(({ key, name, domain }) => ({
          id: key,
          label: name[language],
          also: `${nameIn(lists?.lifeDomains, domain, language)} ${name[language === 'nl' ? 'en' : 'nl']}`,
        })),
      problems: (home?.problems ?? [])
        .filter((one) => stands(one) && one.status !== 'RESOLVED')
        .map(({ id: key, type, words }) => ({ id: key, label: nameIn(lists?.problemTypes, type, language), also: words ?? '' })),
      involvements: involvements.map(({ id: key, agencyId, agencyName, problemIds }) => ({
        id: key,
        label: agencyName,
        agency: agencyId,
        problems: problemIds ?? [],
      })),
      agencies: (directory?.agencies ?? []).map(({ id: key, name, type }) => {
        const kind = directory?.agencyTypes.find((one) => one.key === type);
        return {
          id: key,
          label: name,
          also: nameIn(lists?.agencyTypes, type, language),
          law: kind?.defaultLaw ?? null,
          payer: kind?.defaultPayer ?? null,
        };
      }),
      plan: home?.plan && home.plan.status !== 'STOPPED' ? home.plan.id : null,
      last: null,
      lastProblem: null,
    };
    const all = withPending(seen, pending);
    const taken = steps.flatMap(({ acts }) => acts);
    const lastOf = (...names: string[]) =>
      [...taken]
        .reverse()
        .find(({ act, key }) => names.includes(act) && [...all.problems, ...all.involvements].some((one) => one.id === key))
        ?.key ?? null;
    return { ...all, last: lastOf('addProblem', 'addInvolvement'), lastProblem: lastOf('addProblem') };
    // what waits is a new list at every render; its content counts
  }, [home, lists, directory, steps, JSON.stringify(pending), language, me]);

  const takeAll = (typed: string, acts: Taken[]) => {
    const label = acts.at(-1)?.label ?? '';
    const words = acts.find(({ act }) => act === 'recordOwnWords');
    const unsent = waiting.find(({ act, state }) => act === 'recordOwnWords' && state !== 'sending');
    if (words && unsent) mend(unsent.key, { variables: words.variables, label: words.label });
    else {
      const keys = acts.map((act) => ({ ...act, key: take({ ...act, typed }) }));
      setSteps((before) => [...before, { typed, label, acts: keys }]);
    }
  };

  const undo = (): void => {
    const step = steps.at(-1);
    if (!step) return tell(say('nothingToUndo'));
    setSteps((before) => before.slice(0, -1));
    for (const { act, key, variables } of [...step.acts].reverse()) {
      if (!key || drop(key)) continue;
      const back = { household: id, label: say('undone', { label: step.label }) };
      const reason = say('takeBackReason');
      if (act === 'addCommitment')
        take({
          ...back,
          act: 'withdrawFromPlan',
          variables: { input: { plan: (variables['input'] as { plan: string }).plan, entry: key, reason } },
        });
      else if (act === 'recordOwnWords')
        take({ ...back, act, variables: { input: { household: id, words: home?.ownWords ?? '', seen: home?.version ?? 1 } } });
      else take({ ...back, act: 'withdrawFromHousehold', variables: { input: { household: id, entry: key, reason } } });
    }
    setRestored({ text: step.typed });
    tell(say('undone', { label: step.label }));
  };

  const change = (one: { key: string; typed?: string | undefined; label: string }) => {
    drop(one.key);
    setSteps((before) => before.filter(({ acts }) => !acts.some(({ key }) => key === one.key)));
    setRestored({ text: one.typed ?? one.label });
  };
  const marks = (key: string): ReactNode => {
    const entry = waiting.find((one) => one.key === key);
    if (!entry) return null;
    if (entry.state === 'waiting' || entry.state === 'sending')
      return (
        <span className={styles.pending}>
          <Icon name="cloud" size={13} /> {say('pending')}
        </span>
      );
    return (
      <div className={styles.refused}>
        <span>
          <Icon name="bolt" size={13} /> {say('failed')}
        </span>
        <ul>
          {entry.reasons.map((reason, at) => (
            <li key={at}>{reason[language]}</li>
          ))}
        </ul>
        <Button purpose="secondary" aria-label={`${say('change')}: ${entry.label}`} onClick={() => change(entry)}>
          {say('change')}
        </Button>
        <Button purpose="subtle" aria-label={`${say('throwAway')}: ${entry.label}`} onClick={() => drop(entry.key)}>
          {say('throwAway')}
        </Button>
      </div>
    );
  };

  if (!lists || !directory) return <Loading />;
  const nameOf = (key: string) => [...table.problems, ...table.involvements].find((one) => one.id === key)?.label ?? '';
  const domainOf = (type: string): IconName => {
    const domain = lists.problemTypes.find(({ key }) => key === type)?.domain ?? '';
    return isIcon(domain) ? domain : 'flag';
  };
  const waits = [
    ...(home?.waits ?? [])
      .filter((one) => stands(one) && !one.liftedOn)
      .map(({ id: key, waiting: one, for: what }) => ({ key, one, what })),
    ...pending
      .filter(({ act, key }) => act === 'addWait' && !home?.waits?.some((one) => one.id === key))
      .map((act) => ({ key: act.key, ...pick(inputOf<{ waiting: string; for: string }>(act)) })),
  ];
  const waitsOf = (key: string) =>
    waits
      .filter(({ one }) => one === key)
      .map((wait) => (
        <span key={wait.key} className={styles.sub}>
          {say('waitsFor', { what: nameOf(wait.what) })} {marks(wait.key)}
        </span>
      ));
  const ofProblem = (key: string) => home?.problems?.find((one) => one.id === key);
  const typeOf = (key: string) =>
    ofProblem(key)?.type ??
    inputOf<{ type: string }>(pending.find((one) => one.key === key) ?? { variables: { input: {} } }).type;

  const problems = [...table.problems].reverse().map(({ id: key, label }) => {
    const known = ofProblem(key);
    const at = table.involvements.filter((one) => one.problems.includes(key)).map((one) => `@${one.label}`);
    const since = known?.sinceOn ? say('sinceDay', { day: day(known.sinceOn, language) }) : '';
    return (
      <li key={key}>
        <Icon name={domainOf(typeOf(key) ?? '')} />
        <div>
          <strong>{label}</strong>
          <span className={styles.sub}>{[known?.words, since, ...at].filter(Boolean).join(' · ')}</span>
          {waitsOf(key)}
          {marks(key)}
        </div>
      </li>
    );
  });
  const agencies = [...table.involvements].reverse().map(({ id: key, label }) => (
    <li key={key}>
      <Icon name="people" />
      <div>
        <strong>{label}</strong>
        {waitsOf(key)}
        {marks(key)}
      </div>
    </li>
  ));

  const unsentOf = (act: string, known: readonly { id: string }[] | null | undefined) =>
    pending.filter((one) => one.act === act && !known?.some((two) => two.id === one.key));
  const letters = [
    ...unsentOf('recordLetter', home?.letters).map((act) => ({ key: act.key, ...inputOf<LetterInput>(act) })),
    ...[...(home?.letters ?? [])]
      .filter((one) => stands(one) && !one.doneOn)
      .reverse()
      .map(({ id: key, involvementId, ...letter }) => ({ key, involvement: involvementId, ...letter })),
  ];
  const commitments = [
    ...unsentOf('addCommitment', home?.plan?.commitments).map((act) => ({ key: act.key, ...inputOf<PromiseInput>(act) })),
    ...(home?.plan?.commitments ?? [])
      .filter((one) => stands(one) && one.state !== 'KEPT' && one.state !== 'BROKEN')
      .map(({ id: key, ...rest }) => ({ key, ...rest })),
  ];
  const contacts = [
    ...unsentOf('recordContact', home?.contacts.nodes).map((act) => {
      const { involvement, dayOn, channel, minutes } = inputOf<ContactInput>(act);
      return { key: act.key, involvement, on: dayOn, channel, minutes: minutes ?? null };
    }),
    ...(home?.contacts.nodes ?? [])
      .filter((one) => stands(one) && one.monthCount === null && one.channel !== null)
      .map(({ id: key, involvementId, on, channel, minutes }) => ({
        key,
        involvement: involvementId ?? '',
        on,
        channel,
        minutes,
      })),
  ];
  const heard = [
    ...letters.map((letter) => (
      <li key={letter.key}>
        <Icon name="letter" />
        <div>
          <strong>{say('letterFrom', { who: nameOf(letter.involvement) })}</strong>
          <span className={styles.sub}>
            {[
              letter.demand,
              letter.amountCents ? money(letter.amountCents, language) : '',
              letter.dueOn ? say('before', { day: day(letter.dueOn, language) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {marks(letter.key)}
          <Photo letter={letter.key} who={nameOf(letter.involvement)} household={id} />
          {waiting
            .filter(({ act, variables }) => act === 'addAttachment' && variables['letter'] === letter.key)
            .map(({ key, label }) => (
              <span key={key} className={styles.sub}>
                {label} {marks(key)}
              </span>
            ))}
        </div>
      </li>
    )),
    ...commitments.map(({ key, what, dueOn }) => (
      <li key={key}>
        <Icon name="flag" />
        <div>
          <strong>{say('promiseOf', { what })}</strong>
          <span className={styles.sub}>{say('before', { day: day(dueOn, language) })}</span>
          {marks(key)}
        </div>
      </li>
    )),
    ...contacts.map(({ key, involvement, on, channel, minutes }) => (
      <li key={key}>
        <Icon name="phone" />
        <div>
          <strong>{say('contactWith', { who: nameOf(involvement) })}</strong>
          <span className={styles.sub}>
            {[day(on, language), channel ? say(`channelOf.${channel}`) : '', minutes ? say('minutes', { count: minutes }) : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
          {marks(key)}
        </div>
      </li>
    )),
  ];

  const words = waiting.find(({ act }) => act === 'recordOwnWords');
  const clash =
    words?.state === 'refused' && words.reasons.some(({ code }) => code === 'CHANGED_MEANWHILE') && home ? words : null;
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className="quiet">
          {[
            waiting.find(({ act }) => act === 'createHousehold')?.label ?? home?.code,
            say('visit', { day: day(me.today, language) }),
            table.members.length ? say('people', { names: table.members.map(({ name }) => name).join(', ') }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!home && <p className={styles.sub}>{say('notSentYet')}</p>}
      </header>
      {clash && home && (
        <Conflict
          fields={[
            {
              name: 'words',
              label: say('ownWords'),
              mine: inputOf<{ words: string }>(clash).words,
              theirs: home.ownWords ?? '',
            },
          ]}
          onSend={({ words: chosen = '' }) =>
            mend(clash.key, { variables: { input: { household: id, words: chosen, seen: home.version } } })
          }
          onDrop={() => drop(clash.key)}
        />
      )}
      {home?.closedOn ? (
        <p>{say('closed')}</p>
      ) : (
        <KitchenLine table={table} lists={lists} restored={restored} onTake={takeAll} onUndo={undo} canUndo={steps.length > 0} />
      )}
      <div className={styles.columns}>
        <Listed title={say('problems')} empty={say('noProblems')} items={problems} />
        <div>
          <Listed title={say('heard')} empty={say('noHeard')} items={heard}>
            {table.ownWords && (
              <li>
                <Icon name="pen" />
                <div>
                  <strong className={styles.quote}>“{table.ownWords}”</strong>
                  <span className={styles.sub}>{say('ownWords')}</span>
                  {words && !clash && marks(words.key)}
                </div>
              </li>
            )}
          </Listed>
          <Listed title={say('agencies')} empty={say('noAgencies')} items={agencies} />
        </div>
      </div>
      <footer className={styles.foot}>
        <p className="quiet">{say('rest')}</p>
        <p className={styles.footActs}>
          <Link className={styles.linkButton} href="/">
            {say('stop')}
          </Link>
          <Link className={`${styles.linkButton} ${styles.primary}`} href={`/huishouden/${id}`}>
            {say('ready')}
          </Link>
        </p>
      </footer>
    </div>
  );
}

/** Does the answer know it? Also when it was ended or withdrawn since. */
const isIn = (home: Home | null, key: string): boolean =>
  [
    home?.members,
    home?.problems,
    home?.involvements,
    home?.waits,
    home?.letters,
    home?.contacts.nodes,
    home?.plan?.commitments,
  ].some((some) => some?.some(({ id }) => id === key));
const isWithdrawn = (key: string, acts: readonly Waiting[]): boolean =>
  acts.some((act) => act.act.startsWith('withdraw') && inputOf<{ entry: string }>(act).entry === key);
const pick = ({ waiting, for: what }: { waiting: string; for: string }) => ({ one: waiting, what });
interface LetterInput {
  involvement: string;
  demand: string;
  amountCents?: string;
  dueOn?: string;
}
interface PromiseInput {
  what: string;
  dueOn: string;
}
interface ContactInput {
  involvement: string;
  dayOn: string;
  channel: 'PHONE' | 'VISIT' | 'LETTER' | 'MAIL' | 'ONLINE' | 'OFFICE';
  minutes?: number;
}

function Listed({ title, empty, items, children }: { title: string; empty: string; items: ReactNode[]; children?: ReactNode }) {
  const none = items.length === 0 && !children;
  return (
    <section className={styles.listed}>
      <h2>
        {title} <span className="quiet small">{items.length + (children ? 1 : 0)}</span>
      </h2>
      {none ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className={styles.items}>
          {children}
          {items}
        </ul>
      )}
    </section>
  );
}

/** A photo of a letter, from the camera or a file; it goes along with the letter as soon as it can. */
function Photo({ letter, who, household }: { letter: string; who: string; household: string }) {
  const { say } = useEntryWords();
  const [wrong, setWrong] = useState('');
  return (
    <span className={styles.photo}>
      <label>
        <input
          className="heard"
          type="file"
          accept="image/*,application/pdf"
          capture="environment"
          aria-label={say('photo', { who })}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (!file) return;
            void ready(file).then((made) => {
              setWrong(made === 'kind' ? say('photoKind') : made === 'large' ? say('photoLarge') : '');
              if (!(made instanceof File)) return;
              takeFile(made, letter, say('photoLabel', { label: who }), household);
              tell(say('photoTaken', { who }));
            });
          }}
        />
        <span aria-hidden="true">
          <Icon name="plus" size={13} /> {say('photoWord')}
        </span>
      </label>
      {wrong && <span role="alert">{wrong}</span>}
    </span>
  );
}
