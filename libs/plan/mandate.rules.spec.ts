import { amountOf, covers, holdsMandate, mandateExceeded } from './mandate.rules';
import { aDecidablePlan, mandate, measure, sorted } from './plan.fixture';

const share = (cents: bigint | null) => ({ measureId: 'support-now', payer: 'WMO', percent: '50', cents });
const plan = aDecidablePlan({ fundingShares: [share(60_000n), share(40_000n), share(null)] });

test('the amount is the sum of all shares; what is not known is not in it', () => {
  expect(amountOf(plan)).toBe(100_000n);
});

test('a mandate covers up to and including its amount, on its first and last day', () => {
  expect(covers(mandate(), plan)).toBe(true);
  expect(covers(mandate({ maxCents: 99_999n }), plan)).toBe(false);
  expect(covers(mandate({ maxCents: null }), plan)).toBe(true);
  expect(covers(mandate({ fromOn: plan.planOn, toOn: plan.planOn }), plan)).toBe(true);
  expect(covers(mandate({ fromOn: '2025-10-28' }), plan)).toBe(false);
  expect(covers(mandate({ toOn: '2025-10-26' }), plan)).toBe(false);
});

test('it names the kind of every measure that deviates, and of no other', () => {
  const other = (over: object) => aDecidablePlan({ measures: [measure(), measure({ id: 'other', ...over })] });
  expect(covers(mandate(), other({ deviationKind: 'WAIVE_CLAIM' }))).toBe(false);
  expect(covers(mandate(), other({ deviationKind: 'WAIVE_CLAIM', deviates: false }))).toBe(true);
  expect(covers(mandate(), other({ deviationKind: null }))).toBe(false);
});

test('one mandate that covers the plan is enough, whatever else the person holds', () => {
  const asker = { personId: 'holder', mandates: [mandate({ maxCents: 1n }), mandate()] };
  expect(mandateExceeded(plan, asker)).toEqual([]);
});

test('two mandates do not add up', () => {
  const both = { personId: 'holder', mandates: [mandate({ maxCents: 60_000n }), mandate({ kinds: [], maxCents: null })] };
  expect(sorted(mandateExceeded(plan, both))).toEqual(['MANDATE_EXCEEDED']);
});

test('one mandate of several that is in force is a mandate', () => {
  const mandates = [mandate({ toOn: '2025-10-26' }), mandate()];
  expect(holdsMandate({ personId: 'holder', mandates }, plan.planOn)).toBe(true);
  expect(holdsMandate({ personId: 'holder', mandates: mandates.slice(0, 1) }, plan.planOn)).toBe(false);
});
