import { DAY, sorted } from './plan.fixture';
import { cameToNothing, progressState, type StepState, stepsOf, whyNotStep } from './progress.rules';

const step = (state: StepState, onDay: string, measureId = 'one') => ({ measureId, state, onDay });
const started = step('STARTED', '2025-10-20');
const when = { decidedOn: '2025-10-13', today: DAY };

test('how far a measure is follows from its own steps, in whatever order they were written', () => {
  expect(progressState([])).toBe('OPEN');
  expect(progressState([started])).toBe('STARTED');
  expect(progressState([started, step('DONE', DAY)])).toBe('DONE');
  expect(progressState([step('DROPPED', DAY), started])).toBe('DROPPED');
});

test.each<[ReturnType<typeof step>[], boolean]>([
  [[], false],
  [[step('DONE', DAY)], false],
  [[started, step('DROPPED', DAY)], false],
  [[step('DROPPED', DAY)], true],
])('with %j it came to nothing: %s', (steps, nothing) => {
  expect(cameToNothing(steps)).toBe(nothing);
});

test('a measure that went on into a next version has the steps of the first one, and no others', () => {
  const steps = [started, step('DONE', DAY, 'other')];
  expect(stepsOf({ id: 'one', copiedFromId: null }, steps)).toEqual([started]);
  expect(stepsOf({ id: 'two', copiedFromId: 'one' }, steps)).toEqual([started]);
  expect(stepsOf({ id: 'three', copiedFromId: null }, steps)).toEqual([]);
});

type Step = ReturnType<typeof step>;
test.each<[string, Step, Step[], string[]]>([
  ['it begins', step('STARTED', DAY), [], []],
  ['it begins on the day of the decision', step('STARTED', '2025-10-13'), [], []],
  ['it is done', step('DONE', DAY), [started], []],
  ['done in one talk, without having begun', step('DONE', DAY), [], []],
  ['it is dropped before it began', step('DROPPED', DAY), [], []],
  [
    'it began under the version before, and is done before this one was decided',
    step('DONE', '2025-10-10'),
    [step('STARTED', '2025-09-01')],
    [],
  ],
  ['it began already', step('STARTED', DAY), [started], ['MEASURE_STARTED_ALREADY one']],
  ['it is done already', step('STARTED', DAY), [step('DONE', DAY)], ['MEASURE_CLOSED one']],
  ['it was dropped', step('DONE', DAY), [started, step('DROPPED', DAY)], ['MEASURE_CLOSED one']],
  ['tomorrow', step('DONE', '2025-10-28'), [], ['DATE_FUTURE onDay']],
  ['before the decision', step('STARTED', '2025-10-12'), [], ['RANGE_INVERTED onDay']],
  ['done before it began', step('DONE', '2025-10-19'), [started], ['RANGE_INVERTED onDay']],
])('%s', (_, next, steps, reasons) => {
  expect(sorted(whyNotStep(next, steps, when))).toEqual(reasons);
});
