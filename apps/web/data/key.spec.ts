import { newKey } from './key';

test('keys are UUIDs of version 7, and stand in the order in which they were made', () => {
  const keys = Array.from({ length: 500 }, () => newKey());
  expect(keys.filter((key) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key))).toEqual([]);
  expect([...keys].sort()).toEqual(keys);
});
