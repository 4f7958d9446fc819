import { useState } from 'react';
import { Button } from './button';
import { Choice, TextArea } from './field';
import { useKitWords } from './kit.words';
import styles from './conflict.module.css';

export interface Clashing {
  name: string;
  label: string;
  /** As it was typed here, and as it stands now. */
  mine: string;
  theirs: string;
}
type Which = 'mine' | 'theirs' | 'both';

/**
 * Somebody else changed the same thing (CHANGED_MEANWHILE): both versions, field by field, and nothing of either is lost. Fields that are
 * the same are not asked. `onSend` gets every field as it was chosen; send it with the version that is seen now.
 */
export function Conflict({
  fields,
  by,
  onSend,
  onDrop,
}: {
  fields: readonly Clashing[];
  /** Who changed it, and when, in words. */
  by?: string;
  onSend: (values: Record<string, string>) => void;
  onDrop: () => void;
}) {
  const { say } = useKitWords();
  const [which, setWhich] = useState<Record<string, Which>>({});
  const [both, setBoth] = useState<Record<string, string>>({});
  const clashing = fields.filter(({ mine, theirs }) => mine !== theirs);
  const valueOf = ({ name, mine, theirs }: Clashing): string => {
    const choice = which[name] ?? 'mine';
    return choice === 'both' ? (both[name] ?? [theirs, mine].filter(Boolean).join('\n')) : choice === 'mine' ? mine : theirs;
  };
  return (
    <section className={styles.conflict} aria-label={say('changedMeanwhile')}>
      <h2>{say('changedMeanwhile')}</h2>
      {by && <p>{by}</p>}
      {clashing.map((field) => (
        <div key={field.name} className={styles.field}>
          <h3>{field.label}</h3>
          <dl className={styles.versions}>
            <div>
              <dt>{say('mine')}</dt>
              <dd>{field.mine || say('nothingThere')}</dd>
            </div>
            <div>
              <dt>{say('theirs')}</dt>
              <dd>{field.theirs || say('nothingThere')}</dd>
            </div>
          </dl>
          <Choice<Which>
            legend={say('whichOf', { field: field.label })}
            value={which[field.name] ?? 'mine'}
            onChange={(value) => setWhich((before) => ({ ...before, [field.name]: value }))}
            options={[
              { value: 'mine', label: say('mine') },
              { value: 'theirs', label: say('theirs') },
              { value: 'both', label: say('both') },
            ]}
          />
          {which[field.name] === 'both' && (
            <TextArea
              label={say('bothAs', { field: field.label })}
              value={valueOf(field)}
              onChange={(event) => setBoth((before) => ({ ...before, [field.name]: event.target.value }))}
            />
          )}
        </div>
      ))}
      <p className={styles.acts}>
        <Button purpose="primary" onClick={() => onSend(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])))}>
          {say('sendChosen')}
        </Button>
        <Button purpose="subtle" onClick={onDrop}>
          {say('dropMine')}
        </Button>
      </p>
    </section>
  );
}
