import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { act } from '../../data/act';
import { useTyped } from '../../data/typed';
import { Button } from '../../kit/button';
import { Select, TextArea, TextField } from '../../kit/field';
import { useKitWords } from '../../kit/kit.words';
import { Refusal } from '../../kit/reasons';
import { Suggest } from '../../kit/suggest';
import { findProvisions } from './provision.find.rules';
import { opens } from './rooms.rules';
import { ADD_GROUND, useActs } from './wet.acts';
import { useWet, type Role } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './panel.module.css';

const ROLES: readonly Role[] = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE'];

interface Typed {
  text: string;
  provision: string | null;
  role: Role;
  roleWhy: string;
  argument: string;
  answered: string[];
}
const EMPTY: Typed = { text: '', provision: null, role: 'ROOM', roleWhy: '', argument: '', answered: [] };

/** An article by typing only: law and article, why it holds here, Enter. `law` stands first in what is offered. */
export function AddGround({ measure, law, focus }: { measure: string; law: string | null; focus: boolean }) {
  const { plan, catalogue, done } = useWet();
  const { say, language } = useWetWords();
  const { say: sayKit } = useKitWords();
  const { provisionName, groundName } = useNames();
  const acts = useActs();
  const input = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLDivElement>(null);
  const { typed, change, sent, notKept } = useTyped<Typed>(`ground ${measure} ${law ?? ''}`, EMPTY);
  const { text, provision, role, roleWhy, argument, answered } = typed;
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);

  const here = plan.grounds.filter((ground) => ground.measureId === measure);
  const all = useMemo(
    () =>
      [...catalogue.provisions.values()]
        .filter(({ validFrom, validTo }) => !(validFrom && validFrom > plan.planOn) && !(validTo && validTo < plan.planOn))
        .map((one) => ({ ...one, summary: one.words[language] })),
    [catalogue, language, plan.planOn],
  );
  const suggest = (text: string) => {
    const own = all.filter((one) => one.law === law);
    const found = law && !text.trim() ? own.slice(0, 8) : [...findProvisions(own, text), ...findProvisions(all, text)];
    return [...new Map(found.map((one) => [one.key, one])).values()].slice(0, 8).map(({ key, role: its, words }) => ({
      id: key,
      label: provisionName(key),
      more: (
        <>
          <Shape role={its} /> {words[language].slice(0, 60)}
        </>
      ),
    }));
  };
  const known = provision ? catalogue.provisions.get(provision) : undefined;
  const waiting = here.filter((ground) => ground.role === 'LIMIT' && !here.some(({ answers }) => answers.includes(ground.id)));

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(true);
    if (!provision || !known || !argument.trim()) return;
    const given = {
      plan: plan.id,
      measure,
      provision,
      role,
      argument,
      answers: opens(role) ? answered : [],
      ...(roleWhy.trim() && role !== known.role ? { overrideReason: roleWhy } : {}),
    };
    const key = acts.keyOf(given);
    if (!(await acts.go([() => act(ADD_GROUND, { input: { ...given, answers: [...given.answers] } }, key)]))) return;
    await sent();
    done({ kind: 'ground', measure, law: known.law, ground: key }, say('said.added', { name: provisionName(provision) }));
  };

  return (
    <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
      <h3>{say('add')}</h3>
      <Suggest
        label={say('find')}
        inputRef={input}
        placeholder={say('findExample')}
        value={provision ? provisionName(provision) : text}
        onType={(now) => change({ text: now, provision: null })}
        suggest={suggest}
        onTake={({ id }) => {
          flushSync(() => change({ text: '', provision: id, role: catalogue.provisions.get(id)?.role ?? 'ROOM' }));
          why.current?.querySelector('textarea')?.focus();
        }}
      />
      {missing && !provision && <p className={styles.error}>{say('chooseFirst')}</p>}
      {known && (
        <p className="small">
          <Shape role={known.role} /> {known.words[language]}
        </p>
      )}
      <div ref={why}>
        <TextArea
          label={say('why')}
          value={argument}
          onChange={(event) => change({ argument: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
          error={notKept.length ? sayKit('notKept') : missing && !argument.trim() ? say('argueFirst') : undefined}
        />
      </div>
      {known && (
        <Select label={say('roleField')} value={role} onChange={(event) => change({ role: event.target.value as Role })}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {say(`role.${one}`)}
            </option>
          ))}
        </Select>
      )}
      {known && role !== known.role && (
        <TextField
          label={say('roleWhy')}
          hint={say('roleWhyHint')}
          value={roleWhy}
          onChange={(event) => change({ roleWhy: event.target.value })}
        />
      )}
      {known && opens(role) && waiting.length > 0 && (
        <fieldset className={styles.checks}>
          <legend>{say('answersWhich')}</legend>
          {waiting.map((limit) => (
            <label key={limit.id}>
              <input
                type="checkbox"
                checked={answered.includes(limit.id)}
                onChange={({ target }) =>
                  change({ answered: target.checked ? [...answered, limit.id] : answered.filter((id) => id !== limit.id) })
                }
              />{' '}
              {groundName(limit)}
            </label>
          ))}
        </fieldset>
      )}
      <Button purpose="secondary" type="submit" busy={acts.busy}>
        {say('save')}
      </Button>
      <Refusal outcome={acts.outcome} />
    </form>
  );
}
