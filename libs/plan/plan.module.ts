import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '@doorbraak/platform';
import { AgreementResolver } from './agreement.resolver';
import { AgreementService } from './agreement.service';
import { AssessmentResolver } from './assessment.resolver';
import { AssessmentService } from './assessment.service';
import { CapacityResolver } from './capacity.resolver';
import { CapacityService } from './capacity.service';
import { CommitmentResolver, PlanCommitmentsResolver } from './commitment.resolver';
import { CommitmentService } from './commitment.service';
import { CostWarningResolver } from './cost-warning.resolver';
import { DayResolver } from './day.resolver';
import { DayService } from './day.service';
import { PlanDigests } from './digest.service';
import { DecisionResolver } from './decision.resolver';
import { DecisionService } from './decision.service';
import { DisputeResolver, DisputeStateResolver, DisputedShareResolver } from './dispute.resolver';
import { DisputeService } from './dispute.service';
import { GroundResolver } from './ground.resolver';
import { GroundService } from './ground.service';
import { InterventionCostService } from './intervention-cost.service';
import { InterventionCostResolver } from './intervention-cost.resolver';
import { LadderResolver } from './ladder.resolver';
import { LadderService } from './ladder.service';
import { LiveResolver } from './live.resolver';
import { LiveService } from './live.service';
import { MeasureService } from './measure.service';
import { PlanPaperService } from './paper.service';
import { PlanActs } from './plan.act';
import { PlanFieldsResolver } from './plan.fields.resolver';
import { PlanBooks } from './plan.load';
import { GroundCitationResolver, MeasureResolver, PositionStateResolver, ScenarioResolver } from './plan.parts.resolver';
import { PlanReference } from './plan.reference';
import { PlanReferenceResolver } from './plan.reference.resolver';
import { PlanResolver } from './plan.resolver';
import { PlanService } from './plan.service';
import { PositionResolver } from './position.resolver';
import { PositionService } from './position.service';
import { ProgressResolver } from './progress.resolver';
import { ProgressService } from './progress.service';
import { AgencyTasksResolver } from './question.resolver';
import { QuestionService } from './question.service';
import { ReadabilityResolver } from './readability.resolver';
import { PlanRefusalsResolver, RefusalResolver } from './refusal.resolver';
import { RefusalService } from './refusal.service';
import { PlanReliance } from './reliance';
import { SearchResolver } from './search.resolver';
import { SearchService } from './search.service';
import { UnlockResolver } from './unlock.resolver';
import { WithdrawResolver } from './withdraw.resolver';
import { WithdrawService } from './withdraw.service';
import { WorkListResolver } from './work-list.resolver';
import { SILENT_DAYS, WorkListService } from './work-list.service';

@Global()
@Module({
  providers: [
    AgencyTasksResolver,
    AgreementResolver,
    AgreementService,
    AssessmentResolver,
    AssessmentService,
    CapacityResolver,
    CapacityService,
    CommitmentResolver,
    CommitmentService,
    CostWarningResolver,
    DayResolver,
    DayService,
    DecisionResolver,
    DecisionService,
    DisputeResolver,
    DisputeService,
    DisputeStateResolver,
    GroundCitationResolver,
    GroundResolver,
    InterventionCostResolver,
    GroundService,
    InterventionCostService,
    LadderResolver,
    LadderService,
    LiveResolver,
    LiveService,
    MeasureResolver,
    MeasureService,
    PlanActs,
    PlanBooks,
    PlanDigests,
    PlanCommitmentsResolver,
    PlanFieldsResolver,
    PlanPaperService,
    PlanReference,
    PlanReliance,
    PlanReferenceResolver,
    PlanRefusalsResolver,
    PlanResolver,
    PlanService,
    PositionResolver,
    PositionService,
    PositionStateResolver,
    ProgressResolver,
    ProgressService,
    DisputedShareResolver,
    QuestionService,
    ReadabilityResolver,
    RefusalResolver,
    RefusalService,
    ScenarioResolver,
    SearchResolver,
    SearchService,
    UnlockResolver,
    WithdrawResolver,
    WithdrawService,
    WorkListResolver,
    WorkListService,
    { provide: SILENT_DAYS, inject: [CONFIGURATION], useFactory: (set: Configuration) => set.SILENT_AFTER_DAYS },
  ],
  exports: [PlanActs, PlanBooks, PlanDigests, PlanPaperService, PlanReference, PlanReliance],
})
export class PlanModule {}
