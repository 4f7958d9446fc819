import { type LetterFacts, letterConflicts, mondayOf, roomIn, whyNotSettle } from './letter.rules';

const letter = (id: string, over: Partial<LetterFacts> = {}): LetterFacts => ({
  id,
  agencyId: id,
  kind: 'PAY',
  amountCents: 10_000n,
  dueOn: '2025-09-16',
  doneOn: null,
  ...over,
});
const room = [{ fromOn: '2025-09-01', weekCents: 15_000n }];
const found = (letters: LetterFacts[], rooms = room) =>
  letterConflicts(letters, rooms).map(({ kind, from, to, letters: ids, shortCents }) => [kind, from, to, ids.join(), shortCents]);

test('a week runs from Monday to Sunday, also over a change of year', () => {
  expect(mondayOf('2025-09-15')).toBe('2025-09-15');
  expect(mondayOf('2025-09-21')).toBe('2025-09-15');
  expect(mondayOf('2026-01-01')).toBe('2025-12-29');
});

test('what there is to spend is what was told last by the end of the week', () => {
  const rooms = [
    { fromOn: '2025-09-15', weekCents: 1n },
    { fromOn: '2025-09-01', weekCents: 2n },
  ];
  expect(roomIn(rooms, '2025-09-14')?.weekCents).toBe(2n);
  expect(roomIn(rooms, '2025-09-21')?.weekCents).toBe(1n);
  expect(roomIn(rooms, '2025-08-31')).toBeUndefined();
});

test.each([
  [
    'two agencies that together ask more than there is',
    [letter('a'), letter('b')],
    [['MONEY', '2025-09-15', '2025-09-21', 'a,b', 5_000n]],
  ],
  ['exactly what there is', [letter('a'), letter('b', { amountCents: 5_000n })], []],
  ['one agency alone', [letter('a'), letter('b', { agencyId: 'a' })], []],
  ['in two weeks', [letter('a'), letter('b', { dueOn: '2025-09-22' })], []],
  ['one that was dealt with', [letter('a'), letter('b', { doneOn: '2025-09-10' })], []],
  ['one without a day', [letter('a'), letter('b', { dueOn: null })], []],
  [
    'two places to be on one day',
    [letter('a', { kind: 'COME', amountCents: null }), letter('b', { kind: 'COME', amountCents: null })],
    [['SAME_DAY', '2025-09-15', '2025-09-21', 'a,b', null]],
  ],
  [
    'two places on two days',
    [letter('a', { kind: 'COME', amountCents: null }), letter('b', { kind: 'COME', amountCents: null, dueOn: '2025-09-17' })],
    [],
  ],
] as [string, LetterFacts[], unknown[]][])('%s', (_, letters, expected) => {
  expect(found(letters)).toEqual(expected);
});

test('two letters of one agency about one day are of one agency in the sentence', () => {
  const come = (id: string, agencyId: string) => letter(id, { kind: 'COME', amountCents: null, agencyId });
  const [conflict, ...more] = letterConflicts([come('a', 'uwv'), come('b', 'uwv'), come('c', 'school')], room);
  expect(conflict).toMatchObject({ kind: 'SAME_DAY', letters: ['a', 'b', 'c'] });
  expect(conflict?.words.nl).toBe('Op 16 september 2025 willen 2 instanties dat iemand komt. Kijk of dat samen kan.');
  expect(more).toEqual([]);
  expect(letterConflicts([come('a', 'uwv'), come('b', 'uwv')], room)).toEqual([]);
});

test('a letter is dealt with on a day that was, not before it came', () => {
  const judge = (doneOn: string) =>
    whyNotSettle({ receivedOn: '2025-09-08' }, doneOn, '2025-09-10').map(({ code, about }) => `${code} ${about}`);
  expect(judge('2025-09-08')).toEqual([]);
  expect(judge('2025-09-10')).toEqual([]);
  expect(judge('2025-09-07')).toEqual(['RANGE_INVERTED doneOn']);
  expect(judge('2025-09-11')).toEqual(['DATE_FUTURE doneOn']);
  expect(judge('0025-09-08')).toEqual(['DATE_IMPLAUSIBLE doneOn', 'RANGE_INVERTED doneOn']);
});

test('where nobody told what there is, no shortage is made up', () => {
  expect(found([letter('a'), letter('b')], [])).toEqual([]);
});

test('the sentence names the amounts as people write them', () => {
  const [conflict] = letterConflicts([letter('a', { amountCents: 147_100n }), letter('b', { amountCents: 50n })], room);
  expect(conflict?.words.nl).toBe(
    'In de week van 15 september 2025 vragen 2 brieven samen €\u00a01.471,50. Er is €\u00a0150,00. Dat kan niet allemaal.',
  );
});
