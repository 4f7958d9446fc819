import { groupPromises, type PromiseState } from './promises.rules';

const promise = (who: string, state: PromiseState, dueOn: string, newDueOn: string | null = null) => ({
  who,
  state,
  dueOn,
  newDueOn,
});

test('what needs somebody comes first, and each group counts its own', () => {
  const groups = groupPromises(
    [
      promise('school', 'KEPT', '2026-01-01'),
      promise('politie', 'OPEN', '2026-03-01'),
      promise('school', 'LATE', '2026-01-05', '2026-02-09'),
      promise('politie', 'OVERDUE', '2026-02-01'),
      promise('school', 'LATE', '2026-01-20', '2026-02-01'),
      promise('school', 'BROKEN', '2026-01-03'),
    ],
    ({ who }) => who,
  );
  expect(groups.map(({ who, kept, late, broken, open }) => [who, kept, late, broken, open])).toEqual([
    ['politie', 0, 1, 0, 1],
    ['school', 1, 2, 1, 0],
  ]);
  expect(groups[1]?.lines.map(({ state, newDueOn, dueOn }) => `${state} ${newDueOn ?? dueOn}`)).toEqual([
    'LATE 2026-02-01',
    'LATE 2026-02-09',
    'BROKEN 2026-01-03',
    'KEPT 2026-01-01',
  ]);
});
