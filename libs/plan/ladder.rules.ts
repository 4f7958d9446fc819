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
  outcomeWords: string | null;
};

/** A step is over when something came of it or when its clock ran out; the national desk is over when something came of it. */
export const isStepOver = ({ outcome, dueOn }: StepUp, day: LocalDate): boolean =>
  outcome !== null || (dueOn !== null && dueOn < day);

export type Climb = {
  /** what is taken up, for the reasons to point at */ about: string;
  /** the steps that were taken for it, lowest first */ steps: readonly StepUp[];
  /** why it cannot be taken up at all yet */ ground: readonly Reason[];
};
export type NewStep = { rung: number; clockDays: number | null; dueOn: LocalDate | null; by: string };

/** Lead or deputy goes up, one step at a time, each after the one before; the national desk wants to see what was tried at home. */
export function whyNotClimb(
  { about, steps, ground }: Climb,
  wish: NewStep,
  plan: { leadId: string | null; deputyId: string | null },
  day: LocalDate,
): Reason[] {
  const last = steps.at(-1);
  const national = wish.rung >= FIRST_NATIONAL_RUNG;
  return [
    ...(wish.by === plan.leadId || wish.by === plan.deputyId ? [] : [reason('LEAD_ESCALATES', about)]),
    ...ground,
    ...(last && wish.rung <= last.rung ? [reason('ESCALATED_ALREADY', about)] : []),
    ...(last && wish.rung > last.rung && !isStepOver(last, day) ? [reason('CLOCK_STILL_RUNS', about)] : []),
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

export const whyNotOutcome = (step: StepUp): Reason[] => (step.outcome === null ? [] : [reason('STEP_OVER_ALREADY', step.id)]);

// Which law pays

export type DisputeState = 'OPEN' | 'OVERDUE' | 'SETTLED';
export type DisputeFacts = {
  id: string;
  interimPayer: string;
  measureIds: readonly string[];
  dueOn: LocalDate;
  settledOn: LocalDate | null;
};

export const disputeState = ({ settledOn, dueOn }: Pick<DisputeFacts, 'settledOn' | 'dueOn'>, day: LocalDate): DisputeState => {
  if (settledOn !== null && settledOn <= day) return 'SETTLED';
  return day <= dueOn ? 'OPEN' : 'OVERDUE';
};

/** What the interim payer pays for a measure that a dispute is about may still come back from somebody else. */
export const isProvisional = (payer: string, measureId: string, disputes: readonly DisputeFacts[]): boolean =>
  disputes.some((one) => one.settledOn === null && one.interimPayer === payer && one.measureIds.includes(measureId));

/** The payers whose part of the picture may still move to somebody else. */
export const provisionalPayers = (disputes: readonly DisputeFacts[]): ReadonlySet<string> =>
  new Set(disputes.filter(({ settledOn }) => settledOn === null).map(({ interimPayer }) => interimPayer));

type NewDispute = {
  laws: readonly string[];
  involvementIds: readonly string[];
  measureIds: readonly string[];
  interimPayer: string;
};
type Known = {
  law: (key: string) => boolean;
  payer: (key: string) => boolean;
  involvements: readonly { id: string }[];
  measures: readonly { id: string }[];
  dueOn: LocalDate | null;
};
const unknown = (ids: readonly string[], rows: readonly { id: string }[]) =>
  ids.filter((id) => !rows.some((row) => row.id === id));

export const whyNotDispute = (wish: NewDispute, known: Known): Reason[] => [
  ...(new Set(wish.laws).size < 2 ? [reason('TWO_LAWS_DIFFER', 'laws')] : []),
  ...wish.laws.filter((law) => !known.law(law)).map((law) => reason('LAW_UNKNOWN', law)),
  ...(wish.involvementIds.length ? [] : [reason('REQUIRED', 'involvements')]),
  ...unknown(wish.involvementIds, known.involvements).map((id) => reason('INVOLVEMENT_UNKNOWN', id)),
  ...unknown(wish.measureIds, known.measures).map((id) => reason('MEASURE_UNKNOWN', id)),
  ...(known.payer(wish.interimPayer) ? [] : [reason('PAYER_UNKNOWN', wish.interimPayer)]),
  ...(known.dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', 'clockDays')] : []),
];

/** It is settled by one of the laws that it was about, once. */
export const whyNotSettle = (
  dispute: { id: string; laws: readonly string[]; settledOn: LocalDate | null },
  { law, payer }: { law: string; payer: string },
  known: Pick<Known, 'payer'>,
): Reason[] => [
  ...(dispute.settledOn === null ? [] : [reason('DISPUTE_SETTLED', dispute.id)]),
  ...(dispute.laws.includes(law) ? [] : [reason('LAW_NOT_IN_DISPUTE', law)]),
  ...(known.payer(payer) ? [] : [reason('PAYER_UNKNOWN', payer)]),
];

/** A dispute goes up when its own clock has run out without a settlement. */
export const whyNotTakeUpDispute = (dispute: DisputeFacts, day: LocalDate): Reason[] => {
  const state = disputeState(dispute, day);
  if (state === 'SETTLED') return [reason('DISPUTE_SETTLED', dispute.id)];
  return state === 'OPEN' ? [reason('CLOCK_STILL_RUNS', dispute.id)] : [];
};
