import { newId, type Id } from '@doorbraak/kernel';
import { act, refusals, tryAct } from '../../test/household';
import { PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
let home: Id;
let lead: Someone;
beforeAll(async () => {
  here = await PlanTown.open();
  home = here.household;
  lead = here.people.lead;
});
afterAll(() => here.close());

const inHome = (more: object) => ({ household: home, ...more });
async function read<T>(who: Someone, fields: string, household = home): Promise<T | null> {
  const { data } = await who.ask<{ household: T | null }>(`query ($id: ID!) { household(id: $id) { ${fields} } }`, {
    id: household,
  });
  return data.household;
}
const withdraw = (entry: Id, who = lead) => refusals(who, 'withdrawFromHousehold', inHome({ entry, reason: 'verkeerde kaart' }));
const why = async (name: string, input: object, who = lead) =>
  ((await tryAct(who, name, inHome(input))).data.outcome.reasons ?? []).map((one) => `${one.code} ${one.about ?? ''}`.trim());

describe('a mistaken entry', () => {
  test('is withdrawn with a reason, stays visible as that, and is in no list and no judgement any more', async () => {
    const problem = newId();
    await act(lead, 'addProblem', inHome({ type: 'DEBT.RENT_ARREARS', personIds: [here.member], words: 'huur' }), problem);
    expect(await withdraw(newId())).toEqual(['ENTRY_UNKNOWN']);
    expect(await withdraw(problem)).toEqual([]);
    expect(await withdraw(problem)).toEqual(['WITHDRAWN_ALREADY']);
    const found = await read<{ problems: { id: Id }[]; withdrawn: { problems: object[] } }>(
      lead,
      'problems { id } withdrawn { problems { id words withdrawnOn withdrawnReason } }',
    );
    expect(found?.problems.map(({ id }) => id)).not.toContain(problem);
    expect(found?.withdrawn.problems).toEqual([
      { id: problem, words: 'huur', withdrawnOn: '2025-09-29', withdrawnReason: 'verkeerde kaart' },
    ]);
    expect(await refusals(lead, 'setProblemStatus', { problem, seen: 1, status: 'RESOLVED' })).not.toEqual([]);
  });

  test('on which something rests is withdrawn after that, also when a plan rests on it', async () => {
    const [debt, wait] = [newId(), newId()];
    await act(lead, 'addProblem', inHome({ type: 'DEBT.TAX_DEBT', personIds: [here.member] }), debt);
    const waits = {
      waiting: debt,
      for: here.involvements.mentor,
      holder: here.involvements.mentor,
      what: 'eerst',
      liftable: true,
    };
    await act(lead, 'addWait', inHome(waits), wait);
    expect(await why('withdrawFromHousehold', { entry: debt, reason: 'x' })).toEqual([`ENTRY_IN_USE ${wait}`]);
    expect(await withdraw(wait)).toEqual([]);
    expect(await withdraw(debt)).toEqual([]);
    expect(await why('withdrawFromHousehold', { entry: here.involvements.wmo, reason: 'x' })).toEqual([
      `ENTRY_IN_USE ${here.measures.payFirst}`,
    ]);
  });

  test('a month can be counted again, and an agency that was never involved reads nothing from then on', async () => {
    const month = inHome({ month: '2025-08-01', count: 16 });
    const count = newId();
    await act(lead, 'countContacts', month, count);
    expect(await refusals(lead, 'countContacts', month)).toEqual(['MONTH_COUNTED']);
    expect(await withdraw(count)).toEqual([]);
    await act(lead, 'countContacts', { ...month, count: 6 });
    expect(await read(lead, 'contactsPerMonth { month count } withdrawn { contacts { id } }')).toEqual({
      contactsPerMonth: [{ month: '2025-08-01', count: 6 }],
      withdrawn: { contacts: [{ id: count }] },
    });
    expect(await read(here.people.mentor, 'code')).toEqual({ code: 'P-1' });
    expect(await withdraw(here.involvements.mentor)).toEqual([]);
    expect(await read(here.people.mentor, 'code')).toBeNull();
  });

  test('is nobody’s who does not hold the household', async () => {
    for (const who of [here.people.outsider, here.people.elsewhere])
      expect(await withdraw(here.problem, who)).toEqual(['NOT_FOUND']);
  });
});

test('what changed since I last looked, by whom, until I have seen it', async () => {
  type Changes = { changes: { since: string | null; acts: { act: string; byLabel: string | null }[] } };
  const fields = 'changes { since acts { act byLabel } }';
  const changes = async (who: Someone) => (await read<Changes>(who, fields))!.changes;
  const { deputy } = here.people;
  expect((await changes(deputy)).since).toBeNull();
  await act(deputy, 'markSeen', inHome({}));
  expect((await changes(deputy)).acts).toEqual([]);
  expect((await changes(deputy)).since).not.toBeNull();
  await act(lead, 'addProblem', inHome({ type: 'HOUSING.OVERCROWDED', personIds: [here.member] }));
  expect((await changes(deputy)).acts).toEqual([{ act: 'addProblem', byLabel: 'lead (verzonnen)' }]);
  expect(await changes(here.people.wmo)).toBeNull();
  expect(await refusals(here.people.outsider, 'markSeen', inHome({}))).toEqual(['NOT_FOUND']);
});

describe('handing over', () => {
  const HAND = `mutation ($key: ID!, $input: HandOverAllInput!) { handOverAll(key: $key, input: $input) { __typename
    ... on HandedOver { households { code leadLabel } } ... on HouseholdRefused { reasons { code } } } }`;
  type Answer = { handOverAll: { households?: object[]; reasons?: { code: string }[] } };
  const hand = async (who: Someone, from: Id, to: Id, key = newId()) =>
    (await who.ask<Answer>(HAND, { key, input: { from, to, reason: 'ziek' } })).data.handOverAll;

  test('all households go at once, or none with every reason', async () => {
    const { outsider, deputy, small, elsewhere } = here.people;
    const second = newId();
    await act(lead, 'createHousehold', { code: 'P-2' }, second);
    expect((await hand(lead, lead.person, deputy.person)).reasons).toEqual([{ code: 'LEAD_IS_DEPUTY' }]);
    expect((await hand(lead, lead.person, elsewhere.person)).reasons).toEqual([{ code: 'NOT_A_PROFESSIONAL' }]);
    expect((await hand(outsider, outsider.person, deputy.person)).reasons).toEqual([{ code: 'NOTHING_TO_HAND_OVER' }]);
    // a colleague cannot take them, a coordinator of the team can hand them over
    expect((await hand(outsider, lead.person, outsider.person)).reasons).toEqual([{ code: 'NOTHING_TO_HAND_OVER' }]);
    const key = newId();
    const done = {
      households: [
        { code: 'P-1', leadLabel: 'outsider (verzonnen)' },
        { code: 'P-2', leadLabel: 'outsider (verzonnen)' },
      ],
    };
    expect(await hand(small, lead.person, outsider.person, key)).toMatchObject(done);
    expect(await hand(small, lead.person, outsider.person, key)).toMatchObject(done);
    expect(await read(outsider, 'lead { personId } deputy { personId } assignments { reason }')).toMatchObject({
      lead: { personId: outsider.person },
      deputy: { personId: deputy.person },
    });
    expect(await read(lead, 'code')).toBeNull();
    const { rows } = await here.world.db.superuser.query<{ n: number }>(
      `select cardinality(household_ids) as n from audit_log where act = 'handOverAll' and outcome = 'DONE'`,
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect((await hand(outsider, outsider.person, lead.person)).households).toHaveLength(2);
  });
});

describe('closing a file', () => {
  const close = async (more = {}) =>
    why('closeHousehold', { seen: (await read<{ version: number }>(lead, 'version'))!.version, reason: 'klaar', ...more });

  test('is refused while something is open, and then nothing in it changes until it is reopened', async () => {
    expect(await close()).toEqual([`OPEN_ACTIONS ${here.plan}`]);
    await here.do(lead, 'stopPlan', { seen: Number((await here.one('plan', here.plan))['version']), reason: 'verhuisd' });
    expect(await close({ seen: 99 })).toEqual([`CHANGED_MEANWHILE ${home}`]);
    expect(await close()).toEqual([]);
    expect(await read(lead, 'closedOn closedReason')).toEqual({ closedOn: '2025-09-29', closedReason: 'klaar' });
    expect(await close()).toEqual([`CASE_CLOSED ${home}`]);
    expect(await refusals(lead, 'addProblem', inHome({ type: 'DEBT.TAX_DEBT', personIds: [here.member] }))).toEqual([
      'CASE_CLOSED',
    ]);
    expect(await here.why(lead, 'startNewVersion', { plan: here.plan })).toEqual([`CASE_CLOSED ${home}`]);
    expect(await refusals(lead, 'markSeen', inHome({}))).toEqual([]);
  });

  test('starts the terms that begin with the end of help; reopening takes them back, until they have passed', async () => {
    const table = 'involvement';
    const terms = async () =>
      (
        await here.world.db.superuser.query<{ rule: string; until: string | null }>(
          `select distinct retention_rule as rule, retain_until::text as until from ${table} where household_id = $1 order by 1`,
          [home],
        )
      ).rows;
    const before = await terms();
    const version = async () => (await read<{ version: number }>(lead, 'version'))!.version;
    await here.world.db.superuser.query(`update household set retain_until = '2025-09-28' where id = $1`, [home]);
    expect(await why('reopenHousehold', { seen: await version(), reason: 'terug' })).toEqual([`RETENTION_PASSED ${home}`]);
    await here.world.db.superuser.query(`update household set retain_until = '2040-09-29' where id = $1`, [home]);
    expect(await why('reopenHousehold', { seen: await version(), reason: 'terug' })).toEqual([]);
    expect(await why('reopenHousehold', { seen: await version(), reason: 'terug' })).toEqual([`CASE_OPEN ${home}`]);
    await act(lead, 'addProblem', inHome({ type: 'DEBT.TAX_DEBT', personIds: [here.member] }));
    await here.world.db.superuser.query(`update involvement set retention_rule = 'PW_FILE', retain_until = null where id = $1`, [
      here.involvements.wlz,
    ]);
    expect(await close()).toEqual([]);
    expect(await terms()).toContainEqual({ rule: 'PW_FILE', until: '2035-09-29' });
    expect(await why('reopenHousehold', { seen: await version(), reason: 'terug' })).toEqual([]);
    expect(await terms()).toContainEqual({ rule: 'PW_FILE', until: null });
    expect(before.length).toBeGreaterThan(0);
  });
});
