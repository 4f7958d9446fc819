import { whyNotCountYear, yearFrom } from './contact-year.rules';

test('twelve months end the day before the same day a year later, also around a leap day', () => {
  expect(yearFrom('2024-09-01')).toBe('2025-08-31');
  expect(yearFrom('2024-01-01')).toBe('2024-12-31');
  expect(yearFrom('2024-02-29')).toBe('2025-02-28');
  expect(yearFrom('2023-03-01')).toBe('2024-02-29');
});

test('they are counted when they are over', () => {
  const judge = (fromOn: string) => whyNotCountYear(fromOn, '2025-09-01').map(({ code, about }) => `${code} ${about}`);
  expect(judge('2024-09-01')).toEqual([]);
  expect(judge('2024-09-02')).toEqual(['PERIOD_NOT_OVER fromOn']);
  expect(judge('9999-09-01')).toEqual(['PERIOD_NOT_OVER fromOn']);
  expect(judge('0024-09-01')).toEqual(['DATE_IMPLAUSIBLE fromOn']);
});
