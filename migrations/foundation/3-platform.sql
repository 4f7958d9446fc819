-- Keys of persons and households, idempotency, and the audit log.

create table person_key (
  municipality_id uuid not null references municipality,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('PERSON', 'HOUSEHOLD')),
  subject_id uuid not null,
  household_id uuid not null,
  wrapped text not null,
  -- No term is established for this kind of row: the list of retention rules has none.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, subject_kind, subject_id)
);
comment on table person_key is 'One data key per person and one per household, wrapped by the tenant key. Destroying a row makes everything sealed with it unreadable.';
call gate.protect('person_key', 'household_id = any ((select gate.allowed(''K1''))::uuid[])', 'household_id = any ((select gate.opened(''HOUSEHOLD''))::uuid[]) or subject_id = any ((select gate.opened(''PERSON''))::uuid[])');

create table idempotency_key (
  municipality_id uuid not null references municipality,
  person_id uuid not null,
  key uuid not null,
  act text not null,
  payload_mac text not null,
  result_id uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, person_id, key)
);
comment on table idempotency_key is 'An act that was done under a client-made key: which one, over which input (a keyed hash, never the input), with which result.';
call gate.protect('idempotency_key', 'person_id = (select gate.person())');

create table audit_log (
  municipality_id uuid not null references municipality,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  day date not null,
  person_id uuid not null,
  roles text[] not null,
  agency_id uuid,
  request_id uuid not null,
  act text not null,
  outcome text not null check (outcome in ('READ', 'DONE', 'REFUSED', 'NOT_FOUND')),
  codes text[] not null default '{}',
  relations text[] not null default '{}',
  classes text[] not null default '{}',
  household_ids uuid[] not null default '{}',
  subject_id uuid,
  version int,
  part_id uuid,
  part_version int,
  reason text,
  -- No term is established for this kind of row: the list of retention rules has none.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id)
);
comment on column audit_log.reason is 'Why, in the words of who did it; only for acts that must say so (revealing a BSN).';
comment on column audit_log.part_id is 'The part of the subject that the act changed, such as a goal of a plan, with its own version.';
comment on table audit_log is 'One row per request: who, in which role and relation, did or read what of which households. Ids and data classes only, never contents. The application can add and read, not change.';
create index audit_by_household on audit_log using gin (household_ids);
create index audit_by_subject on audit_log (municipality_id, subject_id, version);
create index audit_by_part on audit_log (municipality_id, part_id, part_version) where part_id is not null;

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy adds on audit_log for insert to doorbraak_app
  -- A refusal is kept where the account lives, also when its agency works nowhere at the moment.
  with check ((municipality_id = any ((select gate.tenants())::uuid[]) or municipality_id = (select gate.home())) and person_id = (select gate.person()));
create policy reads on audit_log for select to doorbraak_app
  using (municipality_id = any ((select gate.tenants())::uuid[])
    and (person_id = (select gate.person()) or household_ids && (select gate.allowed('K9'))::uuid[]
      or municipality_id = any ((select gate.tenants_allowed('K9'))::uuid[])
      or household_ids && (select gate.allowed('K1'))::uuid[]
      or (household_ids = '{}' and municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[]))));
grant select, insert on audit_log to doorbraak_app;
