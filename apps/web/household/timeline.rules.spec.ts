import { byMonth, everyMonth } from './timeline.rules';

const event = (id: string, on: string) => ({ id, on, kind: 'contact' as const });

test('the newest month and day come first; a month of which only the number is known is there, an empty one is not', () => {
  const months = byMonth(
    [event('a', '2026-01-03'), event('b', '2026-03-01'), event('c', '2026-01-20'), event('d', '2026-01-20')],
    [
      { month: '2025-12-01', count: 16 },
      { month: '2026-01-01', count: 3 },
    ],
  );
  expect(months.map(({ month, contacts, events }) => [month, contacts, events.map(({ id }) => id).join('')])).toEqual([
    ['2026-03-01', null, 'b'],
    ['2026-01-01', 3, 'dca'],
    ['2025-12-01', 16, ''],
  ]);
});

test('a line of time has every month once; of which nobody told has no number', () => {
  expect(
    everyMonth([
      { month: '2026-02-01', count: 4 },
      { month: '2025-11-01', count: 16 },
    ]),
  ).toEqual([
    { month: '2025-11-01', count: 16 },
    { month: '2025-12-01', count: null },
    { month: '2026-01-01', count: null },
    { month: '2026-02-01', count: 4 },
  ]);
  expect(everyMonth([{ month: '2026-02-01', count: 4 }])).toEqual([{ month: '2026-02-01', count: 4 }]);
  expect(everyMonth([])).toEqual([]);
});
