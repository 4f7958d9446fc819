import { countCircles, isOpen } from '@doorbraak/household';
import { type PlanStage, stageAfter, stageBefore, whyNotPrepared } from '@doorbraak/plan';
import { isLearned } from '@doorbraak/signal';
import { bookOf, mapOf, writersOf } from './book';
import type { Page } from './page';

/** What the work list says of a household, as of the last act on it. */
export function writeDigests(page: Page): void {
  const { problems, liveWaits } = mapOf(page);
  const at = { municipalityId: page.desk.municipality, householdId: page.household, onDay: page.today };
  page.add('household_digest', { ...at, openProblems: problems.filter(isOpen).length, circles: countCircles(liveWaits) });
  const [plan] = page.rows('plan');
  if (!plan) return;
  const digest = plan['status'] === 'DECIDED' ? { stage: stageAfter(whatCame(page)), openReasons: 0 } : whatIsWritten(page);
  page.add('plan_digest', { ...at, ...digest, planId: plan.id, writerIds: writersOf(page) });
}

function whatIsWritten(page: Page): { stage: PlanStage; openReasons: number } {
  const book = bookOf(page);
  const facts = book.facts();
  return { stage: stageBefore(facts, book.laws), openReasons: whyNotPrepared(facts, book.laws).length };
}

const whatCame = (page: Page) => ({
  begun: page.rows('measure_progress').length > 0,
  reviewed: page.rows('review').some(({ closes }) => closes === true),
  learned: isLearned(page.rowsOf('bottleneck'), page.rowsOf('signal_report'), []),
});
