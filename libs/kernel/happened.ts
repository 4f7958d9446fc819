import { earliestOf, type PartialDate } from './day';
import { type Reason, reason } from './refusals';

/** Something that happened lies behind us; what nobody can have meant is a slip of the keyboard. */
export const whyNotHappened = (day: PartialDate, field: string, today: string): Reason[] => [
  ...(earliestOf(day) > today ? [reason('DATE_FUTURE', field)] : []),
  ...whyNotPlausible(day, field),
];

export const whyNotPlausible = (day: PartialDate, field: string): Reason[] =>
  day < '1900' ? [reason('DATE_IMPLAUSIBLE', field)] : [];
