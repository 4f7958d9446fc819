/**
 * Reference data: laws, price lists, code lists. Public knowledge without tenant or person, so without row security: the owner
 * writes, everybody else reads. One table for all lists, because all of them are kept in the same way: what the product knew, and
 * since when. Nothing is changed or deleted; a row that changes is closed and followed by the next one.
 */
export const REFERENCE_SQL = `
create table reference_entry (
  list       text  not null,
  key        text  not null,
  known_from date  not null,
  known_to   date,
  content    jsonb not null,
  primary key (list, key, known_from),
  check (list <> '' and key <> ''),
  check (known_to >= known_from),
  check (jsonb_typeof(content) = 'object')
);
create unique index reference_entry_one_current on reference_entry (list, key) where known_to is null;

comment on table  reference_entry is 'Every row of every reference list, with the days between which the product knew it so';
comment on column reference_entry.list is 'Which list: law, provision, conflictPattern, payer, unitCost and so on; the room that owns the list declares its shape';
comment on column reference_entry.key is 'Names the row within its list, for ever; a price is key@day';
comment on column reference_entry.known_from is 'First day on which the product knew this content (Juriconnect: z). When a law holds stands inside the content (g)';
comment on column reference_entry.known_to is 'Last day on which it did; empty = still does';
comment on column reference_entry.content is 'The row as it stands in the file of the list';

grant select on reference_entry to doorbraak_app, doorbraak_worker;
`;
