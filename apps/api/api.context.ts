import type { Request } from 'express';
import {
  actorOf,
  DoorError,
  Operation,
  type AccountDirectory,
  type DecisionLog,
  type GraphqlContext,
  type SignedIn,
} from '@doorbraak/access';
import type { Configuration, UnitOfWork } from '@doorbraak/platform';

export type SignedInRequest = Request & { signedIn?: SignedIn };

/** The context of one GraphQL request: one operation of one actor, or a clear answer why there is none. */
export class ApiContext implements GraphqlContext {
  private constructor(private readonly who: Operation | DoorError) {}

  operation(): Operation {
    if (this.who instanceof DoorError) throw this.who;
    return this.who;
  }

  begun(): Operation | undefined {
    return this.who instanceof DoorError ? undefined : this.who;
  }

  static async of(
    request: SignedInRequest,
    parts: { accounts: AccountDirectory; work: UnitOfWork; log: DecisionLog; configuration: Configuration },
  ): Promise<ApiContext> {
    if (!request.signedIn) return new ApiContext(new DoorError('NOT_SIGNED_IN'));
    const account = await parts.accounts.find(request.signedIn);
    if (!account) return new ApiContext(new DoorError('UNKNOWN_ACCOUNT'));
    return new ApiContext(
      new Operation(actorOf(account, new Date()), parts.configuration.DOORBRAAK_CONTEXT_KEY, parts.work, parts.log),
    );
  }
}
