import { askerOf, caseFile, CASES, catalogueLaws, planOf } from './case.fixture';
import { whyNotDecide } from './decide.rules';
import { stageBefore } from './plan-stage.rules';
import { positionState } from './position.rules';
import { lawsStanding } from './touched.rules';
import { warnings } from './warning.rules';

const laws = catalogueLaws();
const stages = CASES.flatMap((name) => caseFile(name).expectWhyNotDecide.map((expected) => ({ name, ...expected })));

test.each(stages)('$name, $stage', ({ name, acts, asking, codes }) => {
  const file = caseFile(name);
  const reasons = whyNotDecide(planOf(file, acts), askerOf(file, asking), { today: file.plan.date, laws });
  expect([...new Set(reasons.map(({ code }) => code))].sort()).toEqual([...codes].sort());
});

test.each(CASES)('%s: the laws that each measure touches', (name) => {
  const plan = planOf(caseFile(name), ['*']);
  const touched = plan.measures.map((measure) => lawsStanding(measure, plan, laws));
  expect(touched).toEqual(caseFile(name).plan.measures.map((measure) => [...measure.lawsTouched].sort()));
});

test('peter: the stage follows from what the plan holds', () => {
  const file = caseFile('peter-beschermd-wonen');
  const stage = (...acts: string[]) => stageBefore(planOf(file, acts), laws);
  expect(stage('lead')).toBe('MAPPED');
  expect(stage('lead', 'goals', 'firstStep')).toBe('PERSPECTIVE_SET');
  expect(stage('lead', 'goals', 'firstStep', 'scenario:AS_NOW', 'scenario:BREAKTHROUGH')).toBe('OPTIONS_COMPARED');
  expect(stage('*', '-funding', '-positions', '-agreement', '-lead')).toBe('JUSTIFIED');
});

test('peter: the care office stays visible as silent after the decision could be taken', () => {
  const file = caseFile('peter-beschermd-wonen');
  const plan = planOf(file, ['*']);
  const silent = plan.positions.find((position) => position.involvementId === 'wlz-office')!;
  expect(positionState(silent, file.plan.date)).toBe('DID_NOT_ANSWER');
  expect(warnings(plan, { today: file.plan.date, laws })).toContainEqual({ code: 'DID_NOT_ANSWER', about: silent.id });
});
