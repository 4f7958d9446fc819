export * from './cost.module';
export * from './cost.reference';
export * from './cost.rules';
export * from './cost.entity';
