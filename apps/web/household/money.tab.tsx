import { nameIn, useLists } from '../data/lists';
import { graphql, type ResultOf } from '../data/graphql';
import { Opens } from '../kit/act.form';
import { Explain } from '../kit/explain';
import { Sideways } from '../kit/sideways';
import { Stays } from '../kit/stays';
import { Answer } from '../kit/states';
import { Tag } from '../kit/marks';
import { COMPARED, DOUBTED, Payers, Sureness } from '../plan/payers';
import { useMe } from '../data/me';
import { day, money, percent } from '../words/format';
import type { Language } from '../words/words';
import { EndForm, HelpForm, PriceForm } from './help.form';
import { useHelpWords } from './help.words';
import { useHousehold } from './household.question';
import { capital, shortName } from './household.rules';
import { payerYears, perPayer, sumOf, type Year } from './money.rules';
import { unitName, useMoneyWords } from './money.words';
import styles from './tabs.module.css';

const MONEY = graphql(
  `
    query Money($id: ID!) {
      unitCosts {
        key
        sourceWords {
          nl
          en
        }
        name {
          nl
          en
        }
      }
      unpricedItems {
        key
        name {
          nl
          en
        }
      }
      household(id: $id) {
        id
        lead {
          personId
        }
        deputy {
          personId
        }
        involvements {
          id
          agencyName
          toOn
          withdrawnOn
        }
        problems {
          id
          type
          words
          status
          withdrawnOn
        }
        interventions {
          id
          version
          service
          fromOn
          toOn
          involvementId
        }
        interventionCosts {
          interventionId
          costLines {
            ...Line
          }
        }
        claims {
          id
          involvementId
          openCents
          amountCents
          lowerBound
          state
          activeAgainOn
        }
        letters {
          id
          involvementId
          demand
          amountCents
          dueOn
          doneOn
        }
        letterConflicts {
          letters
          words {
            nl
            en
          }
        }
        spendingRoom {
          fromOn
          weekCents
        }
        plans {
          id
          realised {
            id
            kind
            fromOn
            toOn
            known
            withdrawnOn
            totals {
              byPayer {
                payer
                cents
              }
            }
          }
        }
        plan {
          id
          comparison {
            ...Compared
          }
          expectedAndRealised {
            rows {
              payer
              realisedAfterCents
            }
          }
          scenarios {
            ...Doubted
            id
            kind
            name
            horizonMonths
            withdrawnOn
            costLines {
              ...Line
            }
            unpriced {
              id
              item
              note
            }
            totals {
              totalCents
            }
          }
        }
      }
    }
    fragment Line on CostLine @_unmask {
      id
      note
      payer
      cents
      quantity
      unit
      probability
      priceYear
      priceSource
      priceFrom
      confidence
      unitCost
      oneOff
    }
  `,
  [COMPARED, DOUBTED],
);
type Data = ResultOf<typeof MONEY>;
type Found = NonNullable<Data['household']>;
type Line = NonNullable<Found['plan']>['scenarios'][number]['costLines'][number];

/** What the household costs, per payer, each figure with where it comes from; and what is asked of the household itself. */
export default function MoneyTab({ household }: { household: string }) {
  const { say, language } = useMoneyWords();
  const [result, again] = useHousehold(MONEY, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => {
        const list: Prices = {
          sources: new Map(result.data?.unitCosts.map(({ key, sourceWords }) => [key, sourceWords[language]]) ?? []),
          unpriced: new Map(result.data?.unpricedItems.map(({ key, name }) => [key, name[language]]) ?? []),
        };
        // "as now" is what everything is compared with
        const scenarios = (found.plan?.scenarios ?? [])
          .filter(({ withdrawnOn }) => withdrawnOn === null)
          .toSorted((one, other) => Number(other.kind === 'AS_NOW') - Number(one.kind === 'AS_NOW'));
        return (
          <div className={styles.stack}>
            <section className={`${styles.card} ${styles.beside}`}>
              <div>
                <div className="explained">
                  <h2>{say('asNowAndThen')}</h2>
                  <Explain term="scenarios" />
                </div>
                <Payers comparison={found.plan?.comparison ?? null} {...realisedOf(found)} />
              </div>
              {found.plan?.comparison && <Sureness scenarios={scenarios} />}
            </section>
            <Years found={found} />
            <Running found={found} list={list} />
            {scenarios.map((scenario) => (
              <section key={scenario.id} className={styles.card}>
                <h2>
                  {scenario.name} <span className="quiet small">{say('horizon', { count: scenario.horizonMonths })}</span>
                </h2>
                <Lines lines={scenario.costLines} name={scenario.name} list={list} total={scenario.totals.totalCents} />
                {scenario.unpriced.length > 0 && (
                  <p>
                    <b>{say('noPrice')}</b>{' '}
                    {scenario.unpriced.map(({ item, note }) => note || (list.unpriced.get(item) ?? '')).join(', ')}.
                  </p>
                )}
              </section>
            ))}
            <Asked found={found} />
          </div>
        );
      }}
    </Answer>
  );
}

interface Prices {
  sources: ReadonlyMap<string, string>;
  unpriced: ReadonlyMap<string, string>;
}

/** What it came to per payer in the twelve months after; nothing while nobody knows it. */
function realisedOf({ plan }: Found): { realised?: Map<string, string | null> } {
  const rows = plan?.expectedAndRealised?.rows ?? [];
  const known = rows.some(({ realisedAfterCents }) => realisedAfterCents !== null);
  return known ? { realised: new Map(rows.map(({ payer, realisedAfterCents }) => [payer, realisedAfterCents])) } : {};
}

/** What it really cost, per payer and per twelve months; what is not known is said. */
function Years({ found }: { found: Found }) {
  const { say, language } = useMoneyWords();
  const lists = useLists();
  const years: Year[] = (found.plans ?? [])
    .flatMap(({ realised }) => realised)
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((year) => ({ ...year, byPayer: year.totals?.byPayer ?? null }))
    .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  const rows = payerYears(years);
  const amount = (cents: string | null) => (cents === null ? say('notKnown') : money(cents, language));
  return (
    <section className={styles.card}>
      <h2>{say('years')}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{say('noYears')}</p>
      ) : (
        <Sideways name={say('years')}>
          <table className={styles.ruled}>
            <thead>
              <tr>
                <th scope="col">{say('payer')}</th>
                {years.map(({ id, fromOn, toOn }) => (
                  <th key={id} scope="col" className={styles.amount}>
                    {say('period', { from: day(fromOn, language), to: day(toOn, language) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ payer, cents }) => (
                <tr key={payer}>
                  <th scope="row">{nameIn(lists?.payers, payer, language)}</th>
                  {cents.map((one, at) => (
                    <td key={years[at]?.id} className={styles.amount}>
                      {amount(one)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{say('total')}</th>
                {years.map(({ id, known, byPayer }) => (
                  <td key={id} className={styles.amount}>
                    <b>{amount(known && byPayer ? sumOf(byPayer) : null)}</b>
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </Sideways>
      )}
    </section>
  );
}

/** What help costs that runs today, per payer, and which help has no price. Help that ended is no cost of now. */
function Running({ found, list }: { found: Found; list: Prices }) {
  const { say, language } = useMoneyWords();
  const { say: sayHelp } = useHelpWords();
  const { today, person } = useMe();
  const lists = useLists();
  const linesOf = (id: string) => found.interventionCosts?.find(({ interventionId }) => interventionId === id)?.costLines ?? [];
  const running = (found.interventions ?? []).filter(({ toOn }) => toOn === null || toOn >= today);
  const lines = running.flatMap(({ id }) => linesOf(id));
  const agency = (id: string) => shortName(found.involvements.find((one) => one.id === id)?.agencyName ?? '');
  const without = running.filter(({ id }) => linesOf(id).length === 0);
  const holds = [found.lead, found.deputy].some((one) => one?.personId === person);
  return (
    <section className={styles.card}>
      <h2>{say('runningHelp')}</h2>
      {lines.length > 0 && (
        <>
          <ul className={styles.sums} aria-label={say('perPayer')}>
            {perPayer(lines).map(({ payer, cents }) => (
              <li key={payer}>
                {nameIn(lists?.payers, payer, language)} <b>{money(cents, language)}</b>
              </li>
            ))}
          </ul>
          <Lines lines={lines} name={say('runningHelp')} list={list} total={sumOf(lines)} />
        </>
      )}
      {running.length === 0 && <p className="quiet">{say('noHelp')}</p>}
      <Stays
        lines={running}
        all={found.interventions}
        within={(shown) => (
          <ul className={styles.rows} aria-label={say('runningHelp')}>
            {shown}
          </ul>
        )}
      >
        {(help, gone) => {
          const name = nameIn(lists?.serviceTypes, help.service, language);
          return (
            <li className={styles.row}>
              <span className={styles.what}>
                <b>{name}</b> {capital(agency(help.involvementId))} {gone}
                <br />
                <span className="quiet small">
                  {say('since', { day: day(help.fromOn, language) })}
                  {without.includes(help) && <> · {say('noPriceYet')}</>}
                </span>
              </span>
              {holds && (
                <>
                  <Opens label={sayHelp('price')} about={name}>
                    {(close) => <PriceForm household={found.id} help={help} close={close} />}
                  </Opens>
                  <Opens label={sayHelp('end')} about={name}>
                    {(close) => <EndForm help={help} close={close} />}
                  </Opens>
                </>
              )}
            </li>
          );
        }}
      </Stays>
      {holds && <Opens label={sayHelp('add')}>{(close) => <HelpForm found={found} close={close} />}</Opens>}
    </section>
  );
}

/** Each amount with who pays it, where its price comes from, of which year, and how well it is known. */
function Lines({ lines, name, list, total }: { lines: readonly Line[]; name: string; list: Prices; total: string | null }) {
  const { say, language } = useMoneyWords();
  const lists = useLists();
  if (lines.length === 0) return <p className="quiet">{say('noLines')}</p>;
  return (
    <Sideways name={say('lines', { name })}>
      <table className={`${styles.ruled} ${styles.stacked}`} role="table">
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('payer')}</th>
            <th scope="col">{say('source')}</th>
            <th scope="col" className={styles.amount}>
              {say('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.note}
                <br />
                <span className="quiet small">
                  {amountOf(line, say, language)}
                  {line.oneOff && <>, {say('oneOff')}</>}
                  {line.probability !== null && <>, {say('chance', { chance: percent(Number(line.probability), language) })}</>}
                </span>
              </td>
              <td>{nameIn(lists?.payers, line.payer, language)}</td>
              <td className="small">
                {line.priceSource === 'OWN' ? say('ownPrice') : (list.sources.get(line.unitCost) ?? say('notKnown'))}
                <br />
                <span className="quiet">
                  {say('priceYear', { year: line.priceYear })}
                  {line.confidence && <> · {say(`confidence.${line.confidence}`)}</>}
                </span>
              </td>
              <td className={styles.amount}>{money(line.cents, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say('total')}
            </th>
            <td className={styles.amount}>
              <b>{total === null ? say('unknown') : money(total, language)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </Sideways>
  );
}

/** How much of it: an amount on a document is money itself. */
const amountOf = ({ quantity, unit }: Line, say: ReturnType<typeof useMoneyWords>['say'], language: Language): string =>
  unit === 'euro'
    ? money(String(Math.round(Number(quantity) * 100)), language)
    : `${decimal(quantity, language)} ${unitName(unit, Number(quantity), say)}`;
const decimal = (text: string, language: Language) => (language === 'nl' ? text.replace('.', ',') : text);

/** What agencies ask of the household, and what cannot all be paid. */
function Asked({ found }: { found: Found }) {
  const { say, language } = useMoneyWords();
  const agency = (id: string) => found.involvements.find((one) => one.id === id)?.agencyName ?? '';
  const letters = (found.letters ?? []).filter(({ doneOn, amountCents }) => doneOn === null && amountCents !== null);
  const claims = found.claims ?? [];
  const room = found.spendingRoom?.at(-1);
  return (
    <section className={styles.card}>
      <h2>{say('asked')}</h2>
      {room && <p>{say('room', { amount: money(room.weekCents, language) })}</p>}
      {found.letterConflicts?.map(({ letters: ids, words }) => (
        <p key={ids.join()}>
          <Tag tone="warn" icon="clock">
            {say('conflict')}
          </Tag>{' '}
          {words[language]}
        </p>
      ))}
      {letters.length + claims.length === 0 && <p className="quiet">{say('nothingAsked')}</p>}
      <ul className={styles.rows}>
        {letters.map((letter) => (
          <li key={letter.id} className={styles.row}>
            <span className={styles.what}>
              {agency(letter.involvementId)}: {letter.demand ?? say('letter')}
              {letter.dueOn && <span className="quiet"> · {say('before', { day: day(letter.dueOn, language) })}</span>}
            </span>
            <span className={styles.amount}>{money(letter.amountCents ?? '0', language)}</span>
          </li>
        ))}
        {claims.map((claim) => (
          <li key={claim.id} id={claim.id} tabIndex={-1} className={styles.row}>
            <span className={styles.what}>
              {agency(claim.involvementId)} <Tag>{say(`claim.${claim.state}`)}</Tag>
              {claim.activeAgainOn && <span className="quiet"> {say('again', { day: day(claim.activeAgainOn, language) })}</span>}
            </span>
            <span className={styles.amount}>
              {claim.lowerBound && say('atLeast')} {money(claim.openCents, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
