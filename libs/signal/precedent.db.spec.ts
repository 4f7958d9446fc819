import { newId, type Id } from '@doorbraak/kernel';
import { act as inHousehold } from '../../test/household';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone, Town } from '../../test/world';

jest.setTimeout(120_000);

let here: PlanTown;
let away: { town: Town; lead: Someone; holder: Someone; household: Id; plan: Id };
beforeAll(async () => {
  here = await PlanTown.open();
  const { lead, holder } = here.people;
  await here.do(lead, 'addGround', {
    measure: here.measures.payFirst,
    provision: 'wmo2015:2.3.3',
    role: 'ROOM',
    argument: 'x',
    answers: [],
  });
  await here.setClock(PLAN_DAY);
  expect(await why(lead, 'proposePrecedent', taught())).toEqual([`PLAN_TEACHES_NOTHING_YET ${here.plan}`]);
  await here.world.db.superuser.query(
    `update plan set status = 'DECIDED', decided_on = $2, decided_by = $3, decision_text = 'ja',
       mandate_id = (select id from mandate where person_id = $3 limit 1) where id = $1`,
    [here.plan, PLAN_DAY, holder.person],
  );
  away = await another();
});
afterAll(() => here.close());

const PROPOSAL =
  'id provisions problemTypes obstacle outcome decision decidedYear publishedOn publishedBy precedentId retractedOn retractedReason version';
type Proposal = {
  __typename: string;
  id: Id;
  precedentId: Id | null;
  reasons?: { code: string; about: string | null }[];
} & Record<string, unknown>;

async function act(who: Someone, name: string, input: object, key = newId()): Promise<Proposal> {
  const answer = await who.ask<Record<string, Proposal>>(
    `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename
       ... on PrecedentProposal { ${PROPOSAL} } ... on PrecedentRefused { reasons { code about } changes { act } } } }`,
    { key, input },
  );
  if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
}
async function why(who: Someone, name: string, input: object): Promise<string[]> {
  const { reasons = [] } = await act(who, name, input);
  return reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim());
}
type Found = {
  reminder: { nl: string };
  granted: number;
  otherwise: number;
  total: number;
  nodes: Record<string, unknown>[];
  decidedOtherwise: Record<string, unknown>[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
};
async function find(who: Someone, args: string): Promise<Found> {
  const fields = 'id provisions problemTypes obstacle outcome decision decidedYear';
  const { data, errors } = await who.ask<{ precedents: Found }>(
    `{ precedents(${args}) { reminder { nl en } granted otherwise total nodes { ${fields} } decidedOtherwise { ${fields} } pageInfo { endCursor hasNextPage } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.precedents;
}

const taught = (more = {}) => ({
  plan: here.plan,
  obstacle: 'Twee wetten wachtten op elkaar.',
  outcome: 'Een van beide betaalde eerst.',
  ...more,
});

/** A household in another municipality whose plan was stopped. */
async function another() {
  const { world } = here;
  const town = await world.town('GM9944', 'DEMO', '2026-02-02');
  const lead = await world.invite(town, 'lead-elders', ['LEAD_PROFESSIONAL']);
  const deputy = await world.invite(town, 'deputy-elders', ['WIJKTEAM_MEMBER']);
  const holder = await world.invite(town, 'holder-elders', ['MANDATE_HOLDER']);
  const household = newId();
  await inHousehold(lead, 'createHousehold', { code: 'E-1' }, household);
  await inHousehold(lead, 'assignDeputy', { household, seen: 1, person: deputy.person, reason: 'x' });
  const plan = newId();
  await lead.ask('mutation ($key: ID!, $input: StartPlanInput!) { startPlan(key: $key, input: $input) { __typename } }', {
    key: plan,
    input: { household },
  });
  await world.db.superuser.query(
    `insert into asked (municipality_id, id, household_id, plan_id, person_id, as_what, from_on, recorded_on, recorded_by, retention_rule)
     values ($1, $2, $3, $4, $5, 'DECIDER', '2026-02-02', '2026-02-02', $6, 'WMO_FILE')`,
    [town.municipality, newId(), household, plan, holder.person, lead.person],
  );
  const stop = await lead.ask<{ stopPlan: { __typename: string } }>(
    'mutation ($key: ID!, $input: StopPlanInput!) { stopPlan(key: $key, input: $input) { __typename } }',
    { key: newId(), input: { plan, seen: 1, reason: 'geen ruimte' } },
  );
  expect(stop.data.stopPlan.__typename).toBe('BreakthroughPlan');
  return { town, lead, holder, household, plan };
}

/** An agency of that household said no, before its plan was stopped. */
async function saidNo() {
  const { town, lead, household, plan } = away;
  const agency = await here.world.agency(town, 'ZORGKANTOOR');
  const involvement = newId();
  const under = { household, agency, law: 'wlz', payer: 'WLZ', fromOn: '2026-02-02' };
  await inHousehold(lead, 'addInvolvement', under, involvement);
  await here.world.db.superuser.query(
    `insert into agency_refusal (municipality_id, id, household_id, plan_id, involvement_id, what, reason, alternative, channel, on_day, recorded_on, recorded_by, retention_rule)
     values ($1, $2, $3, $4, $5, 'x', 'x', 'x', 'PHONE', '2026-02-02', '2026-02-02', $6, 'WMO_FILE')`,
    [town.municipality, newId(), household, plan, involvement, lead.person],
  );
}

const first = newId();
let published: Id;

test('a decided plan teaches the room and the problems of its deviations, in words that name nobody and no place', async () => {
  const { lead } = here.people;
  const named = { obstacle: 'Peter wachtte in Demodorp GM9921.', outcome: 'team Demo-Noord betaalde.' };
  expect(await why(lead, 'proposePrecedent', taught(named))).toEqual(['NAMES_SOMEBODY obstacle', 'NAMES_SOMEBODY outcome']);
  expect(await why(lead, 'proposePrecedent', taught({ obstacle: 'GM9921 wachtte.' }))).toEqual(['NAMES_SOMEBODY obstacle']);
  expect(await why(lead, 'proposePrecedent', taught({ outcome: 'Op 3 mei 2024 betaalde een van beide.' }))).toEqual([
    'NAMES_SOMEBODY outcome',
  ]);
  expect(await why(lead, 'proposePrecedent', taught({ provisions: [], problemTypes: [] }))).toEqual([
    'REQUIRED provisions',
    'REQUIRED problemTypes',
  ]);
  expect(await why(lead, 'proposePrecedent', taught({ provisions: ['own:apv:1'], problemTypes: ['NONE'] }))).toEqual([
    'PROVISION_UNKNOWN own:apv:1',
    'PROBLEM_TYPE_UNKNOWN NONE',
  ]);
  expect(await act(lead, 'proposePrecedent', taught(), first)).toMatchObject({
    id: first,
    provisions: ['wmo2015:2.3.3'],
    problemTypes: ['SYSTEM.BETWEEN_TWO_LAWS'],
    decision: 'GRANTED',
    decidedYear: 2025,
    publishedOn: null,
    version: 1,
  });
  expect((await find(lead, 'provision: "wmo2015:2.3.3", first: 10')).total).toBe(0);
});

test('a second person who was asked to decide publishes it, once', async () => {
  const { lead, deputy, holder } = here.people;
  const publish = { plan: here.plan, precedent: first, seen: 1 };
  const nothing = newId();
  await here.row('asked', { plan_id: here.plan, person_id: lead.person, as_what: 'DECIDER', from_on: PLAN_DAY });
  expect(await why(lead, 'publishPrecedent', publish)).toEqual([`FOUR_EYES ${first}`]);
  await expect(act(deputy, 'publishPrecedent', publish)).resolves.toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
  expect(await why(holder, 'publishPrecedent', { ...publish, precedent: nothing })).toEqual([`PRECEDENT_UNKNOWN ${nothing}`]);
  const done = await act(holder, 'publishPrecedent', publish);
  expect(done).toMatchObject({ publishedOn: PLAN_DAY, publishedBy: holder.person, version: 2 });
  published = done.precedentId!;
  expect(published).not.toBe(first);
  expect(await why(holder, 'publishPrecedent', { ...publish, seen: 2 })).toEqual([`PUBLISHED_ALREADY ${first}`]);
  expect(await why(holder, 'publishPrecedent', publish)).toEqual([`CHANGED_MEANWHILE ${first}`]);
});

test('it is found everywhere, with the reminder, and nothing says where it is from', async () => {
  const found = await find(away.lead, 'provision: "wmo2015:2.3.3", first: 10');
  expect(found).toMatchObject({ granted: 1, otherwise: 0, total: 1, decidedOtherwise: [], pageInfo: { hasNextPage: false } });
  expect(found.reminder.nl).toMatch(/^Gelijke gevallen worden gelijk behandeld/);
  expect(found.nodes).toEqual([
    {
      id: published,
      provisions: ['wmo2015:2.3.3'],
      problemTypes: ['SYSTEM.BETWEEN_TWO_LAWS'],
      obstacle: 'Twee wetten wachtten op elkaar.',
      outcome: 'Een van beide betaalde eerst.',
      decision: 'GRANTED',
      decidedYear: 2025,
    },
  ]);
  const { rows } = await here.world.db.superuser.query('select * from precedent');
  const all = JSON.stringify(rows);
  for (const trace of [here.town.municipality, here.household, here.plan, first, here.people.lead.person])
    expect(all).not.toContain(trace);
});

test('a comparable case that was decided otherwise stands beside it', async () => {
  const { lead, holder, plan } = away;
  const input = { plan, obstacle: 'Beide wetten zeiden nee.', outcome: 'Er was geen geld.' };
  // it was stopped, and nobody said no
  expect(await why(lead, 'proposePrecedent', input)).toEqual([
    `PLAN_TEACHES_NOTHING_YET ${plan}`,
    'REQUIRED provisions',
    'REQUIRED problemTypes',
  ]);
  await saidNo();
  expect(await why(lead, 'proposePrecedent', input)).toEqual(['REQUIRED provisions', 'REQUIRED problemTypes']);
  const key = newId();
  const lists = { provisions: ['wmo2015:2.3.3', 'wlz:3.2.1:1'], problemTypes: ['SYSTEM.BETWEEN_TWO_LAWS'] };
  expect(await act(lead, 'proposePrecedent', { ...input, ...lists }, key)).toMatchObject({
    decision: 'NOT_GRANTED',
    decidedYear: 2026,
  });
  await act(holder, 'publishPrecedent', { plan, precedent: key, seen: 1 });
  const found = await find(here.people.lead, 'problemType: "SYSTEM.BETWEEN_TWO_LAWS", first: 1');
  expect(found).toMatchObject({ granted: 1, otherwise: 1, total: 2, pageInfo: { hasNextPage: true } });
  expect(found.decidedOtherwise).toMatchObject([{ decision: 'NOT_GRANTED', obstacle: 'Beide wetten zeiden nee.' }]);
  expect(found.nodes).toMatchObject([{ decidedYear: 2026 }]);
  const rest = await find(
    here.people.lead,
    `problemType: "SYSTEM.BETWEEN_TWO_LAWS", first: 1, after: "${found.pageInfo.endCursor}"`,
  );
  expect(rest).toMatchObject({ total: 2, nodes: [{ decidedYear: 2025 }], pageInfo: { hasNextPage: false } });
  expect(
    await find(here.people.lead, 'provision: "wlz:3.2.1:1", problemType: "SYSTEM.BETWEEN_TWO_LAWS", first: 9'),
  ).toMatchObject({ total: 1 });
  expect(await find(here.people.lead, 'provision: "wlz:3.2.1:1", problemType: "DEBT.RENT_ARREARS", first: 9')).toMatchObject({
    total: 0,
  });
});

test('one of the two is asked about', async () => {
  await expect(find(here.people.lead, 'first: 10')).rejects.toThrow('REQUIRED');
});

test('a deviation that was dropped later makes it granted in part', async () => {
  const { lead, holder } = here.people;
  await here.row('measure_progress', {
    plan_id: here.plan,
    measure_id: here.measures.payFirst,
    state: 'DROPPED',
    on_day: PLAN_DAY,
    reason: 'ging niet',
  });
  const key = newId();
  expect(await act(lead, 'proposePrecedent', taught(), key)).toMatchObject({ decision: 'GRANTED_PARTLY' });
  await act(holder, 'publishPrecedent', { plan: here.plan, precedent: key, seen: 1 });
  const found = await find(lead, 'provision: "wmo2015:2.3.3", first: 10');
  expect(found).toMatchObject({ granted: 1, otherwise: 2, total: 3 });
});

test('what was retracted is found no more, and stays with the plan', async () => {
  const { lead, holder } = here.people;
  const retract = { plan: here.plan, precedent: first, seen: 2, reason: 'de beslissing is herroepen' };
  expect(await act(lead, 'retractPrecedent', retract)).toMatchObject({ retractedOn: PLAN_DAY, version: 3 });
  expect(await why(lead, 'retractPrecedent', { ...retract, seen: 3 })).toEqual([`RETRACTED_ALREADY ${first}`]);
  expect(await why(holder, 'publishPrecedent', { plan: here.plan, precedent: first, seen: 3 })).toContain(
    `RETRACTED_ALREADY ${first}`,
  );
  expect((await find(away.lead, 'provision: "wmo2015:2.3.3", first: 10')).nodes.map(({ id }) => id)).not.toContain(published);
  const { data } = await lead.ask<{ plan: { precedentProposals: Proposal[] } }>(
    `query ($id: ID!) { plan(id: $id) { precedentProposals { ${PROPOSAL} } } }`,
    { id: here.plan },
  );
  expect(data.plan.precedentProposals).toMatchObject([{ id: first, retractedReason: 'de beslissing is herroepen' }, {}]);
});

test('the application cannot write a precedent, and what nobody signed is not published, also not by taking it back', async () => {
  const { lead } = here.people;
  const before = (await find(lead, 'provision: "wmo2015:2.3.3", first: 10')).total;
  const key = newId();
  await act(lead, 'proposePrecedent', taught(), key);
  expect(await why(lead, 'retractPrecedent', { plan: here.plan, precedent: key, seen: 1, reason: 'toch niet' })).toEqual([]);
  expect((await find(lead, 'provision: "wmo2015:2.3.3", first: 10')).total).toBe(before);
  const published = await here.world.db.superuser.query('select from precedent where id = $1', [key]);
  expect(published.rowCount).toBe(0);
  const { rows } = await here.world.db.superuser.query<{ may: boolean }>(
    `select has_table_privilege('doorbraak_app', 'precedent', 'insert') or has_table_privilege('doorbraak_app', 'precedent', 'update') as may`,
  );
  expect(rows).toEqual([{ may: false }]);
});

test('a plan goes on teaching when its file is closed', async () => {
  const closed = (day: string | null) =>
    here.world.db.superuser.query(
      `update household set closed_on = $2::date, closed_reason = case when $2::date is null then null else 'klaar' end where id = $1`,
      [here.household, day],
    );
  await closed(PLAN_DAY);
  expect(await act(here.people.lead, 'proposePrecedent', taught())).toMatchObject({ __typename: 'PrecedentProposal' });
  await closed(null);
});

test('for everybody else the plan is not there, or it is not their task', async () => {
  const { outsider, elsewhere, peter, wmo } = here.people;
  for (const who of [outsider, elsewhere, away.lead]) {
    expect(await why(who, 'proposePrecedent', taught())).toEqual(['NOT_FOUND']);
    expect(await why(who, 'retractPrecedent', { plan: here.plan, precedent: first, seen: 3, reason: 'x' })).toEqual([
      'NOT_FOUND',
    ]);
  }
  for (const who of [peter, wmo]) {
    await expect(act(who, 'proposePrecedent', taught())).rejects.toThrow('NOT_ALLOWED');
    await expect(find(who, 'provision: "wmo2015:2.3.3", first: 1')).rejects.toThrow('NOT_ALLOWED');
  }
});
