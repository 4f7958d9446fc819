import type { Reason } from '@doorbraak/kernel';
import type { ProvisionRole } from '@doorbraak/law';
import {
  type Asker,
  type DecidablePlan,
  type GroundFacts,
  type LawBook,
  type MandateFacts,
  type MeasureFacts,
  type PlanContext,
  type PositionFacts,
  REVERSE_TEST_STEPS,
} from './plan.facts';
import type { StepUp } from './ladder.rules';

/** The day of all specs of this room. */
export const DAY = '2025-10-27';

const ROLE_OF: Record<string, ProvisionRole> = {
  'support:1': 'LIMIT',
  'support:2': 'ROOM',
  'care:1': 'ROOM',
  'care:2': 'PROCEDURE',
  'income:1': 'ROOM',
  'general:1': 'PROTECTION',
  'own-rule:1': 'LIMIT',
  'old:1': 'ROOM',
  'old:2': 'ROOM',
};

export const laws: LawBook = {
  laws: () => ['general', 'support', 'care', 'income', 'old', 'own-rule'].map((key) => ({ key })),
  lawOf(provision) {
    const key = provision.split(':')[0]!;
    return ROLE_OF[provision] && { key, kind: key === 'own-rule' ? 'POLICY_RULE' : 'ACT', general: key === 'general' };
  },
  versionOn: (provision) => ROLE_OF[provision] && { role: ROLE_OF[provision] },
  inForce: (provision) => (provision === 'old:1' ? 'NOT_IN_FORCE' : provision === 'old:2' ? 'TEXT_OLDER' : 'IN_FORCE'),
  patterns: [{ key: 'who-pays', type: 'AFBAKENING', sideA: ['support:1'], sideB: ['care:1'], roomVia: ['support:2'] }],
};

export const context: PlanContext = { today: DAY, laws };

export const mandate = (over: Partial<MandateFacts> = {}): MandateFacts => ({
  kinds: ['INTERIM_PAYER'],
  maxCents: 100_000n,
  fromOn: '2025-01-01',
  toOn: '2025-12-31',
  ...over,
});

export const holder: Asker = { personId: 'holder', mandates: [mandate()] };
export const authorWithMandate: Asker = { personId: 'author', mandates: [mandate()] };

export const ground = (id: string, provision: string, over: Partial<GroundFacts> = {}): GroundFacts => ({
  id,
  measureId: 'support-now',
  provision,
  role: ROLE_OF[provision] ?? 'ROOM',
  knownOn: DAY,
  overrideReason: null,
  argument: 'because it fits here',
  answers: [],
  ...over,
});

export const position = (over: Partial<PositionFacts> = {}): PositionFacts => ({
  id: 'position',
  involvementId: 'municipality',
  measureIds: ['support-now'],
  askedOn: '2025-10-01',
  dueOn: '2025-10-08',
  answer: 'AGREES',
  answeredOn: '2025-10-03',
  conditionAcceptedOn: null,
  objectionAnswer: null,
  escalations: [],
  proceedReason: null,
  proceedBy: null,
  ...over,
});

export const measure = (over: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'support-now',
  involvementId: 'municipality',
  problemIds: ['no-support'],
  lifts: ['wait'],
  deviates: true,
  deviationKind: 'INTERIM_PAYER',
  lawsAdded: [],
  noExtraMoney: false,
  ...over,
});

/** As small as the rules allow: each test breaks one thing of it. */
export function aDecidablePlan(over: Partial<DecidablePlan> = {}): DecidablePlan {
  const line = { id: 'line', measureId: 'support-now', interventionId: null, payer: 'WMO', cents: 60_000n };
  return {
    planOn: DAY,
    writerIds: ['author'],
    leadId: 'author',
    deputyId: 'deputy',
    household: {
      problems: [{ id: 'no-support' }],
      involvements: [
        { id: 'municipality', law: 'support', problemIds: ['no-support'] },
        { id: 'care-office', law: 'care', problemIds: ['no-support'] },
      ],
      waits: [{ id: 'wait', provision: 'support:1' }],
    },
    goals: [
      { id: 'stay', words: 'I stay here', firstStep: 'support starts' },
      { id: 'calm', words: 'calm visits', firstStep: null },
    ],
    scenarios: [
      {
        id: 'now',
        kind: 'AS_NOW',
        horizonMonths: 12,
        costLines: [{ ...line, measureId: null, cents: 90_000n }],
        unpriced: [],
      },
      { id: 'plan-a', kind: 'BREAKTHROUGH', horizonMonths: 12, costLines: [line], unpriced: [] },
      { id: 'plan-b', kind: 'BREAKTHROUGH', horizonMonths: 12, costLines: [{ ...line, cents: 70_000n }], unpriced: [] },
    ],
    reverseTest: REVERSE_TEST_STEPS.map((step) => ({ step, answer: 'in own words' })),
    measures: [measure()],
    struckOut: [],
    grounds: [ground('refusal', 'support:1'), ground('urgency', 'support:2', { answers: ['refusal'] }), ground('care', 'care:1')],
    contradictions: [],
    values: (['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const).map((value) => ({
      value,
      verdict: 'SUFFICIENT',
      argument: 'it is',
    })),
    perspectives: (['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const).map((kind) => ({
      kind,
      byPerson: `adviser-${kind}`,
      verdict: 'SUFFICIENT',
      argument: 'do it',
      measureIds: ['support-now'],
    })),
    fundingShares: [{ measureId: 'support-now', payer: 'WMO', percent: '100', cents: 60_000n }],
    positions: [position()],
    agreements: [{ personId: 'member', state: 'AGREED', measureIds: ['support-now'], proceedReason: null, proceedBy: null }],
    disputes: [],
    ...over,
  };
}

/** A step up the ladder with a clock. */
export const stepUp = (over: Partial<StepUp> = {}): StepUp => ({
  id: 'step',
  rung: 1,
  onDay: '2025-10-09',
  dueOn: '2025-10-23',
  outcome: null,
  outcomeOn: null,
  outcomeWords: null,
  ...over,
});

/** Reasons as sets: their order is for reading, and no rule depends on it. */
export const sorted = (reasons: readonly Reason[]): string[] =>
  reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
