import type { ApolloServerPlugin } from '@apollo/server';
import { visit } from 'graphql';
import { DoorError } from '@doorbraak/access';
import type { ApiContext } from './api.context';

/** The schema is no secret, it is published; but in production only who is known here may have it computed. */
export const introspectionForKnownPeople: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, contextValue }) {
        let asks = false;
        visit(document, { Field: ({ name }) => void (asks ||= name.value === '__schema' || name.value === '__type') });
        if (asks && !contextValue.begun()) throw new DoorError('NOT_SIGNED_IN', { http: { status: 401 } });
        return Promise.resolve();
      },
    }),
};
