import { addDays, type LocalDate } from './day';

/** The days on which a clock stands still, and the years for which that list is complete. */
export type Holidays = { days: ReadonlySet<LocalDate>; firstYear: number; lastYear: number };

export const isWorkingDay = (day: LocalDate, holidays: Holidays): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.days.has(day);
};

/**
 * The day on which a clock of `count` working days runs out: the day of asking does not count, the answer is in time on the day
 * itself. Null when the clock would leave the years of the holiday list: a guessed day is worse than none.
 */
export function addWorkingDays(from: LocalDate, count: number, holidays: Holidays): LocalDate | null {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  const known = (d: LocalDate) => Number(d.slice(0, 4)) >= holidays.firstYear && Number(d.slice(0, 4)) <= holidays.lastYear;
  return known(from) && known(day) ? day : null;
}

/** How many working days lie after one day, up to and including another; null outside the years of the holiday list. */
export function workingDaysSince(from: LocalDate, to: LocalDate, holidays: Holidays): number | null {
  const known = (day: LocalDate) => Number(day.slice(0, 4)) >= holidays.firstYear && Number(day.slice(0, 4)) <= holidays.lastYear;
  if (!known(from) || !known(to)) return null;
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count++;
  return count;
}
