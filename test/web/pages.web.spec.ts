import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sideways, violations } from './axe';
import { PAGES } from './pages';
import { Stage } from './stage';

/** With PICTURES=<folder> (`npm run pictures`) every page is drawn too, at three widths, light and dark, and once in forced colours. */
const FOLDER = process.env['PICTURES'];
const WIDTHS = [390, 768, 1280];

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
  '$name: no violation of WCAG in light, dark, Dutch and English, and nothing lost at 320 px',
  async ({ name, as, path: at, then }) => {
    const page = await deviceOf(as);
    const address = typeof at === 'string' ? at : await at(stage, page);
    const found: string[] = [];
    for (const language of ['nl', 'en'] as const) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await inLanguage(page, language);
      await page.goto(address, { waitUntil: 'networkidle' });
      await then?.(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await violations(page)).map((line) => `${language} ${colorScheme} ${line}`));
        if (FOLDER && language === 'nl') await draw(page, FOLDER, `${name}-${colorScheme}`, WIDTHS);
      }
      if (FOLDER && language === 'nl') {
        await page.emulateMedia({ forcedColors: 'active' });
        await draw(page, FOLDER, `${name}-forced`, [1280]);
        await page.emulateMedia({ forcedColors: 'none' });
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const lost = await sideways(page);
      if (lost > 0) found.push(`${language}: ${lost} px are lost at 320 px`);
    }
    await inLanguage(page, 'nl');
    expect(found).toEqual([]);
    expect(stage.complaints).toEqual([]);
  },
);

async function draw(page: Page, folder: string, name: string, widths: readonly number[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: width === 390 });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
