import { useState } from 'react';
import { ActForm, Opens } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Choice, Select, TextArea } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import type { VariablesOf } from '../data/graphql';
import { AGREEMENT, PROCEED_NO } from './plan.acts';
import type { Plan } from './plan.query';
import { Part, stands, useHere } from './plan.here';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

const SAID_YES: Pick<VariablesOf<typeof AGREEMENT>['input'], 'state' | 'how'> = { state: 'AGREED', how: 'ALOUD' };
type Said = Plan['agreements'][number];
type State = Said['state'];
const HOW = ['ALOUD', 'ALOUD_WITH_MENTOR', 'BY_REPRESENTATIVE', 'IN_WRITING'] as const;

/** What each member says of the plan, in own words. */
export function Agreement() {
  const { say, language } = usePlanWords();
  const { plan, household, writes, decides } = useHere();
  const said = stands(plan.agreements).filter(({ counts }) => counts);
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
            {decides && (
              <Opens label={say('agreementProceed')} may={one.state === 'DISAGREED' && !one.proceedReason}>
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
          {(close) => <AgreementForm said={said} close={close} />}
        </Opens>
      )}
    </Part>
  );
}

/** What one member says; who said it already may have done so on an own screen meanwhile. */
function AgreementForm({ said, close }: { said: readonly Said[]; close: () => void }) {
  const { say } = usePlanWords();
  const { plan, household } = useHere();
  const members = stands(household.members).filter(({ toOn }) => toOn === null);
  const [person, choose] = useState(members[0]?.personId ?? '');
  const before = said.find(({ personId }) => personId === person);
  const { state } = before ?? SAID_YES;
  // what somebody said on an own screen is said again in another way
  const how = HOW.find((one) => one === before?.how) ?? SAID_YES.how;
  const stateWord = (one: State) => say(`agreementState.${one}`);
  return (
    <>
      <Select label={say('agreementWho')} value={person} onChange={({ target }) => choose(target.value)}>
        {members.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </Select>
      <ActForm
        key={person}
        act={AGREEMENT}
        start={{ state, how, words: before?.words ?? '' }}
        shared={[
          {
            label: say('answerAsk'),
            stands: before ? stateWord(before.state) : '',
            read: (typed) => stateWord(typed.state),
            ...(before ? { now: { state: before.state } } : {}),
          },
          sharedText('words', say('agreementWords'), before?.words),
        ]}
        input={(typed) => ({ plan: plan.id, person, ...typed, seen: before?.version ?? null })}
        said={say('saidSave')}
        onDone={close}
      >
        {(field, form) => (
          <>
            <Select label={say('agreementHow')} {...field('how')}>
              {HOW.map((one) => (
                <option key={one} value={one}>
                  {say(`how.${one}`)}
                </option>
              ))}
            </Select>
            <Choice
              legend={say('answerAsk')}
              options={(['AGREED', 'DISAGREED'] as const).map((value) => ({ value, label: stateWord(value) }))}
              value={form.watch('state')}
              onChange={(chosen) => form.setValue('state', chosen, { shouldDirty: true })}
            />
            <TextArea label={say('agreementWords')} rows={2} {...field('words', { needed: true })} />
          </>
        )}
      </ActForm>
    </>
  );
}
