import fc from 'fast-check';
import { payerYears, perPayer, sumOf } from './money.rules';

test('lines add up per payer, the most first, and all payers together are all lines', () => {
  const lines = [
    { payer: 'WMO', cents: '580320' },
    { payer: 'JUSTICE', cents: '420000' },
    { payer: 'WMO', cents: '1' },
  ];
  expect(perPayer(lines)).toEqual([
    { payer: 'WMO', cents: '580321' },
    { payer: 'JUSTICE', cents: '420000' },
  ]);
  expect(perPayer([])).toEqual([]);
});

test('for any lines nothing is lost or counted twice', () => {
  const line = fc.record({ payer: fc.constantFrom('A', 'B', 'C'), cents: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String) });
  fc.assert(fc.property(fc.array(line), (lines) => expect(sumOf(perPayer(lines))).toBe(sumOf(lines))));
});

test('a year that is not known is not zero; a known year without this payer is', () => {
  const year = { id: 'x', fromOn: '2025-01-01', toOn: '2025-12-31' };
  expect(
    payerYears([
      { ...year, known: true, byPayer: [{ payer: 'WMO', cents: '5' }] },
      { ...year, known: false, byPayer: null },
      { ...year, known: true, byPayer: [{ payer: 'ZVW', cents: '7' }] },
    ]),
  ).toEqual([
    { payer: 'WMO', cents: ['5', null, '0'] },
    { payer: 'ZVW', cents: ['0', null, '7'] },
  ]);
});
