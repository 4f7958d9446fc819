import { parse } from 'graphql';
import { draftName } from './act.form.rules';

const act = parse('mutation JudgeValue($key: ID!) { judgeValue(key: $key) { id } }');

test('a form is kept under its act and what it is about, whatever is typed in it and whichever version was seen', () => {
  const typed = { argument: '' };
  const name = draftName(act, { plan: 'p', value: 'LEGITIMACY', argument: '', seen: 3 }, typed);
  expect(name).toBe('JudgeValue plan p value LEGITIMACY');
  expect(draftName(act, { plan: 'p', value: 'LEGITIMACY', argument: 'typed', seen: 4 }, typed)).toBe(name);
  expect(draftName(act, { plan: 'p', value: 'ENGAGEMENT', argument: '', seen: null }, typed)).not.toBe(name);
});
