import { aDecidablePlan, laws, measure, sorted } from './plan.fixture';
import { touchedLaws, whyNotStrikeOut } from './touched.rules';

const plan = aDecidablePlan();

test('a law is touched by the owner, by whoever works on the problems, by a wait that is lifted, or as added; each says so', () => {
  expect(touchedLaws(measure({ lawsAdded: ['income'] }), plan, laws)).toEqual([
    { law: 'care', origins: [{ kind: 'PROBLEM', involvementId: 'care-office', problemIds: ['no-support'] }], struckOut: null },
    { law: 'income', origins: [{ kind: 'ADDED' }], struckOut: null },
    {
      law: 'support',
      origins: [
        { kind: 'OWNER', involvementId: 'municipality' },
        { kind: 'PROBLEM', involvementId: 'municipality', problemIds: ['no-support'] },
        { kind: 'WAIT', waitId: 'wait', provision: 'support:1' },
      ],
      struckOut: null,
    },
  ]);
});

test('a wait that is not lifted and a problem that is not addressed touch nothing', () => {
  const touched = touchedLaws(measure({ involvementId: 'charity', problemIds: [], lifts: [] }), plan, laws);
  expect(touched).toEqual([]);
});

test('an agency without a law and a wait without a provision touch nothing', () => {
  const household = {
    problems: [{ id: 'p' }],
    involvements: [{ id: 'charity', law: null, problemIds: ['p'] }],
    waits: [{ id: 'wait', provision: null }],
  };
  expect(touchedLaws(measure({ involvementId: 'charity', problemIds: ['p'] }), { household, struckOut: [] }, laws)).toEqual([]);
});

test('what is struck out stays visible with its line; without a line it is not struck out', () => {
  const struck = (line: string, measureId = 'support-now') =>
    touchedLaws(measure(), { ...plan, struckOut: [{ measureId, law: 'care', line }] }, laws)[0];
  expect(struck('no care is asked')).toMatchObject({ law: 'care', struckOut: 'no care is asked' });
  expect(struck('no care is asked', 'other')).toMatchObject({ law: 'care', struckOut: null });
  expect(struck(' ')).toMatchObject({ law: 'care', struckOut: null });
});

test('only a touched law is struck out, with a line', () => {
  const touched = touchedLaws(measure(), plan, laws);
  expect(whyNotStrikeOut('care', 'no care is asked', touched)).toEqual([]);
  expect(sorted(whyNotStrikeOut('income', '', touched))).toEqual(['LAW_NOT_TOUCHED income', 'REQUIRED line']);
});
