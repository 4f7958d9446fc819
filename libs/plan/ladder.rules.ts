import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { isFilled } from './plan.facts';

/** The ladder of the field guide, section 2.6. On the two national rungs nothing is promised within a number of days. */
export const HIGHEST_RUNG = 5;
export const FIRST_NATIONAL_RUNG = 4;
export type EscalationOutcome = 'SOLVED' | 'REFUSED' | 'NO_ANSWER';

export type StepUp = {
  id: string;
  rung: number;
  onDay: LocalDate;
  dueOn: LocalDate | null;
  outcome: EscalationOutcome | null;
  outcomeOn: LocalDate | null;
  outcomeWords: string | null;
};

export const hasRunOut = ({ dueOn }: Pick<StepUp, 'dueOn'>, day: LocalDate): boolean => dueOn !== null && dueOn < day;

/** A step is over when something came of it or when its clock ran out; the national desk is over when something came of it. */
export const isStepOver = (step: StepUp, day: LocalDate): boolean =>
  (step.outcomeOn !== null && step.outcomeOn <= day) || hasRunOut(step, day);

/** What was heard on the way up by this day: a no stands until it was solved higher up, what was solved until somebody stays silent after it. */
export const heardOnLadder = (steps: readonly StepUp[], day: LocalDate): 'SOLVED' | 'REFUSED' | null =>
  steps
    .filter(({ outcomeOn }) => outcomeOn !== null && outcomeOn <= day)
    .reduce<
      'SOLVED' | 'REFUSED' | null
    >((heard, { outcome }) => (outcome !== 'NO_ANSWER' ? outcome : heard === 'REFUSED' ? heard : null), null);

export type Climb = {
  /** what is taken up, for the reasons to point at */ about: string;
  /** the steps that were taken for it, lowest first */ steps: readonly StepUp[];
  /** why it cannot be taken up at all yet */ ground: readonly Reason[];
};
export type NewStep = { rung: number; clockDays: number | null; dueOn: LocalDate | null };

/** One step at a time, each after the one before; the national desk wants to see what was tried at home. */
export function whyNotClimb({ about, steps, ground }: Climb, wish: NewStep, day: LocalDate): Reason[] {
  const last = steps.at(-1);
  const reached = last?.rung ?? 0;
  const national = wish.rung >= FIRST_NATIONAL_RUNG;
  return [
    ...ground,
    ...(wish.rung <= reached ? [reason('ESCALATED_ALREADY', about)] : []),
    ...(!national && wish.rung > reached + 1 ? [reason('RUNG_SKIPPED', about)] : []),
    ...(last && wish.rung > reached && !isStepOver(last, day) ? [reason('CLOCK_STILL_RUNS', about)] : []),
    ...notDocumented(about, steps, wish.rung),
    ...(!national && wish.clockDays === null ? [reason('REQUIRED', 'clockDays')] : []),
    ...(national && wish.clockDays !== null ? [reason('NATIONAL_HAS_NO_CLOCK', 'clockDays')] : []),
    ...(!national && wish.clockDays !== null && wish.dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', about)] : []),
  ];
}

/** What was tried on every local and regional rung stands there in words; the escalation team comes after the desk only. */
function notDocumented(about: string, steps: readonly StepUp[], rung: number): Reason[] {
  const documented = (one: number) => steps.some((step) => step.rung === one && isFilled(step.outcomeWords));
  const local = [1, 2, 3].filter((one) => !documented(one));
  return [
    ...(rung >= FIRST_NATIONAL_RUNG && local.length ? [reason('LOCAL_RUNGS_NOT_DOCUMENTED', about)] : []),
    ...(rung === HIGHEST_RUNG && !documented(FIRST_NATIONAL_RUNG) ? [reason('DESK_COMES_FIRST', about)] : []),
  ];
}

/** What came of a step is said once; that nobody answered can be said only after the time to answer. */
export const whyNotOutcome = (step: StepUp, outcome: EscalationOutcome, day: LocalDate): Reason[] => {
  const awaited = outcome === 'NO_ANSWER' && step.dueOn !== null && !hasRunOut(step, day);
  return [
    ...(step.outcome === null ? [] : [reason('STEP_OVER_ALREADY', step.id)]),
    ...(awaited ? [reason('CLOCK_STILL_RUNS', step.id)] : []),
  ];
};
