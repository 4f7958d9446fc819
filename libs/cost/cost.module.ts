import { Global, Module } from '@nestjs/common';
import { CostBooks } from './cost.load';
import { CostReference } from './cost.reference';
import { CostReferenceResolver } from './cost.reference.resolver';
import { CostService } from './cost.service';

@Global()
@Module({
  providers: [CostBooks, CostReference, CostReferenceResolver, CostService],
  exports: [CostBooks, CostReference, CostService],
})
export class CostModule {}
