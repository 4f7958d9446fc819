export * from './cost.rules';
