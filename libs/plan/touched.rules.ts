import { type Reason, reason } from '@doorbraak/kernel';
import { cellId, type DecidablePlan, type HouseholdFacts, isFilled, type LawBook, type MeasureFacts } from './plan.facts';

/** Why a measure touches a law, so that a professional can see it and strike it out with knowledge. */
export type TouchOrigin =
  | { kind: 'OWNER'; involvementId: string }
  | { kind: 'PROBLEM'; involvementId: string; problemIds: string[] }
  | { kind: 'WAIT'; waitId: string; provision: string }
  | { kind: 'ADDED' };

export type TouchedLaw = { law: string; origins: TouchOrigin[]; struckOut: string | null };

type Touching = Pick<DecidablePlan, 'household' | 'struckOut'>;
type LawOf = Pick<LawBook, 'lawOf'>;

/** Every law that a measure touches, also what was struck out: that stays visible with its line. */
export function touchedLaws(measure: MeasureFacts, { household, struckOut }: Touching, laws: LawOf): TouchedLaw[] {
  const origins = new Map<string, TouchOrigin[]>();
  const touches = [
    ...byOwner(measure, household),
    ...byProblems(measure, household),
    ...byWaits(measure, household, laws),
    ...measure.lawsAdded.map((law): Touch => [law, { kind: 'ADDED' }]),
  ];
  for (const [law, origin] of touches) if (law) origins.set(law, [...(origins.get(law) ?? []), origin]);
  const own = struckOut.filter((line) => line.measureId === measure.id && isFilled(line.line));
  return [...origins]
    .map(([law, why]) => ({ law, origins: why, struckOut: own.find((line) => line.law === law)?.line ?? null }))
    .sort((a, b) => (a.law < b.law ? -1 : 1));
}

export const lawsStanding = (measure: MeasureFacts, plan: Touching, laws: LawOf): string[] =>
  touchedLaws(measure, plan, laws)
    .filter((touched) => touched.struckOut === null)
    .map((touched) => touched.law);

export const touchedWithoutGround = (plan: DecidablePlan, laws: LawOf): Reason[] =>
  plan.measures.flatMap((measure) => {
    const cited = new Set(plan.grounds.filter((g) => g.measureId === measure.id).map((g) => laws.lawOf(g.provision)?.key));
    return lawsStanding(measure, plan, laws)
      .filter((law) => !cited.has(law))
      .map((law) => reason('LAW_TOUCHED_WITHOUT_GROUND', cellId(measure.id, law)));
  });

export const whyNotStrikeOut = (law: string, line: string, touched: readonly TouchedLaw[]): Reason[] => [
  ...(touched.some((known) => known.law === law) ? [] : [reason('LAW_NOT_TOUCHED', law)]),
  ...(touched.some((known) => known.law === law && known.struckOut !== null) ? [reason('LAW_STRUCK_OUT_ALREADY', law)] : []),
  ...(isFilled(line) ? [] : [reason('REQUIRED', 'line')]),
];

type Touch = [law: string | null | undefined, origin: TouchOrigin];

const byOwner = (measure: MeasureFacts, household: HouseholdFacts): Touch[] =>
  household.involvements
    .filter((involvement) => involvement.id === measure.involvementId)
    .map((involvement) => [involvement.law, { kind: 'OWNER', involvementId: involvement.id }]);

const byProblems = (measure: MeasureFacts, household: HouseholdFacts): Touch[] =>
  household.involvements.flatMap((involvement): Touch[] => {
    const problemIds = involvement.problemIds.filter((problem) => measure.problemIds.includes(problem));
    return problemIds.length ? [[involvement.law, { kind: 'PROBLEM', involvementId: involvement.id, problemIds }]] : [];
  });

const byWaits = (measure: MeasureFacts, household: HouseholdFacts, laws: LawOf): Touch[] =>
  household.waits.flatMap(({ id, provision }): Touch[] =>
    provision !== null && measure.lifts.includes(id)
      ? [[laws.lawOf(provision)?.key, { kind: 'WAIT', waitId: id, provision }]]
      : [],
  );
