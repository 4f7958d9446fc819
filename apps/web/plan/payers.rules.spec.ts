import fc from 'fast-check';
import { lengthOf, payersPicture, type PayerLine } from './payers.rules';

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

test('an amount that does not add up is not drawn', () => {
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
