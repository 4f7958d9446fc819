import { patternsOf, roomsOf } from './rooms.rules';

const keys = (...all: string[]) => all.map((key) => ({ key }));
const provision = (key: string, role: 'ROOM' | 'PROTECTION' | 'LIMIT' | 'PROCEDURE') => ({
  key,
  law: key.split(':')[0] ?? '',
  role,
});
const PROVISIONS = new Map(
  [
    provision('pw:1', 'LIMIT'),
    provision('rv:1', 'PROTECTION'),
    provision('wgs:1', 'PROTECTION'),
    provision('awir:1', 'ROOM'),
    provision('awir:2', 'ROOM'),
    provision('awir:3', 'ROOM'),
    provision('awb:1', 'PROCEDURE'),
    provision('pw:2', 'ROOM'),
    provision('awir:4', 'ROOM'),
  ].map((one) => [one.key, one]),
);
const seizure = {
  key: 'seizure',
  sideA: keys('rv:1'),
  sideB: keys('pw:1'),
  roomVia: keys('awir:1', 'awir:2', 'awir:3', 'awb:1', 'awir:4', 'pw:2'),
};
const debts = { key: 'debts', sideA: keys('pw:1'), sideB: keys('wgs:1'), roomVia: keys('pw:2', 'gone:1') };
const catalogue = { provisions: PROVISIONS, patterns: new Map([seizure, debts].map((one) => [one.key, one])) };

test('of the known conflicts of an article those count whose other side the measure meets; when it meets none, all', () => {
  expect(patternsOf('pw:1', ['pw', 'wgs'], catalogue)).toEqual([debts]);
  expect(patternsOf('pw:1', ['pw'], catalogue)).toEqual([seizure, debts]);
  expect(patternsOf('awb:1', ['pw'], catalogue)).toEqual([]);
});

test('only room and protection are offered: laws that are met first, four at once, and what stands there already', () => {
  expect(roomsOf([seizure, debts], [{ provision: 'rv:1' }], catalogue, ['pw'])).toEqual({
    first: ['pw:2', 'awir:1', 'awir:2', 'awir:3', 'rv:1'],
    more: ['awir:4'],
  });
  expect(roomsOf([debts], [{ provision: 'pw:2' }], catalogue, [])).toEqual({ first: ['pw:2'], more: [] });
});
