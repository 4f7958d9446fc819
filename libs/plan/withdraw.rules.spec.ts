import { sorted } from './plan.fixture';
import { whyNotWithdraw, type Withdrawable } from './withdraw.rules';

const lists: Withdrawable = {
  goals: [{ id: 'goal' }],
  scenarios: [{ id: 'scenario' }],
  costLines: [{ id: 'line', measureId: 'paid' }],
  unpriced: [{ id: 'item', measureId: 'paid' }],
  measures: [{ id: 'paid' }, { id: 'free' }],
  struckOut: [{ id: 'struck' }],
  grounds: [
    { id: 'a', measureId: 'free' },
    { id: 'b', measureId: 'free' },
    { id: 'c', measureId: 'free' },
  ],
  contradictions: [{ id: 'contradiction', measureId: 'free', a: 'a', b: 'b' }],
  dismissed: [{ id: 'dismissed' }],
  capacityFactors: [{ id: 'factor' }],
  disputes: [{ id: 'dispute' }],
  commitments: [{ id: 'promise' }],
  refusals: [{ id: 'no' }],
  steps: [{ id: 'step' }],
};
const judge = (entry: string, isDecided = false) => sorted(whyNotWithdraw(entry, lists, [{ id: 'before' }], isDecided));

test.each(['goal', 'scenario', 'line', 'item', 'free', 'struck', 'c', 'contradiction', 'dismissed', 'factor'])(
  '%s can be withdrawn while the plan is open, and not after the decision',
  (entry) => {
    expect(judge(entry)).toEqual([]);
    expect(judge(entry, true)).toEqual([`PLAN_CLOSED ${entry}`]);
  },
);

test.each(['dispute', 'promise', 'no', 'step'])('%s can be withdrawn before and after the decision', (entry) => {
  expect(judge(entry)).toEqual([]);
  expect(judge(entry, true)).toEqual([]);
});

test('what something else rests on is withdrawn after that', () => {
  expect(judge('a')).toEqual(['ENTRY_IN_USE contradiction']);
  expect(judge('paid')).toEqual(['ENTRY_IN_USE item', 'ENTRY_IN_USE line']);
});

test('what is not there, and what was withdrawn before, is said apart', () => {
  expect(judge('elsewhere')).toEqual(['ENTRY_UNKNOWN elsewhere']);
  expect(judge('before')).toEqual(['WITHDRAWN_ALREADY before']);
});
