-- What held after 3, 6 and 12 months, what it really cost, how it was felt, and which rule stood in the way.

create table review (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  months int not null check (months in (0, 3, 6, 12)),
  held_on date not null,
  by_person uuid not null,
  contacts_per_month numeric check (contacts_per_month >= 0),
  hours numeric check (hours >= 0),
  words text,
  closes boolean not null,
  reported boolean not null default false,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, by_person) references professional,
  check (not closes or months = 12),
  check (not reported or closes),
  constraint review_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table review is 'Looking back with the household: 0 months is how it stood at the decision. hours = hours of professionals since the last review; null = not known, never estimated. closes = the last one; reported = with it a fact was handed over, so nobody of the household had objected.';
create unique index one_review_a_term__review_held_already on review (municipality_id, plan_id, months) where withdrawn_on is null;

create table review_score (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  review_id uuid not null,
  domain text not null,
  score int not null check (score between 1 and 5),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, review_id, domain),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, review_id) references review
);
comment on table review_score is 'How a life domain stands: 1 crisis, 2 not managing, 3 managing with help, 4 mostly managing, 5 managing. An own scale; about the household, never a judgement of a person.';
create index review_score_by_household on review_score (municipality_id, household_id);

create table realised_period (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('BEFORE', 'AFTER')),
  from_on date not null,
  to_on date not null,
  known boolean not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  check (case kind
    when 'BEFORE' then from_on = (to_on + interval '1 day' - interval '12 months')::date
    else to_on = (from_on + interval '12 months' - interval '1 day')::date end),
  constraint realised_period_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table realised_period is 'The twelve months before or after the decision, whose cost lines have it as owner. known false = what it cost is not known; then nothing is estimated.';
create unique index one_period_a_kind__entered_already on realised_period (municipality_id, plan_id, kind) where withdrawn_on is null;

create table experience (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  voice int not null check (voice between 1 and 5),
  respect int not null check (respect between 1 and 5),
  treatment int not null check (treatment between 1 and 5),
  words text,
  how text not null check (how in ('ON_SCREEN', 'ALOUD')),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, person_id) references person,
  constraint experience_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table experience is 'How somebody of the household was heard, respected and treated, 1 to 5. Nobody whom it rates can read it: only who gave it. words is sealed with the key of the person.';
create index experience_by_household on experience (municipality_id, household_id);
-- Per writer: somebody who cannot read it must not learn from a refusal that somebody else wrote one.
create unique index one_experience_a_day__entered_already on experience (municipality_id, plan_id, person_id, on_day, recorded_by) where withdrawn_on is null;

create table bottleneck (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  provision text not null,
  problem_id uuid,
  problem_type text not null,
  obstacle text not null,
  kind text not null check (kind in ('FIX', 'SOLVE')),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, problem_id) references problem,
  constraint bottleneck_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table bottleneck is 'The provision that stood in the way, on which kind of problem. FIX = solved for this household; SOLVE = the rule itself has to change, which asks for a signal to policy.';
create index bottleneck_by_household on bottleneck (municipality_id, household_id);

create table statistics_act (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid,
  person_id uuid,
  kind text not null check (kind in ('OBJECTION', 'ERASURE', 'ADJUSTMENT')),
  on_day date not null,
  reason text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, person_id) references person
);
comment on table statistics_act is 'That the household objected to use in statistics, asked to be erased from them, or that a fact was corrected after closing. The figures themselves are in report_fact, where nobody here can read them.';
create index statistics_act_by_household on statistics_act (municipality_id, household_id);

call gate.protect('review', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('review_score', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('realised_period', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
-- Written by who gave it or by a professional who heard it; read by who gave it alone. Sums leave as part of a fact, see gate.experience_of.
call gate.protect('experience', $$ person_id = (select gate.person()) and household_id = any ((select gate.allowed('K13'))::uuid[]) $$,
  adding => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('bottleneck', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('statistics_act', $$ household_id = any ((select gate.allowed('K8'))::uuid[]) $$);

-- The mean of what was said about one plan, for the fact that closes it: numbers without words or persons, for who may close it. One answer of
-- a person a day: the own one, or else what was written down last.
create function gate.experience_of(plan uuid) returns table (answers int, voice numeric, respect numeric, treatment numeric)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  begin
    return query select count(*)::int, avg(said.voice), avg(said.respect), avg(said.treatment) from (
      select distinct on (e.person_id, e.on_day) e.voice, e.respect, e.treatment from experience e
      where e.plan_id = plan and e.withdrawn_on is null
        and e.municipality_id = any (gate.tenants()) and e.household_id = any (gate.allowed('K7'))
      order by e.person_id, e.on_day, e.recorded_by = e.person_id desc, e.id desc) said;
  end $$;

-- What somebody wrote down for another and cannot read is taken back unseen, by who wrote it.
create function gate.take_back_experience(entry uuid, plan uuid, reason text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update experience e set withdrawn_on = gate.today(), withdrawn_by = gate.person(), withdrawn_reason = reason
    where e.id = entry and e.plan_id = plan and e.recorded_by = gate.person() and e.withdrawn_on is null
      and e.municipality_id = any (gate.tenants()) and e.household_id = any (gate.allowed('K7'));
    return found;
  end $$;
create policy gate_reads on experience for select to doorbraak_gate using (true);
grant select (municipality_id, id, household_id, plan_id, person_id, on_day, recorded_by, voice, respect, treatment, withdrawn_on) on experience to doorbraak_gate;
grant update (withdrawn_on, withdrawn_by, withdrawn_reason) on experience to doorbraak_gate;
