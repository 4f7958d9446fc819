import { listOf, notThere } from '@doorbraak/access';
import { type CostedLine, perPayer } from '@doorbraak/cost';
import { addDays, type Cents, type LocalDate, monthsAfter, type Reason, reason, yearFrom } from '@doorbraak/kernel';

export type ReviewMonths = 0 | 3 | 6 | 12;
export const REVIEW_MONTHS: readonly ReviewMonths[] = [0, 3, 6, 12];
export type PeriodKind = 'BEFORE' | 'AFTER';
export type BottleneckKind = 'FIX' | 'SOLVE';
export type ExperienceHow = 'ON_SCREEN' | 'ALOUD';

/** A household cannot always be seen on the day itself. */
const DAYS_EARLY = 31;
/** From when a review is due on the list of whoever holds it. */
const DAYS_AHEAD = 14;

export type ReviewFacts = { months: ReviewMonths; heldOn: LocalDate; closes: boolean };
type Scored = { scores: readonly { domain: string }[] };
type Realised = { kind: PeriodKind; known: boolean; costLines: readonly unknown[]; unpriced: readonly unknown[] };

/** @param held the reviews of the plan that stand */
export function whyNotReview(
  wish: ReviewFacts & Scored,
  { decidedOn, held, periods }: { decidedOn: LocalDate; held: readonly ReviewFacts[]; periods: readonly Realised[] },
  domains: ReadonlySet<string>,
  today: LocalDate,
): Reason[] {
  const { months, heldOn, closes } = wish;
  const earlier = held.filter((one) => one.months < months).some((one) => one.heldOn > heldOn);
  const later = held.filter((one) => one.months > months).some((one) => one.heldOn < heldOn);
  return [
    ...(held.some((one) => one.closes) ? [reason('PLAN_REVIEWED')] : []),
    ...(heldOn > today ? [reason('DATE_FUTURE', 'heldOn')] : []),
    ...(heldOn < addDays(monthsAfter(decidedOn, months), -DAYS_EARLY) ? [reason('REVIEW_TOO_EARLY', 'heldOn')] : []),
    ...(months === 0 && heldOn >= monthsAfter(decidedOn, 3) ? [reason('REVIEW_TOO_LATE', 'heldOn')] : []),
    ...(earlier || later ? [reason('REVIEW_ORDER', 'heldOn')] : []),
    ...(closes ? whyNotClose(months, periods) : []),
    ...whyNotScore(wish, domains),
  ];
}

/** Also of a review that is made the last one afterwards, because its year was not over when it was held. */
export const whyNotClose = (months: ReviewMonths, periods: readonly Realised[]): Reason[] => [
  ...(months === 12 ? [] : [reason('CLOSES_ONLY_AT_TWELVE', 'closes')]),
  ...realisedMissing(periods),
];

export function whyNotScore({ scores }: Scored, domains: ReadonlySet<string>): Reason[] {
  const named = scores.map(({ domain }) => domain);
  return [
    ...(named.length ? [] : [reason('REQUIRED', 'scores')]),
    ...named.filter((domain) => !domains.has(domain)).map((domain) => reason('DOMAIN_UNKNOWN', domain)),
    ...named.filter((domain, index) => named.indexOf(domain) !== index).map((domain) => reason('DOMAIN_TWICE', domain)),
  ];
}

/** Of a period that is said to be known something is written down, with a price or without; nothing at all is silence. */
export const isTold = ({ known, costLines, unpriced }: Omit<Realised, 'kind'>): boolean =>
  !known || costLines.length > 0 || unpriced.length > 0;

/** What has no price has no amount either: without a line that has one, what it cost is not known. */
export const isPriced = ({ known, costLines }: Pick<Realised, 'known' | 'costLines'>): boolean => known && costLines.length > 0;

/** What is handed over says of both periods what they cost, or that it is not known; silence would look like the second. */
export const realisedMissing = (periods: readonly Realised[]): Reason[] =>
  (['BEFORE', 'AFTER'] as const)
    .filter((kind) => !periods.some((one) => one.kind === kind && isTold(one)))
    .map((kind) => reason('REALISED_MISSING', kind));

/** What was scored at first and is not scored again. */
export const domainsMissing = ({ scores }: Scored, first: Scored | undefined): string[] =>
  (first?.scores ?? []).map(({ domain }) => domain).filter((domain) => !scores.some((one) => one.domain === domain));

export type ReviewDueState = 'HELD' | 'COMING' | 'DUE' | 'OVERDUE';
export type ReviewDue = { months: ReviewMonths; dueOn: LocalDate; state: ReviewDueState };

/** Derived from the day of the decision, so that no list of promises has to be kept true. After the last one, or when the plan is over, nothing is due. */
export function reviewsDue(
  { decidedOn, over }: { decidedOn: LocalDate; over: boolean },
  held: readonly ReviewFacts[],
  today: LocalDate,
): ReviewDue[] {
  const closed = over || held.some((one) => one.closes);
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
    ? { fromOn: monthsAfter(decidedOn, -12), toOn: addDays(decidedOn, -1) }
    : { fromOn: decidedOn, toOn: yearFrom(decidedOn) };

/** What it cost is known when it is over, not before. */
export const whyNotRealise = ({ toOn }: { toOn: LocalDate }, today: LocalDate): Reason[] =>
  today > toOn ? [] : [reason('PERIOD_NOT_OVER', toOn)];

export const whyNotRealisedCost = ({ id, known }: { id: string; known: boolean }): Reason[] =>
  known ? [] : [reason('PERIOD_NOT_KNOWN', id)];

/** On screen somebody speaks for oneself; what was said aloud is written down by somebody else. */
export function whyNotExperience(
  entry: { personId: string; onDay: LocalDate; how: ExperienceHow },
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
    ...(entry.onDay > today ? [reason('DATE_FUTURE', 'onDay')] : []),
    ...(entry.onDay < decidedOn ? [reason('RANGE_INVERTED', 'onDay')] : []),
  ];
}

const DAYS_OF_REST = 7;
/** A week after the decision, until it was said. Nobody but who said it sees that it was, so of others it stays true. */
export const isExperienceAsked = (decidedOn: LocalDate | null, said: readonly unknown[], today: LocalDate): boolean =>
  decidedOn !== null && addDays(decidedOn, DAYS_OF_REST) <= today && said.length === 0;

export const whyNotBottleneck = (
  { problem, provision }: { problem: string; provision: string },
  known: { provision: boolean; problem: boolean },
): Reason[] => [
  ...(known.provision ? [] : [reason('PROVISION_UNKNOWN', provision)]),
  ...(known.problem ? [] : [reason('PROBLEM_UNKNOWN', problem)]),
];

export type ExpectedAndRealisedRow = {
  payer: string;
  expectedAsNowCents: Cents;
  expectedBreakthroughCents: Cents;
  realisedBeforeCents: Cents | null;
  realisedAfterCents: Cents | null;
};
type Period = { kind: PeriodKind; known: boolean; costLines: readonly CostedLine[] };

/** Side by side, per payer; nothing here adds one to the other. Null = not known, which is not nothing. */
export function expectedAndRealised(
  expected: { asNow: readonly CostedLine[]; breakthrough: readonly CostedLine[] },
  periods: readonly Period[],
): ExpectedAndRealisedRow[] {
  const amounts = (lines: readonly CostedLine[]) => new Map(perPayer(lines).map(({ payer, cents }) => [payer, cents]));
  const realised = (kind: PeriodKind) => {
    const period = periods.find((one) => one.kind === kind);
    return period && isPriced(period) ? amounts(period.costLines) : null;
  };
  const [asNow, breakthrough] = [amounts(expected.asNow), amounts(expected.breakthrough)];
  const [before, after] = [realised('BEFORE'), realised('AFTER')];
  const payers = new Set([asNow, breakthrough, before, after].flatMap((one) => [...(one?.keys() ?? [])]));
  return [...payers].sort().map((payer) => ({
    payer,
    expectedAsNowCents: asNow.get(payer) ?? 0n,
    expectedBreakthroughCents: breakthrough.get(payer) ?? 0n,
    realisedBeforeCents: before && (before.get(payer) ?? 0n),
    realisedAfterCents: after && (after.get(payer) ?? 0n),
  }));
}

type Row = { id: string };

/** What may be withdrawn of what came of a plan, by the list it stands in. */
export type Withdrawable = {
  reviews: readonly (Row & { closes: boolean })[];
  periods: readonly Row[];
  costLines: readonly (Row & { ownerId: string })[];
  unpriced: readonly (Row & { ownerId: string })[];
  bottlenecks: readonly Row[];
  experiences: readonly Row[];
};
export type ListName = keyof Withdrawable;

/** Whoever corrects names the review that was seen; one that was corrected meanwhile is withdrawn. */
export const whyNotCorrect = (review: string, reviews: readonly Row[], withdrawn: readonly Row[]): Reason[] =>
  reviews.some(({ id }) => id === review) ? [] : notThere(review, withdrawn);

/**
 * With the review that closes something was handed over: that takes a correction. The lines of a period are withdrawn before the period.
 * @param withdrawn the entries that were withdrawn before
 */
export function whyNotWithdraw(entry: string, lists: Withdrawable, withdrawn: readonly Row[], isMember: boolean): Reason[] {
  const name = listOf(entry, lists);
  if (!name) return notThere(entry, withdrawn);
  return [
    ...(isMember && name !== 'experiences' ? [reason('EXPERIENCE_IS_OWN', entry)] : []),
    ...(lists.reviews.some(({ id, closes }) => id === entry && closes) ? [reason('REVIEW_CLOSED', entry)] : []),
    ...[...lists.costLines, ...lists.unpriced]
      .filter(({ ownerId }) => ownerId === entry)
      .map(({ id }) => reason('ENTRY_IN_USE', id)),
  ];
}
