import { useAct } from '../data/act';
import { Deputy } from '../household/deputy';
import { ActForm, Opens } from '../kit/act.form';
import { Button } from '../kit/button';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Agreement } from './agreement';
import { Decided, Promises, StopPlan } from './carrying';
import { Decide } from './decide';
import { Disputes } from './disputes';
import { Noes } from './noes';
import { ASK_ADVISER, ASK_DECIDER, END_ASKING } from './plan.acts';
import { Part, PeopleField, useHere } from './plan.here';
import { Positions } from './positions';
import { usePlanWords } from './plan.words';
import { VerdictTag } from './values.step';
import styles from './plan.module.css';

const PERSPECTIVES = ['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const;

/** Who has still to say something, and the decision itself. */
export default function DecisionStep() {
  const { say } = usePlanWords();
  const { plan, decides, decided } = useHere();
  const isOpen = plan.status === 'SELECTED';
  return (
    <>
      {isOpen && decided && <p>{say('askAnew', { number: decided.number })}</p>}
      {!isOpen && plan.decisionText && <Decided />}
      {decides && <Decide />}
      <Perspectives />
      <Positions />
      {isOpen && <Noes />}
      {isOpen && <Disputes />}
      <Agreement />
      {isOpen && <Promises />}
      <Holders />
      <Deciders />
      {isOpen && <StopPlan />}
    </>
  );
}

function Perspectives() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  return (
    <Part title={say('perspectives')} term="perspective">
      <ul className={styles.list}>
        {PERSPECTIVES.map((kind) => {
          const given = plan.perspectives.find((one) => one.kind === kind);
          const asked = plan.asked.filter((one) => one.asWhat === 'ADVISER' && one.perspective === kind && !one.untilOn);
          return (
            <li key={kind} id={`perspective-${kind}`} tabIndex={-1}>
              <div className={styles.what}>
                <h3>{say(`perspective.${kind}`)}</h3>
                <p className="quiet">{say(`perspectiveMeans.${kind}`)}</p>
                {given ? (
                  <>
                    <VerdictTag verdict={given.verdict} />
                    <p>
                      {given.byLabel && <>{say('says', { who: given.byLabel })}: </>}
                      <q>{given.argument}</q>
                    </p>
                  </>
                ) : asked.length > 0 ? (
                  asked.map(({ id, personLabel }) => (
                    <div key={id}>
                      <p>{say('perspectiveWaits', { who: personLabel ?? '' })}</p>
                      <EndAsking asking={id} who={personLabel ?? ''} />
                    </div>
                  ))
                ) : (
                  <p>{say('perspectiveNobody')}</p>
                )}
              </div>
              {writes && !given && (
                <Opens label={say('perspectiveAsk')} about={say(`perspective.${kind}`)} subtle={asked.length > 0}>
                  {(close) => (
                    <ActForm
                      act={ASK_ADVISER}
                      start={{ person: '' }}
                      input={({ person }) => ({ plan: plan.id, person, perspective: kind })}
                      button={say('perspectiveAsk')}
                      said={say('saidAsked')}
                      onDone={close}
                    >
                      {(_field, form) => <PeopleField form={form} name="person" task="ASSESS" label={say('who')} />}
                    </ActForm>
                  )}
                </Opens>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Holders() {
  const { say } = usePlanWords();
  const { household, holds } = useHere();
  const { lead, deputy } = household;
  return (
    <Part title={say('holders')} term="lead">
      <ul className={styles.list}>
        <li>
          <span className={styles.what}>
            {say('lead')}: {lead ? lead.personLabel : say('nobody')}
          </span>
        </li>
        <li>
          <span className={styles.what}>
            {say('deputy')}: {deputy ? deputy.personLabel : say('nobody')}
          </span>
          {holds && <Deputy household={household} id="deputy" />}
        </li>
      </ul>
    </Part>
  );
}

function Deciders() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  const asked = plan.asked.filter(({ asWhat, untilOn }) => asWhat === 'DECIDER' && !untilOn);
  return (
    <Part title={say('decider')} term="mandate">
      {asked.length === 0 ? (
        <p className="quiet">{say('deciderNone')}</p>
      ) : (
        <ul className={styles.list}>
          {asked.map(({ id, personLabel }) => (
            <li key={id}>
              <span className={styles.what}>{personLabel}</span>
              <EndAsking asking={id} who={personLabel ?? ''} />
            </li>
          ))}
        </ul>
      )}
      {writes ? (
        <Opens id="decider" label={say('deciderAsk')}>
          {(close) => (
            <ActForm
              act={ASK_DECIDER}
              start={{ person: '' }}
              input={({ person }) => ({ plan: plan.id, person })}
              button={say('deciderAsk')}
              said={say('saidAsked')}
              onDone={close}
            >
              {(_field, form) => (
                <PeopleField
                  form={form}
                  name="person"
                  task="DECIDE"
                  label={say('who')}
                  without={asked.map(({ personId }) => personId)}
                />
              )}
            </ActForm>
          )}
        </Opens>
      ) : null}
    </Part>
  );
}

/** Whoever was asked by mistake, or cannot: is asked no more, and reads nothing of the household by it. */
function EndAsking({ asking, who }: { asking: string; who: string }) {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  const { go, busy, outcome } = useAct(END_ASKING);
  if (!writes) return null;
  return (
    <>
      <Button
        purpose="subtle"
        busy={busy}
        onClick={() =>
          void go({ input: { plan: plan.id, asking } }).then(({ kind }) => kind === 'done' && tell(say('saidAskingEnd')))
        }
      >
        {say('askingEnd')} <span className="heard">{who}</span>
      </Button>
      <Refusal outcome={outcome} />
    </>
  );
}
