import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type RegisterOptions,
  type UseFormReturn,
} from 'react-hook-form';
import { useAct, type Act, type Asked } from '../data/act';
import { useDraft } from '../data/drafts';
import { Button } from './button';
import styles from './act.form.module.css';
import { useKitWords } from './kit.words';
import { Refusal } from './reasons';
import { tell } from './said';

/** A button that opens a short form below it; the focus goes into it, and comes back here when it closes. */
export function OpensForm({
  label,
  about,
  children,
}: {
  label: string;
  /** Heard after the label: what it is about, where several such buttons stand in a list. */
  about?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [open]);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <div className={styles.opens}>
      <Button ref={button} purpose="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} {about && <span className="heard">{about}</span>}
      </Button>
      {open && (
        <div
          ref={form}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** What a field of the kit takes from a form: its name, its handlers and what is wrong with it. */
export type FieldOf<Typed extends FieldValues> = (
  name: Path<Typed>,
  options?: RegisterOptions<Typed, Path<Typed>> & { needed?: boolean },
) => object;

/** A short form of one act. What was typed stays when it is refused, and comes back after a killed tab or a sign-in that ended. */
export function ShortForm<Typed extends FieldValues, Result extends object, Variables extends { key: string }>({
  name,
  act,
  start,
  asked,
  button,
  said,
  onDone,
  children,
}: {
  /** Which form of what: `share <household id>`. */
  name: string;
  act: Act<Result, Variables>;
  start: Typed;
  asked: (typed: Typed) => Asked<Variables>;
  button: string;
  said: string;
  onDone: () => void;
  children: (field: FieldOf<Typed>, form: UseFormReturn<Typed>) => ReactNode;
}) {
  const { say } = useKitWords();
  const form = useForm<Typed>({ defaultValues: start as DefaultValues<Typed> });
  const draft = useDraft(form, name);
  const { go, busy, outcome } = useAct(act);
  const field: FieldOf<Typed> = (path, { needed = false, ...options } = {}) => {
    const error = form.getFieldState(path, form.formState).error?.message;
    return {
      ...form.register(path, { ...(needed ? { required: say('required') } : {}), ...options }),
      ...(needed ? { 'aria-required': true } : {}),
      ...(error === undefined ? {} : { error }),
    };
  };
  const send = form.handleSubmit(async (typed) => {
    const { kind } = await go(asked(typed));
    if (kind !== 'done') return;
    await draft.clear();
    tell(said);
    onDone();
  });
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      {children(field, form)}
      {draft.notKept.length > 0 && <p className={styles.wrong}>{say('notKept')}</p>}
      <Refusal outcome={outcome} />
      <p className={styles.acts}>
        <Button purpose="primary" type="submit" busy={busy}>
          {button}
        </Button>
        <Button purpose="subtle" onClick={() => void draft.clear().then(onDone)}>
          {say('cancel')}
        </Button>
      </p>
    </form>
  );
}

/** Some of a list, each with a box. */
export function Boxes<Typed extends FieldValues>({
  legend,
  field,
  name,
  options,
}: {
  legend: string;
  field: FieldOf<Typed>;
  name: Path<Typed>;
  options: readonly { value: string; label: string }[];
}) {
  if (options.length === 0) return null;
  return (
    <fieldset className={styles.boxes}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" value={value} {...field(name)} /> <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
