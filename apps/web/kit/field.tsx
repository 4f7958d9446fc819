import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useKitWords } from './kit.words';
import styles from './field.module.css';

type Around = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean; hideLabel?: boolean };

function Labelled({ id, label, hint, error, optional, hideLabel, children }: Around & { id: string; children: ReactNode }) {
  const { say } = useKitWords();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'heard' : styles.label}>
        {label} {optional && <span className={styles.optional}>{say('optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: Around) => ({
  id,
  'aria-describedby': [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim() || undefined,
  'aria-invalid': error ? true : undefined,
});

/** One line of text, with its label above it. Spread react-hook-form's `register(...)` in. */
export function TextField({ label, hint, error, optional, hideLabel, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const made = useId();
  const id = input.id ?? made;
  const around = { label, hint, error, optional, hideLabel } as Around;
  return (
    <Labelled id={id} {...around}>
      <input className={styles.control} autoComplete="off" {...input} {...described(id, around)} />
    </Labelled>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  ...area
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const made = useId();
  const id = area.id ?? made;
  const around = { label, hint, error, optional, hideLabel } as Around;
  return (
    <Labelled id={id} {...around}>
      <textarea className={styles.control} rows={3} {...area} {...described(id, around)} />
    </Labelled>
  );
}

export function Select({
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
  ...select
}: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const made = useId();
  const id = select.id ?? made;
  const around = { label, hint, error, optional, hideLabel } as Around;
  return (
    <Labelled id={id} {...around}>
      <select className={styles.control} {...select} {...described(id, around)}>
        {children}
      </select>
    </Labelled>
  );
}

/** A few answers of which one is chosen; arrows move, as in every radio group. */
export function Choice<Value extends string>({
  legend,
  name,
  options,
  value,
  error,
  onChange,
}: {
  legend: string;
  name?: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value | null;
  error?: string | undefined;
  onChange: (value: Value) => void;
}) {
  const made = useId();
  return (
    <fieldset className={styles.choice} aria-describedby={error ? `${made}-error` : undefined}>
      <legend className={styles.label}>{legend}</legend>
      {error && (
        <p id={`${made}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name ?? made}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
