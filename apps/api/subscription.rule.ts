import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { DoorError } from '@doorbraak/access';
import { MOST_TOKENS, notTooLarge } from './query-size.rule';

type Asked = { query: string; operationName?: string | null };
type Read = { document: DocumentNode; errors?: never } | { document?: never; errors: readonly GraphQLError[] };

const RULES = [...specifiedRules, notTooLarge];
const MOST_ERRORS = 20;

/** A document that may run over a socket: one subscription, within the same limits as over HTTP. Everything else has one way: HTTP. */
export function subscriptionOf(schema: GraphQLSchema, { query, operationName }: Asked): Read {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return { errors: [coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] };
  }
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return { errors: [new DoorError('WRONG_TRANSPORT')] };
  const errors = validate(schema, document, RULES, { maxErrors: MOST_ERRORS });
  return errors.length ? { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) } : { document };
}

/** With the code that it has over HTTP; what it could also have been is not for guessing. */
const coded = (error: GraphQLError, code: string): GraphQLError =>
  error instanceof DoorError
    ? error
    : new GraphQLError(error.message.replace(/ ?Did you mean .+\?$/s, ''), {
        nodes: error.nodes,
        source: error.source,
        positions: error.positions,
        extensions: { code },
      });
