import { beginFirst, fairShare, matches } from './search.rules';

test('every word has to be somewhere, without accents and capitals, and nothing is a wildcard', () => {
  expect(matches(['wmo', 'orien'], ['Wmo 2015', 'oriëntatie'])).toBe(true);
  expect(matches(['wmo', 'wlz'], ['Wmo 2015', null])).toBe(false);
  expect(matches(['w%'], ['Wmo 2015'])).toBe(false);
  expect(matches([], ['Wmo 2015'])).toBe(true);
});

test('what begins with it comes first, and the rest keeps its order', () => {
  expect(beginFirst(['De wet', 'Wet b', 'Een wet', 'Wet a'], ['wet'], (name) => name)).toEqual([
    'Wet b',
    'Wet a',
    'De wet',
    'Een wet',
  ]);
});

test('each kind gets a share, and what one does not need another gets', () => {
  const [a, b, c] = [['a1', 'a2', 'a3', 'a4', 'a5'], ['b1'], ['c1', 'c2', 'c3']];
  expect(fairShare([a, b, c], 6)).toEqual([['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']]);
  expect(fairShare([a, [], []], 3)).toEqual([['a1', 'a2', 'a3'], [], []]);
  expect(fairShare([a, b, c], 20)).toEqual([a, b, c]);
});
