import type { Page } from 'playwright-core';
import type { Stage } from './stage';
import { does } from './wet.stage';

/** The cases of the demo end well: what was over comes back, so that what waited for it is stuck again. */
export async function relapse(stage: Stage, page: Page, household: string): Promise<void> {
  const found = await stage.ask<{ household: { problems: { id: string; version: number; status: string }[] } }>(
    page,
    'query ($id: ID!) { household(id: $id) { problems { id version status } } }',
    { id: household },
  );
  for (const { id, version, status } of found.household.problems)
    if (status === 'RESOLVED')
      await does(stage, page, 'Household', 'setProblemStatus', { problem: id, seen: version, status: 'RELAPSED' });
}
