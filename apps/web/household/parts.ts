/** Each part of the page of a household, by its word in the address; loaded when it is opened. */
export const PARTS = {
  kaart: () => import('./map.tab'),
  tijdlijn: () => import('./timeline.tab'),
  beloften: () => import('./promises.tab'),
  geld: () => import('./money.tab'),
  mensen: () => import('./people.tab'),
  wijzigingen: () => import('./changes.tab'),
  lijst: () => import('./outline.tab'),
  papieren: () => import('./papers.tab'),
};
export const isPart = (tab: string): tab is keyof typeof PARTS => tab in PARTS;
