export * from './directory.entity';
export * from './directory.module';
export * from './directory.reference';
export { ConfidenceEnum } from './directory.reference.resolver';
export * from './founding';
export { SavedView } from './view.entity';
