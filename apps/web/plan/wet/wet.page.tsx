import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { graphql } from '../../data/graphql';
import { Answer } from '../../kit/states';
import { useTitle } from '../../shell/title';
import WetStep from './wet.step';
import { useWetWords } from './wet.words';
import styles from './matrix.module.css';

const PLAN_OF = graphql(`
  query PlanOfMatrix($id: ID!) {
    household(id: $id) {
      id
      plan {
        id
      }
    }
  }
`);

/** The matrix by itself, until the pages of the plan stand around it. */
export default function WetPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { say } = useWetWords();
  useTitle(say('step'), say('page'));
  const [result, again] = useQuery({ query: PLAN_OF, variables: { id } });
  return (
    <>
      <h1 className={styles.pageTitle}>{say('page')}</h1>
      <Answer result={result} pick={(data) => data.household?.plan} again={() => again({ requestPolicy: 'network-only' })}>
        {(plan) => <WetStep household={id} plan={plan.id} />}
      </Answer>
    </>
  );
}
