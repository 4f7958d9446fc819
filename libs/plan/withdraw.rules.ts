import { listOf, notThere } from '@doorbraak/access';
import { type Reason, reason } from '@doorbraak/kernel';
import type { StepState } from './progress.rules';

type Row = { id: string };
type OfMeasure = Row & { measureId: string };
type Cost = Row & { ownerId: string; measureId: string | null };

/** What may be withdrawn from a plan, by the list it stands in. */
export type Withdrawable = {
  goals: readonly Row[];
  scenarios: readonly Row[];
  costLines: readonly Cost[];
  unpriced: readonly Cost[];
  measures: readonly Row[];
  struckOut: readonly OfMeasure[];
  grounds: readonly OfMeasure[];
  contradictions: readonly (OfMeasure & { a: string; b: string })[];
  dismissed: readonly OfMeasure[];
  capacityFactors: readonly Row[];
  disputes: readonly Row[];
  commitments: readonly Row[];
  refusals: readonly Row[];
  steps: readonly (OfMeasure & { state: StepState })[];
};
export type ListName = keyof Withdrawable;

/** What follows a decision, and can be withdrawn after it too. The parts of a decided plan stay as they were decided. */
const FOLLOWS: readonly ListName[] = ['disputes', 'commitments', 'refusals', 'steps'];

/** @param withdrawn the entries that were withdrawn before */
export function whyNotWithdraw(entry: string, lists: Withdrawable, withdrawn: readonly Row[], isDecided: boolean): Reason[] {
  const name = listOf(entry, lists);
  if (!name) return notThere(entry, withdrawn);
  return [
    ...(isDecided && !FOLLOWS.includes(name) ? [reason('PLAN_CLOSED', entry)] : []),
    ...restingOn(entry, lists).map(({ id }) => reason('ENTRY_IN_USE', id)),
  ];
}

/**
 * A contradiction is between two grounds, money is for a measure, and what began ended: those are withdrawn first, so that nobody loses
 * them unseen.
 */
function restingOn(entry: string, lists: Withdrawable): readonly Row[] {
  const begun = lists.steps.find(({ id, state }) => id === entry && state === 'STARTED');
  return [
    ...lists.contradictions.filter(({ a, b }) => a === entry || b === entry),
    ...[...lists.costLines, ...lists.unpriced].filter(({ measureId }) => measureId === entry),
    ...lists.steps.filter(({ id, measureId }) => begun && id !== entry && measureId === begun.measureId),
  ];
}

/** What means nothing without this entry and goes with it: what hangs on a measure, and what a scenario costs. */
export function goingAlong(entry: string, lists: Withdrawable): { list: ListName; id: string }[] {
  const named = (list: ListName, rows: readonly Row[]) => rows.map(({ id }) => ({ list, id }));
  return [
    ...(['struckOut', 'grounds', 'contradictions', 'dismissed'] as const).flatMap((list) =>
      named(
        list,
        lists[list].filter(({ measureId }) => measureId === entry),
      ),
    ),
    ...(['costLines', 'unpriced'] as const).flatMap((list) =>
      named(
        list,
        lists[list].filter(({ ownerId }) => ownerId === entry),
      ),
    ),
  ];
}
