import { useState } from 'react';
import { takeFile } from '../data/outbox';
import { Icon } from '../kit/icon';
import { tell } from '../kit/said';
import { useEntryWords } from './entry.words';
import { Marks } from './marks';
import { ready } from './photo';
import type { Sitting } from './sitting';
import styles from './entry.module.css';

/** The photos of a letter: those that were sent can be opened, those that wait say so, and one more goes along as soon as it can. */
export function Photos({
  sitting,
  letter,
  who,
  sent,
}: {
  sitting: Sitting;
  letter: string;
  who: string;
  sent: readonly { id: string; kind: string }[];
}) {
  const { say } = useEntryWords();
  const [wrong, setWrong] = useState('');
  const waiting = sitting.waiting.filter(({ act, variables }) => act === 'addAttachment' && variables['letter'] === letter);
  return (
    <div className={styles.photos}>
      {sent.map(({ id, kind }, at) => (
        <a key={id} href={`/attachments/${id}`} target="_blank" rel="noreferrer">
          {say(kind === 'PDF' ? 'openPdf' : 'openPhoto', { number: at + 1 })}{' '}
          <span className="heard">{say('ofLetter', { who })}</span>
        </a>
      ))}
      {waiting.map(({ key, label }) => (
        <span key={key} className={styles.sub}>
          {label} <Marks sitting={sitting} of={key} />
        </span>
      ))}
      <label>
        <input
          className="heard"
          type="file"
          accept="image/*,application/pdf"
          capture="environment"
          aria-label={say('photo', { who })}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (!file) return;
            void ready(file).then((made) => {
              setWrong(made === 'kind' ? say('photoKind') : made === 'large' ? say('photoLarge') : '');
              if (!(made instanceof File)) return;
              takeFile(made, letter, say('photoLabel', { label: who }), sitting.id);
              tell(say('photoTaken', { who }));
            });
          }}
        />
        <span aria-hidden="true">
          <Icon name="plus" size={13} /> {say('photoWord')}
        </span>
      </label>
      {wrong && <span role="alert">{wrong}</span>}
    </div>
  );
}
