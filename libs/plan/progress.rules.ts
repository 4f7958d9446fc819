import { type LocalDate, type Reason, reason, whyNotHappened } from '@doorbraak/kernel';

export type StepState = 'STARTED' | 'DONE' | 'DROPPED';
export type ProgressState = 'OPEN' | StepState;
export type StepFacts = { state: StepState; onDay: LocalDate };

/** A measure that was copied into a next version goes on: it is carried out under the first one, so that the same help does not begin twice. */
export const carriedOutAs = <Id extends string>({ id, copiedFromId }: { id: Id; copiedFromId: Id | null }): Id =>
  copiedFromId ?? id;

export const stepsOf = <Step extends { measureId: string }>(
  measure: { id: string; copiedFromId: string | null },
  steps: readonly Step[],
): Step[] => steps.filter(({ measureId }) => measureId === carriedOutAs(measure));

const begunAndEnded = (steps: readonly StepFacts[]) => ({
  begun: steps.find(({ state }) => state === 'STARTED'),
  ended: steps.find(({ state }) => state !== 'STARTED'),
});

/** @param steps those of one measure */
export function progressState(steps: readonly StepFacts[]): ProgressState {
  const { begun, ended } = begunAndEnded(steps);
  return (ended ?? begun)?.state ?? 'OPEN';
}

/** It was given up before it began. */
export function cameToNothing(steps: readonly StepFacts[]): boolean {
  const { begun, ended } = begunAndEnded(steps);
  return !begun && ended?.state === 'DROPPED';
}

/**
 * A measure begins once and ends once; `steps` are those of this measure. What is agreed in one talk is done without having begun; help that was begun began before it was
 * done. Nothing of a plan is carried out before it was decided.
 */
export function whyNotStep(
  next: StepFacts & { measureId: string },
  steps: readonly StepFacts[],
  { decidedOn, today }: { decidedOn: LocalDate; today: LocalDate },
): Reason[] {
  const { measureId, state, onDay } = next;
  const { begun, ended } = begunAndEnded(steps);
  const earliest = begun?.onDay ?? decidedOn;
  return [
    ...(ended ? [reason('MEASURE_CLOSED', measureId)] : []),
    ...(state === 'STARTED' && begun && !ended ? [reason('MEASURE_STARTED_ALREADY', measureId)] : []),
    ...whyNotHappened(onDay, 'onDay', today),
    ...(onDay < earliest ? [reason('RANGE_INVERTED', 'onDay')] : []),
  ];
}
