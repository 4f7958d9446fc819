import { people, spanOf } from './format';

test('so many days are said as somebody says them, never too long', () => {
  expect(spanOf(1)).toEqual({ unit: 'days', count: 1 });
  expect(spanOf(13)).toEqual({ unit: 'days', count: 13 });
  expect(spanOf(20)).toEqual({ unit: 'weeks', count: 2 });
  expect(spanOf(61)).toEqual({ unit: 'months', count: 2 });
  expect(spanOf(398)).toEqual({ unit: 'months', count: 13 });
  expect(spanOf(731)).toEqual({ unit: 'years', count: 2 });
});

test('people of whom one name holds a comma are not read as more people', () => {
  expect(people(['vader', 'moeder'])).toBe('vader, moeder');
  expect(people(['vader', 'zoon, 17'])).toBe('vader · zoon, 17');
});
