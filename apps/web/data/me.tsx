import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from './graphql';

export const ME = graphql(`
  query Me {
    me {
      person
      roles
      agency
      fixteam
      isDemo
      today
    }
  }
`);
export type Me = ResultOf<typeof ME>['me'];

export const MeContext = createContext<Me | null>(null);
/** Who is signed in; only pages that are shown to somebody ask. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** Who works in a neighbourhood team. */
export const TEAM: readonly Me['roles'][number][] = ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR'];
