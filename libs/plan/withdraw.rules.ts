import { type Reason, reason } from '@doorbraak/kernel';

type Row = { id: string };
type OfMeasure = Row & { measureId: string };

/** What may be withdrawn from a plan, by the list it stands in. */
export type Withdrawable = {
  goals: readonly Row[];
  scenarios: readonly Row[];
  costLines: readonly (Row & { measureId: string | null })[];
  unpriced: readonly (Row & { measureId: string | null })[];
  measures: readonly Row[];
  struckOut: readonly Row[];
  grounds: readonly OfMeasure[];
  contradictions: readonly (OfMeasure & { a: string; b: string })[];
  dismissed: readonly Row[];
  capacityFactors: readonly Row[];
  disputes: readonly Row[];
  commitments: readonly Row[];
  refusals: readonly Row[];
  steps: readonly Row[];
};
export type ListName = keyof Withdrawable;

/** What follows a decision, and can be withdrawn after it too. The parts of a decided plan stay as they were decided. */
const FOLLOWS: readonly ListName[] = ['disputes', 'commitments', 'refusals', 'steps'];

export const listOf = (entry: string, lists: Withdrawable): ListName | undefined =>
  (Object.keys(lists) as ListName[]).find((name) => lists[name].some(({ id }) => id === entry));

/** @param withdrawn the entries that were withdrawn before */
export function whyNotWithdraw(entry: string, lists: Withdrawable, withdrawn: readonly Row[], isDecided: boolean): Reason[] {
  const name = listOf(entry, lists);
  if (!name) return [reason(withdrawn.some(({ id }) => id === entry) ? 'WITHDRAWN_ALREADY' : 'ENTRY_UNKNOWN', entry)];
  return [
    ...(isDecided && !FOLLOWS.includes(name) ? [reason('PLAN_CLOSED', entry)] : []),
    ...restingOn(entry, lists).map(({ id }) => reason('ENTRY_IN_USE', id)),
  ];
}

/**
 * A contradiction is between two grounds, and money is for a measure: those are withdrawn first, so that nobody loses them unseen. Grounds,
 * struck-out laws and shares of a measure go with it.
 */
const restingOn = (entry: string, lists: Withdrawable): readonly Row[] => [
  ...lists.contradictions.filter(({ a, b }) => a === entry || b === entry),
  ...[...lists.costLines, ...lists.unpriced].filter(({ measureId }) => measureId === entry),
];
