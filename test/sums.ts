import type { Client } from 'pg';

/** Every row of every table, as one sum per table. */
export async function sumsOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1`,
  );
  const each = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(row::text, chr(10) order by row::text)), '') as sum from ${name} row`,
  );
  const sums = await client.query<{ name: string; sum: string }>(each.join(' union all '));
  return Object.fromEntries(sums.rows.map(({ name, sum }) => [name, sum]));
}
