import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { nextVersion, type Plan } from './next-version';
import { choose, Stage } from './stage';

let stage: Stage;
let lead: Page;
let household: string;
let plan: Plan;

const looksGood = async (page: Page) => {
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
};

beforeAll(async () => {
  stage = await Stage.open();
  lead = await stage.as('lead');
  ({ household, plan } = await nextVersion(stage, lead));
});
afterAll(() => stage.close());

const positionOf = async () => {
  const { plan: now } = await stage.ask<{
    plan: { positions: { answer: string | null; condition: string | null; reason: string | null; provision: string | null }[] };
  }>(lead, 'query ($id: ID!) { plan(id: $id) { positions { answer condition reason provision } } }', { id: plan.id });
  return now.positions.filter(({ answer }) => answer !== null);
};

describe('a liaison', () => {
  test('sees the questions by clock and exactly what is shared, and answers with two keys and a sentence', async () => {
    const page = await stage.as('l-wmo');
    await page.waitForURL('**/vragen');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Vragen aan uw organisatie');
    await page.getByText('1 vraag wacht op u').waitFor();
    expect(await page.getByText('nog 5 werkdagen').count()).toBe(2);
    await page.getByText('Licht verstandelijke beperking').waitFor();
    expect(await page.getByText('Drugs sinds zijn vijftiende').count()).toBe(0);
    await looksGood(page);

    // without an answer nothing can be sent, and it says why
    const send = page.getByRole('button', { name: 'Stuur antwoord' });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Kies eerst een antwoord.').waitFor();

    // a condition is missing: refused in the words of the api, and what was chosen stays
    await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('radio', { name: 'Ja, als…' }).isChecked()).toBe(true);
    await page.getByRole('textbox', { name: 'Wat is de voorwaarde?' }).focus();
    await page.keyboard.type('De begeleider komt eerst een keer kennismaken bij hem thuis, samen met ons.');
    await looksGood(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Uw antwoord is verstuurd.').waitFor();
    await page.getByText('Alles is beantwoord').waitFor();
    expect(await positionOf()).toEqual([
      {
        answer: 'AGREES_IF',
        condition: 'De begeleider komt eerst een keer kennismaken bij hem thuis, samen met ons.',
        reason: null,
        provision: null,
      },
    ]);
  });

  test('says no with an article and a reason, by keyboard alone; a share that is over shows nothing', async () => {
    const page = await stage.as('l-officer');
    await page.getByText('Voorbij sinds').waitFor();
    await page.getByRole('heading', { name: 'Doet u dit voor dit huishouden?' }).waitFor();
    await page.keyboard.press('3');
    await page.keyboard.type('Wij komen in uniform, dat is hier de regel.');
    await page.getByRole('combobox', { name: /Op welke wet/ }).selectOption({ label: 'Algemene wet bestuursrecht' });
    await page.getByRole('combobox', { name: 'Welk artikel?' }).focus();
    await page.keyboard.type('4:84');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await looksGood(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Uw antwoord is verstuurd.').waitFor();
    expect(await positionOf()).toContainEqual(
      expect.objectContaining({
        answer: 'OBJECTS',
        reason: 'Wij komen in uniform, dat is hier de regel.',
        provision: expect.stringContaining('4:84') as string,
      }),
    );
    // changed on purpose, until the plan is decided
    await page.getByRole('button', { name: 'Verander uw antwoord' }).click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Stuur antwoord' }).click();
    await page.getByRole('article').getByText('Ja', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Verander uw antwoord' }).waitFor();
    expect((await positionOf()).map(({ answer }) => answer).sort()).toEqual(['AGREES', 'AGREES_IF']);
  });

  test('what was typed is there again after the sign-in ended; single keys do nothing once they are switched off', async () => {
    const page = await stage.as('l-wlz');
    await page.getByRole('heading', { name: 'Doet u dit voor dit huishouden?' }).waitFor();
    await page.keyboard.press('2');
    await page.keyboard.type('Zodra het indicatiebesluit er is, nemen wij het over.');
    await page.context().clearCookies({ name: /doorbraak-session$/ });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Meld u opnieuw aan' }).getByRole('button', { name: 'Aanmelden' }).click();
    await choose(page, 'l-wlz');
    const condition = page.getByRole('textbox', { name: 'Wat is de voorwaarde?' });
    await condition.waitFor();
    expect(await condition.inputValue()).toBe('Zodra het indicatiebesluit er is, nemen wij het over.');
    await page.getByRole('radio').last().check();
    await page.getByText('Uw account').click();
    await page.getByRole('button', { name: 'Zet losse toetsen uit' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    expect(await page.getByRole('radio').first().isChecked()).toBe(false);
  });
});

test('an adviser reads the plan in its order and gives a judgement, refused without an argument', async () => {
  const page = await stage.as('adv-legal');
  await page.waitForURL('**/advies');
  await page.getByText('wacht op u').waitFor();
  await page.getByText('Mag dit volgens de wetten samen?').waitFor();
  const parts = page.getByRole('heading', { level: 3 });
  expect(await parts.allTextContents()).toEqual([
    'In eigen woorden',
    'Wat het huishouden wil',
    'Waarden',
    'Wat het doet',
    'Wat er gaat gebeuren',
    'Geld',
    'De wet',
    'Andere oordelen',
  ]);
  await looksGood(page);
  await page.getByRole('button', { name: 'Geef oordeel' }).click();
  expect(await page.getByText('Vul dit in.').count()).toBe(2);
  await looksGood(page);
  await page.getByRole('radio', { name: 'Ja, voldoende' }).check();
  expect(await page.getByText('Vul dit in.').count()).toBe(1);
  await page.getByRole('textbox', { name: 'Waarom?' }).fill('De weigering is een keuze en geen plicht.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Uw oordeel staat in het plan.').waitFor();
  await page.getByText('U gaf dit oordeel al.').waitFor();
  await page.getByText('gegeven', { exact: true }).waitFor();
});

test('who decides sees which plans wait, and whether anything is missing', async () => {
  const page = await stage.as('mandate');
  await page.waitForURL('**/besluiten');
  const waiting = page.getByRole('list', { name: 'Wacht op u' });
  await waiting.getByText('Nog niet klaar').waitFor();
  expect(await waiting.getByRole('link', { name: /Lees en besluit/ }).getAttribute('href')).toBe(
    `/huishouden/${household}/plan/besluit`,
  );
  await looksGood(page);
});

describe('somebody whose own household it is', () => {
  test('meets a human first, reads promises in sentences, says no in own words and then yes', async () => {
    const page = await stage.as('hh-peter');
    await page.waitForURL('**/mijn-plan');
    await page.getByRole('heading', { name: 'Dag Peter' }).waitFor();
    expect(await page.getByRole('button', { name: 'Zoek of doe…' }).count()).toBe(0);
    await page.getByText('regisseur van het wijkteam (verzonnen) helpt u.').waitFor();
    await page.getByText('wijkagent (verzonnen): eerst bellen, dan in gewone kleding komen').waitFor();
    await page
      .getByText(/keek naar .*uw plan/)
      .first()
      .waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/K[1-9]|[A-Z]{3,}_|artikel|Awb|DEMO-PETER/);
    expect(
      await page.getByText('Dit wilt u').evaluate((element) => getComputedStyle(element.parentElement as Element).fontSize),
    ).toBe('18px');
    await looksGood(page);
    await page.getByText('Zeg het in uw eigen woorden').click();
    await page.getByRole('textbox', { name: 'In uw eigen woorden' }).fill('Ik wil eerst weten wie er komt.');
    await page.getByRole('button', { name: 'Nee, nog niet' }).click();
    await page.getByText(/^U zei nee op/).waitFor();
    await page.getByText('Ik wil eerst weten wie er komt.').waitFor();
    await page.getByRole('button', { name: 'Ik wil iets anders zeggen' }).click();
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.getByText(/^U zei ja op/).waitFor();
    await looksGood(page);
  });

  test('stops a share, changes the own words, and keeps the plan on paper', async () => {
    const page = await stage.as('hh-peter', '/mijn-plan');
    await page.getByText('Stop met delen', { exact: true }).click();
    const stops = page.getByRole('button', { name: /^Stop met delen aan/ });
    await stops.first().waitFor();
    const before = await stops.count();
    await looksGood(page);
    await stops.first().click();
    await page.getByText('Zij kunnen het niet meer lezen.').waitFor();
    await page.waitForFunction((left) => document.querySelectorAll('li[class*=share]').length === left, before - 1);
    await page.getByText('Er klopt iets niet').click();
    await page.getByRole('textbox', { name: 'Wat zou u helpen?' }).fill('Ik wil hier blijven en mijn eigen sleutel houden.');
    await page.getByRole('button', { name: 'Bewaar mijn woorden' }).click();
    await page.getByRole('blockquote').getByText('mijn eigen sleutel').waitFor();
    // changed once more, it names the version that the first change made
    const words = page.getByRole('textbox', { name: 'Wat zou u helpen?' });
    if (!(await words.isVisible())) await page.getByText('Er klopt iets niet').click();
    await words.fill('Ik wil hier blijven.');
    await page.getByRole('button', { name: 'Bewaar mijn woorden' }).click();
    await page.getByRole('blockquote').getByText('Ik wil hier blijven.').waitFor();
    expect(await page.getByRole('region', { name: 'Iemand anders wijzigde dit ook' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Bewaar of print mijn plan' }).getAttribute('href')).toBe(
      `/papers/${plan.id}/household.pdf`,
    );
  });
});

test('how it was is asked after the decision, in three questions and own words, and shown to who said it', async () => {
  const page = await stage.as('maria.hh-maria', '/mijn-plan');
  await page.getByText('Ja, helemaal').first().waitFor();
  await page.getByText('Voor het eerst legde iemand het uit.').waitFor();
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  const { household } = await stage.ask<{ household: { plan: { id: string; experiences: { id: string }[] } } }>(
    page,
    'query ($id: ID!) { household(id: $id) { plan { id experiences { id } } } }',
    { id: households.nodes[0]?.id },
  );
  const { id, experiences } = household.plan;
  await stage.ask(
    page,
    'mutation ($key: ID!, $input: WithdrawFromOutcomeInput!) { withdrawFromOutcome(key: $key, input: $input) { __typename } }',
    { key: newId(), input: { plan: id, entry: experiences[0]?.id, reason: 'Ik wil iets anders zeggen.' } },
  );
  await page.reload();
  const send = page.getByRole('button', { name: 'Verstuur mijn antwoord' });
  await send.click();
  await page.getByText('Kies bij elke vraag een antwoord.').waitFor();
  await looksGood(page);
  await page.getByRole('group', { name: 'Kon u uw verhaal vertellen?' }).getByRole('radio', { name: 'Ja, best wel' }).check();
  await page.getByRole('group', { name: 'Was er respect voor u?' }).getByRole('radio', { name: 'Ja, helemaal' }).check();
  await page.getByRole('group', { name: 'Is het besluit eerlijk genomen?' }).getByRole('radio', { name: 'Een beetje' }).check();
  await page.getByRole('textbox', { name: /Wilt u er iets bij zeggen/ }).fill('De brief was nog moeilijk.');
  await send.click();
  await page.getByRole('blockquote').getByText('De brief was nog moeilijk.').waitFor();
  const lead = await stage.as('maria.lead');
  expect(await stage.ask(lead, 'query ($id: ID!) { plan(id: $id) { experiences { id } } }', { id })).toEqual({
    plan: { experiences: null },
  });
});

test('whose work has no page here yet reads what can be done today, and where', async () => {
  const page = await stage.as('analyst');
  await page.getByRole('heading', { name: 'Wat u vandaag kunt doen' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
  await looksGood(page);
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
