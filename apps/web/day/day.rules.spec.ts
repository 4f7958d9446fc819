import { nameOf, placeOf, SIGNS, type DayKind } from './day.rules';

test('every kind of thing leads to a place of its household, or to the advice that was asked', () => {
  const places = (Object.keys(SIGNS) as DayKind[]).map((kind) => [kind, placeOf({ kind, householdId: 'h', subjectId: 's' })]);
  expect(Object.fromEntries(places)).toEqual({
    ANSWER_RECEIVED: '/huishouden/h/plan/besluit',
    ASSESSMENT_ASKED: '/advies/h',
    CLOCK_OVER: '/huishouden/h/plan/besluit',
    DECISION_WAITING: '/huishouden/h/plan/besluit',
    LETTER_DUE: '/huishouden/h/tijdlijn#s',
    PAUSE_ENDS: '/huishouden/h/geld#s',
    PROMISE_DUE: '/huishouden/h/beloften#s',
    PROMISE_LATE: '/huishouden/h/beloften#s',
    READY_TO_DECIDE: '/huishouden/h/plan/besluit',
    REVIEW_DUE: '/huishouden/h/plan/uitvoeren',
    SILENCE: '/huishouden/h/keukentafel',
  });
});

test('a household is called by its people, or by its code when they are not for this reader', () => {
  expect(nameOf(['Maria', 'Jan', 'Bo'], 'H-1')).toEqual({ name: 'Maria', more: 2 });
  expect(nameOf(null, 'H-1')).toEqual({ name: 'H-1', more: 0 });
  expect(nameOf([], 'H-1')).toEqual({ name: 'H-1', more: 0 });
});
