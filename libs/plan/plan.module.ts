import { Global, Module } from '@nestjs/common';
import { PlanActs } from './plan.act';
import { PlanBooks } from './plan.load';
import { PlanReference } from './plan.reference';
import { PlanReferenceResolver } from './plan.reference.resolver';

@Global()
@Module({ providers: [PlanActs, PlanBooks, PlanReference, PlanReferenceResolver], exports: [PlanReference] })
export class PlanModule {}
