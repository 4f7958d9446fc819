import type { Page } from 'playwright-core';
import { newKey } from '../../apps/web/data/key';
import { sideways, violationsEverywhere } from './axe';
import { act, nextVersion } from './next-version';
import { relapse } from './relapse';
import { Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const looksGood = async (page: Page) => {
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
};
describe('my day', () => {
  test('says what needs me, each with one verb that leads to its place, also what an agency just answered', async () => {
    const page = await stage.as('lead');
    await page.getByText('Niets wacht vandaag op u.').waitFor();
    await looksGood(page);
    const { household, plan } = await nextVersion(stage, page);
    const liaison = await stage.as('l-wmo');
    const position = await stage.ask<{
      myQuestions: { nodes: { isOpen: boolean; position: { id: string; version: number } }[] };
    }>(liaison, '{ myQuestions(first: 5) { nodes { isOpen position { id version } } } }');
    const { id, version } = position.myQuestions.nodes.find(({ isOpen }) => isOpen)?.position ?? { id: '', version: 0 };
    await act(stage, liaison, 'answerPosition', { plan: plan.id, position: id, seen: version, answer: 'AGREES' });

    // nobody reloads: the socket tells that something changed
    const item = page.getByRole('region', { name: 'Wat nu nodig is' }).getByRole('listitem');
    await item.waitFor();
    expect(await item.textContent()).toBe(
      'Antwoord binnengemeente, Wmo (verzonnen) zegt jaPeter · DEMO-PETERvandaagBekijk antwoord: Peter',
    );
    expect(await item.getByRole('link').getAttribute('href')).toBe(`/huishouden/${household}/plan/besluit`);
    await page.getByRole('cell', { name: /sinds vandaag$/ }).waitFor();
    await looksGood(page);

    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bekijk antwoord: Peter');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Peter');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/huishouden/${household}/plan/besluit`);
    await page.goBack();
    // a letter that is typed is no command
    const search = page.getByRole('searchbox', { name: 'Naam, code of instantie' });
    await search.pressSequentially('n');
    await page.waitForURL('**/?zoek=n');
    await search.blur();
    await page.keyboard.press('n');
    await page.waitForURL('**/nieuw');
  });

  test('searches at the server, filters with counts, and is one address with a name', async () => {
    const page = await stage.as('lead');
    const households = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await page.getByRole('link', { name: 'Peter', exact: true }).waitFor();
    // what Peter's agencies waited for is over; when it comes back, so does the knot
    await page.getByRole('button', { name: 'Met een knoop 0' }).waitFor();
    const { workList } = await stage.ask<{ workList: { nodes: { id: string }[] } }>(
      page,
      '{ workList(first: 1) { nodes { id } } }',
    );
    await relapse(stage, page, workList.nodes[0]?.id ?? '');
    await page.reload();
    await page.getByRole('button', { name: 'Met een knoop 1' }).click();
    await page.getByRole('searchbox', { name: 'Naam, code of instantie' }).pressSequentially('wijkagent pet');
    await page.waitForURL('**/?zoek=wijkagent+pet&filter=kring');
    expect(await households.count()).toBe(1);
    await page.getByText('Meer filters').click();
    await page.getByRole('combobox', { name: 'Volgorde' }).selectOption({ label: 'Minst ver met het plan' });
    await page.waitForURL('**/?zoek=wijkagent+pet&filter=kring&volgorde=stap');
    await page.getByRole('button', { name: 'Bewaar dit beeld' }).click();
    await page.getByRole('textbox', { name: 'Naam van dit beeld' }).fill('Knopen bij de wijkagent');
    await looksGood(page);
    await page.keyboard.press('Enter');
    await page.getByText('Bewaard als Knopen bij de wijkagent.').waitFor();

    // nothing found says so, and leads back; the same address again shows the same
    await page.goto('/?zoek=niemand');
    await page.getByText('Niets gevonden.').waitFor();
    await looksGood(page);
    await page.getByRole('link', { name: 'Toon alles' }).click();
    await page.getByRole('link', { name: 'Knopen bij de wijkagent' }).click();
    await page.waitForURL('**/?zoek=wijkagent+pet&filter=kring&volgorde=stap');
    expect(await page.getByRole('searchbox', { name: 'Naam, code of instantie' }).inputValue()).toBe('wijkagent pet');
    await page.getByRole('link', { name: 'Peter', exact: true }).waitFor();

    // the same name again is refused in the words of the api; a view goes away with one press
    await page.getByRole('button', { name: 'Te laat 0' }).click();
    await page.getByRole('button', { name: 'Bewaar dit beeld' }).click();
    await page.getByRole('textbox', { name: 'Naam van dit beeld' }).fill('Knopen bij de wijkagent');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await looksGood(page);
    await page.getByRole('button', { name: 'Verwijder beeld Knopen bij de wijkagent' }).click();
    await page.getByText('Knopen bij de wijkagent is verwijderd.').waitFor();
    await page.getByRole('list', { name: 'Bewaarde beelden' }).waitFor({ state: 'detached' });
  });
});

describe('search from everywhere', () => {
  test('finds a household, an agency, an article and a command by keyboard alone', async () => {
    const page = await stage.as('lead', '/onzin');
    await page.getByRole('heading', { level: 1, name: 'Dit is er niet' }).waitFor();
    await looksGood(page);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Zoek of doe' });
    const option = palette.getByRole('option');
    await option.first().waitFor();
    await page.keyboard.type('peter');
    await option.getByText('DEMO-PETER').waitFor();
    await looksGood(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/huishouden\//);

    await page.keyboard.press('/');
    await page.keyboard.type('zorgkantoor');
    // the household where it is involved comes first
    const agency = option.filter({ hasText: 'instantie' }).first();
    await agency.waitFor();
    while ((await agency.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\?zoek=/);
    await page.getByRole('link', { name: 'Peter', exact: true }).waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzzz');
    await palette.getByText('Niets gevonden voor “zzzz”.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('donker');
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('english');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'My households' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sign out');
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: /^(Welkom bij Doorbraak|Welcome to Doorbraak)$/ })
      .waitFor()
      .catch(async () => {
        throw new Error(`not signed out: ${page.url()} ${await page.locator('body').innerText()}`);
      });
  });

  test('is an icon with a name on a phone, and holds no household for a liaison', async () => {
    const page = await stage.as('l-wmo', '/vragen', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByRole('button', { name: 'Zoek of doe…' }).tap();
    const palette = page.getByRole('dialog', { name: 'Zoek of doe' });
    await page.keyboard.type('peter');
    await palette.getByText('Niets gevonden voor “peter”.').waitFor();
    await looksGood(page);
  });
});

describe('a list that others change', () => {
  test('shows what somebody else did without a reload, and nobody else’s household', async () => {
    const page = await stage.as('deputy');
    await page.getByRole('link', { name: 'Peter', exact: true }).waitFor();
    const colleague = await stage.as('colleague');
    await colleague.getByText('U hebt nog geen huishoudens.').waitFor();
    await looksGood(colleague);
    // the lead takes the household from the deputy, elsewhere
    const lead = await stage.as('lead');
    const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
      lead,
      '{ households(first: 1) { nodes { id } } }',
    );
    const id = households.nodes[0]?.id;
    const { household } = await stage.ask<{ household: { version: number } }>(
      lead,
      'query ($id: ID!) { household(id: $id) { version } }',
      { id },
    );
    const ended = await stage.ask<{ endDeputy: { reasons?: { code: string }[] } }>(
      lead,
      'mutation ($key: ID!, $input: EndDeputyInput!) { endDeputy(key: $key, input: $input) { ... on HouseholdRefused { reasons { code } } } }',
      { key: newKey(), input: { household: id, seen: household.version, reason: 'Weer alleen verder.' } },
    );
    expect(ended.endDeputy.reasons).toBeUndefined();
    await page.getByRole('link', { name: 'Peter', exact: true }).waitFor({ state: 'detached' });
    await page.getByText('Er zijn nog geen huishoudens van u of uw team.').waitFor();
    await looksGood(page);
    await lead.getByText('Meer filters').click();
    await lead.getByRole('checkbox', { name: 'Toon gesloten dossiers' }).check();
    await lead.waitForURL('**/?dicht=ja');
    await lead.getByRole('heading', { name: 'Gesloten dossiers' }).waitFor();
    await lead.getByText('Niets gevonden.').waitFor();
  });
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
