import * as fc from 'fast-check';
import type { Reason } from '@doorbraak/kernel';
import type { ProvisionRole } from '@doorbraak/law';
import { whyNotDecide, whyNotUnsigned } from './decide.rules';
import type { Asker, DecidablePlan } from './plan.facts';
import {
  aDecidablePlan,
  authorWithMandate,
  context,
  ground,
  holder,
  laws,
  mandate,
  measure,
  position,
  sorted,
} from './plan.fixture';

const plan = aDecidablePlan();
const [refusal, urgency, care] = plan.grounds;

test('a complete plan can be decided by a mandate holder who did not write it', () => {
  expect(whyNotDecide(plan, holder, context)).toEqual([]);
});

type Fault = { code: Reason['code']; about?: string; with?: Partial<DecidablePlan>; asker?: Asker };

/** Each fault is as small as the code allows; giving the field back its value mends it, which the test above has shown. */
const FAULTS: Fault[] = [
  { code: 'GOAL_MISSING', with: { goals: [] } },
  { code: 'FIRST_STEP_MISSING', with: { goals: plan.goals.map((goal) => ({ ...goal, firstStep: ' ' })) } },
  { code: 'MEASURE_MISSING', with: { measures: [], grounds: [], fundingShares: [], positions: [] } },
  { code: 'AS_NOW_MISSING', with: { scenarios: plan.scenarios.filter(({ kind }) => kind !== 'AS_NOW') } },
  { code: 'FEWER_THAN_TWO_SCENARIOS', with: { scenarios: plan.scenarios.filter(({ kind }) => kind === 'AS_NOW') } },
  {
    code: 'REVERSE_TEST_INCOMPLETE',
    about: 'VALUES',
    with: { reverseTest: plan.reverseTest.filter(({ step }) => step !== 'VALUES') },
  },
  {
    code: 'LAW_TOUCHED_WITHOUT_GROUND',
    about: 'support-now/income',
    with: { measures: [measure({ lawsAdded: ['income'] })] },
  },
  { code: 'ROLE_DIFFERS', about: 'care', with: { grounds: [refusal!, urgency!, { ...care!, role: 'PROTECTION' }] } },
  { code: 'LIMIT_UNANSWERED', about: 'refusal', with: { grounds: [refusal!, { ...urgency!, answers: [] }, care!] } },
  {
    code: 'CONTRADICTION_UNRESOLVED',
    about: 'clash',
    with: {
      contradictions: [
        {
          id: 'clash',
          measureId: 'support-now',
          a: 'refusal',
          b: 'care',
          type: 'AFBAKENING',
          pattern: null,
          resolvedVia: ['urgency'],
          reasoning: null,
        },
      ],
    },
  },
  { code: 'FEWER_THAN_TWO_LAWS', about: 'support-now', with: { grounds: [refusal!, urgency!, ground('care', 'care:2')] } },
  {
    code: 'NO_ROOM_CITED',
    about: 'support-now',
    with: {
      grounds: plan.grounds.map((g) =>
        g.role === 'ROOM' ? { ...g, role: 'PROTECTION' as const, overrideReason: 'a floor' } : g,
      ),
    },
  },
  { code: 'PROVISION_NOT_IN_FORCE', about: 'lapsed', with: { grounds: [...plan.grounds, ground('lapsed', 'old:1')] } },
  {
    code: 'VALUE_NOT_SUFFICIENT',
    about: 'ENGAGEMENT',
    with: { values: plan.values.map((v) => (v.value === 'ENGAGEMENT' ? { ...v, verdict: 'NOT_YET' as const } : v)) },
  },
  { code: 'PERSPECTIVE_MISSING', about: 'SOCIETAL', with: { perspectives: plan.perspectives.slice(0, 2) } },
  {
    code: 'PERSPECTIVE_NOT_SUFFICIENT',
    about: 'ECONOMIC',
    with: {
      perspectives: plan.perspectives.map((p) => (p.kind === 'ECONOMIC' ? { ...p, verdict: 'INSUFFICIENT' as const } : p)),
    },
  },
  {
    code: 'FUNDING_NOT_COMPLETE',
    about: 'support-now',
    with: { fundingShares: [{ ...plan.fundingShares[0]!, cents: 59_999n }] },
  },
  { code: 'POSITION_UNANSWERED', about: 'support-now', with: { positions: [position({ answer: null, answeredOn: null })] } },
  { code: 'OBJECTION_UNANSWERED', about: 'position', with: { positions: [position({ answer: 'OBJECTS' })] } },
  { code: 'HOUSEHOLD_NOT_AGREED', with: { agreements: [] } },
  { code: 'LEAD_OR_DEPUTY_MISSING', with: { deputyId: null } },
  { code: 'MANDATE_EXCEEDED', asker: { ...holder, mandates: [mandate({ maxCents: 59_999n })] } },
  { code: 'NOT_OWN_PLAN', asker: authorWithMandate },
];

test.each(FAULTS)('$code alone', (fault) => {
  const reasons = whyNotDecide({ ...plan, ...fault.with }, fault.asker ?? holder, context);
  expect(reasons).toEqual([fault.about === undefined ? { code: fault.code } : { code: fault.code, about: fault.about }]);
});

test('the table has every code of the judgement once', () => {
  expect(new Set(FAULTS.map((fault) => fault.code)).size).toBe(23);
  expect(FAULTS).toHaveLength(23);
});

test('an author who holds a mandate hears every other fault as well', () => {
  for (const fault of FAULTS.filter((f) => f.with)) {
    const codes = whyNotDecide({ ...plan, ...fault.with }, authorWithMandate, context).map((r) => r.code);
    expect(codes).toEqual([fault.code, 'NOT_OWN_PLAN']);
  }
});

describe('the household', () => {
  const disagrees = {
    personId: 'partner',
    state: 'DISAGREED' as const,
    measureIds: ['support-now'],
    proceedReason: null,
    proceedBy: null,
  };
  const overruled = { ...disagrees, proceedReason: 'without it they lose the house', proceedBy: 'holder' };
  const judged = (...said: DecidablePlan['agreements']) => sorted(whyNotDecide({ ...plan, agreements: said }, holder, context));

  test('that disagrees blocks, until a mandate holder goes on with a reason', () => {
    expect(judged(disagrees)).toEqual(['HOUSEHOLD_NOT_AGREED partner']);
    expect(judged({ ...overruled, proceedReason: ' ' })).toEqual(['HOUSEHOLD_NOT_AGREED partner']);
    expect(judged(overruled)).toEqual([]);
  });

  test('is not overruled by the author', () => {
    expect(judged({ ...overruled, proceedBy: 'author' })).toEqual(['HOUSEHOLD_NOT_AGREED partner']);
  });

  test('has agreed when nobody of it who spoke is against', () => {
    expect(judged(...plan.agreements, disagrees)).toEqual(['HOUSEHOLD_NOT_AGREED partner']);
    expect(judged(...plan.agreements, { ...disagrees, state: 'AGREED' })).toEqual([]);
  });
});

test('going on as now of which nobody said what it costs is no picture of it; what has no price is', () => {
  const now = (over: object) => plan.scenarios.map((s) => (s.kind === 'AS_NOW' ? { ...s, costLines: [], ...over } : s));
  expect(sorted(whyNotDecide({ ...plan, scenarios: now({}) }, holder, context))).toContain('AS_NOW_MISSING');
  const unpriced = [{ item: 'SUFFERING', measureId: null }];
  expect(sorted(whyNotDecide({ ...plan, scenarios: now({ unpriced }) }, holder, context))).toEqual([]);
});

test('a question of the reverse test without words is not answered', () => {
  const reverseTest = plan.reverseTest.map((asked) => (asked.step === 'LEGAL' ? { ...asked, answer: ' ' } : asked));
  expect(sorted(whyNotDecide({ ...plan, reverseTest }, holder, context))).toEqual(['REVERSE_TEST_INCOMPLETE LEGAL']);
});

test('lead and deputy are two persons', () => {
  expect(sorted(whyNotDecide({ ...plan, deputyId: plan.leadId }, holder, context))).toEqual(['LEAD_OR_DEPUTY_MISSING']);
});

test('the order in which things were entered changes no judgement', () => {
  const broken = aDecidablePlan({
    ...plan,
    goals: plan.goals.map((goal) => ({ ...goal, firstStep: null })),
    measures: [measure(), measure({ id: 'later', lawsAdded: ['income', 'general'], deviationKind: 'OTHER' })],
    grounds: [...plan.grounds, ground('lapsed', 'old:1'), ground('limit', 'own-rule:1', { measureId: 'later' })],
    values: plan.values.map((v, i) => (i ? v : { ...v, verdict: 'INSUFFICIENT' })),
    perspectives: plan.perspectives.map((p) => ({ ...p, byPerson: 'one-and-the-same' })),
    fundingShares: [
      { measureId: 'support-now', payer: 'WMO', percent: '60', cents: 36_000n },
      { measureId: 'support-now', payer: 'FUND', percent: '40', cents: 24_000n },
    ],
  });
  const lists = [
    'goals',
    'scenarios',
    'reverseTest',
    'measures',
    'grounds',
    'values',
    'perspectives',
    'fundingShares',
    'positions',
  ] as const;
  const shuffled = fc.tuple(
    ...lists.map((list) => fc.shuffledSubarray<unknown>([...broken[list]], { minLength: broken[list].length })),
  );
  const expected = sorted(whyNotDecide(broken, holder, context));
  expect(expected.length).toBeGreaterThan(8);
  fc.assert(
    fc.property(shuffled, (orders) => {
      const other = { ...broken, ...Object.fromEntries(lists.map((list, i) => [list, orders[i]])) };
      expect(sorted(whyNotDecide(other, holder, context))).toEqual(expected);
    }),
  );
});

test('one ground more never makes another thing worse', () => {
  const provisions = ['support:1', 'support:2', 'care:1', 'care:2', 'income:1', 'general:1', 'old:1', 'nowhere:1'];
  const roles: ProvisionRole[] = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE'];
  const anyGround = (id: string) =>
    fc
      .record({
        provision: fc.constantFrom(...provisions),
        role: fc.constantFrom(...roles),
        answers: fc.subarray(['refusal', 'g0', 'g1']),
      })
      .map(({ provision, role, answers }) => ground(id, provision, { role, answers }));
  const start = fc.tuple(anyGround('g0'), anyGround('g1'), fc.subarray([...plan.grounds]));
  fc.assert(
    fc.property(start, anyGround('new'), ([g0, g1, own], added) => {
      const before = { ...plan, grounds: [g0, g1, ...own] };
      const after = { ...plan, grounds: [...before.grounds, added] };
      const known = new Set(sorted(whyNotDecide(before, holder, context)));
      const worse = whyNotDecide(after, holder, { ...context, laws }).filter((r) => !known.has(sorted([r])[0]!));
      expect(worse.filter((r) => r.about !== 'new')).toEqual([]);
    }),
  );
});

test('a plan that costs more than going on as now is signed for', () => {
  const [now, ...others] = plan.scenarios;
  const line = { id: 'line', measureId: null, interventionId: null, payer: 'WMO', cents: 59_999n };
  const dearer = { scenarios: [{ ...now!, costLines: [line] }, ...others] };
  expect(sorted(whyNotUnsigned(dearer, false))).toEqual(['RETURN_NOT_SIGNED']);
  expect(whyNotUnsigned(dearer, true)).toEqual([]);
  expect(whyNotUnsigned(plan, false)).toEqual([]);
});
