import { nameIn, useLists } from '../data/lists';
import { graphql, readFragment, type FragmentOf } from '../data/graphql';
import { Empty } from '../kit/states';
import { money, percent } from '../words/format';
import { differences, lengthOf, payersPicture, type Difference, type PayerBar } from './payers.rules';
import { usePayersWords } from './payers.words';
import styles from './payers.module.css';

export const COMPARED = graphql(`
  fragment Compared on PlanComparison {
    horizonMonths
    savingCents
    unpricedCount
    payers {
      payer
      asNowCents
      breakthroughCents
      savingCents
      role
      provisional
    }
  }
`);
/** What may be doubted about the amounts of a scenario, for `Sureness`. */
export const DOUBTED = graphql(`
  fragment Doubted on Scenario {
    id
    withdrawnOn
    costLines {
      id
      note
      probability
      priceYear
      confidence
      withdrawnOn
    }
    unpriced {
      id
      note
      withdrawnOn
    }
  }
`);

/** The pattern of "as now", drawn once on a page. */
const HATCH = 'as-now';
const COUNTED = ['one', 'two', 'three', 'four', 'five', 'six'] as const;

/**
 * As now beside breakthrough, per payer: who invests and who gains. The title says what it shows, the table holds every amount.
 * `realised`: what it really cost each payer in the twelve months after, once that is known.
 */
export function Payers({
  comparison,
  realised,
}: {
  comparison: FragmentOf<typeof COMPARED> | null;
  realised?: ReadonlyMap<string, string | null>;
}) {
  const { say, language } = usePayersWords();
  const lists = useLists();
  const compared = readFragment(COMPARED, comparison);
  if (!compared?.payers.length) return <Empty>{say('none')}</Empty>;

  const picture = payersPicture(compared.payers, compared.savingCents);
  const differenceOf = differences(picture.bars);
  const real = [...(realised?.values() ?? [])].map((cents) => BigInt(cents ?? 0));
  const largest = real.reduce((most, cents) => (cents > most ? cents : most), picture.largest);
  const wholes = [picture.asNow, picture.breakthrough];
  const longest = wholes.reduce((most, cents) => (cents > most ? cents : most), 0n);
  const euros = (cents: bigint) => money(String(cents), language);
  const headline = (cents: bigint) => money(String(cents), language, { headline: true });
  const provisional = new Set(compared.payers.filter((one) => one.provisional).map(({ payer }) => payer));
  const nameOf = (payer: string) => nameIn(lists?.payers, payer, language);
  const who = (some: readonly PayerBar[]) => {
    const [only] = some;
    if (only && some.length === 1) return nameOf(only.payer);
    return say(`payers.${COUNTED[some.length - 1] ?? 'more'}`, { count: some.length });
  };
  const investors = picture.bars.filter(({ saving }) => saving < 0n);
  const gainers = picture.bars.filter(({ saving }) => saving > 0n);

  return (
    <figure className={styles.payers}>
      <figcaption>
        <h3 className={styles.title}>
          {investors.length > 0 ? (
            <span className={styles.in}>
              {say('invests', { count: investors.length, who: who(investors), amount: headline(picture.invested) })}
            </span>
          ) : (
            gainers.length > 0 && <span>{say('nobodyInvests')}</span>
          )}{' '}
          {gainers.length > 0 && (
            <span className={styles.out}>
              {say('gains', { count: gainers.length, who: who(gainers), amount: headline(picture.gained) })}
            </span>
          )}
          {investors.length + gainers.length === 0 && say('same')}
        </h3>
        <p className="quiet">
          {say(realised ? 'overMonths' : 'expected', { months: compared.horizonMonths })}{' '}
          {compared.unpricedCount > 0 && say('unpriced', { count: compared.unpricedCount })}
        </p>
      </figcaption>
      <svg width="0" height="0" className={styles.defs} aria-hidden="true" focusable="false">
        <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className={styles.hatch} />
        </pattern>
      </svg>
      <dl className={styles.wholes}>
        {(
          [
            ['asNow', picture.asNow],
            ['breakthrough', picture.breakthrough],
          ] as const
        ).map(([which, cents]) => (
          <div key={which}>
            <dt>{say(which)}</dt>
            <dd>
              <Bar kind={which} length={lengthOf(cents, longest)} tall /> <b>{euros(cents)}</b>
            </dd>
          </div>
        ))}
      </dl>
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {say('payer')}
            </th>
            <td role="cell" className={styles.bars}>
              <span aria-hidden="true">{say('bothBars')}</span>
            </td>
            <th scope="col" role="columnheader" className={styles.amount}>
              {say('asNow')}
            </th>
            <th scope="col" role="columnheader" className={styles.amount}>
              {say('breakthrough')}
            </th>
            {realised && (
              <th scope="col" role="columnheader" className={styles.amount}>
                {say('realised')}
              </th>
            )}
            <td role="cell" className={styles.ways}>
              <span aria-hidden="true">{say('ways')}</span>
            </td>
            <th scope="col" role="columnheader" className={styles.amount}>
              {say('difference')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {picture.bars.map((bar) => {
            const came = realised?.get(bar.payer);
            return (
              <tr key={bar.payer} role="row">
                <th scope="row" role="rowheader">
                  {nameOf(bar.payer)}
                  {provisional.has(bar.payer) && <span className="quiet small"> {say('provisional')}</span>}
                </th>
                <td role="cell" className={styles.bars} aria-hidden="true">
                  <Bar kind="asNow" length={lengthOf(bar.asNow, largest)} />
                  <Bar kind="breakthrough" length={lengthOf(bar.breakthrough, largest)} />
                  {came !== undefined && came !== null && <Bar kind="realised" length={lengthOf(BigInt(came), largest)} />}
                </td>
                <Amount label={say('asNow')}>{bar.known ? euros(bar.asNow) : say('notKnown')}</Amount>
                <Amount label={say('breakthrough')}>{bar.known ? euros(bar.breakthrough) : say('notKnown')}</Amount>
                {realised && (
                  <Amount label={say('realised')}>
                    {came === undefined || came === null ? say('notKnown') : money(came, language)}
                  </Amount>
                )}
                <td role="cell" className={styles.ways} aria-hidden="true">
                  <DifferenceBar {...differenceOf(bar)} invests={bar.saving < 0n} />
                </td>
                <Amount label={say('difference')}>
                  {bar.saving === 0n ? (
                    say(bar.known ? 'unchanged' : 'notKnown')
                  ) : (
                    <b className={bar.saving > 0n ? styles.out : styles.in}>
                      {say(bar.saving > 0n ? 'gained' : 'invested')} <br />
                      {euros(bar.saving > 0n ? bar.saving : -bar.saving)}
                    </b>
                  )}
                </Amount>
              </tr>
            );
          })}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              {say('together')}
            </th>
            <td role="cell" className={styles.bars} />
            <Amount label={say('asNow')}>{euros(picture.asNow)}</Amount>
            <Amount label={say('breakthrough')}>{euros(picture.breakthrough)}</Amount>
            {realised && <Amount label={say('realised')}>{togetherOf(realised, euros) ?? say('notKnown')}</Amount>}
            <td role="cell" className={styles.ways} />
            <Amount label={say('difference')}>{euros(picture.saving)}</Amount>
          </tr>
        </tfoot>
      </table>
    </figure>
  );
}

/** A sum with a hole in it is not a sum. */
const togetherOf = (realised: ReadonlyMap<string, string | null>, euros: (cents: bigint) => string): string | null => {
  const all = [...realised.values()];
  return all.length === 0 || all.includes(null) ? null : euros(all.reduce((sum, cents) => sum + BigInt(cents ?? 0), 0n));
};

/** An amount with its column's word, for where the columns do not fit beside each other. */
const Amount = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <td role="cell" className={styles.amount}>
    <span className={styles.label} aria-hidden="true">
      {label}:{' '}
    </span>
    {children}
  </td>
);

const Bar = ({ kind, length, tall = false }: { kind: 'asNow' | 'breakthrough' | 'realised'; length: number; tall?: boolean }) => (
  <svg className={`${styles.bar} ${tall ? styles.tall : ''}`} aria-hidden="true" focusable="false">
    <rect
      className={styles[kind]}
      {...(kind === 'asNow' ? { fill: `url(#${HATCH})` } : {})}
      x="1"
      y="1"
      rx="2"
      height={tall ? 26 : 9}
      width={`${length / 10.2}%`}
    />
  </svg>
);

const DifferenceBar = ({ zero, from, width, invests }: Difference & { invests: boolean }) => (
  <svg className={styles.way} aria-hidden="true" focusable="false">
    <rect className={invests ? styles.invest : styles.gain} x={`${from}%`} y="4" rx="2" width={`${width}%`} height="18" />
    <rect className={styles.zero} x={`${Math.min(zero, 99)}%`} y="0" width="1" height="26" />
  </svg>
);

/** Beside the picture, not in a footnote: what is chosen, how old it is, and what has no price. */
export function Sureness({ scenarios }: { scenarios: readonly FragmentOf<typeof DOUBTED>[] }) {
  const { say, language } = usePayersWords();
  const all = readFragment(DOUBTED, scenarios).filter(({ withdrawnOn }) => withdrawnOn === null);
  const lines = all.flatMap(({ costLines }) => costLines.filter(({ withdrawnOn }) => withdrawnOn === null));
  const years = lines.map(({ priceYear }) => priceYear).toSorted((one, other) => one - other);
  const first = years[0];
  const last = years.at(-1);
  const weak = lines.filter(({ confidence }) => confidence !== null && confidence !== 'A' && confidence !== 'B').length;
  if (lines.length === 0) return null;
  const unpriced = all.flatMap((one) => one.unpriced.filter(({ withdrawnOn }) => withdrawnOn === null));
  return (
    <section className={styles.sure} aria-labelledby="sure">
      <h3 id="sure">{say('sure.title')}</h3>
      <ul>
        {lines.map(
          ({ id, note, probability }) =>
            probability !== null && (
              <li key={id}>{say('sure.chance', { what: capital(note), chance: percent(Number(probability), language) })}</li>
            ),
        )}
        {first !== undefined && last !== undefined && (
          <li>{first === last ? say('sure.year', { year: first }) : say('sure.years', { first, last })}</li>
        )}
        {weak > 0 && <li>{say('sure.weak', { count: weak })}</li>}
        {unpriced.length > 0 && (
          <li>
            <b>{say('sure.noPrice')}</b> {unpriced.map(({ note }) => note).join(', ')}. {say('sure.notZero')}
          </li>
        )}
      </ul>
    </section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
