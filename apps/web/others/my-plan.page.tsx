import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { PLAN_REFUSED } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';
import { useAct } from '../data/act';
import { useSeeNow } from '../data/live';
import { useMe } from '../data/me';
import { useTyped } from '../data/typed';
import { Button } from '../kit/button';
import { TextArea } from '../kit/field';
import { Icon, type IconName } from '../kit/icon';
import { useKitWords } from '../kit/kit.words';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Answer, Empty } from '../kit/states';
import { useTitle } from '../shell/title';
import { dayInWords } from '../words/format';
import { Experience } from './experience';
import { Correct, StopSharing } from './my-plan.acts';
import { WhoLooked } from './who-looked';
import { useMyPlanWords } from './my-plan.words';
import styles from './my-plan.module.css';

const MINE = graphql(`
  query MyHousehold {
    households(first: 1) {
      nodes {
        id
      }
    }
  }
`);
const MY_PLAN = graphql(`
  query MyPlan($id: ID!) {
    household(id: $id) {
      id
      version
      ownWords
      lead {
        personId
        personLabel
      }
      deputy {
        personId
        personLabel
      }
      members {
        personId
        name
      }
      involvements {
        id
        agencyName
      }
      shares {
        id
        version
        involvementId
        domains
        noteIds
        toOn
        withdrawnOn
      }
      plan {
        id
        version
        status
        decidedOn
        experienceAsked
        experiences {
          id
          personId
          onDay
          voice
          respect
          treatment
          words
          withdrawnOn
        }
        goals {
          id
          words
          firstStep
          withdrawnOn
        }
        measures {
          id
          result
          dueOn
          involvementId
          withdrawnOn
          progress {
            state
          }
        }
        commitments {
          id
          what
          dueOn
          newDueOn
          keptOn
          state
          involvementId
          personId
          professionalId
          professionalLabel
          lateReason
          withdrawnOn
        }
        agreements {
          id
          version
          personId
          state
          words
          agreedOn
          withdrawnOn
        }
      }
    }
  }
`);
export type MyHousehold = NonNullable<ResultOf<typeof MY_PLAN>['household']>;
type Plan = NonNullable<MyHousehold['plan']>;

const stands = ({ withdrawnOn }: { withdrawnOn: string | null }) => withdrawnOn === null;

/** Somebody whose own household it is: a human first, the own words, what was promised, yes or no, and who looked. No codes, no law. */
export default function MyPlanPage() {
  const { say } = useMyPlanWords();
  useTitle(say('title'));
  const [mine, again] = useQuery({ query: MINE });
  const id = mine.data?.households.nodes[0]?.id ?? '';
  const [result, reload] = useQuery({ query: MY_PLAN, variables: { id }, pause: id === '' });
  useSeeNow(() => reload({ requestPolicy: 'network-only' }));
  const isNobody = mine.data && id === '';
  return (
    <div className={styles.page}>
      {isNobody ? (
        <>
          <h1>{say('title')}</h1>
          <Empty>{say('noHousehold')}</Empty>
        </>
      ) : (
        <Answer
          result={
            id === ''
              ? { ...mine, data: undefined, fetching: mine.fetching }
              : { ...result, fetching: result.fetching || !result.error }
          }
          pick={(data: ResultOf<typeof MY_PLAN>) => data.household}
          again={() => (id === '' ? again : reload)({ requestPolicy: 'network-only' })}
        >
          {(household) => <Mine household={household} />}
        </Answer>
      )}
    </div>
  );
}

function Mine({ household }: { household: MyHousehold }) {
  const { say } = useMyPlanWords();
  const me = useMe();
  const { plan, lead, deputy } = household;
  const name = household.members?.find(({ personId }) => personId === me.person)?.name;
  return (
    <>
      <header>
        <h1>{name ? say('hello', { name }) : say('helloBare')}</h1>
        <p className="quiet">{plan ? say('thisIs') : say('none')}</p>
      </header>
      <section className={styles.human}>
        <Icon name="people" size={32} />
        <div>
          <p>
            <strong>{lead?.personLabel ? say('helps', { name: lead.personLabel }) : say('nobody')}</strong>
          </p>
          {lead?.personLabel && <p>{say('call', { name: lead.personLabel })}</p>}
          {deputy?.personLabel && <p>{say('deputy', { name: deputy.personLabel })}</p>}
        </div>
      </section>
      <Wants household={household} />
      {plan && plan.measures.some(stands) && <Does household={household} plan={plan} />}
      {plan && <Promised household={household} plan={plan} />}
      {plan && <IsThisYours plan={plan} />}
      {plan && <Experience plan={plan} />}
      <WhoLooked household={household.id} />
      <div className={styles.acts}>
        <Correct key={household.ownWords} household={household} />
        <StopSharing household={household} />
        {plan && (
          <a className={styles.act} href={`/papers/${plan.id}/household.pdf`} target="_blank" rel="noreferrer">
            {say('keep')}
          </a>
        )}
      </div>
    </>
  );
}

function Wants({ household: { ownWords, plan } }: { household: MyHousehold }) {
  const { say } = useMyPlanWords();
  const goals = plan?.goals.filter(stands) ?? [];
  if (!ownWords && goals.length === 0) return null;
  return (
    <section>
      <h2>{say('wants')}</h2>
      <div className={styles.card}>
        {ownWords && <blockquote className={styles.words}>{ownWords}</blockquote>}
        {goals.length > 0 && (
          <ul className={styles.list}>
            {goals.map((goal) => (
              <li key={goal.id}>
                {goal.words}
                {goal.firstStep && <p className="quiet">{say('step', { step: goal.firstStep })}</p>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

const agencyOf = ({ involvements }: MyHousehold, id: string | null) =>
  involvements.find((involvement) => involvement.id === id)?.agencyName;

function Does({ household, plan }: { household: MyHousehold; plan: Plan }) {
  const { say, language } = useMyPlanWords();
  const { today } = useMe();
  return (
    <section>
      <h2>{say('does')}</h2>
      <ul className={`${styles.card} ${styles.list}`}>
        {plan.measures.filter(stands).map((measure) => (
          <li key={measure.id}>
            {measure.result}
            <p className="quiet">
              {say('by', {
                who: agencyOf(household, measure.involvementId) ?? say('somebody'),
                day: dayInWords(measure.dueOn, language, today),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ICONS: Record<Plan['commitments'][number]['state'], IconName> = {
  KEPT: 'tick',
  OPEN: 'clock',
  LATE: 'clock',
  OVERDUE: 'clock',
  BROKEN: 'cross',
};

function Promised({ household, plan }: { household: MyHousehold; plan: Plan }) {
  const { say, language } = useMyPlanWords();
  const { today, person } = useMe();
  const inWords = (day: string) => dayInWords(day, language, today);
  const promises = plan.commitments.filter(stands);
  const whoOf = (promise: Plan['commitments'][number]) => {
    if (promise.personId !== null)
      return promise.personId === person
        ? say('you')
        : (household.members?.find(({ personId }) => personId === promise.personId)?.name ?? say('aMember'));
    return agencyOf(household, promise.involvementId) ?? promise.professionalLabel ?? say('somebody');
  };
  return (
    <section>
      <h2>{say('promised')}</h2>
      {promises.length === 0 ? (
        <p>{say('promisedNone')}</p>
      ) : (
        <ul className={`${styles.card} ${styles.list}`}>
          {promises.map((promise) => (
            <li key={promise.id} className={styles.promise} data-state={promise.state}>
              <Icon name={ICONS[promise.state]} size={20} />
              <div>
                {say('promise', { who: whoOf(promise), what: promise.what })}
                <p className="quiet">
                  {promise.state === 'KEPT' && promise.keptOn && say('KEPT', { day: inWords(promise.keptOn) })}
                  {promise.state === 'OPEN' && say('OPEN', { day: inWords(promise.dueOn) })}
                  {promise.state === 'BROKEN' && say('BROKEN')}
                  {(promise.state === 'LATE' || promise.state === 'OVERDUE') && (
                    <>
                      <strong className={styles.late}>{say('LATE')}</strong> {promise.lateReason}{' '}
                      {promise.newDueOn
                        ? say('lateNew', { day: inWords(promise.newDueOn) })
                        : say('lateOld', { day: inWords(promise.dueOn) })}
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const AGREE = graphql(
  `
    mutation AgreeMyself($key: ID!, $input: RecordAgreementInput!) {
      recordAgreement(key: $key, input: $input) {
        ... on BreakthroughPlan {
          id
          version
          agreements {
            id
            version
          }
        }
        ...PlanNot
      }
    }
  `,
  [PLAN_REFUSED],
);

const NO_WORDS = { words: '' };

/** Yes and no are as large; what was said can be said differently until the plan is decided. */
function IsThisYours({ plan }: { plan: Plan }) {
  const { say, language } = useMyPlanWords();
  const { person, today } = useMe();
  const { go, busy, outcome } = useAct(AGREE);
  const said = plan.agreements.filter(stands).find(({ personId }) => personId === person);
  const [isOpen, open] = useState(false);
  const { say: sayOfKit } = useKitWords();
  const {
    typed: { words },
    change,
    sent,
    notKept,
  } = useTyped(`agreement ${plan.id}`, NO_WORDS);
  // What was typed before and came back is in sight.
  const [isOwn, openOwn] = useState(false);
  const hasWords = words !== '';
  useEffect(() => {
    if (hasWords) openOwn(true);
  }, [hasWords]);
  const isAsked = plan.status === 'SELECTED';
  if (!isAsked && !said) return null;
  const tellUs = async (state: 'AGREED' | 'DISAGREED') => {
    if (busy) return;
    const came = await go({
      input: { plan: plan.id, person, how: 'ON_SCREEN', state, words: words.trim() || null, seen: said?.version ?? null },
    });
    if (came.kind !== 'done') return;
    await sent();
    tell(say('thanks'));
    open(false);
  };
  const inWords = (day: string) => dayInWords(day, language, today);
  const asks = isAsked && (!said || isOpen);
  return (
    <section>
      <h2>{say('isThis')}</h2>
      <div className={styles.card}>
        {said && (
          <p>
            <strong>{say(said.state === 'AGREED' ? 'saidYes' : 'saidNo', { day: inWords(said.agreedOn) })}</strong>
          </p>
        )}
        {said?.words && <blockquote className={styles.words}>{said.words}</blockquote>}
        {plan.status === 'DECIDED' && plan.decidedOn && <p>{say('decided', { day: inWords(plan.decidedOn) })}</p>}
        {plan.status === 'STOPPED' && <p>{say('stopped')}</p>}
        {said && isAsked && !isOpen && (
          <Button purpose="secondary" onClick={() => open(true)}>
            {say('change')}
          </Button>
        )}
        {asks && (
          <>
            <p>{say('mayNo')}</p>
            <details className={styles.own} open={isOwn} onToggle={({ currentTarget }) => openOwn(currentTarget.open)}>
              <summary>{say('own')}</summary>
              <TextArea
                label={say('ownLabel')}
                error={notKept.length > 0 ? sayOfKit('notKept') : undefined}
                value={words}
                onChange={({ target }) => change({ words: target.value })}
              />
            </details>
            <Refusal outcome={outcome} />
            <div className={styles.yesNo}>
              <Button purpose="primary" busy={busy} onClick={() => void tellUs('AGREED')}>
                {say('yes')}
              </Button>
              <Button purpose="secondary" busy={busy} onClick={() => void tellUs('DISAGREED')}>
                {say('no')}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
