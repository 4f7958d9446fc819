import { Injectable } from '@nestjs/common';
import type { Reliance } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { VISIBLE } from './plan.visibility';

const stands = 'household_id = $1 and withdrawn_on is null';

/** What plans rest on an entry of the household, and what keeps its file from being closed. */
@Injectable()
export class PlanReliance implements Reliance {
  async usesOf(tx: Tx, household: Id, entry: Id): Promise<Id[]> {
    const rows = await tx.query<{ id: Id }>(
      `select id from measure where ${VISIBLE.measure} and ${stands} and involvement_id = $2
       union select id from commitment where ${VISIBLE.commitment} and ${stands} and $2 in (involvement_id, person_id)
       union select id from agency_refusal where ${VISIBLE.agency_refusal} and ${stands} and involvement_id = $2
       union select id from dispute where ${VISIBLE.dispute} and ${stands} and $2 = any (involvement_ids)
       union select id from measure_progress where ${VISIBLE.measure_progress} and ${stands} and intervention_id = $2`,
      [household, entry],
    );
    return rows.map(({ id }) => id);
  }

  /** A plan that is being made, and of the plan that was decided last: promises, calls and disputes that are open, measures that are neither done nor dropped. */
  async openActions(tx: Tx, household: Id): Promise<Id[]> {
    const decided = `plan_id = (select p.id from plan p where p.household_id = $1 and p.status = 'DECIDED' order by p.number desc limit 1)`;
    const rows = await tx.query<{ id: Id }>(
      `select id from plan where ${VISIBLE.plan} and household_id = $1 and status = 'SELECTED'
       union all select id from commitment where ${VISIBLE.commitment} and ${stands} and ${decided} and kept_on is null and broken_on is null
       union all select id from agency_refusal where ${VISIBLE.agency_refusal} and ${stands} and ${decided} and call_by is not null and called_on is null
       union all select id from dispute where ${VISIBLE.dispute} and ${stands} and ${decided} and settled_on is null
       union all select id from measure where ${VISIBLE.measure} and ${stands} and ${decided} and not exists (select from measure_progress s
         where s.municipality_id = measure.municipality_id and s.measure_id = measure.id and s.state <> 'STARTED' and s.withdrawn_on is null)`,
      [household],
    );
    return rows.map(({ id }) => id);
  }
}
