import { violationsEverywhere, sideways } from './axe';
import { Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const onlyHousehold = async (page: Awaited<ReturnType<Stage['as']>>) => {
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  return `/huishouden/${households.nodes[0]?.id}`;
};

test('what is wider than its place shows on which side more is, and words of a conflict stay in sight', async () => {
  const page = await stage.as('twenty-five.lead');
  await page.goto(`${await onlyHousehold(page)}/plan/wet`);
  const grid = page.getByRole('grid');
  await grid.getByText('16 wetten').waitFor();
  const frame = page.locator('[data-after]');
  await frame.waitFor();
  expect(await page.locator('[data-before]').count()).toBe(0);
  // every conflict is read without scrolling to where its bracket begins
  const room = await frame.boundingBox();
  for (const line of await grid.getByRole('button', { name: /tegenover/ }).all()) {
    const box = await line.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0));
  }
  await grid.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.locator('[data-before]').waitFor();
  expect(await frame.count()).toBe(0);
  // a table without anything to press in it is reached by the keyboard itself, while it scrolls
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${await onlyHousehold(page)}/geld`);
  const years = page.getByRole('region', { name: /Wat het echt kostte/ });
  await years.waitFor();
  await page.setViewportSize({ width: 320, height: 844 });
  await page.locator('[data-after]').first().waitFor();
  expect(await years.getAttribute('tabindex')).toBe('0');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-after]').first().waitFor({ state: 'detached' });
  expect(await years.getAttribute('tabindex')).toBeNull();
});

test('a phone has the head on one line, the pages in the menu, every tab in sight and no hints about keys', async () => {
  const page = await stage.as('twenty-five.lead', '/', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(await onlyHousehold(page));
  const tabs = page.getByRole('navigation', { name: 'Over dit huishouden' }).getByRole('link');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    const box = await tab.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(72);
  expect(await page.locator('kbd:visible').count()).toBe(0);
  expect(await page.getByText('Toetsen', { exact: true }).isVisible()).toBe(false);
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Mijn dag' }).click();
  await page.getByRole('heading', { name: /^Goede/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Afmelden' }).isVisible()).toBe(false);
  expect(await sideways(page)).toBe(0);
});

test('a letter of today is landed on', async () => {
  const page = await stage.as('twenty-five.lead');
  await page
    .getByRole('link', { name: /^Bekijk brief/ })
    .first()
    .click();
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Energieleverancier: betaal of afsluiting'));
  expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1)).toBeGreaterThan(0);
});

test('a word of the field is explained where it stands, by keyboard and to a screen reader', async () => {
  const page = await stage.as('twenty-five.lead');
  await page.goto(await onlyHousehold(page));
  const ask = page.getByRole('button', { name: 'Wat betekent knoop?' });
  await ask.focus();
  expect(await ask.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Enter');
  const told = page.locator(`[id="${await ask.getAttribute('aria-controls')}"]`);
  await told.getByText(/^Een knoop is een kring van wachten/).waitFor();
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await told.isVisible()).toBe(false);
  expect(await ask.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('in forced colours one sees which tab and which step is open', async () => {
  const page = await stage.as('twenty-five.lead', '/', { forcedColors: 'active' });
  const home = await onlyHousehold(page);
  for (const [path, list] of [
    [home, 'Over dit huishouden'],
    [`${home}/plan/wet`, 'Stappen'],
  ] as const) {
    await page.goto(path);
    const links = page.getByRole('navigation', { name: list }).getByRole('link');
    await links.first().waitFor();
    const marked = await links.evaluateAll((all) =>
      all.filter((one) => getComputedStyle(one).borderBottomStyle !== 'none').map((one) => one.getAttribute('aria-current')),
    );
    expect(marked).toEqual([expect.stringMatching(/page|step/)]);
  }
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
