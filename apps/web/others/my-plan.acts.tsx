import { useState } from 'react';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { useAct } from '../data/act';
import { useMe } from '../data/me';
import { ActForm } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
import { Button } from '../kit/button';
import { TextArea, TextField } from '../kit/field';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { dayInWords } from '../words/format';
import { useNames } from './names';
import type { MyHousehold } from './my-plan.page';
import { useMyPlanWords } from './my-plan.words';
import styles from './my-plan.module.css';

const OWN_WORDS = graphql(
  `
    mutation OwnWords($key: ID!, $input: RecordOwnWordsInput!) {
      recordOwnWords(key: $key, input: $input) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const STOP_SHARING = graphql(
  `
    mutation StopSharing($key: ID!, $input: WithdrawShareInput!) {
      withdrawShare(key: $key, input: $input) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);

/** What is not right is mended with a human; the own words are one's own. */
export function Correct({ household }: { household: MyHousehold }) {
  const { say } = useMyPlanWords();
  return (
    <details className={styles.opens}>
      <summary className={styles.act}>{say('wrong')}</summary>
      <div className={styles.card}>
        <p>{household.lead?.personLabel ? say('wrongHow', { name: household.lead.personLabel }) : say('nobody')}</p>
        <p>{say('wrongOwn')}</p>
        <ActForm
          act={OWN_WORDS}
          start={{ words: household.ownWords ?? '' }}
          input={(typed) => ({ household: household.id, seen: household.version, ...typed })}
          shared={[sharedText('words', say('wrongWords'), household.ownWords)]}
          button={say('wrongSave')}
          said={say('wrongSaved')}
        >
          {(field) => <TextArea label={say('wrongWords')} {...field('words', { needed: true })} />}
        </ActForm>
      </div>
    </details>
  );
}

export function StopSharing({ household }: { household: MyHousehold }) {
  const { say } = useMyPlanWords();
  const { today } = useMe();
  const shares = (household.shares ?? []).filter(({ withdrawnOn, toOn }) => withdrawnOn === null && toOn >= today);
  return (
    <details className={styles.opens}>
      <summary className={styles.act}>{say('share')}</summary>
      <div className={styles.card}>
        {shares.length === 0 && <p>{say('shareNone')}</p>}
        <ul className={styles.list}>
          {shares.map((share) => (
            <Share key={share.id} household={household} share={share} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function Share({ household, share }: { household: MyHousehold; share: NonNullable<MyHousehold['shares']>[number] }) {
  const { say, language } = useMyPlanWords();
  const name = useNames();
  const { today } = useMe();
  const { go, busy, outcome } = useAct(STOP_SHARING);
  const [reason, setReason] = useState<string | null>(null);
  const agency = household.involvements.find(({ id }) => id === share.involvementId)?.agencyName ?? say('somebody');
  const stop = async () => {
    const came = await go({ input: { share: share.id, seen: share.version, reason: reason ?? say('shareWhyGiven') } });
    if (came.kind === 'done') tell(say('shareStopped'));
  };
  return (
    <li className={styles.share}>
      <p>
        {share.noteIds.length > 0
          ? say('shareNote', { agency })
          : say('shareWho', {
              agency,
              domains: share.domains.map((domain) => name('lifeDomains', domain).toLowerCase()).join(', '),
            })}
      </p>
      <p className="quiet">{say('shareUntil', { day: dayInWords(share.toOn, language, today) })}</p>
      <TextField
        label={say('shareWhy')}
        value={reason ?? say('shareWhyGiven')}
        onChange={({ target }) => setReason(target.value)}
      />
      <Refusal outcome={outcome} />
      <Button purpose="secondary" busy={busy} onClick={() => void stop()}>
        {say('shareStop', { agency })}
      </Button>
    </li>
  );
}
