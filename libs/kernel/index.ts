export * from './bsn';
export * from './day';
export * from './id';
export * from './money';
export * from './period';
export * from './refusals';
export * from './text';
export * from './working-days';
