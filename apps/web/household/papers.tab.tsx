import { Link } from 'wouter';
import { graphql } from '../data/graphql';
import { Icon } from '../kit/icon';
import { Answer, Empty } from '../kit/states';
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
      }
    }
  }
`);

/** The papers of the plan, made by the server when they are opened. */
export default function PapersTab({ household }: { household: string }) {
  const { say } = usePapersWords();
  const [result, again] = useHousehold(PAPERS, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {({ plan }) =>
        plan ? (
          <div className={styles.stack}>
            <h2>{say('title', { number: plan.number })}</h2>
            <p className="quiet">{say('opens')}</p>
            <Papers
              title={say('household')}
              why={say('householdWhy')}
              links={[
                [say('dutch'), `/papers/${plan.id}/household.pdf?lang=nl&size=normal`],
                [say('dutchLarge'), `/papers/${plan.id}/household.pdf?lang=nl&size=large`],
                [say('english'), `/papers/${plan.id}/household.pdf?lang=en&size=normal`],
                [say('englishLarge'), `/papers/${plan.id}/household.pdf?lang=en&size=large`],
              ]}
            />
            <Papers
              title={say('decision')}
              why={say('decisionWhy')}
              links={[
                [say('dutch'), `/papers/${plan.id}/decision.pdf?lang=nl`],
                [say('english'), `/papers/${plan.id}/decision.pdf?lang=en`],
              ]}
            />
          </div>
        ) : (
          <Empty action={<Link href={`/huishouden/${household}/plan`}>{say('toPlan')}</Link>}>{say('none')}</Empty>
        )
      }
    </Answer>
  );
}

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
