import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import type { Change } from '../data/act';
import { graphql } from '../data/graphql';
import { moment } from '../words/format';
import { Button } from './button';
import { Choice, TextArea } from './field';
import { useKitWords } from './kit.words';
import styles from './conflict.module.css';

const COLLEAGUES = graphql(`
  query Colleagues {
    professionals {
      id
      label
    }
  }
`);

export interface Clashing {
  name: string;
  label: string;
  /** As it was typed here, and as it stands now. */
  mine: string;
  theirs: string;
  /** A text of which both versions can be kept; else it is one or the other. */
  isText?: boolean;
  /** Who changed it last, and when. */
  change?: Change | undefined;
}
/** A field that is named by a question stands in another one. */
const plainly = (label: string) => label.replace(/\?$/, '');

type Which = 'mine' | 'theirs' | 'both';

/**
 * Somebody else changed the same thing (CHANGED_MEANWHILE): both versions, field by field, and nothing of either is lost. Fields that are
 * the same are not asked. `onSend` gets every field as it was chosen; send it with the version that is seen now.
 */
export function Conflict({
  fields,
  people = [],
  takesFocus = false,
  onSend,
  onDrop,
}: {
  fields: readonly Clashing[];
  /** Who else than colleagues may have done it. */
  people?: readonly { id: string; label: string | null }[];
  /** It takes the place of what was being done, so the focus comes along. */
  takesFocus?: boolean;
  onSend: (values: Record<string, string>) => void;
  onDrop: () => void;
}) {
  const { say, language } = useKitWords();
  const [{ data }] = useQuery({ query: COLLEAGUES });
  const [which, setWhich] = useState<Record<string, Which>>({});
  const [both, setBoth] = useState<Record<string, string>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const clashing = fields.filter(({ mine, theirs }) => mine !== theirs);
  const valueOf = ({ name, mine, theirs }: Clashing): string => {
    const choice = which[name] ?? 'mine';
    return choice === 'both' ? (both[name] ?? [theirs, mine].filter(Boolean).join('\n')) : choice === 'mine' ? mine : theirs;
  };
  const nameOf = (person: string) =>
    [...(data?.professionals ?? []), ...people].find(({ id }) => id === person)?.label ?? say('somebody');
  return (
    <section className={styles.conflict} aria-label={say('changedMeanwhile')}>
      <h2 ref={heading} tabIndex={-1}>
        {say('changedMeanwhile')}
      </h2>
      {clashing.map((field) => (
        <div key={field.name} className={styles.field}>
          <h3>{field.label}</h3>
          {field.change && <p>{say('changedBy', { who: nameOf(field.change.by), when: moment(field.change.at, language) })}</p>}
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
            legend={say('whichOf', { field: plainly(field.label) })}
            value={which[field.name] ?? 'mine'}
            onChange={(value) => setWhich((before) => ({ ...before, [field.name]: value }))}
            options={[
              { value: 'mine', label: say('mine') },
              { value: 'theirs', label: say('theirs') },
              ...(field.isText === false ? [] : [{ value: 'both' as const, label: say('both') }]),
            ]}
          />
          {which[field.name] === 'both' && (
            <TextArea
              label={say('bothAs', { field: plainly(field.label) })}
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
