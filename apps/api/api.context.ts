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

export type ContextParts = { accounts: AccountDirectory; work: UnitOfWork; log: DecisionLog; configuration: Configuration };

/** The context of one GraphQL request: one operation of one actor, or a clear answer why there is none. */
export class ApiContext implements GraphqlContext {
  private who: Operation | DoorError = new DoorError('NOT_SIGNED_IN');

  private constructor(
    private readonly signedIn: SignedIn | undefined,
    private readonly parts: ContextParts,
  ) {}

  operation(): Operation {
    if (this.who instanceof DoorError) throw this.who;
    return this.who;
  }

  begun(): Operation | undefined {
    return this.who instanceof DoorError ? undefined : this.who;
  }

  async again(): Promise<Operation | null> {
    if (!this.signedIn) return null;
    const { accounts, work, log, configuration } = this.parts;
    const account = await accounts.find(this.signedIn);
    this.who = account
      ? new Operation(actorOf(account, new Date()), configuration.DOORBRAAK_CONTEXT_KEY, work, log)
      : new DoorError('UNKNOWN_ACCOUNT');
    return this.begun() ?? null;
  }

  static async of(signedIn: SignedIn | undefined, parts: ContextParts): Promise<ApiContext> {
    const context = new ApiContext(signedIn, parts);
    await context.again();
    return context;
  }
}
