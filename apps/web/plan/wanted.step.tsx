import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { ActForm, Boxes, Opens } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Stays } from '../kit/stays';
import { day } from '../words/format';
import { DeviationSelect, useKindName } from './deviation';
import { daysLater } from './plan.rules';
import { ADD_GOAL, ADD_MEASURE, FIRST_STEP, OWN_WORDS, SET_MEASURE_DAY } from './plan.acts';
import { doerOf } from './about.rules';
import { Part, stands, SuggestField, useHere, Withdraw } from './plan.here';
import type { Measure } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

/** What they want, in their own words; what small thing comes first; what will be done for it. */
export default function WantedStep() {
  return (
    <>
      <OwnWords />
      <Goals />
      <Measures />
    </>
  );
}

function OwnWords() {
  const { say } = usePlanWords();
  const { household, holds } = useHere();
  return (
    <Part title={say('ownWords')}>
      {household.ownWords ? <q className={styles.quote}>{household.ownWords}</q> : <p className="quiet">{say('ownWordsNone')}</p>}
      {holds && (
        <Opens id="own-words" label={household.ownWords ? say('edit') : say('save')} about={say('ownWords')}>
          {(close) => (
            <ActForm
              act={OWN_WORDS}
              start={{ words: household.ownWords ?? '' }}
              input={({ words }) => ({ household: household.id, seen: household.version, words })}
              said={say('saidSave')}
              shared={[sharedText('words', say('ownWords'), household.ownWords)]}
              onDone={close}
            >
              {(field) => <TextArea label={say('ownWordsAsk')} hint={say('goalHint')} {...field('words', { needed: true })} />}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}

function Goals() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  const goals = stands(plan.goals).toSorted((a, b) => a.position - b.position);
  const first = goals.find(({ firstStep }) => !firstStep);
  return (
    <Part title={say('goals')}>
      {goals.length === 0 && <p className="quiet">{say('goalsNone')}</p>}
      <Stays lines={goals} all={plan.goals} within={(shown) => <ol className={styles.list}>{shown}</ol>}>
        {(goal, gone) => (
          <li>
            <div className={styles.what}>
              <q>{goal.words}</q> {gone}
              <p className="quiet">
                {say('firstStep')}: {goal.firstStep ?? say('firstStepNone')}
              </p>
            </div>
            {writes && (
              <div className={styles.buttons}>
                <Opens
                  {...(goal === first ? { id: 'first-step' } : {})}
                  label={goal.firstStep ? say('edit') : say('firstStepAdd')}
                  about={goal.words}
                  subtle={Boolean(goal.firstStep)}
                >
                  {(close) => (
                    <ActForm
                      act={FIRST_STEP}
                      start={{ firstStep: goal.firstStep ?? '' }}
                      input={({ firstStep }) => ({ plan: plan.id, goal: goal.id, seen: goal.version, firstStep })}
                      said={say('saidFirstStep')}
                      shared={[sharedText('firstStep', say('firstStep'), goal.firstStep)]}
                      onDone={close}
                    >
                      {(field) => (
                        <TextField
                          label={say('firstStep')}
                          hint={say('firstStepHint')}
                          {...field('firstStep', { needed: true })}
                        />
                      )}
                    </ActForm>
                  )}
                </Opens>
                <Withdraw entry={goal.id} about={goal.words} />
              </div>
            )}
          </li>
        )}
      </Stays>
      {writes && (
        <Opens id="add-goal" label={say('goalAdd')} startOpen={goals.length === 0}>
          {(close) => (
            <ActForm
              act={ADD_GOAL}
              start={{ words: '', firstStep: '' }}
              input={({ words, firstStep }) => ({ plan: plan.id, words, firstStep: firstStep || null })}
              said={say('saidGoal')}
              onDone={close}
            >
              {(field) => (
                <>
                  <TextField label={say('goalWords')} hint={say('goalHint')} {...field('words', { needed: true })} />
                  <TextField label={say('firstStep')} hint={say('firstStepHint')} optional {...field('firstStep')} />
                </>
              )}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}

function Measures() {
  const { say, language } = usePlanWords();
  const { plan, writes, agencyOf, household } = useHere();
  const kindName = useKindName();
  const lists = useLists();
  const { today } = useMe();
  const measures = stands(plan.measures);
  const isOver = ({ progress: { state } }: Measure) => state === 'DONE' || state === 'DROPPED';
  const isMissed = (measure: Measure) => measure.dueOn < today && !isOver(measure);
  const isAsked = ({ id }: Measure) => stands(plan.positions).some(({ measureIds }) => measureIds.includes(id));
  return (
    <Part title={say('measures')} term="deviation">
      {measures.length === 0 && <p className="quiet">{say('measuresNone')}</p>}
      <ol className={styles.list}>
        {measures.map((measure, at) => (
          <li key={measure.id}>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            <div className={styles.what}>
              <strong>{measure.result}</strong>
              <p className="quiet">
                {doerOf(agencyOf(measure.involvementId), measure.owner)} ·{' '}
                {nameIn(lists?.serviceTypes, measure.service, language)} · {say('before', { day: day(measure.dueOn, language) })}
              </p>
              {writes && measure.progress.state !== 'OPEN' && (
                <Tag tone={measure.progress.state === 'DONE' ? 'open' : 'quiet'}>{say(`progress.${measure.progress.state}`)}</Tag>
              )}
              {writes && isMissed(measure) && (
                <Tag tone="warn" icon="clock">
                  {say('dayPast')}
                </Tag>
              )}
              {measure.deviationKind && <Tag tone="accent">{say('deviates', { kind: kindName(measure.deviationKind) })}</Tag>}
            </div>
            <div className={styles.buttons}>
              {writes && !isOver(measure) && !isAsked(measure) && <AnotherDay measure={measure} isMissed={isMissed(measure)} />}
              <Withdraw entry={measure.id} about={measure.result} />
            </div>
          </li>
        ))}
      </ol>
      {writes &&
        (stands(household.involvements).length === 0 ? (
          <p id="add-measure" tabIndex={-1}>
            {say('noAgencies')}
          </p>
        ) : (
          <Opens id="add-measure" label={say('measureAdd')}>
            {(close) => <MeasureForm close={close} />}
          </Opens>
        ))}
    </Part>
  );
}

/** What was agreed for a day that has passed, or has to be sooner or later. */
function AnotherDay({ measure, isMissed }: { measure: Measure; isMissed: boolean }) {
  const { say, language } = usePlanWords();
  const { plan } = useHere();
  return (
    <Opens label={say('anotherDay')} about={measure.result} subtle={!isMissed}>
      {(close) => (
        <ActForm
          act={SET_MEASURE_DAY}
          start={{ dueOn: measure.dueOn }}
          input={({ dueOn }) => ({ plan: plan.id, measure: measure.id, seen: measure.version, dueOn })}
          said={say('saidDay')}
          shared={[
            {
              label: say('measureDue'),
              stands: day(measure.dueOn, language),
              read: ({ dueOn }) => day(dueOn, language),
              now: { dueOn: measure.dueOn },
            },
          ]}
          onDone={close}
        >
          {(field) => <TextField label={say('measureDue')} type="date" {...field('dueOn', { needed: true })} />}
        </ActForm>
      )}
    </Opens>
  );
}

interface Typed {
  result: string;
  involvement: string;
  owner: string;
  service: string;
  dueOn: string;
  problems: string[];
  lifts: string[];
  deviationKind: string;
  lawsAdded: string[];
}

function MeasureForm({ close }: { close: () => void }) {
  const { say, language } = usePlanWords();
  const { household, plan, agencyOf } = useHere();
  const { today } = useMe();
  const lists = useLists();
  const start: Typed = {
    result: '',
    involvement: '',
    owner: '',
    service: '',
    dueOn: daysLater(today, 14),
    problems: [],
    lifts: [],
    deviationKind: '',
    lawsAdded: [],
  };
  return (
    <ActForm
      act={ADD_MEASURE}
      start={start}
      input={({ owner, deviationKind, ...rest }) => ({
        plan: plan.id,
        ...rest,
        owner: owner || agencyOf(rest.involvement),
        deviationKind: deviationKind || null,
      })}
      said={say('saidMeasure')}
      onDone={close}
    >
      {(field, form) => (
        <>
          <TextField label={say('measureResult')} hint={say('measureResultHint')} {...field('result', { needed: true })} />
          <div className={styles.pair}>
            <Select label={say('measureAgency')} {...field('involvement', { needed: true })}>
              <option value="">{say('choose')}</option>
              {stands(household.involvements)
                .filter(({ toOn }) => toOn === null)
                .map(({ id, agencyName }) => (
                  <option key={id} value={id}>
                    {agencyName}
                  </option>
                ))}
            </Select>
            <TextField label={say('measureOwner')} optional {...field('owner')} />
          </div>
          <div className={styles.pair}>
            <SuggestField
              form={form}
              name="service"
              label={say('measureService')}
              placeholder={say('measureServiceHint')}
              options={(lists?.serviceTypes ?? []).map(({ key, name }) => ({ id: key, label: name[language] }))}
            />
            <TextField label={say('measureDue')} type="date" {...field('dueOn', { needed: true })} />
          </div>
          <Boxes
            field={field}
            name="problems"
            legend={say('measureProblems')}
            options={stands(household.problems)
              .filter(({ status }) => status !== 'RESOLVED')
              .map(({ id, type, words }) => ({ value: id, label: words ?? nameIn(lists?.problemTypes, type, language) }))}
          />
          <Boxes
            field={field}
            name="lifts"
            legend={say('measureLifts')}
            options={stands(household.waits)
              .filter(({ liftedOn, what }) => !liftedOn && what)
              .map(({ id, what }) => ({ value: id, label: what ?? '' }))}
          />
          <DeviationSelect {...field('deviationKind')} />
          <details>
            <summary>{say('measureLaws')}</summary>
            <Boxes
              field={field}
              name="lawsAdded"
              legend={say('measureLawsWhy')}
              options={(lists?.laws ?? []).map(({ key, shortTitle }) => ({ value: key, label: shortTitle }))}
            />
          </details>
        </>
      )}
    </ActForm>
  );
}
