import { useQuery } from 'urql';
import { Link } from 'wouter';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { graphql } from '../data/graphql';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import { useTitle } from '../shell/title';
import { day } from '../words/format';
import { useOthersWords } from './others.words';
import styles from './others.module.css';

const MY_DECISIONS = graphql(`
  query MyDecisions {
    myDay {
      id
      kind
      householdId
      on
      isReady
    }
    workList(first: 100, filter: { relations: [DECIDER] }) {
      nodes {
        id
        code
        leadLabel
        stage
      }
    }
  }
`);

/** Who decides: the plans that wait for me, those with nothing missing on top; each opens its decision page. */
export default function DecisionsPage() {
  const { say, language } = useOthersWords();
  useTitle(say('decisions'));
  const [result, again] = useQuery({ query: MY_DECISIONS, context: AFTER_ANY_ACT });
  return (
    <section className={styles.narrow}>
      <h1>{say('decisions')}</h1>
      <Answer result={result} pick={(data) => data} again={() => again({ requestPolicy: 'network-only' })}>
        {({ myDay, workList: { nodes } }) => {
          const waits = new Map(myDay.filter(({ kind }) => kind === 'DECISION_WAITING').map((item) => [item.householdId, item]));
          const waiting = nodes
            .filter(({ id }) => waits.has(id))
            .sort((one, other) => Number(waits.get(other.id)?.isReady) - Number(waits.get(one.id)?.isReady));
          const earlier = nodes.filter(({ id }) => !waits.has(id));
          return (
            <>
              {waiting.length === 0 && <Empty>{say('decisionsNone')}</Empty>}
              {waiting.length > 0 && (
                <ul className={`${styles.card} ${styles.flush}`} aria-label={say('waiting')}>
                  {waiting.map(({ id, code, leadLabel }) => {
                    const item = waits.get(id);
                    return (
                      <li key={id} className={styles.decision}>
                        <span>
                          <strong>{say('adviceOn', { code })}</strong>
                          <span className="quiet small">
                            {leadLabel ? say('from', { lead: leadLabel }) : say('nobodyLeads')}
                            {item && ` · ${day(item.on, language)}`}
                          </span>
                        </span>
                        <Tag tone={item?.isReady ? 'open' : 'warn'} icon={item?.isReady ? 'tick' : 'clock'}>
                          {item?.isReady ? say('decideReady') : say('decideNotReady')}
                        </Tag>
                        <Link href={`/huishouden/${id}/plan/besluit`}>
                          {say('toDecision')}
                          <span className="heard"> {code}</span>
                        </Link>
                      </li>
                    );
                  })}
                </ul>
              )}
              {earlier.length > 0 && (
                <>
                  <h2>{say('earlier')}</h2>
                  <ul className={`${styles.card} ${styles.flush}`}>
                    {earlier.map(({ id, code, leadLabel }) => (
                      <li key={id} className={styles.decision}>
                        <span>
                          <strong>{say('adviceOn', { code })}</strong>
                          <span className="quiet small">{leadLabel ? say('from', { lead: leadLabel }) : say('nobodyLeads')}</span>
                        </span>
                        <span />
                        <Link href={`/huishouden/${id}/plan/besluit`}>
                          {say('toRead')}
                          <span className="heard"> {code}</span>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}
