import { amount, chance, daysLater, decimal, found, notTaken } from './plan.rules';

test('a day some days later goes over months and years', () => {
  expect(daysLater('2026-12-25', 14)).toBe('2027-01-08');
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
});

test.each([
  ['1,5', '1.5'],
  ['104', '104'],
  [' 2.25 ', '2.25'],
  ['veel', null],
  ['1.000,5', null],
  ['-1', null],
  ['', null],
])('what people type for a number: %s', (typed, number) => expect(decimal(typed)).toBe(number));

test.each([
  ['80', '0.8'],
  ['12,5', '0.125'],
  ['100', '1'],
  ['', null],
])('a chance in percent: %s', (typed, part) => expect(chance(typed)).toBe(part));

test('every typed word begins a word of the label; accents and case do not matter; at most eight', () => {
  const labels = ['Begeleiding plus', 'Begeleiding basis', 'Schuldhulp', 'Crisisbed, één nacht'].map((label) => ({ label }));
  const of = (typed: string) => found(labels, typed).map(({ label }) => label);
  expect(of('beg ba')).toEqual(['Begeleiding basis']);
  expect(of('EEN')).toEqual(['Crisisbed, één nacht']);
  expect(of('hulp')).toEqual([]);
  expect(of('')).toHaveLength(4);
  expect(
    found(
      Array.from({ length: 20 }, () => ({ label: 'dag' })),
      'd',
    ),
  ).toHaveLength(8);
});

describe('what help that runs costs', () => {
  const line = { id: 'c1', note: 'twee uur', unitCost: 'U', quantity: '104', payer: 'WMO', oneOff: false, cents: '100' };
  const costs = [
    {
      interventionId: 'runs',
      costLines: [
        { ...line, withdrawnOn: null },
        { ...line, id: 'c2', note: 'fout', withdrawnOn: '2026-01-01' },
      ],
    },
    { interventionId: 'over', costLines: [{ ...line, id: 'c3', withdrawnOn: null }] },
  ];
  const taken = { interventionId: 'runs', unitCost: 'U', note: 'twee uur' };
  const left = (lines: (typeof taken)[]) => notTaken(costs, lines, new Set(['runs'])).map(({ id }) => id);

  test('is offered once, without what was withdrawn or is over', () => {
    expect(left([])).toEqual(['c1']);
    expect(left([taken])).toEqual([]);
  });
  test('stays offered when another line of the same help was taken', () => {
    expect(left([{ ...taken, note: 'iets anders' }])).toEqual(['c1']);
    expect(left([{ ...taken, interventionId: 'other' }])).toEqual(['c1']);
    expect(left([{ ...taken, unitCost: 'V' }])).toEqual(['c1']);
  });
});

test.each([
  ['3412,64', '341264'],
  ['1.240,50', '124050'],
  ['€ 90', '9000'],
  ['0,05', '5'],
  ['12,5', null],
  ['veel', null],
])('what people type for an amount: %s', (typed, cents) => expect(amount(typed)).toBe(cents));
