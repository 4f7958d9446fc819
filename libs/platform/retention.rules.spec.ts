import { retentionFor, retentionFromEnd } from './retention.rules';

const rule = (key: string, law: string, trigger: string, more = {}) => ({
  key,
  law,
  trigger,
  years: 15,
  validFrom: '2015-01-01',
  validTo: null,
  enabled: true,
  ...more,
});
const rules = [
  rule('WMO_FILE', 'wmo2015', 'receipt or creation'),
  rule('YOUTH_HELP', 'jeugdwet', 'end of help', { years: 20, validFrom: null }),
  rule('PROTECTION_BOARD', 'bw1', 'birth', { years: 100 }),
  rule('WGS_FILE', 'wgs', 'end of help', { enabled: false }),
];

test('a term that counts from the recording has its last day at once', () => {
  expect(retentionFor(rules, 'wmo2015', '2025-09-08')).toEqual({ retentionRule: 'WMO_FILE', retainUntil: '2040-09-08' });
});

test('a leap day is kept a day longer, never shorter', () => {
  expect(retentionFor(rules, 'wmo2015', '2024-02-29').retainUntil).toBe('2039-03-01');
});

test('a term that starts with the end of help has no day yet', () => {
  expect(retentionFor(rules, 'jeugdwet', '2025-09-08')).toEqual({ retentionRule: 'YOUTH_HELP', retainUntil: null });
});

test.each([null, 'wgs', 'bw1', 'unknown'])('without a rule of its own (%s) a record falls under the Wmo', (law) => {
  expect(retentionFor(rules, law, '2025-09-08').retentionRule).toBe('WMO_FILE');
});

test('a rule that is not valid yet is not used', () => {
  const later = [rules[0]!, rule('PW_FILE', 'participatiewet', 'end of benefit', { validFrom: '2030-01-01' })];
  expect(retentionFor(later, 'participatiewet', '2025-09-08').retentionRule).toBe('WMO_FILE');
  expect(() => retentionFor(rules, null, '2014-12-31')).toThrow('no retention rule');
});

test('when the help ends, the terms that begin there get their last day, and no other', () => {
  expect(retentionFromEnd(rules, '2024-02-29')).toEqual({ YOUTH_HELP: '2044-02-29', WGS_FILE: '2039-03-01' });
});
