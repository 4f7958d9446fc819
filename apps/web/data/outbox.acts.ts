import type { TadaDocumentNode } from 'gql.tada';
import { act, type Outcome } from './act';
import { graphql } from './graphql';

/** The acts that may wait. Each answers the version of what it changed, so that the page asks anew what it shows of it. */
const ACTS = {
  createHousehold: graphql(`
    mutation TakeHousehold($input: CreateHouseholdInput!, $key: ID!) {
      createHousehold(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  addMember: graphql(`
    mutation TakeMember($input: AddMemberInput!, $key: ID!) {
      addMember(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  addProblem: graphql(`
    mutation TakeProblem($input: AddProblemInput!, $key: ID!) {
      addProblem(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  addInvolvement: graphql(`
    mutation TakeInvolvement($input: AddInvolvementInput!, $key: ID!) {
      addInvolvement(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  addWait: graphql(`
    mutation TakeWait($input: AddWaitInput!, $key: ID!) {
      addWait(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  recordContact: graphql(`
    mutation TakeContact($input: RecordContactInput!, $key: ID!) {
      recordContact(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  recordLetter: graphql(`
    mutation TakeLetter($input: RecordLetterInput!, $key: ID!) {
      recordLetter(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  recordOwnWords: graphql(`
    mutation TakeOwnWords($input: RecordOwnWordsInput!, $key: ID!) {
      recordOwnWords(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  withdrawFromHousehold: graphql(`
    mutation TakeBack($input: WithdrawFromHouseholdInput!, $key: ID!) {
      withdrawFromHousehold(input: $input, key: $key) {
        ... on Household {
          id
          version
        }
        ... on HouseholdRefused {
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
    }
  `),
  addCommitment: graphql(`
    mutation TakePromise($input: AddCommitmentInput!, $key: ID!) {
      addCommitment(input: $input, key: $key) {
        ... on BreakthroughPlan {
          id
          version
        }
        ... on PlanRefused {
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
    }
  `),
  withdrawFromPlan: graphql(`
    mutation TakeBackFromPlan($input: WithdrawFromPlanInput!, $key: ID!) {
      withdrawFromPlan(input: $input, key: $key) {
        ... on BreakthroughPlan {
          id
          version
        }
        ... on PlanRefused {
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
    }
  `),
};
export type ActName = keyof typeof ACTS;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what waited on the device is what `take` was given
type AnyAct = TadaDocumentNode<any, any>;

export async function doAct(name: string, variables: Record<string, unknown>, key: string): Promise<Outcome<unknown>> {
  const document = (ACTS as Record<string, AnyAct>)[name];
  if (!document)
    return {
      kind: 'failed',
      trouble: { code: 'INTERNAL', nl: 'Dit kan niet meer zo.', en: 'This is not possible so any more.' },
    };
  return act(document as never, variables as never, key);
}
