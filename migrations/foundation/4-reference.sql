-- Reference data: laws, price lists, code lists. Public knowledge without tenant or person, so without row security: the owner
-- writes, everybody else reads. One table for all lists, because all are kept in one way: what the product knew, and since when.
-- Nothing is changed or deleted; a row that changes is closed and followed by the next one.

create table reference_entry (
  list text not null check (list <> ''),
  key text not null check (key <> ''),
  known_from date not null,
  known_to date check (known_to >= known_from),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (list, key, known_from)
);
create unique index reference_entry_current on reference_entry (list, key) where known_to is null;

comment on table reference_entry is 'Every row of every reference list, with the days between which the product knew it so. No tenant: public knowledge.';
comment on column reference_entry.list is 'Which list: law, provision, payer, unitCost and so on. The room that owns the list declares its shape.';
comment on column reference_entry.key is 'Names the row within its list, for ever. A price is key@day.';
comment on column reference_entry.known_from is 'First day on which the product knew this content (Juriconnect: z). When a law holds (g) stands inside the content.';
comment on column reference_entry.known_to is 'Last day on which it did; empty = still does.';
comment on column reference_entry.content is 'The row as it stands in the file of the list.';

grant select on reference_entry to doorbraak_app, doorbraak_worker;
