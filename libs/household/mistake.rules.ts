import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';

type Row = { id: string };

/** Everything of a household that somebody entered and that stands. */
export type Standing = {
  members: readonly (Row & { personId: string })[];
  problems: readonly (Row & { personIds: readonly string[]; causedBy: readonly string[] })[];
  involvements: readonly Row[];
  handlingNotes: readonly Row[];
  interventions: readonly (Row & { involvementId: string })[];
  waits: readonly (Row & { waiting: string; for: string; holderId: string })[];
  letters: readonly (Row & { involvementId: string })[];
  spendingRoom: readonly Row[];
  evidence: readonly Row[];
  evidenceRequests: readonly (Row & { involvementId: string })[];
  indications: readonly (Row & { involvementId: string; evidenceIds: readonly string[]; looks: readonly Row[] })[];
  claims: readonly (Row & { involvementId: string; problemId: string | null; actions: readonly Row[] })[];
  contactYears: readonly (Row & { involvementId: string | null })[];
  /** shares that run or come */
  shares: readonly (Row & { involvementId: string; noteIds: readonly string[] })[];
};

export const whyNotWithdraw = (entry: string, found: boolean, before: boolean, resting: readonly string[]): Reason[] => {
  if (!found) return [reason(before ? 'WITHDRAWN_ALREADY' : 'ENTRY_UNKNOWN', entry)];
  return resting.map((id) => reason('ENTRY_IN_USE', id));
};

/**
 * What still rests on an entry, within this room. Withdrawing it first would leave a wait without an end or a share without an agency. What
 * only names it in a list (the problems of an involvement) goes on without it.
 */
export function restingOn(entry: string, here: Standing): string[] {
  const of = (list: readonly Row[], rests: boolean[]) => list.filter((_, i) => rests[i]).map(({ id }) => id);
  const by = <T extends Row>(list: readonly T[], rests: (row: T) => boolean) => of(list, list.map(rests));
  const member = here.members.find(({ id }) => id === entry);
  const alone = member && here.members.filter(({ personId }) => personId === member.personId).length === 1;
  const ofAgency = (row: { involvementId: string | null }) => row.involvementId === entry;
  return [
    ...by(
      here.problems,
      ({ personIds, causedBy }) => causedBy.includes(entry) || Boolean(alone && personIds.includes(member.personId)),
    ),
    ...by(here.waits, (wait) => [wait.waiting, wait.for, wait.holderId].includes(entry)),
    ...by(here.interventions, ofAgency),
    ...by(here.shares, (share) => ofAgency(share) || share.noteIds.includes(entry)),
    ...by(here.letters, ofAgency),
    ...by(here.evidenceRequests, ofAgency),
    ...by(here.indications, (one) => ofAgency(one) || one.evidenceIds.includes(entry)),
    ...by(here.claims, (one) => ofAgency(one) || one.problemId === entry),
    ...by(here.contactYears, ofAgency),
  ];
}

/** A file with something open in it is not closed: somebody waits for that. */
export const whyNotClose = (open: readonly string[]): Reason[] => open.map((id) => reason('OPEN_ACTIONS', id));

export const whyNotReopen = (
  { id, closedOn, retainUntil }: { id: string; closedOn: LocalDate | null; retainUntil: LocalDate | null },
  today: LocalDate,
): Reason[] => [
  ...(closedOn === null ? [reason('CASE_OPEN', id)] : []),
  ...(retainUntil !== null && retainUntil < today ? [reason('RETENTION_PASSED', id)] : []),
];

export type HandOver = { id: string; deputy: string | null };

/** All of them or none: whoever takes over can lead each, and is the deputy of none. */
export const whyNotHandOver = (
  { from, to }: { from: string; to: string },
  households: readonly HandOver[],
  fixteam: string | null | undefined,
): Reason[] => [
  ...(from === to ? [reason('LEADS_ALREADY', to)] : []),
  ...(fixteam ? [] : [reason('NOT_A_PROFESSIONAL', to)]),
  ...(households.length ? [] : [reason('NOTHING_TO_HAND_OVER', from)]),
  ...households.filter(({ deputy }) => deputy === to).map(({ id }) => reason('LEAD_IS_DEPUTY', id)),
];
