import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../schema';

/** A document of the api, typed from the schema itself: a field that does not exist is an error of the compiler. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  /** Days are YYYY-MM-DD, money is whole cents in digits, an instant is ISO 8601 in UTC. */
  scalars: { Cents: string; LocalDate: string; Instant: string; PartialDate: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';
