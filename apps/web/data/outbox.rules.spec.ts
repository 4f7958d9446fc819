import fc from 'fast-check';
import { knowingOwn, nextOf, pauseAfter, sentOf, stuckOf, withoutAct, type Waiting } from './outbox.rules';

const act = (nr: number, on: number[] = [], state: Waiting['state'] = 'waiting'): Waiting => ({
  key: `key-${nr}.`,
  act: 'addProblem',
  variables: { input: { on: on.map((other) => `key-${other}.`) } },
  label: `${nr}`,
  household: 'h',
  at: '',
  nr,
  state,
  reasons: [],
});

test('the oldest goes first, whatever the order in which they lie', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }), (numbers) => {
      expect(nextOf(numbers.map((nr) => act(nr)))?.nr).toBe(Math.min(...numbers));
    }),
  );
});

test('what was refused holds what rests on it, also further on, and nothing else', () => {
  const entries = [act(1, [], 'refused'), act(2, [1]), act(3, [2]), act(4), act(5, [4])];
  expect([...stuckOf(entries)]).toEqual(['key-2.', 'key-3.']);
  expect(nextOf(entries)?.nr).toBe(4);
});

test('dropping an act drops what rests on it', () => {
  const entries = [act(1, [], 'refused'), act(2, [1]), act(3, [2]), act(4), act(5, [4])];
  expect(withoutAct(entries, 'key-1.').map(({ nr }) => nr)).toEqual([4, 5]);
  expect(withoutAct(entries, 'key-5.').map(({ nr }) => nr)).toEqual([1, 2, 3, 4]);
});

test('nothing that waits is ever forgotten: sending and dropping empties the list, in an order in which each comes after what it names', () => {
  const graph = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(graph, (steps) => {
      let entries = steps.map((back, nr) => act(nr, back && nr >= back ? [nr - back] : []));
      const sent: number[] = [];
      for (let next = nextOf(entries); next; next = nextOf(entries)) {
        const on = (next.variables['input'] as { on: string[] }).on;
        for (const key of on) expect(sent.map((nr) => `key-${nr}.`)).toContain(key);
        sent.push(next.nr);
        entries = entries.filter((entry) => entry !== next);
      }
      expect(entries).toEqual([]);
    }),
  );
});

describe('what was typed after something was sent from here, which the page does not show yet', () => {
  const edit = (nr: number, seen: number, household = 'h'): Waiting => ({
    ...act(nr),
    household,
    variables: { input: { seen, words: `${nr}` } },
  });
  const sent = [sentOf(edit(1, 3), { version: 4 }), sentOf(act(2), { version: 4 }), sentOf(edit(3, 4), { version: 5 })];

  test.each([
    ['goes under the version that this made, and the next one too', edit(9, 3), { seen: 5, words: '9' }],
    ['goes as it is when it saw another version', edit(9, 7), { seen: 7, words: '9' }],
    ['goes as it is when it was typed before', edit(0, 3), { seen: 3, words: '0' }],
    ['goes as it is in another household', edit(9, 3, 'other'), { seen: 3, words: '9' }],
    ['goes as it is when it saw no version', act(9), { on: [] }],
  ])('%s', (_, entry, input) => {
    expect(knowingOwn(entry, sent).variables['input']).toEqual(input);
  });
});

test('it is tried again after 1, 2, 4 … seconds, at most a minute', () => {
  expect([1, 2, 3, 4, 7, 40].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000]);
});
