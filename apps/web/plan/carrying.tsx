import type { Path } from 'react-hook-form';
import type { VariablesOf } from '../data/graphql';
import { useMe } from '../data/me';
import { LiftWait } from '../household/lift';
import { ActForm, Boxes, Opens, type FieldOf } from '../kit/act.form';
import { Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { doerOf } from './about.rules';
import { DROP_MEASURE, FINISH_MEASURE, PROMISE, START_MEASURE, STOP_PLAN } from './plan.acts';
import { Part, stands, useHere } from './plan.here';
import type { Measure } from './plan.query';
import { daysLater } from './plan.rules';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

/** The decision, in the words of the decider. */
export function Decided() {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <Part title={say('decided')}>
      <q className={styles.quote}>{plan.decisionText}</q>
    </Part>
  );
}

/** How far each measure is. */
export function CarryingOut() {
  const { say, language } = usePlanWords();
  const { plan, agencyOf, holds } = useHere();
  return (
    <Part title={say('doing')}>
      <ol className={styles.list}>
        {stands(plan.measures).map((measure) => (
          <li key={measure.id}>
            <div className={styles.what}>
              <Tag
                tone={measure.progress.state === 'DONE' ? 'open' : measure.progress.state === 'DROPPED' ? 'knot' : 'quiet'}
                icon={measure.progress.state === 'DONE' ? 'tick' : measure.progress.state === 'DROPPED' ? 'cross' : 'clock'}
              >
                {say(`progress.${measure.progress.state}`)}
              </Tag>
              <strong>{measure.result}</strong>
              <p className="quiet">
                {doerOf(agencyOf(measure.involvementId), measure.owner)} · {say('before', { day: day(measure.dueOn, language) })}
              </p>
            </div>
            {holds && <Progress measure={measure} />}
            {holds && <WaitsLeft measure={measure} />}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Progress({ measure }: { measure: Measure }) {
  const { say } = usePlanWords();
  const { plan, household } = useHere();
  const { today } = useMe();
  const { state } = measure.progress;
  const lifted = stands(household.waits).filter(({ id, liftedOn }) => measure.lifts?.includes(id) && !liftedOn);
  if (state === 'DONE' || state === 'DROPPED') return null;
  const of = { plan: plan.id, measure: measure.id };
  return (
    <div className={styles.buttons}>
      {state === 'OPEN' && (
        <Opens label={say('begin')} about={measure.result}>
          {(close) => (
            <ActForm
              act={START_MEASURE}
              start={{ onDay: today }}
              input={(typed) => ({ ...of, ...typed })}
              said={say('saidSave')}
              onDone={close}
            >
              {(field) => <OnDay field={field} />}
            </ActForm>
          )}
        </Opens>
      )}
      <Opens label={say('finish')} about={measure.result}>
        {(close) => (
          <ActForm
            act={FINISH_MEASURE}
            start={{ onDay: today, lifts: lifted.map(({ id }) => id) }}
            input={(typed) => ({ ...of, ...typed })}
            said={say('saidSave')}
            onDone={close}
          >
            {(field) => (
              <>
                <OnDay field={field} />
                <Boxes
                  legend={say('finishLifts')}
                  field={field}
                  name="lifts"
                  options={lifted.map(({ id, what }) => ({ value: id, label: what ?? '' }))}
                />
              </>
            )}
          </ActForm>
        )}
      </Opens>
      <Opens label={say('drop')} about={measure.result} subtle>
        {(close) => (
          <ActForm
            act={DROP_MEASURE}
            start={{ onDay: today, reason: '' }}
            input={(typed) => ({ ...of, ...typed })}
            said={say('saidSave')}
            onDone={close}
          >
            {(field) => (
              <>
                <TextField label={say('dropWhy')} {...field('reason', { needed: true })} />
                <OnDay field={field} />
              </>
            )}
          </ActForm>
        )}
      </Opens>
    </div>
  );
}

/** Its agency said that it is done; whether that ended the wait is said by who sees both. Until then the knot stays. */
function WaitsLeft({ measure }: { measure: Measure }) {
  const { say } = usePlanWords();
  const { household } = useHere();
  const left = stands(household.waits).filter(({ id }) => measure.progress.waitsLeft?.includes(id));
  if (left.length === 0) return null;
  return (
    <div className={styles.left}>
      <p>{say('waitsLeft')}</p>
      <ul className={styles.list}>
        {left.map((wait) => (
          <li key={wait.id}>
            <span className={styles.what}>{wait.what}</span>
            <LiftWait wait={wait} about={wait.what ?? ''} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** It may have happened before somebody writes it down. */
function OnDay<Typed extends { onDay: string }>({ field }: { field: FieldOf<Typed> }) {
  const { say } = usePlanWords();
  const { today } = useMe();
  return <TextField label={say('onDay')} type="date" max={today} {...field('onDay' as Path<Typed>, { needed: true })} />;
}

const CERTAIN: Pick<VariablesOf<typeof PROMISE>['input'], 'certainty'> = { certainty: 'CERTAIN' };
const CERTAINTIES = ['CERTAIN', 'EXPECTED', 'I_WILL_TRY'] as const;

/** What was promised for it, and a next promise. */
export function Promises() {
  const { say, language } = usePlanWords();
  const { plan, holds, household } = useHere();
  const { today, person } = useMe();
  const promises = stands(plan.commitments);
  const members = stands(household.members).filter(({ toOn }) => toOn === null);
  return (
    <Part title={say('promises')}>
      {promises.length === 0 && <p className="quiet">{say('promisesNone')}</p>}
      <ul className={styles.list}>
        {promises.map((promise) => (
          <li key={promise.id}>
            <div className={styles.what}>
              <span>{promise.what}</span>
              <span className="quiet small">
                {say(`promiseState.${promise.state}`)} ·{' '}
                {say('before', { day: day(promise.newDueOn ?? promise.dueOn, language) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {holds && (
        <Opens id="promise" label={say('promiseAdd')}>
          {(close) => (
            <ActForm
              act={PROMISE}
              start={{ who: '', what: '', dueOn: daysLater(today, 7), ...CERTAIN }}
              input={({ who, what, dueOn, certainty }) => ({
                plan: plan.id,
                what,
                dueOn,
                certainty,
                ...(who
                  ? { [members.some(({ personId }) => personId === who) ? 'person' : 'involvement']: who }
                  : { professional: person }),
              })}
              said={say('saidPromise')}
              onDone={close}
            >
              {(field) => (
                <>
                  <TextField label={say('promiseWhat')} {...field('what', { needed: true })} />
                  <div className={styles.pair}>
                    <Select label={say('promiseWho')} {...field('who')}>
                      <option value="">{say('team')}</option>
                      {stands(household.involvements)
                        .filter(({ toOn }) => toOn === null)
                        .map(({ id, agencyName }) => (
                          <option key={id} value={id}>
                            {agencyName}
                          </option>
                        ))}
                      {members.map(({ personId, name }) => (
                        <option key={personId} value={personId}>
                          {name}
                        </option>
                      ))}
                    </Select>
                    <TextField label={say('promiseDue')} type="date" {...field('dueOn', { needed: true })} />
                    <Select label={say('promiseCertain')} {...field('certainty')}>
                      {CERTAINTIES.map((one) => (
                        <option key={one} value={one}>
                          {say(`certainty.${one}`)}
                        </option>
                      ))}
                    </Select>
                  </div>
                </>
              )}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}

/** A plan that does not go on, with the reason; what was decided stays to be read. */
export function StopPlan() {
  const { say } = usePlanWords();
  const { plan, holds } = useHere();
  if (!holds || plan.status === 'STOPPED') return null;
  return (
    <Part title={say('stopPlan')} more={say('stopMore')}>
      <Opens id="stop" label={say('stopPlan')} subtle>
        {(close) => (
          <ActForm
            act={STOP_PLAN}
            start={{ reason: '' }}
            input={({ reason }) => ({ plan: plan.id, seen: plan.version, reason })}
            button={say('stopPlan')}
            said={say('saidStop')}
            onDone={close}
          >
            {(field) => <TextArea label={say('stopWhy')} rows={2} {...field('reason', { needed: true })} />}
          </ActForm>
        )}
      </Opens>
    </Part>
  );
}
