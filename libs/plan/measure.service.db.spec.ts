import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newId, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

type Line = {
  unitCost: string;
  quantity: number;
  probability?: number;
  payer: string;
  oneOff: boolean;
  note: { nl: string };
  measure?: string;
};
type Sums = { totalCents: number; byPayer: Record<string, number>; unpriced: number };
type Peter = {
  plan: {
    scenarios: Record<
      'AS_NOW' | 'BREAKTHROUGH',
      { horizonMonths: number; costLines: Line[]; unpriced: { item: string; note: { nl: string } }[] }
    >;
  };
  expectCost: Record<'AS_NOW' | 'BREAKTHROUGH', Sums> & {
    saving: { totalCents: number; byPayer: Record<string, number>; publicCents: number };
  };
};
const peter = JSON.parse(readFileSync(path.join(__dirname, '../../apps/demo/cases/peter-beschermd-wonen.json'), 'utf8')) as Peter;

/** A town whose plan is replaced by an empty one, to be filled through the API. */
let here: PlanTown;
let lead: Someone;
const plan = newId();
/** The wait with room has the highest id, so that it can only come first by its room. */
const waits = [newId(3), newId(1), newId(2)];
const measure = newId();
beforeAll(async () => {
  here = await PlanTown.open();
  lead = here.people.lead;
  await here.do(lead, 'stopPlan', { seen: 1, reason: 'opnieuw' });
  await lead.ask('mutation ($key: ID!, $input: StartPlanInput!) { startPlan(key: $key, input: $input) { __typename } }', {
    key: plan,
    input: { household: here.household, planOn: PLAN_DAY },
  });
});
afterAll(() => here.close());

const why = (name: string, input: Record<string, unknown>, who = lead) => here.why(who, name, { plan, ...input });
const read = async <T>(fields: string, who = lead): Promise<T> =>
  (await who.ask<{ plan: T }>(`query ($id: ID!) { plan(id: $id) { ${fields} } }`, { id: plan })).data.plan;

test('the circular wait of three payers: three single decisions open it, and the one with room comes first', async () => {
  const { wmo, wlz, mentor } = here.involvements;
  const ring = [
    [wmo, wlz, 'wmo2015:2.3.5:6', 'de gemeente wacht op de Wlz'],
    [wlz, mentor, 'wlz:3.2.3:4', 'de Wlz wacht op de regio'],
    [mentor, wmo, 'wmo2015:2.3.2:1', 'de regio wacht op de gemeente'],
  ] as const;
  for (const [i, [waiting, forWhat, provision, what]] of ring.entries())
    await act(
      lead,
      'addWait',
      { household: here.household, waiting, for: forWhat, holder: waiting, what, provision, liftable: true },
      waits[i],
    );
  const unlock = async (who: Someone) =>
    (
      await who.ask<{ household: { unlock: unknown } | null }>(
        `query ($id: ID!) { household(id: $id) { unlock { circles { members waits notLiftable unbreakable { waits } smallest { size } }
           smallest { size lowerBound exact sets setCount countExact preferred words { nl en } } remaining { waits } notLiftable
           chosen { wait code circle alternatives stuck words { nl en } } } } }`,
        { id: here.household },
      )
    ).data.household?.unlock;
  expect(await unlock(lead)).toMatchObject({
    circles: [{ members: [wmo, wlz, mentor], waits: [...waits].sort(), notLiftable: [], unbreakable: [], smallest: { size: 1 } }],
    smallest: { size: 1, lowerBound: 1, exact: true, sets: waits.map((wait) => [wait]), setCount: '3', countExact: true },
    chosen: [
      {
        wait: waits[0],
        code: 'HAS_ROOM',
        circle: 0,
        alternatives: [waits[1], waits[2]],
        words: { nl: expect.stringContaining('de regio wacht op de gemeente'), en: expect.stringContaining('Also possible') },
      },
    ],
    remaining: [],
    notLiftable: [],
  });
  for (const who of [here.people.wmo, here.people.peter]) expect(await unlock(who)).toBeNull();
});

test('a measure names what belongs to this household and to the lists, and says everything that does not', async () => {
  const good = { owner: 'contactpersoon', dueOn: '2025-11-03', service: 'JURISDICTION_SETTLED', result: 'steun begint nu' };
  const stranger = newId();
  expect(
    await why('addMeasure', {
      ...good,
      ...{ involvement: stranger, service: 'NOTHING', problems: [stranger], lifts: [stranger], lawsAdded: ['no-law'] },
    }),
  ).toEqual([
    `INVOLVEMENT_UNKNOWN ${stranger}`,
    'LAW_UNKNOWN no-law',
    `PROBLEM_UNKNOWN ${stranger}`,
    'SERVICE_UNKNOWN NOTHING',
    `WAIT_UNKNOWN ${stranger}`,
  ]);
  const input = {
    ...good,
    ...{ involvement: here.involvements.wmo, problems: [here.problem], lifts: [waits[0]], deviationKind: 'INTERIM_PAYER' },
    lawsAdded: ['awb'],
  };
  expect(await why('addMeasure', input, here.people.outsider)).toEqual(['NOT_FOUND']);
  await here.do(lead, 'addMeasure', { plan, ...input }, measure);
  expect(
    await read('measures { deviates deviationKind noExtraMoney version lawsTouched { law origins { kind } struckOut } }'),
  ).toEqual({
    measures: [
      {
        ...{ deviates: true, deviationKind: 'INTERIM_PAYER', noExtraMoney: false, version: 1 },
        lawsTouched: [
          { law: 'awb', origins: [{ kind: 'ADDED' }], struckOut: null },
          { law: 'wlz', origins: [{ kind: 'PROBLEM' }], struckOut: null },
          { law: 'wmo2015', origins: [{ kind: 'OWNER' }, { kind: 'PROBLEM' }, { kind: 'WAIT' }], struckOut: null },
        ],
      },
    ],
  });
});

test('a law is struck out once, with a line, and only when the measure touches it', async () => {
  const strike = (law: string, of: Id = measure) => why('strikeOutLaw', { measure: of, law, line: 'hier niet nodig' });
  expect(await strike('politiewet2012')).toEqual(['LAW_NOT_TOUCHED politiewet2012']);
  expect(await strike('awb', plan)).toEqual([`MEASURE_UNKNOWN ${plan}`]);
  expect(await strike('awb')).toEqual([]);
  expect(await strike('awb')).toEqual(['LAW_STRUCK_OUT_ALREADY awb']);
  expect(await read('measures { struckOut { law line } }')).toEqual({
    measures: [{ struckOut: [{ law: 'awb', line: 'hier niet nodig' }] }],
  });
});

test('what it costs as now and breaking through, to the cent per payer, with what has no price beside it', async () => {
  const scenarios = { AS_NOW: newId(1), BREAKTHROUGH: newId(2) };
  for (const [kind, { horizonMonths }] of Object.entries(peter.plan.scenarios))
    await here.do(lead, 'addScenario', { plan, kind, name: kind, horizonMonths }, scenarios[kind as keyof typeof scenarios]);
  expect(await why('addScenario', { kind: 'AS_NOW', name: 'nog eens', horizonMonths: 24 })).toEqual([
    'AS_NOW_EXISTS',
    'HORIZON_DIFFERS',
  ]);
  const paid = (line: Line, kind: keyof typeof scenarios) => ({
    ...{ scenario: scenarios[kind], unitCost: line.unitCost, quantity: String(line.quantity), payer: line.payer },
    ...{ oneOff: line.oneOff, note: line.note.nl, probability: line.probability === undefined ? null : String(line.probability) },
    measure: line.measure === 'one-payer-first' ? measure : null,
  });
  const [first] = peter.plan.scenarios.AS_NOW.costLines.map((line) => paid(line, 'AS_NOW'));
  const wrong = (more: Record<string, unknown>) => why('addCostLine', { ...first, ...more });
  expect(await wrong({ unitCost: 'NOTHING', payer: 'NOBODY', quantity: '0' })).toEqual([
    'PAYER_UNKNOWN NOBODY',
    'QUANTITY_ZERO quantity',
    'UNIT_COST_UNKNOWN NOTHING',
  ]);
  expect(await wrong({ probability: '1' })).toEqual(['PROBABILITY_RANGE probability']);
  expect(await wrong({ scenario: scenarios.BREAKTHROUGH, probability: '0.5' })).toEqual([
    'PROBABILITY_OUTSIDE_AS_NOW probability',
  ]);
  expect(await wrong({ measure })).toEqual([`MEASURE_UNKNOWN ${measure}`]);
  expect(await wrong({ scenario: plan })).toEqual([`NOT_FOUND ${plan}`]);
  expect(await why('addUnpriced', { scenario: scenarios.AS_NOW, item: 'NOTHING', note: 'x' })).toEqual([
    'UNPRICED_ITEM_UNKNOWN NOTHING',
  ]);
  for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) {
    for (const line of peter.plan.scenarios[kind].costLines) expect(await why('addCostLine', paid(line, kind))).toEqual([]);
    for (const { item, note } of peter.plan.scenarios[kind].unpriced)
      expect(await why('addUnpriced', { scenario: scenarios[kind], item, note: note.nl })).toEqual([]);
  }
  const amounts = (byPayer: Record<string, number>) =>
    Object.entries(byPayer).map(([payer, cents]) => ({ payer, cents: String(cents) }));
  const totals = ({ totalCents, byPayer, unpriced }: Sums) => ({
    totals: { totalCents: String(totalCents), byPayer: amounts(byPayer), unpricedCount: unpriced },
  });
  const { saving } = peter.expectCost;
  expect(
    await read(`scenarios { totals { totalCents byPayer { payer cents } unpricedCount } }
      comparison { savingCents publicCents byPayer { payer cents } whoInvests { payer } whoGains { payer cents } unpricedCount }`),
  ).toEqual({
    scenarios: [totals(peter.expectCost.AS_NOW), totals(peter.expectCost.BREAKTHROUGH)],
    comparison: {
      savingCents: String(saving.totalCents),
      publicCents: String(saving.publicCents),
      byPayer: amounts(saving.byPayer),
      whoInvests: [],
      whoGains: amounts(saving.byPayer),
      unpricedCount: 4,
    },
  });
});

test('a measure is funded to the cent; a new division takes the place of the old one, which stays on record', async () => {
  const fund = (more: Record<string, unknown>) => why('fundMeasure', { measure, seen: 1, advancedBy: 'WMO', ...more });
  const share = (payer: string, percent: string, cents: string | null) => ({ payer, percent, cents });
  expect(await fund({ noExtraMoney: true })).toEqual(['NO_EXTRA_MONEY_BUT_COST']);
  expect(await fund({ shares: [share('WMO', '60', null), share('WMO', '30', null)], advancedBy: null })).toEqual([
    'PAYER_TWICE WMO',
    'REQUIRED advancedBy',
    'SHARES_NOT_100',
  ]);
  expect(await fund({ shares: [share('WMO', '100', '723700')] })).toEqual(['SHARE_DIFFERS_FROM_PERCENT WMO']);
  expect(await fund({ shares: [share('WMO', '50', '361880'), share('WLZ', '50', '361880')] })).toEqual([]);
  expect(await fund({ shares: [share('WMO', '100', '723760')] })).toEqual([`CHANGED_MEANWHILE ${measure}`]);
  expect(await fund({ seen: 2, shares: [share('WMO', '100', null)] })).toEqual([]);
  expect(await read('measures { advancedBy shares { payer percent cents } }')).toEqual({
    measures: [{ advancedBy: 'WMO', shares: [{ payer: 'WMO', percent: '100', cents: '723760' }] }],
  });
  const { rows } = await here.world.db.superuser.query('select from funding_share where measure_id = $1', [measure]);
  expect(rows).toHaveLength(3);
});

test('a measure gets another day by the version that was seen, and not any more once its agency is asked for that day', async () => {
  const [found] = (await read<{ measures: { version: number }[] }>('measures { version }')).measures;
  const move = (dueOn: string, seen: number, more = {}) => why('setMeasureDay', { measure, seen, dueOn, ...more });
  const seen = found!.version;
  expect(await move('2026-02-01', seen, { measure: plan })).toEqual([`MEASURE_UNKNOWN ${plan}`]);
  expect(await why('setMeasureDay', { measure, seen, dueOn: '2026-02-01' }, here.people.outsider)).toEqual(['NOT_FOUND']);
  expect(await move('2026-02-01', seen)).toEqual([]);
  expect(await move('2026-03-01', seen)).toEqual([`CHANGED_MEANWHILE ${measure}`]);
  expect(await read('measures { dueOn version }')).toEqual({ measures: [{ dueOn: '2026-02-01', version: seen + 1 }] });
  const question = newId();
  await here.do(lead, 'askPosition', { plan, involvement: here.involvements.wmo, clockDays: 5 }, question);
  expect(await move('2026-03-01', seen + 1)).toEqual([`ENTRY_IN_USE ${question}`]);
});

test('what an intervention costs stands with the household, for who may read it', async () => {
  const { household, involvements, problem, people } = here;
  const intervention = newId();
  await act(
    lead,
    'addIntervention',
    { household, service: 'GUIDANCE', involvement: involvements.mentor, problemIds: [problem], fromOn: '2025-02-10' },
    intervention,
  );
  const line = newId();
  const add = async (who: Someone, more: Record<string, unknown> = {}, key = newId()) =>
    (
      await who.ask<{ added: { reasons?: { code: string }[]; interventionCosts?: unknown } }>(
        `mutation ($key: ID!, $input: AddInterventionCostInput!) { added: addInterventionCost(key: $key, input: $input) {
           ... on Household { interventionCosts { interventionId costLines { cents payer } } } ... on HouseholdRefused { reasons { code } } } }`,
        {
          key,
          input: {
            ...{ household, intervention, unitCost: 'WMO_GUIDANCE_BASIC', quantity: '104', payer: 'WMO', oneOff: false },
            ...{ note: 'twee uur per week', ...more },
          },
        },
      )
    ).data.added;
  expect(await add(lead, {}, line)).toEqual({
    interventionCosts: [{ interventionId: intervention, costLines: [{ cents: '580320', payer: 'WMO' }] }],
  });
  expect(await add(lead, { intervention: plan })).toEqual({ reasons: [{ code: 'NOT_FOUND' }] });
  expect(await add(lead, { payer: 'WLZ' })).toEqual({ reasons: [{ code: 'PAYER_DIFFERS_FROM_PRICE' }] });
  expect(await add(people.outsider)).toEqual({ reasons: [{ code: 'NOT_FOUND' }] });

  const withdraw = async (who: Someone, cost: Id) =>
    (
      await who.ask<{ gone: { reasons?: { code: string }[]; interventionCosts?: unknown } }>(
        `mutation ($key: ID!, $input: WithdrawInterventionCostInput!) { gone: withdrawInterventionCost(key: $key, input: $input) {
           ... on Household { interventionCosts { costLines { id } withdrawn { id withdrawnReason } } } ... on HouseholdRefused { reasons { code } } } }`,
        { key: newId(), input: { household, line: cost, reason: 'te veel uren' } },
      )
    ).data.gone;
  expect(await withdraw(people.outsider, line)).toEqual({ reasons: [{ code: 'NOT_FOUND' }] });
  expect(await withdraw(lead, plan)).toEqual({ reasons: [{ code: 'ENTRY_UNKNOWN' }] });
  expect(await withdraw(lead, line)).toEqual({
    interventionCosts: [{ costLines: [], withdrawn: [{ id: line, withdrawnReason: 'te veel uren' }] }],
  });
  expect(await withdraw(lead, line)).toEqual({ reasons: [{ code: 'WITHDRAWN_ALREADY' }] });
});
