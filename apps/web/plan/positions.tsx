import { useAct } from '../data/act';
import { ActForm, Opens } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Button } from '../kit/button';
import { TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { day } from '../words/format';
import { ACCEPT_CONDITION, ANSWER_OBJECTION, ASK_POSITION, ESCALATE, PROCEED } from './plan.acts';
import { ClimbFields, climbOf, climbStart, Steps } from './ladder';
import { nextRungs } from './ladder.rules';
import { Part, stands, useHere, Withdraw } from './plan.here';
import type { Position } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

/** What every agency with a measure says, with the clock of its answer. */
export function Positions() {
  const { say, language } = usePlanWords();
  const { plan, agencyOf, writes } = useHere();
  const measures = stands(plan.measures);
  const involved = [...new Set(measures.map(({ involvementId }) => involvementId))];
  const on = (date: string | null) => (date ? day(date, language) : '');
  return (
    <Part title={say('positions')} term="escalation">
      {involved.length === 0 && <p className="quiet">{say('positionsNone')}</p>}
      <ul className={styles.list}>
        {involved.map((involvement) => {
          const own = measures.filter((measure) => measure.involvementId === involvement);
          const position = stands(plan.positions).find((one) => one.involvementId === involvement);
          const isNew = own.some(({ id }) => !position?.measureIds.includes(id));
          return (
            <li key={involvement} id={`position-${involvement}`} tabIndex={-1}>
              <div className={styles.what}>
                <h3>{agencyOf(involvement)}</h3>
                <p className="quiet">{own.map(({ result }) => result).join(' · ')}</p>
                {position ? <State position={position} /> : <Tag tone="warn">{say('notAsked')}</Tag>}
                {position && <Steps steps={position.escalations} about={agencyOf(involvement)} />}
                {position?.condition && (
                  <p>
                    {say('condition')}: <q>{position.condition}</q>{' '}
                    {position.conditionAcceptedOn && say('conditionAccepted', { day: on(position.conditionAcceptedOn) })}
                  </p>
                )}
                {position?.reason && (
                  <p>
                    {say('objection')}: <q>{position.reason}</q>
                  </p>
                )}
                {position?.objectionAnswer && (
                  <p>
                    {say('objectionAnswered')}: {position.objectionAnswer}
                  </p>
                )}
                {position?.proceedReason && <p>{say('proceeded', { reason: position.proceedReason })}</p>}
              </div>
              {writes && isNew && <Ask involvement={involvement} seen={position?.version ?? null} />}
              {position && <Acts position={position} />}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function State({ position }: { position: Position }) {
  const { say, language } = usePlanWords();
  const { state, answer, workingDaysLeft, dueOn, escalations } = position;
  if (state === 'ANSWERED' && answer) {
    const tone = answer === 'AGREES' || position.conditionAcceptedOn ? 'open' : answer === 'OBJECTS' ? 'knot' : 'warn';
    return (
      <Tag tone={tone} icon={tone === 'open' ? 'tick' : tone === 'knot' ? 'cross' : 'clock'}>
        {say(`positionAnswer.${answer}`)}
      </Tag>
    );
  }
  const first = stands(escalations)[0];
  const until = state === 'ESCALATED' ? first?.dueOn : dueOn;
  return (
    <>
      <Tag tone={state === 'ASKED' ? 'quiet' : state === 'SOLVED' ? 'open' : 'warn'} icon="clock">
        {say(`positionState.${state}`)}
      </Tag>
      <p>
        {workingDaysLeft === 0 ? say('lastDay') : workingDaysLeft !== null && say('daysLeft', { count: workingDaysLeft })}{' '}
        {until && <span className="quiet">({say('dueOn', { day: day(until, language) })})</span>}
      </p>
    </>
  );
}

function Ask({ involvement, seen }: { involvement: string; seen: number | null }) {
  const { say } = usePlanWords();
  const { plan, agencyOf } = useHere();
  return (
    <Opens label={say('positionAsk')} about={agencyOf(involvement)}>
      {(close) => (
        <ActForm
          act={ASK_POSITION}
          start={{ days: '10' }}
          input={({ days }) => ({ plan: plan.id, involvement, clockDays: Number(days), seen })}
          button={say('positionAsk')}
          said={say('saidAsked')}
          onDone={close}
        >
          {(field) => (
            <TextField label={say('positionDays')} type="number" min={1} max={60} {...field('days', { needed: true })} />
          )}
        </ActForm>
      )}
    </Opens>
  );
}

/** What can be done with what an agency said, or did not say. */
function Acts({ position }: { position: Position }) {
  const { say } = usePlanWords();
  const { plan, agencyOf, writes, decides } = useHere();
  const accept = useAct(ACCEPT_CONDITION);
  const agency = agencyOf(position.involvementId);
  const input = { plan: plan.id, position: position.id, seen: position.version };
  const { state, answer } = position;
  const hasOpenCondition = answer === 'AGREES_IF' && !position.conditionAcceptedOn;
  const saysNo = state === 'REFUSED' || (state === 'ANSWERED' && (answer === 'OBJECTS' || hasOpenCondition));
  const canClimb = state === 'OVERDUE' || state === 'DID_NOT_ANSWER' || state === 'REFUSED' || saysNo;
  return (
    <div className={styles.buttons}>
      {writes && hasOpenCondition && (
        <Button
          purpose="secondary"
          busy={accept.busy}
          onClick={() => void accept.go({ input }).then(({ kind }) => kind === 'done' && tell(say('saidCondition')))}
        >
          {say('conditionAccept')} <span className="heard">{agency}</span>
        </Button>
      )}
      {writes && saysNo && (
        <Opens
          id={`answer-${position.id}`}
          label={position.objectionAnswer ? say('edit') : say('objectionAnswer')}
          about={agency}
          subtle={Boolean(position.objectionAnswer)}
        >
          {(close) => (
            <ActForm
              act={ANSWER_OBJECTION}
              start={{ text: position.objectionAnswer ?? '' }}
              input={({ text }) => ({ ...input, text })}
              said={say('saidSave')}
              shared={[sharedText('text', say('objectionAnswered'), position.objectionAnswer)]}
              onDone={close}
            >
              {(field) => <TextArea label={say('answer')} {...field('text', { needed: true })} />}
            </ActForm>
          )}
        </Opens>
      )}
      {writes && canClimb && nextRungs(stands(position.escalations)).length > 0 && (
        <Opens label={say('escalate')} about={agency} subtle>
          {(close) => (
            <ActForm
              act={ESCALATE}
              start={climbStart(position.escalations)}
              input={(typed) => ({ ...input, ...climbOf(typed) })}
              button={say('escalate')}
              said={say('saidEscalate')}
              onDone={close}
            >
              {(_field, form) => <ClimbFields form={form} steps={position.escalations} />}
            </ActForm>
          )}
        </Opens>
      )}
      {decides && state === 'DID_NOT_ANSWER' && !position.proceedReason && (
        <Opens label={say('proceed')} about={agency}>
          {(close) => (
            <ActForm
              act={PROCEED}
              start={{ reason: '' }}
              input={({ reason }) => ({ ...input, reason })}
              said={say('saidSave')}
              onDone={close}
            >
              {(field) => <TextArea label={say('proceedWhy')} hint={say('proceedHint')} {...field('reason', { needed: true })} />}
            </ActForm>
          )}
        </Opens>
      )}
      {state !== 'ANSWERED' && <Withdraw entry={position.id} about={say('questionTo', { agency })} />}
      <Refusal outcome={accept.outcome} />
    </div>
  );
}
