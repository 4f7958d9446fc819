import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { describe, log } from '@doorbraak/platform';
import type { ApiContext } from './api.context';

/**
 * The answer leaves after what it serves has been written down and committed. When that fails there is no answer: a read that cannot be
 * accounted for did not happen.
 */
export const answerPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart() {
    const started = performance.now();
    return Promise.resolve({
      async willSendResponse({ contextValue, response, operationName, errors }) {
        const operation = contextValue.begun();
        try {
          await operation?.finish();
        } catch (error) {
          log.error({ request: operation?.request, ...describe(error) }, 'the access log could not be written');
          response.body = {
            kind: 'single',
            singleResult: { errors: [new GraphQLError('INTERNAL', { extensions: { code: 'INTERNAL' } }).toJSON()] },
          };
        }
        const codes = errors?.map((one) => one.extensions['code']);
        log.info(
          {
            request: operation?.request,
            operation: operationName ?? null,
            acts: operation?.acts,
            ms: Math.round(performance.now() - started),
            codes,
          },
          'graphql',
        );
      },
    });
  },
};
