import fc from 'fast-check';
import { sum } from '@doorbraak/kernel';
import { payerRows } from './payer.rules';
import type { ScenarioFacts } from './plan.facts';

const scenario = (kind: ScenarioFacts['kind'], lines: [payer: string, cents: bigint, measureId?: string][]): ScenarioFacts => ({
  ...{ id: kind, kind, horizonMonths: 12, unpriced: [] },
  costLines: lines.map(([payer, cents, measureId = null], at) => ({
    id: `${at}`,
    payer,
    cents,
    measureId,
    interventionId: null,
  })),
});
const now = scenario('AS_NOW', [
  ['WMO', 1_000n],
  ['ZVW', 400n],
  ['JUSTICE', 300n],
]);
const then = scenario('BREAKTHROUGH', [
  ['WMO', 200n, 'a'],
  ['WMO', 50n, 'b'],
  ['WMO', 100n],
  ['FUND', 500n, 'b'],
  ['ZVW', 400n],
]);
const share = (measureId: string, payer: string, cents: bigint | null) => ({ measureId, payer, cents, percent: '50' });
const plan = {
  measures: [
    { id: 'a', advancedBy: 'WMO' },
    { id: 'b', advancedBy: 'GEMEENTE' },
  ],
  shares: [share('a', 'WMO', 200n), share('b', 'WMO', 50n), share('b', 'FUND', 500n)],
};
const none = new Set<string>();

test('each payer with what it pays now, then, and for which measure', () => {
  const row = (payer: string) => payerRows(now, then, plan, none).find((one) => one.payer === payer);
  expect(payerRows(now, then, plan, none).map(({ payer, role }) => `${payer} ${role}`)).toEqual([
    'FUND INVESTS',
    'GEMEENTE EVEN',
    'JUSTICE GAINS',
    'WMO GAINS',
    'ZVW EVEN',
  ]);
  expect(row('WMO')).toEqual({
    ...{ payer: 'WMO', asNowCents: 1_000n, breakthroughCents: 350n, savingCents: 650n, role: 'GAINS', provisional: false },
    ...{ fundedCents: 250n, advancedCents: 0n },
    measures: [
      { measure: 'a', cents: 200n },
      { measure: 'b', cents: 50n },
    ],
  });
  expect(row('FUND')).toMatchObject({ savingCents: -500n, fundedCents: 500n, measures: [{ measure: 'b', cents: 500n }] });
  expect(row('GEMEENTE')).toMatchObject({ asNowCents: 0n, breakthroughCents: 0n, fundedCents: 0n, advancedCents: 550n });
});

test('an amount that is not known makes no sum', () => {
  const shares = [...plan.shares, share('a', 'FUND', null), share('a', 'UWV', null)];
  const rows = payerRows(now, then, { ...plan, shares }, none);
  expect(rows.find(({ payer }) => payer === 'FUND')).toMatchObject({ fundedCents: null, advancedCents: 0n });
  expect(rows.find(({ payer }) => payer === 'UWV')).toMatchObject({ fundedCents: null, role: 'NOT_KNOWN' });
  expect(rows.find(({ payer }) => payer === 'WMO')).toMatchObject({ fundedCents: 250n, advancedCents: null });
});

test('who pays for now is marked, also when nothing of it has a price yet', () => {
  const rows = payerRows(now, then, plan, new Set(['ZVW', 'WLZ']));
  expect(rows.filter(({ provisional }) => provisional).map(({ payer, role }) => [payer, role])).toEqual([
    ['WLZ', 'NOT_KNOWN'],
    ['ZVW', 'EVEN'],
  ]);
});

test('payers add up to both totals; investors and gainers to the saving', () => {
  const payer = fc.constantFrom('WMO', 'FUND', 'ZVW', 'WLZ');
  const lines = fc.array(fc.tuple(payer, fc.bigInt(0n, 10n ** 12n), fc.constantFrom('a', 'b')));
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const rows = payerRows(scenario('AS_NOW', before), scenario('BREAKTHROUGH', after), plan, none);
      const total = (of: typeof before) => sum(of.map(([, cents]) => cents));
      expect(sum(rows.map((row) => row.asNowCents))).toBe(total(before));
      expect(sum(rows.map((row) => row.breakthroughCents))).toBe(total(after));
      expect(sum(rows.map((row) => row.savingCents))).toBe(total(before) - total(after));
      expect(sum(rows.flatMap(({ measures }) => measures.map(({ cents }) => cents)))).toBe(total(after));
    }),
  );
});
