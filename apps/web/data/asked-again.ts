/** Context of a question whose answer follows from households and plans without naming them: an act on one of those asks it again. */
export const AFTER_ANY_ACT = { additionalTypenames: ['Household', 'BreakthroughPlan'] };
