import { type LocalDate, type Reason, reason, whyNotHappened, whyNotPlausible } from '@doorbraak/kernel';

export type Certainty = 'CERTAIN' | 'EXPECTED' | 'I_WILL_TRY';
export type CommitmentState = 'OPEN' | 'OVERDUE' | 'LATE' | 'KEPT' | 'BROKEN';

/** Who promises: exactly one of the three. */
export type Promiser = { involvementId: string | null; personId: string | null; professionalId: string | null };

export type CommitmentFacts = Promiser & {
  id: string;
  dueOn: LocalDate;
  toldOn: LocalDate | null;
  newDueOn: LocalDate | null;
  keptOn: LocalDate | null;
  brokenOn: LocalDate | null;
};

/**
 * Derived from its days, so that a day that has passed has passed, also when no job has run. Late is who says so: a day that passed in
 * silence makes it overdue, and so does a new day that passes.
 */
export function commitmentState({ dueOn, toldOn, newDueOn, keptOn, brokenOn }: CommitmentFacts, day: LocalDate): CommitmentState {
  if (isBy(keptOn, day)) return 'KEPT';
  if (isBy(brokenOn, day)) return 'BROKEN';
  if (isBy(toldOn, day) && newDueOn !== null) return day <= newDueOn ? 'LATE' : 'OVERDUE';
  return day <= dueOn ? 'OPEN' : 'OVERDUE';
}

/** The household was told a later day, or the first day went by; also when it was kept in the end, unless that was in time after all. */
export function wasLate({ dueOn, toldOn, keptOn, brokenOn }: CommitmentFacts, day: LocalDate): boolean {
  if (isBy(keptOn, day)) return keptOn > dueOn;
  return isBy(toldOn, day) || (isBy(brokenOn, day) ? brokenOn : day) > dueOn;
}

const isBy = (on: LocalDate | null, day: LocalDate): on is LocalDate => on !== null && on <= day;

/** Who writes a promise down or says what came of it: the agency or the member that made it, or a professional who holds the household. */
export type Writer = { kind: 'HOLDER' | 'AGENCY' | 'MEMBER'; personId: string };

/** What a promise can be of: involvements and members of today, of which an agency and a member see their own only. */
export type Promisers = {
  involvements: readonly { id: string }[];
  members: readonly { personId: string }[];
  isProfessional: boolean;
};

export function whyNotCommit(
  promise: Promiser & { dueOn: LocalDate },
  by: Writer,
  { involvements, members, isProfessional }: Promisers,
): Reason[] {
  const { involvementId, personId, professionalId } = promise;
  const named = [involvementId, personId, professionalId].filter((one) => one !== null);
  if (named.length !== 1) return [reason('PROMISER_NOT_ONE'), ...whyNotPlausible(promise.dueOn, 'dueOn')];
  const isInvolved = involvements.some(({ id }) => id === involvementId);
  const isMember = members.some((one) => one.personId === personId);
  return [
    ...(isOwn(promise, by) && (by.kind !== 'AGENCY' || isInvolved) ? [] : [reason('COMMITMENT_IS_OWN', named[0])]),
    ...(by.kind === 'HOLDER' && involvementId !== null && !isInvolved ? [reason('INVOLVEMENT_UNKNOWN', involvementId)] : []),
    ...(by.kind === 'HOLDER' && personId !== null && !isMember ? [reason('MEMBER_UNKNOWN', personId)] : []),
    ...(by.kind === 'HOLDER' && professionalId !== null && !isProfessional ? [reason('NOT_A_PROFESSIONAL', professionalId)] : []),
    ...whyNotPlausible(promise.dueOn, 'dueOn'),
  ];
}

/** A promise that the agency does not see is not there for it; a member sees all promises, and speaks for oneself. */
const isOwn = ({ involvementId, personId }: Promiser, by: Writer): boolean =>
  by.kind === 'HOLDER' || (by.kind === 'AGENCY' ? involvementId !== null : personId === by.personId);

/** What came of a promise is said once, by who made it or for them. */
const whyNotSay = (promise: CommitmentFacts, by: Writer): Reason[] => [
  ...(isOwn(promise, by) ? [] : [reason('COMMITMENT_IS_OWN', promise.id)]),
  ...(promise.keptOn === null && promise.brokenOn === null ? [] : [reason('COMMITMENT_CLOSED', promise.id)]),
];

export const whyNotKeep = (promise: CommitmentFacts, by: Writer, keptOn: LocalDate, today: LocalDate): Reason[] => [
  ...whyNotSay(promise, by),
  ...whyNotHappened(keptOn, 'keptOn', today),
];

export const whyNotBreak = (promise: CommitmentFacts, by: Writer, brokenOn: LocalDate, today: LocalDate): Reason[] => [
  ...whyNotSay(promise, by),
  ...whyNotHappened(brokenOn, 'brokenOn', today),
];

/** The household was told, and what it was told is a day that is still to come then. Late once more takes the place of late. */
export const whyNotLate = (
  promise: CommitmentFacts,
  by: Writer,
  { toldOn, newDueOn }: { toldOn: LocalDate; newDueOn: LocalDate },
  today: LocalDate,
): Reason[] => [
  ...whyNotSay(promise, by),
  ...whyNotHappened(toldOn, 'toldOn', today),
  ...(newDueOn <= toldOn ? [reason('RANGE_INVERTED', 'newDueOn')] : []),
  ...(newDueOn <= promise.dueOn ? [reason('NOT_LATER', 'newDueOn')] : []),
];
