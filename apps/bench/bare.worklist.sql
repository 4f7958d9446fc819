-- The work list of a coordinator, quiet files first, with its counts, as the limit of what one statement can do: $1 municipality, $2 fixteam,
-- $3 today, $4 after how many days a file is quiet, $5 rows.
with files as materialized (
  select id, code, recorded_on from household where municipality_id = $1 and fixteam_id = $2 and closed_on is null),
agencies as (
  select i.household_id, count(distinct i.agency_id)::int as n from involvement i join files f on f.id = i.household_id
  where i.municipality_id = $1 and i.withdrawn_on is null and i.from_on <= $3 and (i.to_on is null or i.to_on >= $3) group by 1),
spoken as (
  select c.household_id, max(c.day_on) filter (where c.month_count is null) as on_day,
    max(case when c.month_count is null then c.day_on when c.month_count > 0 then (c.day_on + interval '1 month' - interval '1 day')::date end) as until_on
  from contact c join files f on f.id = c.household_id where c.municipality_id = $1 and c.withdrawn_on is null and c.day_on <= $3 group by 1),
waiting as (
  select p.household_id, count(*)::int as n, min(p.due_on) as due_on, min(p.asked_on) as asked_on,
    (array_agg(p.involvement_id order by p.asked_on, p.id))[1] as first, (array_agg(p.due_on order by p.asked_on, p.id))[1] as first_due
  from agency_position p join files f on f.id = p.household_id
  join plan l on l.municipality_id = p.municipality_id and l.id = p.plan_id and l.status = 'SELECTED'
  where p.municipality_id = $1 and p.withdrawn_on is null and p.answer is null and exists (select from measure m where m.municipality_id = $1
    and m.id = any (p.measure_ids) and m.involvement_id = p.involvement_id and m.withdrawn_on is null) group by 1),
late as (
  select c.household_id, count(*)::int as n from commitment c join files f on f.id = c.household_id
  join plan l on l.municipality_id = c.municipality_id and l.id = c.plan_id and l.status <> 'STOPPED'
  where c.municipality_id = $1 and c.withdrawn_on is null and coalesce(c.kept_on > $3, true) and coalesce(c.broken_on > $3, true)
    and case when c.told_on <= $3 and c.new_due_on is not null then c.new_due_on else c.due_on end < $3 group by 1),
newest as (
  select distinct on (p.household_id) p.household_id, p.id, p.status from plan p join files f on f.id = p.household_id
  where p.municipality_id = $1 and (p.status <> 'STOPPED' or p.decided_on is not null) order by p.household_id, p.number desc),
rows as materialized (
  select f.id, f.code, coalesce(a.n, 0) as agencies, n.id as plan_id,
    case n.status
      when 'SELECTED' then case when d.plan_id = n.id then d.stage end
      when 'DECIDED' then case when d.plan_id = n.id and d.stage in ('EXECUTING', 'VERIFIED', 'LEARNED') then d.stage
        when exists (select from measure_progress g where g.municipality_id = $1 and g.plan_id = n.id and g.withdrawn_on is null) then 'EXECUTING' else 'DECIDED' end
      when 'STOPPED' then 'STOPPED' end as stage,
    w.n as waiting, w.first, w.asked_on, w.first_due, w.due_on, s.on_day,
    $3 - greatest(least(s.until_on, $3), f.recorded_on) > $4::int as silent, coalesce(l.n, 0) as late
  from files f left join agencies a on a.household_id = f.id left join spoken s on s.household_id = f.id left join waiting w on w.household_id = f.id
  left join late l on l.household_id = f.id left join newest n on n.household_id = f.id
  left join plan_digest d on d.municipality_id = $1 and d.household_id = f.id),
page as (
  select * from rows where silent order by coalesce(on_day - date '0001-01-01', -1), code, id limit $5::int + 1),
shown as (
  select * from page order by coalesce(on_day - date '0001-01-01', -1), code, id limit $5::int)
select json_build_object(
  'nodes', (select coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'relation', 'COORDINATOR',
      'leadLabel', (select w.label from lead_assignment a join professional w on w.municipality_id = a.municipality_id and w.id = a.person_id
        where a.municipality_id = $1 and a.household_id = p.id and a.kind = 'LEAD' and a.until_on is null),
      'agencies', p.agencies, 'planId', p.plan_id, 'stage', p.stage,
      'waitsFor', (select json_build_object('agencyName', a.name, 'askedOn', p.asked_on, 'dueOn', p.first_due, 'isOver', p.first_due < $3)
        from involvement i join agency a on a.id = i.agency_id where i.municipality_id = $1 and i.id = p.first),
      'waitingCount', coalesce(p.waiting, 0), 'lastContactOn', p.on_day, 'isSilent', p.silent, 'latePromises', p.late,
      'isLate', p.late > 0 or coalesce(p.due_on < $3, false), 'isClosed', false) order by coalesce(p.on_day - date '0001-01-01', -1), p.code, p.id), '[]') from shown p),
  'counts', (select json_build_object('all', count(*), 'waiting', count(*) filter (where waiting > 0), 'circle', 0,
    'silent', count(*) filter (where silent), 'late', count(*) filter (where late > 0)) from rows),
  'silentDays', $4::int,
  'pageInfo', json_build_object('endCursor', (select id from shown order by coalesce(on_day - date '0001-01-01', -1) desc, code desc, id desc limit 1),
    'hasNextPage', (select count(*) from page) > $5::int)) as list
