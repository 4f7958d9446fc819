import { Global, Module } from '@nestjs/common';
import { CostBooks } from './cost.load';
import { CostReference } from './cost.reference';
import { CostReferenceResolver } from './cost.reference.resolver';

@Global()
@Module({ providers: [CostBooks, CostReference, CostReferenceResolver], exports: [CostBooks, CostReference] })
export class CostModule {}
