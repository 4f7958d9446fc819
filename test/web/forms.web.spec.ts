import type { Page } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { Stage } from './stage';
import { does, planOfTwo } from './wet.stage';

let stage: Stage;
let lead: Page;
let household: string;

beforeAll(async () => {
  stage = await Stage.open();
  lead = await stage.as('lead');
  ({ household } = await planOfTwo(stage, lead));
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => lead.getByRole('main').getByRole('button', { name });
const said = (words: string) => lead.getByRole('status').filter({ hasText: words }).waitFor();
const choose = (label: string, option: string | { index: number }) =>
  lead.getByLabel(label, { exact: true }).selectOption(typeof option === 'string' ? { label: option } : option);

test('sharing: only bases for this agency, of named people, with who said yes; it stops with a reason; a note can be shared alone', async () => {
  await lead.goto(`/huishouden/${household}/mensen`);
  await button('Schrijf een bericht').click();
  await lead.getByLabel('Bericht', { exact: true }).fill('Bel eerst, en kom niet in uniform.');
  await button('Bewaar').click();
  await said('Bewaard.');

  await button('Deel met een instantie').press('Enter');
  await lead.getByRole('button', { name: 'Deel', exact: true }).click();
  // what is not filled in is said where it stands, and nothing was sent
  await lead.getByText('Vul dit in.').first().waitFor();
  await choose('Met welke instantie?', { index: 1 });
  const bases = lead.getByLabel('Op welke grond?');
  const told = await bases.locator('option').allTextContents();
  expect(told.some((one) => one.includes('(Wams'))).toBe(false);
  await bases.selectOption({ index: told.findIndex((one) => /toestemming|ja gezegd|AVG/i.test(one)) });
  await lead.getByRole('checkbox', { name: /Sam/ }).check();
  await lead.getByRole('checkbox', { name: /Bel eerst/ }).check();
  const purpose = lead.getByLabel('Waarvoor?');
  if (await purpose.count()) await purpose.selectOption({ index: 1 });
  await lead.getByLabel('Waarom heeft de instantie dit nodig?').fill('om de afspraak bij hem thuis goed te laten verlopen');
  expect(await violationsEverywhere(lead)).toEqual([]);

  // all reasons at once, in the words of the api; what was typed stays
  await lead.getByLabel('Tot en met').fill('2020-01-01');
  await lead.getByRole('button', { name: 'Deel', exact: true }).click();
  await lead.getByRole('alert').waitFor();
  expect(await lead.getByLabel('Waarom heeft de instantie dit nodig?').inputValue()).toContain('bij hem thuis');
  await lead.getByLabel('Tot en met').fill('2027-03-01');
  for (const one of await lead.getByRole('group', { name: 'Waarover?' }).getByRole('checkbox').all()) await one.check();
  await lead.getByRole('button', { name: 'Deel', exact: true }).click();
  await said('Gedeeld.');
  const share = lead.getByRole('main').getByRole('listitem').filter({ hasText: 'mag 1 bericht over' });
  await share.getByText('Tot en met 01-03-2027').waitFor();

  await share.getByRole('button', { name: 'Stop met delen' }).click();
  await share.getByLabel('Waarom stopt het?').fill('de afspraak is geweest');
  await share.getByRole('button', { name: 'Stop met delen' }).last().click();
  await said('Gestopt met delen.');
  await lead.getByText('Er wordt nu niets gedeeld.', { exact: false }).waitFor();
});

test('another deputy is named on the page of people, also when something else was changed meanwhile', async () => {
  const people = await stage.ask<{ professionals: { id: string }[] }>(lead, '{ professionals(suitedTo: HOLD) { id } }');
  const read = () =>
    stage
      .ask<{
        household: { version: number; deputy: { personId: string }; lead: { personId: string } };
      }>(lead, 'query ($id: ID!) { household(id: $id) { version lead { personId } deputy { personId } } }', { id: household })
      .then((answer) => answer.household);
  const first = await read();
  const others = people.professionals.filter(({ id }) => id !== first.lead.personId && id !== first.deputy.personId);
  await lead.goto(`/huishouden/${household}/mensen`);
  await button('Wijs een andere vervanger aan').click();
  await lead.getByRole('button', { name: 'Wijs een andere vervanger aan' }).last().click();
  await lead.getByText('Vul dit in.').waitFor();
  await lead.getByLabel('Wie?', { exact: true }).selectOption(others[0]?.id ?? '');
  expect(await violationsEverywhere(lead)).toEqual([]);
  await does(stage, lead, 'Household', 'recordOwnWords', { household, words: 'rust', seen: first.version });
  await lead.getByRole('button', { name: 'Wijs een andere vervanger aan' }).last().click();
  await said('De vervanger is aangewezen.');
  expect((await read()).deputy.personId).toBe(others[0]?.id);
});

test('help that runs is written down with its price and stops on a day; a number that is none is refused where it stands', async () => {
  await lead.goto(`/huishouden/${household}/geld`);
  await button('Hulp toevoegen die loopt').click();
  await choose('Wie geeft de hulp?', { index: 1 });
  await choose('Welke hulp?', 'Briefadres');
  await button('Bewaar').click();
  await said('Hulp toegevoegd.');
  const row = lead.getByRole('list', { name: 'Hulp die nu loopt' }).getByRole('listitem').filter({ hasText: 'Briefadres' });
  await row.getByText('nog geen prijs').waitFor();

  await row.getByRole('button', { name: /^Prijs erbij/ }).click();
  await choose('Welke prijs?', { index: 1 });
  const quantity = row.getByLabel(/^Hoeveel/);
  await quantity.fill('een paar');
  await row.getByRole('button', { name: 'Bewaar' }).click();
  await row.getByText('Vul een getal in').waitFor();
  await quantity.fill('1,5');
  const payer = row.getByLabel('Wie betaalt?');
  if (await payer.count()) await payer.selectOption({ index: 1 });
  await row.getByRole('button', { name: 'Bewaar' }).click();
  await said('Prijs erbij gezet.');
  await row.getByText('nog geen prijs').waitFor({ state: 'detached' });

  await lead.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(lead)).toBe(0);
  await lead.setViewportSize({ width: 1280, height: 800 });
  expect(await violationsEverywhere(lead)).toEqual([]);

  await row.getByRole('button', { name: /^De hulp stopt/ }).click();
  await row.getByRole('button', { name: 'De hulp stopt' }).last().click();
  await said('De hulp is gestopt.');
});

test('what has to come first is told on the map, with the article that says so; a wait and a problem can be over', async () => {
  await lead.goto(`/huishouden/${household}`);
  await lead.locator('[data-walk=node]').first().click();
  const panel = lead.getByRole('complementary');
  await panel.getByRole('button', { name: 'Dit kan niet verder' }).click();
  await panel.getByRole('button', { name: 'Bewaar' }).click();
  expect(await panel.getByText('Vul dit in.').count()).toBe(3);
  await panel.getByLabel('Wat moet eerst?').selectOption({ index: 1 });
  await panel.getByLabel('Wat wacht waarop?').fill('geen schuldhulp zonder inkomen');
  await panel.getByRole('combobox', { name: 'Zegt een artikel dat?' }).pressSequentially('wgs 3 3');
  await panel.getByRole('option', { name: /^Wgs 3 lid 3/ }).click();
  expect(await violationsEverywhere(lead)).toEqual([]);
  await panel.getByRole('button', { name: 'Bewaar' }).click();
  await said('Opgeschreven wat eerst moet.');
  await panel.getByText('geen schuldhulp zonder inkomen').first().waitFor();
  type Told = { household: { waits: { provision: string | null; liftedOn: string | null }[]; problems: { status: string }[] } };
  const told = () =>
    stage
      .ask<Told>(lead, 'query ($id: ID!) { household(id: $id) { waits { provision liftedOn } problems { status } } }', {
        id: household,
      })
      .then((answer) => answer.household);
  expect((await told()).waits).toEqual([{ provision: 'wgs:3:3', liftedOn: null }]);

  await panel.getByRole('button', { name: /^Dit wacht niet meer/ }).click();
  await panel.getByRole('button', { name: 'Dit wacht niet meer', exact: true }).click();
  await said('Dit wacht niet meer.');
  await panel.getByRole('button', { name: 'Hoe staat het nu?' }).click();
  await panel.getByLabel('Hoe staat het nu?').selectOption({ label: 'wordt beter' });
  await panel.getByRole('button', { name: 'Bewaar' }).click();
  await said('Bewaard hoe het staat.');
  const now = await told();
  expect(now.problems).toEqual([{ status: 'IMPROVING' }]);
  expect(now.waits[0]?.liftedOn).not.toBeNull();
});

test('nobody complained', () => expect(stage.complaints).toEqual([]));
