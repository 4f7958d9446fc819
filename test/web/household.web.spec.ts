import type { Page } from 'playwright-core';
import { newKey } from '../../apps/web/data/key';
import { sideways, violationsEverywhere } from './axe';
import { relapse } from './relapse';
import { Stage } from './stage';

let stage: Stage;
let lead: Page;

beforeAll(async () => {
  stage = await Stage.open();
  lead = await stage.as('lead');
});
afterAll(() => stage.close());

interface Lines {
  households: { nodes: { id: string; code: string }[] };
}
const idOf = async (page: Page, code: string): Promise<string> => {
  const { households } = await stage.ask<Lines>(page, '{ households(first: 50) { nodes { id code } } }');
  return households.nodes.find((one) => one.code === code)?.id ?? '';
};
/** Does an act of the api and gives the id of what it made. */
const made = async (page: Page, act: string, kind: string, input: Record<string, unknown>): Promise<string> => {
  const key = newKey();
  const answer = await stage.ask<Record<string, { __typename: string; reasons?: unknown }>>(
    page,
    `mutation($input: ${kind}!, $key: ID!) { ${act}(input: $input, key: $key) { __typename ... on HouseholdRefused { reasons { code } } } }`,
    { input, key },
  );
  expect(answer[act]).toEqual({ __typename: 'Household' });
  return key;
};
/** Two problems that wait for each other, and a third that waits for one of them; nothing planned yet. */
async function smallKnot(page: Page, code: string): Promise<string> {
  const household = await made(page, 'createHousehold', 'CreateHouseholdInput', { code });
  await made(page, 'addMember', 'AddMemberInput', { household, name: 'Sanne', role: 'ADULT', fromOn: '2026-01-05' });
  const { household: found } = await stage.ask<{ household: { members: { id: string; personId: string }[] } }>(
    page,
    'query($id: ID!) { household(id: $id) { members { id personId } } }',
    { id: household },
  );
  const personIds = found.members.map(({ personId }) => personId);
  const problem = (type: string, words: string) =>
    made(page, 'addProblem', 'AddProblemInput', { household, personIds, type, words });
  const benefit = await problem('INCOME.BENEFIT_STOPPED', 'Uitkering gestopt');
  const address = await problem('HOUSING.NO_REGISTRATION_ADDRESS', 'Geen briefadres');
  const debts = await problem('DEBT.PROBLEMATIC_DEBT', 'Schulden');
  const { agencies } = await stage.ask<{ agencies: { id: string; type: string }[] }>(page, '{ agencies { id type } }');
  const wmo = agencies.find(({ type }) => type === 'GEM_WMO')?.id;
  const holder = await made(page, 'addInvolvement', 'AddInvolvementInput', {
    household,
    agency: wmo,
    fromOn: '2026-01-05',
    law: 'wmo2015',
    payerNote: 'nog niet bekend',
    problemIds: [benefit],
  });
  const wait = (waiting: string, on: string, what: string, provision?: string) =>
    made(page, 'addWait', 'AddWaitInput', { household, waiting, for: on, holder, liftable: true, what, provision });
  await wait(benefit, address, 'eerst een adres', 'participatiewet:40:2');
  await wait(address, benefit, 'eerst inkomen');
  await wait(debts, benefit, 'eerst inkomen');
  return household;
}

/** No plan begins without somebody who deputises. */
async function nameDeputy(page: Page, household: string): Promise<void> {
  const { professionals } = await stage.ask<{ professionals: { id: string }[] }>(
    page,
    '{ professionals(suitedTo: HOLD) { id } }',
  );
  const { me } = await stage.ask<{ me: { person: string } }>(page, '{ me { person } }');
  const { household: found } = await stage.ask<{ household: { version: number } }>(
    page,
    'query($id: ID!) { household(id: $id) { version } }',
    { id: household },
  );
  const person = professionals.find(({ id }) => id !== me.person)?.id;
  await made(page, 'assignDeputy', 'AssignInput', { household, person, seen: found.version });
}

test('Peter: the map, its knot and what unties it; every page of the household is one link away', async () => {
  const id = await idOf(lead, 'DEMO-PETER');
  await lead.goto(`/huishouden/${id}`);
  await lead.getByText('Er is niets te ontknopen.').waitFor();
  await relapse(stage, lead, id);
  await lead.reload();
  expect(await lead.getByRole('heading', { level: 1 }).textContent()).toBe('Peter');
  const knot = lead.getByRole('region', { name: 'Knoop A' });
  await knot.getByRole('listitem').first().waitFor();
  expect(await knot.getByRole('list').first().getByRole('listitem').count()).toBe(3);
  expect(await knot.getByText('Besluit 1').count()).toBe(1);
  expect(await knot.getByRole('listitem').first().textContent()).toContain('wacht op Zorgkantoor, Wlz: de gemeente beslist pas');
  const panel = lead.getByRole('complementary', { name: 'Ontknopen' });
  // the agency said that its measure is done; that the wait ended is said by who sees both
  await panel.getByText('Maatregel klaar').waitFor();
  expect(await panel.getByRole('link', { name: 'Wacht dit nog? Besluit 1' }).getAttribute('href')).toBe(
    `/huishouden/${id}/plan/uitvoeren`,
  );
  await panel.getByText('Wmo 2015 2.3.5.6').waitFor();
  expect(await panel.getByRole('img', { name: 'grens' }).count()).toBe(1);

  const tabs = lead.getByRole('navigation', { name: 'Over dit huishouden' });
  for (const [name, shows] of [
    ['Tijdlijn', /contact/i],
    ['Beloften', /nagekomen/],
    ['Geld', /€/],
    ['Mensen', 'Wie keek'],
    ['Wijzigingen', /nieuw|wijzig|contactpersoon/],
    ['Papieren', 'Voor instanties en juristen'],
  ] as const) {
    await tabs.getByRole('link', { name }).click();
    await lead.getByRole('main').getByText(shows).first().waitFor();
    expect(await tabs.getByRole('link', { name }).getAttribute('aria-current')).toBe('page');
    expect(await lead.title()).toBe(`${name} · Peter · Doorbraak`);
  }
  const paper = lead.getByRole('link', { name: 'Nederlands, grote letters Voor het huishouden' });
  expect(await paper.getAttribute('target')).toBe('_blank');
  const answer = await lead.evaluate(
    async (address) => {
      const { status, headers } = await fetch(address);
      return [status, headers.get('content-type')];
    },
    await paper.getAttribute('href').then(String),
  );
  expect(answer).toEqual([200, 'application/pdf']);
  await lead.goto(`/huishouden/${id}/onzin`);
  await lead.getByText('Dit is er niet').waitFor();
  await lead.goto(`/huishouden/${newKey()}`);
  await lead.getByText('Dit is er niet').waitFor();
});

test('an own knot becomes a measure by one act, by keyboard alone; refused and empty states say so', async () => {
  const empty = await made(lead, 'createHousehold', 'CreateHouseholdInput', { code: 'LEEG-1' });
  await lead.goto(`/huishouden/${empty}`);
  await lead.getByText('Er staan nog geen problemen in.').waitFor();
  expect(await lead.getByRole('main').getByRole('link', { name: 'Naar de keukentafel' }).getAttribute('href')).toBe(
    `/huishouden/${empty}/keukentafel`,
  );

  const id = await smallKnot(lead, 'KNOOP-1');
  await lead.goto(`/huishouden/${id}`);
  const station = lead.getByRole('link', { name: /^A1 Uitkering gestopt/ });
  await station.focus();
  expect(await lead.getByText('wacht op A1', { exact: true }).count()).toBe(1);

  // Enter opens the details in place of the panel, Escape goes back to where one was.
  await lead.keyboard.press('ArrowDown');
  await lead.keyboard.press('Enter');
  const details = lead.getByRole('complementary', { name: 'Geen briefadres' });
  await details.getByText('eerst inkomen').first().waitFor();
  expect(await details.getByRole('heading', { level: 2 }).evaluate((one) => one === document.activeElement)).toBe(true);
  await lead.keyboard.press('Escape');
  expect(await lead.evaluate(() => document.activeElement?.textContent)).toContain('A2');
  // A is the agencies; Space marks one in place.
  await lead.keyboard.press('a');
  await lead.keyboard.press('Space');
  expect(await lead.getByRole('button', { name: /Wmo/ }).getAttribute('aria-pressed')).toBe('true');
  expect(await lead.locator('[data-hit]').count()).toBe(1);

  await lead.keyboard.press('1');
  await lead.keyboard.press('Enter');
  const panel = lead.getByRole('complementary', { name: 'Ontknopen' });
  const service = panel.getByLabel('Wat voor hulp of besluit is het?');
  expect(await service.evaluate((one) => one === document.activeElement)).toBe(true);
  // Letters in a field are letters, not keys of the map.
  await panel.getByLabel('Wie doet het?').fill('');
  await panel.getByLabel('Wie doet het?').pressSequentially('Ka 1');
  expect(await panel.getByLabel('Wie doet het?').inputValue()).toBe('Ka 1');
  expect(await panel.getByLabel('Wat levert het op?').inputValue()).toContain('eerst een adres');
  const due = panel.getByLabel('Voor welke dag?');
  const { me } = await stage.ask<{ me: { today: string } }>(lead, '{ me { today } }');
  expect((Date.parse(await due.inputValue()) - Date.parse(me.today)) / 86_400_000).toBe(14);

  // The api says why not; what was typed stays.
  await service.selectOption({ index: 1 });
  await due.press('Enter');
  await panel.getByRole('alert').getByText('Er is geen regisseur of geen plaatsvervanger.').waitFor();
  expect(await panel.getByLabel('Wie doet het?').inputValue()).toBe('Ka 1');
  expect(await panel.getByRole('link', { name: 'Wijs iemand aan' }).getAttribute('href')).toBe(`/huishouden/${id}/plan`);
  await nameDeputy(lead, id);
  await due.press('Enter');
  await panel.getByText('Staat in het plan').waitFor();
  const { household } = await stage.ask<{ household: { plan: { measures: { lifts: string[]; owner: string }[] } } }>(
    lead,
    'query($id: ID!) { household(id: $id) { plan { measures { lifts owner } } } }',
    { id },
  );
  expect(household.plan.measures.map(({ lifts, owner }) => [lifts.length, owner])).toEqual([[1, 'Ka 1']]);

  // Not meant: one press takes it out again, and the hands are where they were.
  await panel.getByRole('button', { name: 'Maak ongedaan Besluit 1' }).click();
  await lead.getByRole('status').getByText('Uit het plan gehaald.', { exact: true }).waitFor();
  const again = panel.getByRole('button', { name: 'Neem op in het plan Besluit 1' });
  await again.waitFor();
  expect(await again.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await panel.getByText('Staat in het plan').count()).toBe(0);
});

test('another way that opens as much is chosen, and the ring opens there once it is in the plan', async () => {
  const id = await smallKnot(lead, 'KNOOP-2');
  await nameDeputy(lead, id);
  await lead.goto(`/huishouden/${id}`);
  const panel = lead.getByRole('complementary', { name: 'Ontknopen' });
  const knot = lead.getByRole('region', { name: 'Knoop A' });
  const decision = panel.locator('ol').getByRole('listitem').first();
  await decision.getByText('Eerst een adres', { exact: true }).waitFor();
  await panel.getByText('Kies anders').click();
  const ways = panel.getByRole('group', { name: 'Dit maakt evenveel los.' });
  expect(await ways.getByRole('radio').count()).toBe(2);
  expect(await ways.getByRole('radio').first().isChecked()).toBe(true);
  const cutAt = () => knot.getByRole('listitem').filter({ hasText: 'Besluit 1' }).innerText();
  expect(await cutAt()).toContain('Uitkering gestopt');
  await ways.getByRole('radio', { name: 'Eerst inkomen' }).check();
  await decision.getByText('Eerst inkomen', { exact: true }).waitFor();
  expect(await cutAt()).toContain('Geen briefadres');
  expect(await violationsEverywhere(lead)).toEqual([]);

  expect(await knot.getByText('gaat open met het plan').count()).toBe(0);
  await decision.getByRole('button', { name: /Besluit 1$/ }).click();
  await panel.getByLabel('Wat voor hulp of besluit is het?').selectOption({ index: 1 });
  expect(await panel.getByLabel('Wat levert het op?').inputValue()).toContain('eerst inkomen');
  await panel.getByLabel('Voor welke dag?').press('Enter');
  await panel.getByText('Staat in het plan').waitFor();
  await knot.getByText('gaat open met het plan').waitFor();
  expect(await cutAt()).toContain('Geen briefadres');
});

test('a colleague reads what changed, in sentences, and marks it as seen', async () => {
  const deputy = await stage.as('deputy');
  const id = await idOf(deputy, 'DEMO-PETER');
  await deputy.goto(`/huishouden/${id}/wijzigingen`);
  const main = deputy.getByRole('main');
  await main
    .getByText(/schreef op hoe een probleem nu staat: Raakt gestrest/)
    .first()
    .waitFor();
  expect(await main.getByText('wijzigde iets').count()).toBe(0);
  await main.getByRole('button', { name: 'Gezien' }).click();
  await main.getByText('Er is niets nieuws.').waitFor();
  expect(await deputy.getByRole('navigation', { name: 'Over dit huishouden' }).getByText('nieuw').count()).toBe(0);
});

test('twenty-five problems and agencies stand on one screen of 1280 x 800, and are all in the list', async () => {
  const page = await stage.as('twenty-five.lead');
  const id = await idOf(page, 'DEMO-TWENTY-FIVE');
  const room = () =>
    page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      width: document.documentElement.scrollWidth,
      scrolls: [...document.querySelectorAll('main *')].filter(
        (one) => one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY),
      ).length,
    }));
  // A year after the plan one small knot is left.
  await page.goto(`/huishouden/${id}`, { waitUntil: 'networkidle' });
  await page.getByRole('region', { name: /^Knoop/ }).waitFor();
  expect(await room()).toEqual({ height: 800, width: 1280, scrolls: 0 });
  await relapse(stage, page, id);
  // What stands above the map may arrive after it.
  await page.route('/graphql', async (route) => {
    if (route.request().postData()?.includes('query HouseholdHeader')) await new Promise((wait) => setTimeout(wait, 500));
    await route.continue();
  });
  await page.goto(`/huishouden/${id}`, { waitUntil: 'networkidle' });
  await page.getByText('Pw 40.2').waitFor();
  expect(await room()).toEqual({ height: 800, width: 1280, scrolls: 0 });
  expect(await page.locator('[data-walk=node]').count()).toBe(25);
  expect(await page.locator('[data-walk=agency]').count()).toBe(25);
  const knots = page.getByRole('region', { name: /^Knoop/ });
  expect(await knots.count()).toBe(2);
  expect(await knots.first().getByRole('listitem').first().textContent()).toMatch(/^A1.*Uitkering gestopt.*Besluit 1/);

  await page.getByRole('button', { name: /^Woningcorporatie/ }).click();
  expect(await page.locator('[data-hit]').count()).toBe(3);
  await page.getByRole('link', { name: /Vonnis tot ontruiming/ }).focus();
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('B1');

  for (const width of [320, 390, 768]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sideways(page)).toBe(0);
  }
  // In one column on a phone: knots, what unties them, problems, agencies.
  await page.setViewportSize({ width: 390, height: 800 });
  const tops = await Promise.all(
    [/^Knoop A/, /^Ontknopen/, /^Inkomen/, /^25 instanties/].map((name) =>
      page.getByRole('heading', { name }).evaluate((one) => one.getBoundingClientRect().top),
    ),
  );
  expect([...tops].sort((a, b) => a - b)).toEqual(tops);

  await page.getByRole('link', { name: 'Lees als lijst' }).click();
  await page.getByRole('heading', { name: 'De kaart als lijst' }).waitFor();
  const problems = page
    .getByRole('main')
    .locator('section')
    .filter({ hasNotText: 'Knoop A' })
    .getByText(/(open|voorbij|wordt beter|terug van weggeweest), sinds/);
  expect(await problems.count()).toBe(25);
  expect(stage.complaints).toEqual([]);
});
