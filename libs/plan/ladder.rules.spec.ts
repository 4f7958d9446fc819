import { reason } from '@doorbraak/kernel';
import { isStepOver, type NewStep, type StepUp, whyNotClimb, whyNotOutcome } from './ladder.rules';
import { DAY, sorted, stepUp } from './plan.fixture';

const documented = (rung: number) =>
  stepUp({ id: `step ${rung}`, rung, outcome: 'REFUSED', outcomeOn: '2025-10-10', outcomeWords: 'asked, and refused' });

describe('the ladder', () => {
  const climb = (steps: StepUp[], wish: Partial<NewStep>, day = DAY) =>
    sorted(whyNotClimb({ about: 'position', steps, ground: [] }, { rung: 1, clockDays: 10, dueOn: '2025-11-10', ...wish }, day));

  test.each([
    ['the first rung', [], {}, []],
    ['the same rung twice', [documented(1)], {}, ['ESCALATED_ALREADY position']],
    ['down again', [documented(1), documented(2)], { rung: 1 }, ['ESCALATED_ALREADY position']],
    ['the next rung, after something came of the one before', [documented(1)], { rung: 2 }, []],
    ['the next rung, after its clock ran out', [stepUp()], { rung: 2 }, []],
    ['the next rung while the clock runs', [stepUp({ dueOn: DAY })], { rung: 2 }, ['CLOCK_STILL_RUNS position']],
    ['the second rung first', [], { rung: 2 }, ['RUNG_SKIPPED position']],
    ['the third rung after the first', [documented(1)], { rung: 3 }, ['RUNG_SKIPPED position']],
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
    const ground = [reason('CLOCK_STILL_RUNS', 'dispute')];
    const wish = { rung: 1, clockDays: 10, dueOn: '2025-11-10' };
    expect(sorted(whyNotClimb({ about: 'dispute', steps: [], ground }, wish, DAY))).toEqual(['CLOCK_STILL_RUNS dispute']);
  });

  test('a step is over when something came of it or the day after its clock', () => {
    expect(isStepOver(stepUp(), '2025-10-23')).toBe(false);
    expect(isStepOver(stepUp(), '2025-10-24')).toBe(true);
    expect(isStepOver(stepUp({ dueOn: null }), '2026-10-24')).toBe(false);
    expect(isStepOver(documented(4), '2025-10-09')).toBe(false);
    expect(isStepOver(documented(4), '2025-10-10')).toBe(true);
  });

  test('what came of a step is said once, and that nobody answered only after the time to answer', () => {
    expect(whyNotOutcome(stepUp(), 'REFUSED', '2025-10-23')).toEqual([]);
    expect(sorted(whyNotOutcome(stepUp(), 'NO_ANSWER', '2025-10-23'))).toEqual(['CLOCK_STILL_RUNS step']);
    expect(whyNotOutcome(stepUp(), 'NO_ANSWER', '2025-10-24')).toEqual([]);
    expect(whyNotOutcome(stepUp({ rung: 4, dueOn: null }), 'NO_ANSWER', '2025-10-10')).toEqual([]);
    expect(sorted(whyNotOutcome(documented(1), 'SOLVED', DAY))).toEqual(['STEP_OVER_ALREADY step 1']);
  });
});
