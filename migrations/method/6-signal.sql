-- What policy should hear, and what was decided before: without a household in it.

create table policy_signal (
  municipality_id uuid not null references municipality,
  id uuid not null,
  about text not null,
  asked text not null,
  provision text,
  owner text not null,
  occurrences_per_year int check (occurrences_per_year > 0),
  occurrences_note text,
  report_count int not null default 0,
  reporters uuid[] not null,
  status text not null check (status in ('SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED')),
  sent_on date not null,
  acknowledged_on date,
  answered_on date,
  answer text,
  closed_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  check ((occurrences_per_year is null) or occurrences_note is null),
  check ((answered_on is null) = (answer is null))
);
comment on table policy_signal is 'A rule that has to change, told to whoever makes it (owner): how often it was met here, how often it is estimated to happen a year (null with a note = not known), and the answer. The answer reaches the reporters. Nothing in it names a household.';

create table signal_report (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  signal_id uuid not null,
  bottleneck_id uuid not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  constraint one_signal_per_bottleneck__signalled_already unique (municipality_id, bottleneck_id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, signal_id) references policy_signal,
  foreign key (municipality_id, bottleneck_id) references bottleneck
);
comment on table signal_report is 'Which bottleneck of which household was reported under which signal: once. Only who works with the household reads it.';
create index signal_report_by_household on signal_report (municipality_id, household_id);

create table precedent_proposal (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  provisions text[] not null check (cardinality(provisions) > 0),
  problem_types text[] not null check (cardinality(problem_types) > 0),
  obstacle text not null,
  outcome text not null,
  decision text not null check (decision in ('GRANTED', 'GRANTED_PARTLY', 'NOT_GRANTED')),
  decided_year int not null,
  published_on date,
  published_by uuid,
  precedent_id uuid,
  retracted_on date,
  retracted_reason text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  check ((published_on is null) = (published_by is null) and (published_on is null) = (precedent_id is null)),
  check (published_by <> recorded_by),
  check ((retracted_on is null) = (retracted_reason is null))
);
comment on table precedent_proposal is 'What one plan taught, in words that name nobody; published by a second person, under an id of its own (precedent_id) that says nothing of when or where.';
create index precedent_proposal_by_household on precedent_proposal (municipality_id, household_id);

create table precedent (
  id uuid primary key,
  provisions text[] not null,
  problem_types text[] not null,
  obstacle text not null,
  outcome text not null,
  decision text not null,
  decided_year int not null,
  retracted boolean not null
);
comment on table precedent is 'A published precedent: which provisions, which kinds of problem, what stood in the way and what was decided. No tenant, area, person or day: public knowledge. The application cannot write it.';
create index precedent_by_provision on precedent using gin (provisions);
create index precedent_by_problem_type on precedent using gin (problem_types);
grant select on precedent to doorbraak_app;

call gate.protect('policy_signal', $$ municipality_id = any ((select gate.tenants_allowed('K14'))::uuid[]) $$);
call gate.protect('signal_report', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('precedent_proposal', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);

-- Publishing copies what a second person has signed, and nothing else; retracting is said again the same way.
create function gate.publish_precedent(proposal uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into precedent (id, provisions, problem_types, obstacle, outcome, decision, decided_year, retracted)
    select p.precedent_id, p.provisions, p.problem_types, p.obstacle, p.outcome, p.decision, p.decided_year, p.retracted_on is not null
    from precedent_proposal p
    where p.id = proposal and p.published_on is not null
      and p.municipality_id = any (gate.tenants()) and p.household_id = any (gate.allowed('K7'))
    on conflict (id) do update set retracted = excluded.retracted
  $$;
create policy gate_reads on precedent_proposal for select to doorbraak_gate using (true);
grant select on precedent_proposal to doorbraak_gate;
grant select, insert, update (retracted) on precedent to doorbraak_gate;

