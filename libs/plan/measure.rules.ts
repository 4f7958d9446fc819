import { type Reason, reason } from '@doorbraak/kernel';
import type { MeasureFacts } from './plan.facts';

export type NewMeasure = Pick<MeasureFacts, 'involvementId' | 'problemIds' | 'lifts' | 'lawsAdded'> & { service: string };

type Around = {
  problems: readonly { id: string }[];
  /** Those that have not ended. */
  involvements: readonly { id: string }[];
  waits: readonly { id: string; liftable: boolean }[];
  isService: (key: string) => boolean;
  isLaw: (key: string) => boolean;
};

/** What it is to lift, or lifted, are waits of this household that somebody can lift. */
export const whyNotLift = (lifts: readonly string[], waits: Around['waits']): Reason[] => [
  ...lifts.filter((id) => waits.every((wait) => wait.id !== id)).map((id) => reason('WAIT_UNKNOWN', id)),
  ...waits.filter(({ id, liftable }) => !liftable && lifts.includes(id)).map(({ id }) => reason('WAIT_NOT_LIFTABLE', id)),
];

/** An agency that was asked was asked for that day: its question goes first. */
export const whyNotAnotherDay = (
  measure: string,
  positions: readonly { id: string; measureIds: readonly string[] }[],
): Reason[] => positions.filter(({ measureIds }) => measureIds.includes(measure)).map(({ id }) => reason('ENTRY_IN_USE', id));

/** Everything that a measure names is of this household, or of the lists. */
export function whyNotMeasure(measure: NewMeasure, { problems, involvements, waits, isService, isLaw }: Around): Reason[] {
  const has = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id);
  return [
    ...(has(involvements, measure.involvementId) ? [] : [reason('INVOLVEMENT_UNKNOWN', measure.involvementId)]),
    ...(isService(measure.service) ? [] : [reason('SERVICE_UNKNOWN', measure.service)]),
    ...measure.problemIds.filter((id) => !has(problems, id)).map((id) => reason('PROBLEM_UNKNOWN', id)),
    ...whyNotLift(measure.lifts, waits),
    ...measure.lawsAdded.filter((law) => !isLaw(law)).map((law) => reason('LAW_UNKNOWN', law)),
  ];
}
