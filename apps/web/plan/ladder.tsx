import type { UseFormReturn } from 'react-hook-form';
import { ActForm, Opens, useField } from '../kit/act.form';
import { Choice, Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { nextRungs, usualDays, type Rung } from './ladder.rules';
import { ESCALATION_OUTCOME } from './plan.acts';
import { stands, useHere, Withdraw } from './plan.here';
import type { Position } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

type Step = Position['escalations'][number];
const OUTCOMES = ['SOLVED', 'REFUSED', 'NO_ANSWER'] as const;

/** The steps up that were taken, and what came of each; what came of the last one can be written down. */
export function Steps({ steps, about }: { steps: readonly Step[]; about: string }) {
  const { say, language } = usePlanWords();
  const { holds, plan } = useHere();
  const taken = stands(steps);
  if (taken.length === 0) return null;
  return (
    <ol className={styles.rungs}>
      {taken.map((step) => (
        <li key={step.id}>
          <div className={styles.what}>
            <p>
              {say(`rung.R${step.rung as Rung}`)}, {step.body}{' '}
              <span className="quiet">
                {say('askedOn', { day: day(step.onDay, language) })}
                {step.dueOn && `, ${say('dueOn', { day: day(step.dueOn, language) })}`}
              </span>
            </p>
            {step.outcome && (
              <>
                <Tag tone={step.outcome === 'SOLVED' ? 'open' : 'warn'} icon={step.outcome === 'SOLVED' ? 'tick' : 'cross'}>
                  {say(`stepOutcome.${step.outcome}`)}
                </Tag>
                {step.outcomeWords && <p>{step.outcomeWords}</p>}
              </>
            )}
          </div>
          {holds && <CameOf step={step} about={about} may={plan.status !== 'STOPPED' && !step.outcome} />}
          <Withdraw entry={step.id} about={`${about}, ${say(`rung.R${step.rung as Rung}`)}`} />
        </li>
      ))}
    </ol>
  );
}

function CameOf({ step, about, may }: { step: Step; about: string; may: boolean }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  const start: { outcome: (typeof OUTCOMES)[number]; words: string } = { outcome: 'SOLVED', words: '' };
  return (
    <Opens id={`step-${step.id}`} label={say('stepCame')} about={about} may={may}>
      {(close) => (
        <ActForm
          act={ESCALATION_OUTCOME}
          start={start}
          input={({ outcome, words }) => ({ plan: plan.id, escalation: step.id, seen: step.version, outcome, words })}
          said={say('saidSave')}
          onDone={close}
        >
          {(field, form) => (
            <>
              <Choice
                legend={say('stepCameAsk')}
                options={OUTCOMES.map((value) => ({ value, label: say(`stepOutcome.${value}`) }))}
                value={form.watch('outcome')}
                onChange={(chosen) => form.setValue('outcome', chosen)}
              />
              <TextArea label={say('stepWords')} hint={say('stepWordsHint')} rows={2} {...field('words', { needed: true })} />
            </>
          )}
        </ActForm>
      )}
    </Opens>
  );
}

interface Climb {
  rung: string;
  body: string;
}
/** What a form for one step further up begins with, and what its act takes. */
export const climbStart = (steps: readonly Step[]): Climb => ({ rung: String(nextRungs(stands(steps))[0] ?? ''), body: '' });
export const climbOf = ({ rung, body }: Climb) => ({ rung: Number(rung), body, clockDays: usualDays(Number(rung)) });

/** One step further up: of a question without an answer, of a no, and of a dispute. */
export function ClimbFields({ form, steps }: { form: UseFormReturn<Climb>; steps: readonly Step[] }) {
  const { say } = usePlanWords();
  const field = useField(form);
  const clock = (rung: Rung) => {
    const days = usualDays(rung);
    return days === null ? say('noClock') : say('workingDays', { count: days });
  };
  return (
    <div className={styles.pair}>
      <Select label={say('escalateRung')} {...field('rung')}>
        {nextRungs(stands(steps)).map((rung) => (
          <option key={rung} value={rung}>
            {say(`rung.R${rung}`)} ({clock(rung)})
          </option>
        ))}
      </Select>
      <TextField label={say('escalateBody')} {...field('body', { needed: true })} />
    </div>
  );
}
