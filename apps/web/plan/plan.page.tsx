import { lazy, Suspense, useEffect } from 'react';
import { Link, useParams } from 'wouter';
import { useAct } from '../data/act';
import { useLive } from '../data/live';
import { useMe } from '../data/me';
import { Deputy } from '../household/deputy';
import { Button } from '../kit/button';
import { Icon } from '../kit/icon';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Answer, Empty, Loading, NotFound } from '../kit/states';
import { useTitle } from '../shell/title';
import { day } from '../words/format';
import type { Language } from '../words/words';
import { aboutOf } from './about.rules';
import { NEW_VERSION, START_PLAN } from './plan.acts';
import { forReader, isStep, openPerStep, STEPS, stepAddress, type Step } from './mend.rules';
import { Part, ThisPlan, useHere, useLaws, useMend, type Here } from './plan.here';
import { usePlan, type Plan, type PlanHousehold } from './plan.query';
import { usePlanWords } from './plan.words';
import { hasPart, lawStep, STEP_PARTS } from './steps';
import styles from './plan.module.css';

const LawStep = lazy(lawStep);
const SHOWN = {
  wens: lazy(STEP_PARTS.wens),
  waarden: lazy(STEP_PARTS.waarden),
  gevolgen: lazy(STEP_PARTS.gevolgen),
  besluit: lazy(STEP_PARTS.besluit),
  versies: lazy(STEP_PARTS.versies),
};

/** The plan of a household, in the order of the method. */
export default function PlanPage() {
  const { id = '', step = 'wens' } = useParams<{ id: string; step?: string }>();
  const [result, again] = usePlan(id);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const plan = result.data?.household?.plan?.id;
  useLive(plan ? { plan } : null, refresh);
  if (!isStep(step)) return <NotFound />;
  return (
    <Answer result={result} pick={(data) => data.household} again={refresh}>
      {(household) =>
        household.plan ? (
          <Whole household={household} plan={household.plan} step={step} refresh={refresh} />
        ) : (
          <Start household={household} />
        )
      }
    </Answer>
  );
}

const nameOf = ({ members, code }: PlanHousehold): string =>
  (members ?? [])
    .filter(({ toOn, withdrawnOn }) => !toOn && !withdrawnOn)
    .map(({ name }) => name)
    .join(', ') || code;

function Start({ household }: { household: PlanHousehold }) {
  const { say, language } = usePlanWords();
  const { person } = useMe();
  const start = useAct(START_PLAN);
  const goOn = useAct(NEW_VERSION);
  const name = nameOf(household);
  const stopped = household.plans?.find(({ status }) => status === 'STOPPED');
  useTitle(say('plan'), name);
  return (
    <>
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>{say('plan')}</h1>
          <p className="quiet">
            <Link href={`/huishouden/${household.id}`}>{name}</Link>
          </p>
        </div>
      </header>
      <Empty
        action={
          <>
            <Button
              purpose="primary"
              busy={start.busy}
              onClick={() =>
                void start
                  .go({ input: { household: household.id } })
                  .then(({ kind }) => kind === 'done' && tell(say('saidStart')))
              }
            >
              {say('start')}
            </Button>
            {stopped && (
              <Button
                purpose="secondary"
                busy={goOn.busy}
                onClick={() =>
                  void goOn.go({ input: { plan: stopped.id } }).then(({ kind }) => kind === 'done' && tell(say('saidVersion')))
                }
              >
                {say('goOn')}
              </Button>
            )}
          </>
        }
      >
        {stopped ? stoppedWords(stopped, say, language) : say('noPlan')}
      </Empty>
      <Refusal outcome={start.outcome} />
      <Refusal outcome={goOn.outcome} />
      {!household.deputy && person === household.lead?.personId && <FirstDeputy household={household} />}
    </>
  );
}

const stoppedWords = (
  { stoppedOn, stoppedReason }: Pick<Plan, 'stoppedOn' | 'stoppedReason'>,
  say: ReturnType<typeof usePlanWords>['say'],
  language: Language,
): string => say('stoppedOn', { day: stoppedOn ? day(stoppedOn, language) : '', reason: stoppedReason ?? '' });

/** A plan needs somebody who can take over: named here, where it is missed. */
function FirstDeputy({ household }: { household: PlanHousehold }) {
  const { say } = usePlanWords();
  return (
    <div className={`${styles.content} ${styles.start}`}>
      <Part title={say('deputy')} more={say('deputyFirst')}>
        <Deputy household={household} id="deputy" />
      </Part>
    </div>
  );
}

function Whole({
  household,
  plan,
  step,
  refresh,
}: {
  household: PlanHousehold;
  plan: NonNullable<PlanHousehold['plan']>;
  step: Step;
  refresh: () => void;
}) {
  const { say, language } = usePlanWords();
  const { person } = useMe();
  const name = nameOf(household);
  useTitle(say(`step.${step}`), say('plan'), name);
  const holds = person === household.lead?.personId || person === household.deputy?.personId;
  const agencies = new Map(household.involvements.map(({ id, agencyName }) => [id, agencyName]));
  const here: Here = {
    household,
    plan,
    holds,
    writes: holds && plan.status === 'SELECTED',
    decides:
      plan.status === 'SELECTED' &&
      plan.asked.some(({ asWhat, personId, untilOn }) => asWhat === 'DECIDER' && personId === person && !untilOn),
    agencyOf: (involvement) => agencies.get(involvement) ?? '',
    refresh,
  };
  const Shown = hasPart(step) ? SHOWN[step] : null;
  return (
    <ThisPlan here={here}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>{say('plan')}</h1>
          <p className="quiet">
            <Link href={`/huishouden/${household.id}`}>{name}</Link> · {say('version', { number: plan.number })},{' '}
            {say(`status.${plan.status}`)} · {say('validOn', { day: day(plan.planOn, language) })}
          </p>
        </div>
        <StepsBar step={step} />
        {step === 'wet' && <ToReasons />}
      </header>
      <div className={plan.status === 'SELECTED' && step !== 'wet' ? styles.body : `${styles.body} ${styles.wide}`}>
        <div className={styles.content}>
          <Closed />
          <Suspense fallback={<Loading />}>
            <Arrival key={step} />
            {Shown ? <Shown /> : <LawStep household={household.id} below={plan.status === 'SELECTED' && <NotYet />} />}
          </Suspense>
        </div>
        {plan.status === 'SELECTED' && step !== 'wet' && <NotYet />}
      </div>
    </ThisPlan>
  );
}

const decidersOf = ({ asked }: Plan) => asked.filter(({ asWhat, untilOn }) => asWhat === 'DECIDER' && !untilOn);
const reasonsFor = ({ plan, decides }: Here) =>
  plan.whyNotDecide && forReader(plan.whyNotDecide, { decides, isAsked: decidersOf(plan).length > 0 });

/** The steps with how each stands, in words: done, or how much is open. */
function StepsBar({ step }: { step: Step }) {
  const { say } = usePlanWords();
  const here = useHere();
  const { household, plan } = here;
  const reasons = reasonsFor(here);
  const open = plan.status === 'SELECTED' && reasons ? openPerStep(reasons) : new Map<Step, number>();
  return (
    <nav aria-label={say('steps')} className={styles.steps}>
      <ol>
        {STEPS.map((one) => {
          const left = open.get(one);
          return (
            <li key={one}>
              <Link href={stepAddress(household.id, one)} aria-current={one === step ? 'step' : undefined}>
                {say(`step.${one}`)}{' '}
                {left === 0 && (
                  <span className={styles.done}>
                    <Icon name="tick" size={13} />
                    {say('done')}
                  </span>
                )}
                {left !== undefined && left > 0 && <Tag tone="warn">{say('open', { count: left })}</Tag>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Where the matrix is longer than the screen, the reasons are one press away. */
function ToReasons() {
  const { say } = usePlanWords();
  const here = useHere();
  const reasons = here.plan.status === 'SELECTED' ? reasonsFor(here) : null;
  if (!reasons?.length) return null;
  return (
    <p className={styles.jump}>
      <a href="#not-yet">{say('toReasons', { count: reasons.length })}</a>
    </p>
  );
}

/** Everything that keeps the plan from being decided, live, each with the way to what mends it. */
function NotYet() {
  const { say, language } = usePlanWords();
  const here = useHere();
  const mend = useMend();
  const laws = useLaws();
  const reasons = reasonsFor(here);
  if (!reasons) return null;
  const names = {
    ...laws,
    value: (key: Plan['values'][number]['value']) => say(`value.${key}`),
    step: (key: Plan['reverseTest'][number]['step']) => say(`testStep.${key}`),
    perspective: (key: Plan['perspectives'][number]['kind']) => say(`perspective.${key}`),
  };
  const title = (
    <>
      {reasons.length ? say('notYet') : say('ready')} {reasons.length > 0 && <Tag tone="warn">{reasons.length}</Tag>}
    </>
  );
  const list =
    reasons.length === 0 ? (
      <p>
        {here.decides
          ? say('readyWhy')
          : say('readyFor', {
              who: decidersOf(here.plan)
                .map(({ personLabel }) => personLabel ?? say('somebody'))
                .join(', '),
            })}
      </p>
    ) : (
      <ul>
        {reasons.map(({ code, about, nl, en }, at) => {
          const way = mend({ code, about, nl, en });
          const thing = aboutOf(code, about, here, names);
          return (
            <li key={`${code} ${about ?? ''} ${at}`} data-code={code}>
              <span>
                {language === 'nl' ? nl : en} {thing && <strong>{thing}</strong>}
              </span>
              {way && (
                <Link href={way.to}>
                  {way.words} {thing && <span className="heard">{thing}</span>}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    );
  return (
    <aside className={styles.panel} aria-labelledby="not-yet">
      <h2 id="not-yet" tabIndex={-1}>
        {title}
      </h2>
      {list}
    </aside>
  );
}

function Closed() {
  const { say, language } = usePlanWords();
  const { plan, writes } = useHere();
  if (plan.status === 'SELECTED') return writes ? null : <p className="quiet">{say('onlyLead')}</p>;
  return (
    <p>
      {plan.status === 'STOPPED'
        ? stoppedWords(plan, say, language)
        : say('decidedOn', {
            day: plan.decidedOn ? day(plan.decidedOn, language) : '',
            who: plan.decidedByLabel ?? say('somebody'),
          })}{' '}
      {say('startNext')}
    </p>
  );
}

/** A link to a field lands on it: what is folded away opens, and the focus is in it. After the shell, which goes to the heading, and once the step is there. */
function Arrival(): null {
  useEffect(() => {
    const arrive = () =>
      setTimeout(() => {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (!target) return;
        const opens = target.matches('button') ? target : target.querySelector<HTMLElement>('button[aria-expanded]');
        if (opens?.getAttribute('aria-expanded') === 'false') opens.click();
        else (opens?.parentElement?.querySelector<HTMLElement>('input, textarea, select') ?? target).focus();
        target.scrollIntoView({ block: 'center' });
      }, 50);
    arrive();
    window.addEventListener('pushState', arrive);
    window.addEventListener('hashchange', arrive);
    return () => {
      window.removeEventListener('pushState', arrive);
      window.removeEventListener('hashchange', arrive);
    };
  }, []);
  return null;
}
