import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql';
import { guardSchema } from './schema-wrapper';

const K1 = { row: { class: 'K1', narrow: [] } };
const mark = (dataClass: string) => ({ data: { class: dataClass, domain: 'NONE' } });
type Field = GraphQLFieldConfig<unknown, unknown>;

const schemaWith = (
  fields: Record<string, Field>,
  extensions: Record<string, unknown> = K1,
  act: Record<string, unknown> = { act: 'readMe' },
) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { thing: { type: new GraphQLObjectType({ name: 'Thing', extensions, fields }), extensions: act } },
    }),
  });
const faults = (schema: GraphQLSchema) => () => guardSchema(schema);

test('a schema in which everything is declared starts', () => {
  expect(
    faults(
      schemaWith({
        id: { type: new GraphQLNonNull(GraphQLInt), extensions: mark('K1') },
        name: { type: GraphQLString, extensions: mark('K2') },
      }),
    ),
  ).not.toThrow();
});

test('a field without a class stops the start, and so does a type without one', () => {
  expect(faults(schemaWith({ name: { type: GraphQLString } }))).toThrow('Thing.name: no @Data');
  expect(faults(schemaWith({ name: { type: GraphQLString, extensions: mark('K1') } }, {}))).toThrow(
    'Thing.name: its type has no @RowClass',
  );
});

test('a question without a name stops the start, and so does one that the policy does not know', () => {
  const fields = { id: { type: GraphQLInt, extensions: mark('K1') } };
  expect(faults(schemaWith(fields, K1, {}))).toThrow('Query.thing: no @Act');
  expect(faults(schemaWith(fields, K1, { act: 'sellData' }))).toThrow('the policy does not know the act sellData');
});

test('a field that can be withheld must be able to be null, or its refusal would blank the whole answer', () => {
  expect(faults(schemaWith({ bsn: { type: new GraphQLNonNull(GraphQLString), extensions: mark('K3') } }))).toThrow(
    'K3 in a K1 row must be nullable',
  );
});

test('what leads to rows that are opened by less than the row it stands in must be able to be empty', () => {
  const inner = new GraphQLObjectType({
    name: 'Inner',
    extensions: K1,
    fields: { id: { type: new GraphQLNonNull(GraphQLInt), extensions: mark('K1') } },
  });
  const opened = { row: { class: 'K1', narrow: ['OWN_MEASURE'] } };
  const leading = (type: GraphQLOutputType) => faults(schemaWith({ inner: { type, extensions: mark('K1') } }, opened));
  expect(leading(new GraphQLNonNull(inner))).toThrow('opened by less than the row it stands in (OWN_MEASURE)');
  expect(leading(inner)).not.toThrow();
  expect(leading(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(inner))))).not.toThrow();
});

test('every fault is named at once', () => {
  expect(faults(schemaWith({ a: { type: GraphQLString }, b: { type: GraphQLString } }, K1, {}))).toThrow(
    /Query\.thing[\s\S]*Thing\.a[\s\S]*Thing\.b/,
  );
});
