import { perspectiveMissing, perspectiveNotSufficient, valueNotSufficient, whyNotAssess } from './perspective.rules';
import { aDecidablePlan, sorted } from './plan.fixture';

const plan = aDecidablePlan();

test('what the author assessed does not count', () => {
  const perspectives = plan.perspectives.map((p) => (p.kind === 'LEGAL' ? { ...p, byPerson: 'author' } : p));
  expect(sorted(perspectiveMissing({ ...plan, perspectives }))).toEqual(['PERSPECTIVE_MISSING LEGAL']);
});

test('three perspectives are three persons', () => {
  const perspectives = plan.perspectives.map((p) => (p.kind === 'LEGAL' ? p : { ...p, byPerson: 'the-same' }));
  expect(sorted(perspectiveMissing({ ...plan, perspectives }))).toEqual(['PERSPECTIVE_MISSING SOCIETAL']);
  expect(sorted(perspectiveMissing({ ...plan, perspectives: [...perspectives].reverse() }))).toEqual([
    'PERSPECTIVE_MISSING SOCIETAL',
  ]);
});

test('a verdict without an argument is not sufficient', () => {
  const silent = <T extends { argument: string }>(judged: readonly T[]) =>
    judged.map((j, i) => (i ? j : { ...j, argument: ' ' }));
  expect(sorted(valueNotSufficient({ values: silent(plan.values) }))).toEqual(['VALUE_NOT_SUFFICIENT LEGITIMACY']);
  expect(sorted(perspectiveNotSufficient({ perspectives: silent(plan.perspectives) }))).toEqual([
    'PERSPECTIVE_NOT_SUFFICIENT LEGAL',
  ]);
});

test('a value that nobody judged is not sufficient; a perspective that nobody took is missing, not insufficient', () => {
  expect(valueNotSufficient({ values: [] })).toHaveLength(3);
  expect(perspectiveMissing({ ...plan, perspectives: [] })).toHaveLength(3);
  expect(perspectiveNotSufficient({ perspectives: [] })).toEqual([]);
});

test('whoever assesses did not write the plan and took no other perspective', () => {
  expect(whyNotAssess('LEGAL', 'adviser-LEGAL', plan)).toEqual([]);
  expect(sorted(whyNotAssess('LEGAL', 'author', plan))).toEqual(['AUTHOR_DOES_NOT_ASSESS']);
  expect(sorted(whyNotAssess('LEGAL', 'adviser-SOCIETAL', plan))).toEqual(['ONE_PERSPECTIVE_EACH']);
});
