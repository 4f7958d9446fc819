import { type LocalDate, type Reason, reason, whyNotPlausible, yearFrom } from '@doorbraak/kernel';

/** Twelve months are counted when they are over: a count of a part would be read as that of the whole. */
export const whyNotCountYear = (fromOn: LocalDate, today: LocalDate): Reason[] => [
  ...whyNotPlausible(fromOn, 'fromOn'),
  ...(fromOn < today && yearFrom(fromOn) < today ? [] : [reason('PERIOD_NOT_OVER', 'fromOn')]),
];
