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
import { titleOf } from '../household/household.rules';
import { day } from '../words/format';
import type { Language } from '../words/words';
import { NEW_VERSION, START_PLAN } from './plan.acts';
import { isStep, openPerStep, STEPS, stepAddress, type Step } from './mend.rules';
import { NotYet, reasonsFor, ToReasons } from './not.yet';
import { Part, ThisPlan, useHere, type Here } from './plan.here';
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
  uitvoeren: lazy(STEP_PARTS.uitvoeren),
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
  titleOf(
    (members ?? []).filter(({ toOn, withdrawnOn }) => !toOn && !withdrawnOn).map(({ name }) => name),
    code,
  );

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
    decided: household.plans?.find(({ decidedOn }) => decidedOn) ?? null,
    holds,
    writes: holds && plan.status === 'SELECTED',
    decides:
      plan.status === 'SELECTED' &&
      plan.asked.some(({ asWhat, personId, untilOn }) => asWhat === 'DECIDER' && personId === person && !untilOn),
    agencyOf: (involvement) => agencies.get(involvement) ?? '',
    refresh,
  };
  const Shown = hasPart(step) ? SHOWN[step] : null;
  const isPanelBeside = plan.status === 'SELECTED' && step !== 'wet' && step !== 'uitvoeren';
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
        <InForce step={step} />
        <StepsBar step={step} />
        {step !== 'uitvoeren' && <ToReasons />}
      </header>
      <div className={isPanelBeside ? styles.body : `${styles.body} ${styles.wide}`}>
        <div className={styles.content}>
          <Closed />
          <Suspense fallback={<Loading />}>
            <Arrival key={step} />
            {Shown ? <Shown /> : <LawStep household={household.id} below={plan.status === 'SELECTED' && <NotYet />} />}
          </Suspense>
        </div>
        {isPanelBeside && <NotYet />}
      </div>
    </ThisPlan>
  );
}

/** While a next version is written, the one before it still holds: which, and the way to how it goes. */
function InForce({ step }: { step: Step }) {
  const { say, language } = usePlanWords();
  const { household, plan, decided } = useHere();
  if (!decided || decided.id === plan.id) return null;
  const { number, status, decidedOn, stoppedOn } = decided;
  const on = (date: string | null) => (date ? day(date, language) : '');
  return (
    <p>
      {status === 'STOPPED'
        ? say('beforeStopped', { number, day: on(stoppedOn) })
        : say('inForce', { number, day: on(decidedOn) })}{' '}
      {step !== 'uitvoeren' && <Link href={stepAddress(household.id, 'uitvoeren')}>{say('toDoing')}</Link>}
    </p>
  );
}

/** The steps with how each stands, in words: done, or how much is open. */
function StepsBar({ step }: { step: Step }) {
  const { say } = usePlanWords();
  const here = useHere();
  const { household, plan, decided } = here;
  const reasons = reasonsFor(here);
  const unseen = plan.proposedContradictions?.length ?? 0;
  const open = plan.status === 'SELECTED' && reasons ? openPerStep(reasons) : new Map<Step, number>();
  return (
    <nav aria-label={say('steps')} className={styles.steps}>
      <ol>
        {STEPS.filter((one) => one !== 'uitvoeren' || decided).map((one) => {
          const left = open.get(one);
          return (
            <li key={one}>
              <Link href={stepAddress(household.id, one)} aria-current={one === step ? 'step' : undefined}>
                {say(`step.${one}`)} {left === 0 && one === 'wet' && unseen > 0 && <Tag>{say('unseen', { count: unseen })}</Tag>}
                {left === 0 && !(one === 'wet' && unseen > 0) && (
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
