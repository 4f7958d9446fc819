import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { guardSchema } from '@doorbraak/access';
import { newId, REFUSALS, type RefusalCode } from '@doorbraak/kernel';
import { log } from '@doorbraak/platform';
import { answerPlugin } from './answer.plugin';

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
const OF_THE_QUESTION = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

/** Every error has a stable code and both languages; what we did not foresee shows a number to quote, and nothing of the inside. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL');
  const at = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
  if (code in REFUSALS) {
    const { nl, en } = REFUSALS[code as RefusalCode];
    const problems = formatted.extensions?.['problems'];
    return { message: formatted.message, ...at, extensions: { code, nl, en, ...(problems ? { problems } : {}) } };
  }
  if (OF_THE_QUESTION.has(code)) {
    return { message: formatted.message, ...at, extensions: { code, nl: 'Deze vraag klopt niet. Kijk wat er staat bij message.', en: 'This question is not right. See the message.' } };
  }
  // Limits of graphql-armor are plain GraphQL errors without a code.
  if (cause instanceof GraphQLError && /limit|exceed|too many/i.test(cause.message)) {
    return { message: 'QUERY_TOO_LARGE', ...at, extensions: { code: 'QUERY_TOO_LARGE', ...REFUSALS.QUERY_TOO_LARGE } };
  }
  const number = newId();
  log.error({ number, error: (cause as Error | undefined)?.message, stack: (cause as Error | undefined)?.stack }, 'unforeseen');
  return {
    message: `INTERNAL ${number}`,
    ...at,
    extensions: { code: 'INTERNAL', number, nl: `Er ging bij ons iets mis. Noem dit nummer: ${number}`, en: `Something went wrong on our side. Quote this number: ${number}` },
  };
}

export function graphqlOptions(context: ApolloDriverConfig['context']): ApolloDriverConfig {
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
    plugins: [ApolloServerPluginCacheControlDisabled(), ...protection.plugins, answerPlugin] as unknown as NonNullable<ApolloDriverConfig['plugins']>,
    validationRules: protection.validationRules,
  };
}
