import type { Reason } from '@doorbraak/kernel';
import type { InForce, ProvisionRole } from '@doorbraak/law';
import { isResolved } from './contradiction.rules';
import { whyNotJustified } from './decide.rules';
import { isAnswered, supportingLaws } from './ground.rules';
import { cellId, type DecidablePlan, type GroundFacts, type LawBook, type MeasureFacts } from './plan.facts';
import { touchedLaws, type TouchOrigin } from './touched.rules';

export type MatrixGround = {
  groundId: string;
  provision: string;
  role: ProvisionRole;
  overrideReason: string | null;
  force: InForce;
  answers: readonly string[];
  limitUnanswered: boolean;
};

/** Empty origins and no grounds: the measure has nothing to do with this law. */
export type MatrixCell = {
  id: string;
  law: string;
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
  a: string;
  b: string;
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

export type Matrix = { laws: string[]; rows: MatrixRow[] };

/** Measures against the laws that they touch or cite, every cell filled in: a screen only has to draw. */
export function lawMatrix(plan: DecidablePlan, laws: LawBook): Matrix {
  const touched = plan.measures.flatMap((measure) => touchedLaws(measure, plan, laws).map(({ law }) => law));
  const cited = plan.grounds.map((ground) => laws.lawOf(ground.provision)?.key).filter((law) => law !== undefined);
  const columns = inOrder([...touched, ...cited], laws);
  const open = whyNotJustified(plan, laws);
  return { laws: columns, rows: plan.measures.map((measure) => rowOf(measure, plan, laws, columns, open)) };
}

/** In the order of the catalogue; a law that has left it since still has its column, at the end. */
function inOrder(present: string[], laws: LawBook): string[] {
  const known = laws.laws({ examples: true }).map(({ key }) => key);
  const here = new Set(present);
  return [...known.filter((key) => here.has(key)), ...[...here].filter((key) => !known.includes(key)).sort()];
}

function rowOf(measure: MeasureFacts, plan: DecidablePlan, laws: LawBook, columns: string[], open: Reason[]): MatrixRow {
  const touched = new Map(touchedLaws(measure, plan, laws).map((law) => [law.law, law]));
  const grounds = plan.grounds.filter((ground) => ground.measureId === measure.id);
  const cells = columns.map((law): MatrixCell => {
    const touch = touched.get(law);
    const own = grounds.filter((ground) => laws.lawOf(ground.provision)?.key === law);
    return {
      id: cellId(measure.id, law),
      law,
      touchedBy: touch?.origins ?? [],
      struckOut: touch?.struckOut ?? null,
      groundMissing: touch !== undefined && touch.struckOut === null && !own.length,
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
    supportingLaws: supportingLaws(measure, grounds, laws).map(({ key }) => key),
    open: open.filter(({ about }) => about !== undefined && here.has(about)),
  };
}

const inMatrix = (ground: GroundFacts, plan: DecidablePlan, laws: LawBook): MatrixGround => ({
  groundId: ground.id,
  provision: ground.provision,
  role: ground.role,
  overrideReason: ground.overrideReason,
  force: laws.inForce(ground.provision, plan.planOn, ground.knownOn),
  answers: ground.answers,
  limitUnanswered: ground.role === 'LIMIT' && !isAnswered(ground, plan),
});

function contradictionsOf(measure: MeasureFacts, plan: DecidablePlan, cells: MatrixCell[]): MatrixContradiction[] {
  const cellOf = (groundId: string) => cells.find((cell) => cell.grounds.some((ground) => ground.groundId === groundId))?.id;
  return plan.contradictions
    .filter((contradiction) => contradiction.measureId === measure.id)
    .flatMap((contradiction) => {
      const fromCell = cellOf(contradiction.a);
      const toCell = cellOf(contradiction.b);
      if (fromCell === undefined || toCell === undefined) return [];
      const { id: contradictionId, a, b, resolvedVia } = contradiction;
      return [{ contradictionId, fromCell, toCell, a, b, resolvedVia, isResolved: isResolved(contradiction, plan.grounds) }];
    });
}
