import { useQuery } from 'urql';
import { client } from '../data/client';
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

/** Asks for it before the page does, so that it need not wait. */
export const askDirectory = () => void client.query(DIRECTORY, {}).toPromise();

/** The agencies of the municipality, asked once: suggestions come from memory. */
export function useDirectory(): Directory | undefined {
  const [{ data }] = useQuery({ query: DIRECTORY });
  return data;
}
