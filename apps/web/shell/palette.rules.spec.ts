import { commandsFor } from './palette.rules';

const commands = [
  { id: 'new', words: 'Nieuw huishouden', also: 'new household' },
  { id: 'dark', words: 'Donker' },
  { id: 'day', words: 'Naar mijn dag' },
];
const found = (typed: string) => commandsFor(commands, typed).map(({ id }) => id);

test.each([
  ['', ['new', 'dark', 'day']],
  ['huis', ['new']],
  ['HUIS nieuw', ['new']],
  ['household', ['new']],
  ['dónker', ['dark']],
  ['na', ['day']],
  ['mijn huis', []],
])('%j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});
