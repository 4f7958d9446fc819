import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Client, types, type Pool } from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { CannotStart } from '@doorbraak/kernel';
import { CONFIGURATION, type Configuration } from './configuration';
import { isMasterKeyOf, NOBODY } from './key-check';
import { Metrics } from './metrics';
import { Notices } from './notices';
import { PlatformReference } from './platform.reference';
import { ReferenceStore } from './reference.store';
import { Secrets } from './secrets';
import { signContext } from './signed-context';
import { Statements } from './spent';
import { UnitOfWork } from './unit-of-work';

// A day is text everywhere; the driver would make it an instant in the time zone of the machine.
types.setTypeParser(types.builtins.DATE, (day) => day);

/** The key that does not fit this database: one would write what nobody can read again, the other would be refused at every request. */
async function wrongKey(source: DataSource, configuration: Configuration): Promise<string | null> {
  const [check] = await source.query<{ sealed: string }[]>('select sealed from gate.key_check');
  if (!check || !isMasterKeyOf(check.sealed, configuration.DOORBRAAK_MASTER_KEY)) return isNotTheKey('DOORBRAAK_MASTER_KEY');
  const nobody = { person: NOBODY, home: NOBODY, tenants: [], agency: null, today: '2000-01-01', grants: {} };
  const { payload, mac } = signContext(nobody, configuration.DOORBRAAK_CONTEXT_KEY);
  const refused = (error: Error & { code?: string }) => {
    if (error.code !== '42501') throw error;
    return isNotTheKey('DOORBRAAK_CONTEXT_KEY');
  };
  return source.query('select gate.begin_context($1, $2)', [payload, mac]).then(() => null, refused);
}

const isNotTheKey = (name: string) => `${name} is not the key of this database; look for the right key.`;

/** Our own sessions never are so careless, but a database that is set to it may be so for others, and after a restart with other settings. */
async function losesWrites(connectionString: string): Promise<string | null> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  await client.connect();
  const { rows } = await client.query<{ synchronous_commit: string }>('show synchronous_commit').finally(() => client.end());
  const isOff = rows[0]?.synchronous_commit === 'off';
  return isOff ? 'synchronous_commit is off in this database, so what was acknowledged could be lost; turn it on.' : null;
}

/** How busy the pool is: who waits there waits for a connection. */
function connectionsOf(source: DataSource): Record<string, number> {
  const { totalCount, idleCount, waitingCount } = (source.driver as PostgresDriver).master as Pool;
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

type Entities = (EntitySchema | (new () => unknown))[];

@Global()
@Module({})
export class PlatformModule {
  /** One pool as the application role; refuses to start with a key that is not the one of this database. */
  static with(configuration: Configuration, entities: Entities): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            type: 'postgres',
            url: configuration.DATABASE_URL,
            entities,
            subscribers: [Statements],
            retryAttempts: 0,
            extra: {
              max: configuration.DATABASE_POOL,
              // What is asked over a connection leaves at once and is answered in that order: begin, who asks and what is read are one way there and back.
              pipeline: true,
              // Never off: an acknowledged write must survive the machine. The plans of our statements do not depend on their values.
              options:
                '-c synchronous_commit=on -c statement_timeout=5000 -c idle_in_transaction_session_timeout=20000 -c plan_cache_mode=force_generic_plan',
              connectionTimeoutMillis: 5000,
            },
          }),
          dataSourceFactory: async (options) => {
            const source = await new DataSource(options!).initialize().catch((error: { code?: string }) => {
              throw new CannotStart(`The database of DATABASE_URL does not let us in (${error.code ?? 'no answer'}).`);
            });
            const why = (await losesWrites(configuration.DATABASE_URL)) ?? (await wrongKey(source, configuration));
            if (!why) return source;
            await source.destroy();
            throw new CannotStart(`${why} Nothing was started.`);
          },
        }),
      ],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        {
          provide: ReferenceStore,
          useFactory: (source: DataSource) => ReferenceStore.load((sql) => source.query(sql)),
          inject: [DataSource],
        },
        {
          provide: Metrics,
          useFactory: (source: DataSource) => {
            const metrics = new Metrics();
            metrics.watch('doorbraak_database_connections', 'Connections of this process to PostgreSQL', () =>
              connectionsOf(source),
            );
            return metrics;
          },
          inject: [DataSource],
        },
        Notices,
        PlatformReference,
        Secrets,
        UnitOfWork,
      ],
      exports: [CONFIGURATION, Metrics, Notices, PlatformReference, ReferenceStore, Secrets, UnitOfWork],
    };
  }
}
