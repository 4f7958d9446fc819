import { HOUSEHOLD_DONE } from './done';
import { graphql } from './graphql';

/** A wait that is over: said on the map, and where the measure that lifts it is done. */
export const LIFT = graphql(
  `
    mutation LiftWait($input: LiftWaitInput!, $key: ID!) {
      liftWait(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
