export * from './cost.reference';
export * from './cost.rules';
export { type UnitCost } from './cost.reference';
