-- The functions as they were.
grant create on schema gate to doorbraak_gate;
set role doorbraak_gate;
create or replace function gate.live_shares(c gate.context) returns setof share language sql stable set search_path = public, pg_temp as $$
  select s.* from share s
  join reference_entry b on b.list = 'legalBasis' and b.key = s.basis and b.known_to is null
  where s.municipality_id = any (c.tenants) and s.involvement_id = any (gate.own_involvements(c))
    and s.from_on <= c.today and c.today <= s.to_on and (s.withdrawn_on is null or s.withdrawn_on > c.today)
    and (b.content ->> 'validFrom')::date <= c.today and coalesce((b.content ->> 'validTo')::date >= c.today, true) $$;

create or replace function gate.shared_problems(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select p.id from gate.live_shares(c) s
    join problem p on p.municipality_id = s.municipality_id and p.household_id = s.household_id
      and p.domain = any (s.domains) and p.person_ids <@ s.person_ids and p.withdrawn_on is null
    where cardinality(s.note_ids) = 0
    union all
    select p.id from problem p where p.municipality_id = any (c.tenants) and p.household_id = any (gate.relation_own_person(c)) and p.person_ids @> array[c.person]) x $$;

create or replace function gate.shared_persons(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(s.person_ids) as id from gate.live_shares(c) s
    union all
    select m.person_id from membership m where m.municipality_id = any (c.tenants) and m.household_id = any (gate.relation_own_person(c)) and m.person_id = c.person
    union all
    -- a person that another household recorded first, and who belongs to one of mine as well
    select m.person_id from membership m where m.municipality_id = any (c.tenants) and m.withdrawn_on is null
      and c.grants -> 'K2' ? 'ASSIGNED' and m.household_id = any (gate.relation_assigned(c))) x $$;

create or replace function gate.renew() returns void
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

create or replace function gate.begin_context(payload text, mac bytea) returns void
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
drop function gate.related(gate.context);
reset role;
revoke create on schema gate from doorbraak_gate;
