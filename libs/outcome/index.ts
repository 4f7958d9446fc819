export * from './outcome.module';

export const OUTCOME_ENTITIES = [];
