import type { Locator, Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { relapse } from './relapse';
import { Stage } from './stage';
import { does } from './wet.stage';

let stage: Stage;
let page: Page;
let household: string;
let plan: string;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.as('lead');
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  household = households.nodes[0]?.id ?? '';
});
afterAll(() => stage.close());

const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) });
const press = (name: string | RegExp, where: Page | Locator = page.locator('main')) =>
  where.getByRole('button', { name }).first().click();
const said = (sentence: string) => page.getByRole('status').getByText(sentence, { exact: true }).waitFor();
const steps = () => page.getByRole('navigation', { name: 'Stappen van het plan' });
const reasons = () => page.getByRole('complementary', { name: /^Nog niet besluiten/ });
const open = (step: string) => steps().getByRole('link', { name: step }).click();
const knots = async () => {
  const found = await stage.ask<{ household: { unlock: { circles: object[] } }; workList: { nodes: { circles: number }[] } }>(
    page,
    'query ($id: ID!) { household(id: $id) { unlock { circles { members } } } workList(first: 1) { nodes { circles } } }',
    { id: household },
  );
  return [found.household.unlock.circles.length, found.workList.nodes[0]?.circles];
};

test('a decided plan says how it goes on a step of its own, and offers nothing at the law that cannot be done', async () => {
  await page.goto(`/huishouden/${household}/plan/wet`);
  await page.getByText('Pijltjes: lopen. Enter: kiezen.', { exact: true }).waitFor();
  expect(await page.getByText(/artikel erbij/).count()).toBe(0);
  // two known clashes were looked at by nobody: no sentence says that all is well
  await page.getByText('Bekende botsingen die niemand bekeek:').waitFor();
  expect(await page.getByText(/^Alle geraakte wetten hebben een grond/).count()).toBe(0);
  await open('Uitvoeren');
  await part('Wat kostte het echt?').waitFor();
});

test('while a next version is written the one before holds, one press away; the head says which is which', async () => {
  await open('Versies');
  await press('Begin een nieuwe versie');
  await said('De nieuwe versie is begonnen.');
  await page.getByText('Versie 1 geldt, besloten op').waitFor();
  await page.getByText('· versie 2, in de maak ·').waitFor();
  await page.getByRole('link', { name: 'Uitvoeren en terugkijken' }).click();
  await page.getByText(/^Hier staat versie 1, besloten op .* Versie 2 is nog niet besloten\.$/).waitFor();
  await part('Terugkijken')
    .getByRole('columnheader', { name: /^Na 12 maanden/ })
    .waitFor();
  await part('Wat kostte het echt?').getByText('begeleiding plus').first().waitFor();
  await press('Schrijf een belofte op', part('Beloften'));
  const form = part('Beloften').locator('form');
  await form.getByLabel('Wat is beloofd?').fill('ik bel het zorgkantoor');
  await press('Leg vast', form);
  await said('De belofte staat in het plan.');
  await part('Beloften').getByText('ik bel het zorgkantoor').waitFor();
  // reasons against the next version are none of this one
  expect(await reasons().count()).toBe(0);
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('what a finished measure left waiting is a knot until who sees both says that it ended; then nobody counts it any more', async () => {
  // what it was about is over; when it comes back, so does the knot
  expect(await knots()).toEqual([0, 0]);
  await relapse(stage, page, household);
  await page.reload();
  const doing = part('Uitvoeren');
  await doing.getByText('Dit is klaar. Wacht dit nog?').waitFor();
  expect(await knots()).toEqual([1, 1]);
  await press(/^Dit wacht niet meer/, doing);
  await press('Dit wacht niet meer', doing.locator('form'));
  await said('Dit wacht niet meer.');
  await doing.getByText('Dit is klaar. Wacht dit nog?').waitFor({ state: 'detached' });
  expect(await knots()).toEqual([0, 0]);
});

test('of the next version nobody was asked, and an agency with two measures is one reason among those that are alike', async () => {
  const found = await stage.ask<{
    me: { today: string };
    household: { plan: { id: string; measures: { involvementId: string }[] } };
  }>(page, 'query ($id: ID!) { me { today } household(id: $id) { plan { id measures { involvementId } } } }', { id: household });
  plan = found.household.plan.id;
  await does(stage, page, 'Plan', 'addMeasure', {
    ...{ plan, involvement: found.household.plan.measures[0]?.involvementId, owner: 'begeleider', service: 'GUIDANCE' },
    ...{ result: 'elke week samen koken', dueOn: '2026-01-05' },
  });
  await open('Besluit');
  await page.getByText('Wat bij versie 1 is gevraagd en gezegd, gaat niet mee. Vraag het hier opnieuw.').waitFor();
  expect(await part('Drie blikken').getByText('Nog niemand gevraagd.').count()).toBe(3);
  await part('Wie besluit?').getByText('Nog niemand is gevraagd om te besluiten.').waitFor();
  expect(await part('Wat zeggen de instanties?').getByText('nog niet gevraagd').count()).toBe(3);
  await reasons().getByText('3 instanties zijn niet gevraagd of hebben nog niet geantwoord:').waitFor();
  expect(await reasons().locator('li[data-code=POSITION_UNANSWERED]').count()).toBe(3);
  const link = reasons().getByRole('link', { name: /zorgkantoor/ });
  await link.click();
  await page.locator('[id^=position-]', { hasText: 'zorgkantoor' }).locator('form :focus').waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: /^Waarom nog niet\? \(\d+\)$/ }).click();
  const list = await reasons().evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(list).toBe(0); // it is read by scrolling the page, not a box in it
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('measures stand in the order of the version before; a day that has passed is said, and mended until its agency is asked', async () => {
  await open('Wat zij willen');
  const list = part('Wat gaat er gebeuren?');
  await list.getByText('elke week samen koken').first().waitFor();
  const results = await list.locator('strong').allTextContents();
  expect(results.map((result) => result.slice(0, 10))).toEqual(['De steun b', 'Begeleider', 'Blijkt het', 'elke week ']);
  const cooking = list.getByRole('listitem').filter({ hasText: 'elke week samen koken' });
  await cooking.getByText('die dag is al geweest').waitFor();
  // what is done has no day that was missed
  expect(await list.getByText('die dag is al geweest').count()).toBe(1);
  await press('Kies een andere dag elke week samen koken', cooking);
  await cooking.getByLabel('Voor welke dag?').fill('2027-03-01');
  await press('Leg vast', cooking.locator('form'));
  await said('De nieuwe dag staat in het plan.');
  await cooking.getByText(/voor 01-03-2027/).waitFor();
  await cooking.getByText('die dag is al geweest').waitFor({ state: 'detached' });
});

test('versions beside each other say once what did not change, and mark what did', async () => {
  await open('Versies');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
  await row('Doelen').getByText('gelijk', { exact: true }).waitFor();
  expect(await row('Doelen').getByRole('cell').count()).toBe(1);
  await row('Artikelen').getByText('gelijk', { exact: true }).waitFor();
  const measures = row('Maatregelen');
  await measures.getByRole('listitem').filter({ hasText: 'elke week samen koken' }).getByText('alleen hier').waitFor();
  expect(await measures.getByText('alleen hier').count()).toBe(1);
  expect(await measures.getByText('anders', { exact: true }).count()).toBe(0);
  const goal = await stage.ask<{ household: { plan: { goals: { id: string; firstStep: string | null; version: number }[] } } }>(
    page,
    'query ($id: ID!) { household(id: $id) { plan { goals { id firstStep version } } } }',
    { id: household },
  );
  const without = goal.household.plan.goals.find(({ firstStep }) => firstStep === null);
  await does(stage, page, 'Plan', 'setFirstStep', {
    ...{ plan, goal: without?.id, seen: without?.version, firstStep: 'eerst bellen' },
  });
  await page.reload();
  await row('Doelen').getByText('anders', { exact: true }).first().waitFor();
  expect(await row('Doelen').getByText('anders', { exact: true }).count()).toBe(2);
  expect(await row('Doelen').getByRole('cell').count()).toBe(2);
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('a measure on one law has no tick; a known clash that nobody looked at is a way to it', async () => {
  await open('Wet');
  const clash = page.getByRole('button', { name: /^Beschermd wonen of Wlz: wie betaalt, maatregel 3$/ });
  await clash.click();
  await page
    .getByRole('region', { name: 'Gekozen' })
    .getByRole('heading', { name: /Beschermd wonen of Wlz/ })
    .waitFor();
  const { household: found } = await stage.ask<{ household: { plan: { whyNotDecide: { code: string; about: string }[] } } }>(
    page,
    'query ($id: ID!) { household(id: $id) { plan { whyNotDecide { code about } } } }',
    { id: household },
  );
  for (const { about } of found.plan.whyNotDecide.filter(({ code }) => code === 'LAW_TOUCHED_WITHOUT_GROUND')) {
    const [measure, law] = about.split('/');
    await does(stage, page, 'Plan', 'strikeOutLaw', { plan, measure, law, line: 'Dit is koken.' }, newId());
  }
  await page.reload();
  const cooking = page.getByRole('button', { name: /elke week samen koken/ });
  await cooking.getByText('0 wetten').waitFor();
  expect(await cooking.locator('svg').count()).toBe(0);
});

test('nobody complained', () => expect(stage.complaints).toEqual([]));
