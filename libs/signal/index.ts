export * from './signal.module';

export const SIGNAL_ENTITIES = [];
