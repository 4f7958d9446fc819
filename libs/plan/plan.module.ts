import { Global, Module } from '@nestjs/common';
import { AgreementResolver } from './agreement.resolver';
import { AgreementService } from './agreement.service';
import { AssessmentResolver } from './assessment.resolver';
import { AssessmentService } from './assessment.service';
import { DecisionResolver } from './decision.resolver';
import { DecisionService } from './decision.service';
import { GroundResolver } from './ground.resolver';
import { GroundService } from './ground.service';
import { InterventionCostService } from './intervention-cost.service';
import { MeasureService } from './measure.service';
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
import { QuestionService } from './question.service';
import { UnlockResolver } from './unlock.resolver';

@Global()
@Module({
  providers: [
    AgreementResolver,
    AgreementService,
    AssessmentResolver,
    AssessmentService,
    DecisionResolver,
    DecisionService,
    GroundCitationResolver,
    GroundResolver,
    GroundService,
    InterventionCostService,
    MeasureResolver,
    MeasureService,
    PlanActs,
    PlanBooks,
    PlanFieldsResolver,
    PlanReference,
    PlanReferenceResolver,
    PlanResolver,
    PlanService,
    PositionResolver,
    PositionService,
    PositionStateResolver,
    QuestionService,
    ScenarioResolver,
    UnlockResolver,
  ],
  exports: [PlanActs, PlanBooks, PlanReference],
})
export class PlanModule {}
