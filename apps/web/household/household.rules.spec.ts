import { capital, contactsLastMonth, daysAfter, servicesFor, shortName, titleOf } from './household.rules';

test('a household is called by its members, unless that becomes a sentence', () => {
  expect(titleOf(['Peter'], 'DEMO-PETER')).toBe('Peter');
  expect(titleOf(['vader', 'moeder', 'zoon, 17, wordt 18 tijdens het plan', 'dochter, 9'], 'DEMO-25')).toBe('DEMO-25');
  expect(titleOf([], 'H-1')).toBe('H-1');
  expect(titleOf(['Moeder', 'zoon, 8'], 'H-2')).toBe('Moeder · zoon, 8');
});

test('contacts of the month before, also over a new year; of a month without any nobody knows', () => {
  const months = [
    { month: '2025-12-01', count: 16 },
    { month: '2026-02-01', count: 3 },
  ];
  expect(contactsLastMonth(months, '2026-01-31')).toBe(16);
  expect(contactsLastMonth(months, '2026-03-01')).toBe(3);
  expect(contactsLastMonth(months, '2026-02-11')).toBeNull();
});

test('a name on the map is short, and never empty', () => {
  expect(shortName('CJIB (verzonnen)')).toBe('CJIB');
  expect(shortName('(alleen dit)')).toBe('(alleen dit)');
  expect(capital('de regio wacht')).toBe('De regio wacht');
});

test('days are counted over the end of a month', () => expect(daysAfter('2026-02-20', 14)).toBe('2026-03-06'));

test('services of the law of who does it come first', () => {
  const services = [
    { key: 'a', law: 'wgs' },
    { key: 'b', law: null },
    { key: 'c', law: 'wmo2015' },
  ];
  expect(servicesFor(services, 'wmo2015')).toEqual({ usual: [services[2]], other: [services[0], services[1]] });
  expect(servicesFor(services, null).usual).toEqual([]);
});
