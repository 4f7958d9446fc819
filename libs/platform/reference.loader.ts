import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import type { LocalDate } from '@doorbraak/kernel';
import { parseReference, type ReferenceEntry, type ReferenceFault, type ReferenceList } from './reference.rules';

export type ReferenceCounts = { added: number; changed: number; unchanged: number; ended: number };

/** The files are not as they should be; nothing was written. */
export class ReferenceRefused extends Error {
  constructor(readonly faults: readonly ReferenceFault[]) {
    super(faults.map(({ file, row, field, message }) => [file, row, field, message].filter(Boolean).join(': ')).join('\n'));
  }
}

/** Reads the files of these lists below `root`; throws ReferenceRefused with every fault of every file. */
export async function readReference(root: string, lists: readonly ReferenceList<unknown>[]): Promise<ReferenceEntry[]> {
  const files = new Map<string, string>();
  for (const file of new Set(lists.map((list) => list.file))) {
    const text = await readFile(join(root, file), 'utf8').catch(absent);
    if (text !== undefined) files.set(file, text);
  }
  const { entries, faults } = parseReference(lists, files);
  if (faults.length) throw new ReferenceRefused(faults);
  return entries;
}

/** A file that is not there is a fault of the data and is reported with the others; one that cannot be read is not. */
const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

const COMPARED = `
  with incoming as (
    select list, key, content from jsonb_to_recordset($1::jsonb) as x(list text, key text, content jsonb)
  ), latest as (
    select distinct on (list, key) list, key, known_from, known_to, content from reference_entry order by list, key, known_from desc
  ), compared as (
    select list, key, i.content, l.known_from, l.known_to, i.content is not null as given,
           l.content is not null and l.known_to is null as current, i.content is not distinct from l.content as same
      from incoming i full join latest l using (list, key)
  )`;

const CLOSE = `${COMPARED}, closed as (
    update reference_entry e set known_to = greatest($2::date, e.known_from)
      from compared c
     where (e.list, e.key, e.known_from) = (c.list, c.key, c.known_from) and c.current and not (c.given and c.same)
  )
  select count(*) filter (where given and not current)::int as added,
         count(*) filter (where given and current and not same)::int as changed,
         count(*) filter (where given and current and same)::int as unchanged,
         count(*) filter (where not given and current)::int as ended
    from compared`;

// A day has one text. What changes is known from the next free day on: a plan that cites a text by the day on which it was known must find
// that very text for ever, also when it was cited in the morning and the load came in the afternoon, or when the clock was set back.
const OPEN = `${COMPARED}
  insert into reference_entry (list, key, known_from, content)
  select list, key, greatest($2::date, known_to + 1), content from compared where given and not current`;

/**
 * Makes the stored lists equal to `entries`, which are all lists of the product: what is not among them has ended. One transaction;
 * a second load of the same entries changes nothing. Needs the owner of the table.
 */
export async function loadReference(
  owner: ClientBase,
  entries: readonly ReferenceEntry[],
  knownFrom: LocalDate,
): Promise<ReferenceCounts> {
  await owner.query('begin');
  try {
    // Two processes may start at once; the second waits and then finds nothing to do.
    await owner.query('lock table reference_entry in share row exclusive mode');
    const given = [JSON.stringify(entries), knownFrom];
    const { rows } = await owner.query<ReferenceCounts>(CLOSE, given);
    await owner.query(OPEN, given);
    await owner.query('commit');
    return rows[0]!;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
