import { aDecidablePlan, laws, measure, sorted } from './plan.fixture';
import { touchedLaws, whyNotStrikeOut } from './touched.rules';

const { household } = aDecidablePlan();

test('a law is touched by the owner, by whoever works on the problems, by a wait that is lifted, or as added; each says so', () => {
  expect(touchedLaws(measure({ lawsAdded: ['income'] }), household, laws)).toEqual([
    { lawKey: 'care', origins: [{ kind: 'PROBLEM', involvementId: 'care-office', problemIds: ['no-support'] }], struckOut: null },
    { lawKey: 'income', origins: [{ kind: 'ADDED' }], struckOut: null },
    {
      lawKey: 'support',
      origins: [
        { kind: 'OWNER', involvementId: 'municipality' },
        { kind: 'PROBLEM', involvementId: 'municipality', problemIds: ['no-support'] },
        { kind: 'WAIT', waitId: 'wait', provisionKey: 'support:1' },
      ],
      struckOut: null,
    },
  ]);
});

test('a wait that is not lifted and a problem that is not addressed touch nothing', () => {
  const touched = touchedLaws(measure({ involvementId: 'charity', addresses: [], lifts: [] }), household, laws);
  expect(touched).toEqual([]);
});

test('an agency without a law and a wait without a provision touch nothing', () => {
  const without = {
    problemIds: ['p'],
    involvements: [{ id: 'charity', lawKey: null, problemIds: ['p'] }],
    waits: [{ id: 'wait', provisionKey: null }],
  };
  expect(touchedLaws(measure({ involvementId: 'charity', addresses: ['p'] }), without, laws)).toEqual([]);
});

test('what is struck out stays visible with its line; without a line it is not struck out', () => {
  const struck = (reason: string) => touchedLaws(measure({ lawsStruckOut: [{ lawKey: 'care', reason }] }), household, laws)[0];
  expect(struck('no care is asked')).toMatchObject({ lawKey: 'care', struckOut: 'no care is asked' });
  expect(struck(' ')).toMatchObject({ lawKey: 'care', struckOut: null });
});

test('only a touched law is struck out, with a line', () => {
  const touched = touchedLaws(measure(), household, laws);
  expect(whyNotStrikeOut('care', 'no care is asked', touched)).toEqual([]);
  expect(sorted(whyNotStrikeOut('income', '', touched))).toEqual(['LAW_NOT_TOUCHED income', 'REQUIRED reason']);
});
