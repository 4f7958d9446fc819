import { type Holidays, type LocalDate, type Reason, reason, workingDaysSince } from '@doorbraak/kernel';
import { hasRunOut, heardOnLadder } from './ladder.rules';
import { holdsMandate, notOwnPlan } from './mandate.rules';
import {
  type Asker,
  type DecidablePlan,
  isFilled,
  type LawBook,
  type MeasureFacts,
  type PlanContext,
  type PositionAnswer,
  type PositionFacts,
  type Proceed,
} from './plan.facts';

export type PositionState = 'ASKED' | 'ANSWERED' | 'OVERDUE' | 'ESCALATED' | 'REFUSED' | 'SOLVED' | 'DID_NOT_ANSWER';

/**
 * Derived from dates on the day that is asked about, so no job has to have run. An answer that comes late is still an answer. What was
 * heard on the ladder is no silence. Silence is established by the clock of the first step up, and by nothing that somebody writes down
 * before it has run out.
 */
export function positionState(position: PositionFacts, day: LocalDate): PositionState {
  const { answeredOn, dueOn, escalations } = position;
  if (answeredOn !== null && answeredOn <= day) return 'ANSWERED';
  const [first] = escalations;
  if (!first || day < first.onDay) return day <= dueOn ? 'ASKED' : 'OVERDUE';
  return heardOnLadder(escalations, day) ?? (hasRunOut(first, day) ? 'DID_NOT_ANSWER' : 'ESCALATED');
}

/** How long an agency has still to answer, today not counted; null = no clock runs, or it leaves the years of which the holidays are known. */
export function workingDaysLeft(position: PositionFacts, today: LocalDate, holidays: Holidays): number | null {
  const clocks: Partial<Record<PositionState, LocalDate | null>> = {
    ASKED: position.dueOn,
    ESCALATED: position.escalations[0]?.dueOn ?? null,
  };
  const end = clocks[positionState(position, today)];
  return end ? workingDaysSince(today, end, holidays) : null;
}

/**
 * An agency is asked about all its measures; again only when it got one that it was not asked about. `dueOn` comes from the kernel's
 * `addWorkingDays`, here and below: null when the clock leaves the years of which the holidays are known.
 */
export function whyNotAsk(
  involvementId: string,
  plan: Pick<DecidablePlan, 'measures' | 'positions'>,
  dueOn: LocalDate | null,
): Reason[] {
  const own = plan.measures.filter((measure) => measure.involvementId === involvementId);
  const isAsked = own.every((measure) => positionOn(measure, plan.positions));
  return [
    ...(own.length ? [] : [reason('NOTHING_TO_ASK', involvementId)]),
    ...(own.length && isAsked ? [reason('POSITION_ASKED_ALREADY', involvementId)] : []),
    ...(dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', involvementId)] : []),
  ];
}

/** `provision`: what an objection rests on, where the catalogue holds it. */
export type NewAnswer = { answer: PositionAnswer; condition: string | null; reason: string | null; provision: string | null };

/**
 * A no without a reason cannot be answered, so it cannot be given either; a condition beside a plain yes would be passed over. An agency may
 * change its mind until the decision.
 */
export const whyNotAnswer = (entry: NewAnswer, laws: Pick<LawBook, 'lawOf'>): Reason[] => [
  ...(entry.answer === 'AGREES_IF' && !isFilled(entry.condition) ? [reason('REQUIRED', 'condition')] : []),
  ...(entry.answer === 'AGREES' && isFilled(entry.condition) ? [reason('CONDITION_IN_A_YES', 'condition')] : []),
  ...(entry.answer === 'OBJECTS' && !isFilled(entry.reason) ? [reason('REQUIRED', 'reason')] : []),
  ...(entry.provision !== null && !laws.lawOf(entry.provision) ? [reason('PROVISION_UNKNOWN', entry.provision)] : []),
];

/** An answer of the plan to what an agency said belongs to that answer: a condition can be accepted once, a no can be answered. */
export const whyNotAcceptCondition = (position: PositionFacts): Reason[] =>
  position.answer === 'AGREES_IF' && position.conditionAcceptedOn === null ? [] : [reason('NO_OPEN_CONDITION', position.id)];

export const whyNotAnswerObjection = (position: PositionFacts, day: LocalDate): Reason[] =>
  saysNo(position, day) ? [] : [reason('NO_OBJECTION', position.id)];

/** Silence is given its time before it is taken up the ladder, and a no can be; who agreed is not asked again. */
export function whyNotTakeUp(position: PositionFacts, day: LocalDate): Reason[] {
  const state = positionState(position, day);
  if (state === 'ASKED') return [reason('CLOCK_STILL_RUNS', position.id)];
  return state === 'ANSWERED' && !isObjection(position) ? [reason('POSITION_ANSWERED_ALREADY', position.id)] : [];
}

type Judged = Pick<DecidablePlan, 'writerIds' | 'planOn'>;

/** To go on without an answer is the mandate holder's choice, with a reason, after the second clock. */
export const whyNotProceedInSilence = (
  position: PositionFacts,
  plan: Judged,
  asker: Asker,
  text: string,
  day: LocalDate,
): Reason[] => [
  ...(positionState(position, day) === 'DID_NOT_ANSWER' ? [] : [reason('SILENCE_NOT_ESTABLISHED', position.id)]),
  ...whyNotProceed(plan, asker, text),
];

/** Whoever goes on against silence or disagreement holds a mandate, wrote nothing of the plan, and says why. */
export const whyNotProceed = (plan: Judged, asker: Asker, text: string): Reason[] => [
  ...(holdsMandate(asker, plan.planOn) ? [] : [reason('MANDATE_EXCEEDED')]),
  ...notOwnPlan(plan, asker),
  ...(isFilled(text) ? [] : [reason('REQUIRED', 'reason')]),
];

export const mayProceed = ({ proceedReason, proceedBy }: Proceed, { writerIds }: Pick<DecidablePlan, 'writerIds'>): boolean =>
  isFilled(proceedReason) && proceedBy !== null && !writerIds.includes(proceedBy);

type Answered = Pick<DecidablePlan, 'measures' | 'positions' | 'writerIds'>;

/**
 * Per measure, because a measure that came later is one that nobody was asked about. A no that was heard on the ladder takes the place of
 * an answer when the time to give one oneself is over.
 */
export const positionUnanswered = (plan: Answered, { today }: Pick<PlanContext, 'today'>): Reason[] =>
  plan.measures
    .filter((measure) => {
      const position = positionOn(measure, plan.positions);
      if (!position) return true;
      const state = positionState(position, today);
      const hadItsTime = state === 'REFUSED' && hasRunOut(position.escalations[0]!, today);
      return state !== 'ANSWERED' && !hadItsTime && !(state === 'DID_NOT_ANSWER' && mayProceed(position, plan));
    })
    .map((measure) => reason('POSITION_UNANSWERED', measure.id));

/** Consent under a condition that nobody accepted is an objection. */
const isObjection = (position: PositionFacts): boolean =>
  position.answer === 'OBJECTS' || (position.answer === 'AGREES_IF' && position.conditionAcceptedOn === null);

/** The agency objects, or its no was heard on the ladder and written down. */
function saysNo(position: PositionFacts, day: LocalDate): boolean {
  const state = positionState(position, day);
  return state === 'REFUSED' || (state === 'ANSWERED' && isObjection(position));
}

/** What falls with a step up that was a mistake: going on in a silence, or an answer to a no, that is not there without it. */
export function fallsWithStep(position: PositionFacts, step: string, day: LocalDate): { silence: boolean; objection: boolean } {
  const left = { ...position, escalations: position.escalations.filter(({ id }) => id !== step) };
  return { silence: positionState(left, day) !== 'DID_NOT_ANSWER', objection: !saysNo(left, day) };
}

/** Blocks until it is answered, not until it is withdrawn. */
export const isOpenObjection = (position: PositionFacts, day: LocalDate): boolean =>
  saysNo(position, day) && !isFilled(position.objectionAnswer);

export const objectionUnanswered = (
  plan: Pick<DecidablePlan, 'measures' | 'positions'>,
  { today }: Pick<PlanContext, 'today'>,
): Reason[] =>
  plan.positions
    .filter((position) => isAboutPlan(position, plan) && isOpenObjection(position, today))
    .map((position) => reason('OBJECTION_UNANSWERED', position.id));

/** The position that counts is that of the agency which carries the measure out now, not of one that it was taken from. */
const isOn = (position: PositionFacts, measure: MeasureFacts): boolean =>
  position.involvementId === measure.involvementId && position.measureIds.includes(measure.id);

/** Not when all its measures were withdrawn, or went to others. */
export const isAboutPlan = (position: PositionFacts, plan: Pick<DecidablePlan, 'measures'>): boolean =>
  plan.measures.some((measure) => isOn(position, measure));

const positionOn = (measure: MeasureFacts, positions: readonly PositionFacts[]): PositionFacts | undefined =>
  positions.find((position) => isOn(position, measure));
