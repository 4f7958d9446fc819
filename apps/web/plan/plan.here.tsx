import { createContext, useContext, useState, type ComponentProps, type ReactNode } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useQuery } from 'urql';
import type { Act, Reason } from '../data/act';
import { useLists } from '../data/lists';
import { ActForm, Opens, useField } from '../kit/act.form';
import { Explain } from '../kit/explain';
import { Select, TextArea } from '../kit/field';
import type { Term } from '../kit/glossary.words';
import { MendContext } from '../kit/reasons';
import { Suggest, type Suggestion } from '../kit/suggest';
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
const HereContext = createContext<Here | null>(null);
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

/** What stands on the page of a plan: every refusal on it knows the way to what mends it. */
export function ThisPlan({ here, children }: { here: Here; children: ReactNode }) {
  return (
    <HereContext.Provider value={here}>
      <Mending>{children}</Mending>
    </HereContext.Provider>
  );
}
const Mending = ({ children }: { children: ReactNode }) => (
  <MendContext.Provider value={useMend()}>{children}</MendContext.Provider>
);

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
          {(field) => <TextArea label={say('withdrawWhy')} rows={2} {...field('reason', { needed: true })} />}
        </ActForm>
      )}
    </Opens>
  );
}

export const stands = <Entry extends { withdrawnOn: string | null }>(entries: readonly Entry[] | null | undefined): Entry[] =>
  (entries ?? []).filter(({ withdrawnOn }) => withdrawnOn === null);
