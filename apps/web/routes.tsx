import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { TEAM, type Me } from './data/me';
import type { ShellKey } from './shell/shell.words';

type Role = Me['roles'][number];
type Page = LazyExoticComponent<ComponentType>;

export interface RoutePart {
  /** As wouter writes it; `/huishouden/:id/:tab?`. Addresses are Dutch: people read them. */
  path: string;
  page: Page;
  /** In the menu under this word, for these roles. */
  menu?: { words: ShellKey; roles: readonly Role[] };
}

const page = (load: () => Promise<{ default: ComponentType }>): Page => lazy(load);

/** Every page of the client, each loaded when it is first asked for. The first one that fits counts. */
export const ROUTES: readonly RoutePart[] = [
  { path: '/', page: page(() => import('./day/home.page')), menu: { words: 'day', roles: TEAM } },
  { path: '/nieuw', page: page(() => import('./entry/new.page')), menu: { words: 'newHousehold', roles: ['LEAD_PROFESSIONAL'] } },
  { path: '/huishouden/:id/keukentafel', page: page(() => import('./entry/kitchen.page')) },
  { path: '/huishouden/:id/plan/:step?', page: page(() => import('./plan/plan.page')) },
  // Pages of a household with an address of their own stand above this line.
  { path: '/huishouden/:id/:tab?', page: page(() => import('./household/household.page')) },
  {
    path: '/vragen/:question?',
    page: page(() => import('./others/questions.page')),
    menu: { words: 'questions', roles: ['AGENCY_LIAISON'] },
  },
  {
    path: '/advies/:household?',
    page: page(() => import('./others/advice.page')),
    menu: { words: 'advice', roles: ['PERSPECTIVE_ADVISER'] },
  },
  {
    path: '/besluiten',
    page: page(() => import('./others/decisions.page')),
    menu: { words: 'decisions', roles: ['MANDATE_HOLDER', 'TEAM_COORDINATOR'] },
  },
  {
    path: '/mijn-plan',
    page: page(() => import('./others/my-plan.page')),
    menu: { words: 'myPlan', roles: ['HOUSEHOLD_MEMBER'] },
  },
];
