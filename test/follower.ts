import { WebSocket } from 'ws';
import type { Id } from '@doorbraak/kernel';

export type Change = {
  kind: 'BEGUN' | 'CHANGED' | 'RESYNC';
  household: Id | null;
  act: string | null;
  subject: Id | null;
  part: Id | null;
  version: number | null;
  mine: boolean;
};
type Message = { type: string; id?: string; payload?: unknown };
type Headers = Record<string, string>;

const ALL = '{ kind household act subject part version mine }';

/** Somebody with a real socket to the api, who speaks the protocol by hand so that it can also be broken. */
export class Follower {
  readonly messages: Message[] = [];
  /** Code and reason when the socket is over. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private waiting: (() => void)[] = [];
  private over = false;
  private number = 0;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()) as Message);
      this.wake();
    });
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => {
        this.over = true;
        resolve({ code, reason: reason.toString() });
        this.wake();
      }),
    );
  }

  /** An open socket of which nobody knows yet whose it is; or the status with which it was turned away. */
  static open(address: string, headers: Headers = {}, protocol = 'graphql-transport-ws'): Promise<Follower | number> {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, protocol, { headers });
    const follower = new Follower(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(follower));
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.on('error', reject);
    });
  }

  /** Known by a token, or by the cookie in the headers. */
  static async of(address: string, token?: string, headers: Headers = {}): Promise<Follower> {
    const follower = await Follower.open(address, headers);
    if (typeof follower === 'number') throw new Error(`turned away with ${follower}`);
    follower.introduce(token === undefined ? undefined : `Bearer ${token}`);
    await follower.until(({ type }) => type === 'connection_ack');
    return follower;
  }

  introduce(authorization?: unknown): void {
    this.send({ type: 'connection_init', ...(authorization === undefined ? {} : { payload: { authorization } }) });
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Asks for any document; what comes is read by its id. */
  ask(query: string, variables: object = {}): string {
    const id = String(++this.number);
    this.send({ type: 'subscribe', id, payload: { query, variables } });
    return id;
  }

  household(id: Id): string {
    return this.ask(`subscription ($id: ID!) { told: householdChanged(household: $id) ${ALL} }`, { id });
  }
  plan(id: Id): string {
    return this.ask(`subscription ($id: ID!) { told: planChanged(plan: $id) ${ALL} }`, { id });
  }
  myDay(): string {
    return this.ask(`subscription { told: myDayChanged ${ALL} }`);
  }

  /** What was told so far under this id. */
  told(id: string): Change[] {
    return this.messages.flatMap((one) => {
      if (one.id !== id || one.type !== 'next') return [];
      const { data } = one.payload as { data?: { told: Change } };
      return data ? [data.told] : [];
    });
  }

  isOver(id: string): boolean {
    return this.messages.some((one) => one.id === id && one.type === 'complete');
  }

  errors(id: string): string[] {
    const errors = this.messages.flatMap((one) => {
      if (one.id !== id) return [];
      return one.type === 'error' ? one.payload : ((one.payload as { errors?: unknown[] } | undefined)?.errors ?? []);
    }) as { extensions: { code: string } }[];
    return errors.map(({ extensions }) => extensions.code);
  }

  /** The changes told under this id, as soon as there are so many. */
  async changes(id: string, count: number): Promise<Change[]> {
    await this.until(() => this.told(id).length >= count, `${count} told`);
    return this.told(id);
  }

  async ended(id: string): Promise<Change[]> {
    await this.until(() => this.isOver(id), `the end of ${id}`);
    return this.told(id);
  }

  async until(isSo: (message: Message) => boolean, what = 'a message', within = 15_000): Promise<void> {
    const late = Date.now() + within;
    while (!(this.messages.some(isSo) || (this.messages.length === 0 && isSo({ type: '' })))) {
      if (this.over) throw new Error(`the socket is over before ${what}: ${JSON.stringify(await this.closed)}`);
      if (Date.now() > late) throw new Error(`${what} did not come: ${JSON.stringify(this.messages)}`);
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        setTimeout(resolve, 100);
      });
    }
  }

  /** Long enough for what would have been told to be told. */
  quiet = (ms = 300): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  close(): void {
    this.socket.terminate();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
