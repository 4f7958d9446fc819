import { useState } from 'react';
import { act, isChangedMeanwhile } from '../../data/act';
import { useTyped } from '../../data/typed';
import { Button } from '../../kit/button';
import { Conflict } from '../../kit/conflict';
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

/** What waited for an answer when typing began. A colleague may answer it meanwhile: what is typed stays about it. */
interface About {
  limits: string[];
  contradictions: { id: string; version: number; reasoning: string | null }[];
}
interface Typed {
  taken: string | null;
  argument: string;
  about: About | null;
}
const EMPTY: Typed = { taken: null, argument: '', about: null };

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
    `take over ${measure} ${'ground' in then ? then.ground : 'contradiction' in then ? then.contradiction : ''}`,
    EMPTY,
  );
  const { taken, argument } = typed;
  const waits: About = {
    limits: limits.map(({ id }) => id),
    contradictions: contradictions.map(({ id, version, reasoning }) => ({ id, version, reasoning })),
  };
  const about = typed.about ?? waits;
  const [missing, setMissing] = useState(false);
  const [all, setAll] = useState(false);

  const here = plan.grounds.filter((ground) => ground.measureId === measure && opens(ground.role));
  const { first, more } = roomsOf(patterns, here, catalogue, touched);
  const rooms = all ? [...first, ...more] : first;
  const standing = (id: string) => plan.contradictions.find((one) => one.id === id);
  const chosen = taken ?? (rooms.length === 1 ? (rooms[0] ?? null) : null);

  const takeOver = async ({ about, argument }: { about: About; argument: string }) => {
    setMissing(true);
    const role = chosen
      ? (here.find(({ provision }) => provision === chosen)?.role ?? catalogue.provisions.get(chosen)?.role)
      : null;
    if (!chosen || !role || !argument.trim()) return;
    const own = here.find(({ provision }) => provision === chosen);
    const answers = about.limits;
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
      ...about.contradictions.map(({ id, version, reasoning }) => () => {
        const now = standing(id);
        const input = {
          plan: plan.id,
          contradiction: id,
          reasoning: argument,
          resolvedVia: [...new Set([...(now?.resolvedVia ?? []), ground])],
          // what a colleague wrote meanwhile is first shown beside it
          seen: now && now.reasoning === reasoning ? now.version : version,
        };
        return act(RESOLVE, { input }, acts.keyOf(input));
      }),
    ];
    if (!(await acts.go(parts))) return;
    await sent();
    done(then, say('said.taken', { name: provisionName(chosen) }));
  };

  if (waits.limits.length + waits.contradictions.length === 0 && !argument.trim()) return null;
  const { outcome } = acts;
  // what a colleague answered since typing began, once the page knows it
  const answered = about.contradictions.flatMap(({ id, version, reasoning }) => {
    const now = standing(id);
    return now?.reasoning && now.version !== version && now.reasoning !== reasoning && now.reasoning !== argument ? [now] : [];
  });
  if (outcome?.kind === 'refused' && isChangedMeanwhile(outcome) && answered[0])
    return (
      <Conflict
        fields={[
          {
            name: 'why',
            label: say('why'),
            mine: argument,
            theirs: [...new Set(answered.map((one) => one.reasoning))].join('\n'),
            change: outcome.changes.at(-1),
          },
        ]}
        takesFocus
        onSend={({ why = argument }) => {
          if (answered.every(({ reasoning }) => reasoning === why)) return void sent().then(acts.clear);
          const next = {
            argument: why,
            about: {
              ...about,
              contradictions: about.contradictions.map((one) => {
                const { id, version, reasoning } = standing(one.id) ?? one;
                return { id, version, reasoning };
              }),
            },
          };
          change(next);
          void takeOver(next);
        }}
        onDrop={() => void sent().then(acts.clear)}
      />
    );

  return (
    <form
      className={styles.room}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void takeOver({ about, argument });
      }}
    >
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
            onChange={(event) => change({ argument: event.target.value, about })}
            error={notKept.length ? sayKit('notKept') : missing && !argument.trim() ? say('argueFirst') : undefined}
          />
          <Button purpose="primary" type="submit" busy={acts.busy}>
            {say('takeOver')}
          </Button>
        </>
      )}
      <Refusal outcome={outcome} />
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
