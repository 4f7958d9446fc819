import { act, type Act, type Outcome } from './act';
import { DIRECTORY_DONE, HOUSEHOLD_DONE, PLAN_DONE } from './done';
import { graphql, type VariablesOf } from './graphql';

/** The acts that may wait. Each answers the version of what it changed, so that the page asks anew what it shows of it. */
const ACTS = {
  createHousehold: graphql(
    `
      mutation TakeHousehold($input: CreateHouseholdInput!, $key: ID!) {
        createHousehold(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  addMember: graphql(
    `
      mutation TakeMember($input: AddMemberInput!, $key: ID!) {
        addMember(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  addProblem: graphql(
    `
      mutation TakeProblem($input: AddProblemInput!, $key: ID!) {
        addProblem(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  addInvolvement: graphql(
    `
      mutation TakeInvolvement($input: AddInvolvementInput!, $key: ID!) {
        addInvolvement(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  addAgency: graphql(
    `
      mutation TakeAddAgency($input: AgencyInput!, $key: ID!) {
        addAgency(input: $input, key: $key) {
          ...DirectoryIsDone
        }
      }
    `,
    [DIRECTORY_DONE],
  ),
  linkProblem: graphql(
    `
      mutation TakeLinkProblem($input: LinkProblemInput!, $key: ID!) {
        linkProblem(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  addWait: graphql(
    `
      mutation TakeWait($input: AddWaitInput!, $key: ID!) {
        addWait(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  recordContact: graphql(
    `
      mutation TakeContact($input: RecordContactInput!, $key: ID!) {
        recordContact(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  recordLetter: graphql(
    `
      mutation TakeLetter($input: RecordLetterInput!, $key: ID!) {
        recordLetter(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  setNeighbourhood: graphql(
    `
      mutation TakeSetNeighbourhood($input: SetNeighbourhoodInput!, $key: ID!) {
        setNeighbourhood(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  recordOwnWords: graphql(
    `
      mutation TakeOwnWords($input: RecordOwnWordsInput!, $key: ID!) {
        recordOwnWords(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  withdrawFromHousehold: graphql(
    `
      mutation TakeBack($input: WithdrawFromHouseholdInput!, $key: ID!) {
        withdrawFromHousehold(input: $input, key: $key) {
          ...HouseholdDone
        }
      }
    `,
    [HOUSEHOLD_DONE],
  ),
  startPlan: graphql(
    `
      mutation TakeStartPlan($input: StartPlanInput!, $key: ID!) {
        startPlan(input: $input, key: $key) {
          ...PlanDone
        }
      }
    `,
    [PLAN_DONE],
  ),
  addCommitment: graphql(
    `
      mutation TakePromise($input: AddCommitmentInput!, $key: ID!) {
        addCommitment(input: $input, key: $key) {
          ...PlanDone
        }
      }
    `,
    [PLAN_DONE],
  ),
  withdrawFromPlan: graphql(
    `
      mutation TakeBackFromPlan($input: WithdrawFromPlanInput!, $key: ID!) {
        withdrawFromPlan(input: $input, key: $key) {
          ...PlanDone
        }
      }
    `,
    [PLAN_DONE],
  ),
};
export type ActName = keyof typeof ACTS;
/** What such an act takes. */
export type InputOf<Name extends ActName> = VariablesOf<(typeof ACTS)[Name]>['input'];

const isAct = (name: string): name is ActName => name in ACTS;
const GONE = { code: 'INTERNAL', nl: 'Dit kan niet meer zo.', en: 'This is not possible so any more.' };

/** Does what waited on the device, which `take` was given by an earlier page, perhaps of an earlier release: the api judges it anew. */
export async function doAct(name: string, variables: Record<string, unknown>, key: string): Promise<Outcome<unknown>> {
  if (!isAct(name)) return { kind: 'failed', trouble: GONE };
  return act(ACTS[name] as Act<object, { key: string }>, variables, key);
}
