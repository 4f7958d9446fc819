import { ActForm, Opens } from '../kit/act.form';
import { Choice, Select, TextArea } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import type { VariablesOf } from '../data/graphql';
import { AGREEMENT, PROCEED_NO } from './plan.acts';
import { Part, stands, useHere } from './plan.here';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

const SAID_YES: Pick<VariablesOf<typeof AGREEMENT>['input'], 'state' | 'how'> = { state: 'AGREED', how: 'ALOUD' };
const HOW = ['ALOUD', 'ALOUD_WITH_MENTOR', 'BY_REPRESENTATIVE', 'IN_WRITING'] as const;

/** What each member says of the plan, in own words. */
export function Agreement() {
  const { say, language } = usePlanWords();
  const { plan, household, writes, decides } = useHere();
  const said = stands(plan.agreements).filter(({ counts }) => counts);
  const members = stands(household.members).filter(({ toOn }) => toOn === null);
  const nameOf = (person: string) => household.members?.find(({ personId }) => personId === person)?.name ?? say('member');
  return (
    <Part title={say('agreement')}>
      {said.length === 0 && <p className="quiet">{say('agreementNone')}</p>}
      <ul className={styles.list}>
        {said.map((one) => (
          <li key={one.id}>
            <div className={styles.what}>
              <Tag tone={one.state === 'AGREED' ? 'open' : 'knot'} icon={one.state === 'AGREED' ? 'tick' : 'cross'}>
                {say(`agreementState.${one.state}`)}
              </Tag>
              {one.words && <q>{one.words}</q>}
              <p className="quiet">
                {say('agreementSays', {
                  who: nameOf(one.personId),
                  day: day(one.agreedOn, language),
                  how: say(`how.${one.how}`),
                })}
              </p>
              {one.proceedReason && <p>{say('proceeded', { reason: one.proceedReason })}</p>}
            </div>
            {decides && one.state === 'DISAGREED' && !one.proceedReason && (
              <Opens label={say('agreementProceed')}>
                {(close) => (
                  <ActForm
                    act={PROCEED_NO}
                    start={{ reason: '' }}
                    input={({ reason }) => ({ plan: plan.id, agreement: one.id, seen: one.version, reason })}
                    said={say('saidSave')}
                    onDone={close}
                  >
                    {(field) => (
                      <TextArea label={say('proceedWhy')} hint={say('proceedHint')} {...field('reason', { needed: true })} />
                    )}
                  </ActForm>
                )}
              </Opens>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Opens id="agreement" label={say('agreementAdd')}>
          {(close) => (
            <ActForm
              act={AGREEMENT}
              start={{
                person: members[0]?.personId ?? '',
                ...SAID_YES,
                words: '',
              }}
              input={({ person, state, how, words }) => ({
                plan: plan.id,
                person,
                state,
                how,
                words,
                seen: said.find(({ personId }) => personId === person)?.version ?? null,
              })}
              said={say('saidSave')}
              onDone={close}
            >
              {(field, form) => (
                <>
                  <div className={styles.pair}>
                    <Select label={say('agreementWho')} {...field('person', { needed: true })}>
                      {members.map(({ personId, name }) => (
                        <option key={personId} value={personId}>
                          {name}
                        </option>
                      ))}
                    </Select>
                    <Select label={say('agreementHow')} {...field('how')}>
                      {HOW.map((how) => (
                        <option key={how} value={how}>
                          {say(`how.${how}`)}
                        </option>
                      ))}
                    </Select>
                  </div>
                  <Choice
                    legend={say('answerAsk')}
                    options={(['AGREED', 'DISAGREED'] as const).map((value) => ({
                      value,
                      label: say(`agreementState.${value}`),
                    }))}
                    value={form.watch('state')}
                    onChange={(chosen) => form.setValue('state', chosen)}
                  />
                  <TextArea label={say('agreementWords')} rows={2} {...field('words', { needed: true })} />
                </>
              )}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}
