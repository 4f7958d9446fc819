import { DataSource, type QueryRunner } from 'typeorm';
import { CannotStart } from '@doorbraak/kernel';
import { MIGRATIONS, OWNER, ownerConnection, refuseBound } from './migrate';

/**
 * Takes the newest migration back, whole or not at all: in one transaction, which is given up when anything that was kept would be gone
 * after it. A migration need not look for that itself.
 */
export async function undo(url: string, migrations = MIGRATIONS): Promise<{ undone: string }> {
  await ownerConnection(url, refuseBound);
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    const [newest] = (await runner.query('select id, name from migration order by id desc limit 1')) as [
      { id: number; name: string },
    ];
    const Newest = migrations.find(({ name }) => name === newest.name);
    if (!Newest)
      throw new CannotStart(`This version of the product does not know ${newest.name}; undo it with the version that made it.`);
    await runner.query('lock table migration in exclusive mode');
    const before = await kept(runner);
    await runner.query(`set local role ${OWNER}`);
    await new Newest().down(runner);
    await runner.query('reset role');
    const lost = lostOf(before, await kept(runner));
    if (lost.length)
      throw new CannotStart(
        `Undoing ${newest.name} would lose what is in ${lost.join(', ')}. Nothing was changed; restore a backup instead.`,
      );
    await runner.query('delete from migration where id = $1', [newest.id]);
    await runner.commitTransaction();
    return { undone: newest.name };
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** How many rows each table has, and how many values each column, by `table` and `table.column`. */
async function kept(runner: QueryRunner): Promise<Map<string, number>> {
  const tables = (await runner.query(
    `select c.relname as name, array_agg(a.attname::text) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      group by c.relname order by c.relname`,
  )) as { name: string; columns: string[] }[];
  const counts = new Map<string, number>();
  for (const { name, columns } of tables) {
    const each = columns.map((column) => `count("${column}")::int as "${name}.${column}"`);
    const [row] = (await runner.query(`select count(*)::int as "${name}", ${each.join(', ')} from "${name}"`)) as [
      Record<string, number>,
    ];
    for (const [what, count] of Object.entries(row)) counts.set(what, count);
  }
  return counts;
}

/** What there was more of before: tables, and columns of tables that are whole. */
function lostOf(before: Map<string, number>, after: Map<string, number>): string[] {
  const lost = [...before].filter(([what, count]) => (after.get(what) ?? 0) < count).map(([what]) => what);
  return lost.filter((what) => !lost.includes(what.replace(/\..*/, '')) || !what.includes('.'));
}
