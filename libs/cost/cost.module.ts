import { Global, Module } from '@nestjs/common';
import { CostReference } from './cost.reference';
import { CostReferenceResolver } from './cost.reference.resolver';

@Global()
@Module({ providers: [CostReference, CostReferenceResolver], exports: [CostReference] })
export class CostModule {}
