import { useState, type FormEvent } from 'react';
import { act } from '../../data/act';
import { useTyped } from '../../data/typed';
import { Button } from '../../kit/button';
import { Choice, TextArea } from '../../kit/field';
import { Tag } from '../../kit/marks';
import { useKitWords } from '../../kit/kit.words';
import { Refusal } from '../../kit/reasons';
import type { Chosen } from './matrix.layout.rules';
import { opens, roomsOf } from './rooms.rules';
import { ADD_GROUND, ANSWER_LIMITS, RESOLVE, useActs } from './wet.acts';
import { useWet, type Contradiction, type Ground, type Pattern } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './panel.module.css';

interface Typed {
  taken: string | null;
  argument: string;
}
const EMPTY: Typed = { taken: null, argument: '' };

/** Rooms that usually resolve it, and what the measure has already: choose one, say why, and it answers in one act. */
export function TakeOver({
  measure,
  limits,
  contradictions,
  patterns,
  touched,
  then,
}: {
  measure: string;
  /** Limits that wait for an answer. */
  limits: readonly Ground[];
  /** Contradictions that wait for an answer. */
  contradictions: readonly Contradiction[];
  patterns: readonly Pattern[];
  /** Laws that the measure meets; their rooms come first. */
  touched: readonly string[];
  then: Chosen;
}) {
  const { plan, catalogue, done } = useWet();
  const { say, language } = useWetWords();
  const { say: sayKit } = useKitWords();
  const { provisionName } = useNames();
  const acts = useActs();
  const { typed, change, sent, notKept } = useTyped<Typed>(
    `take over ${limits.map(({ id }) => id).join()} ${contradictions.map(({ id }) => id).join()}`,
    EMPTY,
  );
  const { taken, argument } = typed;
  const [missing, setMissing] = useState(false);
  const [all, setAll] = useState(false);

  const here = plan.grounds.filter((ground) => ground.measureId === measure && opens(ground.role));
  const { first, more } = roomsOf(patterns, here, catalogue, touched);
  const rooms = all ? [...first, ...more] : first;
  const chosen = taken ?? (rooms.length === 1 ? (rooms[0] ?? null) : null);

  const takeOver = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(true);
    const role = chosen
      ? (here.find(({ provision }) => provision === chosen)?.role ?? catalogue.provisions.get(chosen)?.role)
      : null;
    if (!chosen || !role || !argument.trim()) return;
    const own = here.find(({ provision }) => provision === chosen);
    const answers = limits.map(({ id }) => id);
    const add = { plan: plan.id, measure, provision: chosen, role, argument, answers };
    const ground = own?.id ?? acts.keyOf(add);
    const parts = [
      ...(own
        ? answers.length
          ? [
              () => {
                const input = { plan: plan.id, ground, answers: [...new Set([...own.answers, ...answers])], seen: own.version };
                return act(ANSWER_LIMITS, { input }, acts.keyOf(input));
              },
            ]
          : []
        : [() => act(ADD_GROUND, { input: add }, ground)]),
      ...contradictions.map(({ id, version, resolvedVia }) => () => {
        const input = {
          plan: plan.id,
          contradiction: id,
          reasoning: argument,
          resolvedVia: [...new Set([...resolvedVia, ground])],
          seen: version,
        };
        return act(RESOLVE, { input }, acts.keyOf(input));
      }),
    ];
    if (!(await acts.go(parts))) return;
    await sent();
    done(then, say('said.taken', { name: provisionName(chosen) }));
  };

  return (
    <form className={styles.room} onSubmit={(event) => void takeOver(event)} noValidate>
      <h3>{say('roomTitle')}</h3>
      {patterns.slice(0, 3).map(({ key, title, tension }) => (
        <p key={key} className="small">
          <b>{title[language]}</b>. {tension[language]}
        </p>
      ))}
      {rooms.length === 0 && <p className="small">{say('roomNone')}</p>}
      {rooms.length > 0 && (
        <>
          <Choice
            legend={say('which')}
            value={chosen}
            onChange={(value) => change({ taken: value })}
            options={rooms.map((key) => ({
              value: key,
              label: <Room provision={key} isHere={here.some((one) => one.provision === key)} />,
            }))}
          />
          {!all && more.length > 0 && (
            <Button purpose="subtle" onClick={() => setAll(true)} type="button">
              {say('showMore', { count: more.length })}
            </Button>
          )}
          {missing && !chosen && <p className={styles.error}>{say('chooseFirst')}</p>}
          <TextArea
            label={say('why')}
            hint={say('whyHint')}
            value={argument}
            onChange={(event) => change({ argument: event.target.value })}
            error={notKept.length ? sayKit('notKept') : missing && !argument.trim() ? say('argueFirst') : undefined}
          />
          <Button purpose="primary" type="submit" busy={acts.busy}>
            {say('takeOver')}
          </Button>
        </>
      )}
      <Refusal outcome={acts.outcome} />
    </form>
  );
}

function Room({ provision, isHere }: { provision: string; isHere: boolean }) {
  const { plan, catalogue } = useWet();
  const { say, language } = useWetWords();
  const { provisionName } = useNames();
  const known = catalogue.provisions.get(provision);
  const role = known?.role ?? plan.grounds.find((one) => one.provision === provision)?.role ?? 'ROOM';
  return (
    <span className="small">
      <Shape role={role} /> <b>{provisionName(provision)}</b> {known?.words[language]}{' '}
      {isHere && <Tag tone="open">{say('alreadyHere')}</Tag>}
    </span>
  );
}
