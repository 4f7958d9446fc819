import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { DirectoryReference } from '@doorbraak/directory';
import { sum } from '@doorbraak/kernel';
import { realReference } from '../../test/reference';
import { CostReference } from './cost.reference';
import {
  compare,
  type Costing,
  type CostLineEntry,
  costOf,
  indexedPrice,
  indexFactor,
  type LineKind,
  totalsOf,
  type UnitCost,
  whyNotCompare,
  whyNotCostLine,
  whyNotIndex,
  whyNotUnpriced,
} from './cost.rules';

const price = (key: string, cents: bigint, payer: string | null, over: Partial<UnitCost> = {}): UnitCost => ({
  key,
  cents,
  payer,
  validFrom: '2014-01-01',
  validTo: null,
  enabled: true,
  ...over,
});

const PRICES = new Map(
  [
    price('FACE_VALUE_EUR', 100n, null),
    price('EVICTION_DIRECT', 750_000n, 'LANDLORD'),
    price('SHELTER_PLACE_YEAR', 1_500_000n, 'WMO'),
    price('WMO_GUIDANCE_BASIC', 5_580n, 'WMO'),
    price('WMO_GUIDANCE_PLUS', 8_520n, 'WMO'),
    price('YOUTH_RESPITE_BASIC', 18_097n, 'JEUGDWET'),
    price('BEWIND_DEBT_MONTH', 17_212n, 'PARTICIPATIEWET'),
    price('BEWIND_MONTH', 13_310n, 'PARTICIPATIEWET'),
  ].map((unit) => [unit.key, unit]),
);

const isPublicMoney = (payer: string) => !['LANDLORD', 'FUND', 'HOUSEHOLD', 'OTHER_CREDITOR'].includes(payer);

const entry = (unitCost: string, quantity: string, probability: string | null = null, payer?: string): CostLineEntry => ({
  unitCost,
  quantity,
  probability,
  payer: payer ?? PRICES.get(unitCost)!.payer!,
});

const costing = (entries: CostLineEntry[], unpriced: string[] = [], horizonMonths = 12): Costing<string> => ({
  horizonMonths,
  lines: entries.map((line) => ({ payer: line.payer, cents: costOf(PRICES.get(line.unitCost)!, line) })),
  unpriced,
});

const byPayer = (amounts: { payer: string; cents: bigint }[]) =>
  Object.fromEntries(amounts.map((a) => [a.payer, Number(a.cents)]));

describe('an eviction that is prevented (the method’s own sum)', () => {
  const asNow = costing([
    entry('EVICTION_DIRECT', '1', '0.8'),
    entry('SHELTER_PLACE_YEAR', '1', '0.8'),
    entry('WMO_GUIDANCE_BASIC', '104'),
    entry('YOUTH_RESPITE_BASIC', '24'),
    entry('BEWIND_DEBT_MONTH', '12'),
  ]);
  const breakthrough = costing([
    entry('FACE_VALUE_EUR', '4200', null, 'FUND'),
    entry('WMO_GUIDANCE_PLUS', '39'),
    entry('BEWIND_MONTH', '12'),
  ]);
  const comparison = compare(asNow, breakthrough, isPublicMoney);

  test('adds up to the cent on both sides', () => {
    expect(comparison.asNow.total).toBe(3_021_192n);
    expect(comparison.breakthrough.total).toBe(912_000n);
    expect(comparison.saving.total).toBe(2_109_192n);
  });

  test('says who pays and who keeps', () => {
    expect(byPayer(comparison.saving.byPayer)).toEqual({
      FUND: -420_000,
      JEUGDWET: 434_328,
      LANDLORD: 600_000,
      PARTICIPATIEWET: 46_824,
      WMO: 1_448_040,
    });
    expect(byPayer(comparison.invests)).toEqual({ FUND: 420_000 });
    expect(comparison.gains.map((gain) => gain.payer)).toEqual(['JEUGDWET', 'LANDLORD', 'PARTICIPATIEWET', 'WMO']);
  });

  test('counts as public saving only what public money saves', () => {
    expect(comparison.saving.publicMoney).toBe(434_328n + 46_824n + 1_448_040n);
  });
});

const CASES = ['peter-beschermd-wonen', 'wajong-debt', 'maria-anw', 'yearly-indication', 'twenty-five'];

test.each(CASES)('%s: every line may be written, and costs what the price list says', (name) => {
  const { plan } = caseFile(name);
  const reference = new CostReference(realReference());
  for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const)
    for (const { cents, unitCost, quantity, probability, payer } of plan.scenarios[kind].costLines) {
      const line = {
        unitCost,
        payer,
        quantity: String(quantity),
        probability: probability === undefined ? null : String(probability),
      };
      const price = reference.unitCost(unitCost, plan.date);
      expect(whyNotCostLine(line, kind, price, plan.date)).toEqual([]);
      expect(Number(costOf(price!, line))).toBe(cents);
    }
});

const shownCosting = (costLines: CaseLine[], unpriced: { item: string }[], horizonMonths = 12): Costing<string> => ({
  horizonMonths,
  lines: costLines.map(({ payer, cents }) => ({ payer, cents: BigInt(cents) })),
  unpriced: unpriced.map(({ item }) => item),
});

test.each(CASES)('%s: totals, saving and public money', (name) => {
  const file = caseFile(name);
  const directory = new DirectoryReference(realReference());
  const side = (kind: 'AS_NOW' | 'BREAKTHROUGH') => {
    const { horizonMonths, costLines, unpriced } = file.plan.scenarios[kind];
    return shownCosting(costLines, unpriced, horizonMonths);
  };
  const isPublic = (payer: string) => directory.payer(payer)!.publicMoney;
  const { asNow, breakthrough, saving } = compare(side('AS_NOW'), side('BREAKTHROUGH'), isPublic);
  expect(shown(asNow)).toEqual(file.expectCost.AS_NOW);
  expect(shown(breakthrough)).toEqual(file.expectCost.BREAKTHROUGH);
  // The files write 0 where nothing has a price.
  expect(saving.total === null).toBe(!file.plan.scenarios.AS_NOW.costLines.length);
  expect(Number(saving.total)).toBe(file.expectCost.saving.totalCents);
  expect(byPayer(saving.byPayer)).toEqual(file.expectCost.saving.byPayer);
  expect(Number(saving.publicMoney)).toBe(file.expectCost.saving.publicCents);
});

test.each(CASES)('%s: what was realised, at the price of the last day of its period', (name) => {
  const { realised, expectCost } = caseFile(name);
  const reference = new CostReference(realReference());
  for (const period of ['before12', 'after12'] as const) {
    const { to, costLines, unpriced } = realised[period];
    for (const { cents, unitCost, quantity, payer } of costLines) {
      const line = { unitCost, payer, quantity: String(quantity), probability: null };
      const price = reference.unitCost(unitCost, to);
      expect(whyNotCostLine(line, 'REALISED', price, to)).toEqual([]);
      expect(Number(costOf(price!, line))).toBe(cents);
    }
    expect(shown(totalsOf(shownCosting(costLines, unpriced)))).toEqual(expectCost.realised[period]);
  }
});

test('what has no price is listed and adds nothing; where nothing has one, the total is not known', () => {
  const unpriced = ['LEAD_HOURS', 'LEAD_HOURS'];
  const lines = [{ payer: 'WMO', cents: 5n }];
  const totals = (of: Partial<Costing<string>>) => totalsOf({ horizonMonths: 12, lines: [], unpriced: [], ...of });
  expect(totals({ unpriced })).toEqual({ horizonMonths: 12, total: null, byPayer: [], unpriced });
  expect(totals({ unpriced, lines }).total).toBe(5n);
  expect(totals({}).total).toBe(0n);
});

test.each<[string, Partial<Costing<string>>, Partial<Costing<string>>, bigint | null]>([
  ['nothing of as now has a price', { lines: [], unpriced: ['LEAD_HOURS'] }, {}, null],
  ['as now is empty', { lines: [] }, {}, null],
  ['nothing of the plan has a price', {}, { lines: [], unpriced: ['LEAD_HOURS'] }, null],
  ['the plan costs nothing extra', {}, { lines: [] }, 900n],
  ['both have a price, and something beside it has none', { unpriced: ['LEAD_HOURS'] }, { unpriced: ['LEAD_HOURS'] }, 300n],
])('a saving when %s', (_, now, then, saved) => {
  const side = (cents: bigint, over: object) => ({ horizonMonths: 12, lines: [{ payer: 'WMO', cents }], unpriced: [], ...over });
  const { saving } = compare(side(900n, now), side(600n, then), isPublicMoney);
  expect([saving.total, saving.publicMoney]).toEqual([saved, saved]);
});

test('a line is rounded half up, once', () => {
  expect(costOf({ cents: 1n }, { quantity: '0.5', probability: null })).toBe(1n);
  expect(costOf({ cents: 1n }, { quantity: '0.49', probability: null })).toBe(0n);
  expect(costOf({ cents: 333n }, { quantity: '0.5', probability: '0.5' })).toBe(83n);
});

test('payers always add up to the total, and the saving to the difference', () => {
  const lines = fc.array(fc.record({ payer: fc.constantFrom('WMO', 'FUND', 'ZVW'), cents: fc.bigInt(0n, 10n ** 12n) }));
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const side = (entries: typeof a): Costing<string> => ({ horizonMonths: 12, lines: entries, unpriced: [] });
      const { asNow, breakthrough, saving, invests, gains } = compare(side(a), side(b), isPublicMoney);
      expect(sum(asNow.byPayer.map((p) => p.cents))).toBe(asNow.total);
      const difference = asNow.total! - breakthrough.total!;
      expect(saving.total).toBe(a.length ? difference : null);
      expect(difference <= asNow.total!).toBe(true);
      expect(sum(saving.byPayer.map((p) => p.cents))).toBe(difference);
      expect(sum(gains.map((p) => p.cents)) - sum(invests.map((p) => p.cents))).toBe(difference);
    }),
  );
});

describe('a comparison over different horizons', () => {
  test('is refused with a reason, and never computed', () => {
    expect(whyNotCompare({ horizonMonths: 12 }, { horizonMonths: 24 })).toEqual([{ code: 'HORIZON_DIFFERS' }]);
    expect(() => compare(costing([], [], 12), costing([], [], 24), isPublicMoney)).toThrow(RangeError);
  });
});

describe('why not this cost line', () => {
  const DAY = '2025-10-27';
  const guidance = PRICES.get('WMO_GUIDANCE_BASIC')!;
  const judge = (over: Partial<CostLineEntry>, unit: UnitCost | null = guidance, scenario: LineKind = 'AS_NOW') =>
    whyNotCostLine({ ...entry('WMO_GUIDANCE_BASIC', '104'), ...over }, scenario, unit, DAY);

  test('a plain line is fine, and so is a chance of an event as now', () => {
    expect(judge({})).toEqual([]);
    expect(judge({ probability: '0.8' })).toEqual([]);
  });

  test.each(['1', '1.5', '0', '0.00'])('a chance of %s is none', (probability) => {
    expect(judge({ probability })).toEqual([{ code: 'PROBABILITY_RANGE', about: 'probability' }]);
  });

  test('a breakthrough is not a matter of chance', () => {
    expect(judge({ probability: '0.8' }, guidance, 'BREAKTHROUGH')).toEqual([
      { code: 'PROBABILITY_OUTSIDE_AS_NOW', about: 'probability' },
    ]);
  });

  test('what was is certain too', () => {
    expect(judge({ probability: '0.8' }, guidance, 'REALISED')).toMatchObject([{ code: 'PROBABILITY_OUTSIDE_AS_NOW' }]);
    expect(judge({ unitCost: 'FACE_VALUE_EUR', payer: 'ZVW' }, PRICES.get('FACE_VALUE_EUR'), 'REALISED')).toEqual([]);
  });

  test.each(['-1', '1,5', '', '1e3', '1e309', 'NaN', '1.234,56', '١'])('"%s" is no quantity', (quantity) => {
    expect(judge({ quantity })).toEqual([{ code: 'DECIMAL_INVALID', about: 'quantity' }]);
  });

  test('zero times a price is no line', () => {
    for (const quantity of ['0.0', '0.00001'])
      expect(judge({ quantity })).toEqual([{ code: 'QUANTITY_ZERO', about: 'quantity' }]);
    expect(judge({ quantity: '0.0001', probability: '0.01' })).toEqual([{ code: 'QUANTITY_ZERO', about: 'quantity' }]);
    expect(judge({ quantity: '0.0001' })).toEqual([]);
  });

  test('a large amount is allowed, up to the limit', () => {
    const face = { unitCost: 'FACE_VALUE_EUR', quantity: '999999999999.99', payer: 'ZVW' };
    expect(judge(face, PRICES.get('FACE_VALUE_EUR'))).toEqual([]);
    expect(costOf({ cents: 100n }, { ...face, probability: null })).toBe(99_999_999_999_999n);
  });

  test('an amount that cannot be kept is refused', () => {
    expect(judge({ quantity: '9'.repeat(20) })).toEqual([{ code: 'AMOUNT_RANGE', about: 'quantity' }]);
  });

  test('the price is known, enabled and of the day', () => {
    expect(judge({}, null)).toEqual([{ code: 'UNIT_COST_UNKNOWN', about: 'WMO_GUIDANCE_BASIC' }]);
    expect(judge({}, { ...guidance, enabled: false })).toEqual([{ code: 'UNIT_COST_DISABLED', about: guidance.key }]);
    expect(judge({}, { ...guidance, validTo: '2025-10-26' })).toEqual([{ code: 'UNIT_COST_NOT_VALID', about: guidance.key }]);
    expect(judge({}, { ...guidance, validFrom: null })).toEqual([{ code: 'UNIT_COST_NOT_VALID', about: guidance.key }]);
    expect(judge({}, { ...guidance, validFrom: DAY, validTo: DAY })).toEqual([]);
  });

  test('the payer is that of the price; a face value names its own', () => {
    expect(judge({ payer: 'ZVW' })).toEqual([{ code: 'PAYER_DIFFERS_FROM_PRICE', about: 'ZVW' }]);
    expect(judge({ unitCost: 'FACE_VALUE_EUR', payer: 'ZVW' }, PRICES.get('FACE_VALUE_EUR'))).toEqual([]);
  });

  test('all reasons come at once', () => {
    const wrong = judge({ quantity: 'x', probability: '2', payer: 'ZVW' }, { ...guidance, enabled: false }, 'BREAKTHROUGH');
    expect(wrong.map(({ code }) => code)).toEqual([
      'DECIMAL_INVALID',
      'PROBABILITY_OUTSIDE_AS_NOW',
      'PROBABILITY_RANGE',
      'UNIT_COST_DISABLED',
      'PAYER_DIFFERS_FROM_PRICE',
    ]);
  });
});

describe('a price in the money of another year', () => {
  const indexOf = new Map([
    [2014, '2772.8'],
    [2023, '3519.2'],
    [2024, '3635.3'],
  ]);
  const price = { key: 'WMO_GUIDANCE_BASIC', cents: 5_580n, payer: 'WMO', priceYear: 2023 };

  test('is the price of its list x the figure of that year / the figure of its own, in whole cents', () => {
    expect(indexFactor('3519.2', '3635.3')).toBe('1.032990');
    expect(indexedPrice(price, 2024, indexOf)).toEqual({ cents: 5_764n, factor: '1.032990' }); // 5764.08
    expect(indexedPrice(price, 2014, indexOf)).toEqual({ cents: 4_397n, factor: '0.787906' }); // 4396.52
    expect(indexedPrice(price, 2023, indexOf)).toEqual({ cents: 5_580n, factor: '1.000000' });
  });

  test('stays as it is when nobody asked', () => {
    expect(whyNotIndex(price, null, indexOf)).toEqual([]);
    expect(indexedPrice(price, null, indexOf)).toEqual({ cents: 5_580n, factor: null });
  });

  test.each<[Parameters<typeof whyNotIndex>[0], number, string[]]>([
    [price, 2024, []],
    [price, 2026, ['INDEX_UNKNOWN 2026']],
    [{ ...price, priceYear: 2011 }, 2026, ['INDEX_UNKNOWN 2011', 'INDEX_UNKNOWN 2026']],
    [{ ...price, priceYear: null }, 2024, ['INDEX_UNKNOWN WMO_GUIDANCE_BASIC']],
    [{ ...price, key: 'FACE_VALUE_EUR', payer: null }, 2024, ['INDEX_NOT_FOR_FACE_VALUE FACE_VALUE_EUR']],
  ])('%j to %i: %j', (unit, year, expected) => {
    expect(whyNotIndex(unit, year, indexOf).map(({ code, about }) => `${code} ${about}`)).toEqual(expected);
  });
});

test('an item without a price comes from the list', () => {
  expect(whyNotUnpriced('LEAD_HOURS', new Set(['LEAD_HOURS']))).toEqual([]);
  expect(whyNotUnpriced('LUNCH', new Set(['LEAD_HOURS']))).toEqual([{ code: 'UNPRICED_ITEM_UNKNOWN', about: 'LUNCH' }]);
});

type Expected = { totalCents: number; byPayer: Record<string, number>; unpriced: number };
type CaseLine = { unitCost: string; quantity: number; probability?: number; payer: string; cents: number };
type CaseFile = {
  plan: {
    date: string;
    scenarios: Record<'AS_NOW' | 'BREAKTHROUGH', { horizonMonths: number; costLines: CaseLine[]; unpriced: { item: string }[] }>;
  };
  realised: Record<'before12' | 'after12', { to: string; costLines: CaseLine[]; unpriced: { item: string }[] }>;
  expectCost: {
    AS_NOW: Expected;
    BREAKTHROUGH: Expected;
    saving: { totalCents: number; byPayer: Record<string, number>; publicCents: number };
    realised: Record<'before12' | 'after12', Expected>;
  };
};

function caseFile(name: string): CaseFile {
  return JSON.parse(readFileSync(join(__dirname, `../../apps/demo/cases/${name}.json`), 'utf8')) as CaseFile;
}

function shown(totals: ReturnType<typeof totalsOf>): Expected {
  return { totalCents: Number(totals.total), byPayer: byPayer(totals.byPayer), unpriced: totals.unpriced.length };
}
