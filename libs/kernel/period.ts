import type { LocalDate } from './day';

/** From and to are both included; `to` null = until further notice. */
export type Period = { from: LocalDate; to: LocalDate | null };

export const holds = (period: Period, day: LocalDate): boolean => period.from <= day && (period.to === null || day <= period.to);

export const isInverted = (period: Period): boolean => period.to !== null && period.to < period.from;

export const overlaps = (a: Period, b: Period): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
