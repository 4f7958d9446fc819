import { useQuery } from 'urql';
import { Link, useLocation, useParams } from 'wouter';
import { graphql, type ResultOf } from '../data/graphql';
import { Answer, Empty } from '../kit/states';
import { useTitle } from '../shell/title';
import { day } from '../words/format';
import { Clock } from './clock';
import { useOthersWords } from './others.words';
import { Question } from './question';
import { Calls, Promises } from './promises';
import styles from './others.module.css';

export const MY_QUESTIONS = graphql(`
  query MyQuestions($first: Int!) {
    myQuestions(first: $first) {
      nodes {
        id
        householdCode
        householdId
        leadLabel
        isOpen
        measures {
          id
          result
          owner
          dueOn
          service
          grounds {
            id
            lawTitle
            article
            lid
            role
            summary {
              nl
              en
            }
          }
        }
        position {
          id
          version
          planId
          involvementId
          state
          askedOn
          dueOn
          answer
          answeredOn
          condition
          conditionAcceptedOn
          reason
          provision
          objectionAnswer
        }
      }
      promises {
        householdCode
        leadLabel
        commitment {
          id
          version
          planId
          what
          dueOn
          newDueOn
          state
        }
      }
      calls {
        householdCode
        leadLabel
        refusal {
          id
          reason
        }
      }
    }
    holidays {
      key
    }
  }
`);
type Asked = ResultOf<typeof MY_QUESTIONS>;
export type AgencyQuestion = Asked['myQuestions']['nodes'][number];

/** A liaison: what my agency was asked, by clock; one of them open, with exactly what is shared. */
export default function QuestionsPage() {
  const { say } = useOthersWords();
  useTitle(say('questions'));
  const [result, again] = useQuery({ query: MY_QUESTIONS, variables: { first: 100 } });
  return (
    <Answer result={result} pick={(data) => data} again={() => again({ requestPolicy: 'network-only' })}>
      {(data) => <Questions data={data} />}
    </Answer>
  );
}

function Questions({ data }: { data: Asked }) {
  const { say } = useOthersWords();
  const [, go] = useLocation();
  const { question: chosen } = useParams<{ question?: string }>();
  const { nodes, promises, calls } = data.myQuestions;
  const open = nodes.filter(({ isOpen }) => isOpen);
  const over = nodes.filter(({ isOpen }) => !isOpen);
  // a question whose time ran out is over, and has no answer
  const isAnswered = over.every(({ position }) => position.answer !== null);
  const here = nodes.find(({ id }) => id === chosen) ?? open[0] ?? over[0];
  // What comes next after an answer is the next question, without a press.
  const next = open.find(({ id }) => id !== here?.id);
  const holidays = data.holidays.map(({ key }) => key);

  return (
    <div className={styles.three}>
      <div className={styles.list}>
        <h1>{say('questions')}</h1>
        <p className="quiet">
          {open.length ? say('open', { count: open.length }) : say(isAnswered ? 'openNone' : 'openNoneOver')}
        </p>
        {nodes.length === 0 && <Empty>{say('questionsNone')}</Empty>}
        <List questions={open} here={here?.id} holidays={holidays} />
        {over.length > 0 && (
          <>
            <h2 className={styles.minor}>{say(isAnswered ? 'answered' : 'earlier')}</h2>
            <List questions={over} here={here?.id} holidays={holidays} />
          </>
        )}
        <Promises promises={promises} />
        <Calls calls={calls} />
      </div>
      {here && (
        <Question
          key={here.id}
          question={here}
          holidays={holidays}
          onSent={() => go(next ? `/vragen/${next.id}` : `/vragen/${here.id}`)}
        />
      )}
    </div>
  );
}

function List({
  questions,
  here,
  holidays,
}: {
  questions: readonly AgencyQuestion[];
  here: string | undefined;
  holidays: readonly string[];
}) {
  const { say, language } = useOthersWords();
  return (
    <ul className={styles.rows}>
      {questions.map((question) => (
        <li key={question.id}>
          <Link
            href={`/vragen/${question.id}`}
            className={styles.row ?? ''}
            aria-current={question.id === here ? 'true' : undefined}
          >
            <strong>
              {question.measures[0]?.result ?? say('doYou')}
              {question.measures.length > 1 && <span> {say('more', { count: question.measures.length - 1 })}</span>}
            </strong>
            <span className="quiet small">
              {question.householdCode} · {question.leadLabel ? say('from', { lead: question.leadLabel }) : say('nobodyLeads')}
            </span>
            {question.isOpen ? (
              <Clock due={question.position.dueOn} holidays={holidays} />
            ) : (
              <span className="small">
                {question.position.answer ? say(question.position.answer) : say('noAnswer')}
                {question.position.answeredOn && ` · ${day(question.position.answeredOn, language)}`}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
