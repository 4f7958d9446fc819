import { PLAN_DONE } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';
import { useAct } from '../data/act';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { day } from '../words/format';
import type { MY_QUESTIONS } from './questions.page';
import { useOthersWords } from './others.words';
import styles from './others.module.css';

type Connection = ResultOf<typeof MY_QUESTIONS>['myQuestions'];

const KEEP = graphql(
  `
    mutation KeepOwnPromise($key: ID!, $input: KeepCommitmentInput!) {
      keepCommitment(key: $key, input: $input) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

/** What my agency promised and has not done yet, each done with one press. */
export function Promises({ promises }: { promises: Connection['promises'] }) {
  const { say, language } = useOthersWords();
  const { today } = useMe();
  const { go, busy, outcome } = useAct(KEEP);
  if (promises.length === 0) return null;
  return (
    <section>
      <h2 className={styles.minor}>{say('promises')}</h2>
      <Refusal outcome={outcome} />
      <ul className={styles.rows}>
        {promises.map(({ commitment, householdCode, leadLabel }) => {
          const due = commitment.newDueOn ?? commitment.dueOn;
          const keep = () =>
            void go({
              input: { plan: commitment.planId, commitment: commitment.id, seen: commitment.version, keptOn: today },
            }).then(({ kind }) => kind === 'done' && tell(say('keptTold')));
          return (
            <li key={commitment.id} className={styles.plain}>
              <strong>{commitment.what}</strong>
              <span className="quiet small">
                {householdCode} · {leadLabel ? say('from', { lead: leadLabel }) : say('nobodyLeads')}
              </span>
              <span className={styles.ends}>
                <Tag tone={due < today ? 'warn' : 'quiet'} icon="clock">
                  {day(due, language)}
                </Tag>
                <Button purpose="secondary" busy={busy} onClick={keep}>
                  {say('kept')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** To what my agency said no on paper only: a person should hear it from a person. */
export function Calls({ calls }: { calls: Connection['calls'] }) {
  const { say } = useOthersWords();
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 className={styles.minor}>{say('calls')}</h2>
      <p className="quiet small">{say('callsWhy')}</p>
      <ul className={styles.rows}>
        {calls.map(({ refusal, householdCode, leadLabel }) => (
          <li key={refusal.id} className={styles.plain}>
            <strong>{refusal.reason}</strong>
            <span className="quiet small">
              {householdCode} · {leadLabel ?? say('nobodyLeads')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
