import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';

/** Something that happened lies behind us; what nobody can have meant is a slip of the keyboard. */
export const whyNotHappened = (day: LocalDate, field: string, today: LocalDate): Reason[] => [
  ...(day > today ? [reason('DATE_FUTURE', field)] : []),
  ...whyNotPlausible(day, field),
];

export const whyNotPlausible = (day: LocalDate, field: string): Reason[] =>
  day < '1900' ? [reason('DATE_IMPLAUSIBLE', field)] : [];
