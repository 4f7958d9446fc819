import {
  perspectiveMissing,
  perspectiveNotSufficient,
  perspectiveVerdict,
  valueNotSufficient,
  whyNotAssess,
} from './perspective.rules';
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

describe('what three perspectives come to', () => {
  type Over = Partial<(typeof plan.perspectives)[number]>;
  const verdict = (over: Partial<Record<'LEGAL' | 'ECONOMIC' | 'SOCIETAL', Over | null>>) =>
    perspectiveVerdict({
      ...plan,
      perspectives: plan.perspectives.flatMap((given) => (over[given.kind] === null ? [] : { ...given, ...over[given.kind] })),
    });

  test.each<[string, Parameters<typeof verdict>[0], ReturnType<typeof verdict>]>([
    ['all three suffice', {}, { verdict: 'SUFFICIENT', missing: [], agree: true }],
    ['one does not', { LEGAL: { verdict: 'INSUFFICIENT' } }, { verdict: 'INSUFFICIENT', missing: [], agree: false }],
    [
      'none does: they agree',
      { LEGAL: { verdict: 'INSUFFICIENT' }, ECONOMIC: { verdict: 'INSUFFICIENT' }, SOCIETAL: { verdict: 'INSUFFICIENT' } },
      { verdict: 'INSUFFICIENT', missing: [], agree: true },
    ],
    ['one is not judged to the end', { SOCIETAL: { verdict: 'NOT_YET' } }, { verdict: 'NOT_YET', missing: [], agree: false }],
    [
      'no majority outweighs the one that does not suffice',
      { ECONOMIC: { verdict: 'INSUFFICIENT' }, SOCIETAL: { verdict: 'NOT_YET' } },
      { verdict: 'INSUFFICIENT', missing: [], agree: false },
    ],
    ['one was not taken', { ECONOMIC: null }, { verdict: 'NOT_YET', missing: ['ECONOMIC'], agree: false }],
    [
      'one was not taken, another does not suffice',
      { ECONOMIC: null, LEGAL: { verdict: 'INSUFFICIENT' } },
      { verdict: 'NOT_YET', missing: ['ECONOMIC'], agree: false },
    ],
    [
      'the author took one and finds it insufficient',
      { LEGAL: { byPerson: 'author', verdict: 'INSUFFICIENT' } },
      { verdict: 'NOT_YET', missing: ['LEGAL'], agree: false },
    ],
    ['the author took one', { LEGAL: { byPerson: 'author' } }, { verdict: 'NOT_YET', missing: ['LEGAL'], agree: false }],
    [
      'one person took two',
      { SOCIETAL: { byPerson: 'adviser-LEGAL' } },
      { verdict: 'NOT_YET', missing: ['SOCIETAL'], agree: false },
    ],
    ['one gives no argument', { LEGAL: { argument: ' ' } }, { verdict: 'NOT_YET', missing: [], agree: true }],
    [
      'none was taken',
      { LEGAL: null, ECONOMIC: null, SOCIETAL: null },
      { verdict: 'NOT_YET', missing: ['LEGAL', 'ECONOMIC', 'SOCIETAL'], agree: false },
    ],
  ])('%s', (_, over, come) => {
    expect(verdict(over)).toEqual(come);
  });
});
