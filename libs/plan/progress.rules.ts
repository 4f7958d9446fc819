import { type LocalDate, type Reason, reason, whyNotHappened } from '@doorbraak/kernel';

export type StepState = 'STARTED' | 'DONE' | 'DROPPED';
export type ProgressState = 'OPEN' | StepState;
export type StepFacts = { measureId: string; state: StepState; onDay: LocalDate };

const stepsOf = (measureId: string, steps: readonly StepFacts[]) => ({
  begun: steps.find((step) => step.measureId === measureId && step.state === 'STARTED'),
  ended: steps.find((step) => step.measureId === measureId && step.state !== 'STARTED'),
});

export function progressState(measureId: string, steps: readonly StepFacts[]): ProgressState {
  const { begun, ended } = stepsOf(measureId, steps);
  return (ended ?? begun)?.state ?? 'OPEN';
}

/**
 * A measure begins once and ends once. What is agreed in one talk is done without having begun; help that was begun began before it was
 * done. Nothing of a plan is carried out before it was decided.
 */
export function whyNotStep(
  next: StepFacts,
  steps: readonly StepFacts[],
  { decidedOn, today }: { decidedOn: LocalDate; today: LocalDate },
): Reason[] {
  const { measureId, state, onDay } = next;
  const { begun, ended } = stepsOf(measureId, steps);
  const earliest = begun && begun.onDay > decidedOn ? begun.onDay : decidedOn;
  return [
    ...(ended ? [reason('MEASURE_CLOSED', measureId)] : []),
    ...(state === 'STARTED' && begun && !ended ? [reason('MEASURE_STARTED_ALREADY', measureId)] : []),
    ...whyNotHappened(onDay, 'onDay', today),
    ...(onDay < earliest ? [reason('RANGE_INVERTED', 'onDay')] : []),
  ];
}
