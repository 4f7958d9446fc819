import { whyNotDecide } from './decide.rules';
import type { PositionFacts } from './plan.facts';
import {
  aDecidablePlan,
  authorWithMandate,
  context,
  DAY,
  holder,
  holidays,
  mandate,
  measure,
  position,
  sorted,
} from './plan.fixture';
import {
  answerDueOn,
  escalationDueOn,
  isOpenObjection,
  positionState,
  whyNotAnswer,
  whyNotAsk,
  whyNotEscalate,
  whyNotProceedInSilence,
} from './position.rules';

const silent = position({ answer: null, answeredOn: null });
const escalated = { ...silent, escalation: { on: '2025-10-09', dueOn: '2025-10-23' } };

describe('the state of a position follows from its dates', () => {
  test.each([
    ['asked, on the last day', silent, '2025-10-08', 'ASKED'],
    ['asked, a day later', silent, '2025-10-09', 'OVERDUE'],
    ['escalated, on the last day', escalated, '2025-10-23', 'ESCALATED'],
    ['escalated, a day later', escalated, '2025-10-24', 'DID_NOT_ANSWER'],
    ['before it was escalated', escalated, '2025-10-08', 'ASKED'],
    ['answered', position(), '2025-10-03', 'ANSWERED'],
    ['the day before the answer', position(), '2025-10-02', 'ASKED'],
    ['answered after all', { ...escalated, answer: 'AGREES', answeredOn: '2025-10-30' }, '2025-10-30', 'ANSWERED'],
  ] satisfies [string, PositionFacts, string, string][])('%s', (_, facts, day, state) => {
    expect(positionState(facts, day)).toBe(state);
  });

  test('clocks count working days and end with the calendar', () => {
    const clock = { answerWorkingDays: 5, escalationWorkingDays: 10, holidays };
    expect(answerDueOn('2025-12-19', clock)).toBe('2025-12-30');
    expect(escalationDueOn('2025-10-07', clock)).toBe('2025-10-21');
    expect(escalationDueOn('2025-12-24', clock)).toBeNull();
  });
});

describe('silence', () => {
  const proceedReason = { personId: 'holder', text: 'it does them no harm' };
  const judged = (facts: PositionFacts) => sorted(whyNotDecide(aDecidablePlan({ positions: [facts] }), holder, context));
  const unanswered = ['POSITION_UNANSWERED support-now'];

  test('blocks until it was escalated, the second clock ran out and a mandate holder said why to go on', () => {
    expect(judged({ ...silent, proceedReason })).toEqual(unanswered);
    expect(judged({ ...silent, escalation: { on: '2025-10-13', dueOn: DAY }, proceedReason })).toEqual(unanswered);
    expect(judged(escalated)).toEqual(unanswered);
    expect(judged({ ...escalated, proceedReason: { ...proceedReason, text: ' ' } })).toEqual(unanswered);
    expect(judged({ ...escalated, proceedReason: { ...proceedReason, personId: 'author' } })).toEqual(unanswered);
    expect(judged({ ...escalated, proceedReason })).toEqual([]);
  });

  test('is also that of an agency which was never asked, or of one that no longer carries the measure', () => {
    expect(sorted(whyNotDecide(aDecidablePlan({ positions: [] }), holder, context))).toEqual(unanswered);
    expect(judged(position({ involvementId: 'care-office' }))).toEqual(unanswered);
  });
});

describe('an objection', () => {
  test('is open until it is answered, not until it is withdrawn', () => {
    expect(isOpenObjection(position({ answer: 'OBJECTS' }), DAY)).toBe(true);
    expect(isOpenObjection(position({ answer: 'OBJECTS', reply: 'the rent comes straight from the benefit' }), DAY)).toBe(false);
  });

  test('is also a yes under a condition that nobody accepted', () => {
    const onCondition = position({ answer: 'AGREES_IF' });
    expect(sorted(whyNotDecide(aDecidablePlan({ positions: [onCondition] }), holder, context))).toEqual([
      'OBJECTION_UNANSWERED position',
    ]);
    expect(isOpenObjection({ ...onCondition, conditionAccepted: true }, DAY)).toBe(false);
    expect(isOpenObjection({ ...onCondition, reply: 'we cannot, because' }, DAY)).toBe(false);
  });

  test('needs what it rests on', () => {
    const answer = { answer: 'OBJECTS' as const, condition: null, objection: null, provisionKey: null, provisionNote: null };
    expect(sorted(whyNotAnswer(answer))).toEqual(['REQUIRED objection', 'REQUIRED provisionNote']);
    expect(whyNotAnswer({ ...answer, objection: 'a judgment', provisionNote: 'rent law' })).toEqual([]);
    expect(whyNotAnswer({ ...answer, objection: 'a judgment', provisionKey: 'support:1' })).toEqual([]);
    expect(sorted(whyNotAnswer({ ...answer, answer: 'AGREES_IF' }))).toEqual(['REQUIRED condition']);
    expect(whyNotAnswer({ ...answer, answer: 'AGREES_IF', condition: 'look again in a year' })).toEqual([]);
    expect(whyNotAnswer({ ...answer, answer: 'AGREES' })).toEqual([]);
  });
});

test('an agency is asked once, with a clock that ends on a known day', () => {
  expect(whyNotAsk(measure(), [], '2025-10-08')).toEqual([]);
  expect(sorted(whyNotAsk(measure(), [position()], '2025-10-08'))).toEqual(['POSITION_ASKED_ALREADY support-now']);
  expect(sorted(whyNotAsk(measure(), [], null))).toEqual(['CLOCK_BEYOND_CALENDAR support-now']);
});

test('lead or deputy escalates, once, after the first clock', () => {
  const judge = (facts: PositionFacts, day: string, by = 'deputy', due: string | null = '2025-10-30') =>
    sorted(whyNotEscalate(facts, { leadId: 'author', deputyId: 'deputy' }, by, day, due));
  expect(judge(silent, '2025-10-09')).toEqual([]);
  expect(judge(silent, '2025-10-08')).toEqual(['CLOCK_STILL_RUNS position']);
  expect(judge(position(), DAY)).toEqual(['POSITION_ANSWERED_ALREADY position']);
  expect(judge(escalated, '2025-10-20')).toEqual(['ESCALATED_ALREADY position']);
  expect(judge(escalated, DAY)).toEqual(['ESCALATED_ALREADY position']);
  expect(judge(silent, DAY, 'colleague', null)).toEqual(['CLOCK_BEYOND_CALENDAR position', 'LEAD_ESCALATES position']);
});

test('going on in silence is for a mandate holder, after both clocks, with a reason', () => {
  const judge = (facts: PositionFacts, asker = holder, text = 'it does them no harm') =>
    sorted(whyNotProceedInSilence(facts, { authorId: 'author', date: DAY }, asker, text, DAY));
  expect(judge(escalated)).toEqual([]);
  expect(judge(silent)).toEqual(['SILENCE_NOT_ESTABLISHED position']);
  expect(judge(escalated, authorWithMandate, '')).toEqual(['NOT_OWN_PLAN', 'REQUIRED reason']);
  expect(judge(escalated, { ...holder, mandates: [mandate({ to: '2025-10-26' })] })).toEqual(['MANDATE_EXCEEDED']);
});
