import { isResolved, proposedContradictions, whyNotContradiction, whyNotDismiss, whyNotResolve } from './contradiction.rules';
import { whyNotDecide } from './decide.rules';
import type { ContradictionFacts } from './plan.facts';
import { aDecidablePlan, context, ground, holder, laws, sorted } from './plan.fixture';

const plan = aDecidablePlan();
const clash: ContradictionFacts = {
  id: 'clash',
  measureId: 'support-now',
  a: 'refusal',
  b: 'care',
  type: 'AFBAKENING',
  pattern: 'who-pays',
  resolvedVia: ['urgency'],
  reasoning: 'temporary support does justice to both',
};
const judge = (over: Partial<ContradictionFacts>) => sorted(whyNotContradiction({ ...clash, ...over }, plan.grounds, laws));

test('two grounds of one measure may contradict each other, by a pattern or without one', () => {
  expect(judge({})).toEqual([]);
  expect(judge({ a: 'care', b: 'refusal' })).toEqual([]);
  expect(judge({ pattern: null, a: 'urgency', type: 'TOEGANG' })).toEqual([]);
  expect(judge({ resolvedVia: [], reasoning: null })).toEqual([]);
});

test('what does not fit is refused', () => {
  expect(judge({ pattern: null, b: 'refusal' })).toEqual(['CONTRADICTION_WITH_ITSELF refusal']);
  expect(judge({ b: 'gone' })).toEqual(['GROUND_UNKNOWN gone']);
  expect(judge({ measureId: 'other', resolvedVia: [] })).toEqual(['GROUND_UNKNOWN care', 'GROUND_UNKNOWN refusal']);
  expect(judge({ resolvedVia: ['gone'] })).toEqual(['GROUND_UNKNOWN gone']);
  expect(judge({ pattern: 'unheard-of' })).toEqual(['PATTERN_UNKNOWN unheard-of']);
  expect(judge({ a: 'urgency' })).toEqual(['PATTERN_SIDES_DIFFER who-pays']);
  expect(judge({ type: 'TOEGANG' })).toEqual(['PATTERN_TYPE_DIFFERS who-pays']);
  expect(judge({ reasoning: ' ' })).toEqual(['REQUIRED reasoning']);
});

test('it is resolved by a reasoning and a ground of the measure that gives room or protects', () => {
  expect(isResolved(clash, plan.grounds)).toBe(true);
  expect(isResolved({ ...clash, reasoning: '' }, plan.grounds)).toBe(false);
  expect(isResolved({ ...clash, resolvedVia: [] }, plan.grounds)).toBe(false);
  expect(isResolved({ ...clash, resolvedVia: ['refusal'] }, plan.grounds)).toBe(false);
  expect(
    isResolved(
      clash,
      plan.grounds.map((g) => ({ ...g, measureId: 'other' })),
    ),
  ).toBe(false);
});

test('resolved, it answers the limit on either side of it', () => {
  const grounds = plan.grounds.map((g) => ({ ...g, answers: [] }));
  const judged = (...contradictions: ContradictionFacts[]) =>
    sorted(whyNotDecide({ ...plan, grounds, contradictions }, holder, context));
  expect(judged()).toEqual(['LIMIT_UNANSWERED refusal']);
  expect(judged(clash)).toEqual([]);
  expect(judged({ ...clash, a: 'care', b: 'refusal' })).toEqual([]);
  expect(judged({ ...clash, resolvedVia: [] })).toEqual(['CONTRADICTION_UNRESOLVED clash', 'LIMIT_UNANSWERED refusal']);
});

describe('a known pattern', () => {
  const proposal = {
    measureId: 'support-now',
    pattern: 'who-pays',
    groundIds: ['refusal'],
    otherLaws: ['care'],
    roomVia: ['support:2'],
  };

  test('is proposed when one side is cited and the law of the other is touched', () => {
    expect(proposedContradictions({ ...plan, grounds: [ground('refusal', 'support:1')] }, laws, [])).toEqual([proposal]);
    const other = { ...plan, grounds: [ground('care', 'care:1')] };
    expect(proposedContradictions(other, laws, [])).toEqual([{ ...proposal, groundIds: ['care'], otherLaws: ['support'] }]);
  });

  test('is not proposed when the other law has nothing to do with it, or was struck out', () => {
    const grounds = [ground('refusal', 'support:1')];
    const struck = { ...plan, grounds, struckOut: [{ measureId: 'support-now', law: 'care', line: 'no care is asked' }] };
    expect(proposedContradictions(struck, laws, [])).toEqual([]);
    expect(proposedContradictions({ ...plan, grounds: [] }, laws, [])).toEqual([]);
  });

  test('is not proposed again once it is written down or dismissed, and never blocks', () => {
    expect(proposedContradictions({ ...plan, contradictions: [clash] }, laws, [])).toEqual([]);
    expect(proposedContradictions(plan, laws, [{ measureId: 'support-now', pattern: 'who-pays' }])).toEqual([]);
    expect(proposedContradictions(plan, laws, [{ measureId: 'other', pattern: 'who-pays' }])).toEqual([proposal]);
    expect(proposedContradictions(plan, laws, [{ measureId: 'support-now', pattern: 'another' }])).toEqual([proposal]);
    expect(proposedContradictions(plan, laws, [])).toEqual([proposal]);
    expect(whyNotDecide(plan, holder, context)).toEqual([]);
  });
});

test('whoever resolves it names what carries that; procedure alone does not', () => {
  const grounds = [...plan.grounds, ground('procedure', 'care:2', { role: 'PROCEDURE' })];
  const resolve = (over: Partial<ContradictionFacts>) => sorted(whyNotResolve({ ...clash, ...over }, grounds, laws));
  expect(resolve({})).toEqual([]);
  expect(resolve({ resolvedVia: ['procedure'] })).toEqual(['CONTRADICTION_UNRESOLVED clash']);
  expect(resolve({ resolvedVia: ['gone'] })).toEqual(['CONTRADICTION_UNRESOLVED clash', 'GROUND_UNKNOWN gone']);
});

test('only a pattern that is proposed can be set aside, once', () => {
  const dismiss = (dismissed: { measureId: string; pattern: string }[], pattern = 'who-pays') =>
    sorted(whyNotDismiss('support-now', pattern, proposedContradictions(plan, laws, dismissed)));
  expect(dismiss([])).toEqual([]);
  expect(dismiss([{ measureId: 'support-now', pattern: 'who-pays' }])).toEqual(['PATTERN_NOT_PROPOSED who-pays']);
  expect(dismiss([], 'unheard-of')).toEqual(['PATTERN_NOT_PROPOSED unheard-of']);
});
