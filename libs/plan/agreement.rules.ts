import { type LocalDate, type Reason, reason, whyNotHappened } from '@doorbraak/kernel';
import { type AgreementFacts, type Asker, type DecidablePlan, isFilled } from './plan.facts';
import { whyNotProceed } from './position.rules';

export type AgreementHow = 'ON_SCREEN' | 'IN_WRITING' | 'ALOUD' | 'ALOUD_WITH_MENTOR' | 'BY_REPRESENTATIVE';

export type NewAgreement = { personId: string; how: AgreementHow; agreedOn: LocalDate; words: string | null };

/** Who writes it down: the member on the own screen, or a professional who heard or read it. */
export type WrittenBy = { personId: string; isMember: boolean };

/**
 * On screen somebody answers for oneself; whatever was said in another way is written down by a professional, with the words, so that
 * it can be held against what was meant. A no on screen is not turned by somebody else.
 */
export function whyNotRecordAgreement(
  entry: NewAgreement,
  by: WrittenBy,
  members: readonly { personId: string; fromOn: LocalDate; toOn: LocalDate | null }[],
  today: LocalDate,
  earlier?: Pick<AgreementFacts, 'state'> & { how: AgreementHow },
): Reason[] {
  const ownNo = earlier?.how === 'ON_SCREEN' && earlier.state === 'DISAGREED';
  const own = by.isMember && entry.personId === by.personId;
  const belongs = members.some(
    (one) => one.personId === entry.personId && one.fromOn <= today && (one.toOn === null || one.toOn >= today),
  );
  return [
    ...((by.isMember ? !own : ownNo) ? [reason('AGREEMENT_IS_OWN', entry.personId)] : []),
    ...(by.isMember || belongs ? [] : [reason('MEMBER_UNKNOWN', entry.personId)]),
    ...((entry.how === 'ON_SCREEN') === by.isMember ? [] : [reason('ON_SCREEN_IS_OWN', entry.how)]),
    ...whyNotHappened(entry.agreedOn, 'agreedOn', today),
    ...(by.isMember || isFilled(entry.words) ? [] : [reason('REQUIRED', 'words')]),
  ];
}

/** Going on against a no; where nobody said anything there is nothing to go on against. */
export const whyNotProceedAgainst = (
  agreement: Pick<AgreementFacts, 'personId' | 'state'>,
  plan: Pick<DecidablePlan, 'writerIds' | 'planOn'>,
  asker: Asker,
  text: string,
): Reason[] => [
  ...(agreement.state === 'DISAGREED' ? [] : [reason('NO_DISAGREEMENT', agreement.personId)]),
  ...whyNotProceed(plan, asker, text),
];
