import { useState } from 'react';
import { ActForm, Opens } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Choice, TextArea } from '../kit/field';
import { Tag } from '../kit/marks';
import { Capacity } from './capacity';
import { JUDGE_VALUE, REVERSE_TEST } from './plan.acts';
import { Part, useHere } from './plan.here';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

const VALUES = ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const;
const TEST = ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'] as const;
export const VERDICTS = ['SUFFICIENT', 'INSUFFICIENT', 'NOT_YET'] as const;
type Verdict = (typeof VERDICTS)[number];
const TONE = { SUFFICIENT: 'open', INSUFFICIENT: 'knot', NOT_YET: 'warn' } as const;
const ICON = { SUFFICIENT: 'tick', INSUFFICIENT: 'cross', NOT_YET: 'clock' } as const;

/** A verdict by word, tone and sign. */
export function VerdictTag({ verdict }: { verdict: Verdict | null }) {
  const { say } = usePlanWords();
  if (!verdict) return <Tag>{say('noVerdict')}</Tag>;
  return (
    <Tag tone={TONE[verdict]} icon={ICON[verdict]}>
      {say(`verdict.${verdict}`)}
    </Tag>
  );
}

/** Is it right, before the law is asked: the reverse test in its order, and the three values. */
export default function ValuesStep() {
  return (
    <>
      <ReverseTest />
      <Values />
      <Capacity />
    </>
  );
}

function ReverseTest() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  const next = TEST.find((step) => !plan.reverseTest.some((given) => given.step === step));
  const [isGoing, setGoing] = useState(false);
  return (
    <Part title={say('test')} term="reverseTest" more={say('testWhy')}>
      <ol className={styles.list}>
        {TEST.map((step, at) => {
          const given = plan.reverseTest.find((one) => one.step === step);
          const question = say(`testStep.${step}`);
          return (
            <li key={step}>
              <span className={styles.number} aria-hidden="true">
                {at + 1}
              </span>
              <div className={styles.what}>
                <h3>{question}</h3>
                <p className={given ? '' : 'quiet'}>{given?.answer ?? say('empty')}</p>
              </div>
              {writes && (
                <Opens
                  key={given ? 'given' : step === next ? 'next' : 'empty'}
                  id={`test-${step}`}
                  label={given ? say('edit') : say('fill')}
                  about={question}
                  subtle={Boolean(given)}
                  startOpen={step === next}
                  takesFocus={step === next && isGoing}
                >
                  {(close) => (
                    <ActForm
                      act={REVERSE_TEST}
                      start={{ answer: given?.answer ?? '' }}
                      input={({ answer }) => ({ plan: plan.id, step, answer, seen: given?.version ?? null })}
                      said={say('saidSave')}
                      shared={[sharedText('answer', question, given?.answer)]}
                      onDone={() => {
                        setGoing(true);
                        close();
                      }}
                    >
                      {(field) => <TextArea label={question} hideLabel {...field('answer', { needed: true })} />}
                    </ActForm>
                  )}
                </Opens>
              )}
            </li>
          );
        })}
      </ol>
    </Part>
  );
}

function Values() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  return (
    <Part title={say('values')} term="values">
      <ul className={styles.list}>
        {VALUES.map((value) => {
          const given = plan.values.find((one) => one.value === value);
          return (
            <li key={value}>
              <div className={styles.what}>
                <h3>{say(`value.${value}`)}</h3>
                <p className="quiet">{say(`valueMeans.${value}`)}</p>
                <VerdictTag verdict={given?.verdict ?? null} />
                {given && <p>{given.argument}</p>}
              </div>
              {writes && (
                <Opens
                  id={`value-${value}`}
                  label={given ? say('edit') : say('judge')}
                  about={say(`value.${value}`)}
                  subtle={Boolean(given)}
                >
                  {(close) => (
                    <ActForm
                      act={JUDGE_VALUE}
                      start={{ verdict: given?.verdict ?? 'SUFFICIENT', argument: given?.argument ?? '' }}
                      input={({ verdict, argument }) => ({
                        plan: plan.id,
                        value,
                        verdict,
                        argument,
                        seen: given?.version ?? null,
                      })}
                      said={say('saidSave')}
                      shared={[
                        {
                          label: say('verdictAsk'),
                          stands: given ? say(`verdict.${given.verdict}`) : '',
                          now: { verdict: given?.verdict ?? 'SUFFICIENT' },
                          read: ({ verdict }) => say(`verdict.${verdict}`),
                        },
                        sharedText('argument', say('argument'), given?.argument),
                      ]}
                      onDone={close}
                    >
                      {(field, form) => (
                        <>
                          <Choice
                            legend={say('verdictAsk')}
                            options={VERDICTS.map((one) => ({ value: one, label: say(`verdict.${one}`) }))}
                            value={form.watch('verdict')}
                            onChange={(chosen) => form.setValue('verdict', chosen)}
                          />
                          <TextArea label={say('argument')} {...field('argument', { needed: true })} />
                        </>
                      )}
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
