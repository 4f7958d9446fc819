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

/**
 * What of an error may be logged. Its message may not: a database quotes the value that did not fit. Where it happened may: the lines of
 * the stack below the message are file names of ours.
 */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: error.name, code, constraint, table, at: at.slice(0, 12) };
}

/** Lets Nest speak through the same log; its start-up chatter is at debug. It hands over whole errors, which may not be written out. */
export const nestLogger: LoggerService = {
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  debug: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  verbose: (message: unknown, context?: string) => log.trace({ context }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (error: unknown, _stack?: string, context?: string) =>
    log.debug({ context, ...describe(error) }, 'seen by the framework'),
};
