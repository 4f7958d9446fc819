import { whyNotCountYear } from './contact-year.rules';

test('they are counted when they are over', () => {
  const judge = (fromOn: string) => whyNotCountYear(fromOn, '2025-09-01').map(({ code, about }) => `${code} ${about}`);
  expect(judge('2024-09-01')).toEqual([]);
  expect(judge('2024-09-02')).toEqual(['PERIOD_NOT_OVER fromOn']);
  expect(judge('9999-09-01')).toEqual(['PERIOD_NOT_OVER fromOn']);
  expect(judge('0024-09-01')).toEqual(['DATE_IMPLAUSIBLE fromOn']);
});
