import { useRef, useState } from 'react';
import type { Outcome } from '../../data/act';
import { PLAN_DONE } from '../../data/done';
import { graphql } from '../../data/graphql';
import { newKey } from '../../data/key';

export const ADD_GROUND = graphql(
  `
    mutation AddGround($input: AddGroundInput!, $key: ID!) {
      addGround(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ANSWER_LIMITS = graphql(
  `
    mutation AnswerLimits($input: AnswerLimitsInput!, $key: ID!) {
      answerLimits(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const ADD_CONTRADICTION = graphql(
  `
    mutation AddContradiction($input: AddContradictionInput!, $key: ID!) {
      addContradiction(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const RESOLVE = graphql(
  `
    mutation ResolveContradiction($input: ResolveContradictionInput!, $key: ID!) {
      resolveContradiction(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const DISMISS = graphql(
  `
    mutation DismissPattern($input: DismissPatternInput!, $key: ID!) {
      dismissPattern(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const STRIKE_OUT = graphql(
  `
    mutation StrikeOutLaw($input: StrikeOutLawInput!, $key: ID!) {
      strikeOutLaw(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
export const WITHDRAW = graphql(
  `
    mutation WithdrawFromWet($input: WithdrawFromPlanInput!, $key: ID!) {
      withdrawFromPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

/** One act of the reader that may take several of the api. Each part keeps its key until the whole is done, so pressing again is safe. */
export function useActs() {
  const keys = useRef(new Map<string, string>());
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [busy, setBusy] = useState(false);

  /** The same input again is the same act; other input is another one. */
  const keyOf = (input: unknown): string => {
    const said = JSON.stringify(input);
    const key = keys.current.get(said) ?? newKey();
    keys.current.set(said, key);
    return key;
  };
  const go = async (parts: readonly (() => Promise<Outcome<unknown>>)[]): Promise<boolean> => {
    setBusy(true);
    for (const part of parts) {
      const came = await part();
      if (came.kind === 'done') continue;
      if (came.kind === 'refused') keys.current.clear();
      setOutcome(came);
      setBusy(false);
      return false;
    }
    keys.current.clear();
    setOutcome(null);
    setBusy(false);
    return true;
  };
  return { go, keyOf, outcome, busy, clear: () => setOutcome(null) };
}
