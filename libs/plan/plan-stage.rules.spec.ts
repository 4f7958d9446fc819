import { type Followed, stageAfter, stageBefore } from './plan-stage.rules';
import type { DecidablePlan } from './plan.facts';
import { aDecidablePlan, laws } from './plan.fixture';

const plan = aDecidablePlan();
const stage = (over: Partial<DecidablePlan>) => stageBefore({ ...plan, ...over }, laws);

test('what the plan holds says how far it is', () => {
  expect(stage({ household: { problems: [], involvements: [], waits: [] } })).toBe('SELECTED');
  expect(stage({ household: { ...plan.household, involvements: [] } })).toBe('SELECTED');
  expect(stage({ household: { ...plan.household, problems: [] } })).toBe('SELECTED');
  expect(stage({ goals: [] })).toBe('MAPPED');
  expect(stage({ scenarios: [] })).toBe('PERSPECTIVE_SET');
  expect(stage({ perspectives: [] })).toBe('OPTIONS_COMPARED');
  expect(stage({})).toBe('JUSTIFIED');
});

test('money, agencies and the household come after the justification', () => {
  expect(stage({ fundingShares: [], positions: [], agreements: [], deputyId: null })).toBe('JUSTIFIED');
});

test.each<[Partial<Followed>, string]>([
  [{}, 'DECIDED'],
  [{ learned: true }, 'DECIDED'],
  [{ begun: true }, 'EXECUTING'],
  [{ begun: true, learned: true }, 'EXECUTING'],
  [{ reviewed: true }, 'VERIFIED'],
  [{ begun: true, reviewed: true }, 'VERIFIED'],
  [{ begun: true, reviewed: true, learned: true }, 'LEARNED'],
])('after the decision, with %j: %s', (came, expected) => {
  expect(stageAfter({ begun: false, reviewed: false, learned: false, ...came })).toBe(expected);
});
