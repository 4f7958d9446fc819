import { whyNotDecide } from './decide.rules';
import type { EscalationOutcome, StepUp } from './ladder.rules';
import type { PositionFacts } from './plan.facts';
import {
  aDecidablePlan,
  authorWithMandate,
  context,
  DAY,
  holder,
  laws,
  mandate,
  measure,
  position,
  sorted,
  stepUp,
} from './plan.fixture';
import {
  fallsWithStep,
  isOpenObjection,
  positionState,
  whyNotAnswer,
  whyNotAcceptCondition,
  whyNotAnswerObjection,
  whyNotAsk,
  whyNotProceedInSilence,
  whyNotTakeUp,
  workingDaysLeft,
} from './position.rules';
import { warnings } from './warning.rules';

const silent = position({ answer: null, answeredOn: null });
const escalated = { ...silent, escalations: [stepUp()] };
const refused = stepUp({ outcome: 'REFUSED', outcomeOn: '2025-10-10', outcomeWords: 'no' });
const solved = stepUp({ outcome: 'SOLVED', outcomeOn: '2025-10-10', outcomeWords: 'yes' });
const higher = stepUp({ id: 'higher', rung: 2, onDay: '2025-10-13', dueOn: '2025-11-03' });
const ended = (outcome: EscalationOutcome) => ({ ...higher, outcome, outcomeOn: '2025-10-20', outcomeWords: 'so' });
const climbed = (...escalations: StepUp[]) => ({ ...silent, escalations });

test.each([
  ['asked, on the last day', silent, '2025-10-08', 'ASKED'],
  ['asked, a day later', silent, '2025-10-09', 'OVERDUE'],
  ['escalated, on that day', escalated, '2025-10-09', 'ESCALATED'],
  ['escalated, on the last day', escalated, '2025-10-23', 'ESCALATED'],
  ['escalated, a day later', escalated, '2025-10-24', 'DID_NOT_ANSWER'],
  ['escalated further, before the first clock ran out', climbed(stepUp(), higher), '2025-10-23', 'ESCALATED'],
  ['escalated further, after it', climbed(stepUp(), higher), '2025-10-24', 'DID_NOT_ANSWER'],
  ['the day before it was refused there', climbed(refused), '2025-10-09', 'ESCALATED'],
  ['refused there', climbed(refused), '2025-10-10', 'REFUSED'],
  ['refused there, and silence higher up', climbed(refused, ended('NO_ANSWER')), DAY, 'REFUSED'],
  ['refused there, and solved higher up', climbed(refused, ended('SOLVED')), DAY, 'SOLVED'],
  ['solved there, while its clock runs and after it', climbed(solved), DAY, 'SOLVED'],
  ['solved there, and refused higher up', climbed(solved, ended('REFUSED')), DAY, 'REFUSED'],
  ['solved there, and silence higher up', climbed(solved, ended('NO_ANSWER')), DAY, 'DID_NOT_ANSWER'],
  ['solved there, silence higher up, and time to answer left', climbed(solved, ended('NO_ANSWER')), '2025-10-23', 'ESCALATED'],
  ['refused there, and answered after all', { ...climbed(refused), answer: 'AGREES', answeredOn: DAY }, DAY, 'ANSWERED'],
  ['before it was escalated', escalated, '2025-10-08', 'ASKED'],
  ['answered', position(), '2025-10-03', 'ANSWERED'],
  ['the day before the answer', position(), '2025-10-02', 'ASKED'],
  ['answered after all', { ...escalated, answer: 'AGREES', answeredOn: '2025-10-30' }, '2025-10-30', 'ANSWERED'],
] satisfies [string, PositionFacts, string, string][])('%s: the state follows from the dates', (_, facts, day, state) => {
  expect(positionState(facts, day)).toBe(state);
});

describe('silence', () => {
  const proceed = { proceedReason: 'it does them no harm', proceedBy: 'holder' };
  const judged = (facts: PositionFacts) => sorted(whyNotDecide(aDecidablePlan({ positions: [facts] }), holder, context));
  const unanswered = ['POSITION_UNANSWERED support-now'];

  test('blocks until it was escalated, the second clock ran out and a mandate holder said why to go on', () => {
    expect(judged({ ...silent, ...proceed })).toEqual(unanswered);
    expect(judged({ ...silent, escalations: [stepUp({ onDay: '2025-10-13', dueOn: DAY })], ...proceed })).toEqual(unanswered);
    expect(judged(escalated)).toEqual(unanswered);
    expect(judged({ ...escalated, ...proceed, proceedReason: ' ' })).toEqual(unanswered);
    expect(judged({ ...escalated, ...proceed, proceedBy: 'author' })).toEqual(unanswered);
    expect(judged({ ...escalated, ...proceed })).toEqual([]);
  });

  test('is also that of an agency which was never asked, or not about this measure, or no longer carries it', () => {
    expect(sorted(whyNotDecide(aDecidablePlan({ positions: [] }), holder, context))).toEqual(unanswered);
    expect(judged(position({ measureIds: ['another'] }))).toEqual(unanswered);
    expect(judged(position({ involvementId: 'care-office' }))).toEqual(unanswered);
  });
});

test('a no that was heard on the ladder is no silence: it is answered, and the agency keeps its own time to answer', () => {
  const judged = (facts: PositionFacts, today = DAY) =>
    sorted(whyNotDecide(aDecidablePlan({ positions: [facts] }), holder, { ...context, today }));
  const proceed = { proceedReason: 'it does them no harm', proceedBy: 'holder' };
  const no = climbed(refused);
  expect(judged({ ...no, ...proceed })).toEqual(['OBJECTION_UNANSWERED position']);
  expect(judged({ ...no, objectionAnswer: 'the rent comes from the benefit' })).toEqual([]);
  expect(judged({ ...no, objectionAnswer: 'the rent comes from the benefit' }, '2025-10-23')).toEqual([
    'POSITION_UNANSWERED support-now',
  ]);
  expect(judged({ ...climbed(solved), ...proceed })).toEqual(['POSITION_UNANSWERED support-now']);
  expect(judged({ ...climbed(solved, ended('NO_ANSWER')), ...proceed })).toEqual([]);
  const codes = (facts: PositionFacts) =>
    warnings(aDecidablePlan({ positions: [facts] }), context).map(({ code, about }) => `${code} ${about}`);
  expect(codes(no)).toEqual(['REFUSED_ON_LADDER position']);
  expect(codes(climbed(solved))).toEqual(['SOLVED_ON_LADDER position']);
});

test('with a step up that was a mistake falls what was said because of it', () => {
  const falls = (facts: PositionFacts, step = 'step') => fallsWithStep(facts, step, DAY);
  expect(falls(escalated)).toEqual({ silence: true, objection: true });
  expect(falls(climbed(stepUp(), ended('NO_ANSWER')), 'higher')).toEqual({ silence: false, objection: true });
  expect(falls(climbed(refused, ended('NO_ANSWER')), 'higher')).toEqual({ silence: true, objection: false });
  expect(falls(position({ answer: 'OBJECTS', escalations: [refused] }))).toEqual({ silence: true, objection: false });
});

describe('an objection', () => {
  test('is open until it is answered, not until it is withdrawn', () => {
    expect(isOpenObjection(position({ answer: 'OBJECTS' }), DAY)).toBe(true);
    expect(isOpenObjection(position({ answer: 'OBJECTS', objectionAnswer: 'the rent comes from the benefit' }), DAY)).toBe(false);
  });

  test('is also a yes under a condition that nobody accepted', () => {
    const onCondition = position({ answer: 'AGREES_IF' });
    const plan = aDecidablePlan({ positions: [onCondition] });
    expect(sorted(whyNotDecide(plan, holder, context))).toEqual(['OBJECTION_UNANSWERED position']);
    expect(isOpenObjection({ ...onCondition, conditionAcceptedOn: DAY }, DAY)).toBe(false);
    expect(isOpenObjection({ ...onCondition, objectionAnswer: 'we cannot, because' }, DAY)).toBe(false);
  });

  test('to several measures is one objection, and none to a measure that went to another agency', () => {
    const objects = position({ answer: 'OBJECTS', measureIds: ['support-now', 'later'] });
    const later = measure({ id: 'later', noExtraMoney: true, deviates: false });
    const judged = (over: object) =>
      sorted(whyNotDecide({ ...aDecidablePlan({ positions: [objects] }), ...over }, holder, context));
    const reasons = judged({ measures: [measure(), later] });
    expect(reasons.filter((text) => text.startsWith('OBJECTION'))).toEqual(['OBJECTION_UNANSWERED position']);
    expect(judged({ measures: [measure({ involvementId: 'care-office' })] })).toEqual(['POSITION_UNANSWERED support-now']);
  });

  test('has a reason; a provision that it names is in the catalogue', () => {
    const answer = { answer: 'OBJECTS' as const, condition: null, reason: 'a judgment', provision: null };
    expect(whyNotAnswer(answer, laws)).toEqual([]);
    expect(whyNotAnswer({ ...answer, provision: 'support:1' }, laws)).toEqual([]);
    expect(sorted(whyNotAnswer({ ...answer, reason: ' ', provision: 'nowhere:1' }, laws))).toEqual([
      'PROVISION_UNKNOWN nowhere:1',
      'REQUIRED reason',
    ]);
    expect(sorted(whyNotAnswer({ ...answer, answer: 'AGREES_IF' }, laws))).toEqual(['REQUIRED condition']);
    expect(whyNotAnswer({ ...answer, answer: 'AGREES_IF', condition: 'look again in a year' }, laws)).toEqual([]);
    expect(whyNotAnswer({ ...answer, answer: 'AGREES', reason: null }, laws)).toEqual([]);
    expect(sorted(whyNotAnswer({ ...answer, answer: 'AGREES', condition: 'look again in a year' }, laws))).toEqual([
      'CONDITION_IN_A_YES condition',
    ]);
  });
});

test('an agency is asked once about all its measures, with a clock that ends on a known day', () => {
  const later = measure({ id: 'later' });
  const asked = (
    measures: (typeof later)[],
    positions: PositionFacts[],
    due: string | null = '2025-10-08',
    who = 'municipality',
  ) => sorted(whyNotAsk(who, { measures, positions }, due));
  expect(asked([measure()], [])).toEqual([]);
  expect(asked([measure()], [position()])).toEqual(['POSITION_ASKED_ALREADY municipality']);
  expect(asked([measure(), later], [position()])).toEqual([]);
  expect(asked([measure()], [], null)).toEqual(['CLOCK_BEYOND_CALENDAR municipality']);
  expect(asked([measure()], [], '2025-10-08', 'care-office')).toEqual(['NOTHING_TO_ASK care-office']);
});

test('silence is taken up the ladder after its clock, a no at once, a yes never', () => {
  const judge = (facts: PositionFacts, day: string) => sorted(whyNotTakeUp(facts, day));
  expect(judge(silent, '2025-10-09')).toEqual([]);
  expect(judge(silent, '2025-10-08')).toEqual(['CLOCK_STILL_RUNS position']);
  expect(judge(position(), DAY)).toEqual(['POSITION_ANSWERED_ALREADY position']);
  expect(judge(position({ answer: 'OBJECTS' }), '2025-10-03')).toEqual([]);
  expect(judge(position({ answer: 'AGREES_IF' }), '2025-10-03')).toEqual([]);
  expect(judge(position({ answer: 'AGREES_IF', conditionAcceptedOn: DAY }), DAY)).toEqual(['POSITION_ANSWERED_ALREADY position']);
  expect(judge(escalated, DAY)).toEqual([]);
});

test('going on in silence is for a mandate holder, after both clocks, with a reason', () => {
  const judge = (facts: PositionFacts, asker = holder, text = 'it does them no harm') =>
    sorted(whyNotProceedInSilence(facts, { writerIds: ['author'], planOn: DAY }, asker, text, DAY));
  expect(judge(escalated)).toEqual([]);
  for (const facts of [silent, climbed(refused), climbed(solved)])
    expect(judge(facts)).toEqual(['SILENCE_NOT_ESTABLISHED position']);
  expect(judge(escalated, authorWithMandate, '')).toEqual(['NOT_OWN_PLAN', 'REQUIRED reason']);
  expect(judge(escalated, { ...holder, mandates: [mandate({ toOn: '2025-10-26' })] })).toEqual(['MANDATE_EXCEEDED']);
});

test('only a condition can be accepted, once; only what is an objection can be answered', () => {
  const conditional = position({ answer: 'AGREES_IF' });
  const accepted = position({ answer: 'AGREES_IF', conditionAcceptedOn: DAY });
  const objects = position({ answer: 'OBJECTS' });
  const judge = (facts: PositionFacts) => sorted([...whyNotAcceptCondition(facts), ...whyNotAnswerObjection(facts, DAY)]);
  expect(judge(conditional)).toEqual([]);
  expect(judge(accepted)).toEqual(['NO_OBJECTION position', 'NO_OPEN_CONDITION position']);
  expect(judge(objects)).toEqual(['NO_OPEN_CONDITION position']);
  expect(judge(position())).toEqual(['NO_OBJECTION position', 'NO_OPEN_CONDITION position']);
  expect(judge(silent)).toEqual(['NO_OBJECTION position', 'NO_OPEN_CONDITION position']);
  expect(judge(climbed(refused))).toEqual(['NO_OPEN_CONDITION position']);
});

describe('the working days that are left', () => {
  const holidays = { firstYear: 2025, lastYear: 2026, days: new Set(['2025-10-07']) } as unknown as Parameters<
    typeof workingDaysLeft
  >[2];
  test.each([
    ['a clock over a weekend and a holiday', silent, '2025-10-03', 2],
    ['its last day', silent, '2025-10-08', 0],
    ['a day later no clock runs', silent, '2025-10-09', null],
    ['the clock of the step up', escalated, '2025-10-20', 3],
    ['it answered', position({}), '2025-10-08', null],
    ['days that nobody knows', { ...silent, dueOn: '2027-01-04' }, '2026-12-30', null],
  ])('%s', (_, entry, day, left) => expect(workingDaysLeft(entry, day, holidays)).toBe(left));
});
