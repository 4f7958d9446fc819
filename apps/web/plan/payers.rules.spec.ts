import fc from 'fast-check';
import { differences, lengthOf, payersPicture, type PayerLine } from './payers.rules';

const line = (payer: string, asNow: number, breakthrough: number): PayerLine => ({
  payer,
  asNowCents: String(asNow),
  breakthroughCents: String(breakthrough),
  savingCents: String(asNow - breakthrough),
});

test('investors come first, then who gains, the largest first, and the sums are those of the lines', () => {
  const picture = payersPicture([line('A', 100, 0), line('B', 0, 420), line('C', 5, 5), line('D', 900, 100)]);
  expect(picture.bars.map(({ payer }) => payer)).toEqual(['B', 'D', 'A', 'C']);
  expect(picture).toMatchObject({
    asNow: 1005n,
    breakthrough: 525n,
    saving: 480n,
    invested: 420n,
    gained: 900n,
    largest: 900n,
    widest: 800n,
  });
});

test('an amount that does not add up is not drawn, nor are payers that do not come to the whole', () => {
  expect(() => payersPicture([line('A', 100, 40), line('B', 5, 0)], '64')).toThrow('do not add up to the whole');
  expect(payersPicture([line('A', 100, 40), line('B', 5, 0)], '65').saving).toBe(65n);
  expect(() => payersPicture([{ ...line('A', 100, 40), savingCents: '61' }])).toThrow('do not add up');
});

test('for any amounts: gained minus invested is the saving, and no bar is longer than the scale', () => {
  const amounts = fc.array(fc.tuple(fc.nat(10 ** 9), fc.nat(10 ** 9)), { maxLength: 12 });
  fc.assert(
    fc.property(amounts, (pairs) => {
      const picture = payersPicture(pairs.map(([asNow, then], at) => line(`P${at}`, asNow, then)));
      expect(picture.gained - picture.invested).toBe(picture.saving);
      for (const { asNow, breakthrough } of picture.bars)
        for (const amount of [asNow, breakthrough]) {
          expect(lengthOf(amount, picture.largest)).toBeLessThanOrEqual(1000);
          expect(lengthOf(amount, picture.largest) > 0).toBe(amount > 0n);
        }
    }),
  );
});

test('a euro in is as wide as a euro out: bars of investors end at the common zero, bars of who gains begin there', () => {
  const { bars } = payersPicture([line('A', 0, 2500), line('B', 7500, 0), line('C', 100, 100)]);
  const at = differences(bars);
  expect(bars.map((bar) => [bar.payer, at(bar)])).toEqual([
    ['A', { zero: 25, from: 0, width: 25 }],
    ['B', { zero: 25, from: 25, width: 75 }],
    ['C', { zero: 25, from: 25, width: 0 }],
  ]);
});

test('a payer of something without a price is not known, which is not zero, and comes last', () => {
  const { bars } = payersPicture([
    { ...line('A', 0, 0), role: 'NOT_KNOWN' },
    line('B', 0, 0),
    { ...line('C', 9, 1), role: 'GAINS' },
  ]);
  expect(bars.map(({ payer, known }) => [payer, known])).toEqual([
    ['C', true],
    ['B', true],
    ['A', false],
  ]);
});
