import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  domainsMissing,
  expectedAndRealised,
  isExperienceAsked,
  periodOf,
  type ReviewFacts,
  reviewsDue,
  whyNotBottleneck,
  whyNotExperience,
  whyNotRealise,
  whyNotRealisedCost,
  whyNotReview,
  whyNotWithdraw,
  type Withdrawable,
} from './outcome.rules';

const said = (reasons: { code: string; about?: string | null }[]) =>
  reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim());

/** The table itself checks these by the calendar of PostgreSQL. */
test.each([
  ['BEFORE', '2025-10-27', '2024-10-27', '2025-10-26'],
  ['AFTER', '2025-10-27', '2025-10-27', '2026-10-26'],
  ['BEFORE', '2024-02-29', '2023-02-28', '2024-02-28'],
  ['AFTER', '2024-02-29', '2024-02-29', '2025-02-27'],
  ['BEFORE', '2025-02-28', '2024-02-28', '2025-02-27'],
  ['BEFORE', '2025-03-01', '2024-03-01', '2025-02-28'],
  ['AFTER', '2023-03-01', '2023-03-01', '2024-02-29'],
  ['BEFORE', '2026-01-01', '2025-01-01', '2025-12-31'],
] as const)('twelve months %s a decision on %s: %s up to %s', (kind, decidedOn, fromOn, toOn) => {
  expect(periodOf(kind, decidedOn)).toEqual({ fromOn, toOn });
});

const DECIDED = '2025-10-27';
const DOMAINS = new Set(['HOUSING', 'DEBT']);
const wish = (more: Partial<ReviewFacts> & { scores?: { domain: string }[] } = {}) => ({
  months: 3 as const,
  heldOn: '2026-01-27',
  closes: false,
  scores: [{ domain: 'HOUSING' }, { domain: 'DEBT' }],
  ...more,
});
const held = (months: ReviewFacts['months'], heldOn: string, closes = false): ReviewFacts => ({ months, heldOn, closes });
const told = (kind: 'BEFORE' | 'AFTER', known = false, costLines: number[] = [], unpriced: number[] = []) => ({
  ...{ kind, known, costLines, unpriced },
});
type Told = ReturnType<typeof told>;
const BOTH = [told('BEFORE'), told('AFTER', true, [], [1])];

test.each<[string, Parameters<typeof wish>[0], ReviewFacts[], readonly Told[], string[]]>([
  ['as it should be', {}, [held(0, DECIDED)], [], []],
  ['without a first one', {}, [], [], []],
  ['a month early, to the day', { heldOn: '2025-12-27' }, [], [], []],
  ['earlier than that', { heldOn: '2025-12-26' }, [], [], ['REVIEW_TOO_EARLY heldOn']],
  ['the first, in the weeks before the decision', { months: 0, heldOn: '2025-09-26' }, [], [], []],
  ['the first, long before', { months: 0, heldOn: '2025-09-25' }, [], [], ['REVIEW_TOO_EARLY heldOn']],
  ['tomorrow', { months: 12, heldOn: '2026-11-02' }, [], [], ['DATE_FUTURE heldOn']],
  ['before an earlier one', { heldOn: '2026-01-27' }, [held(0, '2026-01-28')], [], ['REVIEW_ORDER heldOn']],
  ['on the day of an earlier one', { heldOn: '2026-01-27' }, [held(0, '2026-01-27')], [], []],
  ['after a later one', { heldOn: '2026-04-28' }, [held(6, '2026-04-27')], [], ['REVIEW_ORDER heldOn']],
  ['entered late, held in order', { heldOn: '2026-02-27' }, [held(6, '2026-04-27')], [], []],
  ['the last, at twelve', { months: 12, heldOn: '2026-10-27', closes: true }, [held(0, DECIDED)], BOTH, []],
  ['the last, at six', { months: 6, heldOn: '2026-04-27', closes: true }, [], BOTH, ['CLOSES_ONLY_AT_TWELVE closes']],
  [
    'the last, with nothing said of what it cost',
    { months: 12, heldOn: '2026-10-27', closes: true },
    [],
    [],
    ['REALISED_MISSING BEFORE', 'REALISED_MISSING AFTER'],
  ],
  ['the last, half', { months: 12, heldOn: '2026-10-27', closes: true }, [], [told('BEFORE')], ['REALISED_MISSING AFTER']],
  [
    'the last, with nothing written down of what is said to be known',
    { months: 12, heldOn: '2026-10-27', closes: true },
    [],
    [told('BEFORE', true, [1]), told('AFTER', true)],
    ['REALISED_MISSING AFTER'],
  ],
  ['the first, a day before the second is due', { months: 0, heldOn: '2026-01-26' }, [], [], []],
  ['the first, on the day of the second', { months: 0, heldOn: '2026-01-27' }, [], [], ['REVIEW_TOO_LATE heldOn']],
  ['at twelve, not the last', { months: 12, heldOn: '2026-10-27' }, [], [], []],
  ['after the last', { months: 6, heldOn: '2026-04-27' }, [held(12, '2026-10-27', true)], [], ['PLAN_REVIEWED']],
  ['without a score', { scores: [] }, [], [], ['REQUIRED scores']],
  [
    'with what no list knows, and twice the same',
    { scores: [{ domain: 'HOUSING' }, { domain: 'LUCK' }, { domain: 'HOUSING' }] },
    [],
    [],
    ['DOMAIN_UNKNOWN LUCK', 'DOMAIN_TWICE HOUSING'],
  ],
  [
    'all at once',
    { months: 3, heldOn: '2025-11-01', closes: true, scores: [] },
    [held(0, '2025-11-02')],
    BOTH,
    ['REVIEW_TOO_EARLY heldOn', 'REVIEW_ORDER heldOn', 'CLOSES_ONLY_AT_TWELVE closes', 'REQUIRED scores'],
  ],
])('a review %s', (_what, more, before, periods, expected) => {
  const known = { decidedOn: DECIDED, held: before, periods };
  expect(said(whyNotReview(wish(more), known, DOMAINS, '2026-11-01'))).toEqual(expected);
});

test('a domain of the first review that is not scored again is named, and never refused', () => {
  const first = { scores: [{ domain: 'HOUSING' }, { domain: 'DEBT' }] };
  expect(domainsMissing({ scores: [{ domain: 'DEBT' }] }, first)).toEqual(['HOUSING']);
  expect(domainsMissing(first, first)).toEqual([]);
  expect(domainsMissing({ scores: [] }, undefined)).toEqual([]);
});

describe('which reviews are due', () => {
  const states = (today: string, before: ReviewFacts[] = [], over = false) =>
    reviewsDue({ decidedOn: DECIDED, over }, before, today).map(({ months, dueOn, state }) => `${months} ${dueOn} ${state}`);

  test.each([
    ['2025-10-27', 'DUE', 'COMING'],
    ['2025-10-28', 'OVERDUE', 'COMING'],
    ['2026-01-12', 'OVERDUE', 'COMING'],
    ['2026-01-13', 'OVERDUE', 'DUE'],
    ['2026-01-27', 'OVERDUE', 'DUE'],
    ['2026-01-28', 'OVERDUE', 'OVERDUE'],
  ])('on %s', (today, first, second) => {
    expect(states(today).slice(0, 2)).toEqual([`0 2025-10-27 ${first}`, `3 2026-01-27 ${second}`]);
  });

  test('one that was held is held, and after the last nothing is due any more', () => {
    expect(states('2026-02-01', [held(0, DECIDED)])).toEqual([
      '0 2025-10-27 HELD',
      '3 2026-01-27 OVERDUE',
      '6 2026-04-27 COMING',
      '12 2026-10-27 COMING',
    ]);
    expect(states('2027-01-01', [held(0, DECIDED), held(12, '2026-10-27', true)])).toEqual([
      '0 2025-10-27 HELD',
      '12 2026-10-27 HELD',
    ]);
  });

  test('of a plan that is over only what was held is left', () => {
    expect(states('2026-02-01', [], true)).toEqual([]);
    expect(states('2026-02-01', [held(0, DECIDED)], true)).toEqual(['0 2025-10-27 HELD']);
  });
});

test('what twelve months cost is known the day after they are over', () => {
  const period = periodOf('AFTER', DECIDED);
  expect(said(whyNotRealise(period, '2026-10-26'))).toEqual(['PERIOD_NOT_OVER 2026-10-26']);
  expect(whyNotRealise(period, '2026-10-27')).toEqual([]);
  expect(whyNotRealise(periodOf('BEFORE', DECIDED), DECIDED)).toEqual([]);
});

test('of what is not known there are no amounts', () => {
  expect(said(whyNotRealisedCost({ id: 'p', known: false }))).toEqual(['PERIOD_NOT_KNOWN p']);
  expect(whyNotRealisedCost({ id: 'p', known: true })).toEqual([]);
});

const peter = { personId: 'peter', isMember: true };
const lead = { personId: 'lead', isMember: false };
test.each<[string, { personId?: string; onDay?: string; how?: 'ON_SCREEN' | 'ALOUD' }, typeof peter, string[]]>([
  ['by oneself on screen', {}, peter, []],
  ['aloud to a professional', { how: 'ALOUD' }, lead, []],
  ['by a member for another', { personId: 'anna' }, peter, ['EXPERIENCE_IS_OWN anna']],
  ['by a member, not on screen', { how: 'ALOUD' }, peter, ['ON_SCREEN_IS_OWN ALOUD']],
  ['by a professional, on screen', {}, lead, ['ON_SCREEN_IS_OWN ON_SCREEN']],
  ['of somebody else', { personId: 'stranger', how: 'ALOUD' }, lead, ['MEMBER_UNKNOWN stranger']],
  ['of tomorrow', { onDay: '2025-11-11' }, peter, ['DATE_FUTURE onDay']],
  ['of before the decision', { onDay: '2025-10-26' }, peter, ['RANGE_INVERTED onDay']],
])('an experience %s', (_what, more, by, expected) => {
  const entry = { personId: 'peter', onDay: '2025-11-03', how: 'ON_SCREEN' as const, ...more };
  const known = { decidedOn: DECIDED, members: [{ personId: 'peter' }, { personId: 'anna' }] };
  expect(said(whyNotExperience(entry, by, known, '2025-11-10'))).toEqual(expected);
});

test('somebody is asked for it a week after the decision, until it was said', () => {
  expect(isExperienceAsked(null, [], '2025-11-03')).toBe(false);
  expect(isExperienceAsked(DECIDED, [], '2025-11-02')).toBe(false);
  expect(isExperienceAsked(DECIDED, [], '2025-11-03')).toBe(true);
  expect(isExperienceAsked(DECIDED, ['said'], '2025-11-03')).toBe(false);
});

test('a bottleneck is a provision that is known and a problem of this household', () => {
  const entry = { problem: 'b', provision: 'wmo2015:2.3.5:6' };
  expect(whyNotBottleneck(entry, { provision: true, problem: true })).toEqual([]);
  expect(said(whyNotBottleneck(entry, { provision: false, problem: false }))).toEqual([
    'PROVISION_UNKNOWN wmo2015:2.3.5:6',
    'PROBLEM_UNKNOWN b',
  ]);
});

describe('withdrawing', () => {
  const lists: Withdrawable = {
    reviews: [
      { id: 'r3', closes: false },
      { id: 'r12', closes: true },
    ],
    periods: [{ id: 'before' }, { id: 'after' }],
    costLines: [{ id: 'line', ownerId: 'before' }],
    unpriced: [{ id: 'item', ownerId: 'before' }],
    bottlenecks: [{ id: 'knot' }],
    experiences: [{ id: 'mine' }],
  };
  test.each([
    ['r3', false, []],
    ['r12', false, ['REVIEW_CLOSED r12']],
    ['after', false, []],
    ['before', false, ['ENTRY_IN_USE line', 'ENTRY_IN_USE item']],
    ['line', false, []],
    ['item', false, []],
    ['knot', false, []],
    ['mine', true, []],
    ['knot', true, ['EXPERIENCE_IS_OWN knot']],
    ['r12', true, ['EXPERIENCE_IS_OWN r12', 'REVIEW_CLOSED r12']],
    ['gone', false, ['WITHDRAWN_ALREADY gone']],
    ['nothing', true, ['ENTRY_UNKNOWN nothing']],
  ] as const)('%s by a member: %s', (entry, isMember, expected) => {
    expect(said(whyNotWithdraw(entry, lists, [{ id: 'gone' }], isMember))).toEqual(expected);
  });
});

describe('expected beside realised', () => {
  const wmo = (cents: bigint) => ({ payer: 'WMO', cents });
  const expected = { asNow: [wmo(500n), { payer: 'WLZ', cents: 70n }], breakthrough: [wmo(300n), wmo(1n)] };

  test('one row per payer of any of the four, and nothing is added across', () => {
    const periods = [
      { kind: 'BEFORE' as const, known: true, costLines: [wmo(400n)] },
      { kind: 'AFTER' as const, known: true, costLines: [{ payer: 'JUSTICE', cents: 9n }] },
    ];
    const row = (payer: string, ...[a, b, c, d]: (bigint | null)[]) => ({
      ...{ payer, expectedAsNowCents: a, expectedBreakthroughCents: b, realisedBeforeCents: c, realisedAfterCents: d },
    });
    expect(expectedAndRealised(expected, periods)).toEqual([
      row('JUSTICE', 0n, 0n, 0n, 9n),
      row('WLZ', 70n, 0n, 0n, 0n),
      row('WMO', 500n, 301n, 400n, 0n),
    ]);
  });

  test('what is not known, or was not said yet, is null and never nothing', () => {
    const unknown = [{ kind: 'BEFORE' as const, known: false, costLines: [] }];
    for (const { realisedBeforeCents, realisedAfterCents } of expectedAndRealised(expected, unknown))
      expect([realisedBeforeCents, realisedAfterCents]).toEqual([null, null]);
    expect(expectedAndRealised({ asNow: [], breakthrough: [] }, unknown)).toEqual([]);
    // known, and nothing of it has a price
    for (const { realisedBeforeCents } of expectedAndRealised(expected, [{ kind: 'BEFORE', known: true, costLines: [] }]))
      expect(realisedBeforeCents).toBeNull();
  });

  test('no type of the schema holds a sum of both', () => {
    const schema = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
    const types = [...schema.matchAll(/^type (\w+) \{([\s\S]*?)^\}/gm)].map(([, name, body]) => {
      const fields = [...body!.matchAll(/^ {2}(\w+)(?:\([\s\S]*?\))?: /gm)].map(([, field]) => field!);
      return [name!, fields] as const;
    });
    const has = (fields: string[], word: RegExp) => fields.some((field) => word.test(field));
    const both = types.filter(([, fields]) => has(fields, /realised\w*Cents/i) && has(fields, /expected\w*Cents/i));
    expect(both).toEqual([
      [
        'ExpectedAndRealisedRow',
        ['expectedAsNowCents', 'expectedBreakthroughCents', 'payer', 'realisedAfterCents', 'realisedBeforeCents'],
      ],
    ]);
    expect(types.find(([name]) => name === 'ExpectedAndRealised')).toEqual(['ExpectedAndRealised', ['horizonMonths', 'rows']]);
  });
});
