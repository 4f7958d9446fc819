import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { nameIn, useLists } from '../data/lists';
import { act, type Outcome } from '../data/act';
import { useMe } from '../data/me';
import { ActForm, Check, Opens, useField } from '../kit/act.form';
import { Button } from '../kit/button';
import { Choice, Select, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Stays } from '../kit/stays';
import { money, percent } from '../words/format';
import { Payers, Sureness } from './payers';
import { ADD_COST_LINE, ADD_SCENARIO, ADD_UNPRICED, FUND_MEASURE } from './plan.acts';
import { Part, PayerField, stands, useHere, Withdraw, type InForm } from './plan.here';
import { PRICES, type Measure, type Plan } from './plan.query';
import { amount, chance, decimal, notTaken, type KnownCost } from './plan.rules';
import { usePlanWords } from './plan.words';
import { NO_PRICE, PriceFields, UnpricedFields, useIsNumber, usePrices } from './price.fields';
import styles from './plan.module.css';

type Scenario = Plan['scenarios'][number];

/** What it costs as now beside the breakthrough, who invests and who gains, and who pays which measure. */
export default function MoneyStep() {
  const { say } = usePlanWords();
  const { plan, writes } = useHere();
  const scenarios = stands(plan.scenarios);
  const hasNow = scenarios.some(({ kind }) => kind === 'AS_NOW');
  const months = scenarios[0]?.horizonMonths ?? 12;
  return (
    <>
      <Part title={say('compare')} term="scenarios">
        <Payers comparison={plan.comparison} />
        {plan.comparison && <Sureness scenarios={scenarios} />}
      </Part>
      {writes && !hasNow && (
        <Part title={say('scenario.AS_NOW')}>
          <ScenarioForm kind="AS_NOW" id="as-now" months={months} />
        </Part>
      )}
      {scenarios.map((scenario) => (
        <ScenarioPart key={scenario.id} scenario={scenario} />
      ))}
      {writes && (
        <Part title={say(scenarios.some(({ kind }) => kind === 'BREAKTHROUGH') ? 'otherWay' : 'scenario.BREAKTHROUGH')}>
          <ScenarioForm kind="BREAKTHROUGH" id="add-scenario" months={months} />
        </Part>
      )}
      <Part title={say('funding')}>
        {stands(plan.measures).length === 0 && <p className="quiet">{say('measuresNone')}</p>}
        <Stays lines={stands(plan.measures)} all={plan.measures} within={(shown) => <ul className={styles.list}>{shown}</ul>}>
          {(measure, gone) => <Funding measure={measure} gone={gone} />}
        </Stays>
      </Part>
    </>
  );
}

function ScenarioForm({ kind, id, months }: { kind: 'AS_NOW' | 'BREAKTHROUGH'; id: string; months: number }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <Opens id={id} label={say(`scenarioAdd.${kind}`)}>
      {(close) => (
        <ActForm
          act={ADD_SCENARIO}
          start={{ name: say(kind === 'AS_NOW' ? 'scenarioNameNow' : 'scenarioNameThen'), months: String(months) }}
          input={(typed) => ({ plan: plan.id, kind, name: typed.name, horizonMonths: Number(typed.months) })}
          said={say('saidScenario')}
          onDone={close}
        >
          {(field, form) => (
            <>
              <TextField label={say('scenarioName')} {...field('name', { needed: true })} />
              <Choice
                legend={say('months')}
                options={['12', '24'].map((value) => ({ value, label: say('monthsOf', { count: Number(value) }) }))}
                value={form.watch('months')}
                onChange={(chosen) => form.setValue('months', chosen)}
              />
            </>
          )}
        </ActForm>
      )}
    </Opens>
  );
}

function ScenarioPart({ scenario }: { scenario: Scenario }) {
  const { say, language } = usePlanWords();
  const { writes } = useHere();
  const lists = useLists();
  const [{ data: prices }] = useQuery({ query: PRICES });
  const lines = stands(scenario.costLines);
  const unpriced = stands(scenario.unpriced);
  const total = scenario.totals.totalCents;
  return (
    <Part
      title={scenario.name}
      more={`${say(`scenario.${scenario.kind}`)} · ${say('monthsOf', { count: scenario.horizonMonths })} · ${say('total')}: ${
        total === null ? say('unknown') : money(total, language)
      }`}
    >
      {lines.length + unpriced.length === 0 && <p className="quiet">{say('noLines')}</p>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <div className={styles.what}>
              <strong>{line.note}</strong>
              <p className="quiet">
                {nameIn(lists?.payers, line.payer, language)} · {line.quantity.replace('.', language === 'nl' ? ',' : '.')} ×{' '}
                {nameIn(prices?.unitCosts, line.unitCost, language)}
                {line.probability && <> · {say('chance', { part: percent(Number(line.probability), language) })}</>} ·{' '}
                {line.priceYear}
              </p>
            </div>
            <strong className={styles.amount}>{money(line.cents, language)}</strong>
            <Withdraw entry={line.id} about={line.note} />
          </li>
        ))}
        {unpriced.map((item) => (
          <li key={item.id}>
            <div className={styles.what}>
              <strong>{item.note}</strong>
              <p className="quiet">{nameIn(prices?.unpricedItems, item.item, language)}</p>
            </div>
            <Tag>{say('unpriced')}</Tag>
            <Withdraw entry={item.id} about={item.note} />
          </li>
        ))}
      </ul>
      {writes && scenario.kind === 'AS_NOW' && <Running scenario={scenario} />}
      {writes && (
        <div className={styles.buttons}>
          <Opens {...(scenario.kind === 'AS_NOW' ? { id: 'as-now' } : {})} label={say('lineAdd')} about={scenario.name}>
            {(close) => <LineForm scenario={scenario} close={close} />}
          </Opens>
          <Opens label={say('unpricedAdd')} about={scenario.name} subtle>
            {(close) => <UnpricedForm scenario={scenario} close={close} />}
          </Opens>
          <Withdraw entry={scenario.id} about={scenario.name} />
        </div>
      )}
    </Part>
  );
}

/** What help that runs costs is known already: one press takes it over, a line or all of it. */
function Running({ scenario }: { scenario: Scenario }) {
  const { say, language } = usePlanWords();
  const { plan, household } = useHere();
  const { today } = useMe();
  const lists = useLists();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const runs = new Set(
    stands(household.interventions)
      .filter(({ toOn }) => toOn === null || toOn >= today)
      .map(({ id }) => id),
  );
  const known = notTaken(household.interventionCosts ?? [], stands(scenario.costLines), runs);
  if (known.length === 0) return null;
  const take = async (costs: readonly KnownCost[]) => {
    setBusy(true);
    for (const { intervention, note, unitCost, quantity, payer, oneOff } of costs) {
      const came = await act(ADD_COST_LINE, {
        input: { plan: plan.id, scenario: scenario.id, intervention, note, unitCost, quantity, payer, oneOff },
      });
      setOutcome(came);
      if (came.kind !== 'done') break;
      tell(say('saidTaken'));
    }
    setBusy(false);
  };
  return (
    <div>
      <h3>{say('running')}</h3>
      <p className="quiet">{say('runningWhy')}</p>
      <ul className={styles.list}>
        {known.map((cost) => (
          <li key={cost.id}>
            <div className={styles.what}>
              <span>{cost.note}</span>
              <span className="quiet small">{nameIn(lists?.payers, cost.payer, language)}</span>
            </div>
            <span className={styles.amount}>{money(cost.cents, language)}</span>
            <Button purpose="secondary" busy={busy} onClick={() => void take([cost])}>
              {say('takeOver')} <span className="heard">{cost.note}</span>
            </Button>
          </li>
        ))}
      </ul>
      {known.length > 1 && (
        <Button purpose="secondary" busy={busy} onClick={() => void take(known)}>
          {say('takeAll')}
        </Button>
      )}
      <Refusal outcome={outcome} />
    </div>
  );
}

function LineForm({ scenario, close }: { scenario: Scenario; close: () => void }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  const { today } = useMe();
  const { pricedOf } = usePrices(today);
  const isNumber = useIsNumber();
  const isNow = scenario.kind === 'AS_NOW';
  return (
    <ActForm
      act={ADD_COST_LINE}
      start={{ ...NO_PRICE, probability: '', measure: '' }}
      input={({ probability, measure, ...priced }) => ({
        plan: plan.id,
        scenario: scenario.id,
        ...pricedOf(priced),
        probability: isNow ? chance(probability) : null,
        measure: measure || null,
      })}
      said={say('saidLine')}
      onDone={close}
    >
      {(field) => (
        <>
          <PriceFields on={today} />
          {isNow && (
            <TextField
              label={say('lineChance')}
              hint={say('lineChanceHint')}
              optional
              inputMode="decimal"
              {...field('probability', { validate: isNumber })}
            />
          )}
          {!isNow && <MeasureField {...field('measure')} />}
        </>
      )}
    </ActForm>
  );
}

function UnpricedForm({ scenario, close }: { scenario: Scenario; close: () => void }) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <ActForm
      act={ADD_UNPRICED}
      start={{ item: '', note: '', measure: '' }}
      input={({ item, note, measure }) => ({ plan: plan.id, scenario: scenario.id, item, note, measure: measure || null })}
      said={say('saidUnpriced')}
      onDone={close}
    >
      {(field) => (
        <>
          <UnpricedFields />
          {scenario.kind === 'BREAKTHROUGH' && <MeasureField {...field('measure')} />}
        </>
      )}
    </ActForm>
  );
}

function MeasureField(field: InForm) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <Select label={say('lineMeasure')} {...field}>
      <option value="">{say('anyMeasure')}</option>
      {stands(plan.measures).map(({ id, result }) => (
        <option key={id} value={id}>
          {result}
        </option>
      ))}
    </Select>
  );
}

function Funding({ measure, gone }: { measure: Measure; gone: ReactNode }) {
  const { say, language } = usePlanWords();
  const { writes } = useHere();
  const lists = useLists();
  const payer = (key: string) => nameIn(lists?.payers, key, language);
  const isSettled = measure.noExtraMoney || measure.shares.length > 0;
  return (
    <li>
      <div className={styles.what}>
        <h3>
          {measure.result} {gone}
        </h3>
        {!isSettled && <Tag tone="warn">{say('fundNone')}</Tag>}
        {measure.noExtraMoney && <p>{say('fundFree')}</p>}
        {measure.shares.map((share) => (
          <p key={share.id}>
            {payer(share.payer)}: {percent(Number(share.percent) / 100, language)},{' '}
            {share.cents === null ? say('unknown') : money(share.cents, language)}
          </p>
        ))}
        {measure.advancedBy && <p className="quiet">{say('fundFirstOf', { payer: payer(measure.advancedBy) })}</p>}
      </div>
      {writes && (
        <Opens id={`fund-${measure.id}`} label={isSettled ? say('edit') : say('fund')} about={measure.result} subtle={isSettled}>
          {(close) => <FundingForm measure={measure} close={close} />}
        </Opens>
      )}
    </li>
  );
}

interface Shares {
  free: boolean;
  shares: { payer: string; percent: string; amount: string }[];
  advancedBy: string;
}

/** How a measure is paid, in a line. */
function useFundingWords() {
  const { say, language } = usePlanWords();
  const lists = useLists();
  const payer = (key: string) => nameIn(lists?.payers, key, language);
  return ({ free, shares, advancedBy }: Shares): string =>
    free
      ? say('fundFree')
      : [
          ...shares
            .filter((share) => share.payer)
            .map((share) =>
              [payer(share.payer), percent(Number(decimal(share.percent)) / 100, language), share.amount && `€ ${share.amount}`]
                .filter(Boolean)
                .join(' '),
            ),
          ...(advancedBy ? [say('fundFirstOf', { payer: payer(advancedBy) })] : []),
        ].join(', ');
}

function FundingForm({ measure, close }: { measure: Measure; close: () => void }) {
  const { say } = usePlanWords();
  const fundingOf = useFundingWords();
  const { plan } = useHere();
  // What has a price throughout is divided by the api; where something has none, only people know what is certain.
  const proposed = stands(plan.scenarios).find(({ kind }) => kind === 'BREAKTHROUGH');
  const isOf = ({ measureId }: { measureId: string | null }) => measureId === measure.id;
  const isHalfPriced = stands(proposed?.costLines).some(isOf) && stands(proposed?.unpriced).some(isOf);
  const euros = (cents: string | null) =>
    cents ? `${BigInt(cents) / 100n},${String(BigInt(cents) % 100n).padStart(2, '0')}` : '';
  const start: Shares = {
    free: measure.noExtraMoney,
    shares: measure.shares.length
      ? measure.shares.map(({ payer, percent: part, cents }) => ({ payer, percent: part, amount: euros(cents) }))
      : [{ payer: '', percent: '100', amount: '' }],
    advancedBy: measure.advancedBy ?? '',
  };
  return (
    <ActForm
      act={FUND_MEASURE}
      start={start}
      input={({ free, shares, advancedBy }) => ({
        plan: plan.id,
        measure: measure.id,
        seen: measure.version,
        noExtraMoney: free,
        shares: free
          ? []
          : shares.map(({ payer, percent: part, amount: given }) => ({
              payer,
              percent: decimal(part) ?? part,
              cents: isHalfPriced ? amount(given) : null,
            })),
        advancedBy: free ? null : advancedBy || (shares[0]?.payer ?? null),
      })}
      said={say('saidFund')}
      shared={[{ label: say('funding'), stands: fundingOf(start), read: fundingOf, now: start }]}
      onDone={close}
    >
      {(field, form) => (
        <>
          <Check field={field} name="free" label={say('fundFree')} />
          {!form.watch('free') && <ShareRows form={form} isHalfPriced={isHalfPriced} />}
        </>
      )}
    </ActForm>
  );
}

function ShareRows({ form, isHalfPriced }: { form: UseFormReturn<Shares>; isHalfPriced: boolean }) {
  const { say, language } = usePlanWords();
  const lists = useLists();
  const field = useField(form);
  const { fields: rows, append } = useFieldArray({ control: form.control, name: 'shares' });
  const isNumber = useIsNumber();
  const isAmount = (text: unknown) => text === '' || amount(String(text)) !== null || say('amount');
  return (
    <>
      {rows.map((row, at) => (
        <div key={row.id} className={styles.pair}>
          <PayerField label={say('fundPayer', { number: at + 1 })} {...field(`shares.${at}.payer`, { needed: true })} />
          <TextField
            label={say('fundPart')}
            inputMode="decimal"
            {...field(`shares.${at}.percent`, { needed: true, validate: isNumber })}
          />
          {isHalfPriced && (
            <TextField
              label={say('fundAmount')}
              hint={say('fundAmountHint')}
              optional
              inputMode="decimal"
              {...field(`shares.${at}.amount`, { validate: isAmount })}
            />
          )}
        </div>
      ))}
      <p>
        <Button purpose="subtle" onClick={() => append({ payer: '', percent: '', amount: '' })}>
          {say('fundMore')}
        </Button>
      </p>
      {rows.length > 1 && (
        <Select label={say('fundFirst')} {...field('advancedBy')}>
          <option value="">{say('choose')}</option>
          {lists?.payers.map(({ key, name }) => (
            <option key={key} value={key}>
              {name[language]}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
