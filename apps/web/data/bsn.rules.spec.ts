import fc from 'fast-check';
import { holdsBsn, withoutBsn } from './bsn.rules';

const bsn = fc.integer({ min: 10_000_00, max: 99_999_999 }).map((front) => {
  const digits = String(front).padStart(8, '0');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0) % 11;
  return sum === 10 ? '111222333' : `${digits}${sum}`;
});

test('a number that passes the eleven-test is found, however it is written and whatever stands around it', () => {
  const around = fc.constantFrom('', 'bsn ', 'nr. ', '(', 'van mevrouw: ');
  fc.assert(
    fc.property(bsn, around, fc.constantFrom('', ' ', '.', '-'), (number, before, sign) => {
      const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(sign);
      expect(holdsBsn(`${before}${written}${before ? ', meldde zij' : ''}`)).toBe(true);
    }),
  );
  expect(holdsBsn('1112.22.333')).toBe(true);
  expect(holdsBsn('10000008')).toBe(true); // its first zero is lost
});

test.each([
  '111222334',
  '06-11122233',
  '0611122233',
  '30-11-2026 1240',
  '30112026',
  '20261130',
  '€ 1.240,00',
  '000000000',
  'a111222333',
])('%s is no such number', (text) => expect(holdsBsn(text)).toBe(false));

test('ids that a computer made are no such number', () => {
  for (let time = 0; time < 5000; time += 1) expect(holdsBsn(`x ${crypto.randomUUID()}`)).toBe(false);
});

test('only the text that holds it goes; its place stays, and is named', () => {
  const typed = {
    name: 'Sam',
    members: [{ note: 'bsn 111222333' }, { note: 'woont hier' }],
    amount: 1240,
    list: ['111222333', 'b'],
  };
  expect(withoutBsn(typed)).toEqual({
    value: { name: 'Sam', members: [{}, { note: 'woont hier' }], amount: 1240, list: [null, 'b'] },
    at: ['members.0.note', 'list.0'],
  });
});
