import { dayLooks, workingDaysUntil, type LookLine } from './others.rules';

const HOLIDAYS = ['2026-04-27', '2026-12-25', '2027-01-01'];

test.each([
  ['the last day itself', '2026-11-24', '2026-11-24', 0],
  ['tomorrow', '2026-11-24', '2026-11-25', 1],
  ['over a weekend', '2026-11-27', '2026-11-30', 1],
  ['from a Saturday to Monday', '2026-11-28', '2026-11-30', 1],
  ['over a holiday', '2026-04-24', '2026-04-28', 1],
  ['one working day over', '2026-11-25', '2026-11-24', -1],
  ['over since Friday, on Monday', '2026-11-30', '2026-11-27', -1],
  ['over since Friday, still in the weekend', '2026-11-29', '2026-11-27', 0],
  ['into a year that is not listed', '2026-11-24', '2028-01-03', null],
])('working days: %s', (_, today, due, days) => {
  expect(workingDaysUntil(today, due, HOLIDAYS)).toBe(days);
});

const line = (line: Partial<LookLine>): LookLine => ({
  id: '1',
  who: 'noor',
  label: 'Noor',
  agency: null,
  at: '2026-11-24T09:00:00Z',
  day: '2026-11-24',
  outcome: 'READ',
  classes: [],
  relations: [],
  ...line,
});

test('looks of one person on one day are one line, with all that was seen; the own looks are not there', () => {
  const looks = dayLooks(
    [
      line({ id: '4', who: 'me' }),
      line({ id: '3', classes: ['K7'], relations: ['ASSIGNED'] }),
      line({ id: '2', classes: ['K2', 'K1'], relations: ['ASSIGNED'] }),
      line({ id: '1', at: '2026-11-23T09:00:00Z', relations: ['OWN_TEAM'] }),
    ],
    'me',
  );
  expect(looks.map(({ id, parts, why }) => [id, parts, why])).toEqual([
    ['3', ['name', 'plan'], 'help'],
    ['1', ['file'], 'team'],
  ]);
});

test('a change stands apart from a look, and an agency is named as the reason', () => {
  const looks = dayLooks([line({ id: '2', outcome: 'DONE' }), line({ id: '1', relations: ['SHARED'], classes: ['K4'] })], 'me');
  expect(looks.map(({ id, changed, why }) => [id, changed, why])).toEqual([
    ['2', true, 'other'],
    ['1', false, 'agency'],
  ]);
});
