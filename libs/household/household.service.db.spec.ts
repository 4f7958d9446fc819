import { Client } from 'pg';
import { grantsOf, type Role } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import { signContext } from '@doorbraak/platform';
import { act, readHousehold, refusals, tryAct, type Outcome } from '../../test/household';
import { OpenWorld, type Someone, type Town } from '../../test/world';
import { VISIBLE } from './household.visibility';

const today = '2025-09-08';
let world: OpenWorld;
let town: Town;
let lead: Someone;
let deputy: Someone;
let coordinator: Someone;
let officer: Someone;
let wmo: Someone;
let police: Id;
let office: Id;
let other: Someone;
/** somebody with the same role in the same team, and no household */
let stranger: Someone;
/** Peter, as far as these tests need him. */
let home: Id;
let peter: Id;
let ids: Record<'friends' | 'nuisance' | 'stress' | 'wmo' | 'police' | 'wait' | 'note' | 'noteShare' | 'wmoShare', Id>;

beforeAll(async () => {
  world = await OpenWorld.open();
  town = await world.town('GM9911', 'DEMO', today);
  [lead, deputy, coordinator] = await Promise.all([
    world.invite(town, 'lead', ['LEAD_PROFESSIONAL']),
    world.invite(town, 'deputy', ['WIJKTEAM_MEMBER']),
    world.invite(town, 'coordinator', ['TEAM_COORDINATOR']),
  ]);
  police = await world.agency(town, 'POLITIE');
  office = await world.agency(town, 'GEM_WMO');
  officer = await world.invite(town, 'officer', ['AGENCY_LIAISON'], { agency: police });
  wmo = await world.invite(town, 'wmo', ['AGENCY_LIAISON'], { agency: office });
  other = await world.invite(town, 'other', ['LEAD_PROFESSIONAL']);
  stranger = await world.invite(town, 'stranger', ['LEAD_PROFESSIONAL']);
  home = newId();
  await act(lead, 'createHousehold', { code: 'P-1', ownWords: 'Ik wil rust.' }, home);
  peter = (await act(lead, 'addMember', { household: home, ...PETER })).members[0]!.personId;
  ids = Object.fromEntries(
    ['friends', 'nuisance', 'stress', 'wmo', 'police', 'wait', 'note', 'noteShare', 'wmoShare'].map((name, i) => [
      name,
      newId(Date.now() + i),
    ]),
  ) as typeof ids;
  const problem = (type: string, more = {}) => ({ household: home, type, personIds: [peter], ...more });
  await act(lead, 'addProblem', problem('NETWORK_PARTICIPATION.HARMFUL_NETWORK', { words: 'oude vrienden' }), ids.friends);
  await act(lead, 'addProblem', problem('HOUSING.NEIGHBOUR_NUISANCE', { causedBy: [ids.friends] }), ids.nuisance);
  await act(lead, 'addProblem', problem('MENTAL_HEALTH.CRISIS_PRONE', { severity: 3 }), ids.stress);
  await act(lead, 'addInvolvement', involvement(office, { problemIds: [ids.nuisance] }), ids.wmo);
  await act(
    lead,
    'addInvolvement',
    involvement(police, { law: 'politiewet2012', payer: 'JUSTICE', problemIds: [ids.stress] }),
    ids.police,
  );
  await act(
    lead,
    'addWait',
    {
      household: home,
      waiting: ids.wmo,
      for: ids.police,
      holder: ids.wmo,
      what: 'eerst de wijkagent',
      provision: 'wmo2015:2.3.5:6',
      liftable: true,
    },
    ids.wait,
  );
  await act(lead, 'addHandlingNote', { household: home, person: peter, text: 'uniform geeft stress' }, ids.note);
  await act(lead, 'share', noteShare(), ids.noteShare);
  await act(lead, 'share', wmoShare(), ids.wmoShare);
});
afterAll(() => world.close());

const PETER = { name: 'Peter (verzonnen)', role: 'ADULT', birthDate: '2003-00-00', bsn: '999990019', fromOn: '2024-11-01' };
const involvement = (agency: Id, more = {}) => ({
  household: home,
  agency,
  law: 'wmo2015',
  payer: 'WMO',
  fromOn: '2025-02-10',
  ...more,
});
const noteShare = (more = {}) => ({
  household: home,
  involvement: ids.police,
  basis: 'AVG_CONSENT',
  purpose: 'HANDLING_NOTE',
  need: 'hij komt langs',
  personIds: [peter],
  domains: ['MENTAL_HEALTH'],
  noteIds: [ids.note],
  fromOn: '2025-09-01',
  toOn: '2026-04-30',
  consent: { by: peter, on: '2025-09-01', how: 'ALOUD_WITH_MENTOR' },
  ...more,
});
const wmoShare = (more = {}) => ({
  household: home,
  involvement: ids.wmo,
  basis: 'WMO_5_1_1',
  purpose: 'WMO_SUPPORT',
  need: 'onderzoek',
  personIds: [peter],
  domains: ['HOUSING'],
  fromOn: '2025-02-10',
  toOn: '2026-12-31',
  ...more,
});
/** A household of its own for a test that changes it. */
async function another(who: Someone, more: Record<string, unknown> = {}): Promise<Outcome> {
  return act(who, 'createHousehold', { code: newId().slice(-12), ...more });
}
const stored = async <Row>(sql: string, values: unknown[]) =>
  (await world.db.superuser.query<Row & Record<string, unknown>>(sql, values)).rows;

describe('the map', () => {
  test('shows the lead everything, with the texts open and the BSN masked', async () => {
    expect(await readHousehold(lead, home)).toMatchObject({
      code: 'P-1',
      ownWords: 'Ik wil rust.',
      band: 'STANDARD',
      fixteamId: town.fixteam,
      lead: { personId: lead.person },
      deputy: null,
      members: [{ name: PETER.name, birthDate: '2003-00-00', bsnMasked: '••••••019', role: 'ADULT' }],
      problems: [
        { id: ids.friends, domain: 'NETWORK_PARTICIPATION', words: 'oude vrienden', status: 'OPEN' },
        { id: ids.nuisance, causedBy: [ids.friends] },
        { id: ids.stress, dataClass: 'K5', severity: 3 },
      ],
      involvements: [
        { id: ids.wmo, agencyType: 'GEM_WMO', agencyName: 'GEM_WMO', problemIds: [ids.nuisance] },
        { id: ids.police, agencyType: 'POLITIE', law: 'politiewet2012' },
      ],
      waits: [{ id: ids.wait, waiting: ids.wmo, for: ids.police, holder: ids.wmo, what: 'eerst de wijkagent' }],
      handlingNotes: [{ id: ids.note, text: 'uniform geeft stress' }],
      shares: [
        { id: ids.noteShare, recipient: 'POLITIE', consentHow: 'ALOUD_WITH_MENTOR' },
        { id: ids.wmoShare, recipient: 'GEM_WMO', domains: ['HOUSING'] },
      ],
    });
  });

  test('is one statement beside those of the transaction, and an act answers with the same map', async () => {
    const query = jest.spyOn(Client.prototype, 'query');
    const asked = await readHousehold(lead, home);
    const statements = query.mock.calls.map(([first]) =>
      String(typeof first === 'string' ? first : (first as { text?: string }).text),
    );
    query.mockRestore();
    expect(statements.filter((sql) => /\bfrom household\b/.test(sql))).toHaveLength(1);
    expect(statements.map((sql) => sql.trim().split(/[\s(]/, 2).join(' ').toLowerCase())).toEqual([
      'select gate.accounts_of',
      'start transaction',
      'select gate.begin_context',
      'with the_gate',
      'insert into',
      'commit',
    ]);
    const answered = await act(lead, 'setProblemStatus', { problem: ids.friends, seen: 1, status: 'OPEN' });
    expect({ ...answered, __typename: undefined, problems: [] }).toEqual({ ...asked, __typename: undefined, problems: [] });
  });

  test('keeps texts and numbers sealed in the tables', async () => {
    const [row] = await stored<Record<string, string>>(
      `select h.own_words, p.bsn, p.bsn_mac, b.words, w.what, n.text, h.retention_rule, h.retain_until::text
       from household h join person p on p.household_id = h.id join problem b on b.id = $2 join wait w on w.id = $3 join handling_note n on n.id = $4
       where h.id = $1`,
      [home, ids.friends, ids.wait, ids.note],
    );
    for (const column of ['own_words', 'bsn', 'words', 'what', 'text']) expect(row![column]).toMatch(/^d1\.[0-9a-f-]{36}\./);
    expect(row!['bsn_mac']).toMatch(/^[0-9a-f]{64}$/);
    expect(row).toMatchObject({ retention_rule: 'WMO_FILE', retain_until: '2040-09-08' });
    const [keys] = await stored<{ n: number }>('select count(*)::int as n from person_key where household_id = $1', [home]);
    expect(keys!.n).toBe(2); // one for Peter, one for the household
  });

  test('leaves one line in the log per request, with the classes that were served', async () => {
    const looks = () =>
      stored<{ classes: string[] }>(
        `select classes from audit_log where household_ids @> array[$1::uuid] and person_id = $2 and outcome = 'READ' order by id`,
        [home, lead.person],
      );
    const before = (await looks()).length;
    await readHousehold(lead, home);
    const after = await looks();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)!.classes).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K7', 'K8']);
  });
});

describe('who sees what of it', () => {
  test('a team coordinator sees who leads and which agencies, and no content', async () => {
    expect(await readHousehold(coordinator, home)).toMatchObject({
      lead: { personId: lead.person },
      band: null,
      members: null,
      problems: null,
      handlingNotes: null,
      waits: null,
      involvements: [{ agencyType: 'GEM_WMO', problemIds: null }, { agencyType: 'POLITIE' }],
    });
  });

  test('the officer sees the one note that was shared, and not the problem behind it or the other agency', async () => {
    expect(await readHousehold(officer, home)).toMatchObject({
      ownWords: null,
      band: null,
      problems: [],
      waits: [],
      handlingNotes: [{ id: ids.note, text: 'uniform geeft stress' }],
      involvements: [{ agencyType: 'POLITIE', problemIds: null }],
      shares: [{ id: ids.noteShare }],
      members: [{ name: PETER.name, bsnMasked: null }],
    });
  });

  test('the municipality sees problems of the shared domain, without what causes them', async () => {
    expect(await readHousehold(wmo, home)).toMatchObject({
      problems: [{ id: ids.nuisance, causedBy: [] }],
      handlingNotes: [],
      involvements: [{ agencyType: 'GEM_WMO' }],
    });
  });

  test('the day after its last day a share opens nothing any more, and on its first day it does', async () => {
    const on = async (day: string) => {
      await world.setClock(town, day);
      return (await readHousehold(officer, home))!.handlingNotes.length;
    };
    expect([await on('2025-08-31'), await on('2025-09-01'), await on('2026-04-30'), await on('2026-05-01')]).toEqual([
      0, 1, 1, 0,
    ]);
    await world.setClock(town, today);
  });

  test('what is not for you answers like what does not exist, for a question and for an act', async () => {
    const far = await world.invite(await world.town('GM9912', 'DEMO', today), 'far-lead', ['LEAD_PROFESSIONAL']);
    for (const who of [other, far]) {
      for (const id of [home, newId()]) {
        expect(await readHousehold(who, id)).toBeNull();
        const acts: [string, Record<string, unknown>][] = [
          ['recordOwnWords', { household: id, seen: 1, words: 'x' }],
          ['setNeighbourhood', { household: id, seen: 1, neighbourhoodCode: 'BU99110101', neighbourhoodYear: 2025 }],
          ['addProblem', { household: id, type: 'DEBT.RENT_ARREARS', personIds: [peter] }],
          ['revealBsn', { household: id, person: peter, reason: 'omdat het moet' }],
          ['setProblemStatus', { problem: id === home ? ids.friends : id, seen: 1, status: 'RESOLVED' }],
          ['withdrawShare', { share: id === home ? ids.noteShare : id, seen: 1, reason: 'x' }],
          ['endInvolvement', { involvement: id === home ? ids.wmo : id, seen: 1, toOn: today }],
        ];
        for (const [name, input] of acts) {
          const { data } = await tryAct(who, name, input);
          expect([name, data.outcome.reasons]).toEqual([name, [{ code: 'NOT_FOUND', about: null }]]);
        }
      }
    }
  });

  test('with row security out of the way the scope of the service alone says the same', async () => {
    const seenBy = async ({ person }: Someone, roles: Role[], agency: Id | null) => {
      const context = { person, home: town.municipality, tenants: [town.municipality], agency, today, grants: grantsOf(roles) };
      const { payload, mac } = signContext(context, world.configuration.DOORBRAAK_CONTEXT_KEY);
      const rows: Record<string, number> = {};
      await stored('begin', []);
      await stored('select gate.begin_context($1, $2)', [payload, mac]);
      for (const [table, visible] of Object.entries(VISIBLE)) {
        const of = table === 'household' ? 'id' : 'household_id';
        rows[table] = (await stored(`select from "${table}" where ${visible} and ${of} = $1`, [home])).length;
      }
      await stored('rollback', []);
      return rows;
    };
    const nothing = Object.fromEntries(Object.keys(VISIBLE).map((table) => [table, 0]));
    expect(await seenBy(stranger, ['LEAD_PROFESSIONAL'], null)).toEqual(nothing);
    expect(await seenBy(officer, ['AGENCY_LIAISON'], police)).toEqual({
      ...nothing,
      ...{
        household: 1,
        lead_assignment: 1,
        person: 1,
        membership: 1,
        involvement: 1,
        handling_note: 1,
        share: 1,
        person_key: 2,
      },
    });
  });

  test('a question in vain is kept in the log without saying about whom', async () => {
    const misses = () =>
      stored(`select household_ids from audit_log where person_id = $1 and outcome = 'NOT_FOUND' and act = 'readHousehold'`, [
        stranger.person,
      ]);
    const before = (await misses()).length;
    await readHousehold(stranger, home);
    expect((await misses()).slice(before)).toEqual([{ household_ids: [] }]);
  });

  test('a liaison does nothing in a household, and a coordinator adds nothing', async () => {
    const input = { household: home, person: peter, text: 'x' };
    expect((await tryAct(officer, 'addHandlingNote', input)).errors![0]!.extensions['code']).toBe('NOT_ALLOWED');
    expect((await tryAct(coordinator, 'addHandlingNote', input)).errors![0]!.extensions['code']).toBe('NOT_ALLOWED');
  });
});

describe('starting and leading', () => {
  test('somebody without a fixteam starts no household', async () => {
    const loose = await world.invite(town, 'loose', ['LEAD_PROFESSIONAL'], { fixteam: null });
    expect(await refusals(loose, 'createHousehold', { code: 'X' })).toEqual(['NOT_A_PROFESSIONAL']);
  });

  test('a code is taken once per municipality', async () => {
    expect(await refusals(lead, 'createHousehold', { code: 'P-1' })).toEqual(['HOUSEHOLD_CODE_TAKEN']);
    const far = await world.invite(await world.town('GM9913'), 'far', ['LEAD_PROFESSIONAL']);
    expect((await act(far, 'createHousehold', { code: 'P-1' })).code).toBe('P-1');
  });

  test('a key acts once, and a key that is the id of something else is refused without telling of what', async () => {
    const key = newId();
    const first = await act(lead, 'createHousehold', { code: 'once' }, key);
    expect(await act(lead, 'createHousehold', { code: 'once' }, key)).toEqual(first);
    expect(await refusals(lead, 'createHousehold', { code: 'twice' }, key)).toEqual(['IDEMPOTENCY_MISMATCH']);
    expect(await refusals(other, 'createHousehold', { code: 'mine' }, key)).toEqual(['IDEMPOTENCY_MISMATCH']);
  });

  test('a stale version is refused with what happened meanwhile', async () => {
    const { id } = await another(lead);
    await act(lead, 'recordOwnWords', { household: id, seen: 1, words: 'eerst' });
    const { data } = await tryAct(lead, 'recordOwnWords', { household: id, seen: 1, words: 'anders' });
    expect(data.outcome).toMatchObject({
      reasons: [{ code: 'CHANGED_MEANWHILE', about: id }],
      changes: [{ act: 'recordOwnWords', version: 2 }],
    });
    expect((await readHousehold(lead, id))!.ownWords).toBe('eerst');
    // words that nobody said can be taken back, and then nothing is written down
    expect(await act(lead, 'recordOwnWords', { household: id, seen: 2, words: null })).toMatchObject({ ownWords: null });
    expect(await refusals(lead, 'recordOwnWords', { household: id, seen: 1, words: null })).toEqual(['CHANGED_MEANWHILE']);
  });

  test('lead and deputy are two professionals; a deputy has the same rights; the history stays', async () => {
    const { id } = await another(lead);
    expect(await refusals(lead, 'endDeputy', { household: id, seen: 1 })).toEqual(['DEPUTY_MISSING']);
    expect(await refusals(lead, 'assignDeputy', { household: id, seen: 1, person: lead.person })).toEqual(['LEAD_IS_DEPUTY']);
    expect(await refusals(lead, 'assignDeputy', { household: id, seen: 1, person: officer.person })).toEqual([
      'NOT_A_PROFESSIONAL',
    ]);
    expect(await readHousehold(deputy, id)).toBeNull();
    await act(lead, 'assignDeputy', { household: id, seen: 1, person: deputy.person });
    expect((await readHousehold(deputy, id))!.deputy).toMatchObject({ personId: deputy.person });
    expect(await refusals(deputy, 'assignLead', { household: id, seen: 2, person: deputy.person })).toEqual(['LEAD_IS_DEPUTY']);
    const ended = await act(deputy, 'endDeputy', { household: id, seen: 2, reason: 'andere baan' });
    expect(ended).toMatchObject({ deputy: null, version: 3 });
    expect(ended.assignments.find(({ kind }) => kind === 'DEPUTY')).toMatchObject({ untilOn: today, reason: 'andere baan' });
    expect(await readHousehold(deputy, id)).toBeNull();
  });

  test('who hands over gets the answer and from then on nothing; the coordinator of the team can do it too', async () => {
    const { id } = await another(lead);
    const handed = await act(lead, 'assignLead', { household: id, seen: 1, person: other.person, reason: 'vakantie' });
    expect(handed.lead).toMatchObject({ personId: other.person });
    expect(handed.assignments).toMatchObject([
      { personId: lead.person, untilOn: today },
      { personId: other.person, untilOn: null, reason: 'vakantie' },
    ]);
    expect(await readHousehold(lead, id)).toBeNull();
    const back = await act(coordinator, 'assignLead', { household: id, seen: 2, person: lead.person });
    expect(back.lead).toMatchObject({ personId: lead.person });
    expect((await readHousehold(lead, id))!.assignments).toHaveLength(3);
  });

  test('a key sent again after the household was handed over answers like what does not exist', async () => {
    const key = newId();
    const input = { code: 'gone' };
    await act(lead, 'createHousehold', input, key);
    await act(lead, 'assignLead', { household: key, seen: 1, person: other.person });
    expect(await refusals(lead, 'createHousehold', input, key)).toEqual(['NOT_FOUND']);
  });

  test('two who take the lead at the same moment leave one lead', async () => {
    const { id } = await another(lead);
    const answers = await Promise.all(
      [deputy, other].map(({ person }) => tryAct(coordinator, 'assignLead', { household: id, seen: 1, person })),
    );
    expect(answers.map(({ data }) => data.outcome.reasons?.[0]?.code ?? 'DONE').sort()).toEqual(['CHANGED_MEANWHILE', 'DONE']);
    const active = await stored('select from lead_assignment where household_id = $1 and until_on is null', [id]);
    expect(active).toHaveLength(1);
  });
});

describe('members', () => {
  test('the same BSN is one person within a municipality, and unknown in the next', async () => {
    const { id } = await another(lead);
    expect(await refusals(lead, 'addMember', { household: id, ...PETER })).toEqual(['DUPLICATE_PERSON']);
    const far = await world.invite(await world.town('GM9914', 'DEMO', today), 'far', ['LEAD_PROFESSIONAL']);
    const { id: farHome } = await another(far);
    expect((await act(far, 'addMember', { household: farHome, ...PETER })).members).toHaveLength(1);
  });

  test('a person of another household comes along only for who may read that person', async () => {
    const second = await another(lead);
    const input = { household: second.id, personId: peter, role: 'ADULT', fromOn: today };
    const joined = await act(lead, 'addMember', input);
    expect(joined.members).toMatchObject([{ personId: peter, name: PETER.name, bsnMasked: '••••••019' }]);
    const words = { household: second.id, type: 'DEBT.RENT_ARREARS', personIds: [peter], words: 'achterstand' };
    expect((await act(lead, 'addProblem', words)).problems).toMatchObject([{ words: 'achterstand' }]);
    await act(lead, 'assignLead', { household: second.id, seen: 1, person: other.person });
    expect((await readHousehold(other, second.id))!).toMatchObject({
      members: [{ bsnMasked: '••••••019' }],
      problems: [{ words: 'achterstand' }],
    });
    const third = await another(stranger);
    expect(await refusals(stranger, 'addMember', { ...input, household: third.id })).toEqual(['MEMBER_UNKNOWN']);
    expect(await refusals(stranger, 'addMember', { ...input, household: third.id, personId: newId() })).toEqual([
      'MEMBER_UNKNOWN',
    ]);
  });

  test('a membership ends under its version', async () => {
    const { id } = await another(lead);
    const [member] = (await act(lead, 'addMember', { household: id, name: 'Tante', role: 'ADULT', fromOn: '2025-01-01' }))
      .members;
    const end = (seen: number, toOn: string) => ({ membership: member!.id, seen, toOn });
    expect(await refusals(lead, 'endMembership', end(1, '2024-12-31'))).toEqual(['RANGE_INVERTED']);
    expect((await act(lead, 'endMembership', end(1, '2025-06-30'))).members).toMatchObject([{ toOn: '2025-06-30', version: 2 }]);
    expect(await refusals(lead, 'endMembership', end(1, '2025-07-31'))).toEqual(['CHANGED_MEANWHILE']);
  });

  test('a whole BSN is shown for a reason, and the reason is in the log', async () => {
    const reveal = (reason: string) => tryAct(lead, 'revealBsn', { household: home, person: peter, reason });
    const short = await reveal('nodig');
    expect(short.errors![0]!.extensions['problems']).toMatchObject([{ path: 'input.reason', code: 'TOO_SHORT' }]);
    expect((await reveal('identiteit vaststellen')).data.outcome).toMatchObject({ person: peter, bsn: '999990019' });
    const [line] = await stored<{ reason: string }>(
      `select reason from audit_log where act = 'revealBsn' and outcome = 'DONE'`,
      [],
    );
    expect(line!.reason).toBe('identiteit vaststellen');
    const { id } = await another(lead);
    expect(await refusals(lead, 'revealBsn', { household: id, person: peter, reason: 'identiteit vaststellen' })).toEqual([
      'MEMBER_UNKNOWN',
    ]);
  });

  test('a member reads the own household, says what would help, and takes a share back', async () => {
    const own = await another(lead);
    const person = (await act(lead, 'addMember', { household: own.id, name: 'Maria', role: 'ADULT', fromOn: today })).members[0]!
      .personId;
    const elsewhere = await act(lead, 'addMember', { household: own.id, name: 'Zoon', role: 'CHILD', fromOn: today });
    expect(elsewhere.members).toHaveLength(2);
    const agency = newId();
    await act(lead, 'addInvolvement', { ...involvement(office), household: own.id }, agency);
    const shared = newId();
    await act(lead, 'share', wmoShare({ household: own.id, involvement: agency, personIds: [person] }), shared);
    const maria = await world.invite(town, 'maria', ['HOUSEHOLD_MEMBER'], { person });
    expect(await readHousehold(maria, own.id)).toMatchObject({ members: [{ name: 'Maria' }], shares: [{ id: shared }] });
    expect((await act(maria, 'recordOwnWords', { household: own.id, seen: 1, words: 'Eerst de huur.' })).ownWords).toBe(
      'Eerst de huur.',
    );
    const after = await act(maria, 'withdrawShare', { share: shared, seen: 1, reason: 'liever niet' });
    expect(after.shares).toMatchObject([{ withdrawnOn: today, withdrawnReason: 'liever niet', version: 2 }]);
    expect(await refusals(lead, 'withdrawShare', { share: shared, seen: 2, reason: 'anders' })).toEqual(['WITHDRAWN_ALREADY']);
    expect(await readHousehold(maria, home)).toBeNull();
  });
});

describe('what is refused says everything at once', () => {
  test('a share on a bill, for another purpose, of somebody else, to an end before its begin', async () => {
    const wish = noteShare({
      basis: 'WAMS',
      purpose: 'X',
      personIds: [newId()],
      domains: ['NO_DOMAIN'],
      noteIds: [newId()],
      toOn: '2025-08-01',
    });
    expect(await refusals(lead, 'share', wish)).toEqual([
      'MEMBER_UNKNOWN',
      'NOTE_UNKNOWN',
      'RANGE_INVERTED',
      'BASIS_NOT_VALID',
      'PURPOSE_OUTSIDE_BASIS',
      'DOMAIN_OUTSIDE_BASIS',
    ]);
  });

  test('rows of another household, law, payer, service and provision that are in no list', async () => {
    const { id } = await another(lead);
    expect(
      await refusals(lead, 'addProblem', { household: id, type: 'X.Y', personIds: [peter], causedBy: [ids.friends] }),
    ).toEqual(['PROBLEM_TYPE_UNKNOWN', 'MEMBER_UNKNOWN', 'PROBLEM_UNKNOWN']);
    expect(await refusals(lead, 'addInvolvement', { ...involvement(newId(), { law: 'x', payer: 'y' }), household: id })).toEqual([
      'AGENCY_UNKNOWN',
      'LAW_UNKNOWN',
      'PAYER_UNKNOWN',
    ]);
    const help = { household: id, service: 'x', involvement: ids.wmo, fromOn: today };
    expect(await refusals(lead, 'addIntervention', help)).toEqual(['SERVICE_UNKNOWN', 'INVOLVEMENT_UNKNOWN']);
    const wait = { household: id, waiting: ids.wmo, for: ids.wmo, holder: ids.wmo, what: 'x', provision: 'x:1', liftable: true };
    expect(await refusals(lead, 'addWait', wait)).toEqual([
      'WAIT_ON_ITSELF',
      'WAIT_END_UNKNOWN',
      'INVOLVEMENT_UNKNOWN',
      'PROVISION_UNKNOWN',
    ]);
  });

  test('input that has no right shape, by its path', async () => {
    const { errors } = await tryAct(lead, 'addMember', { household: 'x', name: ' ', role: 'ADULT', fromOn: today });
    expect(errors![0]!.extensions['problems']).toMatchObject([
      { path: 'input.household', code: 'ID_INVALID' },
      { path: 'input.name', code: 'REQUIRED' },
    ]);
  });
});

describe('help, waits and agencies', () => {
  test('begin and end under their versions', async () => {
    const { id } = await another(lead);
    const agency = newId();
    await act(lead, 'addInvolvement', { ...involvement(office), household: id }, agency);
    const help = newId();
    const service = (await stored<{ key: string }>(`select key from reference_entry where list = 'serviceType' limit 1`, []))[0]!
      .key;
    await act(lead, 'addIntervention', { household: id, service, involvement: agency, fromOn: '2025-03-01' }, help);
    expect((await act(lead, 'endIntervention', { intervention: help, seen: 1, toOn: today })).interventions).toMatchObject([
      { service, toOn: today, version: 2 },
    ]);
    expect(await refusals(lead, 'endIntervention', { intervention: help, seen: 2, toOn: '2025-02-28' })).toEqual([
      'RANGE_INVERTED',
    ]);
    const ended = await act(lead, 'endInvolvement', { involvement: agency, seen: 1, toOn: '2025-09-07' });
    expect(ended.involvements).toMatchObject([{ toOn: '2025-09-07', version: 2 }]);
    expect(await readHousehold(wmo, id)).toBeNull();
  });

  test('an agency that is involved is linked to one more problem and taken off it, under no version, and reads no more for it', async () => {
    const { id } = await another(lead);
    const [person, agency, rent, street] = [newId(), newId(), newId(), newId()];
    await act(lead, 'addMember', { household: id, name: 'Kim (verzonnen)', role: 'ADULT', fromOn: '2025-01-01' }, person);
    const problem = { household: id, personIds: [person] };
    await act(lead, 'addProblem', { ...problem, type: 'DEBT.RENT_ARREARS' }, rent);
    await act(lead, 'addProblem', { ...problem, type: 'HOUSING.HOMELESS' }, street);
    await act(lead, 'addInvolvement', { ...involvement(office), household: id, problemIds: [rent] }, agency);
    const linked = await act(lead, 'linkProblem', { involvement: agency, problem: street });
    expect(linked.involvements).toMatchObject([{ problemIds: [rent, street], version: 2 }]);
    expect((await readHousehold(wmo, id))!.problems).toEqual([]);
    const again = await act(lead, 'linkProblem', { involvement: agency, problem: street });
    expect(again.involvements).toMatchObject([{ problemIds: [rent, street], version: 2 }]);
    const off = await act(lead, 'linkProblem', { involvement: agency, problem: rent, linked: false });
    expect(off.involvements).toMatchObject([{ problemIds: [street], version: 3 }]);
    expect(await refusals(lead, 'linkProblem', { involvement: agency, problem: ids.friends })).toEqual(['PROBLEM_UNKNOWN']);
    expect(await refusals(stranger, 'linkProblem', { involvement: agency, problem: street })).toEqual(['NOT_FOUND']);
    const told = await tryAct(wmo, 'linkProblem', { involvement: agency, problem: street });
    expect(told.errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    await act(lead, 'withdrawFromHousehold', { household: id, entry: agency, reason: 'vergissing' });
    expect(await refusals(lead, 'linkProblem', { involvement: agency, problem: rent })).toEqual(['WITHDRAWN_ALREADY']);
  });

  test('the neighbourhood is corrected under the version that was seen', async () => {
    const { id } = await another(lead);
    const where = { household: id, neighbourhoodCode: 'BU99110101', neighbourhoodYear: 2025 };
    expect(await act(lead, 'setNeighbourhood', { ...where, seen: 1 })).toMatchObject({ version: 2 });
    expect(
      await stored('select neighbourhood_code as code, neighbourhood_year as year from household where id = $1', [id]),
    ).toEqual([{ code: 'BU99110101', year: 2025 }]);
    expect(await refusals(lead, 'setNeighbourhood', { ...where, seen: 1 })).toEqual(['CHANGED_MEANWHILE']);
    const { errors } = await tryAct(lead, 'setNeighbourhood', { ...where, neighbourhoodCode: 'Noord', seen: 2 });
    expect(errors?.[0]?.extensions?.['problems']).toMatchObject([{ path: 'input.neighbourhoodCode', code: 'BAD_INPUT' }]);
  });

  test('a wait is lifted once', async () => {
    expect((await act(lead, 'liftWait', { wait: ids.wait, seen: 1, liftedOn: today })).waits).toMatchObject([
      { liftedOn: today, version: 2 },
    ]);
    expect(await refusals(lead, 'liftWait', { wait: ids.wait, seen: 1, liftedOn: today })).toEqual(['CHANGED_MEANWHILE']);
  });

  test('the first agency of a type makes its municipality known to that agency, and no case', async () => {
    expect(await stored('select municipality_id from agency_presence where agency_id = $1', [police])).toEqual([
      { municipality_id: town.municipality },
    ]);
  });
});

describe('contacts', () => {
  test('are never counted twice: what was told stands for what was recorded, and the household for its agencies', async () => {
    const { id } = await another(lead);
    const [a, b] = [newId(), newId()];
    await act(lead, 'addInvolvement', { ...involvement(office), household: id }, a);
    await act(lead, 'addInvolvement', { ...involvement(police), household: id }, b);
    const contact = (agency: Id, dayOn: string) =>
      act(lead, 'recordContact', { household: id, involvement: agency, dayOn, channel: 'PHONE' });
    const count = (month: string, n: number, agency?: Id) => ({ household: id, month, count: n, involvement: agency });
    await contact(a, '2025-07-03');
    await contact(a, '2025-07-04');
    await contact(b, '2025-08-01');
    await contact(b, '2025-09-01');
    await act(lead, 'countContacts', count('2025-08-01', 6, a));
    const { contactsPerMonth } = await act(lead, 'countContacts', count('2025-09-01', 16));
    expect(contactsPerMonth).toEqual([
      { month: '2025-07-01', count: 2, counted: false },
      { month: '2025-08-01', count: 7, counted: true },
      { month: '2025-09-01', count: 16, counted: true },
    ]);
    expect(await refusals(lead, 'countContacts', count('2025-09-01', 3))).toEqual(['MONTH_COUNTED']);
    expect(await refusals(lead, 'countContacts', count('2025-10-02', 3))).toEqual(['DATE_INVALID', 'DATE_FUTURE']);
    expect((await readHousehold(officer, id))!.contactsPerMonth).toEqual([
      { month: '2025-08-01', count: 1, counted: false },
      { month: '2025-09-01', count: 1, counted: false },
    ]);

    const page = (first: number, after?: string) =>
      lead.ask<{ household: { contacts: { nodes: { on: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } }>(
        `query ($id: ID!, $first: Int!, $after: String) { household(id: $id) {
           contacts(first: $first, after: $after) { nodes { on monthCount channel } pageInfo { endCursor hasNextPage } } } }`,
        { id, first, after },
      );
    const first = (await page(4)).data.household.contacts;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(first.nodes.map(({ on }) => on)).toEqual(['2025-09-01', '2025-09-01', '2025-08-01', '2025-08-01']);
    const rest = (await page(4, first.pageInfo.endCursor)).data.household.contacts;
    expect(rest).toMatchObject({ nodes: [{ on: '2025-07-04' }, { on: '2025-07-03' }], pageInfo: { hasNextPage: false } });
  });
});

describe('the list of households', () => {
  const list = async (who: Someone, first: number, after?: string) =>
    who.ask<{
      households: {
        nodes: { id: Id; code: string; leadLabel: string }[];
        pageInfo: { endCursor: string | null; hasNextPage: boolean };
      };
    }>(
      'query ($first: Int!, $after: String) { households(first: $first, after: $after) { nodes { id code leadLabel } pageInfo { endCursor hasNextPage } } }',
      { first, after },
    );

  test('holds what this person may see, page by page, and logs the ids it served in one line', async () => {
    const whole = (await list(lead, 100)).data.households.nodes;
    const paged = [];
    for (let after: string | undefined, more = true; more; ) {
      const { nodes, pageInfo } = (await list(lead, 3, after)).data.households;
      paged.push(...nodes);
      [after, more] = [pageInfo.endCursor ?? undefined, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(whole);
    expect(whole.find(({ id }) => id === home)).toEqual({ id: home, code: 'P-1', leadLabel: 'lead (verzonnen)' });
    const [line] = await stored<{ household_ids: Id[] }>(
      `select household_ids from audit_log where act = 'listHouseholds' and person_id = $1 order by id limit 1`,
      [lead.person],
    );
    expect([...line!.household_ids].sort()).toEqual(whole.map(({ id }) => id).sort());
  });

  test('shows a liaison the households of the own involvement, and an analyst nothing', async () => {
    const seen = (await list(officer, 100)).data.households.nodes.map(({ id }) => id);
    expect(seen).toContain(home);
    const led = (await list(lead, 100)).data.households.nodes.length;
    expect(seen.length).toBeLessThan(led);
    const analyst = await world.invite(town, 'analyst', ['ANALYST']);
    expect((await list(analyst, 100)).errors![0]!.extensions['code']).toBe('NOT_ALLOWED');
  });

  test('is asked for in pages of 1 to 100', async () => {
    for (const first of [0, 101]) {
      expect((await list(lead, first)).errors![0]!.extensions['problems']).toMatchObject([{ path: 'first', code: 'LIMIT_PAGE' }]);
    }
    expect((await list(lead, 1, 'x')).errors![0]!.extensions['code']).toBe('ID_INVALID');
  });
});
