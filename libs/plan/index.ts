import { CapacityFactor } from './capacity.entity';
import { Commitment } from './commitment.entity';
import { Dispute } from './dispute.entity';
import { Escalation } from './ladder.entity';
import * as rows from './plan.entity';
import { MeasureStep } from './progress.entity';
import { AgencyRefusal } from './refusal.entity';

export const PLAN_ENTITIES = [
  rows.BreakthroughPlan,
  rows.Asked,
  rows.Goal,
  rows.Scenario,
  rows.ReverseTestAnswer,
  rows.ValueJudgement,
  rows.PerspectiveAssessment,
  rows.Measure,
  rows.LawStruckOut,
  rows.FundingShare,
  rows.LegalGround,
  rows.Contradiction,
  rows.DismissedPattern,
  rows.AgencyPosition,
  rows.Agreement,
  CapacityFactor,
  Dispute,
  Escalation,
  Commitment,
  AgencyRefusal,
  MeasureStep,
];
export * from './agreement.rules';
export * from './asking.rules';
export * from './commitment.entity';
export * from './commitment.rules';
export * from './contradiction.rules';
export * from './decide.rules';
export * from './dispute.rules';
export * from './funding.rules';
export * from './ground.rules';
export * from './ladder.rules';
export * from './mandate.rules';
export * from './matrix.rules';
export * from './perspective.rules';
export * from './plan-stage.rules';
export * from './plan.entity';
export * from './plan.facts';
export * from './plan.module';
export * from './plan.reference';
export * from './position.rules';
export * from './progress.entity';
export * from './progress.rules';
export * from './refusal.entity';
export * from './refusal.rules';
export * from './touched.rules';
export * from './warning.rules';
export { placeOfPlan, PlanActs, type PlanAnswer, roomFor } from './plan.act';
export { type PlanBook, PlanBooks } from './plan.load';
export { PlanReliance } from './reliance';
