export * from './cost.reference';
export * from './cost.rules';
