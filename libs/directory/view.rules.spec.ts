import { holdsBsn, whyNotPath, whyNotSave } from './view.rules';

const codes = (path: string) => whyNotPath(path).map(({ code }) => code);

test('an address is one of the client itself', () => {
  for (const path of ['/', '/mijn-dag?zoek=peter&filter=LATE', '/huishoudens?sort=STAGE#lijst', `/${'x'.repeat(499)}`])
    expect([path, codes(path)]).toEqual([path, []]);
  for (const path of [
    '',
    'mijn-dag',
    '//elders.example',
    '/a//b',
    '/\\elders',
    'https://elders.example/',
    `/${'x'.repeat(500)}`,
    '/a b',
    '/%zz',
    '/é',
  ])
    expect([path, codes(path)]).toEqual([path, ['VIEW_PATH_INVALID']]);
});

test('a number that can be a BSN is found however it was typed', () => {
  for (const path of [
    '/?zoek=999990019',
    '/?zoek=9999.90.019',
    '/?zoek=9999%2090%20019',
    '/?zoek=9999+90+019',
    '/?zoek=%39%39%39990019',
  ])
    expect([path, codes(path)]).toEqual([path, ['BSN_IN_VIEW']]);
  // another sum, a telephone number, a code of a neighbourhood, a long number that holds nine digits
  for (const path of ['/?zoek=999990018', '/?zoek=0612345678', '/?buurt=BU03630000', '/?na=01a20e6042b17c27'])
    expect([path, codes(path)]).toEqual([path, []]);
  expect(holdsBsn('Peter 999990019')).toBe(true);
});

test('all reasons at once', () => {
  const kept = Array.from({ length: 20 }, (_, i) => ({ name: `Beeld ${i}` }));
  expect(whyNotSave({ name: 'beeld 3', path: '//x' }, kept)).toEqual([
    { code: 'VIEW_PATH_INVALID', about: 'path' },
    { code: 'VIEW_NAME_TAKEN', about: 'name' },
    { code: 'LIST_FULL' },
  ]);
  expect(whyNotSave({ name: 'Te laat', path: '/mijn-dag?filter=LATE' }, kept.slice(1))).toEqual([]);
  expect(whyNotSave({ name: '999990019', path: '/' }, [])).toEqual([{ code: 'BSN_IN_VIEW', about: 'name' }]);
});
