import type { Page } from 'playwright-core';
import type { Stage } from './stage';
import { planOfTwo } from './wet.stage';

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
  ...['wens', 'waarden', 'gevolgen', 'wet', 'besluit', 'uitvoeren', 'versies'].map((step) => ({
    name: `plan-${step}`,
    as: 'twenty-five.lead',
    path: async (stage: Stage, page: Page) => `${await household(stage, page)}/plan/${step}`,
  })),
  { name: 'peter-kaart', as: 'lead', path: household },
  { name: 'peter-geld', as: 'lead', path: async (stage, page) => `${await household(stage, page)}/geld` },
  { name: 'peter-wet', as: 'lead', path: async (stage, page) => `${await household(stage, page)}/plan/wet` },
  {
    name: 'wet-decided',
    as: 'twenty-five.lead',
    path: async (stage, page) => `${await household(stage, page)}/plan/wet`,
    then: (page) =>
      page
        .getByRole('button', { name: /^(grens|limit) Pw 40 / })
        .first()
        .click(),
  },
  {
    name: 'wet',
    as: 'lead',
    path: async (stage, page) => `/huishouden/${(await planOfTwo(stage, page)).household}/plan/wet`,
    then: (page) => page.getByRole('button', { name: /^Awb (grond nodig|ground needed)$/ }).click(),
  },
  { name: 'new', as: 'lead', path: '/nieuw' },
  { name: 'kitchen-table', as: 'twenty-five.lead', path: async (stage, page) => `${await household(stage, page)}/keukentafel` },
  { name: 'day', as: 'twenty-five.lead', path: '/' },
  { name: 'day-empty', as: 'colleague', path: '/' },
  {
    name: 'palette',
    as: 'twenty-five.lead',
    path: '/',
    then: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('wmo');
      await page
        .getByRole('option', { name: /artikel|article/ })
        .first()
        .waitFor();
    },
  },
  { name: 'sign-in', as: null, path: '/sign-in' },
  { name: 'questions', as: 'l-wlz', path: '/vragen' },
  { name: 'advice', as: 'adv-legal', path: '/advies' },
  { name: 'decisions', as: 'mandate', path: '/besluiten' },
  { name: 'my-plan', as: 'hh-peter', path: '/mijn-plan' },
  { name: 'not-found', as: 'lead', path: '/bestaat-niet' },
  { name: 'household-not-mine', as: 'lead', path: '/huishouden/00000000-0000-7000-8000-000000000000' },
  { name: 'no-pages', as: 'analyst', path: '/' },
];

/** The only household of this person. */
async function household(stage: Stage, page: Page): Promise<string> {
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  return `/huishouden/${households.nodes[0]?.id}`;
}
