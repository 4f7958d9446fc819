import type { Reason } from '@doorbraak/kernel';
import { isResolved } from './contradiction.rules';
import { whyNotJustified } from './decide.rules';
import { isAnswered, supportingLaws } from './ground.rules';
import {
  cellId,
  type DecidablePlan,
  type ForceState,
  type GroundFacts,
  type GroundRole,
  type LawBook,
  type MeasureFacts,
} from './plan.facts';
import { touchedLaws, type TouchOrigin } from './touched.rules';

export type MatrixGround = {
  groundId: string;
  provisionKey: string;
  role: GroundRole;
  roleReason: string | null;
  force: ForceState;
  answers: readonly string[];
  limitUnanswered: boolean;
};

/** Empty origins and no grounds: the measure has nothing to do with this law. */
export type MatrixCell = {
  id: string;
  lawKey: string;
  touchedBy: TouchOrigin[];
  struckOut: string | null;
  groundMissing: boolean;
  grounds: MatrixGround[];
};

/** Drawn under the row from cell to cell; both ends can be in one cell when an act contradicts itself. */
export type MatrixContradiction = {
  contradictionId: string;
  fromCell: string;
  toCell: string;
  groundA: string;
  groundB: string;
  resolvedVia: readonly string[];
  isResolved: boolean;
};

export type MatrixRow = {
  measureId: string;
  cells: MatrixCell[];
  contradictions: MatrixContradiction[];
  supportingLaws: string[];
  /** What is open in this row, in the words of the decision. */
  open: Reason[];
};

export type Matrix = { lawKeys: string[]; rows: MatrixRow[] };

/** Measures against the laws that they touch or cite, every cell filled in: a screen only has to draw. */
export function lawMatrix(plan: DecidablePlan, laws: LawBook): Matrix {
  const touched = plan.measures.flatMap((measure) => touchedLaws(measure, plan.household, laws).map((law) => law.lawKey));
  const present = new Set([...touched, ...plan.grounds.map((ground) => laws.lawOf(ground.provisionKey))]);
  const lawKeys = laws.lawKeys.filter((key) => present.has(key));
  const open = whyNotJustified(plan, laws);
  return { lawKeys, rows: plan.measures.map((measure) => rowOf(measure, plan, laws, lawKeys, open)) };
}

function rowOf(measure: MeasureFacts, plan: DecidablePlan, laws: LawBook, lawKeys: string[], open: Reason[]): MatrixRow {
  const touched = new Map(touchedLaws(measure, plan.household, laws).map((law) => [law.lawKey, law]));
  const grounds = plan.grounds.filter((ground) => ground.measureId === measure.id);
  const cells = lawKeys.map((lawKey): MatrixCell => {
    const law = touched.get(lawKey);
    const own = grounds.filter((ground) => laws.lawOf(ground.provisionKey) === lawKey);
    return {
      id: cellId(measure.id, lawKey),
      lawKey,
      touchedBy: law?.origins ?? [],
      struckOut: law?.struckOut ?? null,
      groundMissing: law !== undefined && law.struckOut === null && !own.length,
      grounds: own.map((ground) => inMatrix(ground, plan, laws)),
    };
  });
  const contradictions = contradictionsOf(measure, plan, cells);
  const here = new Set([
    measure.id,
    ...cells.map((cell) => cell.id),
    ...grounds.map((ground) => ground.id),
    ...contradictions.map(({ contradictionId }) => contradictionId),
  ]);
  return {
    measureId: measure.id,
    cells,
    contradictions,
    supportingLaws: supportingLaws(measure, grounds, laws),
    open: open.filter(({ about }) => about !== undefined && here.has(about)),
  };
}

const inMatrix = (ground: GroundFacts, plan: DecidablePlan, laws: LawBook): MatrixGround => ({
  groundId: ground.id,
  provisionKey: ground.provisionKey,
  role: ground.role,
  roleReason: ground.roleReason,
  force: laws.inForce(ground.provisionKey, plan.date),
  answers: ground.answers,
  limitUnanswered: ground.role === 'LIMIT' && !isAnswered(ground, plan),
});

function contradictionsOf(measure: MeasureFacts, plan: DecidablePlan, cells: MatrixCell[]): MatrixContradiction[] {
  const cellOf = (groundId: string) => cells.find((cell) => cell.grounds.some((ground) => ground.groundId === groundId))?.id;
  return plan.contradictions
    .filter((contradiction) => contradiction.measureId === measure.id)
    .flatMap((contradiction) => {
      const fromCell = cellOf(contradiction.groundA);
      const toCell = cellOf(contradiction.groundB);
      if (fromCell === undefined || toCell === undefined) return [];
      const { id: contradictionId, groundA, groundB, resolvedVia } = contradiction;
      return [
        { contradictionId, fromCell, toCell, groundA, groundB, resolvedVia, isResolved: isResolved(contradiction, plan.grounds) },
      ];
    });
}
