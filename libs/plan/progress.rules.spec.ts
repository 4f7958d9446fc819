import { DAY, sorted } from './plan.fixture';
import { progressState, type StepFacts, type StepState, whyNotStep } from './progress.rules';

const step = (state: StepState, onDay: string, measureId = 'one'): StepFacts => ({ measureId, state, onDay });
const started = step('STARTED', '2025-10-20');
const when = { decidedOn: '2025-10-13', today: DAY };

test('how far a measure is follows from its own steps, in whatever order they were written', () => {
  expect(progressState('one', [])).toBe('OPEN');
  expect(progressState('one', [step('DONE', DAY, 'other')])).toBe('OPEN');
  expect(progressState('one', [started])).toBe('STARTED');
  expect(progressState('one', [started, step('DONE', DAY)])).toBe('DONE');
  expect(progressState('one', [step('DROPPED', DAY), started])).toBe('DROPPED');
});

test.each<[string, StepFacts, StepFacts[], string[]]>([
  ['it begins', step('STARTED', DAY), [], []],
  ['it begins on the day of the decision', step('STARTED', '2025-10-13'), [], []],
  ['it is done', step('DONE', DAY), [started], []],
  ['done in one talk, without having begun', step('DONE', DAY), [], []],
  ['it is dropped before it began', step('DROPPED', DAY), [], []],
  ['another began', step('STARTED', DAY), [step('STARTED', DAY, 'other'), step('DONE', DAY, 'other')], []],
  ['it began already', step('STARTED', DAY), [started], ['MEASURE_STARTED_ALREADY one']],
  ['it is done already', step('STARTED', DAY), [step('DONE', DAY)], ['MEASURE_CLOSED one']],
  ['it was dropped', step('DONE', DAY), [started, step('DROPPED', DAY)], ['MEASURE_CLOSED one']],
  ['tomorrow', step('DONE', '2025-10-28'), [], ['DATE_FUTURE onDay']],
  ['before the decision', step('STARTED', '2025-10-12'), [], ['RANGE_INVERTED onDay']],
  ['done before it began', step('DONE', '2025-10-19'), [started], ['RANGE_INVERTED onDay']],
])('%s', (_, next, steps, reasons) => {
  expect(sorted(whyNotStep(next, steps, when))).toEqual(reasons);
});
