import { nextRungs, usualDays } from './ladder.rules';

test('the next step up is one above the highest that was taken; after the last there is none', () => {
  expect(nextRungs([])).toEqual([1, 2, 3, 4, 5]);
  expect(nextRungs([{ rung: 1 }, { rung: 2 }])[0]).toBe(3);
  expect(nextRungs([{ rung: 5 }])).toEqual([]);
});

test('the national rungs have no clock', () => {
  expect([1, 2, 3, 4, 5].map(usualDays)).toEqual([10, 15, 10, null, null]);
});
