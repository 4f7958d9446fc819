import { Injectable } from '@nestjs/common';
import type { Reliance } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import { PLANS_VISIBLE, REPLACED } from '@doorbraak/plan';
import type { Tx } from '@doorbraak/platform';
import { VISIBLE } from './outcome.visibility';

const NOT_LOOKED_BACK = `
  select id from plan where ${PLANS_VISIBLE.plan} and household_id = $1 and status = 'DECIDED' and not ${REPLACED}
    and id not in (select plan_id from review where ${VISIBLE.review} and household_id = $1 and closes and withdrawn_on is null)`;

/** A decided plan of which the last review is still to be held: in a closed file nobody could hold it. Whoever ends earlier stops the plan. */
@Injectable()
export class OutcomeReliance implements Pick<Reliance, 'openActions'> {
  async openActions(tx: Tx, household: Id): Promise<Id[]> {
    return (await tx.query<{ id: Id }>(NOT_LOOKED_BACK, [household])).map(({ id }) => id);
  }
}
