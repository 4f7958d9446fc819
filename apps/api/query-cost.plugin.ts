import type { ApolloServerPlugin } from '@apollo/server';
import { getNullableType, GraphQLError, isListType, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { DoorError } from '@doorbraak/access';

/** How long a list without pages is taken to be, lists in lists together; and the articles of a law. */
const A_LIST = 5;
const OF_A_LAW = 100;
const MOST_ROWS = 100;
/** More than twice the dearest lawful question: a liaison who asks everything of a hundred questions (408,000). */
export const MOST_COST = 1_000_000;

/** A value costs one; a page costs what it holds as often as it has rows. The schema itself is weighed by a rule of the library. */
const costOfField: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (field.name.startsWith('__')) return 1;
  const rows = args['first'] as unknown;
  const isList = isListType(getNullableType(field.type)) && field.name !== 'nodes';
  const length = field.name === 'provisions' ? OF_A_LAW : A_LIST;
  const times = typeof rows === 'number' ? Math.min(Math.max(rows, 1), MOST_ROWS) : isList ? length : 1;
  return 1 + times * childComplexity;
};

export interface Question {
  schema: GraphQLSchema;
  query: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}
/** What a question may have to answer at most, in values; infinite when it is not worth counting. Variables that are not right cost nothing: they are refused. */
export function costOf({ variables = {}, operationName, ...question }: Question): number {
  try {
    return getComplexity({
      ...question,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
      estimators: [costOfField],
    });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('number of nodes')) return Infinity;
    return 0;
  }
}

/** What numbers and switches a question was asked with decides what it costs; the server parses one text once, so that is counted once too. */
const counted = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_KEPT = 100;
function costOnce(question: Question): number {
  const { query, variables = {}, operationName } = question;
  const known = counted.get(query) ?? new Map<string, number>();
  counted.set(query, known);
  const counts = Object.entries(variables).filter(([, value]) => ['number', 'boolean'].includes(typeof value));
  const key = JSON.stringify([operationName, counts]);
  const cost = known.get(key) ?? costOf(question);
  // nothing costs nothing but what is refused for its variables, and that says nothing of the next question
  if (cost > 0 && known.size < MOST_KEPT) known.set(key, cost);
  return cost;
}

/** Refuses a question that would have to answer too much, before anything of it runs; which rows there are does not count. */
export const notTooDear: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operationName, request: { variables } }) {
        const question = { schema, query: document, variables, operationName: operationName ?? undefined };
        if (costOnce(question) > MOST_COST) throw new DoorError('QUERY_TOO_LARGE', { http: { status: 400 } });
        return Promise.resolve();
      },
    }),
};
