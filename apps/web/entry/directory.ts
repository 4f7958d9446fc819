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
const AFTER_AN_AGENCY = { additionalTypenames: ['DirectoryDone'] };
export type Directory = ResultOf<typeof DIRECTORY>;

/** Asks for it before the page does, so that it need not wait. */
export const askDirectory = () => void client.query(DIRECTORY, {}).toPromise();

/** The agencies of the municipality, asked once: suggestions come from memory. */
export function useDirectory(): Directory | undefined {
  const [{ data }] = useQuery({ query: DIRECTORY, context: AFTER_AN_AGENCY });
  return data;
}
