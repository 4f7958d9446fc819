import { type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import {
  ACCOUNT_DIRECTORY,
  type AccountDirectory,
  DECISION_LOG,
  type DecisionLog,
  DoorError,
  IDENTITIES,
  type Identities,
  isSameOrigin,
  type SignedInUntil,
} from '@doorbraak/access';
import type { RefusalCode } from '@doorbraak/kernel';
import { CONFIGURATION, type Configuration, describe, log, Metrics, UnitOfWork } from '@doorbraak/platform';
import { ApiContext } from './api.context';
import { formatError } from './graphql.errors';
import { isTooDeep } from './request.limits';
import { subscriptionOf } from './subscription.rule';

const PATH = '/graphql';
/** A question to follow something is a few lines. */
const MOST_BYTES = 16 * 1024;
const MOST_SUBSCRIPTIONS = 20;
const MOST_SOCKETS = 20;
/** Sockets of which it is not known yet whose they are. */
const MOST_STRANGERS = 200;
const MOST_MESSAGES = { count: 200, within: 10_000 };
const INTRODUCTION = 3000;
const KEEP_ALIVE = 12_000;
/** Whose account was taken away is gone within this time; half of what is promised. */
const SWEEP = 5000;
const LEAVE_TAKING = 1000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Codes of our own for the reasons in the list of refusals, beside those of the protocol. */
const TOO_MANY = 4429;
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;

type Extra = { request: IncomingMessage; socket: WebSocket; who?: SignedInUntil };

/**
 * Subscriptions over a socket. A socket belongs to one person, as the session cookie or a bearer token says at its begin; it ends with that
 * session or token, and within seconds when the account is taken away. Rights are no part of it: they are asked for each thing told.
 */
@Injectable()
export class Sockets implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  private readonly known = new Map<string, Set<Extra>>();
  private strangers = 0;
  private stopping = false;
  private sweeping: NodeJS.Timeout | undefined;
  private readonly server = makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: INTRODUCTION,
    onConnect: ({ extra, connectionParams }) => this.introduce(extra, connectionParams),
    onSubscribe: ({ extra, subscriptions }, _id, payload) =>
      this.begin(extra, Object.keys(subscriptions).length, payload).catch(refused),
    onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
      errors ? { ...result, errors: errors.map(told) } : undefined,
    onError: (_context, _id, _payload, errors) => errors.map(told),
  });

  constructor(
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(GraphQLSchemaHost) private readonly schema: GraphQLSchemaHost,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(IDENTITIES) private readonly identities: Identities,
    @Inject(ACCOUNT_DIRECTORY) private readonly accounts: AccountDirectory,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(DECISION_LOG) private readonly log: DecisionLog,
    @Inject(Metrics) metrics: Metrics,
  ) {
    metrics.watch('doorbraak_sockets', 'Open sockets, and those of which it is not known yet whose they are', () => ({
      open: this.sockets.clients.size,
      strangers: this.strangers,
    }));
  }

  onApplicationBootstrap(): void {
    const server = this.http.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.sweepLater();
  }

  /** This module is the first to be ended: the GraphQL server, a room below, cuts off every connection that no request is running on. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.sweeping);
    this.sockets.close();
    const left = [...this.sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of this.sockets.clients) end(socket, GOING_AWAY, 'GOING_AWAY');
    await Promise.all(left);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = new URL(request.url ?? '', 'http://here').pathname;
    if (path !== PATH) return turnAway(socket, '404 Not Found');
    // A browser always says where a page comes from; a program has no Origin, and no session either.
    if (request.headers.origin !== undefined && !isSameOrigin(request, this.configuration.PUBLIC_URL))
      return turnAway(socket, '403 Forbidden', 'NOT_SAME_ORIGIN');
    if (this.strangers >= MOST_STRANGERS) return turnAway(socket, '503 Service Unavailable');
    this.sockets.handleUpgrade(request, socket, head, (open) => this.open(open, request));
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const started = performance.now();
    const extra: Extra = { request, socket };
    this.strangers++;
    socket.on('error', () => socket.terminate()); // a message that is too long, or no message at all
    const closed = this.server.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== WebSocket.OPEN) return resolve();
            socket.send(text, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => socket.on('message', (data: Buffer) => void this.take(take, data, socket)),
      },
      extra,
    );
    const endsAlive = keepAlive(socket);
    socket.once('close', (code) => {
      endsAlive();
      this.leave(extra);
      void Promise.resolve(closed(code, '')).catch((error: unknown) => log.error(describe(error), 'a socket did not end well'));
      log.info({ code, ms: Math.round(performance.now() - started) }, 'socket');
    });
    countMessages(socket);
  }

  private async take(take: (text: string) => Promise<void>, data: Buffer, socket: WebSocket): Promise<void> {
    if (socket.readyState !== WebSocket.OPEN) return; // closed by us; what still comes is not heard
    try {
      await take(data.toString());
    } catch (error) {
      log.error(describe(error), 'unforeseen on a socket');
      end(socket, CloseCode.InternalServerError, 'INTERNAL');
    }
  }

  /** Whose socket it is: by the session of the browser, or by a token that a program gives. */
  private async introduce(extra: Extra, parameters: Record<string, unknown> | undefined): Promise<boolean> {
    const { socket, request } = extra;
    const close = (code: number, reason: RefusalCode): false => {
      end(socket, code, reason);
      return false;
    };
    const given = parameters?.['authorization'] ?? undefined;
    try {
      const who =
        given === undefined
          ? await this.identities.ofSession(request)
          : await this.identities.ofBearer(typeof given === 'string' ? given : '');
      if (!who) return close(CloseCode.Unauthorized, 'NOT_SIGNED_IN');
      if ((await this.accounts.find(who)) === null) return close(CloseCode.Unauthorized, 'UNKNOWN_ACCOUNT');
      return this.enter(extra, who) || close(TOO_MANY, 'QUERY_TOO_LARGE');
    } catch (error) {
      if (!(error instanceof DoorError)) throw error;
      const code = error.extensions['code'] as RefusalCode;
      return close(code === 'SIGN_IN_UNAVAILABLE' ? TRY_AGAIN_LATER : CloseCode.Unauthorized, code);
    }
  }

  private enter(extra: Extra, who: SignedInUntil): boolean {
    const { socket } = extra;
    const mine = this.known.get(keyOf(who)) ?? new Set();
    if (mine.size >= MOST_SOCKETS || socket.readyState !== WebSocket.OPEN) return false;
    this.strangers--;
    extra.who = who;
    this.known.set(keyOf(who), mine.add(extra));
    const over = () => end(socket, CloseCode.Unauthorized, 'NOT_SIGNED_IN');
    const timer = setTimeout(over, Math.min(who.until.getTime() - Date.now(), LONGEST_TIMER)).unref();
    socket.once('close', () => clearTimeout(timer));
    return true;
  }

  private leave(extra: Extra): void {
    if (!extra.who) return void this.strangers--;
    const mine = this.known.get(keyOf(extra.who));
    mine?.delete(extra);
    if (mine?.size === 0) this.known.delete(keyOf(extra.who));
  }

  private sweepLater(): void {
    if (this.stopping) return;
    this.sweeping = setTimeout(() => void this.sweep().finally(() => this.sweepLater()), SWEEP).unref();
  }

  /** Asked once per person, however many sockets. When the database cannot say, nothing is told either, so nobody is sent away for that. */
  private async sweep(): Promise<void> {
    for (const mine of [...this.known.values()]) {
      const [first] = mine;
      if (!first?.who) continue;
      const account = await this.accounts.find(first.who).catch(() => undefined);
      if (account !== null) continue;
      for (const { socket } of mine) end(socket, CloseCode.Unauthorized, 'UNKNOWN_ACCOUNT');
    }
  }

  private async begin(
    extra: Extra,
    already: number,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    if (already > MOST_SUBSCRIPTIONS || isTooDeep(payload.variables)) return [new DoorError('QUERY_TOO_LARGE')];
    const { schema } = this.schema;
    const { document, errors } = subscriptionOf(schema, payload);
    if (!document) return errors;
    const { accounts, work, configuration, log } = this;
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: await ApiContext.of(extra.who, { accounts, work, configuration, log }),
    };
  }
}

const keyOf = ({ issuer, subject }: SignedInUntil) => JSON.stringify([issuer, subject]);

const told = (error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError =>
  formatError(error instanceof GraphQLError ? error.toJSON() : error, error);

const refused = (error: unknown): readonly GraphQLError[] => [
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error }),
];

/** In the way of the protocol; who does not answer to that is cut off. */
function end(socket: WebSocket, code: number, reason: RefusalCode | 'GOING_AWAY' | 'INTERNAL'): void {
  socket.close(code, reason);
  const patience = setTimeout(() => socket.terminate(), LEAVE_TAKING);
  socket.once('close', () => clearTimeout(patience));
}

function turnAway(socket: Duplex, status: string, said = ''): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${said.length}\r\n\r\n${said}`,
  );
}

/** Balancers cut what is silent, and a tablet that fell asleep says nothing. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE).unref();
  return () => clearInterval(timer);
}

function countMessages(socket: WebSocket): void {
  let [count, since] = [0, performance.now()];
  socket.on('message', () => {
    if (performance.now() - since > MOST_MESSAGES.within) [count, since] = [0, performance.now()];
    if (++count > MOST_MESSAGES.count && socket.readyState === WebSocket.OPEN) end(socket, TOO_MANY, 'QUERY_TOO_LARGE');
  });
}
