import { GraphQLError } from 'graphql';
import { REFUSALS, type RefusalCode } from '@doorbraak/kernel';

/** A refusal at the door: not a result of the trade but an error of the request, with the same codes and sentences. */
export class DoorError extends GraphQLError {
  constructor(code: RefusalCode, more: Record<string, unknown> = {}) {
    super(`${code}: ${REFUSALS[code].en}`, { extensions: { code, nl: REFUSALS[code].nl, en: REFUSALS[code].en, ...more } });
  }
}
