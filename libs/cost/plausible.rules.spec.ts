import { COST_WARNINGS, type CostWarning, costWarnings, type WeighedLine, type Yardstick } from './plausible.rules';

type PriceFacts = Pick<WeighedLine, 'unit' | 'confidence' | 'vatIncluded'>;
const PRICES: Record<string, PriceFacts> = {
  HOUR: { unit: 'hour', confidence: 'A', vatIncluded: 'UNKNOWN' },
  DAY: { unit: '24 h', confidence: 'B', vatIncluded: 'NOT_APPLICABLE' },
  MONTH: { unit: 'month', confidence: 'A', vatIncluded: 'INCLUDED' },
  VACATE: { unit: 'once', confidence: 'A', vatIncluded: 'EXCLUDED' },
  PLACE: { unit: 'person-year', confidence: 'C', vatIncluded: 'UNKNOWN' },
  FACE: { unit: 'euro', confidence: 'A', vatIncluded: 'NOT_APPLICABLE' },
};
const OLDER: PriceFacts = { unit: null, confidence: null, vatIncluded: null };
const yardstick: Yardstick = {
  faceValues: new Set(['FACE']),
  householdYear: 10_000_000n,
  planOn: '2025-10-27',
};
const line = (unitCost: string, over: Partial<WeighedLine> = {}): WeighedLine => ({
  ...{
    id: unitCost,
    unitCost,
    quantity: '1',
    probability: null,
    priceYear: 2024,
    indexYear: null,
    payer: 'WMO',
    cents: 100_000n,
  },
  ...(PRICES[unitCost] ?? OLDER),
  ...over,
});
type Side = NonNullable<Parameters<typeof costWarnings>[0]>;
const side = (id: string, lines: WeighedLine[], over: Partial<Side> = {}): Side => ({
  ...{ id, horizonMonths: 12, lines, unpriced: [] },
  ...over,
});
const now = (lines: WeighedLine[], over: Partial<Side> = {}) => side('now', lines, over);
const plan = (lines: WeighedLine[], over: Partial<Side> = {}) => side('plan', lines, over);
const said = (found: CostWarning[]) => found.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
const judge = (asNow: Side | null, proposed: Side | null, over: Partial<Yardstick> = {}) =>
  said(costWarnings(asNow, proposed, { ...yardstick, ...over }));

test('ordinary sums ask for nothing', () => {
  expect(judge(now([line('HOUR', { quantity: '104', cents: 580_320n })]), plan([line('MONTH', { quantity: '12' })]))).toEqual([]);
  expect(judge(null, null)).toEqual([]);
});

test('more than twice what a household costs in a year, over the months of the scenario', () => {
  const dear = (cents: bigint, horizonMonths = 12) => judge(now([line('HOUR', { cents })], { horizonMonths }), null);
  expect(dear(20_000_000n)).toEqual([]);
  expect(dear(20_000_001n)).toEqual(['TOTAL_ABOVE_BENCHMARK now']);
  expect(dear(40_000_000n, 24)).toEqual([]);
  expect(judge(now([line('HOUR', { cents: 10n ** 12n })]), null, { householdYear: null })).toEqual([]);
});

test.each<[string, string, number, boolean]>([
  ['HOUR', '8784', 12, false],
  ['HOUR', '8784.01', 12, true],
  ['DAY', '366', 12, false],
  ['DAY', '367', 12, true],
  ['DAY', '732', 24, false],
  ['MONTH', '12', 12, false],
  ['MONTH', '12.5', 12, true],
  ['PLACE', '1.000001', 12, true],
  ['VACATE', '100', 12, false],
  ['FACE', '999999999999.99', 12, false],
  ['OLDER', '1000000', 12, false],
])('%s x %s in %i months is more than one person can use: %s', (unitCost, quantity, horizonMonths, isTooMany) => {
  const found = judge(now([line(unitCost, { quantity })], { horizonMonths }), null);
  expect(found.includes(`QUANTITY_IMPLAUSIBLE ${unitCost}`)).toBe(isTooMany);
});

test('an old price, unless it was brought to the money of a later year or stands on a document', () => {
  const of = (unitCost: string, priceYear: number, indexYear: number | null = null) =>
    judge(now([line(unitCost, { priceYear, indexYear })]), null);
  expect(of('HOUR', 2021)).toEqual([]);
  expect(of('HOUR', 2020)).toEqual(['PRICE_OLD HOUR']);
  expect(of('HOUR', 2014, 2024)).toEqual([]);
  expect(of('HOUR', 2014, 2019)).toEqual(['PRICE_OLD HOUR']);
  expect(of('FACE', 2014)).toEqual([]);
});

test('a price from one source, and prices with tax beside prices without', () => {
  expect(judge(now([line('PLACE')]), null)).toEqual(['CONFIDENCE_LOW PLACE']);
  expect(judge(now([line('MONTH'), line('DAY')]), null)).toEqual([]);
  expect(judge(now([line('MONTH')]), plan([line('VACATE')]))).toEqual(['VAT_MIXED']);
});

test('a saving without anything to compare with, on chance, or beside what nobody priced', () => {
  const dear = line('HOUR', { cents: 200_000n });
  expect(judge(now([]), plan([dear]))).toEqual(['BASELINE_MISSING']);
  expect(judge(null, plan([dear]))).toEqual(['BASELINE_MISSING']);
  expect(judge(now([]), plan([]))).toEqual([]);

  const chance = line('DAY', { cents: 300_000n, probability: '0.5' });
  expect(judge(now([chance]), plan([dear]))).toEqual(['SAVING_RESTS_ON_CHANCE']);
  expect(judge(now([chance, line('HOUR', { cents: 250_000n })]), plan([dear]))).toEqual([]);
  expect(judge(now([chance], { horizonMonths: 24 }), plan([dear]))).toEqual([]);

  expect(judge(now([dear]), plan([], { unpriced: ['LEAD_HOURS'] }))).toEqual(['UNPRICED_IN_BREAKTHROUGH']);
  expect(judge(now([dear], { unpriced: ['COURT_CASE'] }), plan([], { unpriced: ['LEAD_HOURS'] }))).toEqual([]);
  expect(judge(now([]), plan([], { unpriced: ['LEAD_HOURS'] }))).toEqual([]);
});

test('every warning says itself in both languages', () => {
  for (const { nl, en } of Object.values(COST_WARNINGS))
    expect([nl, en].every((text) => /^[A-Z].{20,}[.?]$/.test(text))).toBe(true);
});
