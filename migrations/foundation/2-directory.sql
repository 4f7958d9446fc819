-- Municipalities, fixteams, agencies, professionals, accounts and mandates.

create table municipality (
  id uuid primary key,
  code text not null unique check (code ~ '^GM\d{4}$'),
  name text not null,
  kind text not null check (kind in ('REAL', 'DEMO')),
  demo_today date,
  constraint clock_only_in_demo check (demo_today is null or kind = 'DEMO')
);
comment on table municipality is 'The tenants. A DEMO tenant has a clock that can be set (demo_today); a REAL one runs on real time. No tenant column: its id is the tenant.';

create function kind_never_changes() returns trigger language plpgsql as $$
  begin
    if new.kind <> old.kind then raise exception 'the kind of a municipality never changes'; end if;
    return new;
  end $$;
create trigger kind_never_changes before update on municipality for each row execute function kind_never_changes();

alter table municipality enable row level security;
alter table municipality force row level security;
create policy reads on municipality for select to doorbraak_app using (id = any ((select gate.tenants())::uuid[]));
create policy sets_demo_clock on municipality for update to doorbraak_app
  using (id = any ((select gate.tenants())::uuid[]) and kind = 'DEMO') with check (kind = 'DEMO');
grant select on municipality to doorbraak_app;
grant update (demo_today) on municipality to doorbraak_app;

create table agency (
  id uuid primary key,
  type text not null,
  name text not null,
  municipality_id uuid references municipality
);
comment on table agency is 'An agency of a type; municipality_id is set for a department of one municipality, else it works everywhere. Shared without tenant.';
grant select, insert on agency to doorbraak_app;

create table fixteam (
  municipality_id uuid not null references municipality,
  id uuid not null,
  name text not null,
  primary key (municipality_id, id)
);
comment on table fixteam is 'A team for one or more districts; its dated areas come with the reports.';

create table professional (
  municipality_id uuid not null references municipality,
  id uuid not null,
  label text not null,
  fixteam_id uuid,
  agency_id uuid references agency,
  -- No term is established for this kind of row: the list of retention rules has none.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, fixteam_id) references fixteam
);
comment on table professional is 'Somebody who works here or for an agency, under the name that colleagues know.';

create table account (
  municipality_id uuid not null references municipality,
  id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  roles text[] not null check (cardinality(roles) > 0),
  disabled_on date,
  invited_by uuid,
  version int not null default 1,
  -- No term is established for this kind of row: the list of retention rules has none.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, issuer, subject)
);
comment on table account is 'Who signs in: issuer and subject of the OpenID provider, the person it stands for, and the roles. The rights follow from the roles at every request.';
create index account_by_subject on account (issuer, subject);

create table mandate (
  municipality_id uuid not null references municipality,
  id uuid not null,
  person_id uuid not null,
  kinds text[] not null,
  max_cents bigint check (max_cents >= 0),
  from_on date not null,
  to_on date not null,
  -- No term is established for this kind of row: the list of retention rules has none.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references professional,
  check (from_on <= to_on)
);
comment on table mandate is 'Who may decide which kinds of deviation up to which amount (null = no limit), from and to included.';

create table agency_presence (
  municipality_id uuid not null references municipality,
  agency_id uuid not null references agency,
  primary key (municipality_id, agency_id)
);
comment on table agency_presence is 'That an agency has, or had, an involvement in a tenant: no case, no count. The only row that sign-in reads across tenants.';

call gate.protect('fixteam', 'true', adding => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])', editing => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])');
call gate.protect('professional', 'true', adding => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])', editing => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])');
call gate.protect('account', 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])');
call gate.protect('mandate', 'true', adding => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])', editing => 'municipality_id = any ((select gate.tenants_allowed(''K11''))::uuid[])');
call gate.protect('agency_presence', 'true', editing => 'false');

-- Sign-in happens before there is a context, so it asks the gate: all accounts of one subject, with what the api needs to sign one.
create function gate.accounts_of(p_issuer text, p_subject text) returns setof jsonb
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select jsonb_build_object(
      'account', a.id, 'municipality', a.municipality_id, 'person', a.person_id, 'roles', to_jsonb(a.roles),
      'fixteam', p.fixteam_id, 'agency', p.agency_id, 'label', p.label, 'kind', m.kind, 'demoToday', m.demo_today,
      'tenants', case when p.agency_id is null then jsonb_build_array(a.municipality_id)
        else (select coalesce(jsonb_agg(s.municipality_id), '[]') from agency_presence s where s.agency_id = p.agency_id) end)
    from account a
    join municipality m on m.id = a.municipality_id
    left join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
    where a.issuer = p_issuer and a.subject = p_subject and a.disabled_on is null
    order by a.id
  $$;

-- Whether anybody can sign in at all; a start without anybody says how to make the first.
create function gate.has_accounts() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from account) $$;

-- Who of this tenant has one of these roles; which roles somebody has stays with the administration.
create function gate.people_with(p_roles text[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(person_id), '{}') from account
    where municipality_id = any (gate.tenants()) and disabled_on is null and roles && p_roles
  $$;

-- What the gate may read, and nothing else: these policies name it, row by row of the list.
create policy gate_reads on municipality for select to doorbraak_gate using (true);
create policy gate_reads on account for select to doorbraak_gate using (true);
create policy gate_reads on professional for select to doorbraak_gate using (true);
create policy gate_reads on agency_presence for select to doorbraak_gate using (true);
grant select on municipality, account, professional, agency_presence to doorbraak_gate;

-- A municipality, its first team and its first administrator are made by the owner of the tables, from the command line; these
-- tables hold no household. Everything after that is an act through the api.
create policy founding on municipality to current_user using (true) with check (true);
create policy founding on fixteam to current_user using (true) with check (true);
create policy founding on professional to current_user using (true) with check (true);
create policy founding on account to current_user using (true) with check (true);
