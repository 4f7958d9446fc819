import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { guardSchema } from '@doorbraak/access';
import { type Configuration, type Metrics } from '@doorbraak/platform';
import { answerPlugin } from './answer.plugin';
import type { Request } from 'express';
import type { ApiContext } from './api.context';
import { formatError } from './graphql.errors';
import { introspectionForKnownPeople } from './introspection.plugin';
import { notTooDear } from './query-cost.plugin';
import { MOST_TOKENS, notTooLarge } from './query-size.rule';
import { followingOverSocketOnly } from './transport.plugin';

export function graphqlOptions(
  context: (request: { req: Request }) => Promise<ApiContext>,
  metrics: Metrics,
  configuration: Pick<Configuration, 'NODE_ENV'>,
): ApolloDriverConfig {
  const plugins = [
    ApolloServerPluginCacheControlDisabled(),
    answerPlugin(metrics, configuration),
    followingOverSocketOnly,
    notTooDear,
    ...(configuration.NODE_ENV === 'production' ? [introspectionForKnownPeople] : []),
  ];
  return {
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: guardSchema,
    transformAutoSchemaFile: false,
    playground: false,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError,
    context,
    fieldResolverEnhancers: [],
    // Apollo declares its types twice, for ES modules (Nest) and CommonJS (us); the plugins are the same.
    plugins: plugins as unknown as NonNullable<ApolloDriverConfig['plugins']>,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [notTooLarge],
  };
}
