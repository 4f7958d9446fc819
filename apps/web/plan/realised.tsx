import { useQuery } from 'urql';
import { useAct } from '../data/act';
import { nameIn, useLists } from '../data/lists';
import { ActForm, Opens } from '../kit/act.form';
import { Button } from '../kit/button';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { day, money } from '../words/format';
import {
  ADD_REALISED_COST,
  ADD_REALISED_UNPRICED,
  RECORD_REALISED,
  WITHDRAW_OUTCOME,
  type After,
  type Period,
} from './after.query';
import { useAfterWords } from './after.words';
import { Part, stands, useHere, WithdrawBy } from './plan.here';
import { PRICES } from './plan.query';
import { usePlanWords } from './plan.words';
import { NO_PRICE, PriceFields, UnpricedFields, usePrices } from './price.fields';
import styles from './plan.module.css';

const KINDS = ['BEFORE', 'AFTER'] as const;

/** What the year before and the year after really cost, or that it is not known; nothing is estimated. */
export function Realised({ after }: { after: After }) {
  const { say } = useAfterWords();
  const { holds } = useHere();
  const periods = stands(after.realised);
  return (
    <Part title={say('realised')} more={say('realisedWhy')}>
      <ul className={styles.list}>
        {KINDS.map((kind) => {
          const period = periods.find((one) => one.kind === kind);
          return (
            <li key={kind}>
              <div className={styles.what}>
                <h3>{say(`period.${kind}`)}</h3>
                {period && <Lines period={period} />}
              </div>
              {holds && (period ? <PeriodActs period={period} /> : <Known kind={kind} />)}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Known({ kind }: { kind: (typeof KINDS)[number] }) {
  const { say } = useAfterWords();
  const { plan } = useHere();
  const { go, busy, outcome } = useAct(RECORD_REALISED);
  const answer = (known: boolean) =>
    void go({ input: { plan: plan.id, kind, known } }).then((came) => came.kind === 'done' && tell(say('saidPeriod')));
  return (
    <div className={styles.buttons}>
      <Button purpose="secondary" busy={busy} onClick={() => answer(true)}>
        {say('isKnown')} <span className="heard">{say(`period.${kind}`)}</span>
      </Button>
      <Button purpose="subtle" busy={busy} onClick={() => answer(false)}>
        {say('isUnknown')} <span className="heard">{say(`period.${kind}`)}</span>
      </Button>
      <Refusal outcome={outcome} />
    </div>
  );
}

function Lines({ period }: { period: Period }) {
  const { say, language } = useAfterWords();
  const { holds } = useHere();
  const lists = useLists();
  const [{ data: prices }] = useQuery({ query: PRICES });
  return (
    <>
      <p className="quiet">{say('between', { from: day(period.fromOn, language), to: day(period.toOn, language) })}</p>
      {!period.known && <Tag>{say('unknown')}</Tag>}
      <ul className={styles.list}>
        {stands(period.costLines).map(({ id, note, payer, cents }) => (
          <li key={id}>
            <span className={styles.what}>
              {note} <span className="quiet small">{nameIn(lists?.payers, payer, language)}</span>
            </span>
            <strong className={styles.amount}>{money(cents, language)}</strong>
            {holds && <WithdrawBy act={WITHDRAW_OUTCOME} entry={id} about={note} />}
          </li>
        ))}
        {stands(period.unpriced).map(({ id, item, note }) => (
          <li key={id}>
            <span className={styles.what}>
              {note} <span className="quiet small">{nameIn(prices?.unpricedItems, item, language)}</span>
            </span>
            {holds && <WithdrawBy act={WITHDRAW_OUTCOME} entry={id} about={note} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function PeriodActs({ period }: { period: Period }) {
  const { say } = useAfterWords();
  const about = say(`period.${period.kind}`);
  return (
    <div className={styles.buttons}>
      {period.known && (
        <Opens label={say('costAdd')} about={about}>
          {(close) => <CostForm period={period} close={close} />}
        </Opens>
      )}
      <Opens label={say('unpricedAdd')} about={about} subtle>
        {(close) => <UnpricedForm period={period} close={close} />}
      </Opens>
      <WithdrawBy act={WITHDRAW_OUTCOME} entry={period.id} about={about} />
    </div>
  );
}

function CostForm({ period, close }: { period: Period; close: () => void }) {
  const { say } = useAfterWords();
  const { plan } = useHere();
  const { pricedOf } = usePrices(period.toOn);
  return (
    <ActForm
      act={ADD_REALISED_COST}
      start={NO_PRICE}
      input={(typed) => ({ plan: plan.id, period: period.id, ...pricedOf(typed) })}
      said={say('saidCost')}
      onDone={close}
    >
      {() => <PriceFields on={period.toOn} />}
    </ActForm>
  );
}

function UnpricedForm({ period, close }: { period: Period; close: () => void }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <ActForm
      act={ADD_REALISED_UNPRICED}
      start={{ item: '', note: '' }}
      input={(typed) => ({ plan: plan.id, period: period.id, ...typed })}
      said={say('saidUnpriced')}
      onDone={close}
    >
      {() => <UnpricedFields />}
    </ActForm>
  );
}
