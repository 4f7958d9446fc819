import type { TadaDocumentNode } from 'gql.tada';
import { useQuery, type UseQueryResponse } from 'urql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { useLive } from '../data/live';

type Asked<Data> = readonly [result: UseQueryResponse<Data>[0], again: () => void];

/** A question about one household, asked anew after an act of the reader and when somebody else did something. */
export function useHousehold<Data>(query: TadaDocumentNode<Data, { id: string }>, household: string): Asked<Data> {
  const [result, ask] = useQuery<Data, { id: string }>({ query, variables: { id: household }, context: AFTER_ANY_ACT });
  const again = () => ask({ requestPolicy: 'network-only' });
  useLive({ household }, again);
  return [result, again];
}
