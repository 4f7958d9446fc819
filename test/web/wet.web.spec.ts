import type { Locator, Page } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { Stage } from './stage';
import { does, planOfTwo } from './wet.stage';

/** A button that does more than explain a word. */
const CHANGES = /^(?!Wat betekent)/;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.as('lead');
});
afterAll(() => stage.close());

const grid = () => page.getByRole('grid', { name: 'Per maatregel de artikelen van elke wet die hij raakt' });
const panel = () => page.getByRole('region', { name: 'Gekozen' });
const openList = () => page.getByRole('region', { name: /^Nog open bij de wet/ });
const cell = (name: string | RegExp) => grid().getByRole('button', { name });
const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
/** The words of whatever has the focus. */
const focused = () => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim());
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const unfold = (where: Locator, title: string) => where.locator('summary', { hasText: title }).click();

describe('the matrix of a plan that was decided', () => {
  beforeAll(async () => {
    const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
      page,
      '{ households(first: 1) { nodes { id } } }',
    );
    await page.goto(`/huishouden/${households.nodes[0]?.id}/plan/wet`);
    await grid().waitFor();
  });

  test('columns are the laws it touches, with the date of the text: old and unsure in words', async () => {
    const heads = await grid().getByRole('columnheader').allInnerTexts();
    expect(heads.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Maatregel 5 wetten · datum = oudste tekst die wij zagen',
      'Awb 21-12-2021',
      'Wmo 2015 01-07-2019 oud',
      'Wlz 01-01-2021 oud',
      'Gemeentewet',
      'Politiewet onzeker',
    ]);
  });

  test('an article is heard with its role; a contradiction is drawn from cell to cell and heard as a sentence', async () => {
    await cell(/^grens Wmo 2015 2\.3\.5 lid 6/).waitFor();
    const line = cell(/^Beschermd wonen of Wlz: wie betaalt Wmo 2015 2\.3\.5 lid 6 tegenover Wlz 3\.2\.1 lid 1, opgelost via/);
    await line.waitFor();
    const [from, to, drawn] = await Promise.all([
      cell(/^grens Wmo 2015 2\.3\.5 lid 6/).boundingBox(),
      cell(/^ruimte Wlz 3\.2\.1 lid 1/).boundingBox(),
      line.locator('xpath=ancestor::td').locator('svg path').first().boundingBox(),
    ]);
    expect(drawn && from && drawn.x >= from.x && drawn.x < from.x + 40).toBe(true);
    expect(drawn && to && drawn.x + drawn.width >= to.x && drawn.x + drawn.width < to.x + 40).toBe(true);
    expect(await cell(/Wlz raakt deze wet niet/).count()).toBe(1);
    expect(await cell(/Gemeentewet weggestreept/).count()).toBe(1);
  });

  test('what is chosen says its tenor, since when it holds and what it clashes with; nothing can be changed any more', async () => {
    await cell(/^grens Wmo 2015 2\.3\.5 lid 6/).click();
    await panel().getByRole('heading', { name: 'grens Wmo 2015 2.3.5 lid 6 grens' }).waitFor();
    const text = (await panel().innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('Botst met Wlz 3.2.1 lid 1: Beschermd wonen of Wlz: wie betaalt');
    expect(text).toMatch(/Geldig (ja|niet zeker) ?,? op 27-10-2025|Geldig .*27-10-2025/);
    expect(text).toContain('Samenvatting in eigen woorden');
    expect(await panel().getByRole('button', { name: CHANGES }).count()).toBe(0);
    await page.getByText('Dit plan is besloten of gestopt').waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
  });

  test('a small screen has a card per measure with its conflicts as sentences, and loses nothing', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('heading', { level: 3, name: /^1\. De steun begint nu/ }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(3);
    await page.getByRole('button', { name: /Wmo 2015 2\.3\.5 lid 6 tegenover Wlz 3\.2\.1 lid 1, opgelost via/ }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'wet-chosen');
    expect(await focused()).toBe('Beschermd wonen of Wlz: wie betaalt');
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('a plan that is being made', () => {
  let plan: string;
  beforeAll(async () => {
    const made = await planOfTwo(stage, page);
    plan = made.plan;
    await page.goto(`/huishouden/${made.household}/plan/wet`);
    await grid().waitFor();
  });
  const stored = () =>
    stage.ask<{
      plan: {
        grounds: { id: string; provision: string; role: string; argument: string; answers: string[] }[];
        contradictions: { pattern: string; reasoning: string; resolvedVia: string[] }[];
        withdrawn: { grounds: { provision: string; withdrawnReason: string }[]; dismissed: { line: string }[] };
        proposedContradictions: { pattern: string }[];
        measures: { struckOut: { law: string; line: string }[] }[];
      };
    }>(
      page,
      `query ($id: ID!) { plan(id: $id) { grounds { id provision role argument answers } contradictions { pattern reasoning resolvedVia }
         withdrawn { grounds { provision withdrawnReason } dismissed { line } } proposedContradictions { pattern }
         measures { struckOut { law line } } } }`,
      { id: plan },
    );

  test('touched without a ground says so, and is counted as open', async () => {
    expect(await cell(/grond nodig$/).count()).toBe(6);
    await openList().getByRole('button', { name: 'Wgs, maatregel 2' }).click();
    await panel().getByRole('heading', { name: 'Wgs' }).waitFor();
    expect((await panel().innerText()).replace(/\s+/g, ' ')).toContain('Geraakt door de instantie werkt met deze wet');
    expect((await openList().getByRole('heading').innerText()).replace(/\s+/g, ' ')).toMatch(/^Nog open bij de wet \d+$/);
    expect(await violationsEverywhere(page)).toEqual([]);
  });

  test('one stop for Tab; arrows walk, N goes to what is open, and by typing only an article stands in its cell', async () => {
    expect(await grid().locator('[tabindex="0"]').count()).toBe(1);
    await grid().locator('[tabindex="0"]').focus();
    await press('ArrowRight', 'n', 'Home', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'n');
    const first = await focused();
    expect(first).toMatch(/grond nodig$/);
    await press('n');
    expect(await focused()).not.toBe(first);
    await press('Home', 'ArrowRight');
    while (!/^Pw/.test((await focused()) ?? '')) await press('ArrowRight');
    await press('+');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await page.keyboard.type('pw 60 4');
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('De gemeente verrekent de vordering nu met de uitkering.');
    await press('Control+Enter');
    await said('Pw 60 lid 4 staat erbij.');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-place'));
    expect(await focused()).toMatch(/^Pw 60 lid 4.*nog geen antwoord$/);
    expect((await stored()).plan.grounds).toMatchObject([{ provision: 'participatiewet:60:4', role: 'LIMIT' }]);
  });

  test('a known conflict is written down with the article of the other side, and is unanswered', async () => {
    await cell(/^Beslagvrije voet.*bekende botsing, nog niet bekeken|bekende botsing/)
      .first()
      .waitFor();
    const line = grid().getByRole('button', { name: /beslagvrije voet.*bekende botsing/i });
    await line.click();
    await panel()
      .getByRole('radio', { name: /Rv 475b/ })
      .check();
    await panel().getByRole('button', { name: 'Leg de botsing vast' }).click();
    await panel().getByText('Schrijf waarom dat hier geldt.').waitFor();
    await panel().getByLabel('Waarom geldt dat hier?').fill('Onder de beslagvrije voet blijft niets over voor huur en eten.');
    await panel().getByRole('button', { name: 'Leg de botsing vast' }).click();
    await said('De botsing is vastgelegd.');
    await grid()
      .getByRole('button', { name: /Pw 60 lid 4 tegenover Rv 475b, nog geen antwoord/ })
      .waitFor();
    expect((await stored()).plan.contradictions).toMatchObject([{ pattern: 'beslagvrije-voet-verrekening', reasoning: null }]);
  });

  test('room is taken over in one act: the article, its answer to the limit and to the contradiction', async () => {
    await cell(/^grens Pw 60 lid 4/).click();
    await panel().getByRole('heading', { name: 'Hier zit vaak ruimte' }).waitFor();
    await panel().getByRole('button', { name: 'Neem over' }).click();
    await panel().getByText('Kies eerst een artikel.').waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    await panel()
      .getByRole('radio', { name: /Pw 58 lid 8/ })
      .check();
    await panel().getByLabel('Waarom geldt dat hier?').fill('Twee kinderen, geen inkomen: dit zijn dringende redenen.');
    await panel().getByRole('button', { name: 'Neem over' }).click();
    await said('Pw 58 lid 8 is overgenomen.');
    await grid()
      .getByRole('button', { name: /Pw 60 lid 4 tegenover Rv 475b, opgelost via Pw 58 lid 8/ })
      .waitFor();
    const { grounds, contradictions } = (await stored()).plan;
    const of = (key: string) => grounds.find(({ provision }) => provision === key);
    expect(of('participatiewet:58:8')?.answers).toEqual([of('participatiewet:60:4')?.id]);
    expect(contradictions[0]).toMatchObject({
      resolvedVia: [of('participatiewet:58:8')?.id],
      reasoning: 'Twee kinderen, geen inkomen: dit zijn dringende redenen.',
    });
  });

  test('what is not right is refused with all reasons at once, and what was typed stays', async () => {
    await cell(/schuldhulp begint/).click();
    const form = panel();
    await form.getByRole('combobox', { name: 'Wet en artikel' }).fill('participatiewet 60 lid 4');
    await press('Enter');
    await form.getByLabel('Rol in dit plan').selectOption({ label: 'ruimte' });
    await form.getByLabel('Waarom geldt dat hier?').fill('nog eens hetzelfde artikel');
    await form.getByRole('button', { name: 'Voeg toe' }).click();
    const reasons = form.getByRole('alert').locator('li');
    await reasons.first().waitFor();
    const codes = await reasons.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code']));
    expect(codes.sort()).toEqual(['GROUND_EXISTS', 'ROLE_DIFFERS']);
    expect(await form.getByLabel('Waarom geldt dat hier?').inputValue()).toBe('nog eens hetzelfde artikel');
    expect(await violationsEverywhere(page)).toEqual([]);
  });

  test('a limit that comes later is answered by an article that stands there already', async () => {
    await cell(/schuldhulp begint/).click();
    await panel().getByRole('combobox', { name: 'Wet en artikel' }).fill('wgs 3 3');
    await press('Enter');
    await panel().getByLabel('Waarom geldt dat hier?').fill('Fraude kan schuldhulp uitsluiten.');
    await panel().getByRole('button', { name: 'Voeg toe' }).click();
    await said('Wgs 3 lid 3 staat erbij.');
    await panel()
      .getByRole('radio', { name: /Pw 58 lid 8.*staat er al/ })
      .check();
    await panel().getByLabel('Waarom geldt dat hier?').fill('Dezelfde redenen gelden voor de schuldhulp.');
    // a tab that is lost loses nothing of it
    await page.waitForTimeout(400);
    await page.reload();
    await cell(/^grens Wgs 3 lid 3/).click();
    await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Dezelfde redenen'));
    expect(
      await panel()
        .getByRole('radio', { name: /Pw 58 lid 8.*staat er al/ })
        .isChecked(),
    ).toBe(true);
    await panel().getByRole('button', { name: 'Neem over' }).click();
    await said('Pw 58 lid 8 is overgenomen.');
    const { grounds } = (await stored()).plan;
    expect(grounds.find(({ provision }) => provision === 'participatiewet:58:8')?.answers).toHaveLength(2);
  });

  test('another role than the list is chosen with a reason, which is shown', async () => {
    await cell(/alle schuldeisers zes maanden stil/).click();
    await panel().getByRole('combobox', { name: 'Wet en artikel' }).fill('wgs 5 1');
    await press('Enter');
    await panel().getByLabel('Rol in dit plan').selectOption({ label: 'procedure' });
    await panel().getByLabel('Waarom een andere rol dan de lijst?').fill('Hier gaat het om de weg naar de rechter.');
    await panel().getByLabel('Waarom geldt dat hier?').fill('De rechter kan de schuldeisers laten wachten.');
    await panel().getByRole('button', { name: 'Voeg toe' }).click();
    await said('Wgs 5 lid 1 staat erbij.');
    await panel().getByText('Hier gaat het om de weg naar de rechter.').waitFor();
  });

  test('a conflict that the catalogue does not know is written down between two articles of the measure', async () => {
    await cell(/^grens Wgs 3 lid 3/).click();
    await unfold(panel(), 'Dit botst met een ander artikel');
    await panel().getByRole('button', { name: 'Leg de botsing vast' }).click();
    await panel().getByText('Kies eerst een artikel.').waitFor();
    await panel().getByLabel('Welk artikel staat aan de andere kant?').selectOption({ label: 'Pw 60 lid 4' });
    await panel().getByLabel('Wat voor botsing is het?').selectOption({ label: 'meer schuldeisers innen tegelijk' });
    expect(await violationsEverywhere(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Leg de botsing vast' }).click();
    await said('De botsing is vastgelegd.');
    await grid()
      .getByRole('button', {
        name: /Wgs 3 lid 3 tegenover Pw 60 lid 4, nog geen antwoord|Pw 60 lid 4 tegenover Wgs 3 lid 3, nog geen antwoord/,
      })
      .waitFor();
    expect((await stored()).plan.contradictions).toContainEqual(expect.objectContaining({ pattern: null }));
  });

  test('somebody of a team who was asked to decide reads the matrix and changes nothing', async () => {
    const { professionals } = await stage.ask<{ professionals: { id: string; label: string }[] }>(
      page,
      '{ professionals(suitedTo: DECIDE) { id label } }',
    );
    const person = professionals.find(({ label }) => label.startsWith('teamco'))?.id;
    await does(stage, page, 'Plan', 'askDecider', { plan, person });
    const colleague = await stage.as('coordinator', new URL(page.url()).pathname);
    await colleague
      .getByRole('grid')
      .getByRole('button', { name: /^grens Wgs 3 lid 3/ })
      .click();
    const chosen = colleague.getByRole('region', { name: 'Gekozen' });
    await chosen.getByRole('heading', { name: /Wgs 3 lid 3/ }).waitFor();
    expect(await chosen.getByRole('button', { name: CHANGES }).count()).toBe(0);
    await colleague.context().close();
  });

  test('a law is struck out and a known conflict set aside with one line each', async () => {
    await cell('Awb grond nodig').click();
    await unfold(panel(), 'Deze wet raakt de maatregel niet');
    await panel().getByLabel('Waarom niet, in één regel?').fill('Er is hier geen besluit.');
    await panel().getByRole('button', { name: 'Streep weg' }).click();
    await said('Awb is weggestreept.');
    await cell('Awb weggestreept').waitFor();
    await panel().getByText('Weggestreept: Er is hier geen besluit.').waitFor();
    const proposed = grid()
      .getByRole('button', { name: /bekende botsing/ })
      .first();
    const before = (await stored()).plan.proposedContradictions.length;
    await proposed.click();
    await unfold(panel(), 'Speelt hier niet');
    await panel().getByLabel('Waarom niet, in één regel?').fill('De vordering komt niet door fraude.');
    await panel().getByRole('button', { name: 'Leg opzij' }).click();
    await said('De botsing ligt opzij.');
    const { measures, proposedContradictions } = (await stored()).plan;
    expect(measures[0]?.struckOut).toMatchObject([{ law: 'awb', line: 'Er is hier geen besluit.' }]);
    expect(proposedContradictions).toHaveLength(before - 1);
  });

  test('who goes on to another measure while an article is sent stays there', async () => {
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('addGround')) await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => undefined);
    });
    await cell(/alle schuldeisers zes maanden stil/).click();
    await panel().getByRole('combobox', { name: 'Wet en artikel' }).fill('awb 3:4 2');
    await press('Enter');
    await panel().getByLabel('Waarom geldt dat hier?').fill('Het nadeel is groter dan het doel.');
    await panel().getByRole('button', { name: 'Voeg toe' }).click();
    await cell(/schuldhulp begint/).click();
    const heading = panel().getByRole('heading', { level: 2 }).first();
    await heading.filter({ hasText: 'schuldhulp begint' }).waitFor();
    await said('lid 2 staat erbij.');
    expect(await heading.innerText()).toContain('chuldhulp begint');
    await page.unroute('**/graphql');
  });

  test('a mistake is withdrawn with its reason', async () => {
    await cell(/^procedure Wgs 5 lid 1/).click();
    await unfold(panel(), 'Dit was een vergissing');
    await panel().getByLabel('Waarom trekt u dit in?').fill('Verkeerd artikel gekozen.');
    await panel().getByRole('button', { name: 'Trek in' }).click();
    await said('Dit is ingetrokken.');
    await cell(/^procedure Wgs 5 lid 1/).waitFor({ state: 'detached' });
    expect((await stored()).plan.withdrawn.grounds).toMatchObject([
      { provision: 'wgs:5:1', withdrawnReason: 'Verkeerd artikel gekozen.' },
    ]);
  });

  test('nobody complained', () => expect(stage.complaints).toEqual([]));
});
