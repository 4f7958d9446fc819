-- A measure with its grounds, and the plan raised to its next version: $1 municipality, $2 plan, $3 measure as JSON, $4 its grounds as JSON, $5 who, $6 today.
with plan as (
  update plan set version = version + 1 where municipality_id = $1 and id = $2 and status = 'SELECTED' returning id, household_id, version, plan_on, retention_rule),
measured as (
  insert into measure (municipality_id, id, household_id, plan_id, involvement_id, owner, due_on, service, result, problem_ids, lifts, deviates, laws_added,
    no_extra_money, version, recorded_on, recorded_by, retention_rule)
  select $1, m.id, plan.household_id, plan.id, m.involvement, m.owner, m."dueOn", m.service, m.result, '{}', '{}', false, '{}', false, 1, $6, $5, plan.retention_rule
  from plan, jsonb_to_record($3) as m(id uuid, involvement uuid, owner text, "dueOn" date, service text, result text) returning id),
grounded as (
  insert into legal_ground (municipality_id, id, household_id, measure_id, provision, role, argument, answers, valid_on, known_on, version, recorded_on,
    recorded_by, retention_rule)
  select $1, g.id, plan.household_id, measured.id, g.provision, g.role, g.argument, '{}', plan.plan_on, $6, 1, $6, $5, plan.retention_rule
  from plan, measured, jsonb_to_recordset($4) as g(id uuid, provision text, role text, argument text))
select json_build_object('id', id, 'version', version) as plan from plan
