import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type Postgres } from '../../apps/demo/postgres';
import { found } from '@doorbraak/directory';
import { newId, type Id } from '@doorbraak/kernel';
import { loadReference } from '@doorbraak/platform';
import { migrate, roleUrl } from '../../migrations/migrate';
import { KEYS } from '../database';
import { Program } from '../program';
import { realEntries } from '../reference';
import { TestIssuer } from '../world';

/** What can fall over. */
export const PARTS = ['api', 'worker', 'database'] as const;
export type Part = (typeof PARTS)[number];

/**
 * A municipality of its own: PostgreSQL that really writes to disk, the built api and worker each in a process, an OpenID provider. Each
 * part can be killed without warning and started again, at the address that it had.
 */
export class FaultyTown {
  address = '';
  municipality: Id;
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-faults-'));
  private readonly running = new Map<'api' | 'worker', Program>();
  private postgres: Postgres;
  private issuer: TestIssuer;
  private port: number;

  static async open(): Promise<FaultyTown> {
    const town = new FaultyTown();
    town.port = await freePort();
    town.address = `http://127.0.0.1:${town.port}`;
    town.postgres = await startPostgres({ folder: path.join(town.folder, 'postgres') });
    town.issuer = await TestIssuer.start();
    await migrate(town.postgres.url, KEYS);
    await town.asOwner(async (owner) => {
      await loadReference(owner, realEntries(), '2020-01-01');
      const administrator = { issuer: town.issuer.url, subject: 'admin', label: 'beheerder (verzonnen)' };
      const founding = { municipality: { code: 'GM9970', name: 'Demodorp', kind: 'DEMO' }, fixteam: 'Demo-Noord' } as const;
      ({ municipality: town.municipality } = await found(owner, { ...founding, administrator }));
    });
    await town.start('api');
    await town.start('worker');
    return town;
  }

  async close(): Promise<void> {
    for (const program of this.running.values()) await program.kill();

    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  token = (subject: string) => this.issuer.token(subject);
  get issuerUrl(): string {
    return this.issuer.url;
  }

  async asOwner<T>(work: (owner: Client) => Promise<T>): Promise<T> {
    const owner = new Client({ connectionString: this.postgres.url });
    await owner.connect();
    try {
      return await work(owner);
    } finally {
      await owner.end();
    }
  }

  /** Without a warning, as when the power goes. */
  async kill(part: Part): Promise<void> {
    if (part !== 'database') return void (await this.running.get(part)!.kill());
    const pid = Number(readFileSync(path.join(this.folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  async start(part: Part): Promise<void> {
    if (part === 'database') {
      const { port } = this.postgres;
      this.postgres = await startPostgres({ folder: path.join(this.folder, 'postgres'), port });
      return;
    }
    const environment = {
      DATABASE_URL: roleUrl(this.postgres.url, 'doorbraak_app', KEYS.masterKey),
      WORKER_DATABASE_URL: roleUrl(this.postgres.url, 'doorbraak_worker', KEYS.masterKey),
      DOORBRAAK_MASTER_KEY: KEYS.masterKey,
      DOORBRAAK_CONTEXT_KEY: KEYS.contextKey,
      OIDC_ISSUER: this.issuer.url,
      OIDC_CLIENT_SECRET: 'test',
      OIDC_AUDIENCE: 'doorbraak-api',
      PUBLIC_URL: this.address,
      PORT: String(this.port),
    };
    const ready = part === 'api' ? 'the api listens' : 'the worker works';
    this.running.set(part, await Program.start(part, environment, (line) => line.includes(ready)));
  }

  /** Whether it is the same process as before: nobody had to start it anew. */
  pidOf = (part: 'api' | 'worker') => this.running.get(part)!.child.pid;
  hasEnded = (part: 'api' | 'worker') => this.running.get(part)!.child.exitCode !== null;

  /** One question as somebody, who waits so many milliseconds for the answer; throws when no answer came or the answer says to try again. */
  async ask<T>(token: string, query: string, variables: object, patience = 20_000): Promise<T> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(Math.ceil(patience)),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown[] };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A lead professional with a household of one person and one agency. */
  async household(name: string): Promise<{ token: string; household: Id; member: Id; involvement: Id }> {
    const [admin, token, household, involvement, agency] = [
      await this.token('admin'),
      await this.token(name),
      newId(),
      newId(),
      newId(),
    ];
    const { fixteams } = await this.ask<{ fixteams: { id: Id }[] }>(admin, '{ fixteams { id } }', {});
    const act = (who: string, act: string, type: string, key: Id, input: object, done = '__typename') =>
      this.ask<{ done: { __typename: string; members?: { personId: Id }[] } }>(
        who,
        `mutation ($key: ID!, $input: ${type}!) { done: ${act}(key: $key, input: $input) { ${done} } }`,
        { key, input },
      );
    const person = {
      issuer: this.issuerUrl,
      subject: name,
      roles: ['LEAD_PROFESSIONAL'],
      label: `${name} (verzonnen)`,
      fixteam: fixteams[0]!.id,
    };
    await act(admin, 'invite', 'InviteInput', newId(), person);
    await act(admin, 'addAgency', 'AgencyInput', agency, { type: 'GEM_SCHULDHULP', name: `schuldhulp ${name}` });
    await act(token, 'createHousehold', 'CreateHouseholdInput', household, { code: `F-${name}` });
    const { done } = await act(
      token,
      'addMember',
      'AddMemberInput',
      newId(),
      { household, name: 'Sam (verzonnen)', role: 'ADULT', fromOn: '2026-01-01' },
      '__typename ... on Household { members { personId } }',
    );
    const member = done.members![0]!.personId;
    const involved = { household, agency, law: 'wgs', payer: 'WGS', fromOn: '2026-01-01', problemIds: [] };
    await act(token, 'addInvolvement', 'AddInvolvementInput', involvement, involved);
    return { token, household, member, involvement };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
