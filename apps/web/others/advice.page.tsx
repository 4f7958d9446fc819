import { useQuery } from 'urql';
import { Link, useParams } from 'wouter';
import { PLAN_REFUSED } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { useMe } from '../data/me';
import { ActForm } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Explain } from '../kit/explain';
import { Choice, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import { useTitle } from '../shell/title';
import { day } from '../words/format';
import { useOthersWords } from './others.words';
import { PlanToRead, PLAN_TO_READ } from './plan-to-read';
import styles from './others.module.css';

const MY_ADVICE = graphql(`
  query MyAdvice {
    myDay {
      id
      kind
      householdId
      perspective
      on
    }
    workList(first: 100, filter: { relations: [ADVISER] }) {
      nodes {
        id
        code
        leadLabel
        planId
      }
    }
  }
`);
type Plan = NonNullable<NonNullable<ResultOf<typeof PLAN_TO_READ>['household']>['plan']>;

/** An adviser: the plans I was asked for, one of them open to read in its order, and my judgement. */
export default function AdvicePage() {
  const { say } = useOthersWords();
  useTitle(say('advice'));
  const { household: chosen } = useParams<{ household?: string }>();
  const [result, again] = useQuery({ query: MY_ADVICE, context: AFTER_ANY_ACT });
  return (
    <Answer result={result} pick={(data) => data} again={() => again({ requestPolicy: 'network-only' })}>
      {({ myDay, workList: { nodes } }) => {
        const waits = new Map(
          myDay.filter(({ kind }) => kind === 'ASSESSMENT_ASKED').map((item) => [item.householdId, item] as const),
        );
        const rows = [...nodes].sort((one, other) => Number(waits.has(other.id)) - Number(waits.has(one.id)));
        const here = chosen ?? rows[0]?.id;
        return (
          <div className={styles.three}>
            <div className={styles.list}>
              <h1>{say('advice')}</h1>
              {rows.length === 0 && <Empty>{say('adviceNone')}</Empty>}
              <ul className={styles.rows}>
                {rows.map((row) => {
                  const item = waits.get(row.id);
                  return (
                    <li key={row.id}>
                      <Link
                        href={`/advies/${row.id}`}
                        className={styles.row ?? ''}
                        aria-current={row.id === here ? 'true' : undefined}
                      >
                        <strong>{say('adviceOn', { code: row.code })}</strong>
                        <span className="quiet small">
                          {row.leadLabel ? say('from', { lead: row.leadLabel }) : say('nobodyLeads')}
                        </span>
                        <span>
                          <Tag tone={item ? 'warn' : 'quiet'} icon={item ? 'clock' : 'tick'}>
                            {item ? say('adviceOpen') : say('adviceGiven')}
                          </Tag>
                        </span>
                      </Link>
                    </li>
                  );
                })}
              </ul>
            </div>
            {here && <Advice key={here} household={here} />}
          </div>
        );
      }}
    </Answer>
  );
}

function Advice({ household }: { household: string }) {
  const { say } = useOthersWords();
  const [result, again] = useQuery({ query: PLAN_TO_READ, variables: { id: household } });
  return (
    <Answer
      result={result}
      pick={({ household: one, reverseTest }) => one && { ...one, reverseTest }}
      again={() => again({ requestPolicy: 'network-only' })}
    >
      {(found) =>
        found.plan ? (
          <>
            <PlanToRead household={found} plan={found.plan} questions={found.reverseTest} />
            <div className={`${styles.beside} ${styles.stays}`}>
              <Judgements plan={found.plan} />
            </div>
          </>
        ) : (
          <Empty>{say('planNone')}</Empty>
        )
      }
    </Answer>
  );
}

/** What I am asked for, one form for each perspective: usually one. */
function Judgements({ plan }: { plan: Plan }) {
  const { say } = useOthersWords();
  const me = useMe();
  const mine = plan.asked.filter(
    ({ personId, untilOn, asWhat }) => personId === me.person && untilOn === null && asWhat === 'ADVISER',
  );
  const perspectives = [...new Set(mine.flatMap(({ perspective }) => perspective ?? []))];
  if (perspectives.length === 0) return <p className={styles.card}>{say('notAsked')}</p>;
  return (
    <>
      {perspectives.map((perspective) => (
        <Judge key={`${plan.id} ${perspective}`} plan={plan} perspective={perspective} />
      ))}
    </>
  );
}

const ASSESS = graphql(
  `
    mutation AssessPerspective($key: ID!, $input: AssessPerspectiveInput!) {
      assessPerspective(key: $key, input: $input) {
        ... on BreakthroughPlan {
          id
          version
          perspectives {
            id
            version
          }
        }
        ...PlanNot
      }
    }
  `,
  [PLAN_REFUSED],
);
type Perspective = Plan['perspectives'][number]['kind'];
type Verdict = Plan['perspectives'][number]['verdict'];
const VERDICTS = ['SUFFICIENT', 'INSUFFICIENT', 'NOT_YET'] as const satisfies readonly Verdict[];

interface Judgement {
  verdict: Verdict | null;
  argument: string;
  advice: string;
}

function Judge({ plan, perspective }: { plan: Plan; perspective: Perspective }) {
  const { say, language } = useOthersWords();
  const before = plan.perspectives.find(({ kind }) => kind === perspective);
  const verdict = before?.verdict ?? null;
  const start: Judgement = { verdict, argument: before?.argument ?? '', advice: before?.advice ?? '' };
  const verdictWord = (one: Verdict | null) => (one ? say(one) : '');
  return (
    <section className={styles.card} aria-labelledby={`judge-${perspective}`}>
      <div className="explained">
        <h2 id={`judge-${perspective}`}>
          {say('judge')}: {say(perspective)}
        </h2>
        <Explain term="perspective" />
      </div>
      <p>{say(`${perspective}Ask`)}</p>
      {plan.status !== 'SELECTED' ? (
        <>
          <p>
            <Tag icon="lock">
              {plan.decidedOn ? say('decideDone', { day: day(plan.decidedOn, language) }) : say('decideStopped')}
            </Tag>
          </p>
          {before && (
            <blockquote className={styles.quote}>
              <strong>{say(before.verdict)}</strong>
              <p>{before.argument}</p>
            </blockquote>
          )}
        </>
      ) : (
        <>
          {before && <p className="quiet">{say('givenBefore')}</p>}
          <ActForm
            act={ASSESS}
            start={start}
            shared={[
              {
                label: say('verdict'),
                stands: verdictWord(verdict),
                read: (typed) => verdictWord(typed.verdict),
                now: { verdict },
              },
              sharedText('argument', say('argument'), before?.argument),
              sharedText('advice', say('adviceWord'), before?.advice),
            ]}
            input={({ verdict: chosen, argument, advice }) => ({
              plan: plan.id,
              perspective,
              // a form without it is not sent
              verdict: chosen ?? 'NOT_YET',
              argument,
              advice: advice.trim() || null,
              seen: before?.version ?? null,
            })}
            button={say('give')}
            said={say('given')}
            onStop={null}
            isPrimary
          >
            {(field, form) => (
              <>
                <Choice
                  legend={say('verdict')}
                  options={VERDICTS.map((value) => ({ value, label: say(value) }))}
                  value={form.watch('verdict')}
                  error={field('verdict', { needed: true }).error}
                  onChange={(value) => form.setValue('verdict', value, { shouldDirty: true, shouldValidate: true })}
                />
                <TextArea label={say('argument')} hint={say('argumentHint')} {...field('argument', { needed: true })} />
                <TextField optional label={say('adviceWord')} {...field('advice')} />
              </>
            )}
          </ActForm>
        </>
      )}
    </section>
  );
}
