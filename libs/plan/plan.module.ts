import { Global, Module } from '@nestjs/common';
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
import { UnlockResolver } from './unlock.resolver';

@Global()
@Module({
  providers: [
    GroundCitationResolver,
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
    PositionStateResolver,
    ScenarioResolver,
    UnlockResolver,
  ],
  exports: [PlanReference],
})
export class PlanModule {}
