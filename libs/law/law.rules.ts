import { holds, type LocalDate } from '@doorbraak/kernel';
import type { ConflictPattern, Law, Provision, ProvisionRole } from './catalogue.rules';

/** Whether a provision was in force on a day, and how sure that is. The last two may be cited with a warning; they prove nothing. */
export const IN_FORCE_STATES = ['IN_FORCE', 'NOT_IN_FORCE', 'IN_FORCE_BY_TEXT', 'TEXT_OLDER', 'NOT_ESTABLISHED'] as const;
export type InForce = (typeof IN_FORCE_STATES)[number];

export const isProven = (state: InForce): boolean => state === 'IN_FORCE' || state === 'IN_FORCE_BY_TEXT';

type Dated = { validFrom: LocalDate | null; validTo: LocalDate | null };

/** An end that is not there is open; a begin that is not there is unknown, and an unknown begin holds no day. */
const holdsDay = ({ validFrom, validTo }: Dated, day: LocalDate): boolean =>
  validFrom !== null && holds({ from: validFrom, to: validTo }, day);

/** A date from memory neither proves that a text was in force nor that it was not. */
const wasSeen = ({ dateEvidence }: { dateEvidence: Law['dateEvidence'] }): boolean =>
  dateEvidence === 'TEXT_SEEN' || dateEvidence === 'NUMBER_SEEN';

const beginsAfter = (row: Law | Provision, day: LocalDate): boolean =>
  wasSeen(row) && row.validFrom !== null && day < row.validFrom;
const endedBefore = ({ validTo }: Dated, day: LocalDate): boolean => validTo !== null && validTo < day;

/** First match wins. Numbers of paragraphs are reused with other content, so the day decides, never the number alone. */
export function inForce(provision: Provision, law: Law, day: LocalDate): InForce {
  if (beginsAfter(law, day) || endedBefore(law, day)) return 'NOT_IN_FORCE';
  if (wasSeen(provision) && [provision, ...provision.versions].some((dated) => holdsDay(dated, day))) return 'IN_FORCE';
  if (beginsAfter(provision, day) || endedBefore(provision, day)) return 'NOT_IN_FORCE';
  const [first, last] = [provision.textSeenOn[0], provision.textSeenOn.at(-1)];
  if (first === undefined || last === undefined || day < first) return 'NOT_ESTABLISHED';
  return day <= last ? 'IN_FORCE_BY_TEXT' : 'TEXT_OLDER';
}

/**
 * What a provision said on a day. A first version whose begin is unknown reaches back as far as one can ask; without versions, and
 * on a day that no version holds, the provision's own words are all there is.
 */
export function versionOn(provision: Provision, day: LocalDate): { role: ProvisionRole; summary: Provision['summary'] } {
  return (
    provision.versions.find(({ validFrom, validTo }) => holds({ from: validFrom ?? '0001-01-01', to: validTo }, day)) ?? provision
  );
}

/**
 * Whether whoever holds a wait could act otherwise under its provision: it gives room, it is a choice, or it stands on a side of a
 * contradiction that is known to have a way out.
 */
export function hasRoom(provision: Provision, role: ProvisionRole, patterns: readonly ConflictPattern[]): boolean {
  const stands = ({ sideA, sideB }: ConflictPattern) => sideA.includes(provision.key) || sideB.includes(provision.key);
  return role === 'ROOM' || provision.discretionary || patterns.some((pattern) => pattern.roomVia.length > 0 && stands(pattern));
}

type Sides = { sideA: readonly string[]; sideB: readonly string[] };

/** A contradiction that may be at hand: the provisions cited on one side, and the laws through which the other side is met. */
export type PatternProposal<Pattern extends Sides = ConflictPattern> = { pattern: Pattern; cited: string[]; touched: string[] };

/** Proposed when a provision of one side is cited and the law of the other side is touched. It only asks; it never blocks. */
export function proposePatterns<Pattern extends Sides>(
  patterns: readonly Pattern[],
  citedProvisions: readonly string[],
  touchedLaws: readonly string[],
  lawOf: (provisionKey: string) => string | null | undefined,
): PatternProposal<Pattern>[] {
  const meeting = (pattern: Pattern, here: readonly string[], there: readonly string[]): PatternProposal<Pattern>[] => {
    const cited = here.filter((key) => citedProvisions.includes(key));
    const touched = touchedLaws.filter((law) => there.some((key) => lawOf(key) === law));
    return cited.length && touched.length ? [{ pattern, cited, touched }] : [];
  };
  return patterns.flatMap((pattern) =>
    [...meeting(pattern, pattern.sideA, pattern.sideB), ...meeting(pattern, pattern.sideB, pattern.sideA)].slice(0, 1),
  );
}
