import { actsOf, type Chosen, type Said, type Table } from './acts.rules';
import { readLine } from './line.rules';

const said: Said = {
  first: (what) => `eerst ${what}`,
  demand: { PAY: 'Betalen', COME: 'Komen', SEND: 'Opsturen', OTHER: 'Brief' },
  notAsked: 'nog niet gevraagd',
};
const TODAY = '2026-11-23';
const table: Table = {
  household: 'home',
  version: 3,
  ownWords: 'Ik wil rust.',
  today: TODAY,
  me: 'me',
  members: [
    { id: 'maria', name: 'Maria', isAdult: true },
    { id: 'kim', name: 'Kim', isAdult: false },
  ],
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
    { id: 'house', label: 'Woningcorporatie', law: null, payer: null },
    { id: 'bailiff', label: 'Gerechtsdeurwaarder', law: 'rv', payer: null },
    { id: 'uwv', label: 'UWV', law: 'suwi', payer: 'UWV' },
  ],
  plan: 'plan',
  last: 'street',
  lastProblem: 'street',
};
const take = (typed: string, chosen: Chosen = {}, more: Partial<Table> = {}) => {
  let made = 0;
  const { acts, missing } = actsOf(readLine(typed, TODAY), chosen, { ...table, ...more }, said, () => `new-${(made += 1)}`);
  return missing.length ? missing : acts.map(({ act, key, variables }) => [act, key, variables['input']]);
};

test('a problem is of the adults unless somebody is chosen; an agency that works on it comes with it', () => {
  expect(take('huur: drie maanden sinds lang')).toEqual([
    ['addProblem', 'new-1', { household: 'home', type: 'RENT', personIds: ['maria'], words: 'drie maanden sinds lang' }],
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

test.each<[string, Chosen, Partial<Table>, string[]]>([
  ['fiets', {}, {}, ['type']],
  ['huur', {}, { members: [] }, ['member']],
  ['huur @nergens', {}, {}, ['agency']],
  ['@', {}, {}, ['text']],
  ['@nergens', {}, {}, ['agency']],
  ['@corporatie', {}, {}, ['known']],
  ['# nergens 12', {}, {}, ['agency']],
  ['# uwv', { kind: 'PAY' }, {}, ['amount']],
  ['~ uwv over de nabetaling', {}, {}, ['extra']],
  ['! iets', {}, { plan: null }, ['plan']],
  ['> nergens', {}, {}, ['end']],
  ['> dakloos', {}, {}, ['itself']],
  ['> huur', {}, { involvements: [] }, ['holder']],
  ['"', {}, {}, ['text']],
])('%s says what it still needs', (typed, chosen, more, lacks) => expect(take(typed, chosen, more)).toEqual(lacks));
