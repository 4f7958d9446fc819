-- Prices and rules of a municipality's own. They hold beside the national lists, in that municipality only, and keep two time axes: from
-- when they hold, and from when the product knew them.

create table own_unit_cost (
  municipality_id uuid not null references municipality,
  id uuid not null,
  key text not null,
  name_nl text not null,
  name_en text not null,
  unit text not null,
  cents bigint not null check (cents > 0),
  price_year int not null,
  valid_from date not null,
  valid_to date,
  payer text not null,
  source text not null,
  confidence text not null check (confidence in ('A', 'B', 'C', 'D', 'M')),
  vat text not null check (vat in ('INCLUDED', 'EXCLUDED', 'UNKNOWN', 'NOT_APPLICABLE')),
  enabled boolean not null,
  import_id uuid not null,
  known_from date not null,
  known_to date,
  recorded_by uuid not null,
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  check (valid_from <= valid_to),
  check (known_from <= known_to)
);
comment on table own_unit_cost is 'A price of the municipality itself, from its contracts. It takes the place of the national one of the same key while it holds. import_id says with which file it came.';
create unique index one_own_price__changed_meanwhile on own_unit_cost (municipality_id, key, valid_from) where known_to is null;

create table own_law (
  municipality_id uuid not null references municipality,
  id uuid not null,
  key text not null,
  kind text not null check (kind in ('BYLAW', 'POLICY_RULE')),
  title text not null,
  short_title text not null,
  agency_id uuid references agency,
  valid_from date,
  valid_to date,
  source text not null,
  version int not null default 1,
  known_from date not null,
  known_to date,
  recorded_by uuid not null,
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  check (valid_from <= valid_to),
  check (known_from <= known_to)
);
comment on table own_law is 'A by-law of the municipality or a policy rule of the municipality (agency_id null) or of an agency, visible in this municipality only. valid_from null = not established. A row keeps its id; what it said before a change stands beside it under an id of its own, with the last day on which that was known.';
create unique index one_own_law_per_key__law_exists on own_law (municipality_id, key) where known_to is null;

create table own_provision (
  municipality_id uuid not null,
  id uuid not null,
  law_id uuid not null,
  key text not null,
  article text not null,
  lid text,
  role text not null check (role in ('LIMIT', 'PROCEDURE', 'PURPOSE')),
  summary_nl text not null,
  summary_en text,
  discretionary boolean not null,
  valid_from date,
  valid_to date,
  source text not null,
  version int not null default 1,
  known_from date not null,
  known_to date,
  recorded_by uuid not null,
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, law_id) references own_law,
  check (valid_from <= valid_to),
  check (known_from <= known_to)
);
comment on table own_provision is 'One paragraph of a rule of the municipality or of an agency there, as it was known in one period, kept as own_law is. It gives no room and protects nobody by itself (Awb 4:84 does, from outside the rule).';
create unique index one_own_provision__provision_exists on own_provision (municipality_id, key) where known_to is null;

call gate.protect('own_unit_cost', 'true', adding => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$, editing => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$);
call gate.protect('own_law', 'true', adding => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$, editing => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$);
call gate.protect('own_provision', 'true', adding => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$, editing => $$ municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]) $$);

-- A line says whose price it was and which version of it, and whether it was brought to the money of another year. Realised costs belong to a period of a plan.
alter table cost_line add column price_source text not null default 'NATIONAL' check (price_source in ('NATIONAL', 'OWN')),
  add column index_year int, add column index_factor numeric check (index_factor > 0), add column intervention_id uuid,
  add column price_from date, add column unit text, add column vat text check (vat in ('INCLUDED', 'EXCLUDED', 'UNKNOWN', 'NOT_APPLICABLE')),
  add column confidence text check (confidence in ('A', 'B', 'C', 'D', 'M')),
  add constraint indexed_whole check ((index_year is null) = (index_factor is null)),
  drop constraint cost_line_owner_kind_check,
  add constraint cost_line_owner_kind_check check (owner_kind in ('SCENARIO', 'INTERVENTION', 'REALISED'));
comment on column cost_line.index_factor is 'price_cents is the price of price_year x this factor, rounded half up; null = in the money of its own year.';
comment on column cost_line.price_from is 'First day of the price in its list; like unit, vat and confidence copied in, so that a line says the same when the list changes. null = the line is older than these columns.';
comment on column cost_line.intervention_id is 'The running help whose cost this line of a scenario carries on; null = none.';
alter table unpriced_item drop constraint unpriced_item_owner_kind_check,
  add constraint unpriced_item_owner_kind_check check (owner_kind in ('SCENARIO', 'INTERVENTION', 'REALISED'));
