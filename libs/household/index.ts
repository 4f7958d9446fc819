export * from './household.reference';
