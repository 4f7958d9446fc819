import type { Waiting } from '../data/outbox.rules';
import { inputWith, isElsewhere, isSeen, refusedFields } from './clash.rules';
import type { Home } from './kitchen.question';

const home = { version: 5, ownWords: 'rust', neighbourhoodCode: 'BU00000001' } as Home;
const entry = (act: string, input: object, more: Partial<Waiting> = {}): Waiting => ({
  key: act,
  act,
  variables: { input },
  label: act,
  household: 'home',
  at: '',
  nr: 1,
  state: 'refused',
  reasons: [{ code: 'CHANGED_MEANWHILE', nl: '', en: '' }],
  changes: [{ act, at: '', by: 'somebody', version: 5 }],
  ...more,
});
const words = (more: Partial<Waiting> = {}) => entry('recordOwnWords', { household: 'home', words: 'een huis', seen: 3 }, more);
const street = entry('setNeighbourhood', {
  household: 'home',
  neighbourhoodCode: 'BU00000002',
  neighbourhoodYear: 2026,
  seen: 3,
});

test('each field that was changed meanwhile is shown with both versions, and nothing else', () => {
  const others = [
    words({ state: 'waiting' }),
    words({ reasons: [{ code: 'CASE_CLOSED', nl: '', en: '' }] }),
    entry('addWait', {}),
  ];
  expect(refusedFields([words(), street, ...others], home)).toMatchObject([
    { name: 'recordOwnWords', mine: 'een huis', theirs: 'rust' },
    { name: 'setNeighbourhood', mine: 'BU00000002', theirs: 'BU00000001' },
  ]);
});

test('nothing is said before the answer knows what was changed', () => {
  const [field] = refusedFields([words()], home);
  expect(isSeen(field!, home)).toBe(true);
  expect(isSeen(field!, { ...home, version: 4 })).toBe(false);
});

test('where another field was changed there is nothing to choose', () => {
  const is = (more: Partial<Waiting>) => isElsewhere(refusedFields([words(more)], home)[0]!);
  expect([is({ was: 'rust' }), is({ was: '' }), is({})]).toEqual([true, false, false]);
});

test('what is chosen goes as the same act under the version that is seen now', () => {
  const [mine, where] = refusedFields([words(), street], home);
  expect(inputWith(mine!, 'rust en een huis', 5)).toEqual({ household: 'home', words: 'rust en een huis', seen: 5 });
  expect(inputWith(where!, 'BU00000001', 5)).toMatchObject({ neighbourhoodCode: 'BU00000001', neighbourhoodYear: 2026, seen: 5 });
});
