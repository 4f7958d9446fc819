import { DAY, laws, sorted } from './plan.fixture';
import { callTask, isOnlyWritten, type NewRefusal, type RefusalFacts, whyNotCall, whyNotRefuse } from './refusal.rules';

const no = (over: Partial<NewRefusal> = {}): NewRefusal => ({
  involvementId: 'support',
  measureId: null,
  alternative: 'ask the fund',
  provision: null,
  channel: 'PHONE',
  onDay: DAY,
  ...over,
});
const around = { involvements: [{ id: 'support' }], measures: [{ id: 'support-now' }], laws, today: DAY };

test.each<[string, NewRefusal, string | null, string[]]>([
  ['a no on the phone', no(), null, []],
  ['a letter, with a day to call', no({ channel: 'LETTER' }), '2025-10-29', []],
  ['to a measure, on a provision', no({ measureId: 'support-now', provision: 'support:1' }), null, []],
  ['nothing that is possible instead', no({ alternative: null }), null, ['ALTERNATIVE_REQUIRED alternative']],
  ['only spaces instead', no({ alternative: '  ' }), null, ['ALTERNATIVE_REQUIRED alternative']],
  ['an agency that is not involved', no({ involvementId: 'other' }), null, ['INVOLVEMENT_UNKNOWN other']],
  ['a measure of another plan', no({ measureId: 'other' }), null, ['MEASURE_UNKNOWN other']],
  ['a provision that nobody knows', no({ provision: 'no:such' }), null, ['PROVISION_UNKNOWN no:such']],
  ['heard tomorrow', no({ onDay: '2025-10-28' }), null, ['DATE_FUTURE onDay']],
  ['heard a thousand years ago', no({ onDay: '1025-10-28' }), null, ['DATE_IMPLAUSIBLE onDay']],
  ['written in a year of which no holidays are known', no({ channel: 'MAIL' }), null, ['CLOCK_BEYOND_CALENDAR onDay']],
])('%s', (_, entry, callBy, reasons) => {
  expect(sorted(whyNotRefuse(entry, callBy, around))).toEqual(reasons);
});

test('letter, mail and screen are only written; a voice is not', () => {
  const channels = ['PHONE', 'VISIT', 'OFFICE', 'LETTER', 'MAIL', 'ONLINE'] as const;
  expect(channels.filter(isOnlyWritten)).toEqual(['LETTER', 'MAIL', 'ONLINE']);
});

const kept = (over: Partial<RefusalFacts> = {}): RefusalFacts => ({
  id: 'no',
  onDay: '2025-10-24',
  callBy: '2025-10-28',
  calledOn: null,
  ...over,
});

test('the task follows from the days', () => {
  expect(callTask(kept({ callBy: null }), DAY)).toBe('NONE');
  expect(callTask(kept(), '2025-10-28')).toBe('DUE');
  expect(callTask(kept(), '2025-10-29')).toBe('OVERDUE');
  expect(callTask(kept({ calledOn: '2025-10-29' }), '2025-10-28')).toBe('DUE');
  expect(callTask(kept({ calledOn: '2025-10-29' }), '2025-10-29')).toBe('DONE');
});

test.each<[string, Partial<RefusalFacts>, string, string[]]>([
  ['the call', {}, DAY, []],
  ['a call after its last day is a call', { callBy: '2025-10-26' }, DAY, []],
  ['nobody had to', { callBy: null }, DAY, ['NO_CALL_OPEN no']],
  ['somebody did', { calledOn: DAY }, DAY, ['NO_CALL_OPEN no']],
  ['tomorrow', {}, '2025-10-28', ['DATE_FUTURE calledOn']],
  ['before the no', {}, '2025-10-23', ['RANGE_INVERTED calledOn']],
])('a call: %s', (_, over, calledOn, reasons) => {
  expect(sorted(whyNotCall(kept(over), calledOn, DAY))).toEqual(reasons);
});
