-- A mistaken entry is withdrawn with a reason and stays visible as withdrawn. Judgements, sums and rights leave it out.

do $$
declare t text;
begin
  foreach t in array array['membership', 'problem', 'involvement', 'handling_note', 'intervention', 'wait', 'contact', 'goal', 'scenario',
    'measure', 'struck_out_law', 'legal_ground', 'contradiction', 'dismissed_pattern', 'cost_line', 'unpriced_item'] loop
    execute format('alter table %I add column withdrawn_on date, add column withdrawn_by uuid, add column withdrawn_reason text,
      add constraint %I check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))', t, t || '_withdrawn_whole');
  end loop;
end $$;

-- What was withdrawn does not stand in the way of the right entry.
drop index one_count_a_month__month_counted;
create unique index one_count_a_month__month_counted on contact (municipality_id, household_id, coalesce(involvement_id, household_id), day_on)
  where month_count is not null and withdrawn_on is null;
drop index one_as_now__as_now_exists;
create unique index one_as_now__as_now_exists on scenario (municipality_id, plan_id) where kind = 'AS_NOW' and withdrawn_on is null;
alter table struck_out_law drop constraint struck_out_law_municipality_id_measure_id_law_key;
create unique index one_strike_per_law__law_struck_out_already on struck_out_law (municipality_id, measure_id, law) where withdrawn_on is null;
alter table dismissed_pattern drop constraint dismissed_pattern_municipality_id_measure_id_pattern_key;
create unique index one_dismissal__pattern_not_proposed on dismissed_pattern (municipality_id, measure_id, pattern) where withdrawn_on is null;

-- What was withdrawn opens nothing: the same relations as before, over what still stands.
grant select (withdrawn_on) on problem, handling_note, measure to doorbraak_gate;
grant create on schema gate to doorbraak_gate;
set local role doorbraak_gate;

create or replace function gate.relation_own_person(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.household_id), '{}') from membership m
  where m.municipality_id = any (c.tenants) and m.person_id = c.person and m.withdrawn_on is null
    and m.from_on <= c.today and (m.to_on is null or m.to_on >= c.today) $$;

create or replace function gate.own_involvements(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(i.id), '{}') from involvement i
  where c.agency is not null and i.agency_id = c.agency and i.municipality_id = any (c.tenants) and i.withdrawn_on is null
    and i.from_on <= c.today and (i.to_on is null or i.to_on >= c.today) $$;

create or replace function gate.relation_involved(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct i.household_id), '{}') from involvement i
  where c.agency is not null and i.agency_id = c.agency and i.municipality_id = any (c.tenants) and i.withdrawn_on is null
    and i.from_on <= c.today and (i.to_on is null or i.to_on >= c.today) $$;

create or replace function gate.shared_problems(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select p.id from gate.live_shares(c) s
    join problem p on p.municipality_id = s.municipality_id and p.household_id = s.household_id
      and p.domain = any (s.domains) and p.person_ids <@ s.person_ids and p.withdrawn_on is null
    where cardinality(s.note_ids) = 0
    union all
    select p.id from problem p where p.municipality_id = any (c.tenants) and p.household_id = any (gate.relation_own_person(c)) and p.person_ids @> array[c.person]) x $$;

create or replace function gate.shared_notes(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select n.id from gate.live_shares(c) s join handling_note n on n.municipality_id = s.municipality_id and n.id = any (s.note_ids) and n.withdrawn_on is null
    union all
    select n.id from handling_note n where n.municipality_id = any (c.tenants) and n.about_person_id = c.person) x $$;

create or replace function gate.shared_persons(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(s.person_ids) as id from gate.live_shares(c) s
    union all
    select m.person_id from membership m where m.municipality_id = any (c.tenants) and m.household_id = any (gate.relation_own_person(c)) and m.person_id = c.person
    union all
    -- a person that another household recorded first, and who belongs to one of mine as well
    select m.person_id from membership m where m.municipality_id = any (c.tenants) and m.withdrawn_on is null
      and c.grants -> 'K2' ? 'ASSIGNED' and m.household_id = any (gate.relation_assigned(c))) x $$;

create or replace function gate.own_plans(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.plan_id), '{}') from measure m
  where c.agency is not null and m.municipality_id = any (c.tenants) and m.withdrawn_on is null and m.involvement_id = any (gate.own_involvements(c)) $$;

reset role;
revoke create on schema gate from doorbraak_gate;

-- A file that is closed can be reopened until its term has run out. No row of it is changed while it is closed.
alter table household add column closed_on date, add column closed_reason text,
  add constraint closed_whole check ((closed_on is null) = (closed_reason is null));

create table last_look (
  municipality_id uuid not null,
  person_id uuid not null,
  household_id uuid not null,
  at timestamptz not null,
  -- No term is established for this kind of row: it goes with the account.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, person_id, household_id),
  foreign key (municipality_id, household_id) references household
);
comment on table last_look is 'Until when somebody has seen what happened in a household. Real time, as the log has it. Nobody else reads it.';
call gate.protect('last_look', $$ person_id = (select gate.person()) $$);
