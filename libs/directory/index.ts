export * from './directory.reference';
