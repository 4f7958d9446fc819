-- The breakthrough plan, to its decision. A decided version is never changed: the trigger at the end says so to everybody.

create table plan (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  number int not null,
  previous_id uuid,
  author_id uuid not null,
  status text not null check (status in ('SELECTED', 'DECIDED', 'STOPPED')),
  plan_on date not null,
  decided_on date,
  decided_by uuid,
  decision_text text,
  mandate_id uuid,
  negative_return_signed boolean not null default false,
  stopped_on date,
  stopped_reason text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  constraint one_plan_number__plan_open_already unique (municipality_id, household_id, number),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, previous_id) references plan,
  foreign key (municipality_id, author_id) references professional,
  foreign key (municipality_id, decided_by) references professional,
  foreign key (municipality_id, mandate_id) references mandate,
  check ((status = 'DECIDED') = (decided_on is not null))
);
comment on table plan is 'One version of a breakthrough plan. version is raised by every act on anything in the plan, so a decider decides on what he saw.';

create unique index one_open_plan__plan_open_already on plan (municipality_id, household_id) where status = 'SELECTED';

create table asked (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  as_what text not null check (as_what in ('ADVISER', 'DECIDER')),
  perspective text check (perspective in ('LEGAL', 'ECONOMIC', 'SOCIETAL')),
  from_on date not null,
  until_on date,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, person_id) references professional,
  check ((as_what = 'ADVISER') = (perspective is not null))
);
comment on table asked is 'Advisers and deciders whom the lead named on a plan; until_on is the first day no more.';
create index asked_by_person on asked (municipality_id, person_id) where until_on is null;

create table goal (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  position int not null,
  words text not null,
  first_step text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan
);
comment on table goal is 'A goal in the words of the household, in the order that it chose, with the first step towards it.';

create table scenario (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('AS_NOW', 'BREAKTHROUGH')),
  name text not null,
  horizon_months int not null check (horizon_months in (12, 24)),
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan
);
comment on table scenario is 'A way to go on that is compared: as now, and one or more breakthroughs. Its cost lines are in cost_line.';
create unique index one_as_now__as_now_exists on scenario (municipality_id, plan_id) where kind = 'AS_NOW';

create table reverse_test (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  step text not null check (step in ('EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL')),
  answer text not null,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, step),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan
);
comment on table reverse_test is 'The four steps of the reverse test, in their order: effect, values, consequences, legal.';

create table value_judgement (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  value text not null check (value in ('LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN')),
  verdict text not null check (verdict in ('SUFFICIENT', 'INSUFFICIENT', 'NOT_YET')),
  argument text not null,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, value),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan
);
comment on table value_judgement is 'What the author finds of legitimacy, engagement and public return; each must be sufficient by itself.';

create table perspective_assessment (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('LEGAL', 'ECONOMIC', 'SOCIETAL')),
  by_person uuid not null,
  verdict text not null check (verdict in ('SUFFICIENT', 'INSUFFICIENT', 'NOT_YET')),
  advice text,
  argument text not null,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, kind),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, by_person) references professional
);
comment on table perspective_assessment is 'What the three advisers find, each from one perspective; their arguments are never merged.';

create table measure (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  involvement_id uuid not null,
  owner text not null,
  due_on date not null,
  service text not null,
  result text not null,
  problem_ids uuid[] not null default '{}',
  lifts uuid[] not null default '{}',
  deviates boolean not null,
  deviation_kind text,
  laws_added text[] not null default '{}',
  no_extra_money boolean not null default false,
  advanced_by text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, involvement_id) references involvement,
  check (deviates = (deviation_kind is not null))
);
comment on table measure is 'What a plan will do: which agency, who, by when. When it starts it becomes an intervention.';
create index measure_by_plan on measure (municipality_id, plan_id);
create index measure_by_involvement on measure (municipality_id, involvement_id);

create table struck_out_law (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  measure_id uuid not null,
  law text not null,
  line text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, measure_id, law),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, measure_id) references measure
);
comment on table struck_out_law is 'A law that a measure touches and that needs no ground here, with the line that says why.';

create table funding_share (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  measure_id uuid not null,
  payer text not null,
  percent numeric not null check (percent > 0 and percent <= 100),
  cents bigint check (cents >= 0),
  replaced_on date,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, measure_id) references measure
);
comment on table funding_share is 'Who pays which part of a measure; cents is null when the amount is not known, never zero for it. What was divided anew stays, with the day.';
create unique index one_share_per_payer on funding_share (municipality_id, measure_id, payer) where replaced_on is null;

create table legal_ground (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  measure_id uuid not null,
  provision text not null,
  valid_on date not null,
  known_on date not null,
  role text not null check (role in ('ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE')),
  override_reason text,
  argument text not null,
  answers uuid[] not null default '{}',
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, measure_id) references measure
);
comment on table legal_ground is 'A provision under a measure: the text that was valid on one day as it was known on another (two time axes), its role and the argument of the professional.';
create index legal_ground_by_measure on legal_ground (municipality_id, measure_id);

create table contradiction (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  measure_id uuid not null,
  a uuid not null,
  b uuid not null,
  type text not null,
  pattern text,
  resolved_via uuid[] not null default '{}',
  reasoning text,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, measure_id) references measure,
  foreign key (municipality_id, a) references legal_ground,
  foreign key (municipality_id, b) references legal_ground,
  check (a <> b)
);
comment on table contradiction is 'Two grounds of one measure that contradict each other, and through which grounds that is resolved.';

create table dismissed_pattern (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  measure_id uuid not null,
  pattern text not null,
  line text not null,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, measure_id, pattern),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, measure_id) references measure
);
comment on table dismissed_pattern is 'A contradiction that the catalogue proposed and that is none here, with the line that says why.';

create table agency_position (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  involvement_id uuid not null,
  measure_ids uuid[] not null check (cardinality(measure_ids) > 0),
  asked_on date not null,
  clock_days int not null check (clock_days between 1 and 60),
  due_on date not null,
  answer text check (answer in ('AGREES', 'AGREES_IF', 'OBJECTS')),
  reason text,
  provision text,
  condition text,
  condition_accepted_on date,
  answered_on date,
  answered_by uuid,
  escalated_on date,
  escalation_clock_days int,
  escalation_due_on date,
  objection_answer text,
  objection_answered_on date,
  proceed_reason text,
  proceed_by uuid,
  proceed_on date,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, involvement_id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, involvement_id) references involvement,
  check ((answer is null) = (answered_on is null)),
  check ((escalated_on is null) = (escalation_due_on is null)),
  check ((proceed_reason is null) = (proceed_by is null))
);
comment on table agency_position is 'What an agency says of its measures, and the clocks. That a clock has run out follows from its day; no job writes it.';
create index agency_position_by_involvement on agency_position (municipality_id, involvement_id);

create table agreement (
  municipality_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('AGREED', 'DISAGREED')),
  agreed_on date not null,
  how text not null check (how in ('ON_SCREEN', 'IN_WRITING', 'ALOUD', 'ALOUD_WITH_MENTOR', 'BY_REPRESENTATIVE')),
  words text,
  proceed_reason text,
  proceed_by uuid,
  version int not null default 1,
  recorded_on date not null,
  recorded_by uuid not null,
  retention_rule text not null,
  retain_until date,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, person_id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  foreign key (municipality_id, person_id) references person
);
comment on table agreement is 'Whether the household agrees, how it said so and who wrote that down.';

-- An agency answers on its own position, and an answer raises the version of the plan.
call gate.protect('plan', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$, $$ id = any ((select gate.opened('PLAN'))::uuid[]) $$,
  editing => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or id = any ((select gate.opened('PLAN'))::uuid[]) $$);
call gate.protect('asked', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('goal', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('scenario', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('reverse_test', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('value_judgement', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('perspective_assessment', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('measure', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('struck_out_law', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('funding_share', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('legal_ground', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('contradiction', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('dismissed_pattern', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
call gate.protect('agency_position', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$, $$ involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$,
  editing => $$ household_id = any ((select gate.allowed('K7'))::uuid[]) or involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[]) $$);
call gate.protect('agreement', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);

-- A decided plan is not changed, by nobody and under no right; a next version starts a new row.
create function decided_plan_stays() returns trigger language plpgsql as $$
  begin
    if old.status = 'DECIDED' then raise exception 'a decided plan is never changed' using errcode = '23514', constraint = 'decided_plan_stays'; end if;
    return new;
  end $$;
create trigger decided_plan_stays before update on plan for each row execute function decided_plan_stays();

-- The relations that this room owns.
create function gate.relation_asked(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct a.household_id), '{}') from asked a
  where a.municipality_id = any (c.tenants) and a.person_id = c.person and a.from_on <= c.today and (a.until_on is null or a.until_on > c.today) $$;

create function gate.own_plans(c gate.context) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.plan_id), '{}') from measure m
  where c.agency is not null and m.municipality_id = any (c.tenants) and m.involvement_id = any (gate.own_involvements(c)) $$;

create policy gate_reads on asked for select to doorbraak_gate using (true);
create policy gate_reads on measure for select to doorbraak_gate using (true);
grant select (municipality_id, household_id, person_id, from_on, until_on) on asked to doorbraak_gate;
grant select (municipality_id, plan_id, involvement_id) on measure to doorbraak_gate;
