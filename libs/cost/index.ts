export * from './cost.reference';
