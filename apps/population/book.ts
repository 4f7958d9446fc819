import { CostBook, type CostLine, type UnpricedItem } from '@doorbraak/cost';
import { HouseholdMap, Wait } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import { MunicipalLaws } from '@doorbraak/law';
import { PlanBook } from '@doorbraak/plan';
import type { Page } from './page';

/** The household of a page, as the product reads it to judge and to count. */
export const mapOf = (page: Page): HouseholdMap => {
  const [household] = page.rows('household');
  return Object.assign(new HouseholdMap(), household, {
    assignments: page.rows('lead_assignment'),
    problems: page.rows('problem'),
    involvements: page.rows('involvement'),
    waits: page.rows('wait').map((wait) => Object.assign(new Wait(), wait)),
  });
};

/** The plan of a page, as the product reads it. Nothing in a population is disputed, withdrawn or written anew. */
export function bookOf(page: Page): PlanBook {
  const nothing = { lines: [], unpriced: [] };
  const plan = page.rowsOf<PlanBook['plan']>('plan')[0]!;
  const book = {
    plan,
    ...{
      household: mapOf(page),
      costs: new CostBook(page.rowsOf<CostLine>('cost_line'), page.rowsOf<UnpricedItem>('unpriced_item'), nothing),
    },
    writerIds: writersOf(page),
    ...{
      goals: page.rowsOf('goal'),
      scenarios: page.rowsOf('scenario'),
      reverseTest: page.rowsOf('reverse_test'),
      values: page.rowsOf('value_judgement'),
    },
    ...{
      perspectives: page.rowsOf('perspective_assessment'),
      measures: page.rowsOf('measure'),
      struckOut: page.rowsOf('struck_out_law'),
    },
    ...{
      shares: page.rowsOf('funding_share'),
      grounds: page.rowsOf('legal_ground'),
      contradictions: page.rowsOf('contradiction'),
      dismissed: [],
    },
    ...{
      positions: [],
      agreements: [],
      disputes: [],
      commitments: page.rowsOf('commitment'),
      refusals: [],
      steps: page.rowsOf('measure_progress'),
    },
    laws: new MunicipalLaws(page.known.laws, { ownLaws: [], ownProvisions: [] }, page.today),
    day: plan.decidedOn ?? page.today,
  };
  return Object.assign(new PlanBook(), book);
}

/** Who began the plan, and who entered a goal, measure or ground of it. */
export const writersOf = (page: Page): Id[] => [
  ...new Set([
    ...page.rows('plan').map(({ authorId }) => authorId as Id),
    ...['goal', 'measure', 'legal_ground'].flatMap((table) => page.rows(table).map(({ recordedBy }) => recordedBy as Id)),
  ]),
];
