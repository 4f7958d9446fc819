import * as rules from './commitment.rules';
import { DAY, sorted } from './plan.fixture';

const NOBODY = { involvementId: null, personId: null, professionalId: null };
const promise = (over: Partial<rules.CommitmentFacts> = {}): rules.CommitmentFacts => ({
  ...NOBODY,
  id: 'promise',
  involvementId: 'support',
  dueOn: '2025-10-20',
  toldOn: null,
  newDueOn: null,
  keptOn: null,
  brokenOn: null,
  ...over,
});
const told = { toldOn: '2025-10-20', newDueOn: '2025-10-24' };

test.each<[string, Partial<rules.CommitmentFacts>, string, rules.CommitmentState, boolean]>([
  ['its day is to come', {}, '2025-10-19', 'OPEN', false],
  ['its last day', {}, '2025-10-20', 'OPEN', false],
  ['its day passed in silence', {}, '2025-10-21', 'OVERDUE', true],
  ['on the day before the household was told', told, '2025-10-19', 'OPEN', false],
  ['the household was told', told, '2025-10-20', 'LATE', true],
  ['the last day that it was told', told, '2025-10-24', 'LATE', true],
  ['the new day passed too', told, '2025-10-25', 'OVERDUE', true],
  ['told after its day', { toldOn: '2025-10-22', newDueOn: '2025-10-24' }, '2025-10-21', 'OVERDUE', true],
  ['kept in time', { keptOn: '2025-10-20' }, '2025-10-27', 'KEPT', false],
  ['kept late, told', { ...told, keptOn: '2025-10-23' }, '2025-10-27', 'KEPT', true],
  ['told a later day, and kept in time after all', { ...told, keptOn: '2025-10-20' }, '2025-10-27', 'KEPT', false],
  ['on a day before it was broken', { brokenOn: '2025-10-26' }, '2025-10-19', 'OPEN', false],
  ['kept late, in silence', { keptOn: '2025-10-21' }, '2025-10-27', 'KEPT', true],
  ['on a day before it was kept', { keptOn: '2025-10-26' }, '2025-10-25', 'OVERDUE', true],
  ['broken before its day', { brokenOn: '2025-10-13' }, '2025-10-27', 'BROKEN', false],
  ['broken after its day', { brokenOn: '2025-10-27' }, '2025-10-27', 'BROKEN', true],
])('%s', (_, over, day, state, late) => {
  expect(rules.commitmentState(promise(over), day)).toBe(state);
  expect(rules.wasLate(promise(over), day)).toBe(late);
});

const lead: rules.Writer = { kind: 'HOLDER', personId: 'lead' };
const agency: rules.Writer = { kind: 'AGENCY', personId: 'liaison' };
const member: rules.Writer = { kind: 'MEMBER', personId: 'peter' };
const around: rules.Promisers = {
  involvements: [{ id: 'support' }],
  members: [{ personId: 'peter' }, { personId: 'sister' }],
  isProfessional: false,
};
const of = (over: Partial<rules.Promiser>, dueOn = DAY) => ({ ...NOBODY, ...over, dueOn });

test.each<[string, rules.Promiser & { dueOn: string }, rules.Writer, string[]]>([
  ['the lead for an agency', of({ involvementId: 'support' }), lead, []],
  ['the lead for a member', of({ personId: 'sister' }), lead, []],
  ['the lead for an agency that has left', of({ involvementId: 'gone' }), lead, ['INVOLVEMENT_UNKNOWN gone']],
  ['the lead for a stranger', of({ personId: 'stranger' }), lead, ['MEMBER_UNKNOWN stranger']],
  ['the lead for somebody who works elsewhere', of({ professionalId: 'x' }), lead, ['NOT_A_PROFESSIONAL x']],
  ['nobody promises', of({}), lead, ['PROMISER_NOT_ONE']],
  [
    'two promise',
    of({ involvementId: 'support', personId: 'peter' }, '1825-10-27'),
    lead,
    ['DATE_IMPLAUSIBLE dueOn', 'PROMISER_NOT_ONE'],
  ],
  ['a day that has passed', of({ personId: 'peter' }, '2025-10-01'), lead, []],
  ['a slip of the year', of({ personId: 'peter' }, '0025-10-01'), lead, ['DATE_IMPLAUSIBLE dueOn']],
  ['an agency for itself', of({ involvementId: 'support' }), agency, []],
  ['an agency for one that it does not see', of({ involvementId: 'other' }), agency, ['COMMITMENT_IS_OWN other']],
  ['an agency for a member', of({ personId: 'peter' }), agency, ['COMMITMENT_IS_OWN peter']],
  ['an agency for a professional', of({ professionalId: 'lead' }), agency, ['COMMITMENT_IS_OWN lead']],
  ['a member for oneself', of({ personId: 'peter' }), member, []],
  ['a member for another', of({ personId: 'sister' }), member, ['COMMITMENT_IS_OWN sister']],
  ['a member for an agency', of({ involvementId: 'support' }), member, ['COMMITMENT_IS_OWN support']],
])('%s', (_, entry, by, reasons) => {
  expect(sorted(rules.whyNotCommit(entry, by, around))).toEqual(reasons);
});

test('a professional of the municipality promises too', () => {
  expect(rules.whyNotCommit(of({ professionalId: 'lead' }), lead, { ...around, isProfessional: true })).toEqual([]);
});

test.each<[string, Partial<rules.CommitmentFacts>, rules.Writer, string, string, string[]]>([
  ['told today, later than promised', {}, lead, DAY, '2025-11-03', []],
  ['late once more, sooner than was told before', { toldOn: '2025-10-20', newDueOn: '2025-12-01' }, lead, DAY, '2025-11-03', []],
  ['told tomorrow', {}, lead, '2025-10-28', '2025-11-03', ['DATE_FUTURE toldOn']],
  ['a new day that was over when it was told', {}, lead, DAY, '2025-10-24', ['RANGE_INVERTED newDueOn']],
  ['the day of telling itself', {}, lead, DAY, DAY, ['RANGE_INVERTED newDueOn']],
  ['a new day that is not later', { dueOn: '2025-11-03' }, lead, DAY, '2025-11-03', ['NOT_LATER newDueOn']],
  ['by the agency that promised', {}, agency, DAY, '2025-11-03', []],
  ['by a member who did not', {}, member, DAY, '2025-11-03', ['COMMITMENT_IS_OWN promise']],
  ['after it was kept', { keptOn: '2025-10-20' }, lead, DAY, '2025-11-03', ['COMMITMENT_CLOSED promise']],
])('late: %s', (_, over, by, toldOn, newDueOn, reasons) => {
  expect(sorted(rules.whyNotLate(promise(over), by, { toldOn, newDueOn }, DAY))).toEqual(reasons);
});

test('kept and broken are said once, of a day that was', () => {
  for (const judge of [rules.whyNotKeep, rules.whyNotBreak]) {
    const field = judge === rules.whyNotKeep ? 'keptOn' : 'brokenOn';
    expect(judge(promise(), agency, DAY, DAY)).toEqual([]);
    expect(judge(promise({ involvementId: null, personId: 'peter' }), member, DAY, DAY)).toEqual([]);
    expect(sorted(judge(promise(), member, '2025-10-28', DAY))).toEqual(['COMMITMENT_IS_OWN promise', `DATE_FUTURE ${field}`]);
    expect(sorted(judge(promise({ keptOn: DAY }), lead, DAY, DAY))).toEqual(['COMMITMENT_CLOSED promise']);
    expect(sorted(judge(promise({ brokenOn: DAY }), lead, '1025-10-27', DAY))).toEqual([
      'COMMITMENT_CLOSED promise',
      `DATE_IMPLAUSIBLE ${field}`,
    ]);
  }
});
