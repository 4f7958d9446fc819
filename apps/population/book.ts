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
  const rows = <Row>(table: string) => page.rows(table) as unknown as Row[];
  const nothing = { lines: [], unpriced: [] };
  const plan = rows<PlanBook['plan']>('plan')[0]!;
  const book = {
    plan,
    ...{ household: mapOf(page), costs: new CostBook(rows<CostLine>('cost_line'), rows<UnpricedItem>('unpriced_item'), nothing) },
    writerIds: writersOf(page),
    ...{ goals: rows('goal'), scenarios: rows('scenario'), reverseTest: rows('reverse_test'), values: rows('value_judgement') },
    ...{ perspectives: rows('perspective_assessment'), measures: rows('measure'), struckOut: rows('struck_out_law') },
    ...{ shares: rows('funding_share'), grounds: rows('legal_ground'), contradictions: rows('contradiction'), dismissed: [] },
    ...{
      positions: [],
      agreements: [],
      disputes: [],
      commitments: rows('commitment'),
      refusals: [],
      steps: rows('measure_progress'),
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
