import { Global, Module } from '@nestjs/common';
import { AgreementResolver } from './agreement.resolver';
import { AgreementService } from './agreement.service';
import { AssessmentResolver } from './assessment.resolver';
import { AssessmentService } from './assessment.service';
import { DecisionResolver } from './decision.resolver';
import { DecisionService } from './decision.service';
import { GroundResolver } from './ground.resolver';
import { GroundService } from './ground.service';
import { PlanActs } from './plan.act';
import { PlanBooks } from './plan.load';
import { PlanReference } from './plan.reference';
import { PlanReferenceResolver } from './plan.reference.resolver';
import { PositionResolver } from './position.resolver';
import { PositionService } from './position.service';
import { QuestionService } from './question.service';

@Global()
@Module({
  providers: [
    PlanActs,
    PlanBooks,
    PlanReference,
    PlanReferenceResolver,
    GroundService,
    GroundResolver,
    AssessmentService,
    AssessmentResolver,
    PositionService,
    PositionResolver,
    QuestionService,
    AgreementService,
    AgreementResolver,
    DecisionService,
    DecisionResolver,
  ],
  exports: [PlanReference],
})
export class PlanModule {}
