-- Papers and money of the household: letters, evidence that is given once, indications, claims, what there is to spend, contacts of a year.

create table letter (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid not null,
  received_on date not null,
  kind text not null check (kind in ('PAY', 'COME', 'SEND', 'OTHER')),
  demand text not null,
  amount_cents bigint check (amount_cents > 0),
  due_on date,
  done_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  check ((kind = 'PAY') = (amount_cents is not null)),
  constraint letter_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table letter is 'What an agency asks of the household on paper: to pay, to come, to send something, and until which day. demand is sealed with the key of the household.';
create index letter_by_household on letter (municipality_id, household_id);

create table attachment (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  letter_id uuid not null,
  kind text not null check (kind in ('JPEG', 'PNG', 'PDF')),
  pages int not null check (pages > 0),
  bytes int not null check (bytes > 0),
  content bytea not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, letter_id) references letter,
  check (octet_length(content) between bytes and 11000000),
  constraint attachment_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table attachment is 'A photo or PDF of a letter, made anew without what a camera or program wrote in it. content is sealed with the key of the household and bound to its row; bytes is its size when it is open. Seen by who sees the letter.';
create index attachment_by_household on attachment (municipality_id, household_id);
alter table attachment alter column content set storage external;

create table spending_room (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  from_on date not null,
  week_cents bigint not null check (week_cents >= 0),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  constraint spending_room_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table spending_room is 'What the household has to spend freely in a week, from a day until the next such row; as the household told it, never computed.';
create unique index one_spending_room__entered_already on spending_room (municipality_id, household_id, from_on) where withdrawn_on is null;

create table evidence (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  kind text not null,
  data_class text not null check (data_class in ('K4', 'K5')),
  issued_by text not null,
  issued_on date,
  received_on date not null,
  valid_until date,
  stable boolean not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, person_id) references person,
  constraint evidence_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table evidence is 'A proof that is on file once, and for which purposes it may be used. stable = what it proves does not change. issued_by is sealed with the key of the person.';
create index evidence_by_household on evidence (municipality_id, household_id);

create table evidence_request (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid not null,
  person_id uuid not null,
  kind text not null,
  purpose text not null,
  asked_on date not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, person_id) references person,
  constraint evidence_request_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table evidence_request is 'A proof that an agency asks for and that is not on file yet. What is on file is refused with a pointer and leaves no row here, only a line in the log.';
create index evidence_request_by_household on evidence_request (municipality_id, household_id);

create table indication (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid not null,
  person_id uuid not null,
  law text not null,
  from_on date not null,
  to_on date,
  stable boolean not null,
  evidence_ids uuid[] not null default '{}',
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, person_id) references person,
  check (from_on <= to_on),
  constraint indication_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table indication is 'A right to help that an agency granted to a person under a law, from and to; on which evidence.';
create index indication_by_household on indication (municipality_id, household_id);

create table indication_look (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  indication_id uuid not null,
  on_day date not null,
  how text not null check (how in ('TALK', 'FORM', 'VISIT')),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, indication_id) references indication,
  constraint indication_look_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table indication_look is 'The day on which an indication is looked at again before its end, and how: a talk asks for less than a form.';
create index indication_look_by_household on indication_look (municipality_id, household_id);

create table debt_claim (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid not null,
  problem_id uuid,
  law text,
  amount_cents bigint not null check (amount_cents > 0),
  lower_bound boolean not null,
  fact_year int,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, problem_id) references problem,
  constraint debt_claim_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table debt_claim is 'What a creditor claims. lower_bound = it is at least this much. What was done with it follows from claim_action and the day.';
create index debt_claim_by_household on debt_claim (municipality_id, household_id);

-- A measure that a claim names is one of the same household.
alter table measure add constraint measure_of_household unique (municipality_id, household_id, id);

create table claim_action (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('WAIVE', 'PAUSE', 'RESUME', 'PLAN')),
  on_day date not null,
  cents bigint check (cents > 0),
  until_on date,
  condition text,
  reason text,
  month_cents bigint check (month_cents > 0),
  months int check (months between 1 and 600),
  measure_id uuid,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, claim_id) references debt_claim,
  constraint claim_of_measure__measure_unknown foreign key (municipality_id, household_id, measure_id) references measure (municipality_id, household_id, id),
  check ((kind = 'WAIVE') = (cents is not null)),
  check ((kind = 'PAUSE') = (until_on is not null) and until_on > on_day),
  check ((kind = 'RESUME') = (reason is not null)),
  check ((kind = 'PLAN') = (month_cents is not null) and (kind = 'PLAN') = (months is not null)),
  constraint claim_action_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table claim_action is 'What was done with a claim: waived (all or a part), paused until a day on which it is active again, active again before that day with the reason, or paid by instalments; with the condition, and the measure of a plan that did it.';
create index claim_action_by_household on claim_action (municipality_id, household_id);

create table contact_year (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  involvement_id uuid,
  from_on date not null,
  count int not null check (count >= 0),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, involvement_id) references involvement,
  constraint contact_year_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table contact_year is 'The number of contacts in the twelve months from a day on, as somebody told it. It has no month to stand in, and none is made up.';
create unique index one_count_a_year__year_counted on contact_year (municipality_id, household_id, coalesce(involvement_id, household_id), from_on)
  where withdrawn_on is null;

-- What an agency sent, claims or granted itself it may read; what the household told of itself it may not.
call gate.protect('letter', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('attachment', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$,
  $$ letter_id in (select l.id from letter l where l.municipality_id = any ((select gate.tenants())::uuid[]) and l.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])) $$);
call gate.protect('spending_room', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$);
call gate.protect('evidence', $$ household_id = any (case data_class when 'K4' then (select gate.allowed('K4'))::uuid[] else (select gate.allowed('K5'))::uuid[] end) $$, $$ person_id = (select gate.person()) $$);
call gate.protect('evidence_request', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$,
  $$ person_id = (select gate.person()) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  adding => $$ household_id = any ((select gate.allowed('K4'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('indication', $$ household_id = any ((select gate.allowed('K5'))::uuid[]) $$, $$ person_id = (select gate.person()) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('indication_look', $$ household_id = any ((select gate.allowed('K5'))::uuid[]) $$,
  $$ indication_id in (select i.id from indication i where i.municipality_id = any ((select gate.tenants())::uuid[])
     and (i.person_id = (select gate.person()) or i.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]))) $$);
call gate.protect('debt_claim', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('claim_action', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$,
  $$ claim_id in (select d.id from debt_claim d where d.municipality_id = any ((select gate.tenants())::uuid[]) and d.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])) $$);
call gate.protect('contact_year', $$ household_id = any ((select gate.allowed('K1'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);

-- Whether a proof is on file for a purpose, for an agency that is about to ask for it and cannot see what is on file: which one that may be
-- used today, when such a proof came in last, and nothing else of it. Who does not hold the household is told only of a purpose and a person
-- that are shared with this involvement today: otherwise every agency could ask its way to what others know.
create function gate.evidence_on_file(household uuid, involvement uuid, person uuid, kind text, purpose text, out may boolean, out id uuid, out received_on date)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  begin
    may := household = any (gate.allowed('K4')) or exists (select from gate.live_shares(gate.actor()) s
      where s.household_id = evidence_on_file.household and s.involvement_id = evidence_on_file.involvement
        and evidence_on_file.person = any (s.person_ids) and s.purpose = evidence_on_file.purpose);
    if not may then return; end if;
    select (array_agg(e.id order by e.received_on desc, e.id) filter (where e.valid_until is null or gate.today() <= e.valid_until))[1], max(e.received_on)
    into evidence_on_file.id, evidence_on_file.received_on from evidence e
    where e.municipality_id = any (gate.tenants()) and e.household_id = evidence_on_file.household
      and e.person_id = evidence_on_file.person and e.kind = evidence_on_file.kind and evidence_on_file.purpose = any (e.purposes)
      and e.withdrawn_on is null and e.received_on <= gate.today();
  end $$;
create policy gate_reads on evidence for select to doorbraak_gate using (true);
grant select (municipality_id, id, household_id, person_id, kind, purposes, received_on, valid_until, withdrawn_on) on evidence to doorbraak_gate;

-- The proofs that own indications rest on and what came in their place: an agency that granted help is told that nothing new need be asked,
-- and sees no evidence. Who sees evidence is not helped by it and gets none here.
create function gate.proofs_of_own_indications(household uuid) returns table (id uuid, person_id uuid, kind text, purposes text[], valid_until date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct e.id, e.person_id, e.kind, e.purposes, e.valid_until from indication i
    join evidence proof on proof.municipality_id = i.municipality_id and proof.id = any (i.evidence_ids)
    join evidence e on e.municipality_id = i.municipality_id and e.household_id = i.household_id and e.person_id = proof.person_id and e.kind = proof.kind
    where i.municipality_id = any (gate.tenants()) and i.household_id = proofs_of_own_indications.household
      and i.involvement_id = any (gate.opened('INVOLVEMENT')) and i.withdrawn_on is null and e.withdrawn_on is null
  $$;
create policy gate_reads on indication for select to doorbraak_gate using (true);
grant select (municipality_id, household_id, involvement_id, evidence_ids, withdrawn_on) on indication to doorbraak_gate;

-- A measure that has begun is help that runs.
alter table intervention add column measure_id uuid,
  add constraint intervention_of_measure__measure_unknown foreign key (municipality_id, measure_id) references measure;
create unique index one_start_per_measure__measure_started_already on intervention (municipality_id, measure_id) where measure_id is not null and withdrawn_on is null;
