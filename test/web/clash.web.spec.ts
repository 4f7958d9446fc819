import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { Stage } from './stage';
import { does, planOfTwo } from './wet.stage';

/** Two people, each on a device of their own, with the same household before them. */
let stage: Stage;
let lead: Page;
let deputy: Page;
let household: string;
let plan: string;
let me: { today: string; person: string };

interface Found {
  version: number;
  ownWords: string | null;
  members: { personId: string }[];
  problems: { id: string; version: number; status: string }[];
  involvements: { id: string }[];
  interventions: { id: string; version: number; toOn: string | null }[];
  waits: { id: string; version: number; liftedOn: string | null }[];
  plan: {
    goals: { id: string; version: number; firstStep: string | null }[];
    measures: { id: string; version: number; owner: string; shares: { payer: string }[] }[];
    commitments: {
      id: string;
      version: number;
      what: string;
      state: string;
      newDueOn: string | null;
      lateReason: string | null;
    }[];
    contradictions: { id: string; version: number; reasoning: string | null }[];
    agreements: { state: string; words: string | null }[];
  };
}
const found = async () =>
  (
    await stage.ask<{ household: Found }>(
      lead,
      `query ($id: ID!) { household(id: $id) { version ownWords members { personId } involvements { id }
        problems { id version status } interventions { id version toOn } waits { id version liftedOn }
        plan { goals { id version firstStep } measures { id version owner shares { payer } }
          commitments { id version what state newDueOn lateReason } contradictions { id version reasoning } agreements { state words } } } }`,
      { id: household },
    )
  ).household;

beforeAll(async () => {
  stage = await Stage.open();
  [lead, deputy] = [await stage.as('lead'), await stage.as('deputy')];
  lead.setDefaultTimeout(8000);
  ({ household, plan } = await planOfTwo(stage, lead));
  ({ me } = await stage.ask<{ me: typeof me }>(lead, '{ me { today person } }'));
  const colleague = await stage.ask<{ me: { person: string } }>(deputy, '{ me { person } }');
  const { version } = await found();
  await does(stage, lead, 'Household', 'assignDeputy', { household, person: colleague.me.person, seen: version });
});
afterAll(() => stage.close());

const byDeputy = (of: 'Household' | 'Plan', name: string, input: Record<string, unknown>) =>
  does(stage, deputy, of, name, { ...(of === 'Plan' ? { plan } : {}), ...input });
const button = (name: string | RegExp) => lead.getByRole('main').getByRole('button', { name });
const said = (words: string) => lead.getByRole('status').filter({ hasText: words }).waitFor();
const both = () => lead.getByRole('region', { name: 'Iemand anders wijzigde dit ook' });
const choose = async (field: string, which: string) => {
  await both()
    .getByRole('group', { name: `Wat moet er staan bij ‘${field}’?` })
    .getByRole('radio', { name: which })
    .check();
};
const soon = 500;

test('own words: both versions with who and when; something of both goes, and a draft knows what it was typed about', async () => {
  const words = async (text: string) =>
    byDeputy('Household', 'recordOwnWords', { household, words: text, seen: (await found()).version });
  await words('Rust.');
  await lead.goto(`/huishouden/${household}/plan/wens`);
  await button(/^Pas aan In eigen woorden/).click();
  await lead.getByLabel('Wat haalt dit huishouden eruit?').fill('Een huis.');
  await lead.waitForTimeout(soon);
  await words('Rust, en een huisarts.');
  // the tab is killed, and comes back with the new words on the page
  await lead.reload();
  await lead.getByText('Rust, en een huisarts.').first().waitFor();
  await button(/^Pas aan In eigen woorden/).click();
  await lead.getByText('Wat u eerder typte, staat er weer.').waitFor();
  await button('Leg vast').first().click();
  await both().getByText('Een huis.').waitFor();
  await both().getByText('Rust, en een huisarts.').waitFor();
  await both()
    .getByText(/^Gewijzigd door .+, \d/)
    .waitFor();
  expect(
    await both()
      .getByRole('heading', { level: 2 })
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
  expect(await violationsEverywhere(lead)).toEqual([]);
  await lead.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(lead)).toBe(0);
  await lead.setViewportSize({ width: 1280, height: 800 });
  await choose('In eigen woorden', 'Van beide iets');
  await both().getByLabel('In eigen woorden, samen').fill('Een huis, rust, en een huisarts.');
  await button('Verstuur dit').click();
  await lead.getByText('Een huis, rust, en een huisarts.').first().waitFor();
  expect((await found()).ownWords).toBe('Een huis, rust, en een huisarts.');
});

test('where something else was changed nobody has to choose: it goes by itself', async () => {
  await button(/^Pas aan In eigen woorden/).click();
  await lead.getByLabel('Wat haalt dit huishouden eruit?').fill('Een huis en een fiets.');
  const personIds = (await found()).members.map(({ personId }) => personId);
  await byDeputy('Household', 'addProblem', { household, personIds, type: 'DEBT.PROBLEMATIC_DEBT', words: 'Drie brieven' });
  await button('Leg vast').first().click();
  await lead.getByText('Een huis en een fiets.').first().waitFor();
  expect(await both().count()).toBe(0);
});

test('how a problem stands and when help ends: one or the other; leaving what stands there leaves it', async () => {
  const { problems, involvements } = await found();
  const [problem] = problems;
  await lead.goto(`/huishouden/${household}`);
  await lead.locator('[data-walk=node]').first().click();
  const panel = lead.getByRole('complementary');
  await panel.getByRole('button', { name: 'Hoe staat het nu?' }).click();
  await panel.getByLabel('Hoe staat het nu?').selectOption({ label: 'wordt beter' });
  const named = await panel.getByRole('heading', { level: 2 }).textContent();
  const one = named === 'Drie brieven' ? problems[1] : problem;
  await byDeputy('Household', 'setProblemStatus', { problem: one?.id, status: 'RELAPSED', seen: one?.version });
  await panel.locator('dd').filter({ hasText: 'terug van weggeweest' }).waitFor();
  await panel.getByRole('button', { name: 'Bewaar' }).click();
  await both().getByText('wordt beter').waitFor();
  expect(await both().getByRole('radio', { name: 'Van beide iets' }).count()).toBe(0);
  await button('Laat staan wat er nu staat').click();
  const statusOf = async () => (await found()).problems.find(({ id }) => id === one?.id)?.status;
  expect(await statusOf()).toBe('RELAPSED');
  await panel.getByRole('button', { name: 'Hoe staat het nu?' }).click();
  expect(await panel.getByLabel('Hoe staat het nu?').inputValue()).toBe('RELAPSED');
  await panel.getByLabel('Hoe staat het nu?').selectOption({ label: 'wordt beter' });
  await panel.getByRole('button', { name: 'Bewaar' }).click();
  await said('Bewaard hoe het staat.');
  expect(await statusOf()).toBe('IMPROVING');

  const help = { household, involvement: involvements[0]?.id, service: 'BRIEFADRES', fromOn: '2025-02-01', problemIds: [] };
  const { serviceTypes } = await stage.ask<{ serviceTypes: { key: string; name: { nl: string } }[] }>(
    lead,
    '{ serviceTypes { key name { nl } } }',
  );
  help.service = serviceTypes.find(({ name }) => name.nl === 'Briefadres')?.key ?? '';
  await byDeputy('Household', 'addIntervention', help);
  await lead.goto(`/huishouden/${household}/geld`);
  const row = lead.getByRole('list', { name: 'Hulp die nu loopt' }).getByRole('listitem').filter({ hasText: 'Briefadres' });
  await row.getByRole('button', { name: /^De hulp stopt/ }).click();
  await row.getByLabel('Laatste dag').fill(me.today);
  const [running] = (await found()).interventions;
  await byDeputy('Household', 'endIntervention', { intervention: running?.id, toOn: '2025-03-01', seen: running?.version });
  // it runs no more, but who is typing keeps the line
  await row.getByText('Iemand anders rondde dit af of haalde het weg').waitFor();
  await row.getByRole('button', { name: 'De hulp stopt' }).last().click();
  await both().getByText('01-03-2025').waitFor();
  await button('Laat staan wat er nu staat').click();
  await row.waitFor({ state: 'detached' });
  expect((await found()).interventions[0]?.toOn).toBe('2025-03-01');
});

test('a promise: two who say that it comes later see both; who is typing keeps the words when a colleague closes it', async () => {
  const promise = { professional: me.person, dueOn: me.today, certainty: 'CERTAIN', what: 'de wasmachine regelen' };
  await byDeputy('Plan', 'addCommitment', promise);
  const standing = async () => (await found()).plan.commitments[0];
  const id = (await standing())?.id;
  await lead.goto(`/huishouden/${household}/beloften`);
  await button('Wordt later de wasmachine regelen').click();
  await lead.getByLabel('Waarom?').fill('de winkel is dicht');
  await lead.getByLabel('Nieuwe dag').fill('2027-01-10');
  const late = { commitment: id, reason: 'er is geen geld', newDueOn: '2027-02-20', toldOn: me.today, seen: 1 };
  await byDeputy('Plan', 'reportLate', late);
  await button('Leg vast').first().click();
  await both().getByText('er is geen geld').waitFor();
  await choose('Nieuwe dag', 'Wat er nu staat');
  await choose('Waarom', 'Van beide iets');
  await button('Verstuur dit').click();
  await said('Nieuwe dag vastgelegd.');
  expect(await standing()).toMatchObject({ newDueOn: '2027-02-20', lateReason: 'er is geen geld\nde winkel is dicht' });

  await button('Lukt niet de wasmachine regelen').click();
  await lead.getByLabel('Waarom?').fill('de huisbaas wil het niet, en wil niet zeggen waarom');
  await byDeputy('Plan', 'keepCommitment', { commitment: id, keptOn: me.today, seen: (await standing())?.version });
  await lead.getByRole('main').getByText('nagekomen', { exact: true }).waitFor();
  const why = lead.getByLabel('Waarom?');
  expect(await why.inputValue()).toBe('de huisbaas wil het niet, en wil niet zeggen waarom');
  await button('Leg vast').first().click();
  await lead.getByRole('alert').locator('li[data-code=COMMITMENT_CLOSED]').waitFor();
  expect(await why.inputValue()).toBe('de huisbaas wil het niet, en wil niet zeggen waarom');
  expect(await violationsEverywhere(lead)).toEqual([]);
  await button('Niet doen').click();
  expect(await button(/^(Lukt niet|Wordt later|Nagekomen)/).count()).toBe(0);
});

test('a first step, and who pays a measure', async () => {
  await byDeputy('Plan', 'addGoal', { words: 'Weer naar buiten', firstStep: 'een rondje' });
  const goal = (await found()).plan.goals[0];
  await lead.goto(`/huishouden/${household}/plan/wens`);
  await button(/^Pas aan Weer naar buiten/).click();
  await lead.getByLabel('Eerste stap').fill('naar de markt');
  await byDeputy('Plan', 'setFirstStep', { goal: goal?.id, firstStep: 'naar het park', seen: goal?.version });
  await button('Leg vast').first().click();
  await both().getByText('naar het park').waitFor();
  await button('Verstuur dit').click();
  await lead.getByText('naar de markt').waitFor();

  const measure = (await found()).plan.measures[0];
  await lead.goto(`/huishouden/${household}/plan/gevolgen`);
  await button(/^Verdeel schuldhulp begint/).click();
  await lead.getByLabel('Betaler 1').selectOption({ index: 1 });
  const share = { payer: 'WMO', percent: '100', cents: null };
  await byDeputy('Plan', 'fundMeasure', {
    ...{ measure: measure?.id, seen: measure?.version },
    ...{ noExtraMoney: false, shares: [share], advancedBy: 'WMO' },
  });
  await button('Leg vast').first().click();
  await both().waitFor();
  await choose('Wie betaalt welke maatregel', 'Wat er nu staat');
  await button('Verstuur dit').click();
  await both().waitFor({ state: 'detached' });
  expect((await found()).plan.measures.find(({ id }) => id === measure?.id)?.shares).toEqual([{ payer: 'WMO' }]);

  // a goal that a colleague takes out stays under the hands of who is typing in it
  await lead.goto(`/huishouden/${household}/plan/wens`);
  await button(/^Pas aan Weer naar buiten/).click();
  await lead.getByLabel('Eerste stap').fill('met de hond naar het strand');
  await byDeputy('Plan', 'withdrawFromPlan', { entry: goal?.id, reason: 'stond er dubbel' });
  await lead.getByText('Iemand anders rondde dit af of haalde het weg').waitFor();
  await button('Leg vast').first().click();
  await lead.getByRole('alert').waitFor();
  expect(await lead.getByLabel('Eerste stap').inputValue()).toBe('met de hond naar het strand');
  await button('Niet doen').click();
  await lead.locator('q').filter({ hasText: 'Weer naar buiten' }).waitFor({ state: 'detached' });
});

test('what a member says of the plan: a no that a colleague heard meanwhile is not written over by a yes', async () => {
  const person = (await found()).members[0]?.personId;
  await lead.goto(`/huishouden/${household}/plan/besluit`);
  await button('Schrijf op wat het huishouden zegt').click();
  await lead.getByLabel('In welke woorden?').fill('Als het maar snel gaat.');
  const no = { person, state: 'DISAGREED', how: 'ALOUD', words: 'Eerst een huis.' };
  await byDeputy('Plan', 'recordAgreement', no);
  await lead.locator('q').filter({ hasText: 'Eerst een huis.' }).waitFor();
  expect(await lead.getByLabel('In welke woorden?').inputValue()).toBe('Als het maar snel gaat.');
  await button('Leg vast').click();
  await both().getByText('Eerst een huis.').waitFor();
  await choose('Ja of nee', 'Wat er nu staat');
  await choose('In welke woorden', 'Van beide iets');
  await button('Verstuur dit').click();
  await lead.locator('q').filter({ hasText: 'Als het maar snel gaat.' }).waitFor();
  const { agreements } = (await found()).plan;
  expect(agreements).toEqual([{ state: 'DISAGREED', words: 'Eerst een huis.\nAls het maar snel gaat.' }]);
});

test('on the map: a decision that is being put in the plan, and a wait that is being lifted, stay while a colleague lifts the wait', async () => {
  const { problems, involvements } = await found();
  const [one, other] = problems;
  const wait = (waiting: string | undefined, on: string | undefined, what: string) =>
    does(stage, deputy, 'Household', 'addWait', {
      ...{ household, waiting, for: on, what },
      ...{ holder: involvements[0]?.id, provision: null, liftable: true },
    });
  await wait(one?.id, other?.id, 'eerst de brieven');
  await wait(other?.id, one?.id, 'eerst de schulden');
  await lead.goto(`/huishouden/${household}`);
  await button(/^Neem op in het plan/)
    .first()
    .click();
  await lead.getByLabel('Wie doet het?').fill('Karin van het loket, op dinsdag');
  const lift = async (liftedOn = me.today) => {
    const waits = (await found()).waits.filter((w) => w.liftedOn === null);
    for (const { id, version } of waits) await byDeputy('Household', 'liftWait', { wait: id, liftedOn, seen: version });
  };
  await lift();
  await lead.getByText('Iemand anders rondde dit af of haalde het weg').waitFor();
  expect(await lead.getByLabel('Wie doet het?').inputValue()).toBe('Karin van het loket, op dinsdag');
  await lead.getByLabel('Wat voor hulp of besluit is het?').selectOption({ index: 1 });
  await lead.getByLabel('Wie doet het?').press('Enter');
  await lead
    .getByRole('alert')
    .or(lead.getByRole('status').filter({ hasText: 'plan' }))
    .first()
    .waitFor();

  await wait(one?.id, involvements[0]?.id, 'eerst een intake');
  await lead.goto(`/huishouden/${household}`);
  await lead.locator('[data-walk=node]').filter({ hasText: /./ }).first().click();
  const panel = lead.getByRole('complementary');
  const lifts = panel.getByRole('button', { name: /^Dit wacht niet meer/ });
  if ((await lifts.count()) === 0) await lead.locator('[data-walk=node]').nth(1).click();
  await lifts.first().click();
  await lift('2025-09-01');
  await panel.getByText('Iemand anders rondde dit af of haalde het weg').waitFor();
  await lifts.last().click();
  await both().or(panel.getByRole('alert')).first().waitFor();
});

test('law: what a colleague answered meanwhile stands beside what was argued here', async () => {
  const { measures } = (await found()).plan;
  const ground = async (provision: string, role: string, answers: string[] = []) => {
    const key = newId();
    const input = { plan, measure: measures[0]?.id, provision, role, argument: 'zo is het hier', answers };
    await does(stage, deputy, 'Plan', 'addGround', input, key);
    return key;
  };
  const a = await ground('participatiewet:58:8', 'ROOM');
  const b = await ground('wgs:3:3', 'LIMIT');
  const clash = newId();
  const input = { plan, measure: measures[0]?.id, a, b, type: 'TOEGANG', resolvedVia: [] };
  await does(stage, deputy, 'Plan', 'addContradiction', input, clash);
  await lead.goto(`/huishouden/${household}/plan/wet#contradiction-${clash}`);
  const why = lead.getByLabel('Waarom geldt dat hier?');
  await lead.getByRole('radio').first().check();
  await why.fill('Het gezin kan niet wachten op een tweede besluit.');
  const resolve = { contradiction: clash, reasoning: 'De gemeente mag afzien.', resolvedVia: [a], seen: 1 };
  await byDeputy('Plan', 'resolveContradiction', resolve);
  await lead.getByText('De gemeente mag afzien.').first().waitFor();
  expect(await why.inputValue()).toBe('Het gezin kan niet wachten op een tweede besluit.');
  await button('Neem over').click();
  await both().getByText('De gemeente mag afzien.').waitFor();
  expect(await violationsEverywhere(lead)).toEqual([]);
  await choose('Waarom geldt dat hier', 'Van beide iets');
  await button('Verstuur dit').click();
  await lead.getByRole('definition').filter({ hasText: 'Het gezin kan niet wachten' }).waitFor();
  const now = (await found()).plan.contradictions.find(({ id }) => id === clash);
  expect(now?.reasoning).toBe('De gemeente mag afzien.\nHet gezin kan niet wachten op een tweede besluit.');
});

test('one line of the matrix comes back after the tab was lost', async () => {
  const withdraw = () =>
    lead
      .getByRole('group')
      .filter({ has: lead.getByText('Dit was een vergissing') })
      .last();
  await withdraw().locator('summary').click();
  await withdraw().getByRole('textbox').fill('dit stond er dubbel');
  await lead.waitForTimeout(soon);
  await lead.reload();
  await withdraw().locator('summary').click();
  await lead.waitForFunction(() =>
    [...document.querySelectorAll('details[open] input')].some(
      (one) => (one as HTMLInputElement).value === 'dit stond er dubbel',
    ),
  );
});

test('nobody complained', () => expect(stage.complaints).toEqual([]));
