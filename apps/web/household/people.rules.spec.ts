import { isEverybody, sameLooks, whenShared } from './people.rules';

const look = (id: string, at: string, who: string, act: string, outcome: string) => ({ id, at, who, act, outcome });

test('looks of one person on one day stand there once; what somebody changed keeps its own line', () => {
  const groups = sameLooks([
    look('5', '2026-11-24T17:00:00Z', 'a', 'readHousehold', 'READ'),
    look('4', '2026-11-24T16:00:00Z', 'a', 'addProblem', 'DONE'),
    look('3', '2026-11-24T15:00:00Z', 'a', 'readPlan', 'READ'),
    look('2', '2026-11-24T14:00:00Z', 'b', 'readHousehold', 'READ'),
    look('1', '2026-11-23T17:00:00Z', 'a', 'readHousehold', 'READ'),
  ]);
  expect(groups.map(({ look: { id }, times }) => [id, times])).toEqual([
    ['5', 2],
    ['4', 1],
    ['2', 1],
    ['1', 1],
  ]);
});

test('a share counts on its first and its last day, and not on the day on which it was withdrawn', () => {
  const share = (fromOn: string, toOn: string, withdrawnOn: string | null = null) =>
    whenShared({ fromOn, toOn, withdrawnOn }, '2026-11-24');
  expect(share('2026-11-24', '2026-11-24')).toBe('now');
  expect(share('2026-11-25', '2026-12-24')).toBe('later');
  expect(share('2026-01-01', '2026-11-23')).toBe('over');
  expect(share('2026-01-01', '2026-12-31', '2026-11-24')).toBe('over');
});

test('everybody is everybody who still lives there, and more than one', () => {
  const member = (personId: string, toOn: string | null = null) => ({ personId, toOn });
  expect(isEverybody([member('a'), member('b'), member('c', '2026-01-01')], ['b', 'a'])).toBe(true);
  expect(isEverybody([member('a'), member('b')], ['a'])).toBe(false);
  expect(isEverybody([member('a')], ['a'])).toBe(false);
});
