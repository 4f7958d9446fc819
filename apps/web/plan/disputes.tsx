import { nameIn, useLists } from '../data/lists';
import { ActForm, Boxes, Opens } from '../kit/act.form';
import { Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { ESCALATE_DISPUTE, OPEN_DISPUTE, SETTLE_DISPUTE } from './plan.acts';
import { ClimbFields, climbOf, climbStart, Steps } from './ladder';
import { nextRungs } from './ladder.rules';
import { Part, PayerField, stands, useHere, useLaws, Withdraw } from './plan.here';
import type { Plan } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

type Dispute = Plan['disputes'][number];

/** Agencies that differ about which law pays: who pays meanwhile, and what came of it. */
export function Disputes() {
  const { say } = usePlanWords();
  const { plan, holds } = useHere();
  const disputes = stands(plan.disputes);
  const mayOpen = holds && plan.status !== 'STOPPED';
  if (disputes.length === 0 && !mayOpen) return null;
  return (
    <Part title={say('disputes')} more={say('disputesWhy')}>
      {disputes.length > 0 && (
        <ul className={styles.list}>
          {disputes.map((dispute) => (
            <DisputeLine key={dispute.id} dispute={dispute} />
          ))}
        </ul>
      )}
      {mayOpen && (
        <Opens id="dispute" label={say('disputeAdd')} subtle>
          {(close) => <DisputeForm close={close} />}
        </Opens>
      )}
    </Part>
  );
}

function DisputeLine({ dispute }: { dispute: Dispute }) {
  const { say, language } = usePlanWords();
  const { plan, holds, agencyOf } = useHere();
  const { law } = useLaws();
  const lists = useLists();
  const payer = (key: string | null) => (key ? nameIn(lists?.payers, key, language) : '');
  const isSettled = dispute.state === 'SETTLED';
  const acts = plan.status !== 'STOPPED' && !isSettled;
  const mayClimb = acts && dispute.state === 'OVERDUE' && nextRungs(stands(dispute.escalations)).length > 0;
  return (
    <li>
      <div className={styles.what}>
        <h3>{dispute.about}</h3>
        <p className="quiet">
          {dispute.involvementIds.map(agencyOf).join(', ')} · {dispute.laws.map(law).join(' / ')}
        </p>
        <Tag tone={isSettled ? 'open' : dispute.state === 'OVERDUE' ? 'warn' : 'quiet'} icon={isSettled ? 'tick' : 'clock'}>
          {say(`disputeState.${dispute.state}`)}
        </Tag>
        {isSettled ? (
          <p>
            {say('settledAs', { law: law(dispute.settledLaw), payer: payer(dispute.settledPayer) })} {dispute.reasoning}
          </p>
        ) : (
          <p>
            {say('paysNow', { payer: payer(dispute.interimPayer) })}{' '}
            <span className="quiet">({say('dueOn', { day: day(dispute.dueOn, language) })})</span>
          </p>
        )}
        <Steps steps={dispute.escalations} about={dispute.about} />
      </div>
      <div className={styles.buttons}>
        {holds && <Settle dispute={dispute} may={acts} />}
        {holds && (
          <Opens label={say('escalate')} about={dispute.about} may={mayClimb} subtle>
            {(close) => (
              <ActForm
                act={ESCALATE_DISPUTE}
                start={climbStart(dispute.escalations)}
                input={(typed) => ({ plan: plan.id, dispute: dispute.id, seen: dispute.version, ...climbOf(typed) })}
                button={say('escalate')}
                said={say('saidEscalate')}
                onDone={close}
              >
                {(_field, form) => <ClimbFields form={form} steps={dispute.escalations} />}
              </ActForm>
            )}
          </Opens>
        )}
        <Withdraw entry={dispute.id} about={dispute.about} />
      </div>
    </li>
  );
}

function Settle({ dispute, may }: { dispute: Dispute; may: boolean }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  const { law } = useLaws();
  return (
    <Opens label={say('settle')} about={dispute.about} may={may}>
      {(close) => (
        <ActForm
          act={SETTLE_DISPUTE}
          start={{ law: '', payer: dispute.interimPayer, reasoning: '' }}
          input={(typed) => ({ plan: plan.id, dispute: dispute.id, seen: dispute.version, ...typed })}
          said={say('saidSettle')}
          onDone={close}
        >
          {(field) => (
            <>
              <div className={styles.pair}>
                <Select label={say('settleLaw')} {...field('law', { needed: true })}>
                  <option value="">{say('choose')}</option>
                  {dispute.laws.map((key) => (
                    <option key={key} value={key}>
                      {law(key)}
                    </option>
                  ))}
                </Select>
                <PayerField label={say('linePayer')} {...field('payer', { needed: true })} />
              </div>
              <TextArea label={say('argument')} rows={2} {...field('reasoning', { needed: true })} />
            </>
          )}
        </ActForm>
      )}
    </Opens>
  );
}

interface Typed {
  about: string;
  laws: string[];
  involvements: string[];
  measures: string[];
  interimPayer: string;
  clockDays: string;
}

function DisputeForm({ close }: { close: () => void }) {
  const { say } = usePlanWords();
  const { household, plan } = useHere();
  const { law } = useLaws();
  const start: Typed = { about: '', laws: [], involvements: [], measures: [], interimPayer: '', clockDays: '10' };
  const measures = stands(plan.measures);
  const touched = [...new Set(measures.flatMap(({ lawsTouched }) => (lawsTouched ?? []).map((one) => one.law)))];
  return (
    <ActForm
      act={OPEN_DISPUTE}
      start={start}
      input={({ clockDays, ...typed }) => ({ plan: plan.id, ...typed, clockDays: Number(clockDays) })}
      said={say('saidDispute')}
      onDone={close}
    >
      {(field) => (
        <>
          <TextField label={say('disputeAbout')} {...field('about', { needed: true })} />
          <Boxes
            field={field}
            name="laws"
            legend={say('disputeLaws')}
            options={touched.map((key) => ({ value: key, label: law(key) }))}
          />
          <Boxes
            field={field}
            name="involvements"
            legend={say('disputeWho')}
            options={stands(household.involvements).map(({ id, agencyName }) => ({ value: id, label: agencyName }))}
          />
          <Boxes
            field={field}
            name="measures"
            legend={say('disputeMeasures')}
            options={measures.map(({ id, result }) => ({ value: id, label: result }))}
          />
          <div className={styles.pair}>
            <PayerField label={say('disputePays')} {...field('interimPayer', { needed: true })} />
            <TextField label={say('disputeDays')} type="number" min={1} max={60} {...field('clockDays', { needed: true })} />
          </div>
        </>
      )}
    </ActForm>
  );
}
