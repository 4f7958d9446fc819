import { CapacityFactor } from './capacity.entity';
import { Commitment } from './commitment.entity';
import { PlanDigest } from './digest.entity';
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
  PlanDigest,
];
export * from './asking.rules';
export * from './funding.rules';
export * from './plan.entity';
export * from './plan.module';
export * from './plan.reference';
export * from './plan-stage.rules';
export { PlanPaperService } from './paper.service';
export { placeOfPlan, PlanActs, type PlanAnswer } from './plan.act';
export { whyNotPrepared } from './decide.rules';
export { PlanBook, PlanBooks } from './plan.load';
export { wasLate } from './commitment.rules';
export { cameToNothing, progressState, stepsOf } from './progress.rules';
export { REPLACED, VISIBLE as PLANS_VISIBLE } from './plan.visibility';
export { PlanStageEnum } from './plan.types';
export { PlanDigests } from './digest.service';
export * from './plan.ports';
export { PlanReliance } from './reliance';
