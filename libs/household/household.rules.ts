import {
  isInverted,
  isPartialDate,
  overlaps,
  readBsn,
  reason,
  whyNotHappened,
  type Id,
  type LocalDate,
  type PartialDate,
  type Reason,
  type RefusalCode,
} from '@doorbraak/kernel';

/** Why not: facts in, every reason out; an empty list means yes. What a reason is about is a field of the input, or the id or key that is wrong. */
type Dated = { fromOn: LocalDate; toOn?: LocalDate | null };

/** What the judges need to know of a household; a HouseholdMap is one. */
export type HouseholdFacts = {
  members: (Dated & { personId: Id })[];
  problems: { id: Id; causedBy: Id[] }[];
  involvements: (Dated & { id: Id; agencyType: string })[];
  handlingNotes: { id: Id; aboutPersonId: Id }[];
};

const when = (wrong: unknown, code: RefusalCode, about?: string): Reason[] => (wrong ? [reason(code, about)] : []);
const each = (wrong: Id[], code: RefusalCode): Reason[] => wrong.map((id) => reason(code, id));
const inverted = ({ fromOn, toOn }: Dated): Reason[] =>
  when(isInverted({ from: fromOn, to: toOn ?? null }), 'RANGE_INVERTED', 'toOn');

/** Nobody who lives was born before 1900, and nothing that still weighs began before. */
const happened = (day: PartialDate | null | undefined, field: string, today: LocalDate): Reason[] =>
  day ? whyNotHappened(day, field, today) : [];

const notMembers = ({ members }: HouseholdFacts, ids: Id[]): Reason[] =>
  each(
    ids.filter((id) => !members.some(({ personId }) => personId === id)),
    'MEMBER_UNKNOWN',
  );
const notProblems = ({ problems }: HouseholdFacts, ids: Id[]): Reason[] =>
  each(
    ids.filter((one) => !problems.some(({ id }) => id === one)),
    'PROBLEM_UNKNOWN',
  );
const involvementOf = ({ involvements }: HouseholdFacts, one: Id | null | undefined) => involvements.find(({ id }) => id === one);
const endedBefore = (involvement: Dated | undefined, day: LocalDate) => !involvement || (involvement.toOn ?? day) < day;

export type MemberWish = Dated & {
  personId?: Id | null;
  name?: string | null;
  birthDate?: PartialDate | null;
  bsn?: string | null;
};

/** @param known the person that is named, when this household may know that person */
export function whyNotAddMember(
  wish: MemberWish,
  facts: HouseholdFacts,
  known: { id: Id } | undefined,
  today: LocalDate,
): Reason[] {
  const period = { from: wish.fromOn, to: wish.toOn ?? null };
  const already = facts.members.some(
    (one) => one.personId === wish.personId && overlaps({ from: one.fromOn, to: one.toOn ?? null }, period),
  );
  return [
    ...when(wish.personId && !known, 'MEMBER_UNKNOWN', wish.personId ?? undefined),
    ...when(known && already, 'MEMBER_ALREADY', wish.personId ?? undefined),
    ...when(!wish.personId && !wish.name, 'REQUIRED', 'name'),
    ...(wish.birthDate && !isPartialDate(wish.birthDate)
      ? [reason('DATE_INVALID', 'birthDate')]
      : happened(wish.birthDate, 'birthDate', today)),
    ...when(wish.bsn && readBsn(wish.bsn) === null, 'BSN_INVALID', 'bsn'),
    ...inverted(wish),
  ];
}

export const whyNotEnd = (begun: { fromOn: LocalDate }, toOn: LocalDate): Reason[] => inverted({ fromOn: begun.fromOn, toOn });

export type ProblemWish = { id: Id; type: string; personIds: Id[]; causedBy: Id[]; sinceOn?: LocalDate | null };

/** @param type the entry of the list of problem types, when there is one */
export function whyNotAddProblem(
  wish: ProblemWish,
  facts: HouseholdFacts,
  type: { validTo: LocalDate | null } | undefined,
  today: LocalDate,
): Reason[] {
  const chain = causeChain(wish, facts.problems);
  return [
    ...when(!type || (type.validTo ?? today) < today, 'PROBLEM_TYPE_UNKNOWN', wish.type),
    ...when(wish.personIds.length === 0, 'REQUIRED', 'personIds'),
    ...notMembers(facts, wish.personIds),
    ...notProblems(
      facts,
      wish.causedBy.filter((id) => id !== wish.id),
    ),
    ...when(chain, 'CAUSED_BY_ITSELF', chain?.join(' > ')),
    ...happened(wish.sinceOn, 'sinceOn', today),
  ];
}

/** The way from a problem along its causes back to itself, or null. */
function causeChain(start: { id: Id; causedBy: Id[] }, problems: { id: Id; causedBy: Id[] }[]): Id[] | null {
  const causes = new Map([...problems, start].map(({ id, causedBy }) => [id, causedBy]));
  const seen = new Set<Id>();
  const back = (id: Id, way: Id[]): Id[] | null => {
    for (const cause of causes.get(id) ?? []) {
      if (cause === start.id) return [...way, cause];
      if (seen.has(cause)) continue;
      seen.add(cause);
      const found = back(cause, [...way, cause]);
      if (found) return found;
    }
    return null;
  };
  return back(start.id, [start.id]);
}

export type InvolvementWish = Dated & {
  agencyId: Id;
  law?: string | null;
  lawNote?: string | null;
  payer?: string | null;
  payerNote?: string | null;
  problemIds: Id[];
};

export function whyNotAddInvolvement(
  wish: InvolvementWish,
  facts: HouseholdFacts,
  known: { agency: boolean; law: boolean; payer: boolean },
): Reason[] {
  return [
    ...when(!known.agency, 'AGENCY_UNKNOWN', wish.agencyId),
    ...when(wish.law && !known.law, 'LAW_UNKNOWN', wish.law ?? undefined),
    ...when(!wish.law && !wish.lawNote, 'REQUIRED', 'lawNote'),
    ...when(wish.payer && !known.payer, 'PAYER_UNKNOWN', wish.payer ?? undefined),
    ...when(!wish.payer && !wish.payerNote, 'REQUIRED', 'payerNote'),
    ...notProblems(facts, wish.problemIds),
    ...inverted(wish),
  ];
}

export const whyNotLinkProblem = (problem: Id, facts: HouseholdFacts): Reason[] => notProblems(facts, [problem]);

export type InterventionWish = Dated & { service: string; involvementId: Id; problemIds: Id[] };

export function whyNotAddIntervention(wish: InterventionWish, facts: HouseholdFacts, known: boolean, today: LocalDate): Reason[] {
  return [
    ...when(!known, 'SERVICE_UNKNOWN', wish.service),
    ...when(endedBefore(involvementOf(facts, wish.involvementId), wish.fromOn), 'INVOLVEMENT_UNKNOWN', wish.involvementId),
    ...notProblems(facts, wish.problemIds),
    ...happened(wish.fromOn, 'fromOn', today),
    ...inverted(wish),
  ];
}

export type WaitWish = { waiting: Id; for: Id; holderId: Id; provision?: string | null; sinceOn?: LocalDate | null };

export function whyNotAddWait(wish: WaitWish, facts: HouseholdFacts, provisionKnown: boolean, today: LocalDate): Reason[] {
  const ends = new Set([...facts.problems, ...facts.involvements].map(({ id }) => id));
  return [
    ...when(wish.waiting === wish.for, 'WAIT_ON_ITSELF', wish.for),
    ...each(
      [...new Set([wish.waiting, wish.for])].filter((id) => !ends.has(id)),
      'WAIT_END_UNKNOWN',
    ),
    ...when(endedBefore(involvementOf(facts, wish.holderId), today), 'INVOLVEMENT_UNKNOWN', wish.holderId),
    ...when(wish.provision && !provisionKnown, 'PROVISION_UNKNOWN', wish.provision ?? undefined),
    ...happened(wish.sinceOn, 'sinceOn', today),
  ];
}

export const whyNotLiftWait = (wait: { sinceOn: LocalDate | null }, liftedOn: LocalDate, today: LocalDate): Reason[] => [
  ...happened(liftedOn, 'liftedOn', today),
  ...when(wait.sinceOn && liftedOn < wait.sinceOn, 'RANGE_INVERTED', 'liftedOn'),
];

export type ContactWish = { involvementId: Id; dayOn: LocalDate; problemId?: Id | null };

export const whyNotRecordContact = (wish: ContactWish, facts: HouseholdFacts, today: LocalDate): Reason[] => [
  ...when(!involvementOf(facts, wish.involvementId), 'INVOLVEMENT_UNKNOWN', wish.involvementId),
  ...notProblems(facts, wish.problemId ? [wish.problemId] : []),
  ...happened(wish.dayOn, 'dayOn', today),
];

export type CountWish = { involvementId?: Id | null; month: LocalDate };

/** One number a month for an agency or for the household; a second one is stopped by the database, also when two people send it together. */
export const whyNotCountContacts = (wish: CountWish, facts: HouseholdFacts, today: LocalDate): Reason[] => [
  ...when(
    wish.involvementId && !involvementOf(facts, wish.involvementId),
    'INVOLVEMENT_UNKNOWN',
    wish.involvementId ?? undefined,
  ),
  ...when(!wish.month.endsWith('-01'), 'DATE_INVALID', 'month'),
  ...happened(wish.month, 'month', today),
];

export type NoteWish = { aboutPersonId: Id; fromInvolvementId?: Id | null };

export const whyNotAddHandlingNote = (wish: NoteWish, facts: HouseholdFacts): Reason[] => [
  ...notMembers(facts, [wish.aboutPersonId]),
  ...when(
    wish.fromInvolvementId && !involvementOf(facts, wish.fromInvolvementId),
    'INVOLVEMENT_UNKNOWN',
    wish.fromInvolvementId ?? undefined,
  ),
];

export type ShareWish = {
  involvementId: Id;
  basis: string;
  purpose: string;
  personIds: Id[];
  domains: string[];
  noteIds: Id[];
  fromOn: LocalDate;
  toOn: LocalDate;
  consent?: { by: Id; on: LocalDate } | null;
};

/** An entry of the list of legal bases (AVG art. 6 and 9 with the law of the sector). */
export type Basis = {
  purposes: string[];
  domains: string[];
  recipients: string[] | null;
  needsConsent: boolean;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
};

/** Domains beside notes are the frame in which the notes stand: then the notes are open and nothing else of the domains. */
export function whyNotShare(wish: ShareWish, facts: HouseholdFacts, basis: Basis | undefined, today: LocalDate): Reason[] {
  const involvement = involvementOf(facts, wish.involvementId);
  const notes = facts.handlingNotes.filter(({ id }) => wish.noteIds.includes(id));
  return [
    ...when(endedBefore(involvement, wish.fromOn), 'INVOLVEMENT_UNKNOWN', wish.involvementId),
    ...when(wish.personIds.length === 0, 'REQUIRED', 'personIds'),
    ...notMembers(facts, wish.personIds),
    ...when(wish.domains.length + wish.noteIds.length === 0, 'SHARE_NOTHING'),
    ...each(
      wish.noteIds.filter((one) => !notes.some(({ id }) => id === one)),
      'NOTE_UNKNOWN',
    ),
    ...each(
      notes.filter(({ aboutPersonId }) => !wish.personIds.includes(aboutPersonId)).map(({ id }) => id),
      'NOTE_ABOUT_OTHER',
    ),
    ...inverted(wish),
    ...notMembers(facts, wish.consent ? [wish.consent.by] : []),
    ...happened(wish.consent?.on, 'consent.on', today),
    ...(basis ? outsideBasis(wish, involvement?.agencyType, basis) : [reason('BASIS_UNKNOWN', wish.basis)]),
  ];
}

function outsideBasis(wish: ShareWish, recipient: string | undefined, basis: Basis): Reason[] {
  const { validFrom, validTo } = basis;
  const valid = validFrom !== null && validFrom <= wish.fromOn && (validTo === null || wish.toOn <= validTo);
  return [
    ...when(!valid, 'BASIS_NOT_VALID', wish.basis),
    ...when(!basis.purposes.includes(wish.purpose), 'PURPOSE_OUTSIDE_BASIS', wish.purpose),
    ...each(
      wish.domains.filter((domain) => !basis.domains.includes(domain)),
      'DOMAIN_OUTSIDE_BASIS',
    ),
    ...when(recipient && basis.recipients && !basis.recipients.includes(recipient), 'RECIPIENT_OUTSIDE_BASIS', recipient),
    ...when(basis.needsConsent && !wish.consent, 'CONSENT_MISSING', wish.basis),
  ];
}

/** Somebody may lead or deputise who works in a fixteam of this municipality; a liaison or somebody unknown has none. */
export const whyNotLead = (person: Id, fixteam: Id | null | undefined, deputy: Id | undefined): Reason[] => [
  ...when(!fixteam, 'NOT_A_PROFESSIONAL', person),
  ...when(person === deputy, 'LEAD_IS_DEPUTY', person),
];

/** Every household has a lead: who makes it leads it, and leading is handed over, never ended. */
export const whyNotDeputise = (person: Id, fixteam: Id | null | undefined, lead: Id | undefined): Reason[] => [
  ...when(!fixteam, 'NOT_A_PROFESSIONAL', person),
  ...when(person === lead, 'LEAD_IS_DEPUTY', person),
];

export const whyNotEndDeputy = (deputy: Id | undefined): Reason[] => when(!deputy, 'DEPUTY_MISSING');

/** @param found the entry, when this household has it; @param uses what rests on it */
export const whyNotWithdraw = (entry: Id, found: { withdrawnOn: LocalDate | null } | undefined, uses: Id[]): Reason[] => {
  if (!found) return [reason('ENTRY_UNKNOWN', entry)];
  return found.withdrawnOn === null ? each(uses, 'ENTRY_IN_USE') : [reason('WITHDRAWN_ALREADY', entry)];
};

/** @param openActions ids of what still has to be done */
export const whyNotClose = (openActions: Id[]): Reason[] => each(openActions, 'OPEN_ACTIONS');

export const whyNotReopen = (
  { id, closedOn, retainUntil }: { id: Id; closedOn: LocalDate | null; retainUntil: LocalDate | null },
  today: LocalDate,
): Reason[] => [
  ...when(closedOn === null, 'CASE_OPEN', id),
  ...when(closedOn !== null && retainUntil !== null && retainUntil < today, 'RETENTION_PASSED', id),
];

/** All of them or none. @param led the households that change hands, with who deputises there */
export const whyNotHandOver = (
  { from, to }: { from: Id; to: Id },
  fixteam: Id | null | undefined,
  led: { id: Id; deputy: Id | null }[],
): Reason[] => [
  ...when(from === to, 'LEADS_ALREADY', to),
  ...when(!fixteam, 'NOT_A_PROFESSIONAL', to),
  ...when(led.length === 0, 'NOTHING_TO_HAND_OVER', from),
  ...each(
    led.filter(({ deputy }) => deputy === to).map(({ id }) => id),
    'LEAD_IS_DEPUTY',
  ),
];
