import { moreLikeThis, whyNotCapacity } from './capacity.rules';
import {
  disputeState,
  isProvisional,
  isStepOver,
  type NewStep,
  type StepUp,
  whyNotClimb,
  whyNotDispute,
  whyNotOutcome,
  whyNotSettle,
  whyNotTakeUpDispute,
} from './ladder.rules';
import { DAY, sorted, stepUp } from './plan.fixture';

const leading = { leadId: 'lead', deputyId: 'deputy' };
const documented = (rung: number) => stepUp({ id: `step ${rung}`, rung, outcome: 'REFUSED', outcomeWords: 'asked, and refused' });

describe('the ladder', () => {
  const climb = (steps: StepUp[], wish: Partial<NewStep>, day = DAY) =>
    sorted(
      whyNotClimb(
        { about: 'position', steps, ground: [] },
        { rung: 1, clockDays: 10, dueOn: '2025-11-10', by: 'lead', ...wish },
        leading,
        day,
      ),
    );

  test.each([
    ['the first rung, by the lead', [], {}, []],
    ['by the deputy', [], { by: 'deputy' }, []],
    ['by somebody else', [], { by: 'colleague' }, ['LEAD_ESCALATES position']],
    ['the same rung twice', [documented(1)], {}, ['ESCALATED_ALREADY position']],
    ['down again', [documented(1), documented(2)], { rung: 1 }, ['ESCALATED_ALREADY position']],
    ['the next rung, after something came of the one before', [documented(1)], { rung: 2 }, []],
    ['the next rung, after its clock ran out', [stepUp()], { rung: 2 }, []],
    ['the next rung while the clock runs', [stepUp({ dueOn: DAY })], { rung: 2 }, ['CLOCK_STILL_RUNS position']],
    ['a rung without a clock', [], { clockDays: null, dueOn: null }, ['REQUIRED clockDays']],
    ['a clock that leaves the calendar', [], { dueOn: null }, ['CLOCK_BEYOND_CALENDAR position']],
    [
      'the national desk, when nothing is documented',
      [stepUp()],
      { rung: 4, clockDays: null, dueOn: null },
      ['LOCAL_RUNGS_NOT_DOCUMENTED position'],
    ],
    [
      'the national desk, when one rung was skipped',
      [documented(1), documented(3)],
      { rung: 4, clockDays: null, dueOn: null },
      ['LOCAL_RUNGS_NOT_DOCUMENTED position'],
    ],
    [
      'the national desk, when all local and regional rungs are documented',
      [documented(1), documented(2), documented(3)],
      { rung: 4, clockDays: null, dueOn: null },
      [],
    ],
    [
      'the national desk with a clock',
      [documented(1), documented(2), documented(3)],
      { rung: 4 },
      ['NATIONAL_HAS_NO_CLOCK clockDays'],
    ],
    [
      'the escalation team before the desk',
      [documented(1), documented(2), documented(3)],
      { rung: 5, clockDays: null, dueOn: null },
      ['DESK_COMES_FIRST position'],
    ],
    [
      'the escalation team while the desk is at it',
      [documented(1), documented(2), documented(3), stepUp({ rung: 4, dueOn: null })],
      { rung: 5, clockDays: null, dueOn: null },
      ['CLOCK_STILL_RUNS position', 'DESK_COMES_FIRST position'],
    ],
    [
      'the escalation team after the desk',
      [documented(1), documented(2), documented(3), documented(4)],
      { rung: 5, clockDays: null, dueOn: null },
      [],
    ],
  ] satisfies [string, StepUp[], Partial<NewStep>, string[]][])('%s', (_, steps, wish, reasons) => {
    expect(climb(steps, wish)).toEqual(reasons);
  });

  test('why it cannot be taken up at all comes along', () => {
    const ground = whyNotTakeUpDispute(dispute({ dueOn: DAY }), DAY);
    const wish = { rung: 1, clockDays: 10, dueOn: '2025-11-10', by: 'lead' };
    expect(sorted(whyNotClimb({ about: 'dispute', steps: [], ground }, wish, leading, DAY))).toEqual([
      'CLOCK_STILL_RUNS dispute',
    ]);
  });

  test('a step is over when something came of it or the day after its clock', () => {
    expect(isStepOver(stepUp(), '2025-10-23')).toBe(false);
    expect(isStepOver(stepUp(), '2025-10-24')).toBe(true);
    expect(isStepOver(stepUp({ dueOn: null }), '2026-10-24')).toBe(false);
    expect(isStepOver(documented(4), '2025-10-10')).toBe(true);
    expect(whyNotOutcome(stepUp())).toEqual([]);
    expect(sorted(whyNotOutcome(documented(1)))).toEqual(['STEP_OVER_ALREADY step 1']);
  });
});

const dispute = (over = {}) => ({
  id: 'dispute',
  interimPayer: 'WMO',
  measureIds: ['support-now'],
  dueOn: '2025-10-20',
  settledOn: null as string | null,
  laws: ['wmo2015', 'wlz'],
  ...over,
});

describe('a dispute about which law pays', () => {
  test('its state follows from its days', () => {
    expect(disputeState(dispute(), '2025-10-20')).toBe('OPEN');
    expect(disputeState(dispute(), '2025-10-21')).toBe('OVERDUE');
    expect(disputeState(dispute({ settledOn: '2025-10-22' }), '2025-10-21')).toBe('OVERDUE');
    expect(disputeState(dispute({ settledOn: '2025-10-22' }), '2025-10-22')).toBe('SETTLED');
    expect(whyNotTakeUpDispute(dispute(), '2025-10-21')).toEqual([]);
    expect(sorted(whyNotTakeUpDispute(dispute({ settledOn: '2025-10-20' }), '2025-10-21'))).toEqual(['DISPUTE_SETTLED dispute']);
  });

  test('what its interim payer pays for its measures is provisional until it is settled', () => {
    expect(isProvisional('WMO', 'support-now', [dispute()])).toBe(true);
    expect(isProvisional('WLZ', 'support-now', [dispute()])).toBe(false);
    expect(isProvisional('WMO', 'another', [dispute()])).toBe(false);
    expect(isProvisional('WMO', 'support-now', [dispute({ settledOn: '2025-10-20' })])).toBe(false);
  });

  test('it names two laws that differ, agencies and a payer that exist, and its settlement one of those laws', () => {
    const known = {
      law: (key: string) => ['wmo2015', 'wlz'].includes(key),
      payer: (key: string) => key === 'WMO',
      involvements: [{ id: 'municipality' }],
      measures: [{ id: 'support-now' }],
      dueOn: '2025-11-03' as string | null,
    };
    const wish = { laws: ['wmo2015', 'wlz'], involvementIds: ['municipality'], measureIds: ['support-now'], interimPayer: 'WMO' };
    expect(whyNotDispute(wish, known)).toEqual([]);
    const wrong = { laws: ['wmo', 'wmo'], involvementIds: ['x'], measureIds: ['y'], interimPayer: 'Z' };
    expect(sorted(whyNotDispute(wrong, { ...known, dueOn: null }))).toEqual([
      'CLOCK_BEYOND_CALENDAR clockDays',
      'INVOLVEMENT_UNKNOWN x',
      'LAW_UNKNOWN wmo',
      'LAW_UNKNOWN wmo',
      'MEASURE_UNKNOWN y',
      'PAYER_UNKNOWN Z',
      'TWO_LAWS_DIFFER laws',
    ]);
    expect(sorted(whyNotDispute({ ...wish, involvementIds: [] }, known))).toEqual(['REQUIRED involvements']);
    expect(whyNotSettle(dispute(), { law: 'wlz', payer: 'WMO' }, known)).toEqual([]);
    expect(sorted(whyNotSettle(dispute({ settledOn: DAY }), { law: 'awb', payer: 'Z' }, known))).toEqual([
      'DISPUTE_SETTLED dispute',
      'LAW_NOT_IN_DISPUTE awb',
      'PAYER_UNKNOWN Z',
    ]);
  });
});

test('capacity to act is a reason for a member, and asks whether there are more like this, with the provisions in the way', () => {
  expect(whyNotCapacity('maria', [{ personId: 'maria' }])).toEqual([]);
  expect(sorted(whyNotCapacity('other', [{ personId: 'maria' }]))).toEqual(['MEMBER_UNKNOWN other']);
  const grounds = [
    { role: 'LIMIT', provision: 'rule:1' },
    { role: 'LIMIT', provision: 'rule:1' },
    { role: 'ROOM', provision: 'act:2' },
  ];
  expect(moreLikeThis([], grounds)).toBeNull();
  expect(moreLikeThis(['LOW_LITERACY'], grounds)?.provisions).toEqual(['rule:1']);
});
