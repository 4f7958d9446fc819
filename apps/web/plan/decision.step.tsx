import { useQuery } from 'urql';
import { useAct } from '../data/act';
import type { VariablesOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Choice, Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { day, money } from '../words/format';
import {
  AGREEMENT,
  ASK_ADVISER,
  ASK_DECIDER,
  ASSIGN_DEPUTY,
  DECIDE,
  DROP_MEASURE,
  FINISH_MEASURE,
  PROCEED_NO,
  PROMISE,
  START_MEASURE,
} from './plan.acts';
import { doerOf } from './about.rules';
import { MANDATES, useKindName } from './deviation';
import { ActForm, Check, Fields, Opens, Part, PeopleField, stands, useHere } from './plan.here';
import { Positions } from './positions';
import { daysLater } from './plan.rules';
import type { Measure } from './plan.query';
import { usePlanWords } from './plan.words';
import { VerdictTag } from './values.step';
import styles from './plan.module.css';

const SAID_YES: Pick<VariablesOf<typeof AGREEMENT>['input'], 'state' | 'how'> = { state: 'AGREED', how: 'ALOUD' };
const CERTAIN: Pick<VariablesOf<typeof PROMISE>['input'], 'certainty'> = { certainty: 'CERTAIN' };

const PERSPECTIVES = ['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const;

/** Who has still to say something, and the decision itself; after it, how it is carried out. */
export function DecisionStep() {
  const { plan, decides } = useHere();
  return (
    <>
      {plan.status !== 'SELECTED' && plan.decisionText && <Decided />}
      {plan.status === 'DECIDED' && <CarryingOut />}
      {plan.status === 'DECIDED' && <Promises />}
      {decides && <Decide />}
      <Perspectives />
      <Positions />
      <Agreement />
      <Holders />
      <Deciders />
    </>
  );
}

function Perspectives() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  return (
    <Part title={say('perspectives')}>
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
                  asked.map(({ id, personLabel }) => <p key={id}>{say('perspectiveWaits', { who: personLabel ?? '' })}</p>)
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
                      {(form) => <PeopleField form={form} name="person" task="ASSESS" label={say('who')} />}
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

const HOW = ['ALOUD', 'ALOUD_WITH_MENTOR', 'BY_REPRESENTATIVE', 'IN_WRITING'] as const;

function Agreement() {
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
                    {(form) => (
                      <Fields form={form}>
                        {(field) => (
                          <TextArea label={say('proceedWhy')} hint={say('proceedHint')} {...field('reason', { needed: true })} />
                        )}
                      </Fields>
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
              {(form) => (
                <Fields form={form}>
                  {(field) => (
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
                </Fields>
              )}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}

function Holders() {
  const { say } = usePlanWords();
  const { household, holds } = useHere();
  const { lead, deputy } = household;
  return (
    <Part title={say('holders')}>
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
          {holds && (
            <Opens id="deputy" label={deputy ? say('deputyChange') : say('deputyAdd')} subtle={Boolean(deputy)}>
              {(close) => (
                <ActForm
                  act={ASSIGN_DEPUTY}
                  start={{ person: '' }}
                  input={({ person }) => ({ household: household.id, person, seen: household.version })}
                  said={say('saidDeputy')}
                  onDone={close}
                >
                  {(form) => (
                    <PeopleField
                      form={form}
                      name="person"
                      task="HOLD"
                      label={say('who')}
                      without={[lead?.personId ?? '', deputy?.personId ?? '']}
                    />
                  )}
                </ActForm>
              )}
            </Opens>
          )}
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
    <Part title={say('decider')}>
      {asked.length === 0 ? (
        <p className="quiet">{say('deciderNone')}</p>
      ) : (
        <ul className={styles.list}>
          {asked.map(({ id, personLabel }) => (
            <li key={id}>{personLabel}</li>
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
              {(form) => (
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

/** How far the mandate of the reader goes, beside what this plan commits. */
function Mandate() {
  const { say, language } = usePlanWords();
  const kindName = useKindName();
  const { plan } = useHere();
  const { person } = useMe();
  const [{ data }] = useQuery({ query: MANDATES });
  if (!data) return null;
  const own = data.mandates.filter(
    ({ personId, fromOn, toOn }) => personId === person && fromOn <= plan.planOn && plan.planOn <= toOn,
  );
  const cents = stands(plan.measures)
    .flatMap(({ shares }) => shares)
    .reduce((total, share) => total + BigInt(share.cents ?? 0), 0n);
  return (
    <div>
      {own.length === 0 && <p>{say('mandateNone', { day: day(plan.planOn, language) })}</p>}
      {own.map(({ id, maxCents, kinds }) => (
        <p key={id}>
          {say('mandateOf', {
            limit: maxCents === null ? say('mandateNoLimit') : money(maxCents, language),
            kinds: kinds.map(kindName).join(', ') || say('mandateNoKind'),
          })}
        </p>
      ))}
      <p>{say('commits', { amount: money(String(cents), language) })}</p>
    </div>
  );
}

/** The page of whoever holds the mandate: what to look at, the text, and all reasons when it cannot be. */
function Decide() {
  const { say, language } = usePlanWords();
  const { plan } = useHere();
  const costsMore =
    (plan.warnings ?? []).some(({ code }) => code === 'NEGATIVE_RETURN') || isBelowZero(plan.comparison?.savingCents);
  return (
    <Part title={say('decide')}>
      <Mandate />
      {plan.warnings && plan.warnings.length > 0 && (
        <div>
          <h3>{say('decideWarnings')}</h3>
          <ul className={styles.list}>
            {plan.warnings.map((warning, at) => (
              <li key={at}>{warning[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <ActForm
        act={DECIDE}
        start={{ text: '', signed: false }}
        input={({ text, signed }) => ({ plan: plan.id, seen: plan.version, text, negativeReturnSigned: signed })}
        button={say('decideGo')}
        said={say('saidDecide')}
        primary
      >
        {(form) => (
          <Fields form={form}>
            {(field) => (
              <>
                <TextArea label={say('decideText')} hint={say('decideHint')} rows={4} {...field('text', { needed: true })} />
                {costsMore && <Check form={form} name="signed" id="signed" label={say('decideSigned')} />}
              </>
            )}
          </Fields>
        )}
      </ActForm>
    </Part>
  );
}

const isBelowZero = (cents: string | null | undefined): boolean => cents?.startsWith('-') ?? false;

function Decided() {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <Part title={say('decided')}>
      <q className={styles.quote}>{plan.decisionText}</q>
    </Part>
  );
}

function CarryingOut() {
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
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Progress({ measure }: { measure: Measure }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  const { today } = useMe();
  const begin = useAct(START_MEASURE);
  const finish = useAct(FINISH_MEASURE);
  const { state } = measure.progress;
  if (state === 'DONE' || state === 'DROPPED') return null;
  const input = { plan: plan.id, measure: measure.id, onDay: today };
  const done = ({ kind }: { kind: string }) => kind === 'done' && tell(say('saidSave'));
  return (
    <div className={styles.buttons}>
      {state === 'OPEN' && (
        <Button purpose="secondary" busy={begin.busy} onClick={() => void begin.go({ input }).then(done)}>
          {say('begin')} <span className="heard">{measure.result}</span>
        </Button>
      )}
      <Button purpose="secondary" busy={finish.busy} onClick={() => void finish.go({ input }).then(done)}>
        {say('finish')} <span className="heard">{measure.result}</span>
      </Button>
      <Opens label={say('drop')} about={measure.result} subtle>
        {(close) => (
          <ActForm
            act={DROP_MEASURE}
            start={{ reason: '' }}
            input={({ reason }) => ({ ...input, reason })}
            said={say('saidSave')}
            onDone={close}
          >
            {(form) => (
              <Fields form={form}>
                {(field) => <TextField label={say('dropWhy')} {...field('reason', { needed: true })} />}
              </Fields>
            )}
          </ActForm>
        )}
      </Opens>
      <Refusal outcome={begin.outcome} />
      <Refusal outcome={finish.outcome} />
    </div>
  );
}

const CERTAINTIES = ['CERTAIN', 'EXPECTED', 'I_WILL_TRY'] as const;

function Promises() {
  const { say, language } = usePlanWords();
  const { plan, holds, household } = useHere();
  const { today, person } = useMe();
  const promises = stands(plan.commitments);
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
                ...(who ? { involvement: who } : { professional: person }),
              })}
              said={say('saidPromise')}
              onDone={close}
            >
              {(form) => (
                <Fields form={form}>
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
                </Fields>
              )}
            </ActForm>
          )}
        </Opens>
      )}
    </Part>
  );
}
