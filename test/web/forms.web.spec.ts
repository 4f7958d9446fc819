import type { Page } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { Stage } from './stage';
import { planOfTwo } from './wet.stage';

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

test('nobody complained', () => expect(stage.complaints).toEqual([]));
