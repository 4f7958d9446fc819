import { parse } from 'graphql';
import { draftName, sharedText, toChoose, type Shared } from './act.form.rules';

const act = parse('mutation JudgeValue($key: ID!) { judgeValue(key: $key) { id } }');

test('a form is kept under its act and what it is about, whatever is typed in it and whichever version was seen', () => {
  const typed = { argument: '' };
  const name = draftName(act, { plan: 'p', value: 'LEGITIMACY', argument: '', seen: 3 }, typed);
  expect(name).toBe('JudgeValue plan p value LEGITIMACY');
  expect(draftName(act, { plan: 'p', value: 'LEGITIMACY', argument: 'typed', seen: 4 }, typed)).toBe(name);
  expect(draftName(act, { plan: 'p', value: 'ENGAGEMENT', argument: '', seen: null }, typed)).not.toBe(name);
});

test('a day is not what a form is about: tomorrow its draft is found too', () => {
  const typed = { need: '' };
  expect(draftName(act, { household: 'h', fromOn: '2026-11-02', need: '' }, typed)).toBe('JudgeValue household h');
});

describe('what somebody else changed since the form was opened', () => {
  interface Typed {
    words: string;
    state: string;
  }
  const typed: Typed = { words: 'een huis', state: 'later' };
  const stop: Shared<Typed> = { label: 'Belofte', stands: 'nagekomen', read: ({ state }) => state };

  test('is asked where something else was typed, and not where nothing changed or both wrote the same', () => {
    const names = (now: string, then: string) =>
      toChoose<Typed>([sharedText('words', 'Woorden', now)], [then], typed).map(({ theirs }) => theirs);
    expect([names('rust', ''), names('rust', 'rust'), names('een huis', '')]).toEqual([['rust'], [], []]);
  });

  test('a text can be made of both; of other things it is one or the other; what cannot be put back means not doing it', () => {
    const [words, state] = toChoose<Typed>([sharedText('words', 'Woorden', 'rust'), stop], ['', ''], typed);
    expect([words?.isText, state?.isText]).toEqual([true, false]);
    expect(['rust', 'een huis', 'rust en een huis'].map((text) => words?.valueOf(text))).toEqual([
      { words: 'rust' },
      {},
      { words: 'rust en een huis' },
    ]);
    expect([state?.valueOf('later'), state?.valueOf('nagekomen')]).toEqual([{}, null]);
  });
});
