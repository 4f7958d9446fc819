import { graphql, type ResultOf } from '../data/graphql';

/** All that the table shows of a household. */
export const KITCHEN = graphql(`
  query KitchenTable($id: ID!) {
    household(id: $id) {
      id
      code
      version
      ownWords
      neighbourhoodCode
      neighbourhoodYear
      deputy {
        personId
      }
      closedOn
      members {
        id
        personId
        name
        role
        toOn
        withdrawnOn
      }
      problems {
        id
        type
        domain
        words
        sinceOn
        status
        withdrawnOn
      }
      involvements {
        id
        agencyId
        agencyName
        problemIds
        toOn
        withdrawnOn
      }
      waits {
        id
        waiting
        for
        what
        liftedOn
        withdrawnOn
      }
      letters {
        id
        involvementId
        kind
        demand
        amountCents
        dueOn
        receivedOn
        doneOn
        withdrawnOn
        attachments {
          id
          kind
          withdrawnOn
        }
      }
      contacts(first: 8) {
        nodes {
          id
          on
          channel
          minutes
          involvementId
          monthCount
          withdrawnOn
        }
      }
      plan {
        id
        status
        commitments {
          id
          what
          dueOn
          state
          withdrawnOn
        }
      }
    }
  }
`);

/** The household as the api answered it. */
export type Home = NonNullable<ResultOf<typeof KITCHEN>['household']>;

export const stands = ({ withdrawnOn }: { withdrawnOn: string | null }) => withdrawnOn === null;
/** Does the answer know it? Also when it was ended or withdrawn since. */
export const isIn = (home: Home | null, key: string): boolean =>
  [
    home?.members,
    home?.problems,
    home?.involvements,
    home?.waits,
    home?.letters,
    home?.contacts.nodes,
    home?.plan?.commitments,
  ].some((some) => some?.some(({ id }) => id === key));
