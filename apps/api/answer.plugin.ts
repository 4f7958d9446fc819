import type { ApolloServerPlugin } from '@apollo/server';
import { log, type Configuration, type Metrics } from '@doorbraak/platform';
import type { ApiContext } from './api.context';
import { unforeseen } from './graphql.errors';

/** More errors than this help nobody, and make a long answer to a short nonsense. */
const MOST_ERRORS = 20;
/** Whoever waits longer wants to know where the time went; in milliseconds. */
const SLOW = 1000;

/**
 * The answer leaves after what it serves has been written down and committed. When that fails there is no answer: a read that cannot be
 * accounted for did not happen. Then it is told, without anything of its contents, how long it took and how much of that was the database.
 */
export const answerPlugin = (
  metrics: Metrics,
  { NODE_ENV }: Pick<Configuration, 'NODE_ENV'>,
): ApolloServerPlugin<ApiContext> => ({
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
        const ms = performance.now() - started;
        const { statements, ms: database } = operation?.spent ?? { statements: 0, ms: 0 };
        log[ms < SLOW ? 'info' : 'warn'](
          {
            request: operation?.request,
            acts: operation?.acts,
            ms: Math.round(ms),
            database: { statements, ms: Math.round(database) },
            codes,
          },
          'graphql',
        );
        metrics.operations.observe({ act: kindOf(operation?.acts), outcome: errors ? 'refused' : 'answered' }, ms / 1000);
        metrics.databaseSeconds.observe(database / 1000);
        metrics.statements.observe(statements);
        if (NODE_ENV !== 'production')
          response.http.headers.set(
            'server-timing',
            `database;dur=${database.toFixed(1)};desc="${statements} statements", total;dur=${ms.toFixed(1)}`,
          );
      },
    });
  },
});

/** Names of the schema; a question that asks several things at once is a kind of its own, or there would be as many kinds as questions. */
const kindOf = (acts: readonly string[] = []): string => (acts.length > 1 ? 'several' : (acts[0] ?? 'none'));
