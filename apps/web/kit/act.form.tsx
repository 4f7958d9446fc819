import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
  type RegisterOptions,
  type UseFormReturn,
} from 'react-hook-form';
import { isChangedMeanwhile, useAct, type Act } from '../data/act';
import { useDraft } from '../data/drafts';
import styles from './act.form.module.css';
import { draftName, toChoose, type Shared } from './act.form.rules';
import { Button } from './button';
import { Conflict } from './conflict';
import { useKitWords } from './kit.words';
import { useHold } from './stays';
import { Refusal } from './reasons';
import { tell } from './said';

/** A button that opens a short form below it; the form closes when its act is done, and the focus comes back here. */
export function Opens({
  id,
  label,
  about,
  may = true,
  startOpen = false,
  takesFocus = false,
  subtle = false,
  children,
}: {
  id?: string;
  label: string;
  /** Heard after the label: what it is about, where several such buttons stand in a list. */
  about?: string;
  /** Is there something to open? Who is in the form already stays in it, whatever others do meanwhile. */
  may?: boolean;
  startOpen?: boolean;
  /** Opens by itself because what came before it was just done: the hands stay on the keyboard. */
  takesFocus?: boolean;
  subtle?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(startOpen);
  const [wasPressed, setPressed] = useState(takesFocus);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useHold(open);
  useEffect(() => {
    if (open && wasPressed) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [open, wasPressed]);
  if (!may && !open) return null;
  const close = () => {
    button.current?.focus();
    setOpen(false);
    setPressed(false);
  };
  return (
    <div className={open ? styles.opened : styles.opens}>
      <Button
        ref={button}
        id={id}
        purpose={subtle ? 'subtle' : 'secondary'}
        aria-expanded={open}
        onClick={() => {
          setPressed(!open);
          setOpen(!open);
        }}
      >
        {label} {about && <span className="heard">{about}</span>}
      </Button>
      {open && (
        <div
          ref={form}
          className={styles.box}
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
export function useField<Typed extends FieldValues>(form: UseFormReturn<Typed>) {
  const { say } = useKitWords();
  return (name: Path<Typed>, { needed = false, ...options }: RegisterOptions<Typed, Path<Typed>> & { needed?: boolean } = {}) => {
    const error = form.getFieldState(name, form.formState).error?.message;
    return {
      ...form.register(name, { ...(needed ? { required: say('required') } : {}), ...options }),
      ...(needed ? { 'aria-required': true } : {}),
      ...(error === undefined ? {} : { error }),
    };
  };
}
export type FieldOf<Typed extends FieldValues> = ReturnType<typeof useField<Typed>>;

/** The version that stood there when the form was opened, and what it said; kept with the draft, for it is what that was typed about. */
type Opened = { opened: { seen: number | null; said: string[] } };

/**
 * A short form of one act. What was typed stays when it is refused, and comes back after a killed tab or a sign-in that ended.
 *
 * Whoever changes what somebody else can change too names it in `shared`. The act then names the version that was seen when the form was
 * opened; what somebody else wrote meanwhile is shown beside what was typed, field by field, and nothing of either is lost. Where
 * something else was changed there is nothing to choose, and it goes again by itself.
 */
export function ActForm<Typed extends FieldValues, Result extends object, Input extends object>({
  act,
  start,
  input,
  button,
  said,
  onDone,
  onStop = onDone,
  shared = [],
  isPrimary = false,
  children,
}: {
  act: Act<Result, { input: Input; key: string }>;
  start: Typed;
  input: (typed: Typed) => NoInfer<Input>;
  button?: string;
  said: string;
  onDone?: () => void;
  /** Not doing it after all; null = there is nothing to close. */
  onStop?: (() => void) | null | undefined;
  shared?: readonly Shared<NoInfer<Typed>>[];
  isPrimary?: boolean;
  children: (field: FieldOf<Typed>, form: UseFormReturn<Typed>) => ReactNode;
}) {
  const { say } = useKitWords();
  const seen = (input(start) as { seen?: number | null }).seen ?? null;
  const now = { seen, said: shared.map(({ stands }) => stands) };
  const inner = useForm<Typed & Opened>({ defaultValues: { ...start, opened: now } as DefaultValues<Typed & Opened> });
  const form = inner as unknown as UseFormReturn<Typed>;
  const draft = useDraft(inner, draftName(act, input(start), start));
  const { go, busy, outcome, clear } = useAct(act);
  const field = useField(form);
  const begin = () => inner.reset({ ...start, opened: now });
  /** Where the form stays, it begins anew from what it made, once the page knows that. */
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    if (!isSent) return;
    begin();
    setSent(false);
  }, [seen]);

  const send = form.handleSubmit(async (values) => {
    // by key it can be pressed again while it is under way
    if (busy) return;
    const { opened, ...typed } = values as Typed & Opened;
    const given = input(typed as unknown as Typed);
    const came = await go({ input: shared.length > 0 ? { ...given, seen: opened.seen } : given });
    if (came.kind !== 'done') return;
    await draft.clear();
    if (shared.length > 0) setSent(true);
    else begin();
    onDone?.();
    tell(said);
  });
  const stop = () => {
    void draft.clear();
    onStop?.();
  };

  const { opened, ...typed } = inner.getValues();
  // until the page knows what somebody else wrote there is nothing to show beside it
  const isKnown = shared.length > 0 && isChangedMeanwhile(outcome) && opened.seen !== seen;
  const choices = isKnown ? toChoose(shared, opened.said, typed as unknown as Typed) : [];
  const again = (values: Partial<Typed>) => {
    for (const [name, value] of Object.entries({ ...values, opened: now }))
      inner.setValue(name as Path<Typed & Opened>, value as PathValue<Typed & Opened, Path<Typed & Opened>>, {
        shouldDirty: true,
      });
    clear();
    void send();
  };
  const drop = () => {
    stop();
    begin();
    clear();
  };
  const isElsewhere = isKnown && choices.length === 0;
  useEffect(() => {
    if (isElsewhere) again({});
    // once for each version that was found
  }, [isElsewhere, seen]);

  if (choices.length > 0 && outcome?.kind === 'refused')
    return (
      <Conflict
        fields={choices.map((one) => ({ ...one, change: outcome.changes.at(-1) }))}
        takesFocus
        onSend={(chosen) => {
          const values = choices.map((one) => one.valueOf(chosen[one.name] ?? one.mine));
          if (values.includes(null)) drop();
          else again(Object.assign({}, ...values) as Partial<Typed>);
        }}
        onDrop={drop}
      />
    );
  return (
    <form
      noValidate
      className={styles.fields}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) void send();
      }}
    >
      {draft.restored && <p className="quiet small">{say('restored')}</p>}
      <FormProvider {...form}>{children(field, form)}</FormProvider>
      {draft.notKept.length > 0 && <p className={styles.error}>{say('notKept')}</p>}
      <Refusal outcome={outcome} />
      <p className={styles.acts}>
        <Button purpose={isPrimary ? 'primary' : 'secondary'} type="submit" busy={busy}>
          {button ?? say('save')}
        </Button>
        {onStop && (
          <Button purpose="subtle" onClick={stop}>
            {say('cancel')}
          </Button>
        )}
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

/** A yes or no. */
export function Check<Typed extends FieldValues>({
  label,
  field,
  name,
  id,
}: {
  label: string;
  field: FieldOf<Typed>;
  name: Path<Typed>;
  id?: string;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" id={id} {...field(name)} /> <span>{label}</span>
    </label>
  );
}
