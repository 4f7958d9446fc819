import { thingsOf } from './changes.rules';

test('what an act was about is called by its name; what is hidden or nameless has none', () => {
  const things = thingsOf(
    {
      members: null,
      problems: [
        { id: 'p1', type: 'DEBT', words: null },
        { id: 'p2', type: 'DEBT', words: 'elf schuldeisers' },
      ],
      involvements: [{ id: 'i1', agencyName: 'CJIB (verzonnen)' }],
      waits: [{ id: 'w1', what: null }],
      letters: [{ id: 'l1', demand: 'aanmaning', involvementId: 'i1' }],
      plan: null,
    },
    (key) => `soort ${key}`,
    (key) => key,
  );
  expect([...things]).toEqual([
    ['i1', 'CJIB'],
    ['p1', 'soort DEBT'],
    ['p2', 'elf schuldeisers'],
    ['l1', 'CJIB, aanmaning'],
  ]);
});
