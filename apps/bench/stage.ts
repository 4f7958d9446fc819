import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { Client } from 'pg';
import { loadReference, readReference } from '@doorbraak/platform';
import { migrate, roleUrl } from '../../migrations/migrate';
import { REFERENCE_LISTS } from '../api/reference.lists';
import { CLIENT_ID, demoIdentity } from '../demo/identity';
import { demoToken, issuerAt } from '../demo/issuer';
import { startPostgres } from '../demo/postgres';
import { demoSecrets, type DemoSecrets } from '../demo/secrets';
import { Copier } from '../population/copy';
import { entities, loadRows, Workshop } from '../population/population';

/** A role that row security does not bind, for the arm without it. */
const UNBOUND = 'bench_unbound';
const REFERENCE_KNOWN_FROM = '2020-01-01';

/** A program that answers on a port of this machine. */
export type Arm = { name: string; port: number; pid: number };

/** Everything that is compared, on one database that is made for it and taken away afterwards. */
export class Stage {
  private readonly children: ChildProcess[] = [];

  private constructor(
    private readonly folder: string,
    private readonly secrets: DemoSecrets,
    private readonly postgres: Awaited<ReturnType<typeof startPostgres>>,
    private readonly provider: Server,
    private readonly address: string,
    readonly owner: Client,
  ) {}

  static async open(): Promise<Stage> {
    const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-bench-'));
    const postgres = await startPostgres({ folder });
    const secrets = await demoSecrets(folder);
    await migrate(postgres.url, secrets);
    const owner = new Client({ connectionString: postgres.url });
    await owner.connect();
    await loadReference(owner, await readReference(process.cwd(), REFERENCE_LISTS), REFERENCE_KNOWN_FROM);
    await owner.query(`create role ${UNBOUND} login bypassrls password '${UNBOUND}' in role doorbraak_app`);
    const address = `http://localhost:${await freePort()}`;
    const provider = express()
      .use(demoIdentity(address, secrets))
      .listen(Number(new URL(address).port), '127.0.0.1');
    return new Stage(folder, secrets, postgres, provider, address, owner);
  }

  /** Households of the measuring city, those that are not there yet: with codes like these, or all. */
  async populate(like = /^/): Promise<void> {
    const source = await entities(this.postgres.url);
    const copier = await Copier.of(this.owner, source);
    await source.destroy();
    const workshop = await Workshop.of(this.owner, this.secrets.masterKey);
    const parts = { owner: this.owner, copier, workshop, issuer: issuerAt(this.address) };
    await loadRows(parts, { size: 'bench', seed: 1, completed: 25 }, { only: (code) => like.test(code) });
    await this.owner.query('vacuum analyze');
  }

  /** The product as municipalities run it. */
  product(name = 'product'): Promise<Arm> {
    return this.start(name, 'api/main.js', this.forProduct(roleUrl(this.postgres.url, 'doorbraak_app', this.secrets.masterKey)));
  }

  /** The product on a connection that row security does not bind, without its log. */
  productWithoutRights(name: string): Promise<Arm> {
    const url = new URL(this.postgres.url);
    Object.assign(url, { username: UNBOUND, password: UNBOUND });
    return this.start(name, 'bench/product.js', this.forProduct(url.href));
  }

  bare(name: string): Promise<Arm> {
    return this.start(name, 'bench/bare.server.js', {
      DATABASE_URL: this.postgres.url,
      DOORBRAAK_MASTER_KEY: this.secrets.masterKey,
    });
  }

  /** That of the database server; its children are counted with it. */
  get postmaster(): number {
    return Number(readFileSync(path.join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  token(subject: string): Promise<string> {
    return demoToken(this.address, this.secrets, { subject });
  }

  async stop({ pid }: Arm): Promise<void> {
    const child = this.children.find((one) => one.pid === pid);
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  async close(): Promise<void> {
    for (const { pid } of this.children) await this.stop({ name: '', port: 0, pid: pid! });
    this.provider.close();
    await this.owner.end();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private forProduct(databaseUrl: string): Record<string, string> {
    return {
      DATABASE_URL: databaseUrl,
      DOORBRAAK_MASTER_KEY: this.secrets.masterKey,
      DOORBRAAK_CONTEXT_KEY: this.secrets.contextKey,
      OIDC_ISSUER: issuerAt(this.address),
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: this.secrets.clientSecret,
      PUBLIC_URL: this.address,
    };
  }

  /** Answers when it answers. */
  private async start(name: string, program: string, environment: Record<string, string>): Promise<Arm> {
    const port = await freePort();
    const child = spawn(process.execPath, [path.join(__dirname, '..', program)], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', PORT: String(port), ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.children.push(child);
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${name} did not start`);
      await pause(5);
    }
    return { name, port, pid: child.pid! };
  }
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/live`).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
