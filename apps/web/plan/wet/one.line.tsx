import { useState, type ReactNode } from 'react';
import type { Outcome } from '../../data/act';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { Refusal } from '../../kit/reasons';
import { useActs } from './wet.acts';
import { useWetWords } from './wet.words';
import styles from './panel.module.css';

/** A rarer act that asks for one line: folded away until somebody wants it. */
export function OneLine({
  title,
  label,
  verb,
  send,
  then,
  children,
}: {
  title: string;
  label: string;
  verb: string;
  send: (line: string, keyOf: (input: unknown) => string) => Promise<Outcome<unknown>>;
  then: () => void;
  children?: ReactNode;
}) {
  const { say } = useWetWords();
  const acts = useActs();
  const [line, setLine] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <details className={styles.rarer}>
      <summary>{title}</summary>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(true);
          if (line.trim()) void acts.go([() => send(line, acts.keyOf)]).then((isDone) => isDone && then());
        }}
      >
        {children}
        <TextField
          label={label}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          error={missing && !line.trim() ? say('argueFirst') : undefined}
        />
        <Button purpose="secondary" type="submit" busy={acts.busy}>
          {verb}
        </Button>
        <Refusal outcome={acts.outcome} />
      </form>
    </details>
  );
}
