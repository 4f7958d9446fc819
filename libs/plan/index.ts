export * from './plan.reference';
