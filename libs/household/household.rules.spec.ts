import type { Reason } from '@doorbraak/kernel';
import * as rules from './household.rules';

const today = '2025-09-08';
const facts: rules.HouseholdFacts = {
  members: [
    { personId: 'peter', fromOn: '2024-01-01', toOn: null },
    { personId: 'aunt', fromOn: '2024-01-01', toOn: '2024-12-31' },
  ],
  problems: [
    { id: 'friends', causedBy: [] },
    { id: 'nuisance', causedBy: ['friends'] },
  ],
  involvements: [
    { id: 'wmo', agencyType: 'GEM_WMO', fromOn: '2025-02-10', toOn: null },
    { id: 'police', agencyType: 'POLITIE', fromOn: '2025-04-01', toOn: null },
    { id: 'shelter', agencyType: 'MAATSCHAPPELIJKE_OPVANG', fromOn: '2023-01-01', toOn: '2025-03-31' },
  ],
  handlingNotes: [
    { id: 'uniform', aboutPersonId: 'peter' },
    { id: 'about aunt', aboutPersonId: 'aunt' },
  ],
};
/** "CODE about", so that a table of cases reads as a list. */
const said = (reasons: Reason[]) => reasons.map(({ code, about }) => [code, about].filter(Boolean).join(' '));

describe('a member', () => {
  const wish: rules.MemberWish = { name: 'Peter', fromOn: '2025-01-01', birthDate: '2003-00-00', bsn: null };
  const why = (more: Partial<rules.MemberWish>, known?: { id: string }) =>
    said(rules.whyNotAddMember({ ...wish, ...more }, facts, known, today));

  test('with a birth date of which only the year is known', () => expect(why({})).toEqual([]));
  test.each<[Partial<rules.MemberWish>, string]>([
    [{ name: null }, 'REQUIRED name'],
    [{ birthDate: '2003-00-12' }, 'DATE_INVALID birthDate'],
    [{ birthDate: '2023-02-30' }, 'DATE_INVALID birthDate'],
    [{ birthDate: '2025-09-09' }, 'DATE_FUTURE birthDate'],
    [{ birthDate: '2026-00-00' }, 'DATE_FUTURE birthDate'],
    [{ birthDate: '1899-12-31' }, 'DATE_IMPLAUSIBLE birthDate'],
    [{ bsn: '000000000' }, 'BSN_INVALID bsn'],
    [{ bsn: '123456789' }, 'BSN_INVALID bsn'],
    [{ toOn: '2024-12-31' }, 'RANGE_INVERTED toOn'],
    [{ personId: 'stranger' }, 'MEMBER_UNKNOWN stranger'],
  ])('%j is refused with %s', (more, expected) => expect(why(more)).toEqual([expected]));

  test('born today, this year, or with a test number is fine', () => {
    expect(why({ birthDate: today })).toEqual([]);
    expect(why({ birthDate: '2025-00-00' })).toEqual([]);
    expect(why({ birthDate: '1900-00-00' })).toEqual([]);
    expect(why({ bsn: '9999.90.019' })).toEqual([]);
  });
  test('somebody who is known comes once at a time, and may come back', () => {
    expect(why({ personId: 'peter', name: null }, { id: 'peter' })).toEqual(['MEMBER_ALREADY peter']);
    expect(why({ personId: 'aunt', name: null, fromOn: '2024-12-31' }, { id: 'aunt' })).toEqual(['MEMBER_ALREADY aunt']);
    expect(why({ personId: 'aunt', name: null }, { id: 'aunt' })).toEqual([]);
  });
  test('everything that is wrong is said at once', () => {
    expect(why({ name: null, birthDate: '2099-01-01', bsn: '1', toOn: '2020-01-01' })).toEqual([
      'REQUIRED name',
      'DATE_FUTURE birthDate',
      'BSN_INVALID bsn',
      'RANGE_INVERTED toOn',
    ]);
  });
});

test('an end lies not before the begin', () => {
  expect(said(rules.whyNotEnd({ fromOn: '2025-01-01' }, '2024-12-31'))).toEqual(['RANGE_INVERTED toOn']);
  expect(rules.whyNotEnd({ fromOn: '2025-01-01' }, '2025-01-01')).toEqual([]);
});

describe('a problem', () => {
  const wish: rules.ProblemWish = { id: 'new', type: 'DEBT.RENT', personIds: ['peter'], causedBy: ['nuisance'], sinceOn: today };
  const why = (
    more: Partial<rules.ProblemWish>,
    type: { validTo: string | null } | undefined = { validTo: null },
    known = facts,
  ) => said(rules.whyNotAddProblem({ ...wish, ...more }, known, type, today));

  test('of a member, caused by another problem', () => expect(why({})).toEqual([]));
  test('of a type that is not in the list, or not any more', () => {
    expect(said(rules.whyNotAddProblem(wish, facts, undefined, today))).toEqual(['PROBLEM_TYPE_UNKNOWN DEBT.RENT']);
    expect(why({}, { validTo: '2025-09-07' })).toEqual(['PROBLEM_TYPE_UNKNOWN DEBT.RENT']);
    expect(why({}, { validTo: today })).toEqual([]);
  });
  test.each<[Partial<rules.ProblemWish>, string[]]>([
    [{ personIds: [] }, ['REQUIRED personIds']],
    [{ personIds: ['peter', 'x', 'y'] }, ['MEMBER_UNKNOWN x', 'MEMBER_UNKNOWN y']],
    [{ causedBy: ['elsewhere'] }, ['PROBLEM_UNKNOWN elsewhere']],
    [{ sinceOn: '2025-09-09' }, ['DATE_FUTURE sinceOn']],
    [{ sinceOn: '1899-01-01' }, ['DATE_IMPLAUSIBLE sinceOn']],
    [{ causedBy: ['new'] }, ['CAUSED_BY_ITSELF new > new']],
  ])('%j is refused with %j', (more, expected) => expect(why(more)).toEqual(expected));
  test('that causes itself by a detour is refused with the way', () => {
    const round = { ...facts, problems: [...facts.problems, { id: 'stress', causedBy: ['friends', 'new'] }] };
    expect(why({ causedBy: ['nuisance', 'stress'] }, undefined, round)).toEqual(['CAUSED_BY_ITSELF new > stress > new']);
  });
  test('that causes itself by way of five hundred is refused with all of the way', () => {
    const chain = Array.from({ length: 500 }, (_, n) => ({ id: `p${n}`, causedBy: [n ? `p${n - 1}` : 'new'] }));
    const [told] = why({ causedBy: ['p499'] }, undefined, { ...facts, problems: chain });
    expect(told!.split(' > ')).toEqual(['CAUSED_BY_ITSELF new', ...chain.map(({ id }) => id).reverse(), 'new']);
  });
  test('is no circle when two causes have the same cause', () => {
    expect(why({ causedBy: ['friends', 'nuisance'] })).toEqual([]);
  });
});

describe('an involvement', () => {
  const wish: rules.InvolvementWish = {
    agencyId: 'a',
    law: 'wmo2015',
    payer: 'WMO',
    problemIds: ['friends'],
    fromOn: '2025-01-01',
  };
  const all = { agency: true, law: true, payer: true };
  const why = (more: Partial<rules.InvolvementWish>, known = all) =>
    said(rules.whyNotAddInvolvement({ ...wish, ...more }, facts, known));

  test('with a law and a payer', () => expect(why({})).toEqual([]));
  test('without a law or payer needs a line that says why', () => {
    expect(why({ law: null, payer: null })).toEqual(['REQUIRED lawNote', 'REQUIRED payerNote']);
    expect(why({ law: null, lawNote: 'habit', payer: null, payerNote: 'nobody pays' })).toEqual([]);
  });
  test('of what is not in the lists, or of another household', () => {
    expect(why({ problemIds: ['other'], toOn: '2024-01-01' }, { agency: false, law: false, payer: false })).toEqual([
      'AGENCY_UNKNOWN a',
      'LAW_UNKNOWN wmo2015',
      'PAYER_UNKNOWN WMO',
      'PROBLEM_UNKNOWN other',
      'RANGE_INVERTED toOn',
    ]);
  });
});

describe('an intervention', () => {
  const wish: rules.InterventionWish = { service: 'S', involvementId: 'wmo', problemIds: ['friends'], fromOn: '2025-03-01' };
  const why = (more: Partial<rules.InterventionWish>, known = true) =>
    said(rules.whyNotAddIntervention({ ...wish, ...more }, facts, known, today));

  test('by an agency that is or was involved then', () => {
    expect(why({})).toEqual([]);
    expect(why({ involvementId: 'shelter', fromOn: '2025-03-31', toOn: '2025-03-31' })).toEqual([]);
  });
  test('that is unknown, of somebody who had left, or still to come', () => {
    expect(why({ service: 'X', involvementId: 'shelter', problemIds: ['x'], fromOn: '2025-09-09', toOn: today }, false)).toEqual([
      'SERVICE_UNKNOWN X',
      'INVOLVEMENT_UNKNOWN shelter',
      'PROBLEM_UNKNOWN x',
      'DATE_FUTURE fromOn',
      'RANGE_INVERTED toOn',
    ]);
  });
});

describe('a wait', () => {
  const wish: rules.WaitWish = { waiting: 'wmo', for: 'police', holderId: 'wmo', provision: 'wmo2015:2.3.5:6', sinceOn: today };
  const why = (more: Partial<rules.WaitWish>, known = true) =>
    said(rules.whyNotAddWait({ ...wish, ...more }, facts, known, today));

  test('between agencies or problems', () => {
    expect(why({})).toEqual([]);
    expect(why({ waiting: 'nuisance', for: 'friends', provision: null }, false)).toEqual([]);
  });
  test.each<[Partial<rules.WaitWish>, string]>([
    [{ for: 'wmo' }, 'WAIT_ON_ITSELF wmo'],
    [{ for: 'elsewhere' }, 'WAIT_END_UNKNOWN elsewhere'],
    [{ holderId: 'elsewhere' }, 'INVOLVEMENT_UNKNOWN elsewhere'],
    [{ holderId: 'shelter' }, 'INVOLVEMENT_UNKNOWN shelter'],
    [{ sinceOn: '2025-09-09' }, 'DATE_FUTURE sinceOn'],
  ])('%j is refused with %s', (more, expected) => expect(why(more)).toEqual([expected]));
  test('on a provision that is not in the catalogue', () =>
    expect(why({}, false)).toEqual(['PROVISION_UNKNOWN wmo2015:2.3.5:6']));
  test('is lifted between its begin and today', () => {
    expect(rules.whyNotLiftWait({ sinceOn: '2025-05-01' }, today, today)).toEqual([]);
    expect(said(rules.whyNotLiftWait({ sinceOn: '2025-05-01' }, '2025-04-30', today))).toEqual(['RANGE_INVERTED liftedOn']);
    expect(said(rules.whyNotLiftWait({ sinceOn: null }, '2025-09-09', today))).toEqual(['DATE_FUTURE liftedOn']);
  });
});

describe('contacts', () => {
  test('one is with an agency of the household, today or earlier', () => {
    expect(rules.whyNotRecordContact({ involvementId: 'shelter', dayOn: today, problemId: 'friends' }, facts, today)).toEqual([]);
    expect(said(rules.whyNotRecordContact({ involvementId: 'x', dayOn: '2025-09-09', problemId: 'y' }, facts, today))).toEqual([
      'INVOLVEMENT_UNKNOWN x',
      'PROBLEM_UNKNOWN y',
      'DATE_FUTURE dayOn',
    ]);
  });
  test('a month is counted by its first day, for an agency or for the household', () => {
    expect(rules.whyNotCountContacts({ month: '2025-09-01' }, facts, today)).toEqual([]);
    expect(rules.whyNotCountContacts({ month: '2025-09-01', involvementId: 'wmo' }, facts, today)).toEqual([]);
    expect(said(rules.whyNotCountContacts({ month: '2025-10-02', involvementId: 'x' }, facts, today))).toEqual([
      'INVOLVEMENT_UNKNOWN x',
      'DATE_INVALID month',
      'DATE_FUTURE month',
    ]);
  });
});

test('a handling note is about a member and comes from an agency of the household', () => {
  expect(rules.whyNotAddHandlingNote({ aboutPersonId: 'peter', fromInvolvementId: 'wmo' }, facts)).toEqual([]);
  expect(rules.whyNotAddHandlingNote({ aboutPersonId: 'peter' }, facts)).toEqual([]);
  expect(said(rules.whyNotAddHandlingNote({ aboutPersonId: 'x', fromInvolvementId: 'y' }, facts))).toEqual([
    'MEMBER_UNKNOWN x',
    'INVOLVEMENT_UNKNOWN y',
  ]);
});

describe('a share', () => {
  const consent: rules.Basis = {
    purposes: ['HANDLING_NOTE'],
    domains: ['MENTAL_HEALTH', 'HOUSING'],
    recipients: null,
    needsConsent: true,
    validFrom: '2018-05-25',
    validTo: null,
  };
  const task: rules.Basis = { ...consent, purposes: ['WMO_SUPPORT'], recipients: ['GEM_WMO'], needsConsent: false };
  const byConsent: rules.ShareWish = {
    involvementId: 'police',
    basis: 'AVG_CONSENT',
    purpose: 'HANDLING_NOTE',
    personIds: ['peter'],
    domains: ['MENTAL_HEALTH'],
    noteIds: ['uniform'],
    fromOn: '2025-10-01',
    toOn: '2026-04-30',
    consent: { by: 'peter', on: today },
  };
  const byTask = { ...byConsent, involvementId: 'wmo', basis: 'WMO_5_1_1', purpose: 'WMO_SUPPORT', noteIds: [], consent: null };
  const why = (more: Partial<rules.ShareWish>, basis: rules.Basis | undefined = consent) =>
    said(rules.whyNotShare({ ...byConsent, ...more }, facts, basis, today));
  const whyTask = (more: Partial<rules.ShareWish>, basis = task) =>
    said(rules.whyNotShare({ ...byTask, ...more }, facts, basis, today));

  test('of one note by consent, within the frame of a domain or without', () => {
    expect(why({})).toEqual([]);
    expect(why({ domains: [] })).toEqual([]);
  });
  test('of domains by a public task', () => expect(whyTask({})).toEqual([]));
  test('on a basis that is not in the list is still judged on everything else', () => {
    expect(said(rules.whyNotShare({ ...byConsent, personIds: ['x'] }, facts, undefined, today))).toEqual([
      'MEMBER_UNKNOWN x',
      'NOTE_ABOUT_OTHER uniform',
      'BASIS_UNKNOWN AVG_CONSENT',
    ]);
  });
  test('on a basis that cannot be chosen, begins later or ends earlier', () => {
    expect(whyTask({}, { ...task, validFrom: null })).toEqual(['BASIS_NOT_VALID WMO_5_1_1']);
    expect(whyTask({}, { ...task, validFrom: '2025-10-02' })).toEqual(['BASIS_NOT_VALID WMO_5_1_1']);
    expect(whyTask({}, { ...task, validTo: '2026-04-29' })).toEqual(['BASIS_NOT_VALID WMO_5_1_1']);
    expect(whyTask({}, { ...task, validFrom: '2025-10-01', validTo: '2026-04-30' })).toEqual([]);
  });
  test.each<[Partial<rules.ShareWish>, string[]]>([
    [{ purpose: 'EARLY_SIGNAL' }, ['PURPOSE_OUTSIDE_BASIS EARLY_SIGNAL']],
    [{ domains: ['HOUSING', 'ADDICTION', 'DEBT'] }, ['DOMAIN_OUTSIDE_BASIS ADDICTION', 'DOMAIN_OUTSIDE_BASIS DEBT']],
    [{ consent: null }, ['CONSENT_MISSING AVG_CONSENT']],
    [{ consent: { by: 'x', on: '2025-09-09' } }, ['MEMBER_UNKNOWN x', 'DATE_FUTURE consent.on']],
    [{ domains: [], noteIds: [] }, ['SHARE_NOTHING']],
    [{ noteIds: ['elsewhere'] }, ['NOTE_UNKNOWN elsewhere']],
    [{ noteIds: ['about aunt'] }, ['NOTE_ABOUT_OTHER about aunt']],
    [{ personIds: [], noteIds: [] }, ['REQUIRED personIds']],
    [{ toOn: '2025-09-30' }, ['RANGE_INVERTED toOn']],
    [{ involvementId: 'shelter' }, ['INVOLVEMENT_UNKNOWN shelter']],
    [{ involvementId: 'elsewhere' }, ['INVOLVEMENT_UNKNOWN elsewhere']],
  ])('%j is refused with %j', (more, expected) => expect(why(more)).toEqual(expected));
  test('to an agency that the basis does not name', () => {
    expect(whyTask({ involvementId: 'police' })).toEqual(['RECIPIENT_OUTSIDE_BASIS POLITIE']);
  });
});

test('lead and deputy are two professionals with a fixteam', () => {
  expect(rules.whyNotLead('anna', 'north', 'bas')).toEqual([]);
  expect(said(rules.whyNotLead('anna', undefined, 'anna'))).toEqual(['NOT_A_PROFESSIONAL anna', 'LEAD_IS_DEPUTY anna']);
  expect(rules.whyNotDeputise('bas', 'north', 'anna')).toEqual([]);
  expect(said(rules.whyNotDeputise('anna', null, 'anna'))).toEqual(['NOT_A_PROFESSIONAL anna', 'LEAD_IS_DEPUTY anna']);
  expect(said(rules.whyNotDeputise('anna', 'north', 'anna'))).toEqual(['LEAD_IS_DEPUTY anna']);
  expect(rules.whyNotEndDeputy('bas')).toEqual([]);
  expect(said(rules.whyNotEndDeputy(undefined))).toEqual(['DEPUTY_MISSING']);
});

describe('what was a mistake', () => {
  test.each<[string, { withdrawnOn: string | null } | undefined, string[], string[]]>([
    ['stands and nothing rests on it', { withdrawnOn: null }, [], []],
    ['stands and something rests on it', { withdrawnOn: null }, ['wait', 'share'], ['ENTRY_IN_USE wait', 'ENTRY_IN_USE share']],
    ['was withdrawn before', { withdrawnOn: today }, ['wait'], ['WITHDRAWN_ALREADY entry']],
    ['is not of this household', undefined, [], ['ENTRY_UNKNOWN entry']],
  ])('%s', (_, found, uses, codes) => {
    expect(said(rules.whyNotWithdraw('entry', found, uses))).toEqual(codes);
  });
});

describe('a file', () => {
  test('closes when nothing is to be done any more', () => {
    expect(said(rules.whyNotClose(['plan', 'promise']))).toEqual(['OPEN_ACTIONS plan', 'OPEN_ACTIONS promise']);
    expect(rules.whyNotClose([])).toEqual([]);
  });

  test.each<[string, string | null, string | null, string[]]>([
    ['closed, within its term', '2025-01-01', '2025-09-08', []],
    ['closed, its term not begun', '2025-01-01', null, []],
    ['closed, the day after its term', '2025-01-01', '2025-09-07', ['RETENTION_PASSED home']],
    ['open', null, '2025-09-07', ['CASE_OPEN home']],
  ])('%s', (_, closedOn, retainUntil, codes) => {
    expect(said(rules.whyNotReopen({ id: 'home', closedOn, retainUntil }, today))).toEqual(codes);
  });
});

describe('all households of one lead', () => {
  const led = [
    { id: 'one', deputy: 'carla' },
    { id: 'two', deputy: null },
  ];
  test.each<[string, string, string | null | undefined, typeof led, string[]]>([
    ['to a colleague', 'bert', 'noord', led, []],
    ['to who deputises in one of them', 'carla', 'noord', led, ['LEAD_IS_DEPUTY one']],
    ['to somebody without a team', 'liaison', null, led, ['NOT_A_PROFESSIONAL liaison']],
    ['to nobody known', 'ghost', undefined, [], ['NOT_A_PROFESSIONAL ghost', 'NOTHING_TO_HAND_OVER anna']],
    ['to oneself', 'anna', 'noord', led, ['LEADS_ALREADY anna']],
  ])('%s', (_, to, fixteam, households, codes) => {
    expect(said(rules.whyNotHandOver({ from: 'anna', to }, fixteam, households))).toEqual(codes);
  });
});
