import { Injectable } from '@nestjs/common';
import { idAfter, pageOf, type Operation } from '@doorbraak/access';
import { type HouseholdRow, loadAggregate } from '@doorbraak/platform';
import { Commitment } from './commitment.entity';
import { Escalation } from './ladder.entity';
import { AgencyPosition, Measure } from './plan.entity';
import { takeSteps } from './plan.load';
import { VISIBLE } from './plan.visibility';
import { AgencyCall, AgencyPromise, AgencyQuestion, type AgencyQuestionConnection } from './position.types';
import { AgencyRefusal } from './refusal.entity';

/** Only what an own involvement opens, whatever else a person may read. */
const OWN = `involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])`;
const isOpen = (position: string) =>
  `(${position}.answer is null and exists (select from plan p where p.municipality_id = ${position}.municipality_id
     and p.id = ${position}.plan_id and p.status = 'SELECTED'))`;
/** Open first, then the nearest last day. */
const place = (position: string) => `not ${isOpen(position)}, ${position}.due_on, ${position}.id`;

const householdCode = `(select h.code from household h where h.municipality_id = t.municipality_id and h.id = t.household_id)`;
const leadLabel = `(select p.label from lead_assignment a join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
  where a.municipality_id = t.municipality_id and a.household_id = t.household_id and a.kind = 'LEAD' and a.until_on is null)`;

const QUESTIONS = `${VISIBLE.agency_position} and ${OWN} and withdrawn_on is null and ($1::uuid is null or (${place('t')}) > (select ${place('c')} from agency_position c
  where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.id = $1))`;

const onPage = (first: number) =>
  `(select t.id, t.measure_ids from agency_position t where ${QUESTIONS} order by ${place('t')} limit ${first})`;

/** Of the agency itself, standing, and in no plan that it saw stopped. */
const GOES_ON = `${OWN} and withdrawn_on is null and plan_id not in (select p.id from plan p where p.status = 'STOPPED')`;
const MOST = 100;
const known = { householdCode, leadLabel };
type Known = HouseholdRow & Pick<AgencyQuestion, 'householdCode' | 'leadLabel'>;

@Injectable()
export class QuestionService {
  /** What the agency of a liaison was asked, in all its municipalities, with one statement. */
  async myQuestions(operation: Operation, first: number, after?: string | null): Promise<AgencyQuestionConnection> {
    const rows = await loadAggregate(
      await operation.read(),
      {
        positions: {
          entity: AgencyPosition,
          where: QUESTIONS,
          order: place('t'),
          limit: first + 1,
          extra: { isOpen: isOpen('t'), householdCode, leadLabel },
        },
        measures: {
          entity: Measure,
          where: `${VISIBLE.measure} and ${OWN} and id in (select unnest(q.measure_ids) from ${onPage(first)} q)`,
        },
        escalations: {
          entity: Escalation,
          where: `${VISIBLE.escalation} and withdrawn_on is null and position_id in (select q.id from ${onPage(first)} q)`,
          order: 't.rung',
        },
      },
      [idAfter(after)],
    );
    const { nodes, pageInfo } = pageOf(
      rows.positions as (AgencyPosition & Pick<AgencyQuestion, 'isOpen' | 'householdCode' | 'leadLabel'>)[],
      first,
    );
    takeSteps(nodes, rows.escalations);
    const questions = nodes.map((position) => {
      const { id, householdId, municipalityId: tenant, measureIds, isOpen, householdCode, leadLabel } = position;
      const measures = rows.measures.filter((measure) => measureIds.includes(measure.id));
      const question = Object.assign(new AgencyQuestion(), {
        id,
        householdId,
        householdCode,
        leadLabel,
        isOpen,
        position,
        measures,
      });
      return operation.place(question, { household: householdId, tenant, relations: ['OWN_INVOLVEMENT'] });
    });
    return { nodes: questions, pageInfo };
  }
  /** What the agency of a liaison promised and has still to keep. */
  async myPromises(operation: Operation): Promise<AgencyPromise[]> {
    const where = `${VISIBLE.commitment} and ${GOES_ON} and kept_on is null and broken_on is null`;
    const order = 'coalesce(t.new_due_on, t.due_on), t.id';
    const parts = { promises: { entity: Commitment, where, order, limit: MOST, extra: known } };
    const { promises } = await loadAggregate(await operation.read(), parts, []);
    return (promises as (Commitment & Known)[]).map((commitment) =>
      ofOwn(operation, commitment, Object.assign(new AgencyPromise(), { commitment })),
    );
  }

  /** What the agency of a liaison said no to in writing only, while nobody called. */
  async myCalls(operation: Operation): Promise<AgencyCall[]> {
    const where = `${VISIBLE.agency_refusal} and ${GOES_ON} and call_by is not null and called_on is null`;
    const parts = { calls: { entity: AgencyRefusal, where, order: 't.call_by, t.id', limit: MOST, extra: known } };
    const { calls } = await loadAggregate(await operation.read(), parts, []);
    return (calls as (AgencyRefusal & Known)[]).map((refusal) =>
      ofOwn(operation, refusal, Object.assign(new AgencyCall(), { refusal })),
    );
  }
}

/** With the household it is of, and under the rights of an own involvement. */
function ofOwn<T extends object>(operation: Operation, row: Known, task: T): T {
  const { householdId, householdCode, leadLabel, municipalityId: tenant } = row;
  const whole = Object.assign(task, { householdId, householdCode, leadLabel });
  return operation.place(whole, { household: householdId, tenant, relations: ['OWN_INVOLVEMENT'] });
}
