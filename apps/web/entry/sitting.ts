import { useMemo, useState } from 'react';
import { useLists, type Lists } from '../data/lists';
import { useMe } from '../data/me';
import { drop, mend, take, useOutbox, type Taken, type Waiting } from '../data/outbox';
import { tell } from '../kit/said';
import type { Table } from './acts.rules';
import { useDirectory } from './directory';
import { useEntryWords } from './entry.words';
import { isIn, type Home } from './kitchen.question';
import { inputOf, tableOf, withLast, withPending, type Pending } from './table.rules';

/** What was taken in this sitting, so that it can be undone. */
interface Step {
  typed: string;
  label: string;
  acts: (Taken & { key: string })[];
}

/** One sitting at a table: what is known, what waits, and what can be taken and taken back. */
export interface Sitting {
  id: string;
  home: Home | null;
  lists: Lists;
  table: Table;
  /** What waits of this household, and with it what was sent and the answer does not know yet. */
  waiting: readonly Waiting[];
  pending: readonly Pending[];
  /** A line that comes back to be changed. */
  restored: { text: string } | null;
  canUndo: boolean;
  take: (typed: string, acts: Taken[]) => void;
  undo: () => void;
  change: (entry: Waiting) => void;
}

const isWithdrawn = (key: string, acts: readonly Waiting[]): boolean =>
  acts.some((act) => act.act.startsWith('withdraw') && inputOf<'withdrawFromHousehold'>(act).entry === key);

/** Null while the lists are not there. */
export function useSitting(id: string, home: Home | null): Sitting | null {
  const { say, language } = useEntryWords();
  const me = useMe();
  const lists = useLists();
  const directory = useDirectory();
  const { entries, sent: done } = useOutbox();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [restored, setRestored] = useState<{ text: string } | null>(null);

  const waiting = entries.filter(({ household }) => household === id);
  const isKnown = ({ key, made }: Waiting) => isIn(home, key) || (made !== undefined && home !== null && home.version >= made);
  const sent = done
    .filter((act) => act.household === id && !isWithdrawn(act.key, [...done, ...waiting]) && !isKnown(act))
    .map((act): Pending => ({ ...act, state: 'sent' }));
  const pending: Pending[] = [...sent, ...waiting.filter(({ act }) => act !== 'addAttachment')];
  const table = useMemo(
    () =>
      withLast(
        withPending(tableOf(id, home, me, lists, directory, language), pending),
        steps.flatMap(({ acts }) => acts),
      ),
    // what waits is a new list at every render; its content counts
    [id, home, me, lists, directory, language, steps, JSON.stringify(pending)],
  );
  if (!lists || !directory) return null;

  const takeAll = (typed: string, acts: Taken[]) => {
    const words = acts.find(({ act }) => act === 'recordOwnWords');
    const unsent = waiting.find(({ act, state }) => act === 'recordOwnWords' && state !== 'sending');
    const rest = unsent ? acts.filter((act) => act !== words) : acts;
    if (words && unsent) mend(unsent.key, { input: words.input, label: words.label });
    if (!rest.length) return;
    const keys = rest.map((act) => ({ ...act, key: take({ ...act, typed }) }));
    setSteps((before) => [...before, { typed, label: rest.at(-1)?.label ?? '', acts: keys }]);
  };

  const takeBack = (taken: Taken & { key: string }, label: string) => {
    const { act, key, input } = taken;
    const back = { household: id, label };
    const reason = say('takeBackReason');
    if (act === 'addCommitment') take({ ...back, act: 'withdrawFromPlan', input: { plan: input.plan, entry: key, reason } });
    else if (act === 'linkProblem') take({ ...back, act, input: { ...input, linked: !input.linked } });
    else if (act === 'recordOwnWords')
      take({ ...back, act, input: { ...input, words: taken.was || null, seen: table.version }, was: table.seenWords ?? '' });
    // an agency that joined the directory and a plan that was begun stay: others may rest on them already
    else if (act !== 'addAgency' && act !== 'startPlan')
      take({ ...back, act: 'withdrawFromHousehold', input: { household: id, entry: key, reason } });
  };
  const undo = (): void => {
    const step = steps.at(-1);
    if (!step) return tell(say('nothingToUndo'));
    const label = say('undone', { label: step.label });
    setSteps((before) => before.slice(0, -1));
    for (const taken of [...step.acts].reverse()) if (!drop(taken.key)) takeBack(taken, label);
    setRestored({ text: step.typed });
    tell(label);
  };
  const change = (entry: Waiting) => {
    drop(entry.key);
    setSteps((before) => before.filter(({ acts }) => !acts.some(({ key }) => key === entry.key)));
    setRestored({ text: entry.typed ?? entry.label });
  };
  return { id, home, lists, table, waiting, pending, restored, canUndo: steps.length > 0, take: takeAll, undo, change };
}
