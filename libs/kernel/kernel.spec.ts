import fc from 'fast-check';
import { readBsn } from './bsn';
import { addDays, dayIn, earliestOf, isLocalDate, isPartialDate, monthsAfter, yearFrom } from './day';
import { isId, newId } from './id';
import { isDecimal, sum, times } from './money';
import { holds, isInverted, overlaps } from './period';
import { REFUSALS, type RefusalCode } from './refusals';
import { dayInWords, eurosInWords, folded, FORBIDDEN_CHARACTERS } from './text';
import { addWorkingDays, isWorkingDay, workingDaysSince } from './working-days';

describe('days', () => {
  test.each(['2025-02-28', '2024-02-29', '1999-12-31'])('%s exists', (day) => expect(isLocalDate(day)).toBe(true));
  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', '', null, 20250101])('%s does not', (day) =>
    expect(isLocalDate(day)).toBe(false),
  );
  test('adding crosses months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });
  test.each([
    ['2025-10-27', 0, '2025-10-27'],
    ['2025-10-27', 3, '2026-01-27'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2025-10-31', 6, '2026-04-30'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-12-31', 12, '2026-12-31'],
    ['2025-10-27', -12, '2024-10-27'],
    ['2024-02-29', -12, '2023-02-28'],
    ['0099-03-31', -1, '0099-02-28'],
  ])('so many months after a day: %s and %i is %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
  test.each([
    ['2024-09-01', '2025-08-31'],
    ['2024-01-01', '2024-12-31'],
    ['2024-02-29', '2025-02-27'],
    ['2023-03-01', '2024-02-29'],
  ])('twelve months from %s end on %s', (day, expected) => {
    expect(yearFrom(day)).toBe(expected);
  });
  test('the Dutch day of an instant, also around midnight and summer time', () => {
    expect(dayIn('Europe/Amsterdam', new Date('2026-03-29T22:30:00Z'))).toBe('2026-03-30');
    expect(dayIn('Europe/Amsterdam', new Date('2026-01-01T22:59:00Z'))).toBe('2026-01-01');
  });
  test.each(['1960-00-00', '1960-04-00', '1960-04-12'])('%s may be a birth date', (day) => expect(isPartialDate(day)).toBe(true));
  test.each(['0000-00-00', '1960-00-12', '1960-13-00', '1960-02-30', '1960'])('%s may not', (day) =>
    expect(isPartialDate(day)).toBe(false),
  );
  test('the earliest day of a partly unknown date', () => {
    expect(earliestOf('1960-00-00')).toBe('1960-01-01');
    expect(earliestOf('1960-04-00')).toBe('1960-04-01');
    expect(earliestOf('1960-04-12')).toBe('1960-04-12');
  });
});

describe('working days', () => {
  const holidays = { days: new Set(['2025-12-25', '2025-12-26']), firstYear: 2025, lastYear: 2025 };
  test('weekends and holidays stand still; the day of asking does not count', () => {
    expect(addWorkingDays('2025-09-29', 5, holidays)).toBe('2025-10-06');
    expect(addWorkingDays('2025-12-24', 1, holidays)).toBe('2025-12-29');
    expect(isWorkingDay('2025-12-25', holidays)).toBe(false);
  });
  test('outside the years of the list there is no answer', () => {
    expect(addWorkingDays('2025-12-30', 5, holidays)).toBeNull();
    expect(addWorkingDays('2024-12-30', 5, holidays)).toBeNull();
  });
  test('counting back gives what was counted on', () => {
    for (const count of [1, 2, 5, 9, 60])
      expect(workingDaysSince('2025-09-29', addWorkingDays('2025-09-29', count, holidays)!, holidays)).toBe(count);
    expect(workingDaysSince('2025-12-24', '2025-12-28', holidays)).toBe(0);
    expect(workingDaysSince('2025-09-29', '2025-09-29', holidays)).toBe(0);
    for (const [from, to] of [
      ['2024-12-30', '2025-01-02'],
      ['2025-12-30', '2026-01-02'],
    ] as const)
      expect(workingDaysSince(from, to, holidays)).toBeNull();
  });
});

test('words are looked for without accents and capitals', () => {
  expect(folded('Zoë ÜNAL')).toBe('zoe unal');
  expect(folded('Zoe\u0308')).toBe(folded('zoë'));
});

describe('money', () => {
  test('rounds half up, once', () => {
    expect(times(5580n, '104')).toBe(580320n);
    expect(times(1_500_000n, '0.5', '0.4')).toBe(300000n);
    expect(times(1n, '0.5')).toBe(1n);
    expect(times(1n, '0.49')).toBe(0n);
    expect(times(3n, '0.5', '0.5')).toBe(1n);
  });
  test.each(['-1', '1e3', 'NaN', '', '1,5', '.5', '1.'])('%p is no decimal', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => times(1n, text)).toThrow(RangeError);
  });
  test('is exact: hundredths of a quantity add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.integer({ min: 0, max: 10_000 }),
        (cents, n) => times(cents, `${n}`) === cents * BigInt(n),
      ),
    );
  });
  test('sums beyond 2^53', () => expect(sum([2n ** 53n, 1n])).toBe(9007199254740993n));
});

describe('periods', () => {
  const may = { from: '2025-05-01', to: '2025-05-31' };
  test('both ends are included, an open end goes on', () => {
    expect([holds(may, '2025-05-01'), holds(may, '2025-05-31'), holds(may, '2025-06-01'), holds(may, '2025-04-30')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(holds({ from: '2025-05-01', to: null }, '2099-01-01')).toBe(true);
    expect(isInverted({ from: '2025-05-02', to: '2025-05-01' })).toBe(true);
  });
  test('overlap', () => {
    expect(overlaps(may, { from: '2025-05-31', to: null })).toBe(true);
    expect(overlaps(may, { from: '2025-06-01', to: null })).toBe(false);
    expect(overlaps({ from: '2025-06-01', to: null }, may)).toBe(false);
  });
});

describe('ids', () => {
  test('are version 7, sort by time and never repeat', () => {
    const ids = [newId(1), newId(2), newId(2 ** 40)];
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, () => newId())).size).toBe(1000);
  });
  test.each(['', 'x', '01890000-0000-7000-8000-00000000000', "'; drop table household; --"])('%p is none', (text) =>
    expect(isId(text)).toBe(false),
  );
});

describe('BSN', () => {
  // Numbers in the range that is kept for tests: they pass the sum and belong to nobody.
  test('the eleven-test, with dots, spaces and a lost leading zero mended', () => {
    expect(readBsn('999990019')).toBe('999990019');
    expect(readBsn('9999.90.019')).toBe('999990019');
    expect(readBsn(' 99 99 90 019 ')).toBe('999990019');
    expect(readBsn('10000008')).toBe('010000008');
  });
  test.each(['000000000', '999990018', '1234567', '12345678901', 'abcdefghi', ''])('%p is refused', (text) =>
    expect(readBsn(text)).toBeNull(),
  );
});

describe('words', () => {
  test.each(["O'Brien-de l'Été van 't Hof", 'emoji 👩‍🚒', 'ß Ł ı', 'regel\nregel\ttab'])('%p may be written', (text) =>
    expect(FORBIDDEN_CHARACTERS.test(text)).toBe(false),
  );
  test.each(['\u0000', 'a\u202Eb', '\uD800', '\u0007'])('%p may not', (text) =>
    expect(FORBIDDEN_CHARACTERS.test(text)).toBe(true),
  );
  test('a day and an amount as people say them, exact beyond 2^53', () => {
    expect(dayInWords('2025-03-01')).toEqual({ nl: '1 maart 2025', en: '1 March 2025' });
    expect(eurosInWords(147_150n)).toEqual({ nl: '€\u00a01.471,50', en: '€1,471.50' });
    expect(eurosInWords(-5n).nl).toBe('€\u00a0-0,05');
    expect(eurosInWords(2n ** 60n + 1n).en).toBe('€11,529,215,046,068,469.77');
  });

  test('every refusal speaks both languages and says something', () => {
    for (const [code, { nl, en }] of Object.entries(REFUSALS)) {
      expect([code, nl.length > 10 && nl.endsWith('.'), en.length > 10 && en.endsWith('.')]).toEqual([
        code as RefusalCode,
        true,
        true,
      ]);
    }
  });
});
