-- Cost lines of opaque owners: a scenario, an intervention, later a realised period. The household id is there for row security only.

create table cost_line (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  owner_kind text not null check (owner_kind in ('SCENARIO', 'INTERVENTION')),
  owner_id uuid not null,
  measure_id uuid,
  unit_cost text not null,
  price_cents bigint not null check (price_cents > 0),
  price_year int not null,
  quantity numeric not null check (quantity > 0),
  probability numeric check (probability > 0 and probability < 1),
  one_off boolean not null,
  payer text not null,
  note text not null,
  cents bigint not null check (cents >= 0),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household
);
comment on table cost_line is 'Unit cost x quantity x probability, rounded half up to the cent per line. The price is copied in, so a line stays what it was when the price list changes.';
create index cost_line_by_household on cost_line (municipality_id, household_id);

create table unpriced_item (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  owner_kind text not null check (owner_kind in ('SCENARIO', 'INTERVENTION')),
  owner_id uuid not null,
  measure_id uuid,
  item text not null,
  note text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household
);
comment on table unpriced_item is 'What has no known price: listed and counted, never added as zero.';
create index unpriced_item_by_household on unpriced_item (municipality_id, household_id);

call gate.protect('cost_line', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('unpriced_item', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
