/** Each step of the plan but the law, by its word in the address; loaded when it is opened. */
export const STEP_PARTS = {
  wens: () => import('./wanted.step'),
  waarden: () => import('./values.step'),
  gevolgen: () => import('./money.step'),
  besluit: () => import('./decision.step'),
  uitvoeren: () => import('./doing.step'),
  versies: () => import('./versions.step'),
};
/** The law matrix is as large as a page, and asks questions of its own. */
export const lawStep = () => import('./wet/wet.step');
export const hasPart = (step: string): step is keyof typeof STEP_PARTS => step in STEP_PARTS;
