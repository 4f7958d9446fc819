import { addWorkingDays, type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { holdsMandate, notOwnPlan } from './mandate.rules';
import {
  type Asker,
  type ClockSettings,
  type DecidablePlan,
  isFilled,
  type MeasureFacts,
  type PlanContext,
  type PositionAnswer,
  type PositionFacts,
  type ProceedReason,
} from './plan.facts';

export type PositionState = 'ASKED' | 'ANSWERED' | 'OVERDUE' | 'ESCALATED' | 'DID_NOT_ANSWER';

/** Derived from dates on the day that is asked about, so no job has to have run. An answer that comes late is still an answer. */
export function positionState(position: PositionFacts, day: LocalDate): PositionState {
  if (position.answer !== null && position.answeredOn !== null && position.answeredOn <= day) return 'ANSWERED';
  const { escalation } = position;
  if (escalation && escalation.on <= day) return day <= escalation.dueOn ? 'ESCALATED' : 'DID_NOT_ANSWER';
  return day <= position.dueOn ? 'ASKED' : 'OVERDUE';
}

/** The last day on which an answer is in time; null beyond the years of which the holidays are known. */
export const answerDueOn = (askedOn: LocalDate, clock: ClockSettings): LocalDate | null =>
  addWorkingDays(askedOn, clock.answerWorkingDays, clock.holidays);

export const escalationDueOn = (on: LocalDate, clock: ClockSettings): LocalDate | null =>
  addWorkingDays(on, clock.escalationWorkingDays, clock.holidays);

/** Asked at most once per measure; to ask again after a change is a new version of the plan. */
export function whyNotAsk(measure: MeasureFacts, positions: readonly PositionFacts[], dueOn: LocalDate | null): Reason[] {
  return [
    ...(positionOn(measure, positions) ? [reason('POSITION_ASKED_ALREADY', measure.id)] : []),
    ...(dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', measure.id)] : []),
  ];
}

export type NewAnswer = {
  answer: PositionAnswer;
  condition: string | null;
  objection: string | null;
  /** The provision that the objection rests on; where the catalogue does not hold it, words about it. */
  provisionKey: string | null;
  provisionNote: string | null;
};

/** A no without a reason cannot be answered, so it cannot be given either. An agency may change its mind until the decision. */
export function whyNotAnswer(entry: NewAnswer): Reason[] {
  if (entry.answer === 'AGREES_IF') return isFilled(entry.condition) ? [] : [reason('REQUIRED', 'condition')];
  if (entry.answer === 'AGREES') return [];
  return [
    ...(isFilled(entry.objection) ? [] : [reason('REQUIRED', 'objection')]),
    ...(entry.provisionKey !== null || isFilled(entry.provisionNote) ? [] : [reason('REQUIRED', 'provisionNote')]),
  ];
}

/** Lead or deputy, once, and only after the first clock ran out: silence is given its time. */
export function whyNotEscalate(
  position: PositionFacts,
  plan: Pick<DecidablePlan, 'leadId' | 'deputyId'>,
  by: string,
  day: LocalDate,
  dueOn: LocalDate | null,
): Reason[] {
  const state = positionState(position, day);
  return [
    ...(by === plan.leadId || by === plan.deputyId ? [] : [reason('LEAD_ESCALATES', position.id)]),
    ...(state === 'ANSWERED' ? [reason('POSITION_ANSWERED_ALREADY', position.id)] : []),
    ...(state === 'ASKED' ? [reason('CLOCK_STILL_RUNS', position.id)] : []),
    ...(state === 'ESCALATED' || state === 'DID_NOT_ANSWER' ? [reason('ESCALATED_ALREADY', position.id)] : []),
    ...(dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', position.id)] : []),
  ];
}

/** To go on without an answer is the mandate holder's choice, with a reason, after the second clock. */
export function whyNotProceedInSilence(
  position: PositionFacts,
  plan: Pick<DecidablePlan, 'authorId' | 'date'>,
  asker: Asker,
  text: string,
  day: LocalDate,
): Reason[] {
  return [
    ...(positionState(position, day) === 'DID_NOT_ANSWER' ? [] : [reason('SILENCE_NOT_ESTABLISHED', position.id)]),
    ...whyNotProceed(plan, asker, text),
  ];
}

/** Whoever goes on against silence or disagreement holds a mandate, did not write the plan, and says why. */
export const whyNotProceed = (plan: Pick<DecidablePlan, 'authorId' | 'date'>, asker: Asker, text: string): Reason[] => [
  ...(holdsMandate(asker, plan.date) ? [] : [reason('MANDATE_EXCEEDED')]),
  ...notOwnPlan(plan, asker),
  ...(isFilled(text) ? [] : [reason('REQUIRED', 'reason')]),
];

export const mayProceed = (proceed: ProceedReason | null, plan: Pick<DecidablePlan, 'authorId'>): boolean =>
  proceed !== null && isFilled(proceed.text) && proceed.personId !== plan.authorId;

export const positionUnanswered = (plan: DecidablePlan, { today }: Pick<PlanContext, 'today'>): Reason[] =>
  plan.measures
    .filter((measure) => {
      const position = positionOn(measure, plan.positions);
      const state = position && positionState(position, today);
      return state !== 'ANSWERED' && !(state === 'DID_NOT_ANSWER' && mayProceed(position!.proceedReason, plan));
    })
    .map((measure) => reason('POSITION_UNANSWERED', measure.id));

/** Blocks until it is answered, not until it is withdrawn. Consent under a condition that nobody accepted is an objection. */
export const isOpenObjection = (position: PositionFacts, day: LocalDate): boolean =>
  positionState(position, day) === 'ANSWERED' &&
  (position.answer === 'OBJECTS' || (position.answer === 'AGREES_IF' && !position.conditionAccepted)) &&
  !isFilled(position.reply);

export const objectionUnanswered = (plan: DecidablePlan, { today }: Pick<PlanContext, 'today'>): Reason[] =>
  plan.measures
    .map((measure) => positionOn(measure, plan.positions))
    .filter((position) => position !== undefined && isOpenObjection(position, today))
    .map((position) => reason('OBJECTION_UNANSWERED', position!.id));

/** The position that counts is that of the agency which carries the measure out now, not of one that it was taken from. */
const positionOn = (measure: MeasureFacts, positions: readonly PositionFacts[]): PositionFacts | undefined =>
  positions.find((position) => position.measureId === measure.id && position.involvementId === measure.involvementId);
