import { parseReference } from '@doorbraak/platform';
import { realReference } from '../../test/reference';
import { whyNotCostLine } from './cost.rules';
import { BENCHMARKS, CostReference, priceHere, priceOn, UNIT_COSTS, type UnitCostRow } from './cost.reference';

const HEADING = 'key,nl,en,unit,amountCents,priceYear,validFrom,validTo,payer,source,sourceNl,confidence,vatIncluded,enabled';
const BENCH = 'key,nl,en,unit,amountCents,priceYear,payer,source,confidence';

describe('the price that holds on a day', () => {
  const some: Omit<UnitCostRow, 'validFrom' | 'validTo' | 'enabled'> = {
    key: 'HOUR',
    name: { nl: 'uur', en: 'hour' },
    unit: 'hour',
    cents: 1n,
    priceYear: 2024,
    payer: 'WMO',
    source: 'list',
    confidence: 'A',
    vatIncluded: 'UNKNOWN',
  };
  const price = (validFrom: string | null, validTo: string | null, enabled = true) => ({ ...some, validFrom, validTo, enabled });
  const rows = [
    price('2023-01-01', null),
    price('2025-01-01', '2025-12-31'),
    price('2024-01-01', null, false),
    price(null, null, false),
  ];

  const onDay = (on: string, list: UnitCostRow[]) => priceOn(list, 'HOUR', on);

  test.each([
    ['2023-01-01', '2023-01-01'],
    ['2024-06-01', '2023-01-01'], // the row of 2024 is disabled
    ['2025-01-01', '2025-01-01'],
    ['2026-01-01', '2025-01-01'], // ended, and nothing newer: not the older price again
  ])('%s: the row that begins on %s', (on, begin) => {
    expect(onDay(on, rows)?.validFrom).toBe(begin);
    expect(onDay(on, [...rows].reverse())?.validFrom).toBe(begin);
  });

  test('without a row that may be used there is one that says why not, and none for an unknown key', () => {
    const line = { unitCost: 'HOUR', quantity: '1', probability: null, payer: 'WMO' };
    const why = (list: UnitCostRow[], on: string) => whyNotCostLine(line, 'AS_NOW', onDay(on, list), on);
    expect(why(rows, '2022-12-31')).toEqual([{ code: 'UNIT_COST_NOT_VALID', about: 'HOUR' }]);
    expect(why(rows, '2026-01-01')).toEqual([{ code: 'UNIT_COST_NOT_VALID', about: 'HOUR' }]);
    expect(why([price('2020-01-01', null, false)], '2024-06-01')).toEqual([{ code: 'UNIT_COST_DISABLED', about: 'HOUR' }]);
    expect(why([], '2024-06-01')).toEqual([{ code: 'UNIT_COST_UNKNOWN', about: 'HOUR' }]);
    expect(why(rows, '2024-06-01')).toEqual([]);
  });
});

describe('a price of the municipality itself', () => {
  const national = new CostReference(realReference()).unitCosts;
  const price = national.find(({ key }) => key === 'WMO_GUIDANCE_BASIC')!;
  const ours = { ...price, cents: 6_010n, validFrom: '2025-01-01', validTo: '2025-12-31' };
  const on = (day: string, own: UnitCostRow[] = [ours], key = price.key) => priceHere(own, national, key, day);

  test.each([
    ['2024-12-31', 'NATIONAL', 5_580n],
    ['2025-01-01', 'OWN', 6_010n],
    ['2025-12-31', 'OWN', 6_010n],
    ['2026-01-01', 'NATIONAL', 5_580n],
  ])('%s: the %s one', (day, source, cents) => {
    expect(on(day)).toMatchObject({ source, price: { cents } });
  });

  test('that is not enabled does not count; one that nobody else has counts on its own', () => {
    expect(on('2025-06-01', [{ ...ours, enabled: false }])).toMatchObject({ source: 'NATIONAL' });
    const alone = { ...ours, key: 'OWN_COACH' };
    expect(on('2025-06-01', [alone], 'OWN_COACH')).toMatchObject({ source: 'OWN' });
    expect(on('2026-06-01', [alone], 'OWN_COACH')).toMatchObject({ source: 'OWN', price: { validTo: '2025-12-31' } });
    expect(on('2025-06-01', [], 'OWN_COACH')).toBeNull();
  });
});

describe('the price index', () => {
  const { priceIndex, indexOf } = new CostReference(realReference());

  test('has a figure with a source for each year up to the last one that was found', () => {
    expect([...indexOf.keys()]).toEqual(Array.from({ length: 15 }, (_, i) => 2010 + i));
    expect(priceIndex.every(({ source, confidence }) => source.length > 20 && ['A', 'B'].includes(confidence))).toBe(true);
  });

  test('follows the yearly changes that the statistics office published, to a tenth of a percent', () => {
    const published = { 2011: 2.3, 2012: 2.5, 2013: 2.5, 2014: 1.0, 2015: 0.6, 2016: 0.3, 2017: 1.4, 2018: 1.7, 2019: 2.6 };
    const chained = { 2020: 1.3, 2021: 2.7, 2022: 10.0, 2023: 3.8, 2024: 3.3 };
    for (const [year, percent] of Object.entries({ ...published, ...chained })) {
      const change = (Number(indexOf.get(Number(year))) / Number(indexOf.get(Number(year) - 1)) - 1) * 100;
      expect([year, Math.abs(change - percent) < 0.06]).toEqual([year, true]);
    }
  });
});

describe('the price list of the product', () => {
  test('says what may not be used, keeps figures for orientation apart, and lists what has no price', () => {
    const cost = new CostReference(realReference());
    expect(cost.unitCost('WMO_GUIDANCE_PLUS', '2025-10-27')).toMatchObject({
      cents: 8520n,
      payer: 'WMO',
      unit: 'hour',
      vatIncluded: 'UNKNOWN',
    });
    expect(cost.unitCost('AMBULANCE', '2025-10-27')).toMatchObject({ enabled: false });
    expect(cost.unitCost('BENCH_HOUSEHOLD_YEAR', '2025-10-27')).toBeNull();
    expect(cost.unitCost('FACE_VALUE_EUR', '2025-10-27')).toMatchObject({ cents: 100n, payer: null });
    expect(cost.unpriced('COURT_CASE')).toMatchObject({ payer: 'JUSTICE' });
    expect(cost.unpriced('WMO_GUIDANCE_PLUS')).toBeUndefined();
  });

  const faults = (unit: string, bench = '') =>
    parseReference(
      [UNIT_COSTS, BENCHMARKS],
      new Map([
        [UNIT_COSTS.file, `${HEADING}\n${unit}\n`],
        [BENCHMARKS.file, `${BENCH}\n${bench}`],
      ]),
    )
      .faults.filter(({ field }) => field !== 'payer')
      .map(({ row, field, message }) => `${row}|${field}|${message}`);

  test.each([
    [
      'A,a,a,hour,100,2024,2024-01-01,,WMO,from memory,uit het hoofd,M,yes,true',
      'A@2024-01-01|enabled|an estimate or a figure from memory may not be enabled',
    ],
    ['A,a,a,hour,100,,2024-01-01,,WMO,list,lijst,A,yes,true', 'A@2024-01-01|enabled|enabled without a price year or a begin'],
    ['A,a,a,hour,100,2024,2024-01-01,2023-01-01,WMO,list,lijst,A,yes,true', 'A@2024-01-01|validTo|ends before it begins'],
    [
      'A,a,a,hour,0,2024,2024-01-01,,WMO,list,lijst,A,yes,true',
      'A@2024-01-01|amountCents|not an amount in whole cents above zero',
    ],
    [
      'A,a,a,hour,55.80,2024,2024-01-01,,WMO,list,lijst,A,yes,true',
      'A@2024-01-01|amountCents|not an amount in whole cents above zero',
    ],
  ])('refuses %s', (row, fault) => {
    expect(faults(row)).toEqual([fault]);
  });

  test('refuses a figure for orientation that is a price too', () => {
    const both = 'A,a,a,hour,100,2024,2024-01-01,,WMO,list,lijst,A,yes,true';
    expect(faults(both, 'A,a,a,hour,100,2024,WMO,list,A\n')).toEqual(['A|key|is a unit cost too']);
    expect(faults(both, 'B,b,b,hour,100,2024,WMO,list,A\n')).toEqual([]);
  });
});
