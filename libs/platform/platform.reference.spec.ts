import { addWorkingDays } from '@doorbraak/kernel';
import { realReference } from '../../test/reference';
import { type Holiday, HOLIDAYS, PlatformReference, RETENTION_RULES } from './platform.reference';

test('clocks stand still on the holidays of the years that are listed, and guess no others', () => {
  const { holidays } = new PlatformReference(realReference());
  expect(holidays).toMatchObject({ firstYear: 2022, lastYear: 2028 });
  expect(addWorkingDays('2025-04-16', 3, holidays)).toBe('2025-04-23'); // Good Friday and Easter Monday between
  expect(addWorkingDays('2028-12-29', 3, holidays)).toBeNull();
});

test('a year without one of the holidays, or a year left out, is refused', () => {
  const row = (key: string, en: string): Holiday => ({ key, name: { nl: en, en }, equated: false });
  const rows = [row('2025-01-01', 'New Year'), row('2025-12-25', 'Christmas'), row('2027-01-01', 'New Year')];
  expect(HOLIDAYS.check!(rows, () => [])).toEqual([
    { row: '2027', field: 'name', message: 'Christmas is missing' },
    { row: '2027', field: 'key', message: 'the year before is missing' },
  ]);
});

test('a term of keeping is a number of years or a rule, and does not end before it begins', () => {
  const { retentionRules } = new PlatformReference(realReference());
  const rule = retentionRules.get('WMO_FILE')!;
  expect(rule).toMatchObject({ law: 'wmo2015', years: 15, enabled: true });
  expect(retentionRules.get('WGS_FILE')).toMatchObject({ enabled: false });
  expect(RETENTION_RULES.check!([{ ...rule, years: null, rule: null, validTo: '2014-01-01' }], () => [])).toMatchObject([
    { field: 'years' },
    { field: 'validTo' },
  ]);
});
