import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { matchRoute, type Parser } from 'wouter';
import { askLists } from './data/lists';
import { liveAhead } from './data/live';
import { TEAM, type Me } from './data/me';
import { askDirectory } from './entry/directory';
import { isPart, PARTS } from './household/parts';
import { hasPart, lawStep, STEP_PARTS } from './plan/steps';
import type { ShellKey } from './shell/shell.words';

type Role = Me['roles'][number];
type Page = LazyExoticComponent<ComponentType>;

export interface RoutePart {
  /** As wouter writes it; `/huishouden/:id/:tab?`. Addresses are Dutch: people read them. */
  path: string;
  page: Page;
  /** Begins to load the page, and what it will need in any case. */
  ahead: (params: Record<string, string | undefined>) => unknown;
  /** In the menu under this word, for these roles. */
  menu?: { words: ShellKey; roles: readonly Role[] };
}

const page = (
  load: () => Promise<{ default: ComponentType }>,
  more: RoutePart['ahead'] = () => undefined,
): Pick<RoutePart, 'page' | 'ahead'> => ({
  page: lazy(load),
  ahead: (params) => Promise.all([load(), liveAhead(), more(params)]).catch(() => undefined),
});

/** Every page of the client, each loaded when it is first asked for. The first one that fits counts. */
export const ROUTES: readonly RoutePart[] = [
  { path: '/', ...page(() => import('./day/home.page')), menu: { words: 'day', roles: TEAM } },
  { path: '/nieuw', ...page(() => import('./entry/new.page')), menu: { words: 'newHousehold', roles: ['LEAD_PROFESSIONAL'] } },
  {
    path: '/huishouden/:id/keukentafel',
    ...page(
      () => import('./entry/kitchen.page'),
      () => [askLists(), askDirectory()],
    ),
  },
  {
    path: '/huishouden/:id/plan/:step?',
    ...page(
      () => import('./plan/plan.page'),
      ({ id = '', step = 'wens' }) => {
        askLists();
        return hasPart(step) ? STEP_PARTS[step]() : step === 'wet' && lawStep().then(({ askAhead }) => askAhead(id));
      },
    ),
  },
  // Pages of a household with an address of their own stand above this line.
  {
    path: '/huishouden/:id/:tab?',
    ...page(
      () => import('./household/household.page'),
      ({ tab = 'kaart' }) => {
        askLists();
        return isPart(tab) && PARTS[tab]();
      },
    ),
  },
  {
    path: '/vragen/:question?',
    ...page(() => import('./others/questions.page')),
    menu: { words: 'questions', roles: ['AGENCY_LIAISON'] },
  },
  {
    path: '/advies/:household?',
    ...page(() => import('./others/advice.page')),
    menu: { words: 'advice', roles: ['PERSPECTIVE_ADVISER'] },
  },
  {
    path: '/besluiten',
    ...page(() => import('./others/decisions.page')),
    menu: { words: 'decisions', roles: ['MANDATE_HOLDER', 'TEAM_COORDINATOR'] },
  },
  {
    path: '/mijn-plan',
    ...page(() => import('./others/my-plan.page')),
    menu: { words: 'myPlan', roles: ['HOUSEHOLD_MEMBER'] },
  },
];

/** What a place needs is loaded beside the question who is there, not after it. */
export function loadAhead(parser: Parser, place: string): void {
  for (const { path, ahead } of ROUTES) {
    const [fits, params] = matchRoute(parser, path, place);
    if (fits) return void ahead(params);
  }
}
