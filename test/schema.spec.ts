import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { buildSchema, printed } from '../apps/api/schema';
import { repository } from './reference';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

test('schema.graphql is what the code serves; after a change on purpose: npm run schema', () => {
  expect(printed(schema)).toBe(readFileSync(path.join(repository, 'schema.graphql'), 'utf8'));
});

test('every type, field, argument and value says in words what it is', () => {
  const silent: string[] = [];
  const ask = (name: string, { description }: { description?: string | null }) => {
    if (!description?.trim()) silent.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      isSpecifiedScalarType(type) ||
      type === schema.getQueryType() ||
      type === schema.getMutationType() ||
      type === schema.getSubscriptionType()
    )
      continue;
    ask(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) ask(`${type.name}.${value.name}`, value);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInputObjectType(type))) continue;
    for (const field of Object.values(type.getFields()) as (GraphQLField<unknown, unknown> | GraphQLInputField)[]) {
      ask(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const argument of field.args) ask(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  expect(silent).toEqual([]);
});
