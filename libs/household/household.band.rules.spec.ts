import { bandOf } from './household.band.rules';

const thresholds = { standardUpTo: 3, breakthroughProblems: 25, breakthroughAgencies: 25 };
const today = '2025-09-08';
const open = (count: number) => Array.from({ length: count }, () => ({ status: 'OPEN' }));
const involved = (count: number, toOn: string | null = null) =>
  Array.from({ length: count }, (_, i) => ({ agencyId: `agency ${i}`, fromOn: '2025-01-01', toOn }));
const band = (problems: { status: string }[], involvements = involved(0)) =>
  bandOf({ problems, involvements }, thresholds, today);

test.each([
  [0, 30, 'NONE'],
  [1, 0, 'STANDARD'],
  [3, 30, 'STANDARD'],
  [4, 0, 'COORDINATED'],
  [25, 24, 'COORDINATED'],
  [24, 25, 'COORDINATED'],
  [25, 25, 'BREAKTHROUGH'],
])('%i open problems and %i agencies make %s', (problems, agencies, expected) => {
  expect(band(open(problems), involved(agencies))).toBe(expected);
});

test('only what is resolved no longer counts; one problem less lowers the band', () => {
  expect(band([...open(24), { status: 'IMPROVING' }], involved(25))).toBe('BREAKTHROUGH');
  expect(band([...open(24), { status: 'RELAPSED' }], involved(25))).toBe('BREAKTHROUGH');
  expect(band([...open(24), { status: 'RESOLVED' }], involved(25))).toBe('COORDINATED');
});

test('an agency counts once, and on its last day still; the day after no more', () => {
  expect(band(open(25), [...involved(24), ...involved(24)])).toBe('COORDINATED');
  expect(band(open(25), involved(25, today))).toBe('BREAKTHROUGH');
  expect(band(open(25), involved(25, '2025-09-07'))).toBe('COORDINATED');
});

test('the thresholds are settings', () => {
  const low = { standardUpTo: 0, breakthroughProblems: 2, breakthroughAgencies: 1 };
  expect(bandOf({ problems: open(2), involvements: involved(1) }, low, today)).toBe('BREAKTHROUGH');
});
