import { type ClaimActionFacts, claimState, openCents, reminderOf, whyNotAct, whyNotClaim, whyNotEndPause } from './claim.rules';

const claim = { id: 'claim', amountCents: 300_000n, lowerBound: false };
const action = (over: Partial<ClaimActionFacts>): ClaimActionFacts => ({
  kind: 'WAIVE',
  onDay: '2022-06-01',
  cents: null,
  untilOn: null,
  monthCents: null,
  months: null,
  ...over,
});
const pause = action({ kind: 'PAUSE', untilOn: '2023-06-01' });
const plan = action({ kind: 'PLAN', onDay: '2023-06-01', monthCents: 10_000n, months: 30 });
const resume = (onDay: string) => action({ kind: 'RESUME', onDay });
const waive = (cents: bigint, onDay = '2022-06-01') => action({ cents, onDay });
const codes = (reasons: { code: string; about?: string }[]) =>
  reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();

test.each([
  ['before anything was done', [pause], '2022-05-31', 'ACTIVE', 300_000n],
  ['on the first day of a pause', [pause], '2022-06-01', 'PAUSED', 300_000n],
  ['on its last day', [pause], '2023-05-31', 'PAUSED', 300_000n],
  ['on the day on which it is active again', [pause], '2023-06-01', 'ACTIVE', 300_000n],
  ['and by instalments where those were agreed', [pause, plan], '2023-06-01', 'IN_PLAN', 300_000n],
  ['the day before a pause was ended', [pause, resume('2022-09-01')], '2022-08-31', 'PAUSED', 300_000n],
  ['on the day from which a pause was ended', [pause, resume('2022-09-01')], '2022-09-01', 'ACTIVE', 300_000n],
  [
    'paused anew on the day on which the first pause was ended',
    [pause, resume('2022-09-01'), { ...pause, onDay: '2022-09-01' }],
    '2022-09-01',
    'PAUSED',
    300_000n,
  ],
  ['a part was waived', [waive(100_000n)], '2022-06-01', 'ACTIVE', 200_000n],
  ['all was waived in two parts', [waive(100_000n), waive(200_000n, '2022-07-01')], '2022-07-01', 'WAIVED', 0n],
  ['the day before the second part', [waive(100_000n), waive(200_000n, '2022-07-01')], '2022-06-30', 'ACTIVE', 200_000n],
  ['paused and then waived', [pause, waive(300_000n, '2022-07-01')], '2022-07-01', 'WAIVED', 0n],
] as [string, ClaimActionFacts[], string, string, bigint][])(
  '%s: the state follows from the day',
  (_, actions, day, state, open) => {
    expect(claimState(claim, actions, day)).toBe(state);
    expect(openCents(claim, actions, day)).toBe(open);
  },
);

test('a reminder comes 30 days before a pause ends, and is over when it has ended', () => {
  expect(reminderOf(claim, [pause], '2022-06-01')).toEqual({ on: '2023-05-02', untilOn: '2023-06-01', isDue: false });
  expect(reminderOf(claim, [pause], '2023-05-01')?.isDue).toBe(false);
  expect(reminderOf(claim, [pause], '2023-05-02')?.isDue).toBe(true);
  expect(reminderOf(claim, [pause], '2023-05-31')?.isDue).toBe(true);
  expect(reminderOf(claim, [pause], '2023-06-01')).toEqual({ on: '2023-05-02', untilOn: '2023-06-01', isDue: false });
  expect(reminderOf(claim, [pause], '2023-06-02')).toBeNull();
  expect(reminderOf(claim, [pause, waive(300_000n)], '2023-05-02')).toBeNull();
});

test('a reminder counts days of the calendar, also over a leap day', () => {
  const until = (untilOn: string) => reminderOf(claim, [{ ...pause, untilOn }], '2022-06-01')?.on;
  expect(until('2024-03-15')).toBe('2024-02-14');
  expect(until('2023-03-15')).toBe('2023-02-13');
  expect(until('2024-03-30')).toBe('2024-02-29');
});

test('a pause that is followed by another at once ends when the last one ends', () => {
  const longer = [pause, action({ kind: 'PAUSE', onDay: '2023-06-01', untilOn: '2023-12-01' })];
  expect(claimState(claim, longer, '2023-06-01')).toBe('PAUSED');
  expect(reminderOf(claim, longer, '2023-05-02')).toEqual({ on: '2023-11-01', untilOn: '2023-12-01', isDue: false });
  const gap = [pause, action({ kind: 'PAUSE', onDay: '2023-06-02', untilOn: '2023-12-01' })];
  expect(reminderOf(claim, gap, '2023-05-02')).toEqual({ on: '2023-05-02', untilOn: '2023-06-01', isDue: true });
});

test('of a claim that is waived before its pause ends nothing wakes up', () => {
  expect(reminderOf(claim, [pause, waive(300_000n, '2023-05-31')], '2023-05-02')).toBeNull();
});

test('a pause that was ended wakes nobody up any more, and leaves room for another', () => {
  const ended = [pause, resume('2022-09-01')];
  expect(reminderOf(claim, ended, '2022-08-20')).toEqual({ on: '2022-08-02', untilOn: '2022-09-01', isDue: true });
  expect(reminderOf(claim, ended, '2022-09-02')).toBeNull();
  const again = action({ kind: 'PAUSE', onDay: '2022-09-01', untilOn: '2022-12-01' });
  expect(whyNotAct(claim, ended, again)).toEqual([]);
  expect(codes(whyNotAct(claim, ended, { ...again, onDay: '2022-08-31' }))).toEqual(['PAUSE_OVERLAPS claim']);
});

test('a pause is ended while it runs, after it began', () => {
  const not = (day: string, ...more: ClaimActionFacts[]) => codes(whyNotEndPause(claim, [pause, ...more], day));
  expect(not('2022-06-02')).toEqual([]);
  expect(not('2023-05-31')).toEqual([]);
  for (const day of ['2022-05-31', '2022-06-01', '2023-06-01']) expect(not(day)).toEqual(['CLAIM_NOT_PAUSED claim']);
  expect(not('2022-09-02', resume('2022-09-01'))).toEqual(['CLAIM_NOT_PAUSED claim']);
  expect(not('2022-09-01', waive(300_000n))).toEqual(['CLAIM_NOT_PAUSED claim']);
  expect(not('1022-09-01')).toEqual(['CLAIM_NOT_PAUSED claim', 'DATE_IMPLAUSIBLE onDay']);
});

test('what can be done with a claim', () => {
  expect(whyNotAct(claim, [], waive(300_000n))).toEqual([]);
  expect(codes(whyNotAct(claim, [], waive(300_001n)))).toEqual(['WAIVER_ABOVE_CLAIM cents']);
  expect(codes(whyNotAct(claim, [waive(1n)], waive(300_000n)))).toEqual(['WAIVER_ABOVE_CLAIM cents']);
  expect(codes(whyNotAct(claim, [waive(300_000n)], pause))).toEqual(['CLAIM_WAIVED claim']);
  expect(codes(whyNotAct(claim, [], action({ kind: 'PAUSE', untilOn: '2022-06-01' })))).toEqual(['RANGE_INVERTED untilOn']);
  expect(codes(whyNotAct(claim, [pause], action({ kind: 'PAUSE', onDay: '2023-05-31', untilOn: '2023-12-01' })))).toEqual([
    'PAUSE_OVERLAPS claim',
  ]);
  expect(whyNotAct(claim, [pause], action({ kind: 'PAUSE', onDay: '2023-06-01', untilOn: '2023-12-01' }))).toEqual([]);
});

test('instalments end with the claim: the last one may be smaller, one too many is refused', () => {
  const monthly = (monthCents: bigint, months: number) => action({ kind: 'PLAN', monthCents, months });
  expect(whyNotAct(claim, [], monthly(10_000n, 30))).toEqual([]);
  expect(whyNotAct(claim, [], monthly(70_000n, 5))).toEqual([]);
  expect(codes(whyNotAct(claim, [], monthly(10_000n, 31)))).toEqual(['INSTALMENTS_ABOVE_CLAIM months']);
  expect(codes(whyNotAct(claim, [waive(200_000n)], monthly(10_000n, 30)))).toEqual(['INSTALMENTS_ABOVE_CLAIM months']);
  expect(whyNotAct({ ...claim, lowerBound: true }, [], monthly(10_000n, 31))).toEqual([]);
});

test('a claim is of an agency that is involved, about a problem that is there, under a law that exists, of a year that can be', () => {
  const known = { involvements: [{ id: 'uwv' }], problems: [{ id: 'debt' }], law: true };
  const wish = { involvementId: 'uwv', problemId: 'debt', law: 'wajong', factYear: 2017 };
  expect(whyNotClaim(wish, known, '2022-04-11')).toEqual([]);
  const wrong = { involvementId: 'x', problemId: 'y', law: 'z', factYear: 2023 };
  expect(codes(whyNotClaim(wrong, { ...known, law: false }, '2022-04-11'))).toEqual([
    'INVOLVEMENT_UNKNOWN x',
    'LAW_UNKNOWN z',
    'PROBLEM_UNKNOWN y',
    'YEAR_IMPLAUSIBLE factYear',
  ]);
});
