import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Explain } from '../kit/explain';
import type { Term } from '../kit/glossary.words';
import { RoleShape, Tag } from '../kit/marks';
import { Sideways } from '../kit/sideways';
import { day, money } from '../words/format';
import { useNames } from './names';
import { useOthersWords } from './others.words';
import styles from './others.module.css';

/** A plan as somebody reads it who has to judge it, in the order of the method: wanted, values, consequences, money, law. */
export const PLAN_TO_READ = graphql(`
  query PlanToRead($id: ID!) {
    household(id: $id) {
      id
      code
      ownWords
      plan {
        id
        version
        number
        status
        planOn
        decidedOn
        asked {
          id
          personId
          asWhat
          perspective
          untilOn
        }
        perspectives {
          id
          kind
          verdict
          argument
          advice
          byLabel
          byPerson
          version
        }
        goals {
          id
          position
          words
          firstStep
          withdrawnOn
        }
        values {
          id
          value
          verdict
          argument
        }
        reverseTest {
          id
          step
          answer
        }
        measures {
          id
          result
          service
          owner
          dueOn
          deviates
          withdrawnOn
          grounds {
            id
            lawTitle
            article
            lid
            role
            argument
            withdrawnOn
          }
        }
        comparison {
          horizonMonths
          savingCents
          unpricedCount
          payers {
            payer
            asNowCents
            breakthroughCents
            savingCents
            role
          }
        }
      }
    }
    reverseTest {
      key
      question {
        nl
        en
      }
    }
  }
`);
type Read = NonNullable<ResultOf<typeof PLAN_TO_READ>['household']>;
type Plan = NonNullable<Read['plan']>;
type Questions = ResultOf<typeof PLAN_TO_READ>['reverseTest'];

const stands = ({ withdrawnOn }: { withdrawnOn: string | null }) => withdrawnOn === null;

const Part = ({ title, term, children }: { title: string; term?: Term; children: ReactNode }) => (
  <section className={styles.part}>
    {term ? (
      <div className="explained">
        <h3>{title}</h3>
        <Explain term={term} />
      </div>
    ) : (
      <h3>{title}</h3>
    )}
    {children}
  </section>
);

export function PlanToRead({ household, plan, questions }: { household: Read; plan: Plan; questions: Questions }) {
  const { say, language } = useOthersWords();
  const name = useNames();
  const me = useMe();
  const measures = plan.measures.filter(stands);
  const others = plan.perspectives.filter(({ byPerson }) => byPerson !== me.person);
  return (
    <section className={styles.card}>
      <h2>{say('read')}</h2>
      {household.ownWords && (
        <Part title={say('ownWords')}>
          <blockquote className={styles.quote}>{household.ownWords}</blockquote>
        </Part>
      )}
      <Part title={say('goals')}>
        <ol className={styles.numbered}>
          {plan.goals.filter(stands).map((goal) => (
            <li key={goal.id}>
              {goal.words}
              {goal.firstStep && <p className="quiet">{say('firstStep', { step: goal.firstStep })}</p>}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={say('values')} term="values">
        <dl className={styles.judged}>
          {plan.values.map((value) => (
            <div key={value.id}>
              <dt>{say(value.value)}</dt>
              <dd>
                <strong>{say(value.verdict)}</strong> {value.argument}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      {plan.reverseTest.length > 0 && (
        <Part title={say('consequences')} term="reverseTest">
          <dl className={styles.judged}>
            {questions.map(({ key, question }) => (
              <div key={key}>
                <dt>{question[language]}</dt>
                <dd>{plan.reverseTest.find(({ step }) => step === key)?.answer ?? '–'}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title={say('measures')} term="deviation">
        <ol className={styles.numbered}>
          {measures.map((measure) => (
            <li key={measure.id}>
              <strong>{measure.result}</strong> {measure.deviates && <Tag icon="flag">{say('deviates')}</Tag>}
              <p className="quiet">
                {[name('serviceTypes', measure.service), measure.owner, `${say('until')} ${day(measure.dueOn, language)}`]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={say('money')}>
        <Money plan={plan} />
      </Part>
      <Part title={say('law')} term="roles">
        {measures.map((measure) => {
          const grounds = measure.grounds.filter(stands);
          return (
            <div key={measure.id} className={styles.part}>
              <h4>{measure.result}</h4>
              {grounds.length === 0 && <p className="quiet">{say('noGrounds')}</p>}
              <ul className={styles.arguments}>
                {grounds.map((ground) => (
                  <li key={ground.id}>
                    {ground.role && (
                      <>
                        <RoleShape role={ground.role} words={say(ground.role)} />{' '}
                        <span className="small">{say(ground.role)}</span>{' '}
                      </>
                    )}
                    <strong>
                      {ground.lawTitle} {ground.article}
                      {ground.lid && ` ${say('lid', { lid: ground.lid })}`}
                    </strong>
                    <p>{ground.argument}</p>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </Part>
      <Part title={say('others')}>
        {others.length === 0 && <p className="quiet">{say('othersNone')}</p>}
        <dl className={styles.judged}>
          {others.map((one) => (
            <div key={one.id}>
              <dt>
                {say(one.kind)}
                {one.byLabel && `, ${one.byLabel}`}
              </dt>
              <dd>
                <strong>{say(one.verdict)}</strong> {one.argument}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
    </section>
  );
}

function Money({ plan: { comparison } }: { plan: Plan }) {
  const { say, language } = useOthersWords();
  const name = useNames();
  if (!comparison) return <p className="quiet">{say('moneyNone')}</p>;
  const { savingCents, unpricedCount, payers } = comparison;
  const amount = (cents: string) => money(cents, language);
  const bare = (cents: string) => amount(cents.replace('-', ''));
  return (
    <>
      <p>
        {say('moneyOver', { months: comparison.horizonMonths })}{' '}
        {savingCents !== null && say(savingCents.startsWith('-') ? 'moneyCosts' : 'moneySaves', { amount: bare(savingCents) })}{' '}
        {unpricedCount > 0 && say('moneyUnpriced', { count: unpricedCount })}
      </p>
      <Sideways name={say('money')} className={styles.wide}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('payer')}</th>
              <th scope="col" className={styles.number}>
                {say('asNow')}
              </th>
              <th scope="col" className={styles.number}>
                {say('withPlan')}
              </th>
              <th scope="col" className={styles.number}>
                {say('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {payers.map((payer) => (
              <tr key={payer.payer}>
                <th scope="row">{name('payers', payer.payer)}</th>
                <td className={styles.number}>{amount(payer.asNowCents)}</td>
                <td className={styles.number}>{amount(payer.breakthroughCents)}</td>
                <td className={styles.number}>
                  {say(ROLES[payer.role])} {payer.role !== 'EVEN' && payer.role !== 'NOT_KNOWN' && bare(payer.savingCents)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}

const ROLES = { GAINS: 'gains', INVESTS: 'invests', EVEN: 'even', NOT_KNOWN: 'notKnown' } as const;
