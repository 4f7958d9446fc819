import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { guardSchema } from '@doorbraak/access';
import { newId, REFUSALS, type RefusalCode } from '@doorbraak/kernel';
import { describe, log } from '@doorbraak/platform';
import { answerPlugin } from './answer.plugin';
import type { ApiContext, SignedInRequest } from './api.context';

/** Set from the largest lawful question (the map and plan of a household of 25 problems and 25 agencies), with room to spare. */
const armor = new ApolloArmor({
  maxDepth: { n: 12 },
  maxAliases: { n: 15 },
  maxDirectives: { n: 20 },
  maxTokens: { n: 3000 },
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: true },
});

/** Errors that belong to the language of GraphQL keep their code; what somebody wrote is wrong, not us. */
const OF_THE_QUESTION = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
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
    const field = / at "([^"]+)"/.exec(formatted.message)?.[1];
    const problems = formatted.extensions?.['problems'] ?? (field ? [{ path: field, code, nl, en }] : undefined);
    return { message: `${code}: ${en}`, ...at, extensions: { code, nl, en, ...(problems ? { problems } : {}) } };
  }
  const question = String(formatted.extensions?.['code']);
  if (OF_THE_QUESTION.has(question)) {
    const message = formatted.message.replace(/got invalid value .+?(?=;| at ")/s, 'got an invalid value');
    return {
      message,
      ...at,
      extensions: {
        code: question,
        nl: 'Deze vraag klopt niet. Kijk wat er bij message staat.',
        en: 'This question is not right. See the message.',
      },
    };
  }
  // Limits of graphql-armor are plain GraphQL errors without a code.
  if (cause instanceof GraphQLError && /limit|exceed|too many/i.test(cause.message)) {
    return { message: 'QUERY_TOO_LARGE', ...at, extensions: { code: 'QUERY_TOO_LARGE', ...REFUSALS.QUERY_TOO_LARGE } };
  }
  const number = newId();
  log.error({ number, ...describe(cause) }, 'unforeseen');
  return {
    message: `INTERNAL ${number}`,
    ...at,
    extensions: {
      code: 'INTERNAL',
      number,
      nl: `Er ging bij ons iets mis. Noem dit nummer: ${number}`,
      en: `Something went wrong on our side. Quote this number: ${number}`,
    },
  };
}

export function graphqlOptions(context: (request: { req: SignedInRequest }) => Promise<ApiContext>): ApolloDriverConfig {
  const protection = armor.protect();
  return {
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: guardSchema,
    transformAutoSchemaFile: false,
    playground: false,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError,
    context,
    fieldResolverEnhancers: [],
    // Apollo declares its types twice, for ES modules (Nest) and CommonJS (us); the plugins are the same.
    plugins: [ApolloServerPluginCacheControlDisabled(), ...protection.plugins, answerPlugin] as unknown as NonNullable<
      ApolloDriverConfig['plugins']
    >,
    validationRules: protection.validationRules,
  };
}
