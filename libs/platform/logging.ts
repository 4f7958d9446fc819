import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/**
 * One line of JSON per event. What a line may hold is listed, not filtered: a request id, an operation name, a code, a duration.
 * Arguments, variables, answers, headers and names never go in, so no personal data can leak by a log.
 */
export const log: Logger = pino({
  level: process.env['LOG_LEVEL'] ?? (process.env['NODE_ENV'] === 'test' ? 'silent' : 'info'),
  base: { app: 'doorbraak' },
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** Lets Nest speak through the same log; its start-up chatter is at debug. */
export const nestLogger: LoggerService = {
  log: (message: string, context?: string) => log.debug({ context }, message),
  debug: (message: string, context?: string) => log.debug({ context }, message),
  verbose: (message: string, context?: string) => log.trace({ context }, message),
  warn: (message: string, context?: string) => log.warn({ context }, message),
  error: (message: string, stack?: string, context?: string) => log.error({ context, stack }, message),
};
