import { newId, type Id } from '@doorbraak/kernel';
import { act, tryAct } from '../../test/household';
import { PlanTown } from '../../test/plan';

let here: PlanTown;
const intervention = newId();
beforeAll(async () => {
  here = await PlanTown.open();
  const { household, involvements, problem, people } = here;
  const help = { household, service: 'GUIDANCE', involvement: involvements.mentor, problemIds: [problem], fromOn: '2025-02-10' };
  await act(people.lead, 'addIntervention', help, intervention);
});
afterAll(() => here.close());

const line = (more: Record<string, unknown> = {}) => ({
  ...{ scenario: here.scenarios.breakthrough, unitCost: 'WMO_GUIDANCE_BASIC', quantity: '104', payer: 'WMO', oneOff: false },
  ...{ note: 'begeleiding', ...more },
});
const why = (more: Record<string, unknown>) => here.why(here.people.lead, 'addCostLine', line(more));

type Line = Record<
  | 'id'
  | 'cents'
  | 'priceSource'
  | 'priceCents'
  | 'priceYear'
  | 'indexYear'
  | 'indexFactor'
  | 'interventionId'
  | 'priceFrom'
  | 'unit'
  | 'vatIncluded'
  | 'confidence',
  unknown
>;
async function added(more: Record<string, unknown>): Promise<Line> {
  const id = newId();
  const { lead } = here.people;
  const done = await here.do(lead, 'addCostLine', line(more), id);
  expect(done).toMatchObject({ __typename: 'BreakthroughPlan' });
  const { data } = await lead.ask<{ plan: { scenarios: { costLines: Line[] }[] } }>(
    `query ($id: ID!) { plan(id: $id) { scenarios { costLines { id cents priceSource priceCents priceYear indexYear indexFactor interventionId priceFrom unit vatIncluded confidence } } } }`,
    { id: here.plan },
  );
  return data.plan.scenarios.flatMap(({ costLines }) => costLines).find((one) => one.id === id)!;
}
const asked = async <T>(fields: string, who = here.people.lead) =>
  (await who.ask<{ plan: T | null }>(`query ($id: ID!) { plan(id: $id) { ${fields} } }`, { id: here.plan })).data.plan;

async function ownPrices(...rows: string[]): Promise<void> {
  const heading = 'key,nl,en,unit,amountCents,priceYear,validFrom,validTo,payer,source,confidence,vatIncluded,enabled';
  const fileBase64 = Buffer.from([heading, ...rows].join('\n')).toString('base64');
  const { data } = await here.town.admin.ask<{ done: { __typename: string } }>(
    `mutation ($key: ID!, $input: ImportUnitCostsInput!) { done: importUnitCosts(key: $key, input: $input) { __typename } }`,
    { key: newId(), input: { fileBase64, whenFaulty: 'ABORT' } },
  );
  expect(data.done).toEqual({ __typename: 'UnitCostImport' });
}

test('a line says whose price it is, and stays in the money of its own year unless another is asked', async () => {
  const national = { priceSource: 'NATIONAL', priceCents: '5580', priceYear: 2023, interventionId: null };
  expect(await added({})).toMatchObject({ ...national, cents: '580320', indexYear: null, indexFactor: null });
  expect(await added({ indexTo: 2024 })).toMatchObject({
    ...{ priceCents: '5764', priceYear: 2023, cents: '599456' },
    ...{ indexYear: 2024, indexFactor: '1.032990' },
  });
  expect(await why({ indexTo: 2026 })).toEqual(['INDEX_UNKNOWN 2026']);
  expect(await why({ unitCost: 'FACE_VALUE_EUR', indexTo: 2024 })).toEqual(['INDEX_NOT_FOR_FACE_VALUE FACE_VALUE_EUR']);
  expect(await why({ unitCost: 'FACE_VALUE_EUR' })).toEqual([]);
});

test('a line can carry on the cost of help that runs, of this household', async () => {
  expect(await added({ intervention })).toMatchObject({ interventionId: intervention });
  expect(await why({ intervention: here.plan })).toEqual([`INTERVENTION_UNKNOWN ${here.plan}`]);
});

test('help that a line carries on is held by that line while the plan is open', async () => {
  const { lead } = here.people;
  const [help, carried] = [newId(), newId()];
  const { household, involvements, problem } = here;
  const words = { service: 'GUIDANCE', involvement: involvements.mentor, problemIds: [problem], fromOn: '2025-02-10' };
  await act(lead, 'addIntervention', { household, ...words }, help);
  await here.do(lead, 'addCostLine', line({ intervention: help }), carried);
  const withdrawal = { household, entry: help, reason: 'dubbel ingevoerd' };
  const { data } = await tryAct(lead, 'withdrawFromHousehold', withdrawal);
  expect(data.outcome.reasons).toEqual([{ code: 'ENTRY_IN_USE', about: carried }]);
  expect(await here.why(lead, 'withdrawFromPlan', { entry: carried, reason: 'dubbel' })).toEqual([]);
  await act(lead, 'withdrawFromHousehold', withdrawal);
});

test('a line is refused with all that is wrong with it, also what another room sees', async () => {
  const strange = { measure: here.household, intervention: here.plan };
  expect(await why({ ...strange, unitCost: 'NOTHING', quantity: '0', payer: 'NOBODY', indexTo: 2026 })).toEqual([
    `INTERVENTION_UNKNOWN ${here.plan}`,
    `MEASURE_UNKNOWN ${here.household}`,
    'PAYER_UNKNOWN NOBODY',
    'QUANTITY_ZERO quantity',
    'UNIT_COST_UNKNOWN NOTHING',
  ]);
  const item = { scenario: here.scenarios.breakthrough, measure: here.household, item: 'NOTHING', note: 'x' };
  expect(await here.why(here.people.lead, 'addUnpriced', item)).toEqual([
    `MEASURE_UNKNOWN ${here.household}`,
    'UNPRICED_ITEM_UNKNOWN NOTHING',
  ]);
});

test('a price of the municipality takes the place of the national one while it holds; older lines keep theirs', async () => {
  const before = await added({});
  const own = 'WMO_GUIDANCE_BASIC,begeleiding,guidance,hour,6010,2025,2025-01-01,2025-12-31,WMO,contract (fictional),A,n/a,true';
  await ownPrices(own, 'OWN_COACH,coach,coach,hour,7500,2025,2026-01-01,,ZVW,contract (fictional),A,n/a,true');
  expect(await added({})).toMatchObject({ priceSource: 'OWN', priceCents: '6010', priceYear: 2025, cents: '625040' });
  expect(await asked<{ scenarios: { costLines: Line[] }[] }>('scenarios { costLines { id priceCents } }')).toMatchObject({
    scenarios: [{}, { costLines: expect.arrayContaining([{ id: before.id, priceCents: '5580' }]) as unknown }],
  });
  expect(await why({ unitCost: 'OWN_COACH', payer: 'ZVW' })).toEqual(['UNIT_COST_NOT_VALID OWN_COACH']);
  await ownPrices('OWN_COACH,coach,coach,hour,7500,2025,2025-01-01,,ZVW,contract (fictional),A,n/a,true');
  expect(await why({ unitCost: 'OWN_COACH', payer: 'ZVW' })).toEqual([]);
});

test('a line keeps what its price was like when the price is replaced, and is judged by that', async () => {
  const price = (cents: number, confidence: string, vat: string) =>
    `OWN_BUDDY,maatje,buddy,hour,${cents},2025,2025-02-01,,ZVW,contract (fictional),${confidence},${vat},true`;
  const buddy = { unitCost: 'OWN_BUDDY', payer: 'ZVW', quantity: '1' };
  await ownPrices(price(2000, 'C', 'yes'));
  const first = { priceCents: '2000', priceFrom: '2025-02-01', unit: 'hour', vatIncluded: 'INCLUDED', confidence: 'C' };
  const older = await added(buddy);
  expect(older).toMatchObject(first);
  await ownPrices(price(2500, 'A', 'no'));
  const newer = await added(buddy);
  expect(newer).toMatchObject({ ...first, priceCents: '2500', vatIncluded: 'EXCLUDED', confidence: 'A' });
  type Found = { scenarios: { costLines: Line[] }[]; costWarnings: { code: string; about: Id }[] };
  const found = await asked<Found>(
    'scenarios { costLines { id priceCents priceFrom unit vatIncluded confidence } } costWarnings { code about }',
  );
  const kept = found!.scenarios.flatMap(({ costLines }) => costLines).find(({ id }) => id === older.id);
  expect(kept).toMatchObject(first);
  const doubted = found!.costWarnings.filter(({ code }) => code === 'CONFIDENCE_LOW').map(({ about }) => about);
  expect(doubted).toContain(older.id);
  expect(doubted).not.toContain(newer.id);
});

describe('money as it is typed', () => {
  test.each(['-1', '1e309', 'NaN', '1.234,56', ''])(
    'a quantity of "%s" is refused, and written right it is done',
    async (quantity) => {
      if (quantity === '') {
        const { errors } = await ask(line({ quantity }));
        expect(errors![0]!.extensions['problems']).toMatchObject([{ path: 'input.quantity', code: 'REQUIRED' }]);
      } else expect(await why({ quantity })).toEqual(['DECIMAL_INVALID quantity']);
      expect(await why({ quantity: '0.005' })).toEqual([]);
    },
  );

  test('an amount is allowed up to the limit, and comes back as it was written', async () => {
    const face = { unitCost: 'FACE_VALUE_EUR', payer: 'FUND', oneOff: true };
    expect(await added({ ...face, quantity: '999999999999.99' })).toMatchObject({ cents: '99999999999999' });
    expect(await why({ ...face, quantity: '99999999999999999999' })).toEqual(['AMOUNT_RANGE quantity']);
  });

  const ask = (input: object) =>
    here.people.lead.ask(
      'mutation ($key: ID!, $input: AddCostLineInput!) { addCostLine(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { plan: here.plan, ...input } },
    );
});

describe('shares of a measure', () => {
  const fund = async (shares: object[], seen: number, measure: Id = here.measures.payFirst) => {
    const input = { plan: here.plan, measure, seen, advancedBy: 'WMO', shares };
    const { data, errors } = await here.people.lead.ask<{ done: { reasons?: { code: string; about: string | null }[] } }>(
      `mutation ($key: ID!, $input: FundMeasureInput!) { done: fundMeasure(key: $key, input: $input) {
         ... on PlanRefused { reasons { code about } } } }`,
      { key: newId(), input },
    );
    const problems = errors?.flatMap(({ extensions }) => (extensions['problems'] as { code: string }[] | undefined) ?? []);
    return (
      problems?.map(({ code }) => code) ?? (data.done.reasons ?? []).map(({ code, about }) => `${code} ${about ?? ''}`.trim())
    );
  };
  const share = (payer: string, percent: string, cents: unknown) => ({ payer, percent, cents });

  test.each<[unknown, string]>([
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0.005', 'AMOUNT_PRECISION'],
    [0.005, 'AMOUNT_PRECISION'],
    ['1.234,56', 'AMOUNT_PRECISION'],
    ['1e309', 'AMOUNT_RANGE'],
    ['NaN', 'AMOUNT_RANGE'],
    ['9999999999999999', 'AMOUNT_RANGE'],
  ])('an amount of %p is %s', async (cents, code) => {
    expect(await fund([share('WMO', '100', cents)], 1)).toEqual([code]);
  });

  test('percentages of 140, below zero or in words are refused', async () => {
    expect(await fund([share('WMO', '140', null)], 1)).toEqual(['PERCENT_RANGE WMO']);
    expect(await fund([share('WMO', '-1', null)], 1)).toEqual(['DECIMAL_INVALID']);
    expect(await fund([share('WMO', '1,5', null)], 1)).toEqual(['DECIMAL_INVALID']);
  });

  test('a hundred euro in three parts is 33.34, 33.33 and 33.33, exact to the cent', async () => {
    const { lead } = here.people;
    const measure = newId();
    const words = { owner: 'fonds', dueOn: '2025-12-01', service: 'JURISDICTION_SETTLED', result: 'betaald' };
    await here.do(lead, 'addMeasure', { involvement: here.involvements.wmo, problems: [here.problem], ...words }, measure);
    for (const payer of ['FUND', 'WMO', 'ZVW'])
      expect(await why({ measure, unitCost: 'FACE_VALUE_EUR', payer, quantity: payer === 'FUND' ? '33.34' : '33.33' })).toEqual(
        [],
      );
    const thirds = (first: string) => [
      share('FUND', '33.3334', first),
      share('WMO', '33.3333', '3333'),
      share('ZVW', '33.3333', '3333'),
    ];
    expect(await fund(thirds('3335'), 1, measure)).toEqual(['SHARE_DIFFERS_FROM_PERCENT FUND']);
    expect(await fund(thirds('3334'), 1, measure)).toEqual([]);
    const found = await asked<{ comparison: { payers: { payer: string; measures: { measure: Id }[] }[] } }>(
      'comparison { payers { payer role fundedCents advancedCents provisional measures { measure cents } } }',
    );
    expect(found!.comparison.payers.find(({ payer }) => payer === 'FUND')).toMatchObject({
      ...{ role: 'INVESTS', fundedCents: '3334', advancedCents: '0', provisional: false },
      measures: [{ measure, cents: '3334' }],
    });
    expect(found!.comparison.payers.find(({ payer }) => payer === 'WMO')).toMatchObject({ advancedCents: '6667' });
  });
});

test('who invests and who gains, and what is worth a second look, are for whoever reads the money of the plan', async () => {
  const codes = (found: { costWarnings: { code: string }[] } | null) => found?.costWarnings.map(({ code }) => code);
  expect(await why({ scenario: here.scenarios.now, unitCost: 'SHELTER_PLACE_YEAR', quantity: '3' })).toEqual([]);
  const fields = 'comparison { payers { payer asNowCents breakthroughCents savingCents } } costWarnings { code about nl en }';
  type Money = { comparison: { payers: { payer: string }[] } | null; costWarnings: { code: string }[] };
  const found = await asked<Money>(fields);
  expect(codes(found)).toEqual(expect.arrayContaining(['QUANTITY_IMPLAUSIBLE', 'CONFIDENCE_LOW']));
  expect(found!.comparison!.payers.map(({ payer }) => payer)).toEqual(['FUND', 'WMO', 'ZVW']);
  for (const who of [here.people.holder, here.people.peter]) expect(await asked<Money>(fields, who)).toEqual(found);
  expect(await asked<Money>(fields, here.people.wmo)).toEqual({ comparison: null, costWarnings: [] });
  expect(await asked<Money>(fields, here.people.elsewhere)).toBeNull();
});
