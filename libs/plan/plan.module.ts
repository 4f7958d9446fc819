import { Global, Module } from '@nestjs/common';
import { PlanReference } from './plan.reference';
import { PlanReferenceResolver } from './plan.reference.resolver';

@Global()
@Module({ providers: [PlanReference, PlanReferenceResolver], exports: [PlanReference] })
export class PlanModule {}
