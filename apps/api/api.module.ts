import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import {
  ACCOUNT_DIRECTORY,
  AccessModule,
  DECISION_LOG,
  DIGESTS,
  IDENTITIES,
  identitiesOf,
  type AccountDirectory,
  type DecisionLog,
  type Digests,
} from '@doorbraak/access';
import { AuditModule } from '@doorbraak/audit';
import {
  AccountRow,
  Agency,
  DirectoryModule,
  Fixteam,
  Mandate,
  Municipality,
  Professional,
  SavedView,
} from '@doorbraak/directory';
import { COST_ENTITIES, CostModule } from '@doorbraak/cost';
import {
  HOUSEHOLD_ENTITIES,
  HouseholdDigests,
  HouseholdModule,
  KNOWN_LAWS,
  type KnownLaws,
  RELIANCE,
  type Reliance,
} from '@doorbraak/household';
import { LAW_ENTITIES, LawModule, OwnLaws } from '@doorbraak/law';
import { BOTTLENECK_FOLLOWER, OUTCOME_ENTITIES, OutcomeModule, OutcomeReliance, ReviewsDue } from '@doorbraak/outcome';
import { DAY_REVIEWS, PLAN_COURSE, PLAN_ENTITIES, PlanDigests, PlanModule, PlanReliance } from '@doorbraak/plan';
import { type Configuration, Metrics, PlatformModule, UnitOfWork } from '@doorbraak/platform';
import { ReportModule } from '@doorbraak/report';
import { PlanCourses, SIGNAL_ENTITIES, SignalModule, SignalReports } from '@doorbraak/signal';
import { ApiContext } from './api.context';
import { AttachmentsController } from './attachments.controller';
import { Door } from './door';
import { graphqlOptions } from './graphql.options';
import { HealthController } from './health.controller';
import { PapersController } from './papers.controller';
import { Sockets } from './sockets';

export const ENTITIES = [
  Municipality,
  Agency,
  Fixteam,
  Professional,
  AccountRow,
  Mandate,
  SavedView,
  ...LAW_ENTITIES,
  ...HOUSEHOLD_ENTITIES,
  ...COST_ENTITIES,
  ...PLAN_ENTITIES,
  ...OUTCOME_ENTITIES,
  ...SIGNAL_ENTITIES,
];

/** What rooms ask of rooms that they may not import. */
@Global()
@Module({
  providers: [
    {
      provide: KNOWN_LAWS,
      inject: [OwnLaws],
      useFactory: (own: OwnLaws): KnownLaws => ({
        isLaw: async (tx, tenant, key) => (await own.readerFor(tx, tenant, [key])).law(key) !== undefined,
        isProvision: async (tx, tenant, key) => (await own.readerFor(tx, tenant, [key])).provision(key) !== undefined,
      }),
    },
    {
      provide: RELIANCE,
      inject: [PlanReliance, OutcomeReliance],
      useFactory: (plan: PlanReliance, outcome: OutcomeReliance): Reliance => ({
        usesOf: (tx, household, entry) => plan.usesOf(tx, household, entry),
        openActions: async (tx, household) => [
          ...(await plan.openActions(tx, household)),
          ...(await outcome.openActions(tx, household)),
        ],
      }),
    },
    {
      provide: DIGESTS,
      inject: [HouseholdDigests, PlanDigests],
      useFactory: (households: HouseholdDigests, plans: PlanDigests): Digests => ({
        renew: async (operation, tx, household) => {
          const map = await households.renew(operation, tx, household);
          if (map) await plans.renew(operation, tx, map);
        },
      }),
    },
    { provide: BOTTLENECK_FOLLOWER, useClass: SignalReports },
    { provide: DAY_REVIEWS, useClass: ReviewsDue },
    { provide: PLAN_COURSE, useClass: PlanCourses },
  ],
  exports: [KNOWN_LAWS, RELIANCE, DIGESTS, BOTTLENECK_FOLLOWER, DAY_REVIEWS, PLAN_COURSE],
})
class Doors {}

export const ROOMS = [
  AccessModule,
  AuditModule,
  DirectoryModule,
  LawModule,
  HouseholdModule,
  CostModule,
  PlanModule,
  OutcomeModule,
  SignalModule,
  ReportModule,
];

@Module({})
export class ApiModule {
  static with(configuration: Configuration): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.with(configuration, ENTITIES),
        Doors,
        ...ROOMS,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [ACCOUNT_DIRECTORY, UnitOfWork, DECISION_LOG, Metrics],
          useFactory: (accounts: AccountDirectory, work: UnitOfWork, log: DecisionLog, metrics: Metrics) =>
            graphqlOptions(
              ({ req }: { req: Request }) => ApiContext.of(req.signedIn, { accounts, work, log, configuration }),
              metrics,
              configuration,
            ),
        }),
      ],
      controllers: [AttachmentsController, HealthController, PapersController],
      providers: [{ provide: IDENTITIES, useFactory: () => identitiesOf(configuration) }, Door, Sockets],
    };
  }
}
