export * from './audit.log';
