-- The plan: the ladder of escalation, disputes about who pays, capacity to act, and what happens after the decision. A decided plan row is
-- never changed but to stop it; what follows it are rows of their own.

create table dispute (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  about text not null,
  laws text[] not null check (cardinality(laws) >= 2),
  involvement_ids uuid[] not null check (cardinality(involvement_ids) >= 1),
  measure_ids uuid[] not null default '{}',
  interim_payer text not null,
  opened_on date not null,
  clock_days int not null check (clock_days between 1 and 60),
  due_on date not null,
  settled_on date,
  settled_law text,
  settled_payer text,
  reasoning text,
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
  foreign key (municipality_id, plan_id) references plan,
  check (num_nulls(settled_on, settled_law, settled_payer, reasoning) in (0, 4)),
  constraint dispute_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table dispute is 'Agencies that differ about which law pays. Until it is settled one of them pays, and what it pays is shown as provisional.';
create index dispute_by_plan on dispute (municipality_id, plan_id);

create table escalation (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  position_id uuid,
  dispute_id uuid,
  times_asked int not null,
  rung int not null check (rung between 1 and 5),
  body text not null,
  on_day date not null,
  clock_days int check (clock_days between 1 and 60),
  due_on date,
  outcome text check (outcome in ('SOLVED', 'REFUSED', 'NO_ANSWER')),
  outcome_on date,
  outcome_words text,
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
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, position_id) references agency_position,
  foreign key (municipality_id, dispute_id) references dispute,
  check (num_nonnulls(position_id, dispute_id) = 1),
  check ((rung < 4) = (clock_days is not null) and (clock_days is null) = (due_on is null)),
  check (num_nulls(outcome, outcome_on, outcome_words) in (0, 3)),
  constraint escalation_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table escalation is 'One step up the ladder for a position or a dispute: 1 fixteam, 2 custom solution desk or municipal table, 3 alderman or director, 4 national desk, 5 national escalation team. The owner stays the same; 4 and 5 have no clock and are followed.';
create index escalation_by_plan on escalation (municipality_id, plan_id);
-- A question that is asked anew, also on the same day, begins below the ladder again.
alter table agency_position add column times_asked int not null default 1;
create unique index one_step_per_rung__escalated_already on escalation (municipality_id, coalesce(position_id, dispute_id), times_asked, rung) where withdrawn_on is null;

insert into escalation (municipality_id, id, household_id, plan_id, position_id, times_asked, rung, body, on_day, clock_days, due_on, recorded_on, recorded_by, retention_rule, retain_until)
select municipality_id, gen_random_uuid(), household_id, plan_id, id, 1, 1, 'fixteam', escalated_on, escalation_clock_days, escalation_due_on,
  escalated_on, recorded_by, retention_rule, retain_until
from agency_position where escalated_on is not null;
-- Nothing that was released reads these.
alter table agency_position drop column escalated_on, drop column escalation_clock_days, drop column escalation_due_on;

-- A question that was asked by mistake, and what was written down as said and was not, are withdrawn as other entries are.
alter table agency_position add column withdrawn_on date, add column withdrawn_by uuid, add column withdrawn_reason text,
  add constraint agency_position_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3)),
  drop constraint agency_position_municipality_id_plan_id_involvement_id_key;
create unique index one_question_each__position_asked_already on agency_position (municipality_id, plan_id, involvement_id) where withdrawn_on is null;
alter table agreement add column withdrawn_on date, add column withdrawn_by uuid, add column withdrawn_reason text,
  add constraint agreement_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3)),
  drop constraint agreement_municipality_id_plan_id_person_id_key;
create unique index one_agreement_each__changed_meanwhile on agreement (municipality_id, plan_id, person_id) where withdrawn_on is null;

create table capacity_factor (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  factor text not null check (factor in ('LOW_LITERACY', 'LIVES_ABROAD', 'WRONGLY_INFORMED', 'LANGUAGE_BARRIER', 'ILLNESS', 'DISABILITY', 'GRIEF_OR_CRISIS', 'DIGITAL_EXCLUSION', 'NO_NETWORK')),
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
  constraint capacity_factor_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table capacity_factor is 'Why somebody could not act as the rules expect (doenvermogen), as a reason in this plan; a closed list, never a score.';
create index capacity_factor_by_plan on capacity_factor (municipality_id, plan_id);
create unique index one_factor_per_person__entered_already on capacity_factor (municipality_id, plan_id, person_id, factor) where withdrawn_on is null;

-- Which measures somebody had before them who agreed or judged; what came later they have not seen.
alter table agreement add column measure_ids uuid[] not null default '{}';
alter table perspective_assessment add column measure_ids uuid[] not null default '{}';

-- An adviser and a decider judge the agreement of the household without reading who lives there.
create function gate.belongs(household uuid, person uuid, day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select belongs.household = any (gate.allowed('K7')) and exists (select from membership m
      where m.municipality_id = any (gate.tenants()) and m.household_id = belongs.household and m.person_id = belongs.person
        and m.withdrawn_on is null and m.from_on <= belongs.day and (m.to_on is null or m.to_on >= belongs.day))
  $$;
-- A next version is another plan with measures of its own; help that runs for one of them is the same help, and what came of it is kept under
-- the first of those measures.
alter table measure add column copied_from uuid;
alter table measure add foreign key (municipality_id, copied_from) references measure;

create table measure_progress (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  measure_id uuid not null,
  state text not null check (state in ('STARTED', 'DONE', 'DROPPED')),
  on_day date not null,
  reason text,
  intervention_id uuid,
  ended uuid[] not null default '{}',
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
  foreign key (municipality_id, measure_id) references measure,
  foreign key (municipality_id, intervention_id) references intervention,
  check ((state = 'DROPPED') = (reason is not null)),
  constraint measure_progress_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table measure_progress is 'What became of a measure after the decision, in steps with their day: started (as an intervention), done, or dropped with a reason. Of a measure that went on into a next version, measure_id is the first one. ended = the help or the waits that it ended, so that a mistake gives back those and no others.';
create index measure_progress_by_plan on measure_progress (municipality_id, plan_id);
-- A measure begins once and ends once, done or dropped.
create unique index one_begin__measure_started_already on measure_progress (municipality_id, measure_id) where state = 'STARTED' and withdrawn_on is null;
create unique index one_end__measure_closed on measure_progress (municipality_id, measure_id) where state <> 'STARTED' and withdrawn_on is null;

create table commitment (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  involvement_id uuid,
  person_id uuid,
  professional_id uuid,
  what text not null,
  due_on date not null,
  certainty text not null check (certainty in ('CERTAIN', 'EXPECTED', 'I_WILL_TRY')),
  told_on date,
  new_due_on date,
  late_reason text,
  kept_on date,
  broken_on date,
  broken_reason text,
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
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, professional_id) references professional,
  check (num_nonnulls(involvement_id, person_id, professional_id) = 1),
  check (num_nulls(told_on, new_due_on, late_reason) in (0, 3) and new_due_on >= told_on),
  check ((broken_on is null) = (broken_reason is null) and num_nonnulls(kept_on, broken_on) < 2),
  constraint commitment_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table commitment is 'A promise of an agency, a professional or a member of the household: what, by when, how certain; kept, late (the household was told, with a new day) or broken. That a day has passed follows from the day.';
create index commitment_by_plan on commitment (municipality_id, plan_id);
create index commitment_by_involvement on commitment (municipality_id, involvement_id);

create table agency_refusal (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  involvement_id uuid not null,
  measure_id uuid,
  what text not null,
  reason text not null,
  alternative text not null,
  provision text,
  channel text not null check (channel in ('PHONE', 'VISIT', 'OFFICE', 'LETTER', 'MAIL', 'ONLINE')),
  on_day date not null,
  call_by date,
  called_on date,
  called_by uuid,
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
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, involvement_id) references involvement,
  foreign key (municipality_id, measure_id) references measure,
  check ((called_on is null) = (called_by is null)),
  constraint agency_refusal_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_by, withdrawn_reason) in (0, 3))
);
comment on table agency_refusal is 'A no of an agency: why, what is possible instead, and how the household heard it. A no that was only written has a day by which somebody calls.';
create index agency_refusal_by_plan on agency_refusal (municipality_id, plan_id);
create index agency_refusal_by_involvement on agency_refusal (municipality_id, involvement_id);

-- An agency reads its own promises and its own no, adds them, and says that they are kept or late.
call gate.protect('dispute', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
-- An agency reads how far its own silence or no was taken: its position would otherwise look another way to it than to the lead.
call gate.protect('escalation', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$,
  $$ (municipality_id, position_id) in (select p.municipality_id, p.id from agency_position p where p.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])) $$);
call gate.protect('capacity_factor', $$ household_id = any ((select gate.allowed('K5'))::uuid[]) $$, $$ person_id = (select gate.person()) $$);
call gate.protect('measure_progress', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$,
  $$ (municipality_id, measure_id) in (select m.municipality_id, m.id from measure m where m.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])) $$,
  adding => $$ household_id = any ((select gate.allowed('K7'))::uuid[])
    or (municipality_id, measure_id) in (select m.municipality_id, m.id from measure m where m.involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])) $$);
call gate.protect('commitment', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  adding => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  editing => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('agency_refusal', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  adding => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  editing => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);

-- An agency that promised something sees the plan to which it did, as one that carries out a measure does; otherwise it could not say that
-- it kept its promise. What it said no to opens no plan.
create policy gate_reads on commitment for select to doorbraak_gate using (true);
grant select (municipality_id, plan_id, involvement_id, withdrawn_on) on commitment to doorbraak_gate;
grant create on schema gate to doorbraak_gate;
set local role doorbraak_gate;
create or replace function gate.own_plans(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct plan_id), '{}') from (
    select m.plan_id from measure m
    where m.municipality_id = any (c.tenants) and m.withdrawn_on is null and m.involvement_id = any (gate.own_involvements(c))
    union all
    select o.plan_id from commitment o
    where o.municipality_id = any (c.tenants) and o.withdrawn_on is null and o.involvement_id = any (gate.own_involvements(c))) x
  where c.agency is not null $$;
reset role;
revoke create on schema gate from doorbraak_gate;

-- A decided plan can be stopped, once; nothing else of it changes, and what was decided stays.
alter table plan drop constraint plan_check;
alter table plan add check (case status when 'SELECTED' then decided_on is null when 'DECIDED' then decided_on is not null else true end);
create or replace function decided_plan_stays() returns trigger language plpgsql as $$
  declare
    stops constant text[] := '{status,stopped_on,stopped_reason,version}';
  begin
    if old.decided_on is null or old.status = 'DECIDED' and new.status = 'STOPPED' and num_nulls(new.stopped_on, new.stopped_reason) = 0
      and to_jsonb(new) - stops = to_jsonb(old) - stops then return new; end if;
    raise exception 'a decided plan is never changed' using errcode = '23514', constraint = 'decided_plan_stays';
  end $$;

-- Which lines of a paper about a plan are somebody's own, for everybody who reads the plan: a paper that lies on the table looks the same
-- whoever printed it, also for who may not read the problems. Of a measure of the plan, of an involvement of the household, and of the household: whether it is
-- about special content, of whom (of the special problems, or else of all it names, or else of who lives alone), and in which role they live
-- there. Nothing of what the content is.
create function gate.special_in_plan(household uuid, plan uuid) returns table (subject uuid, special boolean, person_ids uuid[], roles text[])
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with lines as (
      select m.municipality_id, m.id, m.problem_ids from measure m
      where m.municipality_id = any (gate.tenants()) and m.household_id = special_in_plan.household and m.plan_id = special_in_plan.plan
        and m.withdrawn_on is null
      union all
      select i.municipality_id, i.id, i.problem_ids from involvement i
      where i.municipality_id = any (gate.tenants()) and i.household_id = special_in_plan.household and i.withdrawn_on is null
      union
      select m.municipality_id, m.household_id, '{}' from membership m
      where m.municipality_id = any (gate.tenants()) and m.household_id = special_in_plan.household and m.withdrawn_on is null),
    living as (
      select distinct m.person_id, m.role from membership m
      where m.municipality_id = any (gate.tenants()) and m.household_id = special_in_plan.household and m.withdrawn_on is null
        and m.from_on <= gate.today() and (m.to_on is null or gate.today() <= m.to_on)),
    named as (
      select l.id, coalesce(bool_or(p.data_class = 'K5'), false) as special,
        array_agg(distinct person) filter (where p.data_class = 'K5') as own, array_agg(distinct person) filter (where person is not null) as whole
      from lines l left join problem p on p.municipality_id = l.municipality_id and p.id = any (l.problem_ids) and p.withdrawn_on is null
      left join lateral unnest(p.person_ids) person on true
      group by l.id),
    about as (
      select n.id, n.special, coalesce(n.own, n.whole, case when (select count(*) from living) = 1 then (select array_agg(person_id) from living) end, '{}') as persons
      from named n)
    select a.id, a.special, a.persons, coalesce((select array_agg(distinct v.role order by v.role) from living v where v.person_id = any (a.persons)), '{}')
    from about a where special_in_plan.household = any (gate.allowed('K7'))
  $$;
grant select (id, household_id, problem_ids) on measure to doorbraak_gate;
grant select (data_class) on problem to doorbraak_gate;
