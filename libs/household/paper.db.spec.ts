import { newId, type Id } from '@doorbraak/kernel';
import { act, refusals, tryAct } from '../../test/household';
import { World, type Someone, type Town } from '../../test/world';

const TODAY = '2025-09-08';
let world: World;
let town: Town;
let lead: Someone;
let stranger: Someone;
let elsewhere: Someone;
let creditor: Someone;
let youth: Someone;
let mother: Someone;
let home: Id;
let daughter: Id;
let parent: Id;
const ids = { creditor: newId(1), youth: newId(2), bailiff: newId(3), debt: newId(4) };

beforeAll(async () => {
  world = await World.open();
  town = await world.town('GM9941', 'DEMO', TODAY);
  const away = await world.town('GM9942', 'DEMO', TODAY);
  const [energy, gemeente, bailiff] = await Promise.all(
    ['ENERGIELEVERANCIER', 'GEM_JEUGD', 'DEURWAARDER'].map((type) => world.agency(town, type)),
  );
  lead = await world.invite(town, 'lead', ['LEAD_PROFESSIONAL']);
  stranger = await world.invite(town, 'stranger', ['LEAD_PROFESSIONAL']);
  elsewhere = await world.invite(away, 'elsewhere', ['LEAD_PROFESSIONAL']);
  creditor = await world.invite(town, 'l-energy', ['AGENCY_LIAISON'], { agency: energy });
  youth = await world.invite(town, 'l-youth', ['AGENCY_LIAISON'], { agency: gemeente });
  home = newId();
  await act(lead, 'createHousehold', { code: 'B-1' }, home);
  const member = (name: string, role: string) =>
    act(lead, 'addMember', { household: home, name: `${name} (verzonnen)`, role, fromOn: '2020-01-01' });
  parent = (await member('moeder', 'ADULT')).members[0]!.personId;
  daughter = (await member('dochter', 'CHILD')).members.find(({ personId }) => personId !== parent)!.personId;
  mother = await world.invite(town, 'moeder', ['HOUSEHOLD_MEMBER'], { person: parent });
  await act(lead, 'addProblem', { household: home, type: 'DEBT.ENERGY_ARREARS', personIds: [parent] }, ids.debt);
  const involve = (agency: Id | undefined, law: string, payer: string, id: Id) =>
    act(lead, 'addInvolvement', { household: home, agency, law, payer, fromOn: '2024-01-01' }, id);
  await involve(energy, 'bw7', 'OTHER_CREDITOR', ids.creditor).catch(() =>
    act(
      lead,
      'addInvolvement',
      { household: home, agency: energy, lawNote: 'contract', payer: 'OTHER_CREDITOR', fromOn: '2024-01-01' },
      ids.creditor,
    ),
  );
  await involve(gemeente, 'jeugdwet', 'JEUGDWET', ids.youth);
  await act(
    lead,
    'addInvolvement',
    { household: home, agency: bailiff, lawNote: 'in opdracht', payerNote: 'niemand', fromOn: '2024-01-01' },
    ids.bailiff,
  );
  await act(lead, 'share', {
    ...{ household: home, involvement: ids.youth, basis: 'JEUGDWET_TASK', purpose: 'YOUTH_SUPPORT', need: 'jeugdhulp' },
    ...{ personIds: [daughter], domains: ['PARENTING_CHILD'], fromOn: TODAY, toOn: '2026-09-08' },
  });
});
afterAll(() => world.close());

/** What somebody reads of the household. */
async function read<T>(who: Someone, fields: string): Promise<T | null> {
  const { data } = await who.ask<{ household: T | null }>(`query ($id: ID!) { household(id: $id) { ${fields} } }`, { id: home });
  return data.household;
}
const inHome = (more: object) => ({ household: home, ...more });
const about = async (who: Someone, name: string, input: object) =>
  ((await tryAct(who, name, inHome(input))).data.outcome.reasons ?? []).map((one) => `${one.code} ${one.about ?? ''}`.trim());

test('a household of others answers like one that is not there', async () => {
  const letter = inHome({ involvement: ids.creditor, receivedOn: TODAY, kind: 'OTHER', demand: 'bel ons' });
  for (const who of [stranger, elsewhere]) expect(await refusals(who, 'recordLetter', letter)).toEqual(['NOT_FOUND']);
  expect(await read(stranger, 'letters { id }')).toBeNull();
});

describe('letters', () => {
  const letter = newId();
  const bill = {
    involvement: ids.creditor,
    receivedOn: '2025-09-08',
    kind: 'PAY',
    demand: 'betaal of afsluiting',
    dueOn: '2025-09-16',
  };

  test('come in, or are refused with every reason', async () => {
    expect(await refusals(lead, 'recordLetter', inHome({ ...bill, involvement: newId(), receivedOn: '2025-09-09' }))).toEqual([
      'INVOLVEMENT_UNKNOWN',
      'DATE_FUTURE',
      'REQUIRED',
    ]);
    expect(await refusals(lead, 'recordLetter', inHome({ ...bill, kind: 'COME', amountCents: '100' }))).toEqual([
      'AMOUNT_WITHOUT_PAY',
    ]);
    await act(lead, 'recordLetter', inHome({ ...bill, amountCents: '39000' }), letter);
    const other = { ...bill, involvement: ids.bailiff, amountCents: '60000', demand: 'termijn', dueOn: '2025-09-19' };
    await act(lead, 'recordLetter', inHome(other));
    expect(await read(lead, 'letterConflicts { kind }')).toEqual({ letterConflicts: [] });
    const { rows } = await world.db.superuser.query<{ demand: string }>('select demand from letter where id = $1', [letter]);
    expect(rows[0]!.demand).toMatch(/^d1\./);
  });

  test('that cannot all be paid in one week are put beside each other, once it is told what there is', async () => {
    await act(lead, 'recordSpendingRoom', inHome({ fromOn: '2025-09-15', weekCents: '21000' }));
    expect(await refusals(lead, 'recordSpendingRoom', inHome({ fromOn: '2025-09-15', weekCents: '30000' }))).toEqual([
      'ENTERED_ALREADY',
    ]);
    expect(
      await read(lead, 'letters { demand } letterConflicts { kind from to demandedCents availableCents shortCents }'),
    ).toEqual({
      letters: [{ demand: 'betaal of afsluiting' }, { demand: 'termijn' }],
      letterConflicts: [
        {
          ...{ kind: 'MONEY', from: '2025-09-15', to: '2025-09-21' },
          ...{ demandedCents: '99000', availableCents: '21000', shortCents: '78000' },
        },
      ],
    });
  });

  test('that were dealt with ask no more; a sender sees its own and not what there is to spend', async () => {
    expect(await read(creditor, 'letters { id } spendingRoom { id } letterConflicts { kind }')).toEqual({
      letters: [{ id: letter }],
      spendingRoom: null,
      letterConflicts: null,
    });
    const settle = { letter, seen: 1, doneOn: TODAY };
    expect(await about(lead, 'settleLetter', { ...settle, letter: newId() })).toEqual([
      expect.stringMatching(/^LETTER_UNKNOWN /),
    ]);
    expect(await refusals(lead, 'settleLetter', inHome({ ...settle, doneOn: '2025-09-09' }))).toEqual(['DATE_FUTURE']);
    expect(await refusals(lead, 'settleLetter', inHome({ ...settle, doneOn: '2025-09-07' }))).toEqual(['RANGE_INVERTED']);
    await act(lead, 'settleLetter', inHome(settle));
    expect(await refusals(lead, 'settleLetter', inHome(settle))).toEqual(['CHANGED_MEANWHILE']);
    expect(await read(lead, 'letterConflicts { kind }')).toEqual({ letterConflicts: [] });
  });
});

describe('evidence', () => {
  const proof = newId();
  const diagnosis = {
    person: '',
    kind: 'DIAGNOSIS',
    issuedBy: 'kinderarts',
    receivedOn: '2020-09-01',
    stable: true,
    purposes: ['YOUTH_SUPPORT'],
  };
  const request = { involvement: ids.youth, person: '', kind: 'DIAGNOSIS', purpose: 'YOUTH_SUPPORT' };
  beforeAll(() => {
    diagnosis.person = daughter;
    request.person = daughter;
  });

  test('is asked while it is not on file, once by one agency, and answered when it comes in', async () => {
    await act(youth, 'requestEvidence', inHome(request));
    expect(await refusals(youth, 'requestEvidence', inHome(request))).toEqual(['EVIDENCE_ASKED_ALREADY']);
    expect(
      await refusals(lead, 'addEvidence', inHome({ ...diagnosis, person: newId(), purposes: ['X'], issuedOn: '2021-01-01' })),
    ).toEqual(['MEMBER_UNKNOWN', 'PURPOSE_UNKNOWN', 'RANGE_INVERTED']);
    expect(await read(lead, 'evidenceRequests { answered }')).toEqual({ evidenceRequests: [{ answered: false }] });
    await act(lead, 'addEvidence', inHome({ ...diagnosis, receivedOn: TODAY }), proof);
    expect(await read(lead, 'evidenceRequests { answered } evidence { issuedBy dataClass }')).toEqual({
      evidenceRequests: [{ answered: true }],
      evidence: [{ issuedBy: 'kinderarts', dataClass: 'K5' }],
    });
  });

  test('that is on file is not asked again: the agency is told which one, and sees nothing of it', async () => {
    expect(await about(youth, 'requestEvidence', request)).toEqual([`EVIDENCE_ON_FILE ${proof}`]);
    expect(await about(lead, 'requestEvidence', request)).toEqual([`EVIDENCE_ON_FILE ${proof}`]);
    expect(await read(youth, 'evidence { id }')).toEqual({ evidence: null });
    await act(youth, 'requestEvidence', inHome({ ...request, kind: 'INCOME_STATEMENT' }));
    expect(await read(youth, 'evidenceRequests { kind answered }')).toEqual({
      evidenceRequests: [
        { kind: 'DIAGNOSIS', answered: null },
        { kind: 'INCOME_STATEMENT', answered: null },
      ],
    });
    expect(await read(creditor, 'evidenceRequests { kind }')).toEqual({ evidenceRequests: [] });
  });

  test('is asked for by an agency for itself, of whom it may know, for a purpose that exists', async () => {
    expect(await refusals(creditor, 'requestEvidence', inHome(request))).toEqual(['INVOLVEMENT_UNKNOWN', 'MEMBER_UNKNOWN']);
    expect(await refusals(youth, 'requestEvidence', inHome({ ...request, person: parent }))).toEqual(['MEMBER_UNKNOWN']);
    expect(await refusals(youth, 'requestEvidence', inHome({ ...request, purpose: 'ANYTHING' }))).toEqual(['PURPOSE_UNKNOWN']);
  });

  test('is not asked for an involvement that has ended; on its last day it is', async () => {
    const [wish, end] = [inHome({ ...request, involvement: ids.bailiff }), 'update involvement set to_on = $1 where id = $2'];
    await world.db.superuser.query(end, ['2025-09-07', ids.bailiff]);
    expect(await about(lead, 'requestEvidence', wish)).toEqual([`INVOLVEMENT_UNKNOWN ${ids.bailiff}`]);
    await world.db.superuser.query(end, [TODAY, ids.bailiff]);
    expect(await about(lead, 'requestEvidence', wish)).toEqual([`EVIDENCE_ON_FILE ${proof}`]);
    await world.db.superuser.query(end, [null, ids.bailiff]);
  });

  test('is not found by an agency that asks for a purpose nobody shared with it', async () => {
    const debts = { person: daughter, kind: 'DEBT_OVERVIEW', issuedBy: 'bank', receivedOn: TODAY, stable: false };
    await act(lead, 'addEvidence', inHome({ ...debts, purposes: ['DEBT_HELP'] }));
    const ask = { ...request, kind: 'DEBT_OVERVIEW', purpose: 'DEBT_HELP' };
    expect(await about(youth, 'requestEvidence', ask)).toEqual(['PURPOSE_NOT_SHARED DEBT_HELP']);
    expect(await about(youth, 'requestEvidence', { ...ask, kind: 'BIRTH_CERTIFICATE' })).toEqual([
      'PURPOSE_NOT_SHARED DEBT_HELP',
    ]);
    expect(await refusals(lead, 'requestEvidence', inHome(ask))).toEqual(['EVIDENCE_ON_FILE']);
  });

  test('under another purpose is asked: what is on file for one purpose is not used for another', async () => {
    expect(await refusals(lead, 'requestEvidence', inHome({ ...request, purpose: 'DEBT_HELP' }))).toEqual([]);
  });

  test('that has lapsed since it was asked and given is asked again, also by an agency that does not see it', async () => {
    const income = { person: daughter, kind: 'INCOME_STATEMENT', issuedBy: 'werkgever', receivedOn: TODAY, stable: false };
    await act(lead, 'addEvidence', inHome({ ...income, purposes: ['YOUTH_SUPPORT'], validUntil: '2025-10-08' }));
    const ask = { ...request, kind: 'INCOME_STATEMENT' };
    await world.setClock(town, '2025-10-08');
    expect(await refusals(youth, 'requestEvidence', inHome(ask))).toEqual(['EVIDENCE_ON_FILE']);
    await world.setClock(town, '2025-10-09');
    expect(await refusals(youth, 'requestEvidence', inHome(ask))).toEqual([]);
    expect(await refusals(youth, 'requestEvidence', inHome(ask))).toEqual(['EVIDENCE_ASKED_ALREADY']);
    await world.setClock(town, TODAY);
  });

  test('is pointed at by a function that the product may ask; who has no part in the household asks nothing', async () => {
    const { rows } = await world.db.superuser.query<{ reads: boolean }>(
      `select has_function_privilege('doorbraak_app', 'gate.evidence_on_file(uuid, uuid, uuid, text, text)', 'execute') as reads`,
    );
    expect(rows[0]!.reads).toBe(true);
    expect(await refusals(stranger, 'requestEvidence', inHome(request))).toEqual(['NOT_FOUND']);
  });
});

test('an indication rests on evidence, is looked at again within its time, and asks as little as it can', async () => {
  const [{ id: proof }] = (await read<{ evidence: { id: Id }[] }>(lead, 'evidence { id }'))!.evidence as [{ id: Id }];
  const yearly = {
    involvement: ids.youth,
    person: daughter,
    law: 'jeugdwet',
    fromOn: '2024-09-22',
    toOn: '2025-09-21',
    stable: true,
  };
  const wrong = { ...yearly, involvement: newId(), person: newId(), law: 'x', toOn: '2024-09-21', evidence: [newId()] };
  expect(await refusals(lead, 'addIndication', inHome(wrong))).toEqual([
    'INVOLVEMENT_UNKNOWN',
    'MEMBER_UNKNOWN',
    'LAW_UNKNOWN',
    'RANGE_INVERTED',
    'EVIDENCE_UNKNOWN',
  ]);
  const indication = newId();
  await act(lead, 'addIndication', inHome({ ...yearly, evidence: [proof] }), indication);
  const look = { indication, onDay: '2025-09-01', how: 'TALK' };
  expect(await refusals(lead, 'planIndicationLook', inHome({ ...look, onDay: '2025-09-22' }))).toEqual([
    'DATE_OUTSIDE_INDICATION',
  ]);
  expect(await refusals(lead, 'planIndicationLook', inHome({ ...look, indication: newId() }))).toEqual(['INDICATION_UNKNOWN']);
  await act(lead, 'planIndicationLook', inHome(look));
  const fields = 'indications { id looks { onDay how } renewal { proposal evidenceIds } }';
  expect(await read(lead, fields)).toEqual({
    indications: [
      {
        id: indication,
        looks: [{ onDay: '2025-09-01', how: 'TALK' }],
        renewal: { proposal: 'LONGER_TERM', evidenceIds: [proof] },
      },
    ],
  });
  // Who granted it is told the same: nothing new need be asked, with the old evidence linked (field guide 1, row 16).
  expect(await read(youth, fields)).toEqual(await read(lead, fields));
  expect(await read(youth, 'evidence { id }')).toEqual({ evidence: null });
  expect(await read(creditor, 'indications { id }')).toEqual({ indications: [] });
});

describe('a claim', () => {
  const claim = newId();
  const pause = { claim, onDay: TODAY, untilOn: '2025-12-01', condition: 'leer je inkomen doorgeven' };

  test('is recorded, or refused with every reason', async () => {
    const wrong = { involvement: newId(), problem: newId(), law: 'x', amountCents: '300000', factYear: 2030 };
    expect(await refusals(lead, 'addClaim', inHome(wrong))).toEqual([
      'INVOLVEMENT_UNKNOWN',
      'PROBLEM_UNKNOWN',
      'LAW_UNKNOWN',
      'YEAR_IMPLAUSIBLE',
    ]);
    await act(
      lead,
      'addClaim',
      inHome({ involvement: ids.creditor, problem: ids.debt, amountCents: '300000', factYear: 2017 }),
      claim,
    );
    expect(await read(creditor, 'claims { id openCents state }')).toEqual({
      claims: [{ id: claim, openCents: '300000', state: 'ACTIVE' }],
    });
    expect(await read(youth, 'claims { id }')).toEqual({ claims: [] });
    expect(await read(mother, 'claims { id }')).toEqual({ claims: null });
  });

  test('is paused, reminded of, and active again on its day without anybody doing anything', async () => {
    expect(await about(lead, 'pauseClaim', { ...pause, claim: newId() })).toEqual([expect.stringMatching(/^CLAIM_UNKNOWN /)]);
    expect(await refusals(lead, 'pauseClaim', inHome({ ...pause, untilOn: TODAY }))).toEqual(['RANGE_INVERTED']);
    expect(await refusals(lead, 'pauseClaim', inHome({ ...pause, measure: newId() }))).toEqual(['MEASURE_UNKNOWN']);
    await act(lead, 'pauseClaim', inHome(pause));
    expect(await about(lead, 'pauseClaim', { ...pause, onDay: '2025-11-30', untilOn: '2026-01-01' })).toEqual([
      `PAUSE_OVERLAPS ${claim}`,
    ]);
    const fields = 'claims { state activeAgainOn reminder { on isDue } }';
    const shown = async () => (await read<{ claims: object[] }>(lead, fields))!.claims;
    expect(await shown()).toEqual([
      { state: 'PAUSED', activeAgainOn: '2025-12-01', reminder: { on: '2025-11-01', isDue: false } },
    ]);
    await world.setClock(town, '2025-11-01');
    expect(await shown()).toEqual([
      { state: 'PAUSED', activeAgainOn: '2025-12-01', reminder: { on: '2025-11-01', isDue: true } },
    ]);
    await world.setClock(town, '2025-12-02');
    expect(await shown()).toEqual([{ state: 'ACTIVE', activeAgainOn: null, reminder: null }]);
    await world.setClock(town, TODAY);
  });

  test('is active again earlier when a pause is ended, and paused on when that was a mistake', async () => {
    const end = { claim, onDay: '2025-11-03', reason: 'de maatregel is gestopt' };
    const fields = 'claims { state stateOn(day: "2025-11-03") activeAgainOn actions { id kind onDay reason } }';
    type Claims = { claims: { actions: { id: Id; kind: string }[] }[] };
    expect(await about(lead, 'endPause', { ...end, onDay: TODAY })).toEqual([`CLAIM_NOT_PAUSED ${claim}`]);
    expect(await about(lead, 'endPause', { ...end, claim: newId() })).toEqual([expect.stringMatching(/^CLAIM_UNKNOWN /)]);
    await act(lead, 'endPause', inHome(end));
    const { claims } = (await read<Claims>(lead, fields))!;
    expect(claims).toMatchObject([
      {
        ...{ state: 'PAUSED', stateOn: 'ACTIVE', activeAgainOn: '2025-11-03' },
        actions: [{ kind: 'PAUSE' }, { kind: 'RESUME', onDay: '2025-11-03', reason: 'de maatregel is gestopt' }],
      },
    ]);
    expect(await about(lead, 'endPause', { ...end, onDay: '2025-11-04' })).toEqual([`CLAIM_NOT_PAUSED ${claim}`]);
    await act(lead, 'withdrawFromHousehold', inHome({ entry: claims[0]!.actions[1]!.id, reason: 'vergist' }));
    expect(await read(lead, fields)).toMatchObject({
      claims: [{ stateOn: 'PAUSED', activeAgainOn: '2025-12-01', actions: [{}] }],
    });
  });

  test('is paid by instalments, waived in part and then whole, and is over', async () => {
    await act(lead, 'planClaim', inHome({ claim, onDay: '2025-12-01', monthCents: '10000', months: 20 }));
    expect(await about(lead, 'waiveClaim', { claim, onDay: TODAY, cents: '300001' })).toEqual(['WAIVER_ABOVE_CLAIM cents']);
    await act(lead, 'waiveClaim', inHome({ claim, onDay: TODAY, cents: '100000' }));
    const fields = 'claims { openCents stateOn(day: "2025-12-01") actions { kind onDay cents } }';
    expect(await read(lead, fields)).toEqual({
      claims: [
        {
          openCents: '200000',
          stateOn: 'IN_PLAN',
          actions: [
            { kind: 'PAUSE', onDay: TODAY, cents: null },
            { kind: 'WAIVE', onDay: TODAY, cents: '100000' },
            { kind: 'PLAN', onDay: '2025-12-01', cents: null },
          ],
        },
      ],
    });
    await act(lead, 'waiveClaim', inHome({ claim, onDay: TODAY, cents: '200000' }));
    expect(await about(lead, 'planClaim', { claim, onDay: TODAY, monthCents: '1', months: 1 })).toEqual([
      `CLAIM_WAIVED ${claim}`,
    ]);
    expect(await read(lead, 'claims { state openCents }')).toEqual({ claims: [{ state: 'WAIVED', openCents: '0' }] });
  });
});

test('contacts of a year are told once, for the household before its agencies', async () => {
  const year = { fromOn: '2024-09-01', count: 11 };
  await act(lead, 'countContactsOfYear', inHome({ ...year, involvement: ids.youth }));
  await act(lead, 'countContactsOfYear', inHome({ fromOn: '2024-09-01', count: 3, involvement: ids.creditor }));
  expect(await refusals(lead, 'countContactsOfYear', inHome({ ...year, involvement: ids.youth }))).toEqual(['YEAR_COUNTED']);
  expect(await refusals(lead, 'countContactsOfYear', inHome({ fromOn: '2024-09-09', count: 1, involvement: newId() }))).toEqual([
    'INVOLVEMENT_UNKNOWN',
    'PERIOD_NOT_OVER',
  ]);
  const fields = 'contactsPerYear { fromOn toOn count }';
  expect(await read(lead, fields)).toEqual({ contactsPerYear: [{ fromOn: '2024-09-01', toOn: '2025-08-31', count: 14 }] });
  expect(await read(youth, fields)).toEqual({ contactsPerYear: [{ fromOn: '2024-09-01', toOn: '2025-08-31', count: 11 }] });
  await act(lead, 'countContactsOfYear', inHome({ fromOn: '2024-09-01', count: 16 }));
  expect(await read(lead, fields)).toEqual({ contactsPerYear: [{ fromOn: '2024-09-01', toOn: '2025-08-31', count: 16 }] });
});
