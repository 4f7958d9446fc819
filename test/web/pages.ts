import type { Page } from 'playwright-core';
import type { Stage } from './stage';

/** A page or state of one, as one person sees it. */
export interface Shown {
  name: string;
  /** A demo person; null = nobody is signed in. */
  as: string | null;
  path: string | ((stage: Stage, page: Page) => Promise<string>);
  /** What has to be done there before it shows. */
  then?: (page: Page) => Promise<unknown>;
}

/** Every page and state of the client: what `npm run pictures` draws and what axe and a narrow window judge. */
export const PAGES: readonly Shown[] = [
  { name: 'door', as: null, path: '/' },
  { name: 'new-household', as: 'lead', path: '/nieuw' },
  { name: 'kitchen-table', as: 'lead', path: async (stage, page) => `${await household(stage, page)}/keukentafel` },
  {
    name: 'kitchen-table-typing',
    as: 'lead',
    path: async (stage, page) => `${await household(stage, page)}/keukentafel`,
    then: (page) => page.getByRole('combobox').first().pressSequentially('achter'),
  },
  {
    name: 'kitchen-table-letter',
    as: 'lead',
    path: async (stage, page) => `${await household(stage, page)}/keukentafel`,
    then: async (page) => {
      await page.getByRole('combobox').first().fill('# zorgkantoor 1240 30-11');
      await page.keyboard.press('Escape');
    },
  },
  ...['kaart', 'lijst', 'tijdlijn', 'beloften', 'geld', 'mensen', 'wijzigingen', 'papieren'].map((tab) => ({
    name: `household-${tab}`,
    as: 'twenty-five.lead',
    path: async (stage: Stage, page: Page) => `${await household(stage, page)}/${tab}`,
  })),
  {
    name: 'household-kaart-details',
    as: 'twenty-five.lead',
    path: household,
    then: async (page) => {
      await page.locator('[data-walk=node]').first().click();
      await page.locator('[data-walk=agency]').first().click();
    },
  },
];

/** The only household of this person. */
async function household(stage: Stage, page: Page): Promise<string> {
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  return `/huishouden/${households.nodes[0]?.id}`;
}
