import { realReference } from '../../test/reference';
import { REVERSE_TEST_STEPS } from './plan.facts';
import { PlanReference, REVERSE_TEST } from './plan.reference';

test('the reverse test asks its four questions in order, the law last', () => {
  const plan = new PlanReference(realReference());
  expect(plan.reverseTest.map(({ key }) => key)).toEqual(REVERSE_TEST_STEPS);
  expect(plan.coreValue('awb')?.nl).toBe('zorgvuldig, evenredig en uitgelegd');
  expect(plan.coreValue('wahv')).toBeUndefined();
  const turned = plan.reverseTest.map((step) => ({ ...step, order: 5 - step.order }));
  expect(REVERSE_TEST.check!(turned, () => [])).toHaveLength(4);
});
