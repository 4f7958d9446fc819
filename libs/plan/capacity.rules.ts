import { type Reason, reason, type Words } from '@doorbraak/kernel';

export const CAPACITY_REASONS = [
  'LOW_LITERACY',
  'LIVES_ABROAD',
  'WRONGLY_INFORMED',
  'LANGUAGE_BARRIER',
  'ILLNESS',
  'DISABILITY',
  'GRIEF_OR_CRISIS',
  'DIGITAL_EXCLUSION',
  'NO_NETWORK',
] as const;
export type CapacityReason = (typeof CAPACITY_REASONS)[number];

export const whyNotCapacity = (person: string, members: readonly { personId: string }[]): Reason[] =>
  members.some(({ personId }) => personId === person) ? [] : [reason('MEMBER_UNKNOWN', person)];

export type MoreLikeThis = { question: Words; provisions: string[] };

const QUESTION: Words = {
  nl: 'Iemand kon niet doen wat de regel verwacht. Geldt dat voor meer mensen? Geef het door, dan kan de regel zelf veranderen.',
  en: 'Somebody could not do what the rule expects. Does that hold for more people? Report it, and the rule itself can change.',
};

/** Asked when capacity to act is a reason: then the rule, and not this person, may be what has to change. With the provisions in the way. */
export function moreLikeThis(
  factors: readonly unknown[],
  grounds: readonly { role: string; provision: string }[],
): MoreLikeThis | null {
  if (!factors.length) return null;
  const limits = grounds.filter(({ role }) => role === 'LIMIT').map(({ provision }) => provision);
  return { question: QUESTION, provisions: [...new Set(limits)] };
}
