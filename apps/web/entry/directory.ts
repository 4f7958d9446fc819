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
const AFTER_AN_AGENCY = { additionalTypenames: ['DirectoryDone'] };
export type Directory = ResultOf<typeof DIRECTORY>;

/** The agencies of the municipality, asked once: suggestions come from memory. */
export function useDirectory(): Directory | undefined {
  const [{ data }] = useQuery({ query: DIRECTORY, context: AFTER_AN_AGENCY });
  return data;
}
