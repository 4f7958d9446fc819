import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../data/graphql';

const DIRECTORY = graphql(`
  query Directory {
    agencies {
      id
      name
      type
    }
    agencyTypes {
      key
      defaultLaw
      defaultPayer
    }
  }
`);
export type Directory = ResultOf<typeof DIRECTORY>;

/** The agencies of the municipality, asked once: suggestions come from memory. */
export function useDirectory(): Directory | undefined {
  const [{ data }] = useQuery({ query: DIRECTORY });
  return data;
}
