import { addDays, type Cents, type LocalDate, type Reason, reason, sum, whyNotPlausible } from '@doorbraak/kernel';

export type ClaimState = 'ACTIVE' | 'PAUSED' | 'IN_PLAN' | 'WAIVED';
export type ClaimActionKind = 'WAIVE' | 'PAUSE' | 'RESUME' | 'PLAN';
export type ClaimActionFacts = {
  kind: ClaimActionKind;
  onDay: LocalDate;
  cents: Cents | null;
  untilOn: LocalDate | null;
  monthCents: Cents | null;
  months: number | null;
};
export type ClaimFacts = { id: string; amountCents: Cents; lowerBound: boolean };

/** A claim wakes up again by itself; somebody should know that a month before. */
const REMINDER_DAYS = 30;

const until = (actions: readonly ClaimActionFacts[], day: LocalDate) => actions.filter(({ onDay }) => onDay <= day);
const waived = (actions: readonly ClaimActionFacts[]): Cents => sum(actions.map(({ cents }) => cents ?? 0n));

/** What is still claimed on a day; of a lower bound it is what is known to be claimed. */
export const openCents = ({ amountCents }: ClaimFacts, actions: readonly ClaimActionFacts[], day: LocalDate): Cents =>
  amountCents - waived(until(actions, day));

/** From its first day until it is active again: on the day that was agreed, or earlier when it was ended after it began. */
function pausesOf(actions: readonly ClaimActionFacts[]): { onDay: LocalDate; untilOn: LocalDate }[] {
  const ended = actions.flatMap(({ kind, onDay }) => (kind === 'RESUME' ? [onDay] : []));
  return actions.flatMap(({ onDay, untilOn }) =>
    untilOn === null ? [] : [{ onDay, untilOn: [...ended.filter((day) => onDay < day && day < untilOn), untilOn].sort()[0]! }],
  );
}

/** Follows from the day, so that a pause ends by itself: on its last day the claim is active again, by instalments where those were agreed. */
export function claimState(claim: ClaimFacts, actions: readonly ClaimActionFacts[], day: LocalDate): ClaimState {
  const taken = until(actions, day);
  if (openCents(claim, taken, day) <= 0n) return 'WAIVED';
  if (pausesOf(taken).some(({ untilOn }) => day < untilOn)) return 'PAUSED';
  return taken.some(({ kind }) => kind === 'PLAN') ? 'IN_PLAN' : 'ACTIVE';
}

export type ClaimReminder = { on: LocalDate; untilOn: LocalDate; isDue: boolean };

/** Of the pause that runs on this day, or that comes. One that is followed by another at once ends when the last of them ends. */
export function reminderOf(claim: ClaimFacts, actions: readonly ClaimActionFacts[], day: LocalDate): ClaimReminder | null {
  const ends = pausesOf(actions)
    .flatMap(({ untilOn }) => (untilOn >= day ? [untilOn] : []))
    .sort();
  const next = ends.find((end) => claimState(claim, actions, end) !== 'PAUSED');
  if (next === undefined || claimState(claim, actions, next) === 'WAIVED') return null;
  const on = addDays(next, -REMINDER_DAYS);
  return { on, untilOn: next, isDue: on <= day && day < next };
}

/** Instalments are rounded, so the last one may be smaller than the others; one for which nothing would be left is one too many. */
const tooMany = ({ monthCents, months }: ClaimActionFacts, left: Cents): boolean =>
  monthCents !== null && months !== null && monthCents * BigInt(months - 1) >= left;

export function whyNotAct(claim: ClaimFacts, actions: readonly ClaimActionFacts[], wish: ClaimActionFacts): Reason[] {
  const left = claim.amountCents - waived(actions);
  const overlaps =
    wish.kind === 'PAUSE' &&
    pausesOf(actions).some(({ onDay, untilOn }) => wish.untilOn !== null && wish.onDay < untilOn && onDay < wish.untilOn);
  return [
    ...(left <= 0n ? [reason('CLAIM_WAIVED', claim.id)] : []),
    ...(left > 0n && wish.cents !== null && wish.cents > left ? [reason('WAIVER_ABOVE_CLAIM', 'cents')] : []),
    ...(left > 0n && !claim.lowerBound && tooMany(wish, left) ? [reason('INSTALMENTS_ABOVE_CLAIM', 'months')] : []),
    ...(wish.untilOn !== null && wish.untilOn <= wish.onDay ? [reason('RANGE_INVERTED', 'untilOn')] : []),
    ...(overlaps ? [reason('PAUSE_OVERLAPS', claim.id)] : []),
    ...whyNotPlausible(wish.onDay, 'onDay'),
  ];
}

/** Before the agreed day, because what it was for is not done or its condition is not kept. A pause that should never have begun is withdrawn. */
export const whyNotEndPause = (claim: ClaimFacts, actions: readonly ClaimActionFacts[], onDay: LocalDate): Reason[] => [
  ...(claimState(claim, actions, onDay) === 'PAUSED' && pausesOf(actions).some((one) => one.onDay < onDay && onDay < one.untilOn)
    ? []
    : [reason('CLAIM_NOT_PAUSED', claim.id)]),
  ...whyNotPlausible(onDay, 'onDay'),
];

export const whyNotClaim = (
  wish: { involvementId: string; problemId: string | null; law: string | null; factYear: number | null },
  known: { involvements: readonly { id: string }[]; problems: readonly { id: string }[]; law: boolean },
  today: LocalDate,
): Reason[] => [
  ...(known.involvements.some(({ id }) => id === wish.involvementId) ? [] : [reason('INVOLVEMENT_UNKNOWN', wish.involvementId)]),
  ...(wish.problemId !== null && !known.problems.some(({ id }) => id === wish.problemId)
    ? [reason('PROBLEM_UNKNOWN', wish.problemId)]
    : []),
  ...(wish.law !== null && !known.law ? [reason('LAW_UNKNOWN', wish.law)] : []),
  ...(wish.factYear !== null && (wish.factYear < 1950 || wish.factYear > Number(today.slice(0, 4)))
    ? [reason('YEAR_IMPLAUSIBLE', 'factYear')]
    : []),
];
