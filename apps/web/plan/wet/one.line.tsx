import type { Act } from '../../data/act';
import { ActForm } from '../../kit/act.form';
import { TextField } from '../../kit/field';
import type { Chosen } from './matrix.layout.rules';
import { useWet } from './wet.data';
import styles from './panel.module.css';

/** A rarer act that asks for one line: folded away until somebody wants it. */
export function OneLine<Result extends object, Input extends object>({
  title,
  label,
  verb,
  act,
  input,
  said,
  then,
}: {
  title: string;
  label: string;
  verb: string;
  act: Act<Result, { input: Input; key: string }>;
  input: (line: string) => NoInfer<Input>;
  said: string;
  then: Chosen;
}) {
  const { done } = useWet();
  return (
    <details className={styles.rarer}>
      <summary>{title}</summary>
      <ActForm
        act={act}
        start={{ line: '' }}
        input={({ line }) => input(line)}
        button={verb}
        said={said}
        onDone={() => done(then, said)}
        onStop={null}
      >
        {(field) => <TextField label={label} {...field('line', { needed: true })} />}
      </ActForm>
    </details>
  );
}
