import { CostLine, UnpricedItem } from './cost.entity';
import { OwnUnitCost } from './own-price.entity';

export const COST_ENTITIES = [CostLine, UnpricedItem, OwnUnitCost];
export * from './cost.entity';
export * from './cost.load';
export * from './cost.module';
export * from './cost.reference';
export * from './cost.rules';
export { VISIBLE as COSTS_VISIBLE } from './cost.visibility';
export * from './plausible.rules';
export { type CostRow, CostService } from './cost.service';
export { CostTotalsType, PayerAmountType } from './cost.types';
