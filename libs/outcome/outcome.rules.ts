import { addDays, isDecimal, type LocalDate, type Reason, reason } from '@doorbraak/kernel';

export type ReviewMonths = 0 | 3 | 6 | 12;
export const REVIEW_MONTHS: readonly ReviewMonths[] = [0, 3, 6, 12];
export type PeriodKind = 'BEFORE' | 'AFTER';
export type BottleneckKind = 'FIX' | 'SOLVE';
export type ExperienceHow = 'ON_SCREEN' | 'ALOUD';

/** A household cannot always be seen on the day itself. */
const DAYS_EARLY = 31;
/** From when a review is due on the list of whoever holds it. */
const DAYS_AHEAD = 14;

/** The same day so many months later; the last day of the month where that month is shorter. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export type ReviewFacts = { months: ReviewMonths; heldOn: LocalDate; closes: boolean };
export type NewReview = ReviewFacts & {
  scores: readonly { domain: string; score: number }[];
  contactsPerMonth: string | null;
  hours: string | null;
};

/**
 * @param held the reviews of the plan that stand
 * @param periods the kinds of twelve months of which is recorded what they cost, or that it is not known
 */
export function whyNotReview(
  wish: NewReview,
  { decidedOn, held, periods }: { decidedOn: LocalDate; held: readonly ReviewFacts[]; periods: readonly PeriodKind[] },
  domains: ReadonlySet<string>,
  today: LocalDate,
): Reason[] {
  const { months, heldOn, closes, scores } = wish;
  const named = scores.map(({ domain }) => domain);
  const earlier = held.filter((one) => one.months < months).some((one) => one.heldOn > heldOn);
  const later = held.filter((one) => one.months > months).some((one) => one.heldOn < heldOn);
  const missing = (['BEFORE', 'AFTER'] as const).filter((kind) => !periods.includes(kind));
  return [
    ...(held.some((one) => one.closes) ? [reason('PLAN_REVIEWED')] : []),
    ...(heldOn > today ? [reason('DATE_FUTURE', 'heldOn')] : []),
    ...(heldOn < addDays(monthsAfter(decidedOn, months), -DAYS_EARLY) ? [reason('REVIEW_TOO_EARLY', 'heldOn')] : []),
    ...(earlier || later ? [reason('REVIEW_ORDER', 'heldOn')] : []),
    ...(closes && months !== 12 ? [reason('CLOSES_ONLY_AT_TWELVE', 'closes')] : []),
    ...(closes ? missing.map((kind) => reason('REALISED_MISSING', kind)) : []),
    ...(named.length ? [] : [reason('REQUIRED', 'scores')]),
    ...named.filter((domain) => !domains.has(domain)).map((domain) => reason('DOMAIN_UNKNOWN', domain)),
    ...named.filter((domain, index) => named.indexOf(domain) !== index).map((domain) => reason('DOMAIN_TWICE', domain)),
    ...scores
      .filter(({ score }) => !Number.isInteger(score) || score < 1 || score > 5)
      .map(({ domain }) => reason('SCORE_RANGE', domain)),
    ...notDecimal(wish.contactsPerMonth, 'contactsPerMonth'),
    ...notDecimal(wish.hours, 'hours'),
  ];
}

const notDecimal = (value: string | null, field: string): Reason[] =>
  value === null || isDecimal(value) ? [] : [reason('DECIMAL_INVALID', field)];

export type ReviewDueState = 'HELD' | 'COMING' | 'DUE' | 'OVERDUE';
export type ReviewDue = { months: ReviewMonths; dueOn: LocalDate; state: ReviewDueState };

/** Derived from the day of the decision, so that no list of promises has to be kept true. After the last one nothing is due. */
export function reviewsDue(decidedOn: LocalDate, held: readonly ReviewFacts[], today: LocalDate): ReviewDue[] {
  const closed = held.some((one) => one.closes);
  const stateOn = (months: ReviewMonths, dueOn: LocalDate): ReviewDueState => {
    if (held.some((one) => one.months === months)) return 'HELD';
    if (today < addDays(dueOn, -DAYS_AHEAD)) return 'COMING';
    return today <= dueOn ? 'DUE' : 'OVERDUE';
  };
  return REVIEW_MONTHS.map((months) => {
    const dueOn = monthsAfter(decidedOn, months);
    return { months, dueOn, state: stateOn(months, dueOn) };
  }).filter(({ state }) => !closed || state === 'HELD');
}

/** Twelve months up to the decision, or from it on. */
export const periodOf = (kind: PeriodKind, decidedOn: LocalDate): { fromOn: LocalDate; toOn: LocalDate } =>
  kind === 'BEFORE'
    ? { fromOn: monthsAfter(decidedOn, -12), toOn: addDays(monthsAfter(monthsAfter(decidedOn, -12), 12), -1) }
    : { fromOn: decidedOn, toOn: addDays(monthsAfter(decidedOn, 12), -1) };

/** What it cost is known when it is over, not before. */
export const whyNotRealise = ({ toOn }: { toOn: LocalDate }, today: LocalDate): Reason[] =>
  today > toOn ? [] : [reason('PERIOD_NOT_OVER', toOn)];

export const whyNotRealisedCost = ({ id, known }: { id: string; known: boolean }): Reason[] =>
  known ? [] : [reason('PERIOD_NOT_KNOWN', id)];

/** On screen somebody speaks for oneself; what was said aloud is written down by somebody else. */
export function whyNotExperience(
  entry: { personId: string; onDay: LocalDate; how: ExperienceHow; answers: readonly number[] },
  by: { personId: string; isMember: boolean },
  { decidedOn, members }: { decidedOn: LocalDate; members: readonly { personId: string }[] },
  today: LocalDate,
): Reason[] {
  const own = by.isMember && by.personId === entry.personId;
  return [
    ...(by.isMember && !own ? [reason('EXPERIENCE_IS_OWN', entry.personId)] : []),
    ...(by.isMember || members.some(({ personId }) => personId === entry.personId)
      ? []
      : [reason('MEMBER_UNKNOWN', entry.personId)]),
    ...((entry.how === 'ON_SCREEN') === by.isMember ? [] : [reason('ON_SCREEN_IS_OWN', entry.how)]),
    ...(entry.answers.every((answer) => Number.isInteger(answer) && answer >= 1 && answer <= 5) ? [] : [reason('SCORE_RANGE')]),
    ...(entry.onDay > today ? [reason('DATE_FUTURE', 'onDay')] : []),
    ...(entry.onDay < decidedOn ? [reason('RANGE_INVERTED', 'onDay')] : []),
  ];
}

export const whyNotBottleneck = (
  { problem, provision }: { problem: string; provision: string },
  known: { provision: boolean; problem: boolean },
): Reason[] => [
  ...(known.provision ? [] : [reason('PROVISION_UNKNOWN', provision)]),
  ...(known.problem ? [] : [reason('PROBLEM_UNKNOWN', problem)]),
];
