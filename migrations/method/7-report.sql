-- The inbox of the reports: facts without a household. The application adds and cannot read, not even what it adds itself.

create table report_fact (
  municipality_id uuid not null references municipality,
  id uuid not null,
  kind text not null check (kind in ('FACT', 'ADJUSTMENT', 'ERASURE', 'OBJECTION')),
  pseudonym text not null,
  fixteam_id uuid not null,
  half_year text not null check (half_year ~ '^\d{4}H[12]$'),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- A fact is about nobody any more; how long the inbox is kept belongs to the reports.
  retention_rule text not null default 'NOT_ESTABLISHED',
  retain_until date,
  primary key (municipality_id, id),
  foreign key (municipality_id, fixteam_id) references fixteam
);
comment on table report_fact is 'One household that has completed its window, as figures under a keyed pseudonym; corrections, erasures and objections as rows of their own. No day is finer than a half-year, and ids do not tell an order.';

alter table report_fact enable row level security;
alter table report_fact force row level security;
create policy adds on report_fact for insert to doorbraak_app with check (municipality_id = any ((select gate.tenants())::uuid[]));
grant insert on report_fact to doorbraak_app;
