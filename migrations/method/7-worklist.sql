-- What the work list reads instead of working it out for every household each time. Both are written in the transaction of every act on a
-- household by somebody who reads all that they are made of; that makes them as true as the act before. What depends on the day (who is
-- involved, what is late) is not in them.

create table household_digest (
  municipality_id uuid not null,
  household_id uuid not null,
  open_problems int not null check (open_problems >= 0),
  circles int not null check (circles >= 0),
  on_day date not null,
  -- It is made of rows that have their own term, and goes with its household.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, household_id),
  foreign key (municipality_id, household_id) references household
);
comment on table household_digest is 'For the work list: how many problems of a household are open and how many circular waits it has, as of the last act.';

create table plan_digest (
  municipality_id uuid not null,
  household_id uuid not null,
  plan_id uuid,
  stage text check (stage in ('SELECTED', 'MAPPED', 'PERSPECTIVE_SET', 'OPTIONS_COMPARED', 'JUSTIFIED', 'DECIDED', 'EXECUTING', 'VERIFIED', 'LEARNED', 'STOPPED')),
  open_reasons int not null check (open_reasons >= 0),
  writer_ids uuid[] not null,
  on_day date not null,
  -- It is made of rows that have their own term, and goes with its household.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, household_id),
  foreign key (municipality_id, household_id) references household,
  foreign key (municipality_id, plan_id) references plan,
  check ((plan_id is null) = (stage is null))
);
comment on table plan_digest is 'For the work list and my day: how far the newest plan of a household is as of the last act, how many reasons against deciding are left that neither an answer nor an agreement takes away, and who wrote in it.';

call gate.protect('household_digest', $$ household_id = any ((select gate.allowed('K4'))::uuid[]) $$);
call gate.protect('plan_digest', $$ household_id = any ((select gate.allowed('K7'))::uuid[]) $$);
