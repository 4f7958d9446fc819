import { Link } from 'wouter';
import { graphql, type ResultOf } from '../data/graphql';
import { Icon } from '../kit/icon';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import { day } from '../words/format';
import { useHousehold } from './household.question';
import { usePapersWords } from './papers.words';
import styles from './tabs.module.css';

const PAPERS = graphql(`
  query Papers($id: ID!) {
    household(id: $id) {
      id
      plan {
        id
        number
        readability {
          score
          grade
          hardWords
          tooLong {
            about
            text
            words
          }
        }
      }
      plans {
        id
        number
        decidedOn
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof PAPERS>['household']>;

/** The papers of the plan, made by the server when they are opened; those of a version that was decided before stay at hand. */
export default function PapersTab({ household }: { household: string }) {
  const { say, language } = usePapersWords();
  const [result, again] = useHousehold(PAPERS, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {({ plan, plans }) =>
        plan ? (
          <div className={styles.stack}>
            <h2>{say('title', { number: plan.number })}</h2>
            <p className="quiet">{say('opens')}</p>
            <PapersOf plan={plan.id} />
            {plan.readability && <Reading of={plan.readability} />}
            {(plans ?? [])
              .filter(({ id, decidedOn }) => id !== plan.id && decidedOn !== null)
              .map(({ id, number, decidedOn }) => (
                <details key={id} className={styles.card}>
                  <summary>{say('before', { number, day: day(decidedOn ?? '', language) })}</summary>
                  <div className={styles.stack}>
                    <PapersOf plan={id} />
                  </div>
                </details>
              ))}
          </div>
        ) : (
          <Empty action={<Link href={`/huishouden/${household}/plan`}>{say('toPlan')}</Link>}>{say('none')}</Empty>
        )
      }
    </Answer>
  );
}

function PapersOf({ plan }: { plan: string }) {
  const { say } = usePapersWords();
  return (
    <>
      <Papers
        title={say('household')}
        why={say('householdWhy')}
        links={[
          [say('dutch'), `/papers/${plan}/household.pdf?lang=nl&size=normal`],
          [say('dutchLarge'), `/papers/${plan}/household.pdf?lang=nl&size=large`],
          [say('english'), `/papers/${plan}/household.pdf?lang=en&size=normal`],
          [say('englishLarge'), `/papers/${plan}/household.pdf?lang=en&size=large`],
        ]}
      />
      <Papers
        title={say('decision')}
        why={say('decisionWhy')}
        links={[
          [say('dutch'), `/papers/${plan}/decision.pdf?lang=nl`],
          [say('english'), `/papers/${plan}/decision.pdf?lang=en`],
        ]}
      />
    </>
  );
}

/** How easily the household reads what was written, and what makes it hard: for whoever writes. */
function Reading({ of }: { of: NonNullable<NonNullable<Found['plan']>['readability']> }) {
  const { say } = usePapersWords();
  return (
    <section className={styles.card}>
      <h3>{say('reading')}</h3>
      <p>
        {of.grade === null || of.score === null ? (
          say('tooShort')
        ) : (
          <>
            <Tag tone={GRADES[of.grade].tone} icon={GRADES[of.grade].icon}>
              {say(`grade.${of.grade}`)}
            </Tag>{' '}
            {say('score', { score: of.score })}
          </>
        )}
      </p>
      {of.tooLong.length > 0 && (
        <>
          <p>{say('tooLong')}</p>
          <ul className={styles.rows}>
            {of.tooLong.map(({ about, text, words }) => (
              <li key={`${about} ${text}`} className={styles.row}>
                <q>{text}</q> <span className="quiet">{say('words', { count: words })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {of.hardWords.length > 0 && (
        <p>
          {say('hardWords')} {of.hardWords.join(', ')}.
        </p>
      )}
    </section>
  );
}
const GRADES = {
  EASY: { tone: 'open', icon: 'tick' },
  FAIR: { tone: 'quiet', icon: 'flag' },
  HARD: { tone: 'warn', icon: 'clock' },
} as const;

function Papers({ title, why, links }: { title: string; why: string; links: readonly (readonly [string, string])[] }) {
  return (
    <section className={styles.card}>
      <h3>{title}</h3>
      <p className="quiet">{why}</p>
      <ul className={styles.rows}>
        {links.map(([words, to]) => (
          <li key={to} className={styles.row}>
            <Icon name="paper" />
            <a href={to} target="_blank" rel="noopener">
              {words} <span className="heard">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
