-- Views that somebody saved: an address of the client under a name. Nobody else reads them.
create table saved_view (
  municipality_id uuid not null references municipality,
  id uuid not null,
  person_id uuid not null,
  name text,
  path text check (path like '/%' and path not like '%//%' and length(path) <= 500),
  deleted_on date,
  -- No term is established for this kind of row: it goes with the account.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  -- No process deletes rows, so of a view that was deleted nothing is left but that it was there.
  check (case when deleted_on is null then num_nulls(name, path) = 0 else num_nulls(name, path) = 2 end)
);
comment on table saved_view is 'Addresses of the client that somebody saved under a name of the own. Of a deleted one name and address are gone.';
create unique index one_view_per_name__view_name_taken on saved_view (municipality_id, person_id, lower(name)) where deleted_on is null;
call gate.protect('saved_view', $$ person_id = (select gate.person()) $$);

-- Whoever signed in sees under which name, and where.
grant create on schema gate to doorbraak_gate;
set local role doorbraak_gate;
create or replace function gate.accounts_of(p_issuer text, p_subject text) returns setof jsonb
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select jsonb_build_object(
      'account', a.id, 'municipality', a.municipality_id, 'person', a.person_id, 'roles', to_jsonb(a.roles),
      'fixteam', p.fixteam_id, 'agency', p.agency_id, 'label', p.label, 'kind', m.kind, 'demoToday', m.demo_today,
      'municipalityName', m.name,
      'tenants', case when p.agency_id is null then jsonb_build_array(a.municipality_id)
        else (select coalesce(jsonb_agg(s.municipality_id), '[]') from agency_presence s where s.agency_id = p.agency_id) end)
    from account a
    join municipality m on m.id = a.municipality_id
    left join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
    where a.issuer = p_issuer and a.subject = p_subject and a.disabled_on is null
    order by a.id
  $$;
reset role;
revoke create on schema gate from doorbraak_gate;
