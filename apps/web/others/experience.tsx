import { useState } from 'react';
import { useAct } from '../data/act';
import { OUTCOME_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { useMe } from '../data/me';
import { useTyped } from '../data/typed';
import { Button } from '../kit/button';
import { Choice, TextArea } from '../kit/field';
import { useKitWords } from '../kit/kit.words';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { dayInWords } from '../words/format';
import type { MyHousehold } from './my-plan.page';
import { useMyPlanWords } from './my-plan.words';
import styles from './my-plan.module.css';

const GIVE = graphql(
  `
    mutation GiveExperience($key: ID!, $input: GiveExperienceInput!) {
      giveExperience(key: $key, input: $input) {
        ... on BreakthroughPlan {
          experiences {
            id
          }
        }
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
const QUESTIONS = ['voice', 'respect', 'treatment'] as const;
const SCORES = ['1', '2', '3', '4', '5'] as const;
type Score = (typeof SCORES)[number];
type Given = Record<(typeof QUESTIONS)[number], Score | ''> & { words: string };
const EMPTY: Given = { voice: '', respect: '', treatment: '', words: '' };

/** How somebody was heard, respected and treated: asked a week after the decision, and shown to nobody whom it rates. */
export function Experience({ plan }: { plan: NonNullable<MyHousehold['plan']> }) {
  const { say, language } = useMyPlanWords();
  const { person, today } = useMe();
  const mine = (plan.experiences ?? []).find(({ personId, withdrawnOn }) => personId === person && withdrawnOn === null);
  if (!mine && !plan.experienceAsked) return null;
  return (
    <section>
      <h2>{say('experience')}</h2>
      {mine ? (
        <div className={styles.card}>
          <p>
            <strong>{say('experienceGiven', { day: dayInWords(mine.onDay, language, today) })}</strong>
          </p>
          <ul className={styles.list}>
            {QUESTIONS.map((question) => (
              <li key={question}>
                {say(`asks.${question}`)} <strong>{say(`score.${String(mine[question]) as Score}`)}</strong>
              </li>
            ))}
          </ul>
          {mine.words && <blockquote className={styles.words}>{mine.words}</blockquote>}
        </div>
      ) : (
        <Asked plan={plan.id} />
      )}
    </section>
  );
}

function Asked({ plan }: { plan: string }) {
  const { say } = useMyPlanWords();
  const { say: sayOfKit } = useKitWords();
  const { person, today } = useMe();
  const { go, busy, outcome } = useAct(GIVE);
  const { typed, change, sent, notKept } = useTyped(`experience ${plan}`, EMPTY);
  const [lacks, setLacks] = useState(false);
  const give = async () => {
    const isWhole = QUESTIONS.every((question) => typed[question] !== '');
    setLacks(!isWhole);
    if (!isWhole || busy) return;
    const { voice, respect, treatment, words } = typed;
    const scores = { voice: Number(voice), respect: Number(respect), treatment: Number(treatment) };
    const came = await go({ input: { plan, person, onDay: today, how: 'ON_SCREEN', ...scores, words: words.trim() || null } });
    if (came.kind !== 'done') return;
    await sent();
    tell(say('experienceThanks'));
  };
  return (
    <form
      className={styles.card}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <p>{say('experienceWhy')}</p>
      {QUESTIONS.map((question) => (
        <Choice<Score>
          key={question}
          legend={say(`asks.${question}`)}
          value={typed[question] || null}
          onChange={(value) => change({ [question]: value })}
          options={SCORES.map((value) => ({ value, label: say(`score.${value}`) }))}
        />
      ))}
      <TextArea
        label={say('experienceWords')}
        optional
        error={notKept.length > 0 ? sayOfKit('notKept') : undefined}
        value={typed.words}
        onChange={({ target }) => change({ words: target.value })}
      />
      {lacks && <p role="alert">{say('experienceLacks')}</p>}
      <Refusal outcome={outcome} />
      <Button purpose="primary" type="submit" busy={busy}>
        {say('experienceSend')}
      </Button>
    </form>
  );
}
