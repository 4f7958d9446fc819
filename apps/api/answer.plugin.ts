import type { ApolloServerPlugin } from '@apollo/server';
import { log } from '@doorbraak/platform';
import type { ApiContext } from './api.context';
import { unforeseen } from './graphql.errors';

/** More errors than this help nobody, and make a long answer to a short nonsense. */
const MOST_ERRORS = 20;

/**
 * The answer leaves after what it serves has been written down and committed. When that fails there is no answer: a read that cannot be
 * accounted for did not happen.
 */
export const answerPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart() {
    const started = performance.now();
    return Promise.resolve({
      async willSendResponse({ contextValue, response, errors }) {
        const operation = contextValue.begun();
        try {
          await operation?.finish();
        } catch (error) {
          response.body = { kind: 'single', singleResult: { errors: [unforeseen(error)] } };
        }
        if (response.body.kind === 'single' && response.body.singleResult.errors)
          response.body.singleResult.errors = response.body.singleResult.errors.slice(0, MOST_ERRORS);
        const codes = errors?.map((one) => one.extensions['code']);
        log.info(
          {
            request: operation?.request,
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
