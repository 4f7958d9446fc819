import { Inject, Injectable } from '@nestjs/common';
import { type Operation, partWithdrawn, type Relation } from '@doorbraak/access';
import { DayPapers, HELD, VISIBLE as HOUSEHOLD } from '@doorbraak/household';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { loadAggregate, rowsOf } from '@doorbraak/platform';
import { Commitment } from './commitment.entity';
import { type DayAsking, dayOf, type DayPosition, type DayPromise, PROMISE_DAYS_AHEAD } from './day.rules';
import { DayItem } from './day.types';
import { Escalation } from './ladder.entity';
import { AgencyPosition, Agreement, Measure } from './plan.entity';
import { COUNTS, takeSteps } from './plan.load';
import { DAY_REVIEWS, type DayReviews } from './plan.ports';
import { VISIBLE } from './plan.visibility';
import { ASKED_TODAY, DUE, isAbout, NAMES, OPEN_PROMISE, SILENT_SINCE, SPOKEN, TODAY } from './work-list.query';
import { SILENT_DAYS } from './work-list.service';

type Household = {
  id: Id;
  tenant: Id;
  code: string;
  relations: Relation[];
  names: string[] | null;
  holds: boolean;
  silentSince: LocalDate;
  leadId: Id | null;
  deputyId: Id | null;
};
type Prepared = { planId: Id; householdId: Id; writerIds: Id[]; preparedOn: LocalDate };

const OPEN = `(select p.id from plan p where p.status = 'SELECTED')`;
const ASKED = `(select a.household_id from asked a where a.municipality_id = any ((select gate.tenants())::uuid[]) and a.${ASKED_TODAY} and a.plan_id in ${OPEN})`;
const MINE = `(household_id in ${HELD} or household_id in ${ASKED})`;
const activeAs = (
  kind: string,
) => `(select a.person_id from lead_assignment a where a.municipality_id = h.municipality_id and a.household_id = h.id
  and a.kind = '${kind}' and a.until_on is null)`;
const agencyName = `(select a.name from involvement i join agency a on a.id = i.agency_id
  where i.municipality_id = t.municipality_id and i.id = t.involvement_id)`;
/** Open plans on which nothing is left to write. */
const PREPARED = `(select d.plan_id from plan_digest d where d.municipality_id = any ((select gate.tenants())::uuid[])
  and d.household_id = any ((select gate.allowed('K7'))::uuid[]) and d.open_reasons = 0 and d.plan_id in ${OPEN})`;

/** The agency answered after whoever asks had marked the household as seen, in real time as both are kept. */
const isNews = `exists (select from audit_log l where l.municipality_id = t.municipality_id and l.part_id = t.id and l.act = 'answerPosition'
  and l.outcome = 'DONE' and date_trunc('milliseconds', l.at) > coalesce((select s.at from last_look s where s.municipality_id = t.municipality_id
    and s.household_id = t.household_id and s.person_id = (select gate.person())), '-infinity'))`;

const PARTS = {
  households: rowsOf<Household>(`
    select h.id, h.municipality_id as tenant, h.code, gate.relations(h.id) as relations, names.names, h.id in ${HELD} as holds,
      ${SILENT_SINCE} as "silentSince", ${activeAs('LEAD')} as "leadId", ${activeAs('DEPUTY')} as "deputyId"
    from (select * from household where ${HOUSEHOLD.household} and closed_on is null and (id in ${HELD} or id in ${ASKED})) h
    left join (${NAMES}) names on names.municipality_id = h.municipality_id and names.household_id = h.id
    left join (${SPOKEN}) spoken on spoken.municipality_id = h.municipality_id and spoken.household_id = h.id`),
  positions: {
    entity: AgencyPosition,
    where: `${VISIBLE.agency_position} and ${MINE} and withdrawn_on is null and plan_id in ${OPEN} and ${isAbout('t')}
      and (t.answer is null or ${isNews} or t.plan_id in ${PREPARED})`,
    extra: { agencyName, isNews },
  },
  escalations: {
    entity: Escalation,
    where: `${VISIBLE.escalation} and ${MINE} and withdrawn_on is null and position_id is not null and plan_id in ${OPEN}`,
    order: 't.rung',
  },
  promises: {
    entity: Commitment,
    where: `${VISIBLE.commitment} and household_id in ${HELD} and ${OPEN_PROMISE} and ${DUE} <= ${TODAY} + ${PROMISE_DAYS_AHEAD}`,
    order: `${DUE}, t.id`,
    limit: 100,
    extra: {
      agencyName,
      professionalLabel:
        '(select p.label from professional p where p.municipality_id = t.municipality_id and p.id = t.professional_id)',
      personName: '(select p.name from person p where p.municipality_id = t.municipality_id and p.id = t.person_id)',
    },
  },
  askings: rowsOf<DayAsking>(`
    select id, household_id as "householdId", plan_id as "planId", as_what as "asWhat", perspective, from_on as "fromOn"
    from asked where ${VISIBLE.asked} and ${ASKED_TODAY} and plan_id in ${OPEN} and not exists (
      select from perspective_assessment p where p.municipality_id = asked.municipality_id and p.plan_id = asked.plan_id
        and p.kind = asked.perspective and p.by_person = asked.person_id)`),
  prepared: rowsOf<Prepared>(`
    select plan_id as "planId", household_id as "householdId", writer_ids as "writerIds", on_day as "preparedOn"
    from plan_digest where ${VISIBLE.plan_digest} and ${MINE} and plan_id in ${PREPARED}`),
  measures: { entity: Measure, where: `${VISIBLE.measure} and ${MINE} and withdrawn_on is null and plan_id in ${PREPARED}` },
  agreements: {
    entity: Agreement,
    where: `${VISIBLE.agreement} and ${MINE} and plan_id in ${PREPARED}`,
    extra: { counts: COUNTS },
  },
};

/** What needs somebody today: one statement of this room, one of the papers of the household, one of what is looked back at. */
@Injectable()
export class DayService {
  constructor(
    @Inject(DayPapers) private readonly papers: DayPapers,
    @Inject(DAY_REVIEWS) private readonly reviews: DayReviews,
    @Inject(SILENT_DAYS) private readonly silentDays: number,
  ) {}

  async myDay(operation: Operation): Promise<DayItem[]> {
    const tx = await operation.read();
    const rows = partWithdrawn(await loadAggregate(tx, PARTS, [])).standing;
    const { households, positions, escalations, promises, askings, measures, agreements } = rows;
    takeSteps(positions, escalations);
    const prepared = rows.prepared.map((plan) => {
      const of = <Row extends { planId: Id }>(list: Row[]) => list.filter(({ planId }) => planId === plan.planId);
      const said = of(agreements).filter(({ counts }) => counts);
      const days = [...of(positions).map(({ answeredOn }) => answeredOn), ...said.map(({ agreedOn }) => agreedOn)];
      const lastSaidOn =
        days
          .filter((day) => day !== null)
          .sort()
          .at(-1) ?? null;
      return { ...plan, measures: of(measures), positions: of(positions), agreements: said, lastSaidOn };
    });
    const facts = {
      ...{ households, askings, prepared },
      positions: positions as (AgencyPosition & DayPosition)[],
      promises: promises as (Commitment & DayPromise)[],
      reviews: await this.reviews.due(tx),
      papers: await this.papers.due(tx),
    };
    const byId = new Map(households.map((one) => [one.id, one]));
    return dayOf(facts, tx.today, this.silentDays).map((thing) => {
      const { id: household, tenant, relations, code, names } = byId.get(thing.householdId)!;
      const item = Object.assign(new DayItem(), thing, {
        id: [thing.kind, household, thing.subjectId, thing.months].filter((part) => part !== null).join('.'),
        householdCode: code,
        memberNames: names,
      });
      return operation.place(item, { household, tenant, relations });
    });
  }
}
