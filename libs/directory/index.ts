export * from './directory.entity';
export * from './directory.module';
export * from './directory.reference';
export * from './founding';
