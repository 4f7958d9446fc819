import { restingOn, type Standing, whyNotClose, whyNotHandOver, whyNotReopen, whyNotWithdraw } from './mistake.rules';

const here: Standing = {
  members: [
    { id: 'membership', personId: 'peter' },
    { id: 'first time', personId: 'anna' },
    { id: 'second time', personId: 'anna' },
  ],
  problems: [
    { id: 'debt', personIds: ['peter'], causedBy: [] },
    { id: 'stress', personIds: ['anna'], causedBy: ['debt'] },
  ],
  involvements: [{ id: 'wmo' }, { id: 'police' }, { id: 'free' }],
  handlingNotes: [{ id: 'note' }, { id: 'loose note' }],
  interventions: [{ id: 'help', involvementId: 'wmo' }],
  waits: [{ id: 'wait', waiting: 'debt', for: 'police', holderId: 'police' }],
  letters: [{ id: 'letter', involvementId: 'wmo' }],
  spendingRoom: [{ id: 'room' }],
  evidence: [{ id: 'proof' }],
  evidenceRequests: [{ id: 'request', involvementId: 'wmo' }],
  indications: [{ id: 'indication', involvementId: 'wmo', evidenceIds: ['proof'], looks: [{ id: 'look' }] }],
  claims: [{ id: 'claim', involvementId: 'wmo', problemId: 'debt', actions: [] }],
  contactYears: [{ id: 'year', involvementId: 'wmo' }],
  shares: [{ id: 'share', involvementId: 'police', noteIds: ['note'] }],
};

test.each([
  ['membership', ['debt']],
  ['first time', []],
  ['debt', ['stress', 'wait', 'claim']],
  ['stress', []],
  ['wmo', ['help', 'letter', 'request', 'indication', 'claim', 'year']],
  ['police', ['wait', 'share']],
  ['free', []],
  ['note', ['share']],
  ['loose note', []],
  ['proof', ['indication']],
  ['claim', []],
])('what rests on %s', (entry, resting) => {
  expect(restingOn(entry, here)).toEqual(resting);
});

test('an entry is withdrawn once, when it is there and nothing rests on it', () => {
  const codes = (...args: Parameters<typeof whyNotWithdraw>) =>
    whyNotWithdraw(...args).map(({ code, about }) => `${code} ${about}`);
  expect(codes('x', true, false, [])).toEqual([]);
  expect(codes('x', true, false, ['a', 'b'])).toEqual(['ENTRY_IN_USE a', 'ENTRY_IN_USE b']);
  expect(codes('x', false, true, [])).toEqual(['WITHDRAWN_ALREADY x']);
  expect(codes('x', false, false, [])).toEqual(['ENTRY_UNKNOWN x']);
});

test('a file is closed when nothing is open, and reopened until its term has passed', () => {
  expect(whyNotClose([])).toEqual([]);
  expect(whyNotClose(['plan', 'promise']).map(({ about }) => about)).toEqual(['plan', 'promise']);
  const closed = { id: 'h', closedOn: '2025-01-01', retainUntil: '2040-01-01' };
  expect(whyNotReopen(closed, '2040-01-01')).toEqual([]);
  expect(whyNotReopen(closed, '2040-01-02').map(({ code }) => code)).toEqual(['RETENTION_PASSED']);
  expect(whyNotReopen({ ...closed, retainUntil: null }, '2040-01-02')).toEqual([]);
  expect(whyNotReopen({ ...closed, closedOn: null }, '2025-01-02').map(({ code }) => code)).toEqual(['CASE_OPEN']);
});

test('households are handed over all or none, with every reason', () => {
  const codes = (...args: Parameters<typeof whyNotHandOver>) =>
    whyNotHandOver(...args).map(({ code, about }) => `${code} ${about}`);
  const led = [
    { id: 'a', deputy: 'deputy' },
    { id: 'b', deputy: null },
  ];
  expect(codes({ from: 'lead', to: 'colleague' }, led, 'team')).toEqual([]);
  expect(codes({ from: 'lead', to: 'deputy' }, led, 'team')).toEqual(['LEAD_IS_DEPUTY a']);
  expect(codes({ from: 'lead', to: 'lead' }, [], null)).toEqual([
    'LEADS_ALREADY lead',
    'NOT_A_PROFESSIONAL lead',
    'NOTHING_TO_HAND_OVER lead',
  ]);
});
