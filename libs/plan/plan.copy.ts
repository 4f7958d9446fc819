import { CostLine, UnpricedItem } from '@doorbraak/cost';
import { type Id, type LocalDate, risingIds } from '@doorbraak/kernel';
import type { HouseholdRow } from '@doorbraak/platform';
import { CapacityFactor } from './capacity.entity';
import * as rows from './plan.entity';
import type { PlanBook } from './plan.load';
import { carriedOutAs, progressState, stepsOf } from './progress.rules';

type Into = { planId: Id; planOn: LocalDate; knownOn: LocalDate; stamp: (id: Id) => HouseholdRow };
export type Copied = { entity: new () => HouseholdRow; rows: HouseholdRow[] };

/**
 * What the next version of a plan begins with: everything but what was asked and said of the version before (who advises and decides, perspectives, positions, agreement, decision) and what goes on there (disputes, a no). A promise is still a promise: it is read with the next version, and how far a measure is too. Law
 * is cited anew, as it is valid and known on the days of the new version.
 */
export function copyOf(book: PlanBook, { planId, planOn, knownOn, stamp }: Into): Copied[] {
  // Lists are read in the order of their ids: each row gets its new one in that order, whoever names it first.
  const next = risingIds();
  const ids = new Map<Id, Id>();
  const fresh = (id: Id): Id => {
    const known = ids.get(id) ?? next();
    ids.set(id, known);
    return known;
  };
  for (const { id } of [...book.scenarios, ...book.measures, ...book.grounds, ...book.contradictions]) fresh(id);
  const copy = <Row extends HouseholdRow>(
    entity: new () => Row,
    of: readonly Row[],
    change: (row: Row) => Partial<Row> = () => ({}),
  ): Copied => ({
    entity,
    rows: of.map((row) => ({ ...row, ...change(row), ...stamp(fresh(row.id)), ...('version' in row ? { version: 1 } : {}) })),
  });
  const inPlan = { planId };
  /** A ground may name one that was withdrawn since. */
  const stands = (id: Id) => book.grounds.some((ground) => ground.id === id);
  const ofMeasure = ({ measureId }: { measureId: Id }) => ({ measureId: fresh(measureId) });
  const cost = ({ ownerId, measureId }: CostLine | UnpricedItem) => ({
    ownerId: fresh(ownerId),
    measureId: measureId && fresh(measureId),
  });
  return [
    copy(rows.Goal, book.goals, () => inPlan),
    copy(rows.Scenario, book.scenarios, () => inPlan),
    copy(CostLine, book.costLines, cost),
    copy(UnpricedItem, book.unpriced, cost),
    copy(rows.ReverseTestAnswer, book.reverseTest, () => inPlan),
    copy(rows.ValueJudgement, book.values, () => inPlan),
    // What was dropped would begin anew; everything else goes on as it is.
    copy(rows.Measure, book.measures, (measure) => ({
      ...inPlan,
      copiedFromId: progressState(stepsOf(measure, book.steps)) === 'DROPPED' ? null : carriedOutAs(measure),
    })),
    copy(rows.LawStruckOut, book.struckOut, ofMeasure),
    copy(rows.FundingShare, book.shares, ofMeasure),
    copy(rows.LegalGround, book.grounds, (ground) => ({
      ...ofMeasure(ground),
      validOn: planOn,
      knownOn,
      answers: ground.answers.filter(stands).map(fresh),
    })),
    copy(rows.Contradiction, book.contradictions, (one) => ({
      ...ofMeasure(one),
      a: fresh(one.a),
      b: fresh(one.b),
      resolvedVia: one.resolvedVia.filter(stands).map(fresh),
    })),
    copy(rows.DismissedPattern, book.dismissed, ofMeasure),
    copy(CapacityFactor, book.capacityFactors, () => inPlan),
  ];
}
