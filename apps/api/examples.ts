export type Example = { name: string; query: string; variables?: Record<string, unknown> };

/** What one asks first; the playground opens with these, and a test asks them. */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'Who am I',
    query: `# Sign in at /sign-in in this browser, or set the header Authorization: Bearer <npm run token -- lead>.
query WhoAmI {
  me { person roles today isDemo }
}
`,
  },
  {
    name: 'My households',
    query: `query MyHouseholds {
  households(first: 20) {
    nodes { id code }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: 'Household map',
    query: `# The whole picture of one household, as far as it is for you. Its id comes from "My households".
query HouseholdMap($id: ID!) {
  household(id: $id) {
    code
    band
    ownWords
    lead { personLabel }
    deputy { personLabel }
    members { name role birthDate }
    problems { id type words status causedBy }
    involvements { id agencyName law payer problemIds }
    interventions { service involvementId }
    waits { waiting for holder what liftable provision }
    contactsPerMonth { month count counted }
  }
}
`,
    variables: { id: '' },
  },
  {
    name: 'What unlocks it',
    query: `# Who waits for whom in a circle, and the fewest decisions that open it, each with its reason.
query WhatUnlocksIt($id: ID!) {
  household(id: $id) {
    unlock {
      circles { members waits notLiftable }
      smallest { size exact setCount words { nl en } sets preferred }
      chosen { wait alternatives words { nl en } }
      notLiftable
    }
    waits { id what holder provision }
    involvements { id agencyName }
  }
}
`,
    variables: { id: '' },
  },
  {
    name: 'What my agency must answer',
    query: `# For a liaison: npm run token -- l-wlz. Open questions first, the nearest last day on top.
query WhatMyAgencyMustAnswer {
  myQuestions(first: 20) {
    nodes { isOpen householdId measures { result owner dueOn } position { id planId state askedOn dueOn answer condition objectionAnswer version } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: 'Plan with its matrix',
    query: `# The id of a plan stands in household(id) { plan { id } }. A plan as measures against laws, and everything that keeps you from deciding it.
query PlanWithMatrix($id: ID!) {
  plan(id: $id) {
    number
    status
    stage
    goals { words firstStep }
    measures { id owner dueOn result deviates }
    matrix { laws rows { measureId supportingLaws cells { law groundMissing struckOut grounds { provision role force } } } }
    whyNotDecide { code nl en about }
  }
}
`,
    variables: { id: '' },
  },
  {
    name: 'Provisions in force',
    query: `# What gives room on one day, from all laws together.
query ProvisionsInForce($on: LocalDate!, $role: ProvisionRole) {
  provisionsInForce(on: $on, role: $role, first: 20) {
    nodes { key article role summary { nl en } law { shortTitle } inForce(on: $on) }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { on: '2026-03-02', role: 'ROOM' },
  },
];
