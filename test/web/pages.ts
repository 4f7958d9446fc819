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
export const PAGES: readonly Shown[] = [{ name: 'door', as: null, path: '/' }];
