import { countCircles, isOpen } from '@doorbraak/household';
import { type PlanStage, stageAfter, stageBefore, whyNotPrepared } from '@doorbraak/plan';
import { isLearned } from '@doorbraak/signal';
import { bookOf, mapOf, writersOf } from './book';
import type { Page } from './page';

/** What the work list says of a household, as of the last act on it. */
export function writeDigests(page: Page): void {
  const { problems, liveWaits } = mapOf(page);
  const at = { municipalityId: page.desk.municipality, householdId: page.household, onDay: page.today };
  page.tables.set('household_digest', [
    { ...at, openProblems: problems.filter(isOpen).length, circles: countCircles(liveWaits) } as never,
  ]);
  const [plan] = page.rows('plan');
  if (!plan) return;
  const [stage, openReasons] = stageOf(page, plan['status'] === 'DECIDED');
  page.tables.set('plan_digest', [{ ...at, planId: plan.id, stage, openReasons, writerIds: writersOf(page) } as never]);
}

function stageOf(page: Page, decided: boolean): [PlanStage, number] {
  if (decided) return [stageAfter({ begun: page.rows('measure_progress').length > 0, ...whatCame(page) }), 0];
  const { laws, ...book } = ((book) => ({ laws: book.laws, facts: book.facts() }))(bookOf(page));
  return [stageBefore(book.facts, laws), whyNotPrepared(book.facts, laws).length];
}

const whatCame = (page: Page) => ({
  reviewed: page.rows('review').some(({ closes }) => closes === true),
  learned: isLearned(page.rows('bottleneck') as never, page.rows('signal_report') as never, []),
});
