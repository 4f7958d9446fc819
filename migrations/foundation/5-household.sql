-- The household: its people, problems, agencies, waits, help, contacts, notes and shares.
-- Every row says on which day of the tenant it was recorded, by whom, under which retention rule and, where the term already runs, until
-- which day it is kept.

create table household (
  municipality_id uuid not null references municipality,
  id uuid not null,
  code text not null,
  fixteam_id uuid not null,
  neighbourhood_code text check (neighbourhood_code ~ '^BU\d{4}[0-9A-Z]{4}$'),
  neighbourhood_year int,
  own_words text,
  language text not null default 'nl',
  needs_interpreter boolean not null default false,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, fixteam_id) references fixteam,
  constraint one_household_per_code__household_code_taken unique (municipality_id, code),
  check ((neighbourhood_code is null) = (neighbourhood_year is null))
);
comment on table household is 'One person is a household too. own_words is sealed with the key of the household.';

create table lead_assignment (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('LEAD', 'DEPUTY')),
  from_on date not null,
  until_on date,
  reason text,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, person_id) references professional,
  check (from_on <= until_on)
);
comment on table lead_assignment is 'Who leads and who deputises, with history; until_on is the first day without (null = still).';
create unique index one_active_lead__changed_meanwhile on lead_assignment (municipality_id, household_id, kind) where until_on is null;
create index lead_assignment_by_person on lead_assignment (municipality_id, person_id) where until_on is null;

create table person (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  name text not null,
  birth_date text,
  bsn text,
  bsn_mac text,
  protected_address boolean not null default false,
  capacity text not null default 'NOT_ASSESSED' check (capacity in ('NOT_ASSESSED', 'FULL', 'LIMITED', 'REPRESENTED')),
  represented_by text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  constraint one_person_per_bsn__duplicate_person unique (municipality_id, bsn_mac)
);
comment on table person is 'A person, kept by the household that recorded it first; bsn is sealed with the key of the person, bsn_mac is a keyed hash per tenant for finding a double.';
create index person_by_household on person (municipality_id, household_id);

create table membership (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('ADULT', 'CHILD')),
  from_on date not null,
  to_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, person_id) references person,
  check (from_on <= to_on)
);
comment on table membership is 'Who belonged to the household when; a person may belong to two (co-parenting).';
create index membership_by_household on membership (municipality_id, household_id);
create index membership_by_person on membership (municipality_id, person_id);

create table problem (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  type text not null,
  domain text not null,
  data_class text not null check (data_class in ('K4', 'K5')),
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  words text,
  since_on date,
  severity int check (severity between 1 and 3),
  status text not null check (status in ('OPEN', 'IMPROVING', 'RESOLVED', 'RELAPSED')),
  caused_by uuid[] not null default '{}',
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household
);
comment on table problem is 'A problem of one or more persons. The type stays readable for filtering, behind row security; words are sealed (key of the person, or of the household when it is about several).';
create index problem_by_household on problem (municipality_id, household_id);

create table involvement (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  agency_id uuid not null references agency,
  agency_type text not null,
  law text,
  law_note text,
  payer text,
  payer_note text,
  from_on date not null,
  to_on date,
  problem_ids uuid[] not null default '{}',
  contact_person text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, agency_id) references agency_presence,
  check (from_on <= to_on),
  constraint law_or_note check (law is not null or law_note is not null),
  constraint payer_or_note check (payer is not null or payer_note is not null)
);
comment on table involvement is 'That an agency is involved, under which law, who pays. Naming a problem here opens nothing to the agency: only a share does.';
create index involvement_by_household on involvement (municipality_id, household_id);
create index involvement_by_agency on involvement (agency_id, municipality_id);

create table handling_note (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  about_person_id uuid not null,
  from_involvement_id uuid,
  text text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, about_person_id) references person,
  foreign key (municipality_id, from_involvement_id) references involvement
);
comment on table handling_note is 'How to treat somebody well; special data (K5), sealed with the key of the person it is about, shared one by one.';
create index handling_note_by_household on handling_note (municipality_id, household_id);

create table share (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid not null,
  recipient text not null,
  basis text not null,
  purpose text not null,
  need text not null,
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  domains text[] not null,
  note_ids uuid[] not null default '{}',
  from_on date not null,
  to_on date not null,
  consent_by uuid,
  consent_on date,
  consent_how text check (consent_how in ('IN_WRITING', 'ALOUD', 'ALOUD_WITH_MENTOR', 'BY_REPRESENTATIVE')),
  withdrawn_on date,
  withdrawn_reason text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  check (from_on <= to_on),
  check ((consent_by is null) = (consent_on is null) and (consent_by is null) = (consent_how is null))
);
comment on table share is 'What one agency may read: persons, and either problems of the named domains or, when notes are named, those notes only. With basis, purpose, need and an end.';
create index share_by_involvement on share (municipality_id, involvement_id);
create index share_by_household on share (municipality_id, household_id);

create table intervention (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  service text not null,
  involvement_id uuid not null,
  problem_ids uuid[] not null default '{}',
  from_on date not null,
  to_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  check (from_on <= to_on)
);
comment on table intervention is 'Help that runs now or ran.';
create index intervention_by_household on intervention (municipality_id, household_id);

create table wait (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  waiting_problem_id uuid,
  waiting_involvement_id uuid,
  for_problem_id uuid,
  for_involvement_id uuid,
  holder_id uuid not null,
  what text not null,
  provision text,
  liftable boolean not null,
  since_on date,
  lifted_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, waiting_problem_id) references problem,
  foreign key (municipality_id, waiting_involvement_id) references involvement,
  foreign key (municipality_id, for_problem_id) references problem,
  foreign key (municipality_id, for_involvement_id) references involvement,
  foreign key (municipality_id, holder_id) references involvement,
  check (num_nonnulls(waiting_problem_id, waiting_involvement_id) = 1 and num_nonnulls(for_problem_id, for_involvement_id) = 1)
);
comment on table wait is 'What cannot move before what has moved, and which involvement could lift that. what is sealed with the key of the household.';
create index wait_by_household on wait (municipality_id, household_id);

create table contact (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid,
  day_on date not null,
  month_count int check (month_count >= 0),
  channel text check (channel in ('PHONE', 'VISIT', 'OFFICE', 'LETTER', 'MAIL', 'ONLINE')),
  direction text check (direction in ('FROM_AGENCY', 'FROM_HOUSEHOLD')),
  minutes int check (minutes between 0 and 1440),
  problem_id uuid,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, problem_id) references problem,
  check ((month_count is null) = (channel is not null)),
  check (month_count is null or extract(day from day_on) = 1)
);
comment on table contact is 'One contact with an agency (channel set), or the count of a whole month as somebody told it (month_count set, day_on the first of that month); a count never makes rows up.';
create index contact_by_household on contact (municipality_id, household_id, day_on);
create unique index one_count_a_month__month_counted on contact (municipality_id, household_id, coalesce(involvement_id, household_id), day_on) where month_count is not null;

call gate.protect('household', $$ id = any ((select gate.allowed('K1'))::uuid[]) $$, $$ id = any ((select gate.opened('HOUSEHOLD'))::uuid[]) $$, adding => 'true');
-- Written under K8: who is only asked about a plan reads K1 too, and must not become a lead by that.
call gate.protect('lead_assignment', $$ household_id = any ((select gate.allowed('K1'))::uuid[]) $$, $$ household_id = any ((select gate.opened('HOUSEHOLD'))::uuid[]) $$,
  adding => $$ household_id = any ((select gate.allowed('K8'))::uuid[]) or not gate.is_led(household_id) $$,
  editing => $$ household_id = any ((select gate.allowed('K8'))::uuid[]) $$);
call gate.protect('person', $$ household_id = any ((select gate.allowed('K2'))::uuid[]) $$, $$ id = any ((select gate.opened('PERSON'))::uuid[]) $$);
call gate.protect('membership', $$ household_id = any ((select gate.allowed('K2'))::uuid[]) $$, $$ person_id = any ((select gate.opened('PERSON'))::uuid[]) $$);
call gate.protect('problem', $$ household_id = any (case data_class when 'K4' then (select gate.allowed('K4'))::uuid[] else (select gate.allowed('K5'))::uuid[] end) $$, $$ id = any ((select gate.opened('PROBLEM'))::uuid[]) $$);
call gate.protect('involvement', $$ household_id = any ((select gate.allowed('K1'))::uuid[]) $$, $$ id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('handling_note', $$ household_id = any ((select gate.allowed('K5'))::uuid[]) $$, $$ id = any ((select gate.opened('NOTE'))::uuid[]) $$);
call gate.protect('share', $$ household_id = any ((select gate.allowed('K8'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('intervention', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('wait', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$, $$ (holder_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])
  and coalesce(waiting_involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]), waiting_problem_id = any ((select gate.opened('PROBLEM'))::uuid[]))
  and coalesce(for_involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]), for_problem_id = any ((select gate.opened('PROBLEM'))::uuid[]))) $$);
call gate.protect('contact', $$ household_id = any ((select gate.allowed('K1'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);

-- The relations that this room owns. All take "today" from the verified context, so a term that has run out closes by itself.
create function gate.relation_assigned(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct a.household_id), '{}') from lead_assignment a
  where a.municipality_id = any (c.tenants) and a.person_id = c.person and a.from_on <= c.today and (a.until_on is null or a.until_on > c.today) $$;

create function gate.relation_own_team(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(h.id), '{}') from professional p join household h on h.municipality_id = p.municipality_id and h.fixteam_id = p.fixteam_id
  where p.municipality_id = any (c.tenants) and p.id = c.person and c.grants::text like '%OWN_TEAM%' $$;

create function gate.relation_own_person(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.household_id), '{}') from membership m
  where m.municipality_id = any (c.tenants) and m.person_id = c.person and m.from_on <= c.today and (m.to_on is null or m.to_on >= c.today) $$;

create function gate.own_involvements(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(i.id), '{}') from involvement i
  where c.agency is not null and i.agency_id = c.agency and i.municipality_id = any (c.tenants)
    and i.from_on <= c.today and (i.to_on is null or i.to_on >= c.today) $$;

create function gate.relation_involved(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct i.household_id), '{}') from involvement i
  where c.agency is not null and i.agency_id = c.agency and i.municipality_id = any (c.tenants)
    and i.from_on <= c.today and (i.to_on is null or i.to_on >= c.today) $$;

-- Shares that run today, on a basis that is valid today, to an agency that is still involved.
create function gate.live_shares(c gate.context) returns setof share language sql stable set search_path = public, pg_temp as $$
  select s.* from share s
  join reference_entry b on b.list = 'legalBasis' and b.key = s.basis and b.known_to is null
  where s.municipality_id = any (c.tenants) and s.involvement_id = any (gate.own_involvements(c))
    and s.from_on <= c.today and c.today <= s.to_on and (s.withdrawn_on is null or s.withdrawn_on > c.today)
    and (b.content ->> 'validFrom')::date <= c.today and coalesce((b.content ->> 'validTo')::date >= c.today, true) $$;

create function gate.shared_problems(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select p.id from gate.live_shares(c) s
    join problem p on p.municipality_id = s.municipality_id and p.household_id = s.household_id
      and p.domain = any (s.domains) and p.person_ids <@ s.person_ids
    where cardinality(s.note_ids) = 0
    union all
    select p.id from problem p where p.municipality_id = any (c.tenants) and p.household_id = any (gate.relation_own_person(c)) and p.person_ids @> array[c.person]) x $$;

create function gate.shared_notes(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(s.note_ids) as id from gate.live_shares(c) s
    union all
    select n.id from handling_note n where n.municipality_id = any (c.tenants) and n.about_person_id = c.person) x $$;

create function gate.shared_persons(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(s.person_ids) as id from gate.live_shares(c) s
    union all
    select m.person_id from membership m where m.municipality_id = any (c.tenants) and m.household_id = any (gate.relation_own_person(c)) and m.person_id = c.person
    union all
    -- a person that another household recorded first, and who belongs to one of mine as well
    select m.person_id from membership m where m.municipality_id = any (c.tenants)
      and c.grants -> 'K2' ? 'ASSIGNED' and m.household_id = any (gate.relation_assigned(c))) x $$;

create policy gate_reads on household for select to doorbraak_gate using (true);
create policy gate_reads on lead_assignment for select to doorbraak_gate using (true);
create policy gate_reads on membership for select to doorbraak_gate using (true);
create policy gate_reads on involvement for select to doorbraak_gate using (true);
create policy gate_reads on share for select to doorbraak_gate using (true);
create policy gate_reads on problem for select to doorbraak_gate using (true);
create policy gate_reads on handling_note for select to doorbraak_gate using (true);
grant select (municipality_id, id, fixteam_id) on household to doorbraak_gate;
grant select on lead_assignment, membership, involvement, share, reference_entry to doorbraak_gate;
grant select (municipality_id, id, household_id, domain, person_ids) on problem to doorbraak_gate;
grant select (municipality_id, id, about_person_id) on handling_note to doorbraak_gate;
