import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A whole household is some ten statements; what asks for more than the last goes through a list one by one. */
const STATEMENTS = [2, 5, 10, 20, 50, 100];

/**
 * Figures for Prometheus of one process: how much, how long, how it ended. A label is a word of the program (the name of an act, a kind of
 * path, a status), never something that was typed, so nobody can be found in them; see docker/README.md.
 */
@Injectable()
export class Metrics implements OnModuleDestroy {
  private readonly registry = new Registry();
  private server: Server | undefined;

  /** HTTP requests, by kind of path and status. */
  readonly requests = this.histogram('doorbraak_request_seconds', 'HTTP requests by kind of path and status', SECONDS, [
    'path',
    'status',
  ]);
  /** What was asked over GraphQL, by the names of the schema at the top of the question. */
  readonly operations = this.histogram(
    'doorbraak_graphql_seconds',
    'GraphQL operations by what was asked and how it ended',
    SECONDS,
    ['act', 'outcome'],
  );
  readonly databaseSeconds = this.histogram(
    'doorbraak_database_seconds',
    'Time that one operation waited for PostgreSQL',
    SECONDS,
  );
  readonly statements = this.histogram('doorbraak_database_statements', 'Statements of one operation', STATEMENTS);
  private readonly jobs = this.histogram('doorbraak_job_seconds', 'Jobs of the worker by name and how they ended', SECONDS, [
    'job',
    'outcome',
  ]);

  private histogram<Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ): Histogram<Label> {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.registry] });
  }

  /** Runs a job of the worker and keeps how long it took and whether it came to its end. */
  async job(name: string, run: () => Promise<void>): Promise<void> {
    const ended = this.jobs.startTimer({ job: name });
    await run().then(
      () => ended({ outcome: 'done' }),
      (error: unknown) => {
        ended({ outcome: 'failed' });
        throw error;
      },
    );
  }

  /** A figure that is asked for when somebody looks, by state: `connections`, say. */
  watch(name: string, help: string, states: () => Record<string, number>): void {
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        for (const [state, value] of Object.entries(states())) this.set({ state }, value);
      },
    });
  }

  /** Answers `GET /metrics` on a port of its own, which is not for people; returns the port. */
  async listen(port: number): Promise<number> {
    collectDefaultMetrics({ register: this.registry });
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      void this.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
    return (server.address() as AddressInfo).port;
  }

  async onModuleDestroy(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }
}
