import type { DecidablePlan } from './plan.facts';
import { whyNotDecide } from './decide.rules';
import { aDecidablePlan, context, ground, holder, measure, position, stepUp } from './plan.fixture';
import { warnings } from './warning.rules';

const plan = aDecidablePlan();
const seen = (over: Partial<DecidablePlan>) => {
  const judged = { ...plan, ...over };
  expect(whyNotDecide(judged, holder, context)).toEqual([]);
  return warnings(judged, context);
};
const proceed = { proceedReason: 'it cannot wait', proceedBy: 'holder' };

test('a sound plan has nothing to be warned of', () => {
  expect(seen({})).toEqual([]);
});

test('what does not block is shown to who decides', () => {
  const [refusal, urgency, care] = plan.grounds;
  expect(seen({ grounds: [...plan.grounds, ground('weak', 'old:2')] })).toEqual([{ code: 'TEXT_OLDER', about: 'weak' }]);
  expect(seen({ grounds: [refusal!, urgency!, { ...care!, overrideReason: 'read otherwise' }] })).toEqual([
    { code: 'ROLE_OVERRIDDEN', about: 'care' },
  ]);
  expect(seen({ grounds: [refusal!, urgency!, { ...care!, role: 'PURPOSE' }, ground('floor', 'general:1')] })).toEqual([
    { code: 'ONLY_ONE_SPECIFIC_LAW', about: 'support-now' },
  ]);
  expect(
    seen({
      positions: [position({ answer: null, answeredOn: null, escalations: [stepUp()], ...proceed })],
    }),
  ).toEqual([{ code: 'DID_NOT_ANSWER', about: 'position' }]);
  expect(seen({ agreements: [{ personId: 'partner', state: 'DISAGREED', ...proceed }] })).toEqual([
    { code: 'HOUSEHOLD_DISAGREES', about: 'partner' },
  ]);
});

test('a text whose date is not established is shown apart from one that is old', () => {
  const laws = { ...context.laws, inForce: () => 'NOT_ESTABLISHED' as const };
  expect(warnings(plan, { ...context, laws }).map(({ code }) => code)).toEqual([
    'NOT_ESTABLISHED',
    'NOT_ESTABLISHED',
    'NOT_ESTABLISHED',
  ]);
});

test('money that is not known, and money that is more than now', () => {
  const [now, then, other] = plan.scenarios;
  const unpriced = [{ item: 'HOME_REPAIR', measureId: 'support-now' }];
  expect(seen({ scenarios: [now!, { ...then!, unpriced }, other!] })).toEqual([
    { code: 'AMOUNT_NOT_KNOWN', about: 'support-now' },
  ]);
  const cheap = { ...now!, costLines: now!.costLines.map((line) => ({ ...line, cents: 1n })) };
  expect(seen({ scenarios: [cheap, then!, other!] })).toEqual([{ code: 'COSTS_MORE_THAN_NOW' }]);
});

test('a plan of general law only, without deviation, is no matter of warning', () => {
  const measures = [measure({ deviates: false })];
  const struckOut = [{ measureId: 'support-now', law: 'care', line: 'no care is asked' }];
  expect(
    seen({
      measures,
      struckOut,
      grounds: [ground('limit', 'support:1', {}), ground('floor', 'general:1', { answers: ['limit'] })],
    }),
  ).toEqual([]);
});

test('nothing is said of costs while one side of the comparison is missing', () => {
  const [now, then] = plan.scenarios;
  expect(warnings({ ...plan, scenarios: [now!] }, context)).toEqual([]);
  expect(warnings({ ...plan, scenarios: [then!] }, context)).toEqual([]);
});
