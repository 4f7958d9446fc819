import { decisionOf, isRefused, taughtBy, whyNotPropose, whyNotPublish, whyNotRetract } from './precedent.rules';
import * as rules from './signal.rules';

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
const sent = {
  status: 'SENT',
  sentOn: '2025-10-06',
  answeredOn: null,
  closedOn: null,
  provision: 'a:1',
  reportCount: 1,
} as const;

test.each([
  ['2025-12-04', null, false],
  ['2025-12-05', null, true],
  ['2026-12-05', null, true],
  ['2026-12-05', '2026-01-01', false],
])('a signal of 6 October is on %s, answered on %s, overdue: %p', (today, answeredOn, overdue) => {
  expect(rules.overdueOn(sent)).toBe('2025-12-05');
  expect(rules.isOverdue({ ...sent, answeredOn }, today)).toBe(overdue);
});

test('a signal that was closed is overdue no more', () => {
  expect(rules.isOverdue({ ...sent, closedOn: '2025-12-06' }, '2026-12-05')).toBe(false);
});

const solve = { id: 'b', kind: 'SOLVE', provision: 'a:1' } as const;

test.each([
  [solve, false, []],
  [{ ...solve, kind: 'FIX' as const }, true, ['NOT_TO_SOLVE', 'SIGNALLED_ALREADY']],
  [undefined, false, ['BOTTLENECK_UNKNOWN']],
])('a bottleneck %p, signalled %p', (bottleneck, signalled, expected) => {
  expect(codes(rules.whyNotReport(bottleneck, 'b', signalled))).toEqual(expected);
});

test.each([
  [12, null, []],
  [null, 'niet geteld', []],
  [null, null, ['REQUIRED']],
  [12, 'ongeveer', ['BAD_INPUT']],
])('%p a year, note %p', (occurrencesPerYear, occurrencesNote, expected) => {
  expect(codes(rules.whyNotCounted({ occurrencesPerYear, occurrencesNote }))).toEqual(expected);
});

test('a signal is joined about its own provision only, and not once it was closed', () => {
  expect(rules.whyNotJoin(sent, solve, 's')).toEqual([]);
  expect(codes(rules.whyNotJoin({ ...sent, status: 'CLOSED' }, { ...solve, provision: 'a:2' }, 's'))).toEqual([
    'SIGNAL_CLOSED',
    'SIGNAL_OTHER_PROVISION',
  ]);
});

test.each([
  ['SENT', [], [], ['SIGNAL_UNANSWERED']],
  ['ACKNOWLEDGED', ['SIGNAL_DONE_ALREADY'], [], ['SIGNAL_UNANSWERED']],
  ['ANSWERED', ['SIGNAL_DONE_ALREADY'], ['SIGNAL_DONE_ALREADY'], []],
  ['CLOSED', ['SIGNAL_DONE_ALREADY'], ['SIGNAL_DONE_ALREADY'], ['SIGNAL_DONE_ALREADY']],
] as const)('what may still be done with a signal that is %s', (status, acknowledge, answer, close) => {
  const signal = { ...sent, status };
  expect(codes(rules.whyNotAcknowledge(signal, 's'))).toEqual(acknowledge);
  expect(codes(rules.whyNotAnswer(signal, 's'))).toEqual(answer);
  expect(codes(rules.whyNotClose(signal, 's'))).toEqual(close);
});

test('a signal under which nothing is reported any more is closed without an answer', () => {
  expect(rules.whyNotClose({ ...sent, reportCount: 0 }, 's')).toEqual([]);
  expect(codes(rules.whyNotClose({ ...sent, status: 'CLOSED', reportCount: 0 }, 's'))).toEqual(['SIGNAL_DONE_ALREADY']);
});

describe('what a plan teaches', () => {
  const open = { decidedOn: null, stoppedOn: null };
  test.each([
    [open, false, true, null],
    [{ ...open, decidedOn: '2025-10-27' }, false, false, { decision: 'GRANTED', decidedYear: 2025 }],
    [{ ...open, decidedOn: '2025-10-27' }, true, true, { decision: 'GRANTED_PARTLY', decidedYear: 2025 }],
    [{ decidedOn: '2025-10-27', stoppedOn: '2026-01-02' }, false, true, { decision: 'GRANTED', decidedYear: 2025 }],
    [{ ...open, stoppedOn: '2026-01-02' }, true, true, { decision: 'NOT_GRANTED', decidedYear: 2026 }],
    [{ ...open, stoppedOn: '2026-01-02' }, false, false, null],
  ])('of %p, a deviation dropped %p, somebody said no %p: %p', (plan, droppedDeviation, refused, expected) => {
    expect(decisionOf(plan, { droppedDeviation, refused })).toEqual(expected);
  });

  const asked = (answer: string | null, ...outcomes: (string | null)[]) => ({
    answer,
    escalations: outcomes.map((outcome) => ({ outcome })),
  });
  test.each<[string, Partial<Parameters<typeof isRefused>[0]>, boolean]>([
    ['nobody', {}, false],
    ['an agency to the household', { refusals: ['no'] }, true],
    ['an agency to its measure', { positions: [asked('AGREES'), asked('OBJECTS')] }, true],
    ['an agency agrees, on a condition, or is silent', { positions: [asked('AGREES'), asked('AGREES_IF'), asked(null)] }, false],
    ['a rung, about a measure', { positions: [asked(null, 'NO_ANSWER', 'REFUSED')] }, true],
    ['a rung, about a dispute', { disputes: [asked(null, 'REFUSED')] }, true],
    [
      'a rung solved it, or did not answer',
      { positions: [asked(null, 'SOLVED', null)], disputes: [asked(null, 'NO_ANSWER')] },
      false,
    ],
  ])('who said no: %s', (_who, plan, refused) => {
    expect(isRefused({ refusals: [], positions: [], disputes: [], ...plan })).toBe(refused);
  });

  test('the room under its deviations, and the kinds of problem that these are for', () => {
    const plan = {
      measures: [
        { id: 'm', deviates: true, problemIds: ['p', 'q'] },
        { id: 'n', deviates: false, problemIds: ['r'] },
      ],
      grounds: [
        { measureId: 'm', role: 'ROOM', provision: 'b:1' },
        { measureId: 'm', role: 'ROOM', provision: 'a:1' },
        { measureId: 'm', role: 'LIMIT', provision: 'c:1' },
        { measureId: 'n', role: 'ROOM', provision: 'd:1' },
      ],
      problems: [
        { id: 'p', type: 'DEBT' },
        { id: 'q', type: 'DEBT' },
        { id: 'r', type: 'HEALTH' },
      ],
    };
    expect(taughtBy(plan)).toEqual({ provisions: ['a:1', 'b:1'], problemTypes: ['DEBT'] });
  });

  test('stands on something that the lists of the country know', () => {
    const lists = { isProvision: (key: string) => key === 'a:1', isProblemType: (key: string) => key === 'DEBT' };
    expect(codes(whyNotPropose({ provisions: [], problemTypes: [] }, lists))).toEqual(['REQUIRED', 'REQUIRED']);
    expect(codes(whyNotPropose({ provisions: ['a:1', 'own:x:1'], problemTypes: ['DEBT', 'X'] }, lists))).toEqual([
      'PROVISION_UNKNOWN',
      'PROBLEM_TYPE_UNKNOWN',
    ]);
  });

  test('is published by somebody else, once, unless it was retracted', () => {
    const proposal = { id: 'p', recordedBy: 'lead', publishedOn: null, retractedOn: null };
    expect(whyNotPublish(proposal, 'holder')).toEqual([]);
    expect(codes(whyNotPublish({ ...proposal, publishedOn: '2026-01-01', retractedOn: '2026-01-02' }, 'lead'))).toEqual([
      'FOUR_EYES',
      'PUBLISHED_ALREADY',
      'RETRACTED_ALREADY',
    ]);
    expect(whyNotRetract(proposal)).toEqual([]);
  });
});

const fixed = { id: 'f', kind: 'FIX' } as const;
const toSolve = { id: 's', kind: 'SOLVE' } as const;
const report = { bottleneckId: 's' };
const proposal = { retractedOn: null };
test.each<[string, Parameters<typeof rules.isLearned>, boolean]>([
  ['nothing was written down', [[], [], []], false],
  ['it was fixed here', [[fixed], [], []], true],
  ['the rule has to change, and nobody was told', [[fixed, toSolve], [], []], false],
  ['the rule has to change, and that was reported', [[fixed, toSolve], [report], []], true],
  ['nothing stood in the way, others can learn from it', [[], [], [proposal]], true],
  ['that was retracted', [[], [], [{ retractedOn: '2026-01-01' }]], false],
  ['others can learn, and a rule was not reported', [[toSolve], [], [proposal]], false],
])('what a plan taught: %s', (_what, [bottlenecks, reports, proposals], learned) => {
  expect(rules.isLearned(bottlenecks, reports, proposals)).toBe(learned);
});
