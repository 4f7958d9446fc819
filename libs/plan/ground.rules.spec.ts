import { provisionNotInForce, supportingLaws, whyNotAddGround } from './ground.rules';
import type { GroundFacts } from './plan.facts';
import { aDecidablePlan, ground, laws, measure, sorted } from './plan.fixture';

const plan = aDecidablePlan({ measures: [measure(), measure({ id: 'other' })] });
const judge = (provision: string, over: Partial<GroundFacts> = {}) =>
  sorted(whyNotAddGround(ground('new', provision, over), plan, laws));

test('a ground in the role of its provision may be added', () => {
  expect(judge('income:1')).toEqual([]);
  expect(judge('income:1', { answers: ['refusal'] })).toEqual([]);
});

test('a lapsed provision may be written down; deciding on it is what is refused', () => {
  expect(judge('old:1')).toEqual([]);
});

test('it belongs to a measure of the plan, has an argument and a provision that exists', () => {
  expect(judge('income:1', { measureId: 'elsewhere' })).toEqual(['MEASURE_UNKNOWN elsewhere']);
  expect(judge('income:1', { argument: '  ' })).toEqual(['REQUIRED argument']);
  expect(judge('nowhere:1')).toEqual(['PROVISION_UNKNOWN nowhere:1']);
  const gone = { ...laws, versionOn: () => undefined };
  const entry = ground('new', 'income:1', { role: 'LIMIT', overrideReason: 'it was one once' });
  expect(sorted(whyNotAddGround(entry, plan, gone))).toEqual(['PROVISION_UNKNOWN income:1']);
});

test('one provision stands once with a measure', () => {
  expect(judge('care:1')).toEqual(['GROUND_EXISTS care:1']);
  expect(judge('care:1', { measureId: 'other' })).toEqual([]);
});

test('another role than the catalogue gives needs a reason that the decider will see', () => {
  expect(judge('income:1', { role: 'PROTECTION' })).toEqual(['ROLE_DIFFERS income:1']);
  expect(judge('income:1', { role: 'PROTECTION', overrideReason: 'here it is a floor' })).toEqual([]);
});

test('a policy rule or by-law is never room, also not with a reason', () => {
  expect(judge('own-rule:1')).toEqual([]);
  expect(judge('own-rule:1', { role: 'ROOM', overrideReason: 'it helps' })).toEqual(['OWN_RULE_GIVES_NO_ROOM own-rule:1']);
  expect(judge('own-rule:1', { role: 'PROTECTION', overrideReason: 'it helps' })).toEqual(['OWN_RULE_GIVES_NO_ROOM own-rule:1']);
});

test('only room or protection answers, and only a limit of the same measure', () => {
  expect(judge('care:2', { answers: ['refusal'] })).toEqual(['ANSWER_WITHOUT_ROOM care:2']);
  expect(judge('income:1', { answers: ['care', 'gone'] })).toEqual(['ANSWERED_IS_NO_LIMIT care', 'ANSWERED_IS_NO_LIMIT gone']);
  expect(judge('income:1', { measureId: 'other', answers: ['refusal'] })).toEqual(['ANSWERED_IS_NO_LIMIT refusal']);
});

test('laws are counted once, over room and protection', () => {
  const grounds = [
    ground('a', 'support:2'),
    ground('b', 'support:2'),
    ground('c', 'general:1'),
    ground('d', 'care:2'),
    ground('e', 'support:1'),
  ];
  expect(supportingLaws(measure(), grounds, laws).map(({ key }) => key)).toEqual(['general', 'support']);
});

test('a ground is judged by the law of the plan’s day, as the catalogue knew it on the ground’s own day', () => {
  const asked: unknown[] = [];
  const inForce = (...question: unknown[]) => {
    asked.push(question);
    return 'NOT_IN_FORCE' as const;
  };
  const reasons = provisionNotInForce(
    { ...plan, grounds: [ground('corrected', 'care:1', { knownOn: '2025-09-01' })] },
    { inForce },
  );
  expect(sorted(reasons)).toEqual(['PROVISION_NOT_IN_FORCE corrected']);
  expect(asked).toEqual([['care:1', plan.planOn, '2025-09-01']]);
});
