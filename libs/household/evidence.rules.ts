import { type LocalDate, type Reason, reason, whyNotHappened } from '@doorbraak/kernel';

/** What families are asked for again and again. */
export const EVIDENCE_KINDS = [
  'DIAGNOSIS',
  'MEDICAL_STATEMENT',
  'INCOME_STATEMENT',
  'BANK_STATEMENT',
  'BENEFIT_DECISION',
  'DEBT_OVERVIEW',
  'RENTAL_CONTRACT',
  'ADDRESS_EXTRACT',
  'IDENTITY_DOCUMENT',
  'SCHOOL_STATEMENT',
  'COURT_DECISION',
  'BIRTH_CERTIFICATE',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export type EvidenceFacts = {
  id: string;
  personId: string;
  kind: EvidenceKind;
  purposes: readonly string[];
  receivedOn: LocalDate;
  validUntil: LocalDate | null;
  stable: boolean;
};

export const isValid = ({ validUntil }: Pick<EvidenceFacts, 'validUntil'>, day: LocalDate): boolean =>
  validUntil === null || day <= validUntil;

type Wish = { personId: string; kind: EvidenceKind; purpose: string };
export type RequestFacts = Wish & { id: string; involvementId: string; askedOn: LocalDate };

const about = (wish: Wish, { personId, kind, purposes }: EvidenceFacts) =>
  personId === wish.personId && kind === wish.kind && purposes.includes(wish.purpose);

/** What answers a request: the same proof of the same person, for this purpose, that came in since it was asked. */
export const answerTo = (request: RequestFacts, evidence: readonly EvidenceFacts[]): string | null =>
  evidence.find((one) => about(request, one) && one.receivedOn >= request.askedOn)?.id ?? null;

/** What the database says of a proof that somebody is about to ask for; an agency cannot see what is on file. */
export type OnFile = {
  /** is the person's data open to who asks, for this purpose */ may: boolean;
  /** one that may be used today */ id: string | null;
  /** when such a proof came in last, also one that has lapsed since */ receivedOn: LocalDate | null;
};

/**
 * Given once is enough: what is on file and may be used for this purpose is not asked again. An agency is told which one, and nothing of
 * it. What was asked and came in can be asked again once it has lapsed.
 */
export function whyNotRequest(
  wish: Wish & { involvementId: string },
  known: {
    involvement: boolean;
    members: readonly { personId: string }[];
    purposes: ReadonlySet<string>;
    onFile: OnFile;
    asked: readonly RequestFacts[];
  },
): Reason[] {
  const { may, id, receivedOn } = known.onFile;
  const isMember = known.members.some(({ personId }) => personId === wish.personId);
  const isPurpose = known.purposes.has(wish.purpose);
  const mayNot = [
    ...(known.involvement ? [] : [reason('INVOLVEMENT_UNKNOWN', wish.involvementId)]),
    ...(isMember ? [] : [reason('MEMBER_UNKNOWN', wish.personId)]),
    ...(isPurpose ? [] : [reason('PURPOSE_UNKNOWN', wish.purpose)]),
    ...(known.involvement && isMember && isPurpose && !may ? [reason('PURPOSE_NOT_SHARED', wish.purpose)] : []),
  ];
  // Whoever may not ask does not learn what is on file either.
  if (mayNot.length) return mayNot;
  if (id !== null) return [reason('EVIDENCE_ON_FILE', id)];
  const twice = known.asked.find(
    ({ involvementId, personId, kind, purpose, askedOn }) =>
      involvementId === wish.involvementId &&
      personId === wish.personId &&
      kind === wish.kind &&
      purpose === wish.purpose &&
      (receivedOn === null || receivedOn < askedOn),
  );
  return twice ? [reason('EVIDENCE_ASKED_ALREADY', twice.id)] : [];
}

export const whyNotAddEvidence = (
  wish: Pick<EvidenceFacts, 'personId' | 'purposes' | 'receivedOn' | 'validUntil'> & { issuedOn: LocalDate | null },
  known: { members: readonly { personId: string }[]; purposes: ReadonlySet<string> },
  today: LocalDate,
): Reason[] => [
  ...(known.members.some(({ personId }) => personId === wish.personId) ? [] : [reason('MEMBER_UNKNOWN', wish.personId)]),
  ...(wish.purposes.length ? [] : [reason('REQUIRED', 'purposes')]),
  ...wish.purposes.filter((one) => !known.purposes.has(one)).map((one) => reason('PURPOSE_UNKNOWN', one)),
  ...whyNotHappened(wish.receivedOn, 'receivedOn', today),
  ...(wish.issuedOn !== null && wish.issuedOn > wish.receivedOn ? [reason('RANGE_INVERTED', 'issuedOn')] : []),
  ...(wish.validUntil !== null && wish.validUntil < wish.receivedOn ? [reason('RANGE_INVERTED', 'validUntil')] : []),
];
