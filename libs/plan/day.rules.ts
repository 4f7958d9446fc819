import { addDays, type Cents, type LocalDate } from '@doorbraak/kernel';
import { type CommitmentFacts, commitmentState } from './commitment.rules';
import { type Settling, whyNotSettled } from './decide.rules';
import { isFilled, type Perspective, type PositionAnswer, type PositionFacts } from './plan.facts';
import { positionState } from './position.rules';

export const DAY_KINDS = [
  'ANSWER_RECEIVED',
  'PROMISE_LATE',
  'PROMISE_DUE',
  'DECISION_WAITING',
  'READY_TO_DECIDE',
  'CLOCK_OVER',
  'SILENCE',
  'REVIEW_DUE',
  'ASSESSMENT_ASKED',
  'LETTER_DUE',
  'PAUSE_ENDS',
] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** An open household that whoever asks holds, or was asked about. */
export type DayHousehold = { id: string; holds: boolean; silentSince: LocalDate; leadId: string | null; deputyId: string | null };
export type DayPosition = PositionFacts & { householdId: string; planId: string; agencyName: string; isNews: boolean };
export type DayPromise = CommitmentFacts & {
  householdId: string;
  planId: string;
  what: string;
  agencyName: string | null;
  professionalLabel: string | null;
  personName: string | null;
};
export type DayAsking = {
  id: string;
  householdId: string;
  planId: string;
  asWhat: 'ADVISER' | 'DECIDER';
  perspective: Perspective | null;
  fromOn: LocalDate;
};
/** A plan on which nothing is left to write; `preparedOn` is the day on which that was so for the last time. */
export type DayPrepared = Omit<Settling, 'leadId' | 'deputyId'> & {
  planId: string;
  householdId: string;
  preparedOn: LocalDate;
  lastSaidOn: LocalDate | null;
};
export type DayReviewFacts = { householdId: string; planId: string; months: number; dueOn: LocalDate };
export type DayPaperFacts = {
  kind: 'LETTER' | 'PAUSE';
  householdId: string;
  id: string;
  agencyName: string;
  on: LocalDate;
  amountCents: Cents | null;
};

export type DayFacts = {
  households: readonly DayHousehold[];
  positions: readonly DayPosition[];
  promises: readonly DayPromise[];
  askings: readonly DayAsking[];
  prepared: readonly DayPrepared[];
  reviews: readonly DayReviewFacts[];
  papers: readonly DayPaperFacts[];
};

export type DayThing = {
  kind: DayKind;
  householdId: string;
  planId: string | null;
  subjectId: string | null;
  /** The day it is about: since when it waits, or until when it should be done. */
  on: LocalDate;
  agencyName: string | null;
  professionalLabel: string | null;
  personName: string | null;
  what: string | null;
  answer: PositionAnswer | null;
  perspective: Perspective | null;
  months: number | null;
  amountCents: Cents | null;
  isReady: boolean | null;
};

/** From how many days before its day a promise is on the list. */
export const PROMISE_DAYS_AHEAD = 3;
/** More than anybody does in a day; what comes after them is seen when these are done. */
const MOST = 50;

const NOTHING = {
  ...{ planId: null, subjectId: null, agencyName: null, professionalLabel: null, personName: null, what: null },
  ...{ answer: null, perspective: null, months: null, amountCents: null, isReady: null },
};
const thing = (kind: DayKind, householdId: string, on: LocalDate, more: Partial<DayThing> = {}): DayThing => ({
  ...NOTHING,
  kind,
  householdId,
  on,
  ...more,
});

/** What needs this person today, the oldest day on top. Nothing is kept of it: it follows from days, answers and what was seen. */
export function dayOf(facts: DayFacts, today: LocalDate, silentDays: number): DayThing[] {
  const byId = new Map(facts.households.map((one) => [one.id, one]));
  const held = <Row extends { householdId: string }>(rows: readonly Row[]) =>
    rows.filter(({ householdId }) => byId.get(householdId)?.holds);
  const ready = new Set(
    facts.prepared.filter((plan) => isReady(plan, byId.get(plan.householdId), today)).map(({ planId }) => planId),
  );
  return [
    ...held(facts.positions).flatMap((position) => ofPosition(position, today)),
    ...held(facts.promises).flatMap((promise) => ofPromise(promise, today)),
    ...facts.askings
      .filter(({ householdId }) => byId.has(householdId))
      .map((asking) => ofAsking(asking, ready.has(asking.planId))),
    ...held(facts.prepared)
      .filter(({ planId }) => ready.has(planId))
      .map(({ planId, householdId, preparedOn, lastSaidOn }) =>
        thing('READY_TO_DECIDE', householdId, later(preparedOn, lastSaidOn), { planId, subjectId: planId, isReady: true }),
      ),
    ...facts.households
      .filter(({ holds, silentSince }) => holds && addDays(silentSince, silentDays) < today)
      .map(({ id, silentSince }) => thing('SILENCE', id, silentSince)),
    ...held(facts.reviews).map(({ householdId, planId, months, dueOn }) =>
      thing('REVIEW_DUE', householdId, dueOn, { planId, subjectId: planId, months }),
    ),
    ...held(facts.papers).map(({ kind, householdId, id, agencyName, on, amountCents }) =>
      thing(kind === 'LETTER' ? 'LETTER_DUE' : 'PAUSE_ENDS', householdId, on, { subjectId: id, agencyName, amountCents }),
    ),
  ]
    .sort((a, b) => order(a, b))
    .slice(0, MOST);
}

const later = (a: LocalDate, b: LocalDate | null): LocalDate => (b !== null && b > a ? b : a);

const sortsAs = ({ on, kind, householdId, subjectId }: DayThing) =>
  `${on} ${String(DAY_KINDS.indexOf(kind)).padStart(2, '0')} ${householdId} ${subjectId ?? ''}`;
const order = (a: DayThing, b: DayThing): number => (sortsAs(a) < sortsAs(b) ? -1 : 1);

const isReady = (plan: DayPrepared, household: DayHousehold | undefined, today: LocalDate): boolean =>
  household !== undefined &&
  whyNotSettled({ ...plan, leadId: household.leadId, deputyId: household.deputyId }, today).length === 0;

/** An answer that was not seen yet; or nothing by the last day, at first or after a step up, while nobody chose to go on without it. */
function ofPosition(position: DayPosition, today: LocalDate): DayThing[] {
  const { id: subjectId, planId, householdId, agencyName, answer, answeredOn, dueOn, escalations, proceedReason } = position;
  const about = { subjectId, planId, agencyName };
  const state = positionState(position, today);
  if (state === 'ANSWERED')
    return position.isNews ? [thing('ANSWER_RECEIVED', householdId, answeredOn!, { ...about, answer })] : [];
  if (state === 'OVERDUE') return [thing('CLOCK_OVER', householdId, dueOn, about)];
  const silent = state === 'DID_NOT_ANSWER' && !isFilled(proceedReason);
  return silent ? [thing('CLOCK_OVER', householdId, escalations[0]!.dueOn!, about)] : [];
}

function ofPromise(promise: DayPromise, today: LocalDate): DayThing[] {
  const { id: subjectId, planId, householdId, what, agencyName, professionalLabel, personName } = promise;
  const about = { subjectId, planId, what, agencyName, professionalLabel, personName };
  const state = commitmentState(promise, today);
  const due = promise.newDueOn !== null && promise.toldOn !== null && promise.toldOn <= today ? promise.newDueOn : promise.dueOn;
  if (state === 'OVERDUE') return [thing('PROMISE_LATE', householdId, due, about)];
  const isNear = (state === 'OPEN' || state === 'LATE') && due <= addDays(today, PROMISE_DAYS_AHEAD);
  return isNear ? [thing('PROMISE_DUE', householdId, due, about)] : [];
}

const ofAsking = ({ id: subjectId, planId, householdId, asWhat, perspective, fromOn }: DayAsking, ready: boolean): DayThing =>
  asWhat === 'DECIDER'
    ? thing('DECISION_WAITING', householdId, fromOn, { subjectId, planId, isReady: ready })
    : thing('ASSESSMENT_ASKED', householdId, fromOn, { subjectId, planId, perspective });
