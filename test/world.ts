import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SignJWT } from 'jose';
import type { Role } from '@doorbraak/access';
import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import type { Configuration } from '@doorbraak/platform';
import { testDatabase, type TestDatabase } from './database';
import { host } from './host';

const AUDIENCE = 'doorbraak-api';

/** A GraphQL answer; its shape is what the test asked for. */
export type Answer<T> = {
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
};

/** A real OpenID provider on a port of its own; tokens are signed with its key, and the api fetches its public half over HTTP. */
export class TestIssuer {
  private readonly tokens = new Map<string, Promise<string>>();

  private constructor(
    readonly url: string,
    private readonly key: KeyObject,
  ) {}

  static async start(): Promise<TestIssuer> {
    const { url, key } = await host('issuer');
    return new TestIssuer(url, createPrivateKey({ key, format: 'jwk' }));
  }

  token(subject: string): Promise<string> {
    const known = this.tokens.get(subject) ?? this.sign(subject);
    this.tokens.set(subject, known);
    return known;
  }

  private sign(subject: string): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer(this.url)
      .setSubject(subject)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.key);
  }
}

/** Somebody who talks to the api over HTTP. */
export class Someone {
  constructor(
    private readonly address: string,
    private readonly token: string,
    readonly subject: string,
    readonly person: Id,
  ) {}

  async ask<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Asks for what is not in the schema: a file, a paper. */
  http(
    path: string,
    { headers = {}, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(`${this.address}${path}`, { ...init, headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }
}

export type Town = { municipality: Id; fixteam: Id; admin: Someone };

async function place() {
  const [db, issuer] = await Promise.all([testDatabase(), TestIssuer.start()]);
  return { db, issuer, configuration: { ...db.configuration, OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE } };
}

/** The whole product on a database of its own, and people in it who were invited by an administrator. */
export class World {
  protected constructor(
    readonly db: TestDatabase,
    readonly configuration: Configuration,
    readonly address: string,
    readonly issuer: TestIssuer,
    private readonly leave: () => Promise<void>,
  ) {}

  static async open(): Promise<World> {
    const { db, issuer, configuration } = await place();
    const address = await host('open', { configuration });
    return new World(db, configuration, address, issuer, () => host('close', { address }));
  }

  async close(): Promise<void> {
    await this.leave();
    await this.db.drop();
  }

  /** A municipality with a fixteam and an administrator; `today` sets the clock of a DEMO one. */
  async town(code: string, kind: 'REAL' | 'DEMO' = 'DEMO', today?: LocalDate): Promise<Town> {
    const subject = `admin-${code}`;
    const administrator = { issuer: this.issuer.url, subject, label: 'beheerder (verzonnen)' };
    const municipality = { code, name: `Demodorp ${code}`, kind };
    const ids = await host('found', { url: this.db.url, founding: { municipality, fixteam: 'Demo-Noord', administrator } });
    const admin = await this.someone(subject);
    const town = { ...ids, admin };
    if (today) await this.setClock(town, today);
    return town;
  }

  async setClock({ admin }: Town, today: LocalDate | null): Promise<void> {
    await admin.ask('mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { __typename } }', {
      key: newId(),
      today,
    });
  }

  async agency({ admin }: Town, type: string, name = type): Promise<Id> {
    const key = newId();
    const { data } = await admin.ask<{ addAgency: { __typename: string } }>(
      'mutation ($key: ID!, $input: AgencyInput!) { addAgency(key: $key, input: $input) { __typename ... on DirectoryRefused { reasons { code } } } }',
      { key, input: { type, name } },
    );
    if (data.addAgency.__typename !== 'DirectoryDone') throw new Error(`agency ${type}: ${JSON.stringify(data)}`);
    return key;
  }

  /** Invites somebody and gives them back, signed in. */
  async invite(
    { admin, fixteam }: Town,
    subject: string,
    roles: Role[],
    more: { agency?: Id; person?: Id; fixteam?: Id | null } = {},
  ): Promise<Someone> {
    const input = {
      issuer: this.issuer.url,
      subject,
      roles,
      label: more.person ? null : `${subject} (verzonnen)`,
      fixteam: more.agency || more.person ? null : fixteam,
      ...more,
    };
    const answer = await admin.ask<{ invite: { __typename: string } }>(
      'mutation ($key: ID!, $input: InviteInput!) { invite(key: $key, input: $input) { __typename ... on DirectoryRefused { reasons { code } } } }',
      { key: newId(), input },
    );
    if (answer.data?.invite.__typename !== 'DirectoryDone') throw new Error(`invite ${subject}: ${JSON.stringify(answer)}`);
    return this.someone(subject);
  }

  async someone(subject: string): Promise<Someone> {
    const token = await this.issuer.token(subject);
    const { data } = await new Someone(this.address, token, subject, '').ask<{ me: { person: Id } }>('{ me { person } }');
    return new Someone(this.address, token, subject, data.me.person);
  }
}

/** The same in the process of the test, where it can be looked into: its schema, its statements, its memory. */
export class OpenWorld extends World {
  private constructor(
    { db, issuer, configuration }: Awaited<ReturnType<typeof place>>,
    readonly app: NestExpressApplication,
    address: string,
  ) {
    super(db, configuration, address, issuer, () => app.close());
  }

  static override async open(): Promise<OpenWorld> {
    const there = await place();
    const { createApi } = await import('../apps/api/app');
    const app = await createApi(there.configuration);
    await app.listen(0, '127.0.0.1');
    return new OpenWorld(there, app, await app.getUrl());
  }
}
