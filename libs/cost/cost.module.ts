import { Global, Module } from '@nestjs/common';
import { CostBooks } from './cost.load';
import { CostReference } from './cost.reference';
import { CostReferenceResolver } from './cost.reference.resolver';
import { CostService } from './cost.service';
import { OwnPrices } from './own-price.load';
import { OwnPriceResolver } from './own-price.resolver';
import { OwnPriceService } from './own-price.service';

@Global()
@Module({
  providers: [CostBooks, CostReference, CostReferenceResolver, CostService, OwnPrices, OwnPriceResolver, OwnPriceService],
  exports: [CostBooks, CostReference, CostService],
})
export class CostModule {}
