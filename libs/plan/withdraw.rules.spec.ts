import { sorted } from './plan.fixture';
import { goingAlong, whyNotWithdraw, type Withdrawable } from './withdraw.rules';

const lists: Withdrawable = {
  goals: [{ id: 'goal' }],
  scenarios: [{ id: 'scenario' }],
  costLines: [{ id: 'line', ownerId: 'scenario', measureId: 'paid' }],
  unpriced: [{ id: 'item', ownerId: 'scenario', measureId: 'paid' }],
  measures: [{ id: 'paid' }, { id: 'free' }],
  struckOut: [{ id: 'struck', measureId: 'free' }],
  grounds: [
    { id: 'a', measureId: 'free' },
    { id: 'b', measureId: 'free' },
    { id: 'c', measureId: 'free' },
  ],
  contradictions: [{ id: 'contradiction', measureId: 'free', a: 'a', b: 'b' }],
  dismissed: [{ id: 'dismissed', measureId: 'free' }],
  positions: [
    { id: 'question', answer: null },
    { id: 'answered', answer: 'OBJECTS' },
  ],
  agreements: [
    { id: 'heard', personId: 'member', how: 'ALOUD' },
    { id: 'on screen', personId: 'partner', how: 'ON_SCREEN' },
  ],
  escalations: [
    { id: 'first', rung: 1, positionId: 'question', disputeId: null },
    { id: 'second', rung: 2, positionId: 'question', disputeId: null },
    { id: 'of the dispute', rung: 1, positionId: null, disputeId: 'dispute' },
  ],
  capacityFactors: [{ id: 'factor' }],
  disputes: [{ id: 'dispute' }],
  commitments: [{ id: 'promise' }],
  refusals: [{ id: 'no' }],
  steps: [
    { id: 'begun', measureId: 'running', state: 'STARTED' },
    { id: 'other', measureId: 'done', state: 'STARTED' },
    { id: 'end', measureId: 'done', state: 'DONE' },
  ],
};
const judge = (entry: string, isDecided = false) => sorted(whyNotWithdraw(entry, lists, [{ id: 'before' }], isDecided));

const PARTS = ['goal', 'scenario', 'line', 'item', 'free', 'struck', 'c', 'contradiction', 'dismissed', 'factor'];
test.each([...PARTS, 'question', 'heard', 'second'])(
  '%s can be withdrawn while the plan is open, and not after the decision',
  (entry) => {
    expect(judge(entry)).toEqual([]);
    expect(judge(entry, true)).toEqual([`PLAN_CLOSED ${entry}`]);
  },
);

test.each(['dispute', 'of the dispute', 'promise', 'no', 'begun', 'end'])(
  '%s can be withdrawn before and after the decision',
  (entry) => {
    expect(judge(entry)).toEqual([]);
    expect(judge(entry, true)).toEqual([]);
  },
);

test('what something else rests on is withdrawn after that', () => {
  expect(judge('a')).toEqual(['ENTRY_IN_USE contradiction']);
  expect(judge('paid')).toEqual(['ENTRY_IN_USE item', 'ENTRY_IN_USE line']);
  expect(judge('other', true)).toEqual(['ENTRY_IN_USE end']);
  expect(judge('first')).toEqual(['ENTRY_IN_USE second']);
});

test('what an agency answered, and a member said on the own screen, is not withdrawn by somebody else', () => {
  expect(judge('answered')).toEqual(['POSITION_ANSWERED_ALREADY answered']);
  expect(judge('on screen')).toEqual(['AGREEMENT_IS_OWN partner']);
});

test('what means nothing without an entry goes with it', () => {
  const along = (entry: string) => goingAlong(entry, lists).map(({ list, id }) => `${list} ${id}`);
  expect(along('free')).toEqual([
    'struckOut struck',
    'grounds a',
    'grounds b',
    'grounds c',
    'contradictions contradiction',
    'dismissed dismissed',
  ]);
  expect(along('scenario')).toEqual(['costLines line', 'unpriced item']);
  expect(along('question')).toEqual(['escalations first', 'escalations second']);
  expect(along('dispute')).toEqual(['escalations of the dispute']);
  for (const entry of ['goal', 'line', 'a', 'begun', 'promise']) expect(along(entry)).toEqual([]);
});

test('what is not there, and what was withdrawn before, is said apart', () => {
  expect(judge('elsewhere')).toEqual(['ENTRY_UNKNOWN elsewhere']);
  expect(judge('before')).toEqual(['WITHDRAWN_ALREADY before']);
});
