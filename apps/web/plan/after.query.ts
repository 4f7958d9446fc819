import { OUTCOME_DONE } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';

/** What came of a decided plan; asked when its page is opened. */
export const AFTER = graphql(`
  query AfterDecision($plan: ID!) {
    plan(id: $plan) {
      id
      reviews {
        id
        months
        heldOn
        contactsPerMonth
        hours
        words
        closes
        reported
        withdrawnOn
        scores {
          domain
          score
        }
      }
      reviewsDue {
        months
        dueOn
        state
      }
      realised {
        id
        kind
        fromOn
        toOn
        known
        withdrawnOn
        costLines {
          id
          note
          payer
          cents
          withdrawnOn
        }
        unpriced {
          id
          item
          note
          withdrawnOn
        }
      }
      bottlenecks {
        id
        provision
        obstacle
        kind
        withdrawnOn
      }
    }
    lifeScale {
      key
      name {
        nl
        en
      }
    }
  }
`);
type Found = ResultOf<typeof AFTER>;
export type After = NonNullable<Found['plan']>;
export type LifeScale = Found['lifeScale'];
export type Review = After['reviews'][number];
export type Period = After['realised'][number];

export const RECORD_REVIEW = graphql(
  `
    mutation RecordReview($input: RecordReviewInput!, $key: ID!) {
      recordReview(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const CORRECT_REVIEW = graphql(
  `
    mutation CorrectReview($input: CorrectReviewInput!, $key: ID!) {
      correctReview(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const RECORD_REALISED = graphql(
  `
    mutation RecordRealised($input: RecordRealisedInput!, $key: ID!) {
      recordRealised(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const ADD_REALISED_COST = graphql(
  `
    mutation AddRealisedCost($input: AddRealisedCostInput!, $key: ID!) {
      addRealisedCost(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const ADD_REALISED_UNPRICED = graphql(
  `
    mutation AddRealisedUnpriced($input: AddRealisedUnpricedInput!, $key: ID!) {
      addRealisedUnpriced(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const ADD_BOTTLENECK = graphql(
  `
    mutation AddBottleneck($input: AddBottleneckInput!, $key: ID!) {
      addBottleneck(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const ADJUST_FACT = graphql(
  `
    mutation AdjustFact($input: AdjustFactInput!, $key: ID!) {
      adjustFact(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
export const WITHDRAW_OUTCOME = graphql(
  `
    mutation WithdrawFromOutcome($input: WithdrawFromOutcomeInput!, $key: ID!) {
      withdrawFromOutcome(input: $input, key: $key) {
        ...OutcomeDone
      }
    }
  `,
  [OUTCOME_DONE],
);
