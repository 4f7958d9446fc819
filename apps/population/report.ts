import { COST_ENTITIES } from '@doorbraak/cost';
import { HOUSEHOLD_ENTITIES } from '@doorbraak/household';
import { OUTCOME_ENTITIES } from '@doorbraak/outcome';
import { PLAN_ENTITIES } from '@doorbraak/plan';
import { SIGNAL_ENTITIES } from '@doorbraak/signal';
import { getMetadataArgsStorage } from 'typeorm';
import type { Loaded } from './population';
import type { Wish } from './size.rules';

const GROUPS = {
  household: HOUSEHOLD_ENTITIES,
  plan: PLAN_ENTITIES,
  cost: COST_ENTITIES,
  outcome: OUTCOME_ENTITIES,
  signal: SIGNAL_ENTITIES,
};

const tablesOf = (entities: readonly unknown[]): string[] =>
  getMetadataArgsStorage().tables.flatMap(({ target, name }) => (entities.includes(target) && name ? [name] : []));

/** What was made, for who asked for it. */
export function reportOf(
  { size, seed }: Wish,
  { municipalities, households, rows }: Loaded,
  { seconds, bytes }: { seconds: number; bytes: number },
): string {
  const groups = Object.entries(GROUPS).map(([name, entities]) => {
    const tables = tablesOf(entities);
    return [name, [...rows].reduce((sum, [table, count]) => sum + (tables.includes(table) ? count : 0), 0)] as const;
  });
  const all = [...rows.values()].reduce((sum, one) => sum + one, 0);
  const known = groups.reduce((sum, [, count]) => sum + count, 0);
  const lines = [...groups, ['everything else', all - known] as const].map(
    ([name, count]) => `  ${name.padEnd(20)} ${count} rows`,
  );
  return [
    `${size}, seed ${seed}: ${households} households in ${municipalities} ${municipalities === 1 ? 'municipality' : 'municipalities'}, all of it fictional`,
    ...lines,
    `  ${'written'.padEnd(20)} ${all} rows in ${seconds.toFixed(1)} s, ${(bytes / 2 ** 20).toFixed(1)} MiB`,
    '',
  ].join('\n');
}
