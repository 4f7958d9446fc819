import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from 'urql';
import { PLAN_REFUSED } from '../data/done';
import { graphql } from '../data/graphql';
import { useAct } from '../data/act';
import { useMe } from '../data/me';
import { useTyped } from '../data/typed';
import { Button } from '../kit/button';
import { Select, TextArea } from '../kit/field';
import { useKeys } from '../kit/keys';
import { useKitWords } from '../kit/kit.words';
import { RoleShape, Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Loading } from '../kit/states';
import { Suggest } from '../kit/suggest';
import { day, weekday } from '../words/format';
import { Clock } from './clock';
import type { AgencyQuestion } from './questions.page';
import { useOthersWords } from './others.words';
import { useNames } from './names';
import { Shared, SHARED_WITH_ME } from './shared';
import styles from './others.module.css';

const ANSWERS = ['AGREES', 'AGREES_IF', 'OBJECTS'] as const;
type AnswerKind = (typeof ANSWERS)[number];
/** What somebody has typed of an answer that is not sent; it stays on the device, also when another question is looked at. */
interface AnswerDraft {
  answer: AnswerKind | null;
  condition: string;
  reason: string;
  law: string | null;
  provision: { key: string; title: string } | null;
}
const EMPTY: AnswerDraft = { answer: null, condition: '', reason: '', law: null, provision: null };

const ANSWER = graphql(
  `
    mutation AnswerPosition($key: ID!, $input: AnswerPositionInput!) {
      answerPosition(key: $key, input: $input) {
        ... on BreakthroughPlan {
          id
          version
          positions {
            id
            state
          }
        }
        ...PlanNot
      }
    }
  `,
  [PLAN_REFUSED],
);

export function Question({
  question,
  holidays,
  onSent,
}: {
  question: AgencyQuestion;
  holidays: readonly string[];
  onSent: () => void;
}) {
  const { say, language } = useOthersWords();
  const name = useNames();
  const { position, measures, leadLabel } = question;
  const [{ data }] = useQuery({ query: SHARED_WITH_ME, variables: { id: question.householdId } });
  const { household } = data ?? {};
  // An answer that was given before is only changed on purpose.
  const [changes, change] = useState(false);
  const mayChange = household?.plan?.id === position.planId && household.plan.status === 'SELECTED';
  return (
    <>
      <article className={styles.card} aria-labelledby="question">
        <p className={styles.tags}>
          {question.isOpen ? (
            <>
              <Clock due={position.dueOn} holidays={holidays} />
              <span className="quiet small">{say('before', { day: weekday(position.dueOn, language) })}</span>
            </>
          ) : (
            <Tag icon={position.answer ? 'tick' : 'clock'}>{position.answer ? say('answered') : say('noAnswer')}</Tag>
          )}
        </p>
        <h2 id="question" className={styles.title}>
          {say('doYou')}
        </h2>
        <p className="quiet">
          {say('household', { code: question.householdCode })}.{' '}
          {say('askedBy', { lead: leadLabel ?? say('nobodyLeads'), day: day(position.askedOn, language) })}
        </p>
        <ul className={styles.asked}>
          {measures.map((measure) => (
            <li key={measure.id}>
              <strong>{measure.result}</strong>
              <dl className={styles.facts}>
                <Fact term={say('help')}>{name('serviceTypes', measure.service)}</Fact>
                <Fact term={say('who')}>{measure.owner}</Fact>
                <Fact term={say('until')}>{day(measure.dueOn, language)}</Fact>
              </dl>
              {measure.grounds.length > 0 && (
                <>
                  <h3>{say('grounds')}</h3>
                  <ul className={styles.grounds}>
                    {measure.grounds.map((ground) => (
                      <li key={ground.id}>
                        {ground.role && <RoleShape role={ground.role} words={say(ground.role)} />} {ground.lawTitle}{' '}
                        {ground.article}
                        {ground.lid && ` ${say('lid', { lid: ground.lid })}`}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </li>
          ))}
        </ul>
        {position.state === 'ESCALATED' && question.isOpen && <p>{say('goneUp')}</p>}
        {question.isOpen || changes ? (
          <Form
            question={question}
            law={household?.involvements.find(({ id }) => id === position.involvementId)?.law ?? null}
            onSent={() => {
              change(false);
              onSent();
            }}
          />
        ) : (
          <Given question={question} onChange={mayChange ? () => change(true) : null} />
        )}
      </article>
      <div className={styles.beside}>
        {data ? <Shared household={data.household} /> : <Loading />}
        <SameInGraphql />
      </div>
    </>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) =>
  children ? (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;

/** What was said before, and what the plan made of it. */
function Given({ question: { position }, onChange }: { question: AgencyQuestion; onChange: (() => void) | null }) {
  const { say, language } = useOthersWords();
  if (!position.answer) return null;
  return (
    <section className={styles.given}>
      <h3>{say('yourAnswer')}</h3>
      <p>
        <strong>{say(position.answer)}</strong> {position.answeredOn && <span>· {day(position.answeredOn, language)}</span>}
      </p>
      {position.condition && <blockquote className={styles.quote}>{position.condition}</blockquote>}
      {position.reason && <blockquote className={styles.quote}>{position.reason}</blockquote>}
      {position.conditionAcceptedOn && <p>{say('accepted', { day: day(position.conditionAcceptedOn, language) })}</p>}
      {position.objectionAnswer && (
        <p>
          {say('planSays')} {position.objectionAnswer}
        </p>
      )}
      {onChange && (
        <Button purpose="secondary" onClick={onChange}>
          {say('change')}
        </Button>
      )}
    </section>
  );
}

/** Two keys and one sentence: 1, 2 or 3, what there is to say, Ctrl+Enter. */
function Form({ question: { position }, law, onSent }: { question: AgencyQuestion; law: string | null; onSent: () => void }) {
  const { say } = useOthersWords();
  const { say: sayOfKit } = useKitWords();
  const { typed: draft, change, sent, notKept } = useTyped(`answer ${position.id}`, EMPTY);
  const errorOf = (field: string) => (notKept.includes(field) ? sayOfKit('notKept') : undefined);
  const { go, busy, outcome, clear } = useAct(ANSWER);
  const words = useRef<HTMLDivElement>(null);
  const choose = (answer: AnswerKind) => {
    clear();
    change({ answer });
  };
  /** By its key the answer is chosen to go on typing; by arrows or a press the focus stays with the choice. */
  const chooseAndType = (answer: AnswerKind) => {
    // at once: the next key is the first of the words
    flushSync(() => choose(answer));
    words.current?.querySelector('textarea')?.focus();
  };
  const send = async () => {
    if (!draft.answer || busy) return;
    const filled = (text: string) => text.trim() || null;
    const came = await go({
      input: {
        plan: position.planId,
        position: position.id,
        seen: position.version,
        answer: draft.answer,
        condition: draft.answer === 'AGREES_IF' ? filled(draft.condition) : null,
        reason: draft.answer === 'AGREES_IF' ? null : filled(draft.reason),
        provision: draft.answer === 'OBJECTS' ? (draft.provision?.key ?? null) : null,
      },
    });
    if (came.kind !== 'done') return;
    await sent();
    tell(say('sent'));
    onSent();
  };
  useKeys({
    '1': () => chooseAndType('AGREES'),
    '2': () => chooseAndType('AGREES_IF'),
    '3': () => chooseAndType('OBJECTS'),
    'ctrl+enter': () => void send(),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset>
        <legend className={styles.legend}>{say('yourAnswer')}</legend>
        <div className={styles.answers}>
          {ANSWERS.map((answer, at) => (
            <label key={answer} className={styles.answer}>
              <span className={styles.answerHead}>
                <input type="radio" name="answer" checked={draft.answer === answer} onChange={() => choose(answer)} />
                <strong>{say(answer)}</strong>
                <kbd aria-hidden="true">{at + 1}</kbd>
              </span>
              <span className="quiet small">{say(`${answer}Why`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div ref={words} className={styles.form}>
        {draft.answer === 'AGREES_IF' && (
          <TextArea
            label={say('condition')}
            error={errorOf('condition')}
            value={draft.condition}
            onChange={({ target }) => change({ condition: target.value })}
          />
        )}
        {draft.answer === 'OBJECTS' && <Objection law={law} draft={draft} change={change} error={errorOf('reason')} />}
        {draft.answer === 'AGREES' && (
          <TextArea
            optional
            rows={2}
            label={say('note')}
            error={errorOf('reason')}
            value={draft.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </div>
      <Refusal outcome={outcome} />
      <p className={styles.ends}>
        <Button purpose="primary" type="submit" busy={busy} disabled={!draft.answer}>
          {say('send')} <kbd aria-hidden="true">Ctrl Enter</kbd>
        </Button>
        <span className="quiet small">{draft.answer ? say('seesAtOnce') : say('chooseFirst')}</span>
      </p>
    </form>
  );
}

const LAWS = graphql(`
  query LawTitles {
    laws {
      key
      title
    }
  }
`);
const ARTICLES = graphql(`
  query ArticlesOf($law: ID!, $on: LocalDate!) {
    provisionsInForce(law: $law, on: $on, first: 100, unproven: true) {
      nodes {
        key
        article
        lid
        summary {
          nl
          en
        }
      }
    }
  }
`);

/** The reason in words, and the article where one is known: that of one's own law is near. */
function Objection({
  law: own,
  draft,
  change,
  error,
}: {
  law: string | null;
  draft: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  error: string | undefined;
}) {
  const { say, language } = useOthersWords();
  const { today } = useMe();
  const law = draft.law ?? own ?? '';
  const [{ data: laws }] = useQuery({ query: LAWS });
  const [{ data: articles }] = useQuery({ query: ARTICLES, variables: { law, on: today }, pause: law === '' });
  const found = (articles?.provisionsInForce.nodes ?? []).map((one) => ({
    id: one.key,
    label: [one.article, one.lid && say('lid', { lid: one.lid })].filter(Boolean).join(' '),
    more: one.summary[language],
  }));
  const suggest = (text: string) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return found.filter(({ label, more }) => words.every((word) => `${label} ${more}`.toLowerCase().includes(word))).slice(0, 8);
  };
  return (
    <>
      <TextArea
        label={say('why')}
        value={draft.reason}
        error={error}
        onChange={({ target }) => change({ reason: target.value })}
      />
      <Select optional label={say('lawOf')} value={law} onChange={({ target }) => change({ law: target.value, provision: null })}>
        <option value="">{say('lawNone')}</option>
        {laws?.laws.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      {law !== '' && (
        <Article key={law} suggest={suggest} taken={draft.provision} onTake={(provision) => change({ law, provision })} />
      )}
    </>
  );
}

function Article({
  suggest,
  taken,
  onTake,
}: {
  suggest: Parameters<typeof Suggest>[0]['suggest'];
  taken: AnswerDraft['provision'];
  onTake: (provision: AnswerDraft['provision']) => void;
}) {
  const { say } = useOthersWords();
  const [text, setText] = useState(taken?.title ?? '');
  return (
    <Suggest
      label={say('article')}
      placeholder={say('articleHint')}
      value={text}
      onType={(now) => {
        setText(now);
        if (taken) onTake(null);
      }}
      suggest={suggest}
      onTake={({ id, label }) => {
        setText(label);
        onTake({ key: id, title: label });
      }}
    />
  );
}

const SAME = `query {
  myQuestions(first: 20) {
    nodes {
      householdCode
      isOpen
      leadLabel
      measures { result owner dueOn service }
      position { id version state dueOn answer }
    }
  }
}`;

function SameInGraphql() {
  const { say } = useOthersWords();
  return (
    <details className={styles.card}>
      <summary className={styles.summary}>{say('graphql')}</summary>
      <p className="quiet">{say('graphqlWhy')}</p>
      <pre className={styles.code} tabIndex={0}>
        <code>{SAME}</code>
      </pre>
      <Button purpose="secondary" onClick={() => void navigator.clipboard.writeText(SAME).then(() => tell(say('copied')))}>
        {say('copy')}
      </Button>
    </details>
  );
}
