import { Injectable } from '@nestjs/common';
import { idAfter, pageOf, type Operation } from '@doorbraak/access';
import { loadAggregate } from '@doorbraak/platform';
import { AgencyPosition, Measure } from './plan.entity';
import { VISIBLE } from './plan.visibility';
import { AgencyQuestion, type AgencyQuestionConnection } from './position.types';

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

const QUESTIONS = `${VISIBLE.agency_position} and ${OWN} and ($1::uuid is null or (${place('t')}) > (select ${place('c')} from agency_position c
  where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.id = $1))`;

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
          where: `${VISIBLE.measure} and ${OWN} and id in (select unnest(q.measure_ids) from (select t.measure_ids from agency_position t
            where ${QUESTIONS} order by ${place('t')} limit ${first}) q)`,
        },
      },
      [idAfter(after)],
    );
    const { nodes, pageInfo } = pageOf(
      rows.positions as (AgencyPosition & Pick<AgencyQuestion, 'isOpen' | 'householdCode' | 'leadLabel'>)[],
      first,
    );
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
}
