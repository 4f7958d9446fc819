import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { DoorError } from '@doorbraak/access';
import type { ApiContext } from './api.context';

/** What goes on has the socket; over HTTP it would be answered once, with nothing. */
export const followingOverSocketOnly: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
          throw new DoorError('WRONG_TRANSPORT', { http: { status: 400 } });
        return Promise.resolve();
      },
    }),
};
