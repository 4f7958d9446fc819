import { useAct } from '../data/act';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { Button } from '../kit/button';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Answer } from '../kit/states';
import { moment } from '../words/format';
import { thingsOf } from './changes.rules';
import { isNamed, useChangesWords } from './changes.words';
import { useHousehold } from './household.question';
import { capital } from './household.rules';
import styles from './tabs.module.css';
import outline from './outline.module.css';

const CHANGES = graphql(`
  query Changes($id: ID!) {
    household(id: $id) {
      id
      version
      members {
        id
        name
      }
      problems {
        id
        type
        words
      }
      involvements {
        id
        agencyName
      }
      waits {
        id
        what
      }
      letters {
        id
        demand
        involvementId
      }
      interventions {
        id
        service
      }
      claims {
        id
        involvementId
      }
      plan {
        id
        goals {
          id
          words
        }
        measures {
          id
          result
        }
        commitments {
          id
          what
        }
        positions {
          id
          involvementId
        }
        grounds {
          id
          lawTitle
          article
        }
        scenarios {
          id
          name
        }
        asked {
          id
          personLabel
        }
      }
      changes {
        since
        acts {
          act
          at
          byLabel
          subject
          part
        }
      }
    }
  }
`);
const SEEN = graphql(
  `
    mutation Seen($input: MarkSeenInput!, $key: ID!) {
      markSeen(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
/** The api tells no more than so many. */
const MOST = 100;

/** What others did since this reader last marked it as seen, in sentences. */
export default function ChangesTab({ household }: { household: string }) {
  const { say, language } = useChangesWords();
  const lists = useLists();
  const seen = useAct(SEEN);
  const [result, again] = useHousehold(CHANGES, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => {
        const { changes } = found;
        if (!changes) return <p className={styles.stack}>{say('notKept')}</p>;
        const { acts, since } = changes;
        const newest = acts[0]?.at;
        const things = thingsOf(
          found,
          (type) => nameIn(lists?.problemTypes, type, language),
          (service) => nameIn(lists?.serviceTypes, service, language),
        );
        return (
          <div className={styles.stack}>
            <div className={outline.head}>
              <h2>{say('title')}</h2>
              {newest && (
                <Button
                  purpose="primary"
                  busy={seen.busy}
                  onClick={() =>
                    void seen
                      .go({ input: { household, until: newest } })
                      .then(({ kind }) => kind === 'done' && tell(say('saidSeen')))
                  }
                >
                  {say('seen')}
                </Button>
              )}
            </div>
            <p className="quiet">{since ? say('since', { at: moment(since, language) }) : say('never')}</p>
            <Refusal outcome={seen.outcome} />
            {acts.length === 0 && <p>{say('none')}</p>}
            {acts.length > 0 && (
              <ul className={`${styles.card} ${styles.rows}`}>
                {acts.map(({ act, at, byLabel, subject, part }) => {
                  const thing = things.get(part ?? '') ?? things.get(subject ?? '');
                  return (
                    <li key={`${at} ${act} ${subject} ${part}`} className={styles.row}>
                      <span className="quiet">{moment(at, language)}</span>
                      <span className={outline.act}>
                        {capital(byLabel ?? say('household'))} {isNamed(act) ? say(`act.${act}`) : say('other')}
                        {thing ? (
                          <>
                            : <q>{thing}</q>
                          </>
                        ) : (
                          '.'
                        )}
                      </span>
                    </li>
                  );
                })}
              </ul>
            )}
            {acts.length >= MOST && <p className="quiet">{say('most')}</p>}
          </div>
        );
      }}
    </Answer>
  );
}
