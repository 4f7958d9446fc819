import { Injectable } from '@nestjs/common';
import { COSTS_VISIBLE } from '@doorbraak/cost';
import type { Reliance } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { REPLACED, VISIBLE } from './plan.visibility';

const visible = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and household_id = $1`;
const stands = (table: keyof typeof VISIBLE) => `${visible(table)} and withdrawn_on is null`;
const plans = (which: string) => `plan_id in (select id from plan where ${visible('plan')} and ${which})`;
/** Of a plan that was stopped nothing is expected any more, and nothing in it can be changed. */
const alive = plans(`status <> 'STOPPED'`);
const open = plans(`status = 'SELECTED'`);
/** Measures of a version that was replaced went on into the newer one. */
const inForce = plans(`status = 'DECIDED' and not ${REPLACED}`);

const OPEN_ACTIONS = `
  select id from plan where ${visible('plan')} and status = 'SELECTED'
  union all select id from commitment where ${stands('commitment')} and ${alive} and kept_on is null and broken_on is null
  union all select id from agency_refusal where ${stands('agency_refusal')} and ${alive} and call_by is not null and called_on is null
  union all select id from dispute where ${stands('dispute')} and ${alive} and settled_on is null
  union all select id from measure where ${stands('measure')} and ${inForce} and coalesce(copied_from, id) not in (
    select measure_id from measure_progress where ${stands('measure_progress')} and state in ('DONE', 'DROPPED'))`;

/** What a plan holds in place: its measures while it is open, and what is withdrawn from it one by one. A decided plan stays as it was. */
const USES = `
  select id from measure where ${stands('measure')} and ${open} and involvement_id = $2
  union all select id from commitment where ${stands('commitment')} and ${alive} and $2 in (involvement_id, person_id)
  union all select id from agency_refusal where ${stands('agency_refusal')} and ${alive} and involvement_id = $2
  union all select id from dispute where ${stands('dispute')} and ${alive} and $2 = any (involvement_ids)
  union all select id from capacity_factor where ${stands('capacity_factor')} and ${open} and person_id = $2
  union all select id from measure_progress where ${stands('measure_progress')} and ${alive} and intervention_id = $2
  union all select id from cost_line where ${COSTS_VISIBLE.cost_line} and household_id = $1 and withdrawn_on is null and intervention_id = $2
    and owner_id in (select id from scenario where ${stands('scenario')} and ${open})`;

/** What of the plans of a household is still to be done, and what rests on an entry of it. */
@Injectable()
export class PlanReliance implements Reliance {
  async openActions(tx: Tx, household: Id): Promise<Id[]> {
    return (await tx.query<{ id: Id }>(OPEN_ACTIONS, [household])).map(({ id }) => id);
  }

  async usesOf(tx: Tx, household: Id, entry: Id): Promise<Id[]> {
    return (await tx.query<{ id: Id }>(USES, [household, entry])).map(({ id }) => id);
  }
}
