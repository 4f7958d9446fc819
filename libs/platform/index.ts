export * from './platform.reference';
export * from './reference.loader';
export * from './reference.rules';
export * from './reference.store';
