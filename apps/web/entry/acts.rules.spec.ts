import { actsOf, type Chosen, type Said, type Table } from './acts.rules';
import { readLine } from './line.rules';

const said: Said = {
  first: (what) => `eerst ${what}`,
  demand: { PAY: 'Betalen', COME: 'Komen', SEND: 'Opsturen', OTHER: 'Brief' },
  notAsked: 'nog niet gevraagd',
  plan: 'Plan begonnen',
};
const TODAY = '2026-11-23';
const table: Table = {
  household: 'home',
  version: 3,
  ownWords: 'Ik wil rust.',
  seenWords: 'Ik wil rust.',
  today: TODAY,
  me: 'me',
  members: [
    { id: 'maria', name: 'Maria', isAdult: true },
    { id: 'kim', name: 'Kim', isAdult: false },
  ],
  neighbourhood: null,
  types: [
    { id: 'RENT', label: 'Huurachterstand' },
    { id: 'HOMELESS', label: 'Dakloos' },
  ],
  problems: [
    { id: 'rent', label: 'Huurachterstand' },
    { id: 'street', label: 'Dakloos' },
  ],
  involvements: [{ id: 'inv-house', label: 'Woningcorporatie', agency: 'house', problems: ['rent'] }],
  agencies: [
    { id: 'house', label: 'Woningcorporatie', type: 'WONINGCORPORATIE', law: null, payer: null },
    { id: 'bailiff', label: 'Gerechtsdeurwaarder', type: 'DEURWAARDER', law: 'rv', payer: null },
    { id: 'uwv', label: 'UWV', type: 'UWV', law: 'suwi', payer: 'UWV' },
  ],
  agencyTypes: [
    { id: 'UWV', label: 'UWV', law: 'suwi', payer: 'UWV' },
    { id: 'VOEDSELBANK', label: 'Voedselbank', law: null, payer: 'DONORS' },
  ],
  plan: 'plan',
  hasDeputy: true,
  last: 'street',
  lastProblem: 'street',
};
const take = (typed: string, chosen: Chosen = {}, more: Partial<Table> = {}) => {
  let made = 0;
  const { acts, missing } = actsOf(readLine(typed, TODAY), chosen, { ...table, ...more }, said, () => `new-${(made += 1)}`);
  return missing.length ? missing : acts.map(({ act, key, input }) => [act, key, input]);
};

test('a problem is of the adults unless somebody is chosen; an agency that works on it comes with it', () => {
  expect(take('huur: drie maanden sinds lang')).toEqual([
    ['addProblem', 'new-1', { household: 'home', type: 'RENT', personIds: ['maria'], words: 'drie maanden sinds lang' }],
  ]);
  expect(take('dakloos', { who: 'kim', alsoOf: ['maria'] })).toMatchObject([
    ['addProblem', 'new-1', { personIds: ['kim', 'maria'] }],
  ]);
  expect(take('dakloos sinds 1-3 @uwv', { who: 'kim' })).toEqual([
    ['addProblem', 'new-1', { household: 'home', type: 'HOMELESS', personIds: ['kim'], sinceOn: '2026-03-01' }],
    [
      'addInvolvement',
      'new-2',
      { household: 'home', agency: 'uwv', fromOn: TODAY, problemIds: ['new-1'], law: 'suwi', payer: 'UWV' },
    ],
  ]);
});

test('a letter of an agency that is not here yet adds it first and names it', () => {
  expect(take('# deurwaarder 1240 30-11')).toEqual([
    [
      'addInvolvement',
      'new-1',
      { household: 'home', agency: 'bailiff', fromOn: TODAY, problemIds: [], law: 'rv', payerNote: 'nog niet gevraagd' },
    ],
    [
      'recordLetter',
      'new-2',
      {
        household: 'home',
        involvement: 'new-1',
        kind: 'PAY',
        demand: 'Betalen',
        receivedOn: TODAY,
        amountCents: '124000',
        dueOn: '2026-11-30',
      },
    ],
  ]);
  expect(take('# corporatie gesprek op kantoor')).toEqual([
    [
      'recordLetter',
      'new-1',
      { household: 'home', involvement: 'inv-house', kind: 'COME', demand: 'gesprek op kantoor', receivedOn: TODAY },
    ],
  ]);
});

test('a contact is by telephone and today unless said otherwise, and about the problem that is named', () => {
  expect(take('~ corporatie')).toEqual([
    ['recordContact', 'new-1', { household: 'home', involvement: 'inv-house', channel: 'PHONE', dayOn: TODAY }],
  ]);
  expect(take('~ corporatie huur thuis gisteren 45 min')).toEqual([
    [
      'recordContact',
      'new-1',
      { household: 'home', involvement: 'inv-house', channel: 'VISIT', dayOn: '2026-11-22', minutes: 45, problem: 'rent' },
    ],
  ]);
});

test('a promise is mine and within a week, unless an agency or a member makes it', () => {
  const [, , mine] = take('! ik bel de corporatie')[0] as [string, string, object];
  expect(mine).toEqual({
    plan: 'plan',
    what: 'ik bel de corporatie',
    dueOn: '2026-11-30',
    certainty: 'CERTAIN',
    professional: 'me',
  });
  expect(take('! uitzetting stopt @corporatie 24-11')).toMatchObject([
    ['addCommitment', 'new-1', { involvement: 'inv-house', dueOn: '2026-11-24' }],
  ]);
  expect(take('! uitzetting stopt @corporatie voor de zomer')).toMatchObject([
    ['addCommitment', 'new-1', { what: 'uitzetting stopt voor de zomer' }],
  ]);
  expect(take('! brieven openen', { promiser: 'maria' })).toMatchObject([['addCommitment', 'new-1', { person: 'maria' }]]);
});

test('a wait is of what was taken last; who can lift it is the agency that works on it', () => {
  expect(take('> huur')).toEqual([
    [
      'addWait',
      'new-1',
      {
        household: 'home',
        waiting: 'street',
        for: 'rent',
        holder: 'inv-house',
        liftable: true,
        what: 'eerst Huurachterstand',
      },
    ],
  ]);
  expect(take('> corporatie > dakloos')).toMatchObject([['addWait', 'new-1', { waiting: 'inv-house', for: 'street' }]]);
});

test('own words come after those that were said before', () => {
  expect(take('"ik durf niet open te doen"')).toEqual([
    ['recordOwnWords', 'new-1', { household: 'home', words: 'Ik wil rust.\nik durf niet open te doen', seen: 3 }],
  ]);
});

test('a problem that is in no list stays what was said, and the agency that is named comes along', () => {
  expect(take('fiets kwijt: op het station @uwv')).toMatchObject([
    ['addInvolvement', 'new-1', { agency: 'uwv', problemIds: [] }],
    ['recordOwnWords', 'new-2', { words: 'Ik wil rust.\nfiets kwijt: op het station', seen: 3 }],
  ]);
  expect(take('fiets kwijt', {}, { members: [] })).toMatchObject([['recordOwnWords', 'new-1', {}]]);
});

test('somebody who lives here is a name, and a child when that is said', () => {
  expect(take('+ Sam kind')).toEqual([['addMember', 'new-1', { household: 'home', name: 'Sam', role: 'CHILD', fromOn: TODAY }]]);
  expect(take('+ Kind')).toMatchObject([['addMember', 'new-1', { name: 'Kind', role: 'ADULT' }]]);
  expect(take('+ Sam', { role: 'CHILD' })).toMatchObject([['addMember', 'new-1', { name: 'Sam', role: 'CHILD' }]]);
});

test('an agency that is involved already is linked to one more problem, once', () => {
  const link = ['linkProblem', 'new-1', { involvement: 'inv-house', problem: 'street', linked: true }];
  expect(take('@corporatie')).toEqual([link]);
  expect(take('@corporatie', { problem: 'rent' })).toEqual(['known']);
  expect(take('@corporatie', { problem: 'NONE' })).toEqual(['known']);
  expect(take('dakloos @corporatie')).toMatchObject([
    ['addProblem', 'new-1', { type: 'HOMELESS' }],
    ['linkProblem', 'new-2', { involvement: 'inv-house', problem: 'new-1', linked: true }],
  ]);
});

test('an agency that is in no directory joins it: as its kind, or under its own name once its kind is chosen', () => {
  expect(take('@voedsel', { problem: 'NONE' })).toEqual([
    ['addAgency', 'new-1', { type: 'VOEDSELBANK', name: 'Voedselbank' }],
    [
      'addInvolvement',
      'new-2',
      {
        household: 'home',
        agency: 'new-1',
        fromOn: TODAY,
        problemIds: [],
        lawNote: 'nog niet gevraagd',
        payer: 'DONORS',
      },
    ],
  ]);
  expect(take('@De Ruif', { agencyType: 'VOEDSELBANK' })).toMatchObject([
    ['addAgency', 'new-1', { type: 'VOEDSELBANK', name: 'De Ruif' }],
    ['addInvolvement', 'new-2', { agency: 'new-1', problemIds: ['street'] }],
  ]);
  // a kind of which there is an agency is that agency
  expect(take('@uwv')).toMatchObject([['addInvolvement', 'new-1', { agency: 'uwv' }]]);
});

test('a promise without a plan begins one when that is wanted', () => {
  expect(take('! iets', { plan: 'START' }, { plan: null })).toMatchObject([
    ['startPlan', 'new-1', { household: 'home' }],
    ['addCommitment', 'new-2', { plan: 'new-1', what: 'iets' }],
  ]);
});

test.each<[string, Chosen, Partial<Table>, string[]]>([
  ['huur', {}, { members: [] }, ['member']],
  ['huur @nergens', {}, {}, ['agency']],
  ['@', {}, {}, ['text']],
  ['@nergens', {}, {}, ['kind']],
  ['+', {}, {}, ['text']],
  ['# nergens 12', {}, {}, ['agency']],
  ['# uwv', { kind: 'PAY' }, {}, ['amount']],
  ['~ uwv over de nabetaling', {}, {}, ['extra']],
  ['! iets', {}, { plan: null }, ['plan']],
  ['> nergens', {}, {}, ['end']],
  ['> dakloos', {}, {}, ['itself']],
  ['> huur', {}, { involvements: [] }, ['holder']],
  ['"', {}, {}, ['text']],
])('%s says what it still needs', (typed, chosen, more, lacks) => expect(take(typed, chosen, more)).toEqual(lacks));
