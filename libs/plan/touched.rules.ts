import { type Reason, reason } from '@doorbraak/kernel';
import { cellId, type DecidablePlan, type HouseholdFacts, isFilled, type LawBook, type MeasureFacts } from './plan.facts';

/** Why a measure touches a law, so that a professional can see it and strike it out with knowledge. */
export type TouchOrigin =
  | { kind: 'OWNER'; involvementId: string }
  | { kind: 'PROBLEM'; involvementId: string; problemIds: string[] }
  | { kind: 'WAIT'; waitId: string; provisionKey: string }
  | { kind: 'ADDED' };

export type TouchedLaw = { lawKey: string; origins: TouchOrigin[]; struckOut: string | null };

/** Every law that a measure touches, also what was struck out: that stays visible with its line. */
export function touchedLaws(measure: MeasureFacts, household: HouseholdFacts, laws: Pick<LawBook, 'lawOf'>): TouchedLaw[] {
  const origins = new Map<string, TouchOrigin[]>();
  for (const [lawKey, origin] of [
    ...byOwner(measure, household),
    ...byProblems(measure, household),
    ...byWaits(measure, household, laws),
    ...measure.lawsAdded.map((lawKey): Touch => [lawKey, { kind: 'ADDED' }]),
  ]) {
    if (lawKey !== null) origins.set(lawKey, [...(origins.get(lawKey) ?? []), origin]);
  }
  const line = (lawKey: string) => measure.lawsStruckOut.find((law) => law.lawKey === lawKey && isFilled(law.reason));
  return [...origins]
    .map(([lawKey, why]) => ({ lawKey, origins: why, struckOut: line(lawKey)?.reason ?? null }))
    .sort((a, b) => (a.lawKey < b.lawKey ? -1 : 1));
}

export function touchedWithoutGround(plan: DecidablePlan, laws: Pick<LawBook, 'lawOf'>): Reason[] {
  return plan.measures.flatMap((measure) => {
    const cited = new Set(plan.grounds.filter((g) => g.measureId === measure.id).map((g) => laws.lawOf(g.provisionKey)));
    return touchedLaws(measure, plan.household, laws)
      .filter((law) => law.struckOut === null && !cited.has(law.lawKey))
      .map((law) => reason('LAW_TOUCHED_WITHOUT_GROUND', cellId(measure.id, law.lawKey)));
  });
}

export const whyNotStrikeOut = (lawKey: string, line: string, touched: readonly TouchedLaw[]): Reason[] => [
  ...(touched.some((law) => law.lawKey === lawKey) ? [] : [reason('LAW_NOT_TOUCHED', lawKey)]),
  ...(isFilled(line) ? [] : [reason('REQUIRED', 'reason')]),
];

type Touch = [lawKey: string | null, origin: TouchOrigin];

const byOwner = (measure: MeasureFacts, household: HouseholdFacts): Touch[] =>
  household.involvements
    .filter((involvement) => involvement.id === measure.involvementId)
    .map((involvement) => [involvement.lawKey, { kind: 'OWNER', involvementId: involvement.id }]);

const byProblems = (measure: MeasureFacts, household: HouseholdFacts): Touch[] =>
  household.involvements.flatMap((involvement): Touch[] => {
    const problemIds = involvement.problemIds.filter((problem) => measure.addresses.includes(problem));
    return problemIds.length ? [[involvement.lawKey, { kind: 'PROBLEM', involvementId: involvement.id, problemIds }]] : [];
  });

const byWaits = (measure: MeasureFacts, household: HouseholdFacts, laws: Pick<LawBook, 'lawOf'>): Touch[] =>
  household.waits.flatMap(({ id, provisionKey }): Touch[] =>
    provisionKey !== null && measure.lifts.includes(id)
      ? [[laws.lawOf(provisionKey), { kind: 'WAIT', waitId: id, provisionKey }]]
      : [],
  );
