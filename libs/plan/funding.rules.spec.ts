import * as fc from 'fast-check';
import { sum } from '@doorbraak/kernel';
import {
  costOfMeasure,
  divided,
  isFunded,
  type MeasureCost,
  proposedScenario,
  splitByPercent,
  whyNotFund,
} from './funding.rules';
import type { FundingShareFacts } from './plan.facts';
import { aDecidablePlan, measure } from './plan.fixture';

const share = (payer: string, percent: string, cents: bigint | null): FundingShareFacts => ({
  measureId: 'support-now',
  payer,
  percent,
  cents,
});

const percentOf = (part: number) => `${Math.floor(part / 10_000)}.${String(part % 10_000).padStart(4, '0')}`;

describe('splitting by percentage', () => {
  test('EUR 4,200 over 50, 30 and 20 percent', () => {
    expect(splitByPercent(420_000n, ['50', '30', '20'])).toEqual([210_000n, 126_000n, 84_000n]);
  });

  test('the cent that is left goes to the largest remainder, then to the first', () => {
    expect(splitByPercent(100n, ['33.3333', '33.3333', '33.3334'])).toEqual([33n, 33n, 34n]);
    expect(splitByPercent(1n, ['50', '50'])).toEqual([1n, 0n]);
  });

  test('always adds up, and nobody is more than a cent off', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 6 })
      .map((at) => [0, ...at.sort((a, b) => a - b), 1_000_000]);
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), cuts, (total, at) => {
        const parts = at.slice(1).map((cut, i) => cut - at[i]!);
        const cents = splitByPercent(total, parts.map(percentOf));
        expect(sum(cents)).toBe(total);
        cents.forEach((amount, i) => {
          const off = amount * 1_000_000n - total * BigInt(parts[i]!);
          expect(off > -1_000_000n && off < 1_000_000n).toBe(true);
        });
      }),
    );
  });

  // Drawn without fast-check, whose bookkeeping would take a minute for so many. `npm run walks` takes a million totals.
  test('random totals over two to six random shares, a million shares in all, add up to the cent', () => {
    let state = 20_251_027;
    const below = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
    const splits = Number(process.env['SPLITS'] ?? 250_000);
    for (let i = 0; i < splits; i++) {
      const cuts = Array.from({ length: 1 + below(5) }, () => 1 + below(999_999)).sort((a, b) => a - b);
      const parts = [...cuts, 1_000_000].map((cut, at) => cut - (cuts[at - 1] ?? 0));
      const total = BigInt(below(2_147_483_647)) * BigInt(1 + below(1_000));
      const cents = splitByPercent(total, parts.map(percentOf));
      let left = total;
      for (const amount of cents) left -= amount;
      if (left !== 0n || cents.some((amount) => amount < 0n))
        throw new Error(`${total} over ${parts.join(', ')}: ${cents.join(', ')}`);
    }
  });

  test('shares that are not the whole are not split', () => {
    expect(() => splitByPercent(100n, ['50', '49.9999'])).toThrow(RangeError);
  });
});

test('what costs a known amount is divided over shares of which nobody named one', () => {
  const cost = { lines: [{ payer: 'WMO', cents: 300n }, { payer: 'FUND', cents: 101n }], unpriced: [] }; // prettier-ignore
  const shares = [share('WMO', '75', null), share('FUND', '25', null)];
  expect(divided(shares, cost)).toEqual([share('WMO', '75', 301n), share('FUND', '25', 100n)]);
  expect(divided([share('WMO', '75', 300n), share('FUND', '25', null)], cost)).toContainEqual(share('FUND', '25', null));
  expect(divided(shares, { ...cost, unpriced: [{ item: 'HOME_REPAIR' }] })).toEqual(shares);
  expect(divided(shares, { lines: [], unpriced: [] })).toEqual(shares);
  expect(divided(shares, null)).toEqual(shares);
});

test('the first breakthrough in the plan’s order is the one that is proposed', () => {
  const { scenarios } = aDecidablePlan();
  expect(proposedScenario([...scenarios].reverse())?.id).toBe('plan-a');
  expect(proposedScenario(scenarios.filter(({ id }) => id !== 'plan-a'))?.id).toBe('plan-b');
  expect(proposedScenario(scenarios.filter(({ kind }) => kind === 'AS_NOW'))).toBeNull();
  expect(costOfMeasure('support-now', scenarios)).toEqual({
    lines: [{ id: 'line', measureId: 'support-now', interventionId: null, payer: 'WMO', cents: 60_000n }],
    unpriced: [],
  });
});

describe('a measure is funded', () => {
  const priced: MeasureCost = {
    lines: [
      { payer: 'WMO', cents: 10_000n },
      { payer: 'WMO', cents: 20_000n },
      { payer: 'FUND', cents: 10_000n },
    ],
    unpriced: [],
  };
  const unpriced: MeasureCost = { lines: [], unpriced: [{ item: 'HOME_REPAIR' }] };
  const free: MeasureCost = { lines: [], unpriced: [] };
  const paid = (cost: MeasureCost | null, ...shares: FundingShareFacts[]) => isFunded(measure(), shares, cost);

  test('when each payer carries exactly its own lines', () => {
    expect(paid(priced, share('WMO', '75', 30_000n), share('FUND', '25', 10_000n))).toBe(true);
    expect(paid(priced, share('WMO', '75', 30_001n), share('FUND', '25', 9_999n))).toBe(false);
    expect(paid(priced, share('WMO', '75', 30_000n), share('FUND', '25', null))).toBe(false);
    expect(paid(priced, share('WMO', '75', 30_000n), share('FUND', '24', 10_000n))).toBe(false);
    expect(paid(priced, share('WMO', '75', 30_000n), share('FUND', '24', 10_000n), share('ZVW', '1', null))).toBe(false);
    expect(paid(priced, share('WMO', '75', 30_000n), share('FUND', '25.00001', 10_000n))).toBe(false);
    expect(paid(priced)).toBe(false);
  });

  test('when what is not known is divided by percentage', () => {
    expect(paid(unpriced, share('LANDLORD', '60', null), share('FUND', '40', null))).toBe(true);
    expect(paid(unpriced, share('LANDLORD', '60', null))).toBe(false);
    expect(paid(unpriced, share('LANDLORD', '100', 5n))).toBe(false);
    expect(paid(free, share('LANDLORD', '100', null))).toBe(false);
  });

  test('when a part has a price and a part has none', () => {
    const both = { ...priced, unpriced: unpriced.unpriced };
    expect(paid(both, share('WMO', '75', 30_000n), share('FUND', '25', 10_000n))).toBe(true);
    expect(paid(both, share('WMO', '75', 30_000n), share('FUND', '25', null))).toBe(false);
  });

  test('without extra money only when nothing about it costs', () => {
    const without = (cost: MeasureCost | null, ...shares: FundingShareFacts[]) =>
      isFunded(measure({ noExtraMoney: true }), shares, cost);
    expect(without(free)).toBe(true);
    expect(without(null)).toBe(true);
    expect(without(priced)).toBe(false);
    expect(without(unpriced)).toBe(false);
    expect(without(free, share('WMO', '100', 0n))).toBe(false);
  });

  test('by its percentages alone while no breakthrough is worked out', () => {
    expect(paid(null, share('WMO', '100', 60_000n))).toBe(true);
    expect(paid(null, share('WMO', '99', 60_000n))).toBe(false);
    expect(paid(null)).toBe(false);
  });
});

describe('why not fund', () => {
  const payers = new Set(['WMO', 'FUND']);
  const cost: MeasureCost = { lines: [{ payer: 'WMO', cents: 1_000n }], unpriced: [] };
  const judge = (
    shares: FundingShareFacts[],
    over: { noExtraMoney?: boolean; advancedBy?: string | null } = {},
    of: MeasureCost | null = cost,
  ) => whyNotFund({ noExtraMoney: false, advancedBy: 'WMO', shares, ...over }, of, payers);

  test('whole shares of known payers may be written', () => {
    expect(judge([share('WMO', '66.6667', 667n), share('FUND', '33.3333', 333n)])).toEqual([]);
    expect(judge([], { noExtraMoney: true, advancedBy: null }, null)).toEqual([]);
  });

  test('every fault has its reason', () => {
    expect(judge([share('WMO', '99', null)])).toEqual([{ code: 'SHARES_NOT_100' }]);
    expect(judge([share('WMO', '140', null)])).toEqual([{ code: 'PERCENT_RANGE', about: 'WMO' }]);
    expect(judge([share('WMO', '-1', null)])).toEqual([{ code: 'DECIMAL_INVALID', about: 'WMO' }]);
    expect(judge([share('WMO', '1e2', null)])).toEqual([{ code: 'DECIMAL_INVALID', about: 'WMO' }]);
    expect(judge([share('WMO', '33.33333', null)])).toEqual([{ code: 'DECIMAL_INVALID', about: 'WMO' }]);
    expect(judge([share('ZVW', '100', null)])).toEqual([{ code: 'PAYER_UNKNOWN', about: 'ZVW' }]);
    expect(judge([share('WMO', '100', null)], { advancedBy: 'ZVW' })).toEqual([{ code: 'PAYER_UNKNOWN', about: 'ZVW' }]);
    expect(judge([share('WMO', '50', null), share('WMO', '50', null)])).toEqual([{ code: 'PAYER_TWICE', about: 'WMO' }]);
    expect(judge([share('WMO', '100', null)], { advancedBy: null })).toEqual([{ code: 'REQUIRED', about: 'advancedBy' }]);
  });

  test('an amount and a percentage tell one story', () => {
    expect(judge([share('WMO', '50', 499n), share('FUND', '50', 500n)])).toEqual([
      { code: 'SHARE_DIFFERS_FROM_PERCENT', about: 'WMO' },
    ]);
  });

  test('no extra money is not said beside shares or costs', () => {
    expect(judge([share('WMO', '100', 1_000n)], { noExtraMoney: true })).toEqual([
      { code: 'NO_EXTRA_MONEY_AND_SHARES' },
      { code: 'NO_EXTRA_MONEY_BUT_COST' },
    ]);
  });
});
