import { drop } from '../data/outbox';
import { Button } from '../kit/button';
import { Icon } from '../kit/icon';
import { useEntryWords } from './entry.words';
import type { Sitting } from './sitting';
import styles from './entry.module.css';

/** That something is not sent yet, or was refused, with all reasons and what can be done; nothing once it is there. */
export function Marks({ sitting: { waiting, change }, of }: { sitting: Sitting; of: string }) {
  const { say, language } = useEntryWords();
  const entry = waiting.find(({ key }) => key === of);
  if (!entry) return null;
  if (entry.state === 'waiting' || entry.state === 'sending')
    return (
      <span className={styles.pending}>
        <Icon name="cloud" size={13} /> {say('pending')}
      </span>
    );
  return (
    <div className={styles.refused}>
      <span>
        <Icon name="bolt" size={13} /> {say('failed')}
      </span>
      <ul>
        {entry.reasons.map((reason, at) => (
          <li key={at}>{reason[language]}</li>
        ))}
      </ul>
      {entry.act !== 'addAttachment' && (
        <Button purpose="secondary" aria-label={`${say('change')}: ${entry.label}`} onClick={() => change(entry)}>
          {say('change')}
        </Button>
      )}
      <Button purpose="subtle" aria-label={`${say('throwAway')}: ${entry.label}`} onClick={() => drop(entry.key)}>
        {say('throwAway')}
      </Button>
    </div>
  );
}
