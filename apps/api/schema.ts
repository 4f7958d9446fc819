import { type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { guardSchema } from '@doorbraak/access';
import { ROOMS } from './api.module';

/** Nest's own mark on a class with @Resolver. */
const RESOLVER = 'graphql:resolver_type';

const isResolver = (provider: unknown): provider is Type =>
  typeof provider === 'function' && Reflect.hasMetadata(RESOLVER, provider);

/** The schema of all rooms, covered by the policy, as the api serves it; made without a database. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const providers = ROOMS.flatMap((room) => (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, room) ?? []) as unknown[]);
    return guardSchema(await app.get(GraphQLSchemaFactory).create(providers.filter(isResolver)));
  } finally {
    await app.close();
  }
}

export const printed = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
