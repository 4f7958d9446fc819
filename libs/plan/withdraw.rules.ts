import { listOf, notThere } from '@doorbraak/access';
import { type Reason, reason } from '@doorbraak/kernel';
import type { AgreementHow } from './agreement.rules';
import type { PositionAnswer } from './plan.facts';
import type { StepState } from './progress.rules';

type Row = { id: string };
type OfMeasure = Row & { measureId: string };
type StepUpRow = Row & { rung: number; positionId: string | null; disputeId: string | null };
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
  positions: readonly (Row & { answer: PositionAnswer | null })[];
  agreements: readonly (Row & { personId: string; how: AgreementHow })[];
  /** Those that count: of a question only since it was asked for the last time. */
  escalations: readonly StepUpRow[];
  capacityFactors: readonly Row[];
  disputes: readonly Row[];
  commitments: readonly Row[];
  refusals: readonly Row[];
  steps: readonly (OfMeasure & { state: StepState })[];
};
export type ListName = keyof Withdrawable;

/** What follows a decision, and can be withdrawn after it too. The parts of a decided plan stay as they were decided. */
const FOLLOWS: readonly ListName[] = ['disputes', 'commitments', 'refusals', 'steps'];
const follows = (entry: string, name: ListName, { escalations }: Withdrawable): boolean =>
  FOLLOWS.includes(name) || escalations.some(({ id, disputeId }) => id === entry && disputeId !== null);

/** @param withdrawn the entries that were withdrawn before */
export function whyNotWithdraw(entry: string, lists: Withdrawable, withdrawn: readonly Row[], isDecided: boolean): Reason[] {
  const name = listOf(entry, lists);
  if (!name) return notThere(entry, withdrawn);
  return [
    ...(isDecided && !follows(entry, name, lists) ? [reason('PLAN_CLOSED', entry)] : []),
    ...saidByOthers(entry, lists),
    ...restingOn(entry, lists).map(({ id }) => reason('ENTRY_IN_USE', id)),
  ];
}

/** What an agency answered, and what a member said on the own screen, are their words: they change them, nobody withdraws them. */
const saidByOthers = (entry: string, { positions, agreements }: Withdrawable): Reason[] => [
  ...positions
    .filter(({ id, answer }) => id === entry && answer !== null)
    .map(({ id }) => reason('POSITION_ANSWERED_ALREADY', id)),
  ...agreements
    .filter(({ id, how }) => id === entry && how === 'ON_SCREEN')
    .map(({ personId }) => reason('AGREEMENT_IS_OWN', personId)),
];

/** What a step up was taken for. */
const takenFor = ({ positionId, disputeId }: StepUpRow): string => (positionId ?? disputeId)!;

/**
 * A contradiction is between two grounds, money is for a measure, what began ended, and a rung comes after the one below it: those are withdrawn first, so that nobody loses
 * them unseen.
 */
function restingOn(entry: string, lists: Withdrawable): readonly Row[] {
  const rung = lists.escalations.find(({ id }) => id === entry);
  const begun = lists.steps.find(({ id, state }) => id === entry && state === 'STARTED');
  return [
    ...lists.contradictions.filter(({ a, b }) => a === entry || b === entry),
    ...[...lists.costLines, ...lists.unpriced].filter(({ measureId }) => measureId === entry),
    ...lists.escalations.filter((step) => rung && takenFor(step) === takenFor(rung) && step.rung > rung.rung),
    ...lists.steps.filter(({ id, measureId }) => begun && id !== entry && measureId === begun.measureId),
  ];
}

/** What means nothing without this entry and goes with it: what hangs on a measure, what a scenario costs, the steps up for a question or dispute. */
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
    ...named(
      'escalations',
      lists.escalations.filter((step) => takenFor(step) === entry),
    ),
  ];
}
