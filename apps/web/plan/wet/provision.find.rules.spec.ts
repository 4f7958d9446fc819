import { findProvisions, type Findable } from './provision.find.rules';

const of = (law: string, lawTitle: string, article: string, lid: string | null, summary = ''): Findable => ({
  key: [law, article, lid].join(':'),
  law,
  lawTitle,
  article,
  lid,
  item: null,
  summary,
});
const ALL = [
  of('participatiewet', 'Participatiewet', '58', '1'),
  of('participatiewet', 'Participatiewet', '58', '8', 'Bij dringende redenen kan de gemeente afzien van terugvordering.'),
  of('participatiewet', 'Participatiewet', '8', null),
  of('wmo2015', 'Wmo 2015', '2.3.5', '3'),
  of('awb', 'Awb', '3:4', '2'),
  of('awb', 'Awb', '4:84', null),
];
const first = (text: string) => findProvisions(ALL, text)[0]?.key;

test.each([
  ['pw 58 8', 'participatiewet:58:8'],
  ['PW art. 58 lid 8', 'participatiewet:58:8'],
  ['58 8', 'participatiewet:58:8'],
  ['pw 8', 'participatiewet:8:'],
  ['wmo 2.3', 'wmo2015:2.3.5:3'],
  ['awb 3:4', 'awb:3:4:2'],
  ['dringende terugvordering', 'participatiewet:58:8'],
])('%s finds %s first', (text, key) => expect(first(text)).toBe(key));

test('what fits nowhere is not offered, nor is anything before something is typed', () => {
  expect(findProvisions(ALL, 'pw 99')).toEqual([]);
  expect(findProvisions(ALL, '  ')).toEqual([]);
  expect(findProvisions(ALL, 'pw', 2)).toHaveLength(2);
});
