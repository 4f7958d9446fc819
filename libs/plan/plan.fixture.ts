import { type Holidays, type Reason } from '@doorbraak/kernel';
import type {
  Asker,
  DecidablePlan,
  GroundFacts,
  GroundRole,
  LawBook,
  MeasureFacts,
  Mandate,
  PlanContext,
  PositionFacts,
} from './plan.facts';

/** A plan that can be decided, as small as the rules allow, for the specs of this room: each test breaks one thing of it. */
export const DAY = '2025-10-27';

const ROLE_OF: Record<string, GroundRole> = {
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
  lawKeys: ['general', 'support', 'care', 'income', 'old', 'own-rule'],
  lawOf: (key) => (key in ROLE_OF ? key.split(':')[0]! : null),
  isGeneral: (law) => law === 'general',
  isOwnRule: (law) => law === 'own-rule',
  roleOf: (key) => ROLE_OF[key] ?? null,
  inForce: (key) => (key === 'old:1' ? 'NOT_IN_FORCE' : key === 'old:2' ? 'TEXT_OLDER' : 'IN_FORCE'),
  patterns: [{ key: 'who-pays', type: 'AFBAKENING', sideA: ['support:1'], sideB: ['care:1'], roomVia: ['support:2'] }],
};

export const context: PlanContext = { today: DAY, laws };

export const holidays: Holidays = { days: new Set(['2025-12-25', '2025-12-26']), firstYear: 2025, lastYear: 2025 };

export const mandate = (over: Partial<Mandate> = {}): Mandate => ({
  kinds: ['INTERIM_PAYER'],
  maxCents: 100_000n,
  from: '2025-01-01',
  to: '2025-12-31',
  ...over,
});

export const holder: Asker = { personId: 'holder', mandates: [mandate()] };
export const authorWithMandate: Asker = { personId: 'author', mandates: [mandate()] };

export const ground = (id: string, provisionKey: string, over: Partial<GroundFacts> = {}): GroundFacts => ({
  id,
  measureId: 'support-now',
  provisionKey,
  role: ROLE_OF[provisionKey] ?? 'ROOM',
  roleReason: null,
  argument: 'because it fits here',
  answers: [],
  ...over,
});

export const position = (over: Partial<PositionFacts> = {}): PositionFacts => ({
  id: 'position',
  involvementId: 'municipality',
  measureId: 'support-now',
  askedOn: '2025-10-01',
  dueOn: '2025-10-08',
  answer: 'AGREES',
  answeredOn: '2025-10-03',
  conditionAccepted: false,
  reply: null,
  escalation: null,
  proceedReason: null,
  ...over,
});

export const measure = (over: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'support-now',
  involvementId: 'municipality',
  addresses: ['no-support'],
  lifts: ['wait'],
  deviatesFromStandard: true,
  deviationKind: 'INTERIM_PAYER',
  lawsAdded: [],
  lawsStruckOut: [],
  noExtraMoney: false,
  ...over,
});

export function aDecidablePlan(over: Partial<DecidablePlan> = {}): DecidablePlan {
  const line = { measureId: 'support-now', payerKey: 'WMO', cents: 60_000n };
  return {
    date: DAY,
    authorId: 'author',
    leadId: 'author',
    deputyId: 'deputy',
    household: {
      problemIds: ['no-support'],
      involvements: [
        { id: 'municipality', lawKey: 'support', problemIds: ['no-support'] },
        { id: 'care-office', lawKey: 'care', problemIds: ['no-support'] },
      ],
      waits: [{ id: 'wait', provisionKey: 'support:1' }],
    },
    goals: [
      { id: 'stay', words: 'I stay here', firstStep: 'support starts' },
      { id: 'calm', words: 'calm visits', firstStep: null },
    ],
    scenarios: [
      {
        id: 'now',
        kind: 'AS_NOW',
        order: 0,
        horizonMonths: 12,
        costLines: [{ ...line, measureId: null, cents: 90_000n }],
        unpriced: [],
      },
      { id: 'then', kind: 'BREAKTHROUGH', order: 1, horizonMonths: 12, costLines: [line], unpriced: [] },
      { id: 'other', kind: 'BREAKTHROUGH', order: 2, horizonMonths: 12, costLines: [{ ...line, cents: 70_000n }], unpriced: [] },
    ],
    reverseTest: { EFFECT: 'a', VALUES: 'b', CONSEQUENCES: 'c', LEGAL: 'd' },
    measures: [measure()],
    grounds: [ground('refusal', 'support:1'), ground('urgency', 'support:2', { answers: ['refusal'] }), ground('care', 'care:1')],
    contradictions: [],
    values: (['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const).map((value) => ({
      value,
      verdict: 'SUFFICIENT',
      argument: 'it is',
    })),
    perspectives: (['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const).map((kind) => ({
      kind,
      personId: `adviser-${kind}`,
      verdict: 'SUFFICIENT',
      argument: 'do it',
    })),
    fundingShares: [{ measureId: 'support-now', payerKey: 'WMO', percent: '100', cents: 60_000n }],
    positions: [position()],
    agreement: { state: 'AGREED', proceedReason: null },
    ...over,
  };
}

/** Reasons as sets: their order is for reading, and no rule depends on it. */
export const sorted = (reasons: readonly Reason[]): string[] =>
  reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
