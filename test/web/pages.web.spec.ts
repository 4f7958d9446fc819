import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { PAGES } from './pages';
import { Stage } from './stage';

/** With PICTURES=<folder> (`npm run pictures`) every page is drawn too, at three widths, light and dark, and once in forced colours. */
const FOLDER = process.env['PICTURES'];
const WIDTHS = [390, 768, 1280];
/** `npm run screens` and `npm run pictures` judge every page in both languages, `npm test` those with the longest words. */
const IN_ENGLISH = ['door', 'household-lijst', 'plan-besluit', 'plan-wet', 'questions', 'my-plan'];
const languagesOf = (name: string) =>
  FOLDER || process.env['LONG'] || IN_ENGLISH.includes(name) ? (['nl', 'en'] as const) : (['nl'] as const);

let stage: Stage;
const devices = new Map<string | null, Promise<Page>>();

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** One device per person, somewhere in the product: signing in is not what these tests are about. */
const deviceOf = (person: string | null) => {
  const known = devices.get(person) ?? (person === null ? nobody() : stage.as(person));
  devices.set(person, known);
  return known;
};

async function nobody(): Promise<Page> {
  const page = await stage.device();
  await page.goto('/');
  return page;
}

async function inLanguage(page: Page, language: 'nl' | 'en') {
  await page.evaluate((chosen) => localStorage.setItem('doorbraak.language', chosen), language);
}

test.each(PAGES)(
  '$name: no violation of WCAG in light and dark, and nothing lost at 320 px',
  async ({ name, as, path: at, then }) => {
    const page = await deviceOf(as);
    const address = typeof at === 'string' ? at : await at(stage, page);
    const found: string[] = [];
    for (const language of languagesOf(name)) {
      await page.setViewportSize({ width: 1280, height: 800 });
      if (language === 'en') await inLanguage(page, 'en');
      await page.goto(address, { waitUntil: 'networkidle' });
      await then?.(page);
      found.push(...(await violationsEverywhere(page)).map((line) => `${language} ${line}`));
      if (FOLDER && language === 'nl') await drawEverywhere(page, FOLDER, name);
      await page.setViewportSize({ width: 320, height: 640 });
      const lost = await sideways(page);
      if (lost > 0) found.push(`${language}: ${lost} px are lost at 320 px`);
    }
    await inLanguage(page, 'nl');
    expect(found).toEqual([]);
    expect(stage.complaints).toEqual([]);
  },
);

async function drawEverywhere(page: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await draw(page, folder, `${name}-${colorScheme}`, WIDTHS);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await draw(page, folder, `${name}-forced`, [1280]);
  await page.emulateMedia({ forcedColors: 'none' });
}

async function draw(page: Page, folder: string, name: string, widths: readonly number[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: width === 390 });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
