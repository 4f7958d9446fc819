import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../data/graphql';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Loading, Failed } from '../kit/states';
import { moment } from '../words/format';
import { dayLooks, type DayLook, type LookLine } from './others.rules';
import { useMyPlanWords } from './my-plan.words';
import styles from './my-plan.module.css';

const LOOKS = graphql(`
  query WhoLooked($id: ID!, $first: Int!) {
    household(id: $id) {
      id
      whoLooked(first: $first) {
        id
        who
        label
        agency
        at
        day
        outcome
        classes
        relations
      }
    }
  }
`);
const PAGE = 25;
const MOST = 100;

/** Who looked at my data, at what, and why; one line for each person and day. */
export function WhoLooked({ household }: { household: string }) {
  const { say, language } = useMyPlanWords();
  const { person } = useMe();
  const [first, setFirst] = useState(PAGE);
  const [{ data, error, fetching }] = useQuery({ query: LOOKS, variables: { id: household, first } });
  const lines: readonly LookLine[] = data?.household?.whoLooked ?? [];
  const looks = dayLooks(lines, person);
  const whoOf = ({ label, agency }: DayLook) => {
    if (!label) return say('aMember');
    return agency && !label.includes(agency) ? say('of', { label, agency }) : label;
  };
  const partsOf = ({ parts }: DayLook) => {
    const words = parts.map((part) => say(`part.${part}`));
    const last = words.pop() ?? '';
    return words.length > 0 ? say('and', { some: words.join(', '), last }) : last;
  };
  return (
    <section>
      <h2>{say('looked')}</h2>
      <div className={styles.card}>
        {!data && fetching && <Loading rows={2} />}
        {!data && error && <Failed error={error} />}
        {data && looks.length === 0 && <p>{say('lookedNone')}</p>}
        <ul className={styles.list}>
          {looks.map((look) => (
            <li key={look.id}>
              {look.changed
                ? say('changedParts', { who: whoOf(look) })
                : say('sawParts', { who: whoOf(look), parts: partsOf(look) })}
              <p className="quiet">
                {moment(look.at, language)}. {say(`why.${look.why}`)}
              </p>
            </li>
          ))}
        </ul>
        {lines.length === first && first < MOST && (
          <Button purpose="secondary" busy={fetching} onClick={() => setFirst(MOST)}>
            {say('lookedMore')}
          </Button>
        )}
      </div>
    </section>
  );
}
