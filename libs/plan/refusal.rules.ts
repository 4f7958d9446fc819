import { type LocalDate, type Reason, reason, whyNotHappened } from '@doorbraak/kernel';
import { isFilled, type LawBook } from './plan.facts';

/** By which the household heard it; the same list as that of contacts. */
export type Channel = 'PHONE' | 'VISIT' | 'OFFICE' | 'LETTER' | 'MAIL' | 'ONLINE';
export type CallTask = 'NONE' | 'DUE' | 'OVERDUE' | 'DONE';

/** Working days within which somebody calls after a no that was only written (field guide 1, row 20). */
export const CALL_WITHIN = 2;

const WRITTEN: readonly Channel[] = ['LETTER', 'MAIL', 'ONLINE'];
export const isOnlyWritten = (channel: Channel): boolean => WRITTEN.includes(channel);

export type RefusalFacts = { id: string; onDay: LocalDate; callBy: LocalDate | null; calledOn: LocalDate | null };

export function callTask({ callBy, calledOn }: RefusalFacts, day: LocalDate): CallTask {
  if (callBy === null) return 'NONE';
  if (calledOn !== null && calledOn <= day) return 'DONE';
  return day <= callBy ? 'DUE' : 'OVERDUE';
}

export type NewRefusal = {
  involvementId: string;
  measureId: string | null;
  alternative: string | null;
  provision: string | null;
  channel: Channel;
  onDay: LocalDate;
};

type Around = {
  involvements: readonly { id: string }[];
  measures: readonly { id: string }[];
  laws: Pick<LawBook, 'lawOf'>;
  today: LocalDate;
};

/** A no leaves somebody with nowhere to go, so it comes with what is possible instead. `callBy` null = beyond the years of which the holidays are known. */
export function whyNotRefuse(
  no: NewRefusal,
  callBy: LocalDate | null,
  { involvements, measures, laws, today }: Around,
): Reason[] {
  const { involvementId, measureId, alternative, provision, channel, onDay } = no;
  return [
    ...(involvements.some(({ id }) => id === involvementId) ? [] : [reason('INVOLVEMENT_UNKNOWN', involvementId)]),
    ...(measureId === null || measures.some(({ id }) => id === measureId) ? [] : [reason('MEASURE_UNKNOWN', measureId)]),
    ...(isFilled(alternative) ? [] : [reason('ALTERNATIVE_REQUIRED', 'alternative')]),
    ...(provision === null || laws.lawOf(provision) ? [] : [reason('PROVISION_UNKNOWN', provision)]),
    ...whyNotHappened(onDay, 'onDay', today),
    ...(isOnlyWritten(channel) && callBy === null ? [reason('CLOCK_BEYOND_CALENDAR', 'onDay')] : []),
  ];
}

export const whyNotCall = (no: RefusalFacts, calledOn: LocalDate, today: LocalDate): Reason[] => [
  ...(no.callBy !== null && no.calledOn === null ? [] : [reason('NO_CALL_OPEN', no.id)]),
  ...whyNotHappened(calledOn, 'calledOn', today),
  ...(calledOn < no.onDay ? [reason('RANGE_INVERTED', 'calledOn')] : []),
];
