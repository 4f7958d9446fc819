import { addDays, type LocalDate, type Reason, reason, whyNotPlausible, type Words } from '@doorbraak/kernel';
import { type EvidenceFacts, isValid } from './evidence.rules';

/** What has to be known of a proof to say whether it still stands. */
export type ProofFacts = Pick<EvidenceFacts, 'id' | 'personId' | 'kind' | 'purposes' | 'validUntil'>;

export type IndicationFacts = {
  id: string;
  personId: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  stable: boolean;
  evidenceIds: readonly string[];
};
export type LookHow = 'TALK' | 'FORM' | 'VISIT';

export type Renewal = {
  proposal: 'NOT_DUE' | 'LONGER_TERM' | 'SAME_TERM' | 'NEW_EVIDENCE_NEEDED';
  evidenceIds: string[];
  words: Words;
};

/** From when the end of an indication asks for something. */
const DAYS_AHEAD = 90;

const WORDS: Record<Renewal['proposal'], Words> = {
  NOT_DUE: { nl: 'Er hoeft nu niets.', en: 'Nothing is needed now.' },
  LONGER_TERM: {
    nl: 'Dit verandert niet en het bewijs ligt er. Vraag een langere termijn aan, zonder nieuw bewijs.',
    en: 'This does not change and the evidence is on file. Propose a longer term, without new evidence.',
  },
  SAME_TERM: {
    nl: 'Het bewijs ligt er nog. Bespreek of de hulp nog past; nieuw bewijs is niet nodig.',
    en: 'The evidence is still on file. Talk about whether the help still fits; no new evidence is needed.',
  },
  NEW_EVIDENCE_NEEDED: {
    nl: 'Er ontbreekt geldig bewijs. Vraag alleen wat ontbreekt.',
    en: 'Valid evidence is missing. Ask only for what is missing.',
  },
};

/** What a renewal should ask of the household: as little as what is on file allows. */
export function renewalOf(indication: IndicationFacts, evidence: readonly ProofFacts[], day: LocalDate): Renewal {
  const say = (proposal: Renewal['proposal'], evidenceIds: string[] = []): Renewal => ({
    proposal,
    evidenceIds,
    words: WORDS[proposal],
  });
  const { toOn, stable } = indication;
  if (toOn === null || day < addDays(toOn, -DAYS_AHEAD)) return say('NOT_DUE');
  const onFile = indication.evidenceIds.flatMap((id) => standing(id, evidence, day) ?? []);
  if (onFile.length === 0 || onFile.length < indication.evidenceIds.length) return say('NEW_EVIDENCE_NEEDED', onFile);
  return stable ? say('LONGER_TERM', onFile) : say('SAME_TERM', onFile);
}

/** The proof itself, or one of the same kind that came in its place: what was given anew is not asked once more. */
function standing(id: string, evidence: readonly ProofFacts[], day: LocalDate): string | undefined {
  const proof = evidence.find((one) => one.id === id);
  if (!proof) return undefined;
  const { personId, kind, purposes } = proof;
  const isLike = (one: ProofFacts) =>
    one.personId === personId && one.kind === kind && purposes.every((purpose) => one.purposes.includes(purpose));
  return [proof, ...evidence.filter(isLike)].find((one) => isValid(one, day))?.id;
}

export const whyNotIndicate = (
  wish: Omit<IndicationFacts, 'id' | 'stable'> & { involvementId: string },
  known: {
    involvements: readonly { id: string }[];
    members: readonly { personId: string }[];
    evidence: readonly { id: string; personId: string }[];
    law: boolean;
  },
  law: string,
): Reason[] => [
  ...(known.involvements.some(({ id }) => id === wish.involvementId) ? [] : [reason('INVOLVEMENT_UNKNOWN', wish.involvementId)]),
  ...(known.members.some(({ personId }) => personId === wish.personId) ? [] : [reason('MEMBER_UNKNOWN', wish.personId)]),
  ...(known.law ? [] : [reason('LAW_UNKNOWN', law)]),
  ...whyNotPlausible(wish.fromOn, 'fromOn'),
  ...(wish.toOn !== null && wish.toOn < wish.fromOn ? [reason('RANGE_INVERTED', 'toOn')] : []),
  ...wish.evidenceIds
    .filter((one) => !known.evidence.some(({ id, personId }) => id === one && personId === wish.personId))
    .map((one) => reason('EVIDENCE_UNKNOWN', one)),
];

export const whyNotLook = ({ fromOn, toOn }: IndicationFacts, onDay: LocalDate): Reason[] =>
  onDay < fromOn || (toOn !== null && onDay > toOn) ? [reason('DATE_OUTSIDE_INDICATION', 'onDay')] : [];
