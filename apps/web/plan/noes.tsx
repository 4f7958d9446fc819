import { useMe } from '../data/me';
import { ActForm, Opens } from '../kit/act.form';
import { Select, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { useAfterWords } from './after.words';
import { RECORD_CALL, RECORD_REFUSAL, WITHDRAW } from './plan.acts';
import { Part, stands, useHere, WithdrawBy } from './plan.here';
import type { Plan } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

type No = Plan['refusals'][number];
const CHANNELS = ['LETTER', 'MAIL', 'ONLINE', 'PHONE', 'OFFICE', 'VISIT'] as const;

/** To what agencies said no, what is possible instead, and whether somebody called. */
export function Noes() {
  const { say } = useAfterWords();
  const { plan, holds } = useHere();
  const noes = stands(plan.refusals);
  const mayWrite = holds && plan.status !== 'STOPPED';
  if (noes.length === 0 && !mayWrite) return null;
  return (
    <Part title={say('noes')} more={say('noesWhy')}>
      {noes.length > 0 && (
        <ul className={styles.list}>
          {noes.map((no) => (
            <NoLine key={no.id} no={no} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <Opens id="no" label={say('noAdd')} subtle>
          {(close) => <NoForm close={close} />}
        </Opens>
      )}
    </Part>
  );
}

function NoLine({ no, mayWrite }: { no: No; mayWrite: boolean }) {
  const { say, language } = useAfterWords();
  const { plan, agencyOf } = useHere();
  const { today } = useMe();
  const isOpen = no.task === 'DUE' || no.task === 'OVERDUE';
  const on = no.task === 'DONE' ? no.calledOn : no.callBy;
  return (
    <li>
      <div className={styles.what}>
        <h3>
          {agencyOf(no.involvementId)}: {no.what}
        </h3>
        <p>{no.reason}</p>
        <p>
          {say('instead')}: {no.alternative}
        </p>
        <p className="quiet">
          {say(`channel.${no.channel}`)}, {day(no.onDay, language)}
        </p>
        {no.task !== 'NONE' && on && (
          <Tag tone={isOpen ? 'warn' : 'open'} icon={isOpen ? 'phone' : 'tick'}>
            {say(`call.${no.task}`, { day: day(on, language) })}
          </Tag>
        )}
      </div>
      {mayWrite && (
        <div className={styles.buttons}>
          {isOpen && (
            <Opens label={say('called')} about={no.what}>
              {(close) => (
                <ActForm
                  act={RECORD_CALL}
                  start={{ calledOn: today }}
                  input={({ calledOn }) => ({ plan: plan.id, refusal: no.id, seen: no.version, calledOn })}
                  said={say('saidCalled')}
                  onDone={close}
                >
                  {(field) => (
                    <TextField label={say('calledOn')} type="date" max={today} {...field('calledOn', { needed: true })} />
                  )}
                </ActForm>
              )}
            </Opens>
          )}
          <WithdrawBy act={WITHDRAW} entry={no.id} about={no.what} />
        </div>
      )}
    </li>
  );
}

function NoForm({ close }: { close: () => void }) {
  const { say } = useAfterWords();
  const { say: sayPlan } = usePlanWords();
  const { plan, household } = useHere();
  const { today } = useMe();
  const start: {
    involvement: string;
    what: string;
    reason: string;
    alternative: string;
    channel: (typeof CHANNELS)[number];
    onDay: string;
    measure: string;
  } = { involvement: '', what: '', reason: '', alternative: '', channel: 'LETTER', onDay: today, measure: '' };
  return (
    <ActForm
      act={RECORD_REFUSAL}
      start={start}
      input={({ measure, ...typed }) => ({ plan: plan.id, ...typed, measure: measure || null })}
      said={say('saidNo')}
      onDone={close}
    >
      {(field) => (
        <>
          <div className={styles.pair}>
            <Select label={say('noWho')} {...field('involvement', { needed: true })}>
              <option value="">{sayPlan('choose')}</option>
              {stands(household.involvements).map(({ id, agencyName }) => (
                <option key={id} value={id}>
                  {agencyName}
                </option>
              ))}
            </Select>
            <TextField label={say('noWhat')} {...field('what', { needed: true })} />
          </div>
          <TextField label={say('noWhy')} {...field('reason', { needed: true })} />
          <TextField label={say('noInstead')} {...field('alternative', { needed: true })} />
          <div className={styles.pair}>
            <Select label={say('noHow')} {...field('channel')}>
              {CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {say(`channel.${channel}`)}
                </option>
              ))}
            </Select>
            <TextField label={sayPlan('onDay')} type="date" max={today} {...field('onDay', { needed: true })} />
          </div>
          <Select label={say('noMeasure')} {...field('measure')}>
            <option value="">{say('noneOfThese')}</option>
            {stands(plan.measures).map(({ id, result }) => (
              <option key={id} value={id}>
                {result}
              </option>
            ))}
          </Select>
        </>
      )}
    </ActForm>
  );
}
