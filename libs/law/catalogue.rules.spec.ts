import { parseReference } from '@doorbraak/platform';
import { realEntries } from '../../test/reference';
import { LAW_LISTS } from './catalogue.rules';

type Row = Record<string, unknown>;
const real = realEntries();

/** The real catalogue with one row changed, as its file would hold it; what it says of lists of other rooms is not at stake here. */
function faultsWith(list: string, key: string, change: (row: Row) => Row): string[] {
  const rows = (name: string) =>
    real
      .filter((entry) => entry.list === name)
      .map((entry) => (name === list && entry.key === key ? change(entry.content) : entry.content));
  const file = Object.fromEntries(LAW_LISTS.map(({ name }) => [name, rows(name)]));
  return parseReference(LAW_LISTS, new Map([[LAW_LISTS[0]!.file, JSON.stringify(file)]]))
    .faults.filter(({ field }) => field !== 'payers' && field !== 'ownerAgency')
    .map(({ row, field, message }) => `${row}|${field}|${message}`);
}

describe('the law catalogue', () => {
  test('as it is has no fault', () => {
    expect(faultsWith('law', '', (row) => row)).toEqual([]);
  });

  test.each([
    ['provision', 'svb-beleid-1996:terugwerkende-kracht', { role: 'ROOM' }, 'role|a policy rule or by-law gives no room'],
    ['provision', 'participatiewet:22a:4', { validTo: '2025-12-31' }, 'validTo|ends before it begins'],
    [
      'provision',
      'participatiewet:22a:4',
      { dateEvidence: 'NOT_ESTABLISHED' },
      'dateEvidence|a date has evidence, no date has none',
    ],
    ['provision', 'participatiewet:11:1', { dateEvidence: 'MEMORY' }, 'dateEvidence|a date has evidence, no date has none'],
    ['provision', 'huisvestingswet:12:1', { validFrom: '2014-12-31' }, 'validFrom|begins before its law'],
    ['provision', 'rv:475c', { textSeenOn: ['2021-01-01', '2020-10-01'] }, 'textSeenOn|days are not in order'],
    ['provision', 'zvw:18d:2', { role: 'LIMIT' }, 'versions|the last version differs from the provision itself'],
    ['provision', 'awb:3:2', { roomKind: 'gunst' }, 'roomKind|gunst is not in the list roomKind'],
    ['provision', 'awb:3:2', { law: 'awb2' }, 'law|awb2 is not in the list law'],
    ['law', 'wko', { validFrom: '2000-01-01', validTo: '1999-01-01', dateEvidence: 'MEMORY' }, 'validTo|ends before it begins'],
    ['conflictPattern', 'wmo-wlz-grens', { sideB: ['wmo2015:1.2.1'] }, 'sideB|a provision stands on both sides'],
    ['conflictPattern', 'wmo-wlz-grens', { roomVia: ['awb:99'] }, 'roomVia|awb:99 is not in the list provision'],
  ])('refuses %s %s with %j', (list, key, change, fault) => {
    expect(faultsWith(list, key, (row) => ({ ...row, ...change }))).toEqual([`${key}|${fault}`]);
  });

  test.each([
    ['a hole', { validTo: '2016-06-29' }, 'versions do not follow each other day on day'],
    ['an overlap', { validTo: '2016-07-01' }, 'versions do not follow each other day on day'],
    ['an end before its begin', { validFrom: '2017-01-01' }, 'a version ends before it begins'],
  ])('refuses versions with %s', (_, change, message) => {
    const faults = faultsWith('provision', 'zvw:18d:2', (row) => {
      const [first, second] = row.versions as Row[];
      return { ...row, versions: [{ ...first, ...change }, second] };
    });
    expect(faults).toEqual([`zvw:18d:2|versions|${message}`]);
  });
});
