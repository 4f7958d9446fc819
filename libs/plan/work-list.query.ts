import { VISIBLE as HOUSEHOLD } from '@doorbraak/household';
import { askingOnce, hasWords } from '@doorbraak/platform';
import { VISIBLE } from './plan.visibility';
import type { WorkListSort } from './work-list.inputs';

export const TODAY = '(select gate.today())';
const stands = 'withdrawn_on is null';

/** Over `commitment`: the day that counts today, by the same days as `commitmentState`. */
export const DUE = `(case when told_on <= ${TODAY} and new_due_on is not null then new_due_on else due_on end)`;
/** Over `commitment`: neither kept nor broken today, and of no plan that was stopped. */
export const OPEN_PROMISE = `${stands} and coalesce(kept_on > ${TODAY}, true) and coalesce(broken_on > ${TODAY}, true)
  and plan_id not in (select p.id from plan p where p.status = 'STOPPED')`;
/** Over `agency_position`: some measure that it is about stands and is still of this agency (`isAboutPlan`). */
export const isAbout = (position: string) => `exists (select from measure m where m.municipality_id = ${position}.municipality_id
  and m.id = any (${position}.measure_ids) and m.involvement_id = ${position}.involvement_id and m.withdrawn_on is null)`;
/** Over `agency_position`: it waits for an answer; a plan that was decided or stopped waits for none. */
export const WAITS = `${stands} and answer is null and plan_id in (select p.id from plan p where p.status = 'SELECTED')
  and ${isAbout('agency_position')}`;
/** Over `asked`: the person who asks is asked today. */
export const ASKED_TODAY = `person_id = (select gate.person()) and from_on <= ${TODAY} and (until_on is null or until_on > ${TODAY})`;

/** Names of who belong to a household today, adults first, where they may be seen. */
export const NAMES = `
  select m.municipality_id, m.household_id, array_agg(p.name order by m.role, m.from_on, m.id) as names
  from (select * from membership where ${HOUSEHOLD.membership} and ${stands} and from_on <= ${TODAY} and (to_on is null or to_on >= ${TODAY})) m
  join (select * from person where ${HOUSEHOLD.person}) p on p.municipality_id = m.municipality_id and p.id = m.person_id
  group by 1, 2`;

/** The last of these in a household: one step into an index for each, however many there are. */
function lastContact(which: string): string {
  return `(select day_on from contact where ${HOUSEHOLD.contact} and municipality_id = of.municipality_id and household_id = of.id
      and ${stands} and ${which} and day_on <= ${TODAY} order by day_on desc limit 1)`;
}

/**
 * Until when a household was spoken to, as far as is known: a contact on its day, a counted month on its last day. `on_day` is the last
 * contact itself; nobody is told a day on which nothing was recorded.
 */
export const SPOKEN = `
  select h.municipality_id, h.household_id, h.on_day, greatest(h.on_day, (h.month_on + interval '1 month' - interval '1 day')::date) as until_on
  from (select municipality_id, id as household_id, ${lastContact('month_count is null')} as on_day, ${lastContact('month_count > 0')} as month_on
    from household of where ${HOUSEHOLD.household}) h`;

/** From when on a household is without contact; one that was recorded later than that is new. */
export const SILENT_SINCE =
  'greatest(case when spoken.until_on is not null then least(spoken.until_on, (select gate.today())) end, h.recorded_on)';

const STAGES = `array['SELECTED', 'MAPPED', 'PERSPECTIVE_SET', 'OPTIONS_COMPARED', 'JUSTIFIED', 'DECIDED', 'EXECUTING', 'VERIFIED', 'LEARNED', 'STOPPED']`;

/** What a row is sorted by, ascending; equal keys go by code and id, so that a page ends where the next begins. */
const KEYS: Record<WorkListSort, string> = {
  CODE: '0',
  LAST_CONTACT: `coalesce("lastContactOn" - date '0001-01-01', -1)`,
  PROBLEMS: `-coalesce("openProblems", -1)`,
  STAGE: `coalesce(array_position(${STAGES}, stage), 0)`,
};

const QUICK = {
  waiting: '"waitingCount" > 0',
  circle: 'circles > 0',
  silent: '"isSilent"',
  late: '"latePromises" > 0',
} as const;

const INVOLVED = `${HOUSEHOLD.involvement} and ${stands} and from_on <= ${TODAY} and (to_on is null or to_on >= ${TODAY})`;

/** What is known of a household, part by part; each is worked out for all households at once, under the predicate of its own table. */
const PARTS: Record<string, string> = {
  file: `select municipality_id, id as household_id, jsonb_build_object('code', code, 'closed', closed_on is not null, 'recorded_on', recorded_on) as value
    from household where ${HOUSEHOLD.household} and id = any ((select gate.allowed('K1'))::uuid[])`,
  names: `select municipality_id, household_id, to_jsonb(names) as value from (${NAMES}) names`,
  spoken: `select municipality_id, household_id, jsonb_build_object('on_day', on_day, 'until_on', until_on) as value from (${SPOKEN}) spoken`,
  agencies: `select municipality_id, household_id, to_jsonb(count(distinct agency_id)) as value from involvement where ${INVOLVED} group by 1, 2`,
  // only when there are words to find them by
  agencyNames: `select i.municipality_id, i.household_id, to_jsonb(string_agg(distinct a.name, E'\\n')) as value
    from (select * from involvement where $3::text[] is not null and ${INVOLVED}) i join agency a on a.id = i.agency_id group by 1, 2`,
  waiting: `select municipality_id, household_id, jsonb_build_object('n', count(*), 'due_on', min(due_on), 'asked_on', min(asked_on),
      'first', (array_agg(involvement_id order by asked_on, id))[1], 'first_due', (array_agg(due_on order by asked_on, id))[1]) as value
    from agency_position where ${VISIBLE.agency_position} and ${WAITS} group by 1, 2`,
  late: `select municipality_id, household_id, to_jsonb(count(*)) as value
    from commitment where ${VISIBLE.commitment} and ${OPEN_PROMISE} and ${DUE} < ${TODAY} group by 1, 2`,
  mine: `select municipality_id, household_id, to_jsonb(max(kind)) as value from lead_assignment
    where ${HOUSEHOLD.lead_assignment} and person_id = (select gate.person()) and until_on is null group by 1, 2`,
  asking: `select municipality_id, household_id, to_jsonb(case when bool_or(as_what = 'DECIDER') then 'DECIDER' else 'ADVISER' end) as value
    from asked where ${VISIBLE.asked} and ${ASKED_TODAY} group by 1, 2`,
  newest: `select distinct on (municipality_id, household_id) municipality_id, household_id, jsonb_build_object('id', id, 'status', status) as value
    from plan where ${VISIBLE.plan} and (status <> 'STOPPED' or decided_on is not null) order by municipality_id, household_id, number desc`,
  // of households that come in whole; by that alone PostgreSQL finds them by an index
  begun: `select municipality_id, household_id, jsonb_agg(distinct plan_id) as value from measure_progress
    where ${VISIBLE.measure_progress} and household_id = any ((select gate.allowed('K7'))::uuid[]) and ${stands} group by 1, 2`,
  counted: `select municipality_id, household_id, jsonb_build_object('open', open_problems, 'circles', circles) as value
    from household_digest where ${HOUSEHOLD.household_digest}`,
  staged: `select municipality_id, household_id, jsonb_build_object('plan', plan_id, 'stage', stage) as value
    from plan_digest where ${VISIBLE.plan_digest}`,
};
const parts = Object.entries(PARTS)
  .map(([name, sql]) => `select municipality_id, household_id, '${name}' as part, value from (${sql}) ${name}`)
  .join('\n  union all ');

const spokenUntil = `(f -> 'spoken' ->> 'until_on')::date`;

const tables = (sort: WorkListSort): string => `whole as (
  select municipality_id as tenant, household_id as id, jsonb_object_agg(part, value) as f from (
  ${parts}) part group by 1, 2 having bool_or(part = 'file')),
rows as (
  select tenant, id, f -> 'file' ->> 'code' as code, (f -> 'file' ->> 'closed')::boolean as "isClosed", f -> 'names' as "memberNames",
    coalesce(f ->> 'mine', f ->> 'asking', 'COORDINATOR') as relation,
    (f -> 'counted' ->> 'open')::int as "openProblems", (f -> 'counted' ->> 'circles')::int as circles,
    coalesce((f ->> 'agencies')::int, 0) as agencies, (f -> 'newest' ->> 'id')::uuid as "planId",
    case f -> 'newest' ->> 'status'
      when 'SELECTED' then (case when f -> 'staged' -> 'plan' = f -> 'newest' -> 'id' then f -> 'staged' ->> 'stage' end)
      when 'DECIDED' then (case
        when f -> 'staged' -> 'plan' = f -> 'newest' -> 'id' and f -> 'staged' ->> 'stage' in ('EXECUTING', 'VERIFIED', 'LEARNED') then f -> 'staged' ->> 'stage'
        when f -> 'begun' ? (f -> 'newest' ->> 'id') then 'EXECUTING' else 'DECIDED' end)
      when 'STOPPED' then 'STOPPED' end as stage,
    f -> 'waiting' as waiting, coalesce((f -> 'waiting' ->> 'n')::int, 0) as "waitingCount", (f -> 'spoken' ->> 'on_day')::date as "lastContactOn",
    not (f -> 'file' ->> 'closed')::boolean and ${TODAY} - greatest(case when ${spokenUntil} is not null then least(${spokenUntil}, ${TODAY}) end,
      (f -> 'file' ->> 'recorded_on')::date) > $8::int as "isSilent",
    coalesce((f ->> 'late')::int, 0) as "latePromises",
    f ? 'late' or coalesce((f -> 'waiting' ->> 'due_on')::date < ${TODAY}, false) as "isLate",
    concat_ws(E'\\n', f -> 'file' ->> 'code', (select string_agg(name, E'\\n') from jsonb_array_elements_text(f -> 'names') name), f ->> 'agencyNames') as words
  from whole),
keyed as materialized (select *, ${KEYS[sort]} as key from rows),
found as (
  select * from keyed where ($7::boolean is null or "isClosed" = $7) and ($5::text[] is null or relation = any ($5))
    and ($6::text[] is null or stage = any ($6)) and ${hasWords('$3', 'words')}),
quick as (
  select * from found where case $4::text ${Object.entries(QUICK)
    .map(([name, is]) => `when '${name.toUpperCase()}' then coalesce(${is}, false)`)
    .join(' ')} else true end)`;

const page = `select (select json_build_object('all', count(*), ${Object.entries(QUICK)
  .map(([name, is]) => `'${name}', count(*) filter (where ${is})`)
  .join(', ')}) from found) as counts,
  (select coalesce(json_agg(to_jsonb(p) - array['words', 'key', 'waiting'] || jsonb_build_object(
      'relations', (select gate.relations(c, p.id) from gate.mine c),
      'leadLabel', (select w.label from lead_assignment a join professional w on w.municipality_id = a.municipality_id and w.id = a.person_id
        where a.municipality_id = p.tenant and a.household_id = p.id and a.kind = 'LEAD' and a.until_on is null),
      'waitsFor', (select jsonb_build_object('agencyName', a.name, 'askedOn', p.waiting -> 'asked_on', 'dueOn', p.waiting -> 'first_due',
          'isOver', (p.waiting ->> 'first_due')::date < ${TODAY})
        from involvement i join agency a on a.id = i.agency_id where i.municipality_id = p.tenant and i.id = (p.waiting ->> 'first')::uuid)
    ) order by key, code, id), '[]') from (
    select * from quick where $2::uuid is null or (key, code, id) > (select k.key, k.code, k.id from keyed k where k.id = $2)
    order by key, code, id limit $1) p) as rows`;

/** A long text for each order, put together once. */
const texts = new Map<WorkListSort, string>();

/**
 * My households with what the list says of them, one statement for all: the two digests, and beside them what depends on the day. What an
 * agency sees is not here: a household comes in by a relation that covers it whole. The parts are put together by one aggregate: joined one
 * by one, PostgreSQL takes them for small and compares each household with each (measured: 50 ms for 200).
 *
 * $1 rows, $2 after, $3 words, $4 quick filter, $5 relations, $6 stages, $7 closed (null = both), $8 days of silence.
 */
export function workListQuery(sort: WorkListSort): string {
  const text = texts.get(sort) ?? askingOnce(page, tables(sort));
  texts.set(sort, text);
  return text;
}
