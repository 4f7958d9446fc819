-- Everything of the household map that is kept, as the limit of what one statement can do: $1 municipality, $2 household, $3 today, $4 from which month contacts count.
select json_build_object(
  'id', h.id, 'code', h.code, 'fixteamId', h.fixteam_id, 'language', h.language, 'needsInterpreter', h.needs_interpreter,
  'ownWords', h.own_words, 'version', h.version,
  'band', (select case when open = 0 then 'NONE' when open <= 3 then 'STANDARD' when open >= 25 and agencies >= 25 then 'BREAKTHROUGH' else 'COORDINATED' end
    from (select count(*) as open from problem p where p.municipality_id = $1 and p.household_id = $2 and p.status <> 'RESOLVED' and p.withdrawn_on is null) problems,
      (select count(distinct i.agency_id) as agencies from involvement i where i.municipality_id = $1 and i.household_id = $2 and i.withdrawn_on is null
        and i.from_on <= $3 and (i.to_on is null or i.to_on >= $3)) involvements),
  'lead', (select json_build_object('personId', a.person_id, 'personLabel', w.label, 'fromOn', a.from_on)
    from lead_assignment a join professional w on w.municipality_id = a.municipality_id and w.id = a.person_id
    where a.municipality_id = $1 and a.household_id = $2 and a.kind = 'LEAD' and a.until_on is null),
  'members', (select coalesce(json_agg(json_build_object('id', m.id, 'personId', m.person_id, 'name', p.name, 'role', m.role, 'birthDate', p.birth_date,
      'fromOn', m.from_on, 'toOn', m.to_on, 'protectedAddress', p.protected_address, 'capacity', p.capacity) order by m.from_on, m.id), '[]')
    from membership m join person p on p.municipality_id = m.municipality_id and p.id = m.person_id
    where m.municipality_id = $1 and m.household_id = $2 and m.withdrawn_on is null),
  'problems', (select coalesce(json_agg(json_build_object('id', p.id, 'type', p.type, 'domain', p.domain, 'personIds', p.person_ids, 'words', p.words,
      'sinceOn', p.since_on, 'severity', p.severity, 'status', p.status, 'causedBy', p.caused_by, 'version', p.version) order by p.id), '[]')
    from problem p where p.municipality_id = $1 and p.household_id = $2 and p.withdrawn_on is null),
  'involvements', (select coalesce(json_agg(json_build_object('id', i.id, 'agencyId', i.agency_id, 'agencyName', a.name, 'agencyType', i.agency_type, 'law', i.law,
      'lawNote', i.law_note, 'payer', i.payer, 'payerNote', i.payer_note, 'fromOn', i.from_on, 'toOn', i.to_on, 'problemIds', i.problem_ids,
      'version', i.version) order by i.from_on, i.id), '[]')
    from involvement i join agency a on a.id = i.agency_id where i.municipality_id = $1 and i.household_id = $2 and i.withdrawn_on is null),
  'interventions', (select coalesce(json_agg(json_build_object('id', v.id, 'service', v.service, 'involvementId', v.involvement_id, 'problemIds', v.problem_ids,
      'fromOn', v.from_on, 'toOn', v.to_on, 'version', v.version) order by v.from_on, v.id), '[]')
    from intervention v where v.municipality_id = $1 and v.household_id = $2 and v.withdrawn_on is null),
  'waits', (select coalesce(json_agg(json_build_object('id', w.id, 'waiting', coalesce(w.waiting_problem_id, w.waiting_involvement_id),
      'for', coalesce(w.for_problem_id, w.for_involvement_id), 'holder', w.holder_id, 'what', w.what, 'provision', w.provision, 'liftable', w.liftable,
      'sinceOn', w.since_on, 'liftedOn', w.lifted_on, 'version', w.version) order by w.id), '[]')
    from wait w where w.municipality_id = $1 and w.household_id = $2 and w.withdrawn_on is null),
  'contactsPerMonth', (select coalesce(json_agg(json_build_object('month', month, 'count', count, 'counted', counted) order by month), '[]') from (
    select month, coalesce(max(n) filter (where involvement_id is null), sum(n))::int as count,
      coalesce(bool_or(told) filter (where involvement_id is null), bool_or(told)) as counted
    from (select date_trunc('month', day_on)::date as month, involvement_id, coalesce(max(month_count), count(*)) as n, bool_or(month_count is not null) as told
          from contact where municipality_id = $1 and household_id = $2 and withdrawn_on is null and day_on >= $4 group by 1, 2) per_agency
    group by month) per_month)
) as map,
(select json_agg(json_build_object('municipalityId', k.municipality_id, 'id', k.id, 'wrapped', k.wrapped)) from (
  select * from person_key where municipality_id = $1 and household_id = $2
  union select k.* from membership m join person_key k on k.municipality_id = m.municipality_id and k.subject_id = m.person_id
    where m.municipality_id = $1 and m.household_id = $2) k) as keys
from household h where h.municipality_id = $1 and h.id = $2
