import { graphql } from './graphql';

/** All reasons why an act was not done, and what somebody else did since the version that was seen. */
export const HOUSEHOLD_REFUSED = graphql(`
  fragment HouseholdNot on HouseholdRefused @_unmask {
    reasons {
      code
      nl
      en
      about
    }
    changes {
      act
      at
      by
      version
    }
  }
`);
export const PLAN_REFUSED = graphql(`
  fragment PlanNot on PlanRefused @_unmask {
    reasons {
      code
      nl
      en
      about
    }
    changes {
      act
      at
      by
      version
    }
  }
`);

/** What every act answers that the page shows nothing else of: the version that it made, so that what rests on it is asked anew; or why not. */
export const HOUSEHOLD_DONE = graphql(
  `
    fragment HouseholdDone on HouseholdOutcome @_unmask {
      ... on Household {
        id
        version
      }
      ...HouseholdNot
    }
  `,
  [HOUSEHOLD_REFUSED],
);
export const PLAN_DONE = graphql(
  `
    fragment PlanDone on PlanOutcome @_unmask {
      ... on BreakthroughPlan {
        id
        version
      }
      ...PlanNot
    }
  `,
  [PLAN_REFUSED],
);
export const DIRECTORY_DONE = graphql(`
  fragment DirectoryIsDone on DirectoryOutcome @_unmask {
    ... on DirectoryDone {
      subject
    }
    ... on DirectoryRefused {
      reasons {
        code
        nl
        en
        about
      }
      changes {
        act
        at
        by
        version
      }
    }
  }
`);
export const OUTCOME_DONE = graphql(`
  fragment OutcomeDone on OutcomeOutcome @_unmask {
    ... on BreakthroughPlan {
      id
      version
    }
    ... on OutcomeRefused {
      reasons {
        code
        nl
        en
        about
      }
      changes {
        act
        at
        by
        version
      }
    }
  }
`);
