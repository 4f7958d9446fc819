import { HOUSEHOLD_DONE, PLAN_DONE } from '../data/done';
import { graphql } from '../data/graphql';

export const START_PLAN = graphql(
  `
    mutation StartPlan($input: StartPlanInput!, $key: ID!) {
      startPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const OWN_WORDS = graphql(
  `
    mutation RecordOwnWords($input: RecordOwnWordsInput!, $key: ID!) {
      recordOwnWords(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
export const ADD_GOAL = graphql(
  `
    mutation AddGoal($input: AddGoalInput!, $key: ID!) {
      addGoal(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const FIRST_STEP = graphql(
  `
    mutation SetFirstStep($input: SetFirstStepInput!, $key: ID!) {
      setFirstStep(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ADD_MEASURE = graphql(
  `
    mutation AddMeasure($input: AddMeasureInput!, $key: ID!) {
      addMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const WITHDRAW = graphql(
  `
    mutation WithdrawFromPlan($input: WithdrawFromPlanInput!, $key: ID!) {
      withdrawFromPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const JUDGE_VALUE = graphql(
  `
    mutation JudgeValue($input: JudgeValueInput!, $key: ID!) {
      judgeValue(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const REVERSE_TEST = graphql(
  `
    mutation AnswerReverseTest($input: AnswerReverseTestInput!, $key: ID!) {
      answerReverseTest(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ADD_SCENARIO = graphql(
  `
    mutation AddScenario($input: AddScenarioInput!, $key: ID!) {
      addScenario(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ADD_COST_LINE = graphql(
  `
    mutation AddCostLine($input: AddCostLineInput!, $key: ID!) {
      addCostLine(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ADD_UNPRICED = graphql(
  `
    mutation AddUnpriced($input: AddUnpricedInput!, $key: ID!) {
      addUnpriced(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const FUND_MEASURE = graphql(
  `
    mutation FundMeasure($input: FundMeasureInput!, $key: ID!) {
      fundMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ASK_ADVISER = graphql(
  `
    mutation AskAdviser($input: AskAdviserInput!, $key: ID!) {
      askAdviser(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ASK_DECIDER = graphql(
  `
    mutation AskDecider($input: AskDeciderInput!, $key: ID!) {
      askDecider(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ASK_POSITION = graphql(
  `
    mutation AskPosition($input: AskPositionInput!, $key: ID!) {
      askPosition(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ESCALATE = graphql(
  `
    mutation EscalatePosition($input: EscalatePositionInput!, $key: ID!) {
      escalatePosition(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ANSWER_OBJECTION = graphql(
  `
    mutation AnswerObjection($input: AnswerObjectionInput!, $key: ID!) {
      answerObjection(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ACCEPT_CONDITION = graphql(
  `
    mutation AcceptCondition($input: AcceptConditionInput!, $key: ID!) {
      acceptCondition(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const PROCEED = graphql(
  `
    mutation ProceedWithoutAnswer($input: ProceedWithoutAnswerInput!, $key: ID!) {
      proceedWithoutAnswer(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const PROCEED_NO = graphql(
  `
    mutation ProceedWithoutAgreement($input: ProceedWithoutAgreementInput!, $key: ID!) {
      proceedWithoutAgreement(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const AGREEMENT = graphql(
  `
    mutation RecordAgreement($input: RecordAgreementInput!, $key: ID!) {
      recordAgreement(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const DECIDE = graphql(
  `
    mutation DecidePlan($input: DecidePlanInput!, $key: ID!) {
      decidePlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const START_MEASURE = graphql(
  `
    mutation StartMeasure($input: StartMeasureInput!, $key: ID!) {
      startMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const FINISH_MEASURE = graphql(
  `
    mutation FinishMeasure($input: FinishMeasureInput!, $key: ID!) {
      finishMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const DROP_MEASURE = graphql(
  `
    mutation DropMeasure($input: DropMeasureInput!, $key: ID!) {
      dropMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const PROMISE = graphql(
  `
    mutation AddCommitment($input: AddCommitmentInput!, $key: ID!) {
      addCommitment(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const NEW_VERSION = graphql(
  `
    mutation StartNewVersion($input: StartNewVersionInput!, $key: ID!) {
      startNewVersion(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ESCALATION_OUTCOME = graphql(
  `
    mutation RecordEscalationOutcome($input: RecordEscalationOutcomeInput!, $key: ID!) {
      recordEscalationOutcome(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const END_ASKING = graphql(
  `
    mutation EndAsking($input: EndAskingInput!, $key: ID!) {
      endAsking(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const SET_MEASURE_DAY = graphql(
  `
    mutation SetMeasureDay($input: SetMeasureDayInput!, $key: ID!) {
      setMeasureDay(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const STOP_PLAN = graphql(
  `
    mutation StopPlan($input: StopPlanInput!, $key: ID!) {
      stopPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const OPEN_DISPUTE = graphql(
  `
    mutation OpenDispute($input: OpenDisputeInput!, $key: ID!) {
      openDispute(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ESCALATE_DISPUTE = graphql(
  `
    mutation EscalateDispute($input: EscalateDisputeInput!, $key: ID!) {
      escalateDispute(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const SETTLE_DISPUTE = graphql(
  `
    mutation SettleDispute($input: SettleDisputeInput!, $key: ID!) {
      settleDispute(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const RECORD_REFUSAL = graphql(
  `
    mutation RecordRefusal($input: RecordRefusalInput!, $key: ID!) {
      recordRefusal(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const RECORD_CALL = graphql(
  `
    mutation RecordCall($input: RecordCallInput!, $key: ID!) {
      recordCall(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const CAPACITY = graphql(
  `
    mutation AddCapacityFactor($input: AddCapacityFactorInput!, $key: ID!) {
      addCapacityFactor(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
