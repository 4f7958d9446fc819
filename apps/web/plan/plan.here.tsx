import { createContext, useContext, useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
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
import { useQuery } from 'urql';
import { useAct, type Act, type Reason } from '../data/act';
import { useDraft } from '../data/drafts';
import { useLists } from '../data/lists';
import { Button } from '../kit/button';
import { Explain } from '../kit/explain';
import { Select, TextArea } from '../kit/field';
import type { Term } from '../kit/glossary.words';
import { useKitWords } from '../kit/kit.words';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Suggest, type Suggestion } from '../kit/suggest';
import { draftName } from './draft.rules';
import { isMendable, mendedAt, placeOf, stepAddress } from './mend.rules';
import { WITHDRAW } from './plan.acts';
import { found } from './plan.rules';
import { PEOPLE, type Plan, type PlanHousehold } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

/** What every part of the page knows: the plan as it was read, and what this reader can do with it. */
export interface Here {
  household: PlanHousehold;
  plan: Plan;
  /** The version that was decided last: this one, or one before it that holds while this one is written; null = none yet. */
  decided: NonNullable<PlanHousehold['plans']>[number] | null;
  /** Lead or deputy of this household. */
  holds: boolean;
  /** Lead or deputy, and the plan is still being made. */
  writes: boolean;
  /** Asked to decide this plan. */
  decides: boolean;
  agencyOf: (involvement: string) => string;
  refresh: () => void;
}
export const HereContext = createContext<Here | null>(null);
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('no plan here');
  return here;
}

/** The way from a reason to what mends it. */
export function useMend() {
  const { say } = usePlanWords();
  const { household, plan } = useHere();
  return (reason: Reason) => {
    const { code } = reason;
    const place = placeOf(code, mendedAt(reason, plan.measures));
    return place && isMendable(code)
      ? { to: stepAddress(household.id, place.step, place.field), words: say(`mend.${code}`) }
      : null;
  };
}

/** Laws by their short title and articles as people say them: `Wmo 2015 2.3.5 lid 6`. */
export function useLaws() {
  const { say } = usePlanWords();
  const lists = useLists();
  const law = (key: string | null): string => lists?.laws.find((one) => one.key === key)?.shortTitle ?? '';
  const article = (ground: { law: string | null; article: string | null; lid: string | null }): string =>
    [law(ground.law), ground.article, ground.lid && say('lid', { lid: ground.lid })].filter(Boolean).join(' ');
  return { law, article };
}

/** A part of a step under its own heading; `term` is the word of the field in it. */
export const Part = ({ title, term, more, children }: { title: string; term?: Term; more?: ReactNode; children: ReactNode }) => (
  <section className={styles.part}>
    {term ? (
      <div className="explained">
        <h2>{title}</h2>
        <Explain term={term} />
      </div>
    ) : (
      <h2>{title}</h2>
    )}
    {more && <p className="quiet">{more}</p>}
    {children}
  </section>
);

/** A button that opens a short form below it; the form closes when its act is done, and the focus comes back here. */
export function Opens({
  id,
  label,
  about,
  startOpen = false,
  takesFocus = false,
  subtle = false,
  children,
}: {
  id?: string;
  label: string;
  /** Heard after the label: what it is about, where several such buttons stand in a list. */
  about?: string;
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
  useEffect(() => {
    if (open && wasPressed) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [open, wasPressed]);
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
          className={styles.form}
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

/**
 * A short form of one act. What was typed stays when it is refused, and comes back after a killed tab or a sign-in that ended. Whoever
 * changes a text names the version that stood there when the form was opened: what somebody else wrote meanwhile is shown, never lost.
 */
export function ActForm<Typed extends FieldValues, Result extends object, Input extends object>({
  act,
  start,
  input,
  button,
  said,
  onDone,
  current,
  primary = false,
  children,
}: {
  act: Act<Result, { input: Input; key: string }>;
  start: Typed;
  input: (typed: Typed) => NoInfer<Input>;
  button?: string;
  said: string;
  onDone?: () => void;
  /** What the plan says now, for whoever changes a text that somebody else can change too; null = nothing yet. */
  current?: string | null;
  primary?: boolean;
  children: (form: UseFormReturn<Typed>) => ReactNode;
}) {
  const { say } = usePlanWords();
  const { say: sayKit } = useKitWords();
  const { refresh } = useHere();
  const mend = useMend();
  const form = useForm<Typed>({ defaultValues: start as DefaultValues<Typed> });
  const draft = useDraft(form, draftName(act, input(start), start));
  const { go, busy, outcome } = useAct(act);
  const opened = useRef<typeof input | null>(current === undefined ? null : input);
  const isChanged = outcome?.kind === 'refused' && outcome.reasons.some(({ code }) => code === 'CHANGED_MEANWHILE');
  const send = form.handleSubmit(async (typed) => {
    const given = input(typed);
    const { seen } = (opened.current ?? input)(typed) as { seen?: number | null };
    const came = await go({ input: seen === undefined ? given : { ...given, seen } });
    if (came.kind === 'done') {
      await draft.clear();
      opened.current = null;
      form.reset(start);
      onDone?.();
      tell(said);
    } else if (came.kind === 'refused' && came.reasons.some(({ code }) => code === 'CHANGED_MEANWHILE')) {
      // from here on both versions are in sight: the next time is a choice
      opened.current = null;
      refresh();
    }
  });
  return (
    <form noValidate className={styles.fields} onSubmit={(event) => void send(event)}>
      {isChanged && (
        <div className={styles.changed}>
          {current && (
            <p>
              {say('now')}: <q>{current}</q>
            </p>
          )}
          <p>{say('changed')}</p>
        </div>
      )}
      {draft.restored && <p className="quiet small">{say('restored')}</p>}
      <FormProvider {...form}>{children(form)}</FormProvider>
      {draft.notKept.length > 0 && <p className={styles.error}>{sayKit('notKept')}</p>}
      <Refusal outcome={outcome} mend={mend} />
      <p className={styles.acts}>
        <Button purpose={primary ? 'primary' : 'secondary'} type="submit" busy={busy}>
          {button ?? say('save')}
        </Button>
        {onDone && (
          <Button
            purpose="subtle"
            onClick={() => {
              void draft.clear();
              onDone();
            }}
          >
            {say('cancel')}
          </Button>
        )}
      </p>
    </form>
  );
}

/** What a field of the kit takes from the form: its name, its handlers and what is wrong with it. */
export function useField<Typed extends FieldValues>(form: UseFormReturn<Typed>) {
  const { say } = usePlanWords();
  return (name: Path<Typed>, { needed = false, ...options }: RegisterOptions<Typed, Path<Typed>> & { needed?: boolean } = {}) => {
    const error = form.getFieldState(name, form.formState).error?.message;
    return {
      ...form.register(name, { ...(needed ? { required: say('required') } : {}), ...options }),
      ...(needed ? { 'aria-required': true } : {}),
      ...(error === undefined ? {} : { error }),
    };
  };
}

/** Fields need hooks of their own: `<Fields form={form}>{(field) => ...}</Fields>`. */
export function Fields<Typed extends FieldValues>({
  form,
  children,
}: {
  form: UseFormReturn<Typed>;
  children: (field: ReturnType<typeof useField<Typed>>) => ReactNode;
}) {
  return <>{children(useField(form))}</>;
}

/** Some of a list, each with a box. */
export function Checks<Typed extends FieldValues>({
  form,
  name,
  legend,
  options,
}: {
  form: UseFormReturn<Typed>;
  name: Path<Typed>;
  legend: string;
  options: readonly { value: string; label: string }[];
}) {
  if (options.length === 0) return null;
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" value={value} {...form.register(name)} /> <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Check<Typed extends FieldValues>({
  form,
  name,
  label,
  id,
}: {
  form: UseFormReturn<Typed>;
  name: Path<Typed>;
  label: string;
  id?: string;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" id={id} {...form.register(name)} /> <span>{label}</span>
    </label>
  );
}

/** Something of a list, found by typing; what was chosen is shown by its name, also when it comes back from a draft. */
export function SuggestField<Typed extends FieldValues>({
  form,
  name,
  label,
  placeholder,
  options,
}: {
  form: UseFormReturn<Typed>;
  name: Path<Typed>;
  label: string;
  placeholder: string;
  options: readonly Suggestion[];
}) {
  const [typed, setTyped] = useState('');
  const { error } = useField(form)(name, { needed: true });
  const chosen = options.find(({ id }) => id === form.watch(name));
  const set = (id: string, isChosen: boolean) =>
    form.setValue(name, id as PathValue<Typed, Path<Typed>>, { shouldDirty: true, shouldValidate: isChosen });
  return (
    <div>
      <Suggest
        label={label}
        placeholder={placeholder}
        value={chosen?.label ?? typed}
        onType={(text) => {
          setTyped(text);
          set('', false);
        }}
        suggest={(text) => found(options, text)}
        onTake={({ id }) => set(id, true)}
      />
      {error && <p className={styles.error}>{error}</p>}
    </div>
  );
}

/** Whom to ask, of those who are in a role for it. */
export function PeopleField<Typed extends FieldValues>({
  form,
  name,
  task,
  label,
  without = [],
}: {
  form: UseFormReturn<Typed>;
  name: Path<Typed>;
  task: 'ASSESS' | 'HOLD' | 'DECIDE';
  label: string;
  without?: readonly string[];
}) {
  const { say } = usePlanWords();
  const field = useField(form);
  const [{ data }] = useQuery({ query: PEOPLE, variables: { task } });
  return (
    <Select label={label} {...field(name, { needed: true })}>
      <option value="">{say('choose')}</option>
      {data?.professionals
        .filter(({ id }) => !without.includes(id))
        .map(({ id, label: person }) => (
          <option key={id} value={id}>
            {person}
          </option>
        ))}
    </Select>
  );
}

/** What a select takes that stands in a form: everything but its label and what can be chosen. */
export type InForm = Omit<ComponentProps<typeof Select>, 'children' | 'label'>;

/** Who pays, of the list of payers. */
export function PayerField({ label, ...field }: InForm & { label: string }) {
  const { say, language } = usePlanWords();
  const lists = useLists();
  return (
    <Select label={label} {...field}>
      <option value="">{say('choose')}</option>
      {lists?.payers.map(({ key, name }) => (
        <option key={key} value={key}>
          {name[language]}
        </option>
      ))}
    </Select>
  );
}

/** Takes a mistaken entry out of the plan, with a reason; it stays to be read. */
export function Withdraw({ entry, about }: { entry: string; about: string }) {
  const { writes } = useHere();
  return writes && <WithdrawBy act={WITHDRAW} entry={entry} about={about} />;
}

export function WithdrawBy<Result extends object>({
  act,
  entry,
  about,
}: {
  act: Act<Result, { input: { plan: string; entry: string; reason: string }; key: string }>;
  entry: string;
  about: string;
}) {
  const { say } = usePlanWords();
  const { plan } = useHere();
  return (
    <Opens label={say('withdraw')} about={about} subtle>
      {(close) => (
        <ActForm
          act={act}
          start={{ reason: '' }}
          input={({ reason }) => ({ plan: plan.id, entry, reason })}
          button={say('withdraw')}
          said={say('saidWithdraw')}
          onDone={close}
        >
          {(form) => (
            <Fields form={form}>
              {(field) => <TextArea label={say('withdrawWhy')} rows={2} {...field('reason', { needed: true })} />}
            </Fields>
          )}
        </ActForm>
      )}
    </Opens>
  );
}

export const stands = <Entry extends { withdrawnOn: string | null }>(entries: readonly Entry[] | null | undefined): Entry[] =>
  (entries ?? []).filter(({ withdrawnOn }) => withdrawnOn === null);
