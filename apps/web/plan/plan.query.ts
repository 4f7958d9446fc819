import { useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../data/graphql';
import { COMPARED, DOUBTED } from './payers';

/** Everything of one version that the steps show. */
const PARTS = graphql(
  `
    fragment PlanParts on BreakthroughPlan @_unmask {
      id
      version
      number
      status
      stage
      planOn
      authorId
      decidedOn
      decidedByLabel
      decisionText
      stoppedOn
      stoppedReason
      whyNotDecide {
        code
        nl
        en
        about
      }
      proposedContradictions {
        pattern
      }
      warnings {
        code
        nl
        en
        about
      }
      goals {
        id
        version
        words
        firstStep
        position
        withdrawnOn
      }
      values {
        id
        version
        value
        verdict
        argument
      }
      reverseTest {
        id
        version
        step
        answer
      }
      measures {
        id
        version
        result
        owner
        service
        involvementId
        dueOn
        deviates
        deviationKind
        noExtraMoney
        advancedBy
        problemIds
        lifts
        withdrawnOn
        shares {
          id
          payer
          percent
          cents
        }
        progress {
          state
          waitsLeft
        }
        lawsTouched {
          law
        }
      }
      grounds {
        id
        law
        article
        lid
        provision
      }
      contradictions {
        id
        a
        b
      }
      scenarios {
        ...Doubted
        id
        kind
        name
        horizonMonths
        withdrawnOn
        costLines {
          id
          note
          payer
          cents
          quantity
          unitCost
          measureId
          interventionId
          probability
          priceYear
          withdrawnOn
        }
        unpriced {
          id
          item
          note
          measureId
          withdrawnOn
        }
        totals {
          totalCents
        }
      }
      comparison {
        savingCents
        ...Compared
      }
      asked {
        id
        personId
        personLabel
        asWhat
        perspective
        untilOn
      }
      perspectives {
        id
        kind
        verdict
        argument
        advice
        byLabel
      }
      positions {
        id
        version
        involvementId
        measureIds
        state
        answer
        askedOn
        dueOn
        answeredOn
        workingDaysLeft
        condition
        conditionAcceptedOn
        reason
        objectionAnswer
        proceedReason
        withdrawnOn
        escalations {
          id
          version
          rung
          body
          onDay
          dueOn
          outcome
          outcomeWords
          withdrawnOn
        }
      }
      refusals {
        id
        version
        involvementId
        what
        reason
        alternative
        channel
        onDay
        task
        callBy
        calledOn
        withdrawnOn
      }
      disputes {
        id
        version
        about
        state
        laws
        involvementIds
        measureIds
        interimPayer
        dueOn
        settledLaw
        settledPayer
        reasoning
        withdrawnOn
        escalations {
          id
          version
          rung
          body
          onDay
          dueOn
          outcome
          outcomeWords
          withdrawnOn
        }
      }
      agreements {
        id
        version
        personId
        state
        how
        words
        agreedOn
        proceedReason
        counts
        withdrawnOn
      }
      commitments {
        id
        what
        dueOn
        newDueOn
        state
        withdrawnOn
      }
    }
  `,
  [COMPARED, DOUBTED],
);

/** All that the steps of a plan show: one question for the whole page, so that a step changes without waiting. */
const PLAN = graphql(
  `
    query PlanPage($id: ID!) {
      household(id: $id) {
        id
        version
        code
        ownWords
        members {
          id
          personId
          name
          role
          toOn
          withdrawnOn
        }
        lead {
          personId
          personLabel
        }
        deputy {
          personId
          personLabel
        }
        problems {
          id
          type
          words
          status
          withdrawnOn
        }
        involvements {
          id
          agencyName
          toOn
          withdrawnOn
        }
        waits {
          id
          version
          what
          liftedOn
          withdrawnOn
        }
        interventions {
          id
          service
          involvementId
          toOn
          withdrawnOn
        }
        interventionCosts {
          interventionId
          costLines {
            id
            note
            unitCost
            quantity
            payer
            oneOff
            cents
            withdrawnOn
          }
        }
        plans {
          id
          number
          status
          decidedOn
          stoppedOn
          stoppedReason
        }
        plan {
          ...PlanParts
        }
      }
    }
  `,
  [PARTS],
);

export type PlanHousehold = NonNullable<ResultOf<typeof PLAN>['household']>;
export type Plan = NonNullable<PlanHousehold['plan']>;
export type Measure = Plan['measures'][number];
export type Position = Plan['positions'][number];

/** Asked again after every act on the household or its plan, also when there is no plan yet. */
export function usePlan(id: string) {
  const context = useMemo(() => ({ additionalTypenames: ['BreakthroughPlan', 'Household'] }), []);
  return useQuery({ query: PLAN, variables: { id }, context });
}

/** One version by itself: the one that holds while a next one is written. */
export const VERSION = graphql(
  `
    query PlanVersion($id: ID!) {
      plan(id: $id) {
        ...PlanParts
      }
    }
  `,
  [PARTS],
);

/** What two versions are compared by; asked when that page is opened. */
export const VERSIONS = graphql(`
  query PlanVersions($id: ID!) {
    household(id: $id) {
      id
      plans {
        id
        number
        status
        decidedOn
        stoppedOn
        decisionText
        goals {
          id
          words
          firstStep
          withdrawnOn
        }
        measures {
          id
          result
          involvementId
          dueOn
          withdrawnOn
          shares {
            payer
            percent
          }
        }
        grounds {
          id
          law
          article
          lid
          role
        }
        reverseTest {
          step
          answer
        }
        values {
          value
          verdict
          argument
        }
        perspectives {
          kind
          verdict
        }
        agreements {
          id
          state
          counts
          withdrawnOn
        }
        comparison {
          savingCents
        }
      }
    }
  }
`);
export type Version = NonNullable<NonNullable<ResultOf<typeof VERSIONS>['household']>['plans']>[number];

/** Who can be asked for a task; asked when its form is opened. */
export const PEOPLE = graphql(`
  query PlanPeople($task: ProfessionalTask!) {
    professionals(suitedTo: $task) {
      id
      label
    }
  }
`);

/** Prices and things without a price; asked when the first form about money is opened. */
export const PRICES = graphql(`
  query PlanPrices {
    unitCosts {
      key
      name {
        nl
        en
      }
      cents
      payer
      unit
      enabled
      validFrom
      validTo
    }
    unpricedItems {
      key
      name {
        nl
        en
      }
    }
  }
`);

/** Why somebody could not act as the rules expect: asked only where it is shown, so that nobody reads it in passing. */
export const CAPACITY_FACTORS = graphql(`
  query PlanCapacity($plan: ID!) {
    plan(id: $plan) {
      id
      capacityFactors {
        id
        factor
        personId
        withdrawnOn
      }
    }
  }
`);
