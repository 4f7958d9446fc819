import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DoorError } from '@doorbraak/access';
import { newId, REFUSALS, type RefusalCode } from '@doorbraak/kernel';
import { describe, log } from '@doorbraak/platform';

/** Errors that belong to the language of GraphQL keep their code; what somebody wrote is wrong, not us. */
const OF_THE_QUESTION = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * One of our own codes: set by the door or the pipe, or thrown by a scalar. GraphQL puts a scalar's words behind its own, together with the
 * value that was wrong; that value may be a BSN, so only the code is taken from there.
 */
function refusalOf(formatted: GraphQLFormattedError, cause: unknown): RefusalCode | undefined {
  const own = cause instanceof GraphQLError ? cause.extensions['code'] : undefined;
  const found = [own, formatted.extensions?.['code'], ...formatted.message.matchAll(/\b([A-Z][A-Z_]+): /g)].map((one) =>
    Array.isArray(one) ? String(one[1]) : String(one),
  );
  return found.find((one): one is RefusalCode => one in REFUSALS);
}

/** Where in the variables: a place in one of them, or the variable itself. */
const placeOf = (message: string): string | undefined =>
  / at "([\w.[\]]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];

const problemAt = (path: string | undefined, code: RefusalCode) =>
  path === undefined ? {} : { problems: [{ path, code, ...REFUSALS[code] }] };

const QUOTES_A_VALUE = /got invalid value|cannot represent|^Value "/;
const WHAT_WAS_EXPECTED =
  /["\w]+ cannot represent [\w -]*value(?=:)|does not exist in "\w+" enum|Field "\w+" (?:of required type "[\w![\]]+" was not provided|is not defined by type "\w+")|Expected (?:non-nullable )?type "[\w![\]]+"/;

/** GraphQL repeats a value that is wrong, up to twice, and it may be a BSN: only where it was and what was expected go on. */
const withoutValue = (message: string): string => {
  if (!QUOTES_A_VALUE.test(message)) return message;
  const place = placeOf(message);
  return [`Invalid value${place ? ` at "${place}"` : ''}`, ...(WHAT_WAS_EXPECTED.exec(message) ?? [])].join('; ');
};

/** Every error has a stable code and both languages; what we did not foresee shows a number to quote, and nothing of the inside. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const at = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  const code = refusalOf(formatted, cause);
  if (code) {
    const { nl, en } = REFUSALS[code];
    const problems = formatted.extensions?.['problems'];
    const where = problems ? { problems } : problemAt(placeOf(formatted.message), code);
    return { message: `${code}: ${en}`, ...at, extensions: { code, nl, en, ...where } };
  }
  // The reader of GraphQL stops counting by itself, in words of its own.
  if (/^Syntax Error: Document contains more th.. \d+ tokens/.test(formatted.message))
    return formatError(new DoorError('QUERY_TOO_LARGE'), null);
  const question = String(formatted.extensions?.['code']);
  if (OF_THE_QUESTION.has(question)) {
    return {
      message: withoutValue(formatted.message),
      ...at,
      extensions: {
        code: question,
        nl: 'Deze vraag klopt niet. Kijk wat er bij message staat.',
        en: 'This question is not right. See the message.',
        ...problemAt(placeOf(formatted.message), 'BAD_INPUT'),
      },
    };
  }
  return { ...unforeseen(cause), ...at };
}

/** What we did not foresee: the client gets a number, the log the same number and what may be said of the error. */
export function unforeseen(error: unknown): GraphQLFormattedError {
  const number = newId();
  log.error({ number, ...describe(error) }, 'unforeseen');
  return {
    message: `INTERNAL ${number}`,
    extensions: {
      code: 'INTERNAL',
      number,
      nl: `Er ging bij ons iets mis. Noem dit nummer: ${number}`,
      en: `Something went wrong on our side. Quote this number: ${number}`,
    },
  };
}
