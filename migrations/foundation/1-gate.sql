-- Who is asking, verified by the database itself.
--
-- The api signs a context (person, tenants, today, and which relations open which data class, taken from the policy file). The
-- first statement of a transaction hands it to gate.begin_context, which checks the signature with a key that only the role
-- doorbraak_gate can read, works out which households and rows this person stands in a relation to, and keeps that in one row per
-- connection that no other role can write. Row policies read that row. The application role can neither forge a context nor widen it.
--
-- The row is valid for the transaction that wrote it (xact), so nothing bleeds over to the next user of a pooled connection.

create extension if not exists pgcrypto;

create schema gate;
comment on schema gate is 'Verified actor context and the functions that row policies ask. Owned by doorbraak_gate, which owns no data.';

create table gate.key (
  id int primary key,
  secret bytea not null check (length(secret) = 32)
);
comment on table gate.key is 'Keys that sign the actor context; more than one only while a key is being changed. No tenant.';

create table gate.key_check (
  id int primary key check (id = 1),
  sealed text not null
);
comment on table gate.key_check is 'A known text sealed with the master key: a process with another master key refuses to start. No tenant.';

create unlogged table gate.context (
  pid int primary key,
  xact xid8 not null,
  person uuid not null,
  home uuid not null,
  tenants uuid[] not null,
  agency uuid,
  today date not null,
  grants jsonb not null,
  assigned uuid[] not null default '{}',
  asked uuid[] not null default '{}',
  own_person uuid[] not null default '{}',
  own_team uuid[] not null default '{}',
  involved uuid[] not null default '{}',
  involvements uuid[] not null default '{}',
  shared_problems uuid[] not null default '{}',
  shared_notes uuid[] not null default '{}',
  shared_persons uuid[] not null default '{}',
  own_plans uuid[] not null default '{}'
) with (fillfactor = 50);
comment on table gate.context is 'One row per connection: the verified actor of its running transaction and what that actor is related to.';

-- The row of this transaction, or none: without begin_context every policy sees an empty set and denies.
create function gate.actor() returns gate.context
  language sql stable security definer set search_path = gate, pg_temp
  as $$ select c from gate.context c where c.pid = pg_backend_pid() and c.xact = pg_current_xact_id_if_assigned() $$;

create function gate.today() returns date language sql stable security definer set search_path = gate, pg_temp
  as $$ select (gate.actor()).today $$;
create function gate.person() returns uuid language sql stable security definer set search_path = gate, pg_temp
  as $$ select (gate.actor()).person $$;
create function gate.home() returns uuid language sql stable security definer set search_path = gate, pg_temp
  as $$ select (gate.actor()).home $$;
create function gate.tenants() returns uuid[] language sql stable security definer set search_path = gate, pg_temp
  as $$ select coalesce((gate.actor()).tenants, '{}') $$;

-- Households of which this actor may read the given data class through a relation that covers the whole household.
create function gate.allowed(class text) returns uuid[]
  language sql stable security definer set search_path = gate, pg_temp
  as $$
    select coalesce(
      (select case when c.grants -> class ? 'ASSIGNED' then c.assigned else '{}' end
           || case when c.grants -> class ? 'ASKED' then c.asked else '{}' end
           || case when c.grants -> class ? 'OWN_PERSON' then c.own_person else '{}' end
           || case when c.grants -> class ? 'OWN_TEAM' then c.own_team else '{}' end
       from gate.actor() c), '{}')
  $$;

-- Rows that a narrow relation opens one by one: what a share or an own involvement names, never the whole household.
create function gate.opened(what text) returns uuid[]
  language sql stable security definer set search_path = gate, pg_temp
  as $$
    select coalesce(
      (select case what
         when 'HOUSEHOLD' then c.involved when 'INVOLVEMENT' then c.involvements when 'PROBLEM' then c.shared_problems
         when 'NOTE' then c.shared_notes when 'PERSON' then c.shared_persons when 'PLAN' then c.own_plans end
       from gate.actor() c), '{}')
  $$;

-- Tenants in which this actor may read a class that belongs to no household (accounts, the access log as a whole).
create function gate.tenants_allowed(class text) returns uuid[]
  language sql stable security definer set search_path = gate, pg_temp
  as $$ select coalesce((select case when c.grants -> class ? 'TENANT' then c.tenants else '{}' end from gate.actor() c), '{}') $$;

-- Every relation of this actor to one household; the service judges an act by it.
create function gate.relations(household uuid) returns text[]
  language sql stable security definer set search_path = gate, pg_temp
  as $$
    select array_remove(array[
      case when household = any (c.assigned) then 'ASSIGNED' end,
      case when household = any (c.asked) then 'ASKED' end,
      case when household = any (c.own_person) then 'OWN_PERSON' end,
      case when household = any (c.own_team) then 'OWN_TEAM' end,
      case when household = any (c.involved) then 'OWN_INVOLVEMENT' end], null)
    from gate.actor() c
  $$;

-- Works the relations out again; called after an act that makes or ends one. It can only follow the data, never add to it.
create function gate.renew() returns void
  language plpgsql security definer set search_path = gate, pg_temp
  as $$
  declare c gate.context := gate.actor();
  begin
    if c is null then raise exception 'no actor context' using errcode = '42501'; end if;
    update gate.context set
      assigned = gate.relation_assigned(c), asked = gate.relation_asked(c), own_person = gate.relation_own_person(c),
      own_team = gate.relation_own_team(c), involved = gate.relation_involved(c), involvements = gate.own_involvements(c),
      shared_problems = gate.shared_problems(c), shared_notes = gate.shared_notes(c), shared_persons = gate.shared_persons(c),
      own_plans = gate.own_plans(c)
    where pid = c.pid;
  end $$;

create function gate.begin_context(payload text, mac bytea) returns void
  language plpgsql security definer set search_path = gate, public, pg_temp
  as $$
  declare c jsonb;
  begin
    if not exists (select from gate.key k where hmac(convert_to(payload, 'UTF8'), k.secret, 'sha256') = mac) then
      raise exception 'actor context is not signed by the api' using errcode = '42501';
    end if;
    c := payload::jsonb;
    -- Real time, on purpose: a signature that was caught cannot be used a minute later.
    if (c ->> 'expiresAt')::timestamptz < clock_timestamp() then
      raise exception 'actor context has expired' using errcode = '42501';
    end if;
    insert into gate.context as x (pid, xact, person, home, tenants, agency, today, grants)
    values (pg_backend_pid(), pg_current_xact_id(), (c ->> 'person')::uuid, (c ->> 'home')::uuid,
            (select coalesce(array_agg(t::uuid), '{}') from jsonb_array_elements_text(c -> 'tenants') t),
            (c ->> 'agency')::uuid, (c ->> 'today')::date, c -> 'grants')
    on conflict (pid) do update set xact = excluded.xact, person = excluded.person, home = excluded.home, tenants = excluded.tenants,
      agency = excluded.agency, today = excluded.today, grants = excluded.grants;
    perform gate.renew();
  end $$;

-- Whether somebody ever led this household. One that is being made has no lead yet, so whoever makes it may name the first; nobody may
-- name himself on one that has.
create function gate.is_led(household uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from lead_assignment a where a.household_id = household); end $$;

-- Row security for one table, in one line per table: what covers whole households (wide), and what opens single rows (narrow). Rows are
-- read under both and written under the wide one, unless the table says otherwise: who reads what was shared may not share more with
-- himself. Forced, so that the owner is bound as well.
create procedure gate.protect(target regclass, wide text, narrow text default null, adding text default null, editing text default null)
  language plpgsql
  as $$
  declare tenant constant text := 'municipality_id = any ((select gate.tenants())::uuid[])';
  begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy reads on %s for select to doorbraak_app using (%s and (%s))', target, tenant, concat_ws(' or ', wide, narrow));
    execute format('create policy adds on %s for insert to doorbraak_app with check (%s and (%s))', target, tenant, coalesce(adding, wide));
    execute format('create policy edits on %s for update to doorbraak_app using (%s and (%s)) with check (%2$s and (%3$s))', target, tenant, coalesce(editing, wide));
    execute format('grant select, insert, update on %s to doorbraak_app', target);
  end $$;
