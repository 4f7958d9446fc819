import { newId, risingIds, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const read = async <T>(who: Someone, fields: string, plan: Id = here.plan): Promise<T | null> =>
  (await who.ask<{ plan: T | null }>(`query ($id: ID!) { plan(id: $id) { ${fields} } }`, { id: plan })).data.plan;

test('a plan is for who leads, who is asked and who it is about; for others it is not there', async () => {
  const { lead, deputy, holder, legal, peter, outsider, elsewhere, mentor } = here.people;
  for (const who of [lead, deputy, holder, legal, peter])
    expect(await read(who, 'id number goals { words }')).toEqual({ id: here.plan, number: 1, goals: [expect.anything()] });
  for (const who of [outsider, elsewhere, mentor]) expect(await read(who, 'id')).toBeNull();
});

test('beside the id of a professional stands the name that colleagues know, also for a member who reads no list of them', async () => {
  const { lead, peter } = here.people;
  const promise = { plan_id: here.plan, professional_id: lead.person, what: 'bellen', certainty: 'CERTAIN', due_on: PLAN_DAY };
  const id = await here.row('commitment', promise);
  const who = 'authorLabel decidedByLabel asked { asWhat perspective personLabel } commitments { professionalLabel }';
  for (const reader of [lead, peter])
    expect(await read(reader, who)).toEqual({
      authorLabel: 'lead (verzonnen)',
      decidedByLabel: null,
      asked: expect.arrayContaining([{ asWhat: 'ADVISER', perspective: 'LEGAL', personLabel: 'legal (verzonnen)' }]),
      commitments: [{ professionalLabel: 'lead (verzonnen)' }],
    });
  const gone = `update commitment set withdrawn_on = $2, withdrawn_by = $3, withdrawn_reason = 'x' where id = $1`;
  await here.world.db.superuser.query(gone, [id, PLAN_DAY, lead.person]);
});

test('a judgement on half of the facts is withheld: the member reads the plan, not what rests on problems of others', async () => {
  const judged =
    'stage whyNotDecide { code } warnings { code } matrix { laws } proposedContradictions { pattern } measures { lawsTouched { law } }';
  expect(await read(here.people.peter, judged)).toEqual({
    stage: null,
    whyNotDecide: null,
    warnings: null,
    matrix: null,
    proposedContradictions: null,
    measures: [{ lawsTouched: null }, { lawsTouched: null }],
  });
  expect(await read(here.people.holder, 'stage measures { lawsTouched { law origins { kind about } } }')).toEqual({
    stage: 'OPTIONS_COMPARED',
    measures: [
      {
        lawsTouched: [
          { law: 'wlz', origins: [{ kind: 'PROBLEM', about: here.involvements.wlz }] },
          {
            law: 'wmo2015',
            origins: [
              { kind: 'OWNER', about: here.involvements.wmo },
              { kind: 'PROBLEM', about: here.involvements.wmo },
            ],
          },
        ],
      },
      { lawsTouched: [{ law: 'wlz', origins: [{ kind: 'OWNER', about: here.involvements.wlz }] }] },
    ],
  });
});

test('an agency reads its own measure and nothing else of the plan', async () => {
  expect(
    await read(here.people.wmo, 'goals { id } scenarios { id } measures { id } asked { id } comparison { savingCents } stage'),
  ).toEqual({ goals: [], scenarios: [], measures: [{ id: here.measures.payFirst }], asked: [], comparison: null, stage: null });
});

test('a plan needs a lead and a deputy, and there is one at a time', async () => {
  const { lead, outsider, holder } = here.people;
  const start = (who: Someone, household: Id) => startPlan(who, household);
  expect(await start(lead, here.household)).toEqual(['PLAN_OPEN_ALREADY']);
  expect(await start(outsider, here.household)).toEqual(['NOT_FOUND']);
  await expect(start(holder, here.household)).rejects.toThrow('NOT_ALLOWED');
  const household = newId();
  await act(lead, 'createHousehold', { code: 'P-2' }, household);
  expect(await start(lead, household)).toEqual(['LEAD_OR_DEPUTY_MISSING']);
  const plan = newId();
  await act(lead, 'assignDeputy', { household, seen: 1, person: here.people.deputy.person });
  const both = await Promise.all([startPlan(lead, household, plan), startPlan(lead, household)]);
  expect(both.flat()).toEqual(['PLAN_OPEN_ALREADY']);
});

test('who is asked is a professional whose role may answer, not the author, and asked once', async () => {
  const { lead, deputy, legal, wmo, holder, outsider } = here.people;
  const adviser = (person: Id, perspective = 'LEGAL') => here.why(lead, 'askAdviser', { person, perspective });
  expect(await adviser(lead.person)).toEqual(['ASKED_ALREADY LEGAL', 'AUTHOR_DOES_NOT_ASSESS', `ROLE_UNSUITED ${lead.person}`]);
  expect(await adviser(deputy.person, 'ECONOMIC')).toEqual([`ASKED_ALREADY ECONOMIC`, `ROLE_UNSUITED ${deputy.person}`]);
  expect(await adviser(wmo.person, 'ECONOMIC')).toEqual([`ASKED_ALREADY ECONOMIC`, `NOT_A_PROFESSIONAL ${wmo.person}`]);
  expect(await adviser(legal.person, 'SOCIETAL')).toEqual([`ASKED_ALREADY SOCIETAL`, `ONE_PERSPECTIVE_EACH ${legal.person}`]);
  expect(await here.why(lead, 'askDecider', { person: lead.person })).toEqual(['NOT_OWN_PLAN']);
  expect(await here.why(lead, 'askDecider', { person: deputy.person })).toEqual([`MANDATE_MISSING ${deputy.person}`]);
  expect(await here.why(lead, 'askDecider', { person: holder.person })).toEqual([`ASKED_ALREADY ${holder.person}`]);
  expect(await here.why(outsider, 'askDecider', { person: holder.person })).toEqual(['NOT_FOUND']);
});

test('an asking that ended closes the plan at once, and opens again when somebody is asked anew', async () => {
  const { lead, legal } = here.people;
  const asked = (await read<{ asked: { id: Id; personId: Id }[] }>(lead, 'asked { id personId }'))!.asked;
  const asking = asked.find(({ personId }) => personId === legal.person)!.id;
  expect(await here.why(lead, 'endAsking', { asking })).toEqual([]);
  expect(await read(legal, 'id')).toBeNull();
  expect(await here.why(lead, 'endAsking', { asking })).toEqual([`NOT_FOUND ${asking}`]);
  expect(await here.why(lead, 'askAdviser', { person: legal.person, perspective: 'LEGAL' })).toEqual([]);
  expect(await read(legal, 'id')).toEqual({ id: here.plan });
});

test('every act raises the version of the plan; a stale edit is told what changed in the part that it names', async () => {
  const { lead, deputy } = here.people;
  const goal = newId();
  const before = (await here.one('plan', here.plan))['version'] as number;
  expect(await here.do(lead, 'addGoal', { words: 'Bezoek is rustig.' }, goal)).toMatchObject({ version: before + 1 });
  expect(await here.do(deputy, 'setFirstStep', { goal, seen: 1, firstStep: 'eerst bellen' })).toMatchObject({
    version: before + 2,
  });
  expect(await here.do(lead, 'setFirstStep', { goal, seen: 1, firstStep: 'iets anders' })).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE', about: goal }],
    changes: [{ act: 'setFirstStep', version: 2 }],
  });
  expect(await here.one('goal', goal)).toMatchObject({ position: 2, first_step: 'eerst bellen', version: 2 });
  expect(await here.why(lead, 'setFirstStep', { goal: here.plan, seen: 1, firstStep: 'x' })).toEqual([`NOT_FOUND ${here.plan}`]);
});

test.each([
  ['answerReverseTest', { step: 'EFFECT', answer: 'steun nu' }],
  ['judgeValue', { value: 'ENGAGEMENT', verdict: 'NOT_YET', argument: 'nog niet gevraagd' }],
])('%s changes what stands there only by the version that was seen', async (name, input) => {
  const { lead, deputy } = here.people;
  expect(await here.why(lead, name, input)).toEqual([expect.stringContaining('CHANGED_MEANWHILE')]);
  expect(await here.why(deputy, name, { ...input, seen: 1 })).toEqual([]);
  expect(await here.why(lead, name, { ...input, seen: 1 })).toEqual([expect.stringContaining('CHANGED_MEANWHILE')]);
});

test('the next version starts from a decided plan with everything in it but what others said of it', async () => {
  const { lead, outsider } = here.people;
  const next = newId();
  const start = (who: Someone, key = newId()) => startNewVersion(who, here.plan, key);
  expect(await start(lead)).toEqual(['PLAN_NOT_DECIDED', 'PLAN_OPEN_ALREADY']);
  expect(await start(outsider)).toEqual(['NOT_FOUND']);
  const ground = { measure_id: here.measures.payFirst, valid_on: PLAN_DAY, known_on: ASKED_DAY, argument: 'omdat' };
  const rising = risingIds(); // two rows of one millisecond have no order
  const limit = await here.row('legal_ground', { ...ground, provision: 'wmo2015:2.3.5:6', role: 'LIMIT' }, rising());
  const room = await here.row(
    'legal_ground',
    { ...ground, provision: 'wmo2015:2.3.3', role: 'ROOM', answers: [limit] },
    rising(),
  );
  await here.row('contradiction', {
    measure_id: here.measures.payFirst,
    a: limit,
    b: room,
    type: 'AFBAKENING',
    resolved_via: [room],
  });
  // Written before any measure was, as far as its id tells: the order of the measures is not the order in which money names them.
  const line = { owner_kind: 'SCENARIO', owner_id: here.scenarios.breakthrough, measure_id: here.measures.settle };
  const price = {
    unit_cost: 'WMO_GUIDANCE_PLUS',
    price_cents: 8520,
    price_year: 2025,
    one_off: true,
    payer: 'WMO',
    note: 'overleg',
  };
  await here.row('cost_line', { ...line, ...price, quantity: 1, cents: 8520 }, newId(1));
  const judged = { plan_id: here.plan, kind: 'LEGAL', by_person: here.people.legal.person, verdict: 'SUFFICIENT' };
  await here.row('perspective_assessment', { ...judged, argument: 'het mag' });
  await here.row('agreement', {
    plan_id: here.plan,
    person_id: here.member,
    state: 'AGREED',
    agreed_on: ASKED_DAY,
    how: 'ALOUD',
  });
  await here.world.db.superuser.query(`update plan set status = 'DECIDED', decided_on = $2 where id = $1`, [
    here.plan,
    ASKED_DAY,
  ]);

  expect(await here.why(lead, 'addGoal', { words: 'te laat' })).toEqual([`PLAN_CLOSED ${here.plan}`]);
  expect(await read(lead, 'whyNotDecide { code }')).toEqual({ whyNotDecide: [{ code: 'PLAN_CLOSED' }] });
  expect(await start(lead, next)).toEqual([]);

  const fields = `number previousId planOn decidedOn goals { words firstStep } asked { asWhat perspective }
    scenarios { kind name costLines { cents measureId } totals { totalCents } } measures { id service deviates shares { payer percent cents }
      grounds { id provision role answers validOn knownOn article summary { nl } inForce } contradictions { a b resolvedVia } }
    agreements { id } positions { id } perspectives { id } values { value verdict }`;
  type Plan = { measures: { id: Id; grounds: { id: Id; provision: string; answers: Id[] }[] }[] } & Record<string, unknown>;
  const copy = (await read<Plan>(lead, fields, next))!;
  const [payFirst, settle] = copy.measures;
  const [copiedLimit, copiedRoom] = payFirst!.grounds;
  expect(copy).toMatchObject({
    number: 2,
    previousId: here.plan,
    planOn: ASKED_DAY,
    decidedOn: null,
    asked: [],
    agreements: [],
    positions: [],
    perspectives: [],
    goals: [{ words: 'Ik blijf hier wonen.' }, { words: 'Bezoek is rustig.', firstStep: 'eerst bellen' }],
    scenarios: [
      { kind: 'AS_NOW', totals: { totalCents: '886080' } },
      {
        kind: 'BREAKTHROUGH',
        costLines: [
          { cents: '8520', measureId: settle!.id },
          { cents: '664560', measureId: payFirst!.id },
        ],
      },
    ],
    measures: [
      {
        deviates: true,
        shares: [{ payer: 'WMO', percent: '100', cents: '664560' }],
        grounds: [
          { provision: 'wmo2015:2.3.5:6', answers: [], validOn: ASKED_DAY, knownOn: ASKED_DAY, article: '2.3.5' },
          { provision: 'wmo2015:2.3.3', answers: [copiedLimit!.id], summary: { nl: expect.any(String) } },
        ],
        contradictions: [{ a: copiedLimit!.id, b: copiedRoom!.id, resolvedVia: [copiedRoom!.id] }],
      },
      { deviates: false },
    ],
  });
  expect([here.measures.payFirst, limit, room]).not.toContain(payFirst!.id);
  expect(await read(lead, 'measures { id grounds { id } }')).toMatchObject({
    measures: [{ id: here.measures.payFirst, grounds: [{ id: limit }, { id: room }] }, {}],
  });

  const versions = await lead.ask<{ household: unknown }>(
    'query ($id: ID!) { household(id: $id) { plan { number } plans { number status goals { words } } } }',
    { id: here.household },
  );
  expect(versions.data.household).toMatchObject({
    plan: { number: 2 },
    plans: [{ number: 2 }, { number: 1, status: 'DECIDED' }],
  });

  expect(await here.why(lead, 'stopPlan', { plan: next, seen: 9, reason: 'verhuisd' })).toEqual([`CHANGED_MEANWHILE ${next}`]);
  expect(await here.do(lead, 'stopPlan', { plan: next, seen: 1, reason: 'verhuisd' })).toMatchObject({
    status: 'STOPPED',
    version: 2,
  });
  expect(await here.why(lead, 'addGoal', { plan: next, words: 'te laat' })).toEqual([`PLAN_CLOSED ${next}`]);

  const again = newId();
  expect(await startNewVersion(lead, next, again)).toEqual([]);
  expect(await read(lead, 'number previousId status goals { words }', again)).toMatchObject({
    number: 3,
    previousId: next,
    status: 'SELECTED',
    goals: [{ words: 'Ik blijf hier wonen.' }, { words: 'Bezoek is rustig.' }],
  });
});

test('who wrote in this version or in one before it neither decides nor assesses it; what was withdrawn was written by nobody', async () => {
  const { lead, deputy, holder, small, legal, economic } = here.people;
  const open = (await here.world.db.superuser.query<{ id: Id }>(`select id from plan where status = 'SELECTED' and number = 3`))
    .rows[0]!;
  expect(await here.why(lead, 'stopPlan', { plan: open.id, seen: 1, reason: 'verhuisd' })).toEqual([]);
  const last = newId();
  expect(await startNewVersion(deputy, open.id, last)).toEqual([]);
  const ask = (act: string, who: Someone, more = {}) => here.why(deputy, act, { plan: last, person: who.person, ...more });
  const own = async (who: Someone) => {
    const { whyNotDecide } = (await read<{ whyNotDecide: { code: string }[] }>(who, 'whyNotDecide { code }', last))!;
    return whyNotDecide.some(({ code }) => code === 'NOT_OWN_PLAN');
  };
  expect(await ask('askDecider', lead)).toEqual(['NOT_OWN_PLAN']);
  expect([await own(lead), await own(deputy), await own(holder), await own(small)]).toEqual([true, true, false, false]);
  const said = { plan: last, perspective: 'LEGAL', verdict: 'SUFFICIENT', argument: 'het mag' };
  const ground = { provision: 'wlz:3.2.1:3', role: 'ROOM', argument: 'x', valid_on: PLAN_DAY, known_on: PLAN_DAY };
  const gone = { withdrawn_on: ASKED_DAY, withdrawn_by: lead.person, withdrawn_reason: 'x' };
  // Each in the place of a deputy of before, in the version that was decided.
  await here.row('goal', { plan_id: here.plan, position: 9, words: 'x', recorded_by: economic.person, ...gone });
  await here.row('legal_ground', { ...ground, measure_id: here.measures.settle, recorded_by: small.person });
  await here.row('goal', { plan_id: here.plan, position: 9, words: 'x', recorded_by: legal.person });
  expect(await own(small)).toBe(true);
  expect(await ask('askDecider', small)).toEqual(['NOT_OWN_PLAN']);
  expect(await here.why(legal, 'assessPerspective', said)).toEqual(['AUTHOR_DOES_NOT_ASSESS', 'NOT_ASKED LEGAL']);
  expect(await ask('askAdviser', legal, { perspective: 'LEGAL' })).toEqual(['AUTHOR_DOES_NOT_ASSESS']);
  const assess = () => here.why(economic, 'assessPerspective', { ...said, perspective: 'ECONOMIC' });
  expect(await assess()).toEqual([`NOT_ASKED ECONOMIC`]); // what was asked was asked of the version before
  expect(await ask('askAdviser', economic, { perspective: 'ECONOMIC' })).toEqual([]);
  expect(await assess()).toEqual([]);
  await here.world.db.superuser.query('update measure set recorded_by = $1 where plan_id = $2', [holder.person, last]);
  expect(await own(holder)).toBe(true);
});

const outcome = '__typename ... on PlanRefused { reasons { code } }';
type Outcome = { reasons?: { code: string }[] } | null;

async function codes(who: Someone, mutation: string, key: Id, input: Record<string, unknown>): Promise<string[]> {
  const answer = await who.ask<{ done: Outcome }>(mutation, { key, input });
  if (!answer.data?.done) throw new Error(JSON.stringify(answer.errors));
  return (answer.data.done.reasons ?? []).map(({ code }) => code);
}
const startPlan = (who: Someone, household: Id, key = newId()) =>
  codes(who, `mutation ($key: ID!, $input: StartPlanInput!) { done: startPlan(key: $key, input: $input) { ${outcome} } }`, key, {
    household,
  });
const startNewVersion = (who: Someone, plan: Id, key: Id) =>
  codes(
    who,
    `mutation ($key: ID!, $input: StartNewVersionInput!) { done: startNewVersion(key: $key, input: $input) { ${outcome} } }`,
    key,
    { plan },
  );
