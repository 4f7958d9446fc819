import { useQuery } from 'urql';
import { nameIn, useLists } from '../data/lists';
import { graphql, type ResultOf } from '../data/graphql';
import { Answer, Empty } from '../kit/states';
import { Tag } from '../kit/marks';
import { COMPARED, Payers } from '../plan/payers';
import { day, money } from '../words/format';
import { useMoneyWords } from './money.words';
import styles from './tabs.module.css';

const MONEY = graphql(
  `
    query Money($id: ID!) {
      unitCosts {
        key
        source
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
        involvements {
          id
          agencyName
        }
        interventions {
          id
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
        plan {
          id
          comparison {
            ...Compared
          }
          scenarios {
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
              unpricedCount
              byPayer {
                payer
                cents
              }
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
  [COMPARED],
);
type Data = ResultOf<typeof MONEY>;
type Found = NonNullable<Data['household']>;
type Line = NonNullable<Found['plan']>['scenarios'][number]['costLines'][number];

/** What the household costs, per payer, each figure with where it comes from; and what is asked of the household itself. */
export default function MoneyTab({ household }: { household: string }) {
  const { say, language } = useMoneyWords();
  const [result, again] = useQuery({ query: MONEY, variables: { id: household } });
  const lists = useLists();
  return (
    <Answer result={result} pick={(data) => data.household} again={() => again({ requestPolicy: 'network-only' })}>
      {(found) => {
        const sources = new Map(result.data?.unitCosts.map(({ key, source }) => [key, source]) ?? []);
        const service = (id: string) => found.interventions?.find((one) => one.id === id)?.service;
        const costs = found.interventionCosts ?? [];
        const scenarios = found.plan?.scenarios.filter(({ withdrawnOn }) => withdrawnOn === null) ?? [];
        return (
          <div className={styles.stack}>
            <section className={styles.card}>
              <h2>{say('asNowAndThen')}</h2>
              <Payers comparison={found.plan?.comparison ?? null} />
            </section>
            {scenarios.map((scenario) => (
              <section key={scenario.id} className={styles.card}>
                <h2>
                  {scenario.name} <span className="quiet small">{say('horizon', { months: scenario.horizonMonths })}</span>
                </h2>
                <Lines lines={scenario.costLines} sources={sources} />
                <p>
                  <strong>
                    {say('total')}:{' '}
                    {scenario.totals.totalCents === null ? say('unknown') : money(scenario.totals.totalCents, language)}
                  </strong>
                </p>
                {scenario.unpriced.length > 0 && (
                  <>
                    <h3>{say('noPrice')}</h3>
                    <ul>
                      {scenario.unpriced.map(({ id, item, note }) => (
                        <li key={id}>
                          {result.data?.unpricedItems.find(({ key }) => key === item)?.name[language] ?? item}: {note}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </section>
            ))}
            <section className={styles.card}>
              <h2>{say('runningHelp')}</h2>
              {costs.length === 0 ? (
                <Empty>{say('noRunningHelp')}</Empty>
              ) : (
                costs.map(({ interventionId, costLines }) => (
                  <div key={interventionId}>
                    <h3 className={styles.month}>{nameIn(lists?.serviceTypes, service(interventionId) ?? '', language)}</h3>
                    {costLines.length === 0 ? <p>{say('unknown')}</p> : <Lines lines={costLines} sources={sources} />}
                  </div>
                ))
              )}
            </section>
            <Asked found={found} />
          </div>
        );
      }}
    </Answer>
  );
}

function Lines({ lines, sources }: { lines: readonly Line[]; sources: ReadonlyMap<string, string> }) {
  const { say, language } = useMoneyWords();
  const lists = useLists();
  if (lines.length === 0) return <p className="quiet">{say('noLines')}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('lines')}>
      <table>
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
                  {line.quantity} × {line.unit ?? ''} {line.oneOff && say('oneOff')}
                  {line.probability !== null && <> · {say('chance', { chance: line.probability })}</>}
                </span>
              </td>
              <td>{nameIn(lists?.payers, line.payer, language)}</td>
              <td className="small">
                {line.priceSource === 'OWN' ? say('ownPrice') : (sources.get(line.unitCost) ?? line.unitCost)}
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
      </table>
    </div>
  );
}

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
          <li key={claim.id} className={styles.row}>
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
