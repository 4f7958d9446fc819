import { type NewAgreement, whyNotProceedAgainst, whyNotRecordAgreement, type WrittenBy } from './agreement.rules';
import { aDecidablePlan, authorWithMandate, DAY, holder, sorted } from './plan.fixture';

const member: WrittenBy = { personId: 'member', isMember: true };
const lead: WrittenBy = { personId: 'lead', isMember: false };
const members = [
  { personId: 'member', fromOn: '2025-01-01', toOn: null },
  { personId: 'moved-out', fromOn: '2025-01-01', toOn: '2025-06-30' },
];
const said = (over: Partial<NewAgreement> = {}): NewAgreement => ({
  personId: 'member',
  how: 'ALOUD',
  agreedOn: DAY,
  words: 'yes, like this',
  ...over,
});

test.each<[string, NewAgreement, WrittenBy, string[]]>([
  ['a member on screen', said({ how: 'ON_SCREEN', words: null }), member, []],
  ['a member writes down what was said aloud', said(), member, ['ON_SCREEN_IS_OWN ALOUD']],
  ['a member for another', said({ how: 'ON_SCREEN', personId: 'other' }), member, ['AGREEMENT_IS_OWN other']],
  ['the lead, who heard it', said(), lead, []],
  ['the lead, with the day it was said', said({ agreedOn: '2025-10-13' }), lead, []],
  ['the lead clicks for a member', said({ how: 'ON_SCREEN' }), lead, ['ON_SCREEN_IS_OWN ON_SCREEN']],
  ['the lead without the words', said({ words: ' ' }), lead, ['REQUIRED words']],
  ['before it was said', said({ agreedOn: '2025-10-28' }), lead, ['DATE_FUTURE agreedOn']],
  ['in a year that nobody meant', said({ agreedOn: '0025-10-13' }), lead, ['DATE_IMPLAUSIBLE agreedOn']],
  ['somebody of another household', said({ personId: 'other' }), lead, ['MEMBER_UNKNOWN other']],
  ['somebody who left', said({ personId: 'moved-out' }), lead, ['MEMBER_UNKNOWN moved-out']],
])('%s', (_, entry, by, reasons) => {
  expect(sorted(whyNotRecordAgreement(entry, by, members, DAY))).toEqual(reasons);
});

test('a no on screen is for that person to turn; what was said aloud, or yes, is written down anew', () => {
  const again = (by: WrittenBy, how: 'ON_SCREEN' | 'ALOUD', state: 'AGREED' | 'DISAGREED') =>
    sorted(whyNotRecordAgreement(said(by.isMember ? { how: 'ON_SCREEN' } : {}), by, members, DAY, { how, state }));
  expect(again(lead, 'ON_SCREEN', 'DISAGREED')).toEqual(['AGREEMENT_IS_OWN member']);
  expect(again(member, 'ON_SCREEN', 'DISAGREED')).toEqual([]);
  expect(again(lead, 'ON_SCREEN', 'AGREED')).toEqual([]);
  expect(again(lead, 'ALOUD', 'DISAGREED')).toEqual([]);
});

test('against a no the mandate holder goes on with a reason; a yes and the author are no ground for it', () => {
  const plan = aDecidablePlan();
  const no = { personId: 'member', state: 'DISAGREED' } as const;
  expect(whyNotProceedAgainst(no, plan, holder, 'for the child')).toEqual([]);
  expect(sorted(whyNotProceedAgainst({ ...no, state: 'AGREED' }, plan, authorWithMandate, ' '))).toEqual([
    'NOT_OWN_PLAN',
    'NO_DISAGREEMENT member',
    'REQUIRED reason',
  ]);
});
