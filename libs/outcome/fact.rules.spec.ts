import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wasLate } from '@doorbraak/plan';
import {
  completeOn,
  type FactContent,
  factOf,
  type FactSource,
  halfYearOf,
  isInStatistics,
  whyNotAdjust,
  whyNotErase,
  whyNotObject,
} from './fact.rules';

type Line = { payer: string; cents: number; measure?: string };
type Case = {
  involvements: { agency: string; from: string; to: string | null }[];
  commitments: { due: string; toldOn?: string; newDue?: string; keptOn?: string }[];
  experience: { voice: number; respect: number; treatment: number }[];
  realised: Record<'before12' | 'after12', { known: boolean; costLines: Line[]; unpriced: unknown[] }>;
  reviews: { months: number; on: string; scores: Record<string, number>; contactsPerMonth: number; hours?: number }[];
  bottleneck: { provision: string; kind: string };
  plan: { scenarios: { BREAKTHROUGH: { costLines: Line[] } }; decision: { on: string } };
  expectCost: { realised: Record<'before12' | 'after12', { known: boolean; totalCents: number | null } | null> };
};
const caseOf = (key: string) => JSON.parse(readFileSync(join(__dirname, '../../apps/demo/cases', `${key}.json`), 'utf8')) as Case;

const nobody = { id: 'promise', involvementId: null, personId: null, professionalId: null };

/** A case as the service reads it from the database. */
function sourceOf(file: Case): FactSource {
  const lines = (list: Line[]) => list.map(({ payer, cents }) => ({ payer, cents: BigInt(cents) }));
  const period = (kind: 'BEFORE' | 'AFTER', { known, costLines, unpriced }: Case['realised']['before12']) => ({
    ...{ kind, known, unpriced },
    costLines: lines(costLines),
  });
  const agenciesOn = (day: string) =>
    new Set(file.involvements.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ agency }) => agency))
      .size;
  const mean = (of: 'voice' | 'respect' | 'treatment') =>
    (file.experience.reduce((sum, one) => sum + one[of], 0) / file.experience.length).toFixed(2);
  return {
    periods: [period('BEFORE', file.realised.before12), period('AFTER', file.realised.after12)],
    measureLines: lines(file.plan.scenarios.BREAKTHROUGH.costLines.filter(({ measure }) => measure)),
    reviews: file.reviews.map(({ months, contactsPerMonth, hours, scores }) => ({
      months,
      contactsPerMonth: String(contactsPerMonth),
      hours: hours === undefined ? null : String(hours),
      scores: Object.entries(scores).map(([domain, score]) => ({ domain, score })),
    })),
    agencies: { before: agenciesOn(file.plan.decision.on), after: agenciesOn(file.reviews.at(-1)!.on) },
    commitments: file.commitments.map(({ due: dueOn, keptOn = null, toldOn = null, newDue: newDueOn = null }) => {
      const promise = { ...nobody, dueOn, keptOn, toldOn, newDueOn, brokenOn: null };
      return { ...promise, wasLate: wasLate(promise, file.reviews.at(-1)!.on) };
    }),
    bottlenecks: [file.bottleneck],
    experience: {
      answers: file.experience.length,
      ...{ voice: mean('voice'), respect: mean('respect'), treatment: mean('treatment') },
    },
  };
}

const total = ({ payers }: FactContent, side: 'beforeCents' | 'afterCents') =>
  payers.some((payer) => payer[side] === null) ? null : Number(payers.reduce((sum, one) => sum + BigInt(one[side]!), 0n));

test('Peter: what a man between two laws cost and became, and nothing that leads to him', () => {
  const file = caseOf('peter-beschermd-wonen');
  const fact = factOf(sourceOf(file));
  expect(fact).toEqual({
    shape: 1,
    costKnown: { before: true, after: true },
    payers: [
      { payer: 'JUSTICE', beforeCents: '406000', afterCents: '63000', measuresCents: '84000' },
      { payer: 'WMO', beforeCents: '763220', afterCents: '655600', measuresCents: '723760' },
    ],
    unpriced: { before: 1, after: 1 },
    scores: [
      { domain: 'ADDICTION', before: 3, after: 4 },
      { domain: 'HOUSING', before: 2, after: 4 },
      { domain: 'JUSTICE_SAFETY', before: 2, after: 4 },
      { domain: 'MENTAL_HEALTH', before: 2, after: 3 },
      { domain: 'NETWORK_PARTICIPATION', before: 2, after: 3 },
    ],
    contactsPerMonth: { before: '6', after: '2' },
    agencies: { before: 6, after: 6 },
    hours: { known: '0', reviewsWithout: 3 },
    commitments: { kept: 3, late: 2, broken: 0, all: 3 },
    obstacles: [{ provision: 'wmo2015:2.3.5:6', kind: 'SOLVE' }],
    experience: { answers: 1, voice: '4.00', respect: '5.00', treatment: '4.00' },
  });
  const { before12, after12 } = file.expectCost.realised;
  expect(total(fact, 'beforeCents')).toBe(before12!.totalCents);
  expect(total(fact, 'afterCents')).toBe(after12!.totalCents);
  expect(halfYearOf(file.reviews.at(-1)!.on)).toBe('2026H2');
});

test('Wajong: a cost before that nobody knows is null, counted as such, and not made up', () => {
  const fact = factOf(sourceOf(caseOf('wajong-debt')));
  expect(fact).toMatchObject({
    costKnown: { before: false, after: true },
    payers: [{ payer: 'UWV_FUNDS', beforeCents: null, afterCents: '1500000', measuresCents: '1500000' }],
    unpriced: { before: 1, after: 1 },
    contactsPerMonth: { before: '4', after: '1' },
    agencies: { before: 1, after: 1 },
    obstacles: [{ provision: 'wajong:3:56:1', kind: 'SOLVE' }],
  });
  expect(fact.scores.find(({ domain }) => domain === 'DEBT')).toEqual({ domain: 'DEBT', before: 1, after: 4 });
});

test('of all five cases no fact holds a day, a name, a word that was said, or an amount of as now', () => {
  for (const key of ['peter-beschermd-wonen', 'wajong-debt', 'maria-anw', 'yearly-indication', 'twenty-five']) {
    const file = caseOf(key);
    const fact = factOf(sourceOf(file));
    const text = JSON.stringify(fact);
    expect([key, text.match(/\d{4}-\d{2}-\d{2}|"nl"|"en"|words|note|key/)]).toEqual([key, null]);
    for (const side of ['before', 'after'] as const) {
      const expected = file.expectCost.realised[`${side}12`];
      expect([key, fact.costKnown[side]]).toEqual([key, file.realised[`${side}12`].known]);
      if (expected?.known) expect([key, side, total(fact, `${side}Cents`)]).toEqual([key, side, expected.totalCents]);
    }
  }
});

const nothing: FactSource = {
  periods: [],
  measureLines: [],
  reviews: [],
  agencies: { before: 0, after: 0 },
  commitments: [],
  bottlenecks: [],
  experience: { answers: 0, voice: null, respect: null, treatment: null },
};
const review = (months: number, more: Partial<FactSource['reviews'][number]> = {}) => ({
  months,
  contactsPerMonth: null,
  hours: null,
  scores: [],
  ...more,
});

test.each([
  [[], '0', 0],
  [['1.5', '2'], '3.5', 0],
  [['0.1', '0.2'], '0.3', 0],
  [['0.25', null, '9.75'], '10.00', 1],
  [[null, null], '0', 2],
  [['0.05'], '0.05', 0],
] as const)('hours %j: known %s, and %i reviews without', (hours, known, reviewsWithout) => {
  const reviews = [review(0, { hours: '40' }), ...hours.map((one, i) => review(3 + i, { hours: one }))];
  expect(factOf({ ...nothing, reviews }).hours).toEqual({ known, reviewsWithout });
});

test('a domain that was scored once only has one side, and the last review is the one of the longest term', () => {
  const reviews = [
    review(12, { scores: [{ domain: 'DEBT', score: 4 }], contactsPerMonth: '1' }),
    review(0, { scores: [{ domain: 'HOUSING', score: 2 }] }),
    review(6, { scores: [{ domain: 'DEBT', score: 3 }], contactsPerMonth: '9' }),
  ];
  expect(factOf({ ...nothing, reviews })).toMatchObject({
    scores: [
      { domain: 'DEBT', before: null, after: 4 },
      { domain: 'HOUSING', before: 2, after: null },
    ],
    contactsPerMonth: { before: null, after: '1' },
  });
});

test('a payer of one side only has nothing on the other when that is known, and null when it is not', () => {
  const line = (payer: string) => ({ payer, cents: 5n });
  const known = { kind: 'BEFORE' as const, known: true, costLines: [line('WMO')], unpriced: [] };
  const after = { kind: 'AFTER' as const, known: false, costLines: [], unpriced: [] };
  expect(factOf({ ...nothing, periods: [known, after], measureLines: [line('WLZ')] }).payers).toEqual([
    { payer: 'WLZ', beforeCents: '0', afterCents: null, measuresCents: '5' },
    { payer: 'WMO', beforeCents: '5', afterCents: null, measuresCents: '0' },
  ]);
});

test('a period of which nothing has a price is not known, however much was written down', () => {
  const periods = (['BEFORE', 'AFTER'] as const).map((kind) => ({ kind, known: true, costLines: [], unpriced: [1] }));
  expect(factOf({ ...nothing, periods, measureLines: [{ payer: 'WLZ', cents: 5n }] })).toMatchObject({
    costKnown: { before: false, after: false },
    payers: [{ payer: 'WLZ', beforeCents: null, afterCents: null, measuresCents: '5' }],
    unpriced: { before: 1, after: 1 },
  });
});

test('late is what was late: kept after its day in silence counts, told late and kept in time does not', () => {
  const promise = { ...nobody, dueOn: '2025-11-10', newDueOn: null, toldOn: null, keptOn: null, brokenOn: null };
  const commitments = [
    { ...promise, keptOn: '2025-11-18' },
    { ...promise, toldOn: '2025-11-05', newDueOn: '2025-11-20', keptOn: '2025-11-10' },
  ].map((one) => ({ ...one, wasLate: wasLate(one, '2026-10-27') }));
  expect(factOf({ ...nothing, commitments }).commitments).toEqual({ kept: 2, late: 1, broken: 0, all: 2 });
});

test('obstacles do not tell in which order they were met', () => {
  const bottlenecks = ['wmo2015:2.3.5:6', 'awb:4:13', 'wlz:3.2.1:1'].map((provision) => ({ provision, kind: 'FIX' }));
  bottlenecks.push({ provision: 'awb:4:13', kind: 'SOLVE' });
  expect(factOf({ ...nothing, bottlenecks }).obstacles).toEqual(
    factOf({ ...nothing, bottlenecks: bottlenecks.reverse() }).obstacles,
  );
});

test.each([
  ['2026-01-01', '2026H1'],
  ['2026-06-30', '2026H1'],
  ['2026-07-01', '2026H2'],
  ['2026-12-31', '2026H2'],
])('%s lies in %s', (day, half) => {
  expect(halfYearOf(day)).toBe(half);
});

test.each([
  ['held on the day', '2025-07-05', '2026-07-05', '2026-07-05'],
  ['held some days early, in the half-year before', '2025-07-05', '2026-06-20', '2026-07-05'],
  ['held late', '2025-07-05', '2027-01-10', '2027-01-10'],
])('a window is complete twelve months on or at the review: %s', (_how, decidedOn, heldOn, day) => {
  expect(completeOn(decidedOn, heldOn)).toBe(day);
});

describe('what a household says about its figures', () => {
  const acts = (...kinds: ('OBJECTION' | 'ERASURE' | 'ADJUSTMENT')[]) => kinds.map((kind) => ({ kind }));
  const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
  const unknown = (kind: 'BEFORE' | 'AFTER') => ({ kind, known: false, costLines: [], unpriced: [] });
  const whole = { reported: true, periods: [unknown('BEFORE'), unknown('AFTER')] };

  test.each([
    [acts(), [], [], [], true],
    [acts('ADJUSTMENT'), [], [], [], true],
    [acts('OBJECTION'), ['OBJECTED_ALREADY'], [], ['NOT_IN_STATISTICS'], false],
    [acts('ERASURE'), [], ['ERASED_ALREADY'], ['NOT_IN_STATISTICS'], false],
    [acts('ERASURE', 'OBJECTION'), ['OBJECTED_ALREADY'], ['ERASED_ALREADY'], ['NOT_IN_STATISTICS'], false],
  ])('after %j: object %j, erase %j, adjust %j, counted %s', (said, object, erase, adjust, counted) => {
    expect(codes(whyNotObject(said))).toEqual(object);
    expect(codes(whyNotErase(said, true))).toEqual(erase);
    expect(codes(whyNotAdjust(said, whole))).toEqual(adjust);
    expect(isInStatistics(said)).toBe(counted);
  });

  test('before anything was handed over there is nothing to erase or correct, and an objection is heard', () => {
    expect(codes(whyNotObject([]))).toEqual([]);
    expect(codes(whyNotErase([], false))).toEqual(['NOTHING_REPORTED']);
    expect(codes(whyNotAdjust([], { reported: false, periods: [] }))).toEqual(['NOTHING_REPORTED']);
    expect(codes(whyNotAdjust(acts('OBJECTION'), { reported: false, periods: [] }))).toEqual([
      'NOTHING_REPORTED',
      'NOT_IN_STATISTICS',
    ]);
  });

  test('a correction says of both periods what they cost, as the fact did', () => {
    expect(codes(whyNotAdjust([], { reported: true, periods: [unknown('AFTER')] }))).toEqual(['REALISED_MISSING']);
  });
});
