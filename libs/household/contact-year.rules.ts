import { addDays, type LocalDate, type Reason, reason, whyNotPlausible } from '@doorbraak/kernel';

/** The last day of the twelve months from a day on. */
export const yearFrom = (day: LocalDate): LocalDate => {
  const year = `${Number(day.slice(0, 4)) + 1}`.padStart(4, '0');
  return addDays(`${year}${day.slice(4).replace('-02-29', '-03-01')}`, -1);
};

/** Twelve months are counted when they are over: a count of a part would be read as that of the whole. */
export const whyNotCountYear = (fromOn: LocalDate, today: LocalDate): Reason[] => [
  ...whyNotPlausible(fromOn, 'fromOn'),
  ...(fromOn < today && yearFrom(fromOn) < today ? [] : [reason('PERIOD_NOT_OVER', 'fromOn')]),
];
