import { planStage } from './plan-stage.rules';
import type { DecidablePlan } from './plan.facts';
import { aDecidablePlan, laws } from './plan.fixture';

const plan = aDecidablePlan();
const stage = (over: Partial<DecidablePlan>) => planStage('SELECTED', { ...plan, ...over }, laws);

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

test('what people did to it stands, whatever it holds', () => {
  expect(planStage('STOPPED', { ...plan, goals: [] }, laws)).toBe('STOPPED');
});
