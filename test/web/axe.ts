import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SCRIPT = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The rules of axe that look at colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

/** What axe finds on the page as it stands (WCAG 2.0-2.2, A and AA): a line per place, so that a test says `toEqual([])`. */
async function violations(page: Page, what: readonly string[] = TAGS): Promise<string[]> {
  // By the door of the debugger: the page's own policy lets no foreign script in.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SCRIPT);
  const found = await page.evaluate(async (runOnly): Promise<Violation[]> => {
    const { axe } = window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> } };
    return (await axe.run(document, { runOnly })).violations;
  }, what);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The same in light and in dark; a line says where it was. What is no matter of colour is the same in both. */
export async function violationsEverywhere(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const [colorScheme, what] of [
    ['dark', OF_COLOUR],
    ['light', TAGS],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    lines.push(...(await violations(page, what)).map((line) => `${colorScheme}: ${line}`));
  }
  return lines;
}

/** How far the page is wider than the window; at 320 px this is also what a zoom of 400% shows. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
