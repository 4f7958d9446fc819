import { moreLikeThis, whyNotCapacity } from './capacity.rules';
import { sorted } from './plan.fixture';

test('capacity to act is a reason for a member, and asks whether there are more like this, with the provisions in the way', () => {
  expect(whyNotCapacity('maria', [{ personId: 'maria' }])).toEqual([]);
  expect(sorted(whyNotCapacity('other', [{ personId: 'maria' }]))).toEqual(['MEMBER_UNKNOWN other']);
  const grounds = [
    { role: 'LIMIT', provision: 'rule:1' },
    { role: 'LIMIT', provision: 'rule:1' },
    { role: 'ROOM', provision: 'act:2' },
  ];
  expect(moreLikeThis([], grounds)).toBeNull();
  expect(moreLikeThis(['LOW_LITERACY'], grounds)?.provisions).toEqual(['rule:1']);
});
